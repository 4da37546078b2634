import { columnLetter, type Decision, type RawCell } from '../raw-table.ts';
import { counted } from '../row-notices.ts';

/** A workbook with more merges than this is a drawing, not a register. */
const MOST_MERGES = 20_000;
const MERGE = /<(?:[\w.-]+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

type Merge = { readonly from: number; readonly to: number };
/** A merge within one column: rows counted from 1. */
export type ColumnMerge = Merge & { readonly column: number };

/** The merges of a worksheet's XML that run downwards in one column. */
export function* mergesIn(sheet: string): Generator<ColumnMerge> {
  for (const [, left = '', from = '', right = '', to = ''] of sheet.matchAll(MERGE)) {
    if (left === right && Number(to) > Number(from)) yield { column: columnNumber(left), from: Number(from), to: Number(to) };
  }
}

/**
 * Cells merged downwards: a room written once over the thirty rows that it holds for. Only the first row of
 * such a merge has its text in the file; a person reads it in each. Numbers are not repeated: one over several
 * rows may be their total.
 */
export class MergedTexts {
  readonly #merges = new Map<number, Merge[]>();
  readonly #texts = new Map<number, { readonly merge: Merge; readonly text: string }>();
  readonly #filled = new Map<number, number>();

  constructor(merged: Iterable<ColumnMerge>) {
    let count = 0;
    for (const { column, from, to } of merged) {
      count += 1;
      if (count > MOST_MERGES) break;
      const merges = this.#merges.get(column) ?? [];
      merges.push({ from, to });
      this.#merges.set(column, merges);
    }
    for (const merges of this.#merges.values()) merges.sort((one, other) => one.from - other.from);
  }

  /** The cells of a row, in the order of the sheet, with the texts that stand over them. A blank row stays blank. */
  fill(row: number, cells: readonly RawCell[]): readonly RawCell[] {
    if (this.#merges.size === 0 || cells.every((cell) => cell === null)) return cells;
    const filled = [...cells];
    for (const [column, merges] of this.#merges) {
      while ((merges[0]?.to ?? Infinity) < row) merges.shift();
      const [merge] = merges;
      if (merge === undefined || merge.from > row) continue;
      const cell = filled[column] ?? null;
      const above = this.#texts.get(column);
      if (merge.from === row) {
        if (typeof cell === 'string') this.#texts.set(column, { merge, text: cell });
      } else if (cell === null && above?.merge === merge) {
        while (filled.length < column) filled.push(null);
        filled[column] = above.text;
        this.#filled.set(column, (this.#filled.get(column) ?? 0) + 1);
      }
    }
    return filled;
  }

  remarks(): Decision[] {
    return [...this.#filled].map(([column, count]) => ({
      column: `Column ${columnLetter(column)}`,
      readAs: `the text of merged cells was read for each row that they span (${counted(count, 'cell')})`,
    }));
  }
}

/** 0 for `A`, 26 for `AA`. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}
