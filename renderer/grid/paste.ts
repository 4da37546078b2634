import type { Column, GridRow } from './column.ts';
import type { TypedCell } from './edit.ts';
import { rowsFrom, rowsIn } from './range.ts';
import type { RangeBox } from './range.ts';
import type { GridLine } from './lines.ts';

type Sheet = readonly (readonly string[])[];

/** Where a paste goes: the selection, the lines of the grid and the columns shown, in order. */
export type PasteTarget<Row, Set> = {
  readonly box: RangeBox;
  readonly lines: readonly GridLine<Row>[];
  readonly columns: readonly Column<Row, Set>[];
};

export type Paste<Row, Set> = {
  readonly cells: readonly TypedCell<Row, Set>[];
  /** Cells of rows below the last, which are to be added. */
  readonly added: readonly TypedCell<Row, Set>[];
  readonly addedRows: number;
  /** Columns of the clipboard that found none in the grid. */
  readonly cutColumns: number;
  /** The last row pasted over: new rows are likely to be of its kind. */
  readonly above: Row | null;
};

/** Repeats the sheet over a larger selection, as a spreadsheet does: one value fills it, a row fills every row. */
const tiled = (sheet: Sheet, rows: number, columns: number): Sheet => {
  const width = Math.max(...sheet.map((row) => row.length));
  const [down, across] = [rows / sheet.length, columns / width];
  if (!Number.isInteger(down) || !Number.isInteger(across) || (down === 1 && across === 1)) return sheet;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => sheet[row % sheet.length]?.[column % width] ?? ''));
};

/** A first row of headings, as Kitplan copies whole rows, is no data. */
const withoutHeadings = <Row, Set>(sheet: Sheet, columns: readonly Column<Row, Set>[]): Sheet => {
  const [first = []] = sheet;
  const heads = first.length > 1 && first.every((cell, index) => cell.trim() === columns[index]?.heading);
  return heads ? sheet.slice(1) : sheet;
};

/** Lays what was on the clipboard over the grid, cell by cell, from the top left of what is selected. */
export function pasteOver<Row extends GridRow, Set>(clipboard: Sheet, { box, lines, columns }: PasteTarget<Row, Set>): Paste<Row, Set> {
  const from = columns.slice(box.left - 1);
  const selected = rowsIn(box, lines).length;
  const sheet = tiled(withoutHeadings(clipboard, from), selected, box.right - box.left + 1);
  const rows = rowsFrom(box.top, lines);
  const cellsOf = (texts: readonly string[], row: Row | null, added: number | null): readonly TypedCell<Row, Set>[] =>
    texts.flatMap((text, index) => {
      const column = from[index];
      return column === undefined ? [] : [{ row, added, column, text }];
    });
  const over = sheet.slice(0, rows.length);
  const beyond = sheet.slice(rows.length).filter((texts) => texts.some((text) => text.trim() !== ''));
  return {
    cells: over.flatMap((texts, index) => cellsOf(texts, rows[index] ?? null, null)),
    added: beyond.flatMap((texts, index) => cellsOf(texts, null, index + 1)),
    addedRows: beyond.length,
    cutColumns: Math.max(0, Math.max(0, ...sheet.map((row) => row.length)) - from.length),
    above: rows[over.length - 1] ?? null,
  };
}

/** The cells of a rectangle, row by row. */
export const cellsIn = <Row extends GridRow, Set>({ box, lines, columns }: PasteTarget<Row, Set>, textOf: (row: Row, column: Column<Row, Set>) => string): readonly TypedCell<Row, Set>[] =>
  rowsIn(box, lines).flatMap((row) => columns.slice(box.left - 1, box.right).map((column) => ({ row, added: null, column, text: textOf(row, column) })));

/** Fill down: the first row's text in every row below it; from a single row, the text of the row above. */
export function filledDown<Row extends GridRow, Set>({ box, lines, columns }: PasteTarget<Row, Set>): readonly TypedCell<Row, Set>[] {
  const rows = rowsIn(box, lines);
  const single = rows.length === 1;
  const source = single ? rowsIn({ top: 0, bottom: box.top - 1 }, lines).at(-1) : rows[0];
  if (source === undefined) return [];
  return cellsIn({ box, lines, columns }, (_, column) => column.edit?.typed?.(source) ?? column.text(source))
    .filter(({ row, column }) => (single || row !== source) && column.edit !== undefined);
}
