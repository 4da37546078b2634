import type { Separator, TextEncoding } from '../contract/import-options.ts';

/** One cell as the file holds it: dates of a workbook arrive as `yyyy-mm-dd` (or `yyyy-mm-ddThh:mm:ss`) text. */
export type RawCell = string | number | boolean | null;

/** A row with at least one filled cell. */
export type RawRow = {
  /** The row's number as a person sees it in a spreadsheet, counted from 1. */
  readonly row: number;
  readonly cells: readonly RawCell[];
};

/** How one doubtful thing was read, in words for people. */
export type Decision = { readonly column: string; readonly readAs: string };

/** The column name of decisions about the file as a whole. */
export const WHOLE_FILE = 'Whole file';

/** A table as it stands in the file, before anybody has asked what its columns mean. */
export type RawTable = {
  readonly fileName: string;
  /** The sheet it came from; null for a text file. */
  readonly sheet: string | null;
  /** How the workbook counts days: unformatted day numbers are read by it. */
  readonly dateSystem: '1900' | '1904';
  /** Every sheet of the workbook in its order; empty for a text file. */
  readonly sheets: readonly SheetSize[];
  /** How a text file was taken apart; null for a workbook. */
  readonly text: TextForm | null;
  readonly rows: readonly RawRow[];
  readonly notices: readonly Decision[];
  /** Cells with a formula that has no result yet, as `F12`: they are empty in `rows`. Left out where a format cannot tell. */
  readonly uncomputed?: readonly string[];
};

export type SheetSize = {
  readonly name: string;
  /** Rows with a filled cell. */
  readonly rows: number;
  /** One past the last filled column of its first rows. */
  readonly columns: number;
  readonly hidden: boolean;
};

export type TextForm = { readonly encoding: TextEncoding; readonly separator: Separator };

/** `A` for 0, `Z` for 25, `AA` for 26: the letter over a column in a spreadsheet. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}
