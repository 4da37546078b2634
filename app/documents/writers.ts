import type { DocumentFormat } from '../../planning/documents/kinds.ts';
import type { DocumentModel } from '../../planning/documents/model.ts';
import { Refusal } from '../refusal.ts';
import type { Typeset } from './typeset/typesetter.ts';

export const MIME_TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv', ics: 'text/calendar',
};

/** What writers need of the host and the school. */
export type WriterNeeds = { readonly typeset: Typeset; /** The school's own paper, in base64; null where it has none. */ readonly letterhead: string | null };

/**
 * Sets a document in Word, PDF or slides. Each writer is loaded when it is first asked for: together they are larger than Kitplan.
 * @throws Refusal `unsupported` where documents are not made in that format
 */
export async function writeDocument(model: DocumentModel, format: DocumentFormat, { typeset, letterhead }: WriterNeeds): Promise<Uint8Array> {
  if (format === 'docx' && letterhead !== null) return (await import('./word/letterhead.ts')).writeOnLetterhead(model, Buffer.from(letterhead, 'base64'));
  if (format === 'docx') return (await import('./word/word-writer.ts')).writeWord(model);
  if (format === 'pdf') return typeset(model);
  if (format === 'pptx') return (await import('./slides/slide-writer.ts')).writeSlides(model);
  throw new Refusal('unsupported', `${model.title} is not made as ${format}.`);
}
