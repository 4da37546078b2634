import { TextRun, type IRunOptions } from 'docx';
import type { Words } from '../../../planning/documents/model.ts';
import { withoutUnseen } from '../../contract/fields.ts';

/** A text as Word can hold it: XML has no place for control characters, and a letterhead's places are marked with two private ones. */
export const seen = (text: string): string => withoutUnseen(text).replaceAll(/[\uE000\uE001]/g, '');

export const textRun = (text: string, options: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun => new TextRun({ ...options, text: seen(text) });

/** The runs of a sentence, strong and italic as they are. */
export const textRuns = (words: Words): TextRun[] =>
  words.map(({ text, strong = false, italic = false }) => textRun(text, { ...(strong && { bold: true }), ...(italic && { italics: true }) }));
