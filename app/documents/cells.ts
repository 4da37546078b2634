import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import type { CellPlace, CellRange, CellStyle, WorkbookCell } from './workbook-writer.ts';

/** Short ways to write cells and to point at them. */

export const textCell = (text: string, style: CellStyle = 'text'): WorkbookCell => ({ kind: 'text', text, style });
export const numberCell = (value: number, style: CellStyle): WorkbookCell => ({ kind: 'number', value, style });
export const dateCell = (date: IsoDate): WorkbookCell => ({ kind: 'date', date, style: 'date' });
export const formulaCell = (formula: string, result: number | string, style: CellStyle): WorkbookCell =>
  ({ kind: 'formula', formula, result, style });

/** Pounds with their pence: the nearest number to the exact amount. */
export const pounds = (pence: Pence): number => pence / 100;

export const moneyCell = (pence: Pence, style: CellStyle = 'money'): WorkbookCell => numberCell(pounds(pence), style);

/** Letters of a column counted from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** `B7`. */
export const address = ({ row, column }: CellPlace): string => `${columnLetters(column)}${row}`;

/** `B7:F7`. */
export const rangeAddress = ({ from, to }: CellRange): string => `${address(from)}:${address(to)}`;

/** `$B$7:$F$7`. */
export const fixedAddress = ({ from, to }: CellRange): string => {
  const fixed = ({ row, column }: CellPlace): string => `$${columnLetters(column)}$${row}`;
  return `${fixed(from)}:${fixed(to)}`;
};

/** A sheet's name as formulas and defined names want it: always in quotes, its own apostrophes doubled. */
export const quotedSheet = (name: string): string => `'${name.replaceAll('\'', '\'\'')}'`;

/** Part of a column. */
export const columnRange = (column: number, firstRow: number, lastRow: number): CellRange =>
  ({ from: { row: firstRow, column }, to: { row: lastRow, column } });

/** Part of a row. */
export const rowRange = (row: number, firstColumn: number, lastColumn: number): CellRange =>
  ({ from: { row, column: firstColumn }, to: { row, column: lastColumn } });

/** A text that stands in a formula, in quotes, its own quotes doubled. Wildcards of criteria mean themselves. */
export const criterion = (text: string): string => `"${text.replaceAll(/[~*?]/g, '~$&').replaceAll('"', '""')}"`;
