import type { Pence } from '../../planning/vocabulary.ts';

/** Text tables for other programs: UTF-8 with its mark, CRLF, and nothing that a spreadsheet would run. */

/** `pence` is money with both its decimals, as finance systems read it. */
export type CsvCell = string | number | { readonly pence: Pence } | null;

/** Excel and LibreOffice take a cell that begins so for a formula; the wide forms are those of Asian keyboards. */
const RUNS_AS_FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
const NEEDS_QUOTES = /[",\n\r]/u;

/**
 * One table as the text of a .csv file. A text that a spreadsheet would run as a formula gets an apostrophe in
 * front, which `cellText` of the intake takes off again; numbers are written as they are, so −5 stays −5.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\u{feff}${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** The file that the host hands to the person. */
export const csvFile = (fileName: string, rows: readonly (readonly CsvCell[])[]): { readonly fileName: string; readonly mimeType: string; readonly base64: string } =>
  ({ fileName, mimeType: 'text/csv', base64: Buffer.from(csvText(rows), 'utf8').toString('base64') });

/** `1234.50`, `-0.05`: pounds for programs, worked out in whole pence. */
export function decimalPounds(pence: Pence): string {
  const size = Math.abs(pence);
  return `${pence < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return Number.isSafeInteger(cell.pence) ? decimalPounds(cell.pence) : '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  // A leading space would hide a formula from the check and not from the spreadsheet.
  const trimmed = cell.replaceAll('\0', '').replaceAll(/^[ \u00a0\u200b\ufeff]+|[ \u00a0]+$/gu, '');
  const safe = RUNS_AS_FORMULA.test(trimmed) ? `'${trimmed}` : trimmed;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
