import { z } from 'zod';
import { CHECK_KINDS, CHECK_PAGES } from '../../planning/documents/checks/check.ts';
import { DOCUMENT_FORMATS, DOCUMENT_KINDS, DOCUMENT_READERS, DOCUMENT_SHELVES } from '../../planning/documents/kinds.ts';
import { documentModel } from './document-model.ts';
import { command, query } from './entry.ts';
import { generatedFile, id, isoDate, list, plainText, roleName } from './fields.ts';

/** Documents that are made from the plan: what they hold, the files they become, and what the school says about them. */

const kind = z.enum(DOCUMENT_KINDS);
const sectionKey = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/, 'A section is one of the document’s own names, such as costs.');

/** Which document, of which figures. */
const asked = {
  kind,
  asOf: isoDate.optional(),
  scenarioId: id.optional(),
  /** The decision that a reply is about; the newest one made unless it is named. */
  decisionId: id.optional(),
  /** The document whose figures a paper on what has changed starts from; the newest one sent unless it is named. */
  sinceId: id.optional(),
  /** The published way forward that it starts from instead. */
  sinceScenarioId: id.optional(),
};

/** `sentId` names one that was sent: it is as it was, whatever the plan says today. */
const shown = { ...asked, sentId: id.optional() };

/** A document that was sent, kept for good. */
const sentDocument = z.object({
  id, kind, number: z.int(), title: z.string(), scenarioName: z.string(), asOf: isoDate, sentOn: isoDate, sentBy: z.string(), sentTo: z.string(),
  planVersion: z.int(),
  /** `Version 3, sent on 4 November 2026 by the business manager to the Finance committee`. */
  words: z.string(),
});
export type SentDocument = z.infer<typeof sentDocument>;

const text = z.string();
const checkLink = z.union([z.object({ text, section: text }), z.object({ text, page: z.enum(CHECK_PAGES) })]);
const check = z.object({ kind: z.enum(CHECK_KINDS), ok: z.boolean(), text, links: list(checkLink) });

const version = z.union([z.literal('draft'), id]);
const yearCost = z.object({ label: text, costPence: z.int(), budgetPence: z.int().nullable() });
const changedSection = z.object({
  key: text, title: text, state: z.enum(['added', 'removed', 'changed']),
  /** A passage that is not the same in both, word by word. */
  passages: list(list(z.object({ kind: z.enum(['same', 'removed', 'added']), text }))),
  tables: list(z.object({
    caption: text, more: z.int(),
    cells: list(z.object({ row: text, column: text, before: text.nullable(), after: text.nullable(), morePence: z.int().nullable() })),
  })),
});

const section = z.object({ section: z.string(), title: z.string(), included: z.boolean(), words: z.string().nullable() });

export const documentEntries = {
  'document.show': query({
    about: 'A document as it stands: its words and figures, which sections it has, and what the school has said about it.',
    input: z.strictObject(shown),
    output: z.object({
      model: documentModel, sections: list(section), checks: list(check),
      /** What is known of it where it was sent; null for the one that can still be changed. */
      sent: sentDocument.nullable(),
      settings: z.object({ reader: z.enum(DOCUMENT_READERS), heldFor: z.string().nullable(), heldOn: z.string().nullable() }),
    }),
    example: { kind: 'strategy', asOf: '2026-11-21' },
  }),
  'document.file': query({
    about: 'A document as a file: Word, PDF, PowerPoint, Excel, CSV or a calendar, whichever its kind has.',
    input: z.strictObject({ ...shown, format: z.enum(DOCUMENT_FORMATS) }),
    output: generatedFile, example: { kind: 'strategy', format: 'pdf', asOf: '2026-11-21' },
  }),
  'document.list': query({
    about: 'Every kind of document with its draft, or when it was sent where nothing of it has changed since; and all that was sent.',
    input: z.strictObject({}),
    output: z.object({
      documents: list(z.object({
        kind, shelf: z.enum(DOCUMENT_SHELVES), title: text, formats: list(z.enum(DOCUMENT_FORMATS)),
        /** The number that the draft has, or the sent one where it is still the same. */
        number: z.int(),
        /** The sent one that it is still the same as; null where there is none. */
        sentId: id.nullable(),
        /** `Draft 3`, `Sent 4 Nov 26`. */
        state: text,
      })),
      sent: list(sentDocument),
    }),
    example: {},
  }),
  'document.send': command({
    about: 'Keep a document as it is sent: its words, its figures and what they came from, for good, with who sent it, when and to whom.',
    input: {
      ...asked,
      sentTo: plainText.min(1, 'Say to whom it is sent, such as the governing board.').max(120, 'To whom it is sent takes at most 120 characters.'),
      /** Today unless it is named. */
      sentOn: isoDate.optional(),
      /** The role that the change is recorded under unless it is named. */
      sentBy: roleName.optional(),
    },
    value: z.object({ id }), example: { kind: 'summary', asOf: '2026-11-21', sentTo: 'the Finance committee', sentOn: '2026-11-21' },
  }),
  'document.compare': query({
    about: 'Two versions of a document side by side: what became of its words, and of its figures in each year and table.',
    input: z.strictObject({ ...asked, before: version, after: version.default('draft') }),
    output: z.object({
      before: text, after: text, sentence: text, sections: list(changedSection),
      years: list(z.object({ label: text, before: yearCost.nullable(), after: yearCost.nullable(), morePence: z.int().nullable() })),
    }),
    example: { kind: 'strategy', before: 'draft', after: 'draft', asOf: '2026-11-21' },
  }),
  'document.settle': command({
    about: 'Say for whom a kind of document is written, and for which meeting.',
    input: {
      kind, reader: z.enum(DOCUMENT_READERS).optional(),
      heldFor: plainText.max(120, 'For whom it is takes at most 120 characters.').nullable().optional(),
      heldOn: isoDate.nullable().optional(),
    },
    value: z.null(), example: { kind: 'strategy', heldFor: 'the Finance committee', heldOn: '2026-12-11' },
  }),
  'document.section': command({
    about: 'Put a section into a document or leave it out, and write the school’s own words in it.',
    input: {
      kind, section: sectionKey, included: z.boolean().optional(),
      words: plainText.max(20_000, 'At most 20,000 characters in a section.').nullable().optional(),
    },
    value: z.null(), example: { kind: 'strategy', section: 'costs', words: 'The committee asked for this in June.' },
  }),
};
