import { z } from 'zod';
import { DOCUMENT_FORMATS, DOCUMENT_KINDS, DOCUMENT_READERS } from '../../planning/documents/kinds.ts';
import { documentModel } from './document-model.ts';
import { command, query } from './entry.ts';
import { generatedFile, id, isoDate, list, plainText } from './fields.ts';

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
};

const section = z.object({ section: z.string(), title: z.string(), included: z.boolean(), words: z.string().nullable() });

export const documentEntries = {
  'document.show': query({
    about: 'A document as it stands: its words and figures, which sections it has, and what the school has said about it.',
    input: z.strictObject(asked),
    output: z.object({
      model: documentModel, sections: list(section),
      settings: z.object({ reader: z.enum(DOCUMENT_READERS), heldFor: z.string().nullable(), heldOn: z.string().nullable() }),
    }),
    example: { kind: 'strategy', asOf: '2026-11-21' },
  }),
  'document.file': query({
    about: 'A document as a file: Word, PDF, PowerPoint, Excel, CSV or a calendar, whichever its kind has.',
    input: z.strictObject({ ...asked, format: z.enum(DOCUMENT_FORMATS) }),
    output: generatedFile, example: { kind: 'strategy', format: 'pdf', asOf: '2026-11-21' },
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
