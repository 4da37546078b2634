/*
 * Tags and serial numbers as a register holds them. A placeholder ("N/A", "0") is nothing and never the same as
 * another; a number that a spreadsheet has shortened has lost its last digits for good.
 */

const WORDS: ReadonlySet<string> = new Set([
  'n/a', 'na', 'n.a.', 'n/k', 'nk', 'not known', 'not applicable', 'none', 'nil', 'null', 'blank', '(blank)', 'empty', 'unknown',
  'unassigned', 'not assigned', 'tbc', 'tba', 'tbd', 'to be confirmed', 'no tag', 'no serial', 'no serial number', 'not set',
  'undefined', 'nan', 'see notes', 'missing', 'default string', 'to be filled by o.e.m.', 'system serial number', 'serial',
]);
const ONLY_MARKS = /^[\s\-–—._?*/\\~#]+$/;
const ONE_DIGIT_ONLY = /^(\d)\1*(\.0+)?$/;
const ERROR_VALUE = /^#(n\/a|ref!|value!|name\?|div\/0!|null!|num!|spill!|calc!)$/i;

/** Whether it stands for "nothing known": a word for it, marks, an error of a spreadsheet, or one digit over and over. */
export function isPlaceholder(text: string): boolean {
  const folded = text.trim().toLowerCase();
  return WORDS.has(folded) || ONLY_MARKS.test(folded) || ERROR_VALUE.test(folded) || (ONE_DIGIT_ONLY.test(folded) && (folded.startsWith('0') || folded.length >= 5));
}

/** `6.37702E+15`: taken for a number and shortened. `123456.0`: taken for a number. `1-Mar`, `2021-03-01 00:00:00`: for a day. */
const SHORTENED = /^[+-]?\d(\.\d+)?e[+-]?\d{1,3}$/i;
const WITH_FRACTION = /^\d{4,}\.0+$/;
const A_DAY = /^(\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(-\d{2,4})?|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2,4}|\d{4}-\d{2}-\d{2} 00:00:00)$/i;

/** What a spreadsheet has done to it, in words; null where it looks whole. */
export function damageOf(text: string): string | null {
  const trimmed = text.trim();
  if (SHORTENED.test(trimmed)) return 'shortened by a spreadsheet: its last digits are lost';
  if (WITH_FRACTION.test(trimmed)) return 'a spreadsheet has added .0 to it';
  return A_DAY.test(trimmed) ? 'a spreadsheet has turned it into a date' : null;
}

/** The same number in capitals and small letters, with or without spaces and dashes; empty where it is nothing to go by. */
export const foldedNumber = (text: string | null): string =>
  (text === null || isPlaceholder(text) || SHORTENED.test(text.trim()) ? '' : text.toUpperCase().replaceAll(/[\s\-_./]/g, ''));

/** A number that counts on: what stands before its last digits, the digits, and what stands after. */
export type Sequence = { readonly before: string; readonly number: number; readonly after: string; readonly digits: number };

export function sequenceOf(text: string | null): Sequence | null {
  if (text === null || isPlaceholder(text) || damageOf(text) !== null) return null;
  const found = /^(.*?)(\d{1,12})(\D*)$/.exec(text.trim().toUpperCase());
  if (found === null) return null;
  const [, before = '', digits = '', after = ''] = found;
  return { before, number: Number(digits), after, digits: digits.length };
}
