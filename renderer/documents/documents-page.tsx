import './documents.css';
import { useState } from 'react';
import { DOCUMENT_FACTS } from '../../planning/documents/kinds.ts';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageNotices } from '../parts/page-notices.tsx';
import { AboutDocument } from './about-document.tsx';
import { DocumentList } from './document-list.tsx';
import { useAsked, useDocumentQuery, type Opened } from './open-document.ts';
import { pageOfSection, usePdf, type OpenPdf } from './pdf-file.ts';
import { Preview, type Look } from './preview.tsx';
import { SavePart } from './save-part.tsx';
import { SectionsPart } from './sections-part.tsx';

/** One plan, written for three readers: what is made from it, how each stands, and the very pages of the one that is open. */
export function DocumentsPage() {
  const { visit } = useNavigation();
  return <DocumentsVisit key={visit} />;
}

function DocumentsVisit() {
  const asked = usePageParams('documents');
  const [opened, setOpened] = useState<Opened>({ kind: asked.kind ?? 'strategy', sentId: asked.sentId ?? null, decisionId: asked.decisionId ?? null });
  const [at, setAt] = useState(0);
  const [look, setLook] = useState<Look>('page');
  const open = (next: Opened): void => {
    setOpened(next);
    setAt(0);
  };
  const document = useDocument(opened);
  const { shown, pdf, hasPages, fault } = document;
  const goTo = (title: string, key: string): (() => void) | null => {
    if (look === 'text' || !hasPages) return () => showText(key);
    const page = pdf === null ? null : pageOfSection(pdf, title);
    return page === null ? null : () => setAt(page);
  };
  return (
    <div className="documents">
      <PageNotices />
      <div className="doc-cols">
        <div className="doc-left">
          <PageHead title="Documents" notices={false} sentence={[{ text: 'One plan, written for three readers. All of them use the same figures.' }]} />
          <DocumentList opened={opened} pages={pdf?.pages ?? null} onOpen={(kind) => open({ kind, sentId: null, decisionId: null })} />
        </div>
        <Preview
          model={shown?.model ?? null} pdf={pdf} hasPages={hasPages} at={at} onPage={setAt} look={look} onLook={setLook}
          fault={fault === null ? null : <div className="doc-view"><Note tone="over" role="alert" title={fault}>Nothing was changed by it.</Note></div>}
        />
        <aside className="doc-aside" aria-label="This document">
          {shown !== null && (
            <>
              <AboutDocument opened={opened} shown={shown} onOpen={open} />
              <SectionsPart kind={opened.kind} shown={shown} goTo={goTo} />
              <SavePart asked={document.asked} formats={DOCUMENT_FACTS[opened.kind].formats} pdf={pdf} />
            </>
          )}
        </aside>
      </div>
    </div>
  );
}

/** The open document: its words, and the PDF where it has pages. */
function useDocument(opened: Opened) {
  const asked = useAsked(opened);
  const hasPages = DOCUMENT_FACTS[opened.kind].formats.includes('pdf');
  const show = useDocumentQuery('document.show', opened, asked);
  const file = useDocumentQuery('document.file', opened, { ...asked, format: 'pdf' }, hasPages);
  const read = usePdf(hasPages ? file.data?.base64 ?? null : null);
  const fault = show.error?.message ?? file.error?.message ?? (read.fault ? 'The pages of this document cannot be shown here. It can be saved all the same.' : null);
  const pdf: OpenPdf | null = file.data === undefined ? null : read.open;
  return { asked, shown: show.data ?? null, pdf, hasPages, fault };
}

/** Where the document is shown as text, its sections are places on the page. */
function showText(key: string): void {
  const heading = window.document.querySelector<HTMLElement>(`#doc-section-${CSS.escape(key)} > h3`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
