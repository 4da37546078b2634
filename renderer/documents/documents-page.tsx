import './documents.css';
import { useState } from 'react';
import { DOCUMENT_FACTS } from '../../planning/documents/kinds.ts';
import { documentsSentence } from '../../planning/documents/list-sentence.ts';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageNotices } from '../parts/page-notices.tsx';
import { AboutDocument } from './about-document.tsx';
import { ChecksPart } from './checks-part.tsx';
import { CompareView } from './compare-view.tsx';
import { DocumentList } from './document-list.tsx';
import { draftOf, useDocument, useListed, type OpenDocument, type Opened } from './open-document.ts';
import { pageOfSection } from './pdf-file.ts';
import { LetterheadPart } from './letterhead-part.tsx';
import { Preview, type Look } from './preview.tsx';
import { SavePart } from './save-part.tsx';
import { SectionsPart } from './sections-part.tsx';
import { AsSent, ComparePart, SendPart, type Pair } from './sent-part.tsx';

/** One plan, written for three readers: what is made from it, how each stands, and the very pages of the one that is open. */
export function DocumentsPage() {
  const { visit } = useNavigation();
  return <DocumentsVisit key={visit} />;
}

/** What is looked at: a document, on a page of it, or two versions of it side by side. */
type Looking = { readonly chosen: Opened; readonly at: number; readonly pair: Pair | null };

function DocumentsVisit() {
  const { plan: { assetRows } } = useSavedPlan();
  const { kind = 'strategy', sentId = null, decisionId = null } = usePageParams('documents');
  const [{ chosen, at, pair }, setLooking] = useState<Looking>({ chosen: { ...draftOf(kind), sentId, decisionId }, at: 0, pair: null });
  const [look, setLook] = useState<Look>('page');
  const { listed, opened, sent } = useListed(chosen);
  const document = useDocument(opened);
  const open = (next: Opened): void => setLooking({ chosen: next, at: 0, pair: null });
  const turnTo = (page: number): void => setLooking({ chosen: opened, at: page, pair: null });
  const { shown, pdf, hasPages, fault, asked } = document;
  const goTo = (key: string): (() => void) | null => wayTo(document, look, key, turnTo);
  return (
    <div className="documents">
      <PageNotices />
      <div className="doc-cols">
        <div className="doc-left">
          <PageHead title="Documents" notices={false} sentence={listed === null ? [] : documentsSentence(listed.documents, listed.sent, assetRows > 0).parts} />
          {listed !== null && <DocumentList listed={listed} opened={opened} pages={pdf?.pages ?? null} onOpen={open} />}
        </div>
        {pair === null ? (
          <Preview
            model={shown?.model ?? null} pdf={pdf} hasPages={hasPages} at={at} onPage={turnTo} look={look} onLook={setLook}
            fault={fault === null ? null : <div className="doc-view"><Note tone="over" role="alert" title={fault}>Nothing was changed by it.</Note></div>}
          />
        ) : <CompareView opened={opened} pair={pair} onClose={() => turnTo(at)} />}
        <aside className="doc-aside" aria-label="This document">
          {shown !== null && (
            <>
              {shown.sent === null
                ? <AboutDocument opened={opened} shown={shown} sent={listed?.sent ?? []} onOpen={open} />
                : <AsSent sent={shown.sent} onDraft={() => open({ ...opened, sentId: null })} />}
              {shown.sent === null && <SectionsPart kind={opened.kind} shown={shown} goTo={goTo} />}
              <ChecksPart checks={shown.checks} goTo={goTo} />
              <ComparePart key={`${opened.kind} ${opened.sentId}`} open={opened.sentId ?? 'draft'} sent={sent} onCompare={(versions) => setLooking({ chosen: opened, at, pair: versions })} />
              {DOCUMENT_FACTS[opened.kind].formats.includes('docx') && <LetterheadPart />}
              <SavePart asked={asked} formats={DOCUMENT_FACTS[opened.kind].formats} pdf={pdf}>
                {shown.sent === null && <SendPart shown={shown} asked={asked} onSent={(id) => open({ ...opened, sentId: id })} />}
              </SavePart>
            </>
          )}
        </aside>
      </div>
    </div>
  );
}

/** Turns the preview to a section; null where it stands on no page. */
function wayTo({ shown, pdf, hasPages }: OpenDocument, look: Look, key: string, turnTo: (page: number) => void): (() => void) | null {
  const section = shown?.model.sections.find((each) => each.key === key);
  if (section === undefined) return null;
  if (look === 'text' || !hasPages) return () => showText(key);
  const page = pdf === null ? null : pageOfSection(pdf, section.title);
  return page === null ? null : () => turnTo(page);
}

/** Where the document is shown as text, its sections are places on the page. */
function showText(key: string): void {
  const heading = window.document.querySelector<HTMLElement>(`#doc-section-${CSS.escape(key)} > h3`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
