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
  readonly rows: readonly RawRow[];
  readonly notices: readonly Decision[];
};

/** `A` for 0, `Z` for 25, `AA` for 26: the letter over a column in a spreadsheet. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}
