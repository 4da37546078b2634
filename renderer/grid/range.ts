import type { GridRow } from './column.ts';
import { keyOfLine } from './lines.ts';
import type { GridLine } from './lines.ts';

/** A cell by its row and its column, so that sorting, filtering and moving columns take it along. */
export type CellName = { readonly id: number; readonly column: string };

/** A rectangle of cells: where it began and where it has come to. */
export type CellRange = { readonly anchor: CellName; readonly head: CellName };

/** The rectangle as it stands in the grid now: lines and places in the row, both ends included. */
export type RangeBox = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

const between = (one: number, other: number): readonly [number, number] => (one < other ? [one, other] : [other, one]);

/** Where the range stands; null when an end of it is no longer shown. `columns` are the keys in order; places count from 1. */
export const boxOf = <Row extends GridRow>(
  range: CellRange | null, lines: readonly GridLine<Row>[], columns: readonly string[],
): RangeBox | null => {
  if (range === null) return null;
  const { anchor, head } = range;
  const lineOf = (id: number): number => lines.findIndex((line) => keyOfLine(line) === id);
  const [top, bottom] = between(lineOf(anchor.id), head.id === anchor.id ? lineOf(anchor.id) : lineOf(head.id));
  const [left, right] = between(columns.indexOf(anchor.column) + 1, columns.indexOf(head.column) + 1);
  return top < 0 || left < 1 ? null : { top, bottom, left, right };
};

/** The rows of the rectangle, top to bottom; headings between them are passed over. */
export const rowsIn = <Row extends GridRow>(box: Pick<RangeBox, 'top' | 'bottom'>, lines: readonly GridLine<Row>[]): readonly Row[] =>
  lines.slice(box.top, box.bottom + 1).flatMap((line) => (line.kind === 'row' ? [line.row] : []));

/** The rows from a line downwards: where a paste goes when it is longer than what was selected. */
export const rowsFrom = <Row extends GridRow>(top: number, lines: readonly GridLine<Row>[]): readonly Row[] =>
  rowsIn({ top, bottom: lines.length - 1 }, lines);
