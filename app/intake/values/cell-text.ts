import type { RawCell } from '../raw-table.ts';

/** Excel's own error words: an empty cell with a story. */
const EXCEL_ERROR = /^#(n\/a|ref!|value!|name\?|div\/0!|null!|num!|spill!|calc!|getting_data)$/i;

/** What registers write where they know nothing. Never a key, never a value. */
const PLACEHOLDERS = new Set([
  'n/a', 'na', 'n.a.', 'n/k', 'nk', 'not known', 'not applicable', 'not available', 'none', 'nil', 'null', 'blank', '(blank)',
  'empty', 'unknown', 'unassigned', 'not assigned', 'tbc', 'tba', 'tbd', 'to be confirmed', 'no tag', 'no serial',
  'no serial number', 'not set', 'undefined', 'nan', 'missing tag', 'no asset tag', '<none>', '(none)', '[none]',
]);
const LONGEST_PLACEHOLDER = Math.max(...[...PLACEHOLDERS].map(({ length }) => length));
const FIRST_CHARACTERS = new Set([...PLACEHOLDERS].map((placeholder) => placeholder.charAt(0)));
const ONLY_MARKS = /^[\s\-–—._?*/\\~]+$/;
const ONLY_ZEROS = /^0+(\.0+)?$/;

/**
 * The text of a cell: numbers as plain digits without an exponent (a 15-digit IMEI stays itself), trimmed,
 * without control and zero-width characters, and with an export's protecting apostrophe taken off again.
 */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return plainNumber(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (/^[\x20-\x7e]*$/.test(cell) && !cell.startsWith('\'')) return cell.trim();
  return cell.replaceAll(/[\u00a0\u2007\u202f\t]/g, ' ').replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}|[\u200b-\u200d\u2060\ufeff]/gu, '')
    .trim().replace(/^'(?=[=+\-@＝＋－＠])/, '');
}

/** One line of text, or null where the cell is empty or holds a placeholder. */
export function knownText(cell: RawCell | undefined): string | null {
  const text = cellText(cell);
  if (text === '' || isPlaceholder(text)) return null;
  return /\n| {2}/.test(text) ? text.replaceAll(/\s+/g, ' ') : text;
}

/** As `knownText`, with line breaks kept: for notes and for lists of tags. */
export function knownLines(cell: RawCell | undefined): string | null {
  const text = cellText(cell);
  return text === '' || isPlaceholder(text) ? null : text;
}

/** Asked of every cell of a register, so the first character decides what is looked at. */
export function isPlaceholder(text: string): boolean {
  const first = text.charAt(0).toLowerCase();
  if (FIRST_CHARACTERS.has(first) && text.length <= LONGEST_PLACEHOLDER && PLACEHOLDERS.has(text.toLowerCase())) return true;
  if ((first >= 'a' && first <= 'z') || (first >= '1' && first <= '9')) return false;
  return ONLY_MARKS.test(text) || ONLY_ZEROS.test(text) || EXCEL_ERROR.test(text);
}

export const isExcelError = (cell: RawCell | undefined): boolean => typeof cell === 'string' && cell.includes('#') && EXCEL_ERROR.test(cell.trim());

/** The text of a cell that must be short to mean anything: a date, an amount, a quantity. Longer ones are never parsed. */
export const LONGEST_VALUE = 80;

/** `6.37702E+15`: an identifier that Excel took for a number and shortened; its last digits are lost. */
export const isShortenedNumber = (text: string): boolean => /^\d(\.\d+)?E\+\d{2}$/i.test(text);

function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  return Number.isInteger(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);
}
