import { z } from 'zod';
import { list, plainText } from './fields.ts';

/*
 * How an export of a finance system is laid out: by the letters over its columns and by its rows, as finance systems
 * themselves ask for it.
 */

/** The last column that is read. */
const MOST_COLUMNS = 200;

/** 0 for A, 26 for AA. Letters alone, in capitals. */
export function columnIndex(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}

/** A column by the letters over it. */
export const columnLetters = z.string().trim().toUpperCase()
  .regex(/^[A-Z]{1,3}$/, 'A column is named by the letters over it, such as D.')
  .refine((letters) => columnIndex(letters) < MOST_COLUMNS, `Kitplan reads the first ${MOST_COLUMNS} columns, A to GR.`);

const rowNumber = z.int('A row is a whole number, as the spreadsheet shows it.').min(1, 'Rows are counted from 1.').max(1_048_576, 'A spreadsheet ends at row 1,048,576.');

export const actualsLayout = z.strictObject({
  /** The sheet; null is the one that Kitplan finds. */
  tab: z.string().max(100).nullable().default(null),
  startRow: rowNumber,
  /** Null is to the end. */
  endRow: rowNumber.nullable().default(null),
  /** Rows in which any cell holds one of these texts are left out. */
  ignoreText: list(plainText.min(1).max(100)).refine((texts) => texts.length <= 20, 'Up to 20 texts can be named.').default([]),
  ledgerCode: columnLetters,
  fund: columnLetters.nullable().default(null),
  costCentre: columnLetters.nullable().default(null),
  /** What was spent: several are added up. */
  actual: list(columnLetters).refine((columns) => columns.length >= 1, 'At least one column holds what was spent.').refine((columns) => columns.length <= 24, 'Up to 24 columns can be added up.'),
  /** What the finance system has committed beside it. */
  committed: list(columnLetters).refine((columns) => columns.length <= 24, 'Up to 24 columns can be added up.').default([]),
  date: columnLetters.nullable().default(null),
  description: columnLetters.nullable().default(null),
}).refine(({ startRow, endRow }) => endRow === null || endRow >= startRow, { path: ['endRow'], message: 'The last row lies before the first.' });
export type ActualsLayout = z.infer<typeof actualsLayout>;
