import { keepDocumentSection, keepDocumentSettings } from '../../db/repositories/documents.ts';
import { documentChecks } from '../../planning/documents/checks/checks.ts';
import { sectionChoices } from '../../planning/documents/compose.ts';
import type { DocumentFacts } from '../../planning/documents/facts.ts';
import { DOCUMENT_FACTS, FORMAT_WORDS } from '../../planning/documents/kinds.ts';
import type { DocumentFormat, DocumentKind } from '../../planning/documents/kinds.ts';
import type { DocumentModel } from '../../planning/documents/model.ts';
import { listOf } from '../../planning/words.ts';
import type { Answer } from '../contract/contract.ts';
import { fileWriterOf } from '../documents/document-files.ts';
import { MIME_TYPES, writeDocument, type WriterNeeds } from '../documents/writers.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { documentFacts, documentOf, settingsOf } from './document-facts.ts';
import { letterheadOf } from './letterhead.ts';
import { sentDocument } from './sent-documents.ts';

/** @throws Refusal `unsupported` naming the formats that the kind has */
function requireFormat(kind: DocumentKind, format: DocumentFormat): void {
  const { formats, name } = DOCUMENT_FACTS[kind];
  if (!formats.includes(format)) throw new Refusal('unsupported', `${name} is made as ${listOf(formats.map((each) => FORMAT_WORDS[each]))}, not as ${FORMAT_WORDS[format]}.`, { field: 'format' });
}

/** In bytes: file systems take 255, the day and the ending included. */
const LONGEST_NAME = 220;

/** Characters that file systems refuse, and those that only turn others round, become spaces; what is too long is cut at a whole character. */
const fileSafe = (text: string): string =>
  Buffer.from(text.replaceAll(/[\\/:*?"<>|\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim()).subarray(0, LONGEST_NAME).toString('utf8').replace(/\uFFFD$/u, '').trim();

/** The school's own paper is for Word alone, and is only looked at for that. */
const needsOf = async (session: Session, format: DocumentFormat): Promise<WriterNeeds> =>
  ({ typeset: session.ports.typesetter.typeset, letterhead: format === 'docx' ? await letterheadOf(session) : null });

type Said = Pick<Answer<'document.show'>, 'sections' | 'checks' | 'settings'>;

function said(facts: DocumentFacts, model: DocumentModel): Said {
  const { reader, heldFor, heldOn } = facts.settings;
  return { sections: sectionChoices(facts), checks: documentChecks(facts, model), settings: { reader, heldFor, heldOn } };
}

/** What was sent is shown as it was even where what it came from cannot be read any more, and says so. */
function saidOfSent(factsOf: () => DocumentFacts, model: DocumentModel): Said {
  try {
    return said(factsOf(), model);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return {
      sections: model.sections.map(({ key, title }) => ({ section: key, title, included: true, words: null })),
      checks: [{ kind: 'as_sent', ok: false, text: 'What its figures came from cannot be read by this Kitplan; you see it as it was sent', links: [] }],
      settings: { reader: model.reader, heldFor: null, heldOn: null },
    };
  }
}

export const documentHandlers = {
  'document.show': (session, asked) => {
    const { model, facts: factsOf, sent } = documentOf(session, asked);
    return { model, ...(sent === null ? said(factsOf(), model) : saidOfSent(factsOf, model)), sent: sent === null ? null : sentDocument(sent) };
  },

  'document.file': async (session, { format, ...asked }) => {
    requireFormat(asked.kind, format);
    const { model, facts } = documentOf(session, asked);
    return {
      fileName: `${fileSafe(`${model.school} ${model.title}`)} ${model.asOf}.${format}`, mimeType: MIME_TYPES[format],
      base64: (await fileWriterOf(asked.kind, format)?.(facts()))?.base64 ?? Buffer.from(await writeDocument(model, format, await needsOf(session, format))).toString('base64'),
    };
  },

  'document.settle': (session, { kind, reader, heldFor, heldOn, ...recorded }) => {
    const before = settingsOf(session, kind);
    const label = `Change for whom ${DOCUMENT_FACTS[kind].name} is written`;
    const { change } = session.change(label, recorded, (writer) => keepDocumentSettings(writer, kind, {
      reader: reader ?? before.reader, heldFor: heldFor === undefined ? before.heldFor : heldFor || null, heldOn: heldOn === undefined ? before.heldOn : heldOn,
    }));
    return { change, value: null };
  },

  'document.section': (session, { kind, section, included, words, ...recorded }) => {
    const facts = documentFacts(session, { kind });
    const there = sectionChoices(facts).find((each) => each.section === section);
    if (there === undefined) throw new Refusal('not_found', `${DOCUMENT_FACTS[kind].name} has no section ${section}.`, { field: 'section' });
    const label = included === undefined ? `Write in “${there.title}” of ${DOCUMENT_FACTS[kind].name}` : `${included ? 'Put' : 'Leave'} “${there.title}” ${included ? 'into' : 'out of'} ${DOCUMENT_FACTS[kind].name}`;
    const { change } = session.change(label, recorded, (writer) => keepDocumentSection(writer, kind, {
      section, included: included ?? there.included, words: words === undefined ? there.words : words === '' ? null : words,
    }));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'document.show' | 'document.file' | 'document.settle' | 'document.section'>;
