import type { Column, GridRow } from './column.ts';
import type { Cell } from './keys.ts';
import type { GridLine } from './lines.ts';
import type { CellName, RangeBox } from './range.ts';
import type { Grid } from './use-grid.ts';
import type { useCellEditing } from './use-cell-editing.ts';

export type MenuPoint = { readonly x: number; readonly y: number };

/** What can be done from the grid; the page does it. */
export type GridActions<Row> = {
  /** Opens the column's filter. */
  readonly filterBy: (column: string) => void;
  /** The focus came to this row. */
  readonly comeTo: (row: Row) => void;
  /** Enter, F2 or a double press on a cell that cannot be typed into. */
  readonly open: (row: Row, column: string | null) => void;
  /** Alt+Enter: why these figures? */
  readonly why?: (row: Row) => void;
  /** Delete: of the ticked rows, else of the one with the focus. */
  readonly remove?: (rows: readonly Row[]) => void;
  /** The row's menu: by its button, a right press or the menu key. */
  readonly menu: (row: Row, at: MenuPoint) => void;
  /** Alt+Left and Alt+Right. */
  readonly shift?: (rows: readonly Row[], by: -1 | 1) => void;
};

/** Everything that the grid's events need to know. */
export type GridState<Row extends GridRow, Set extends object> = {
  readonly grid: Grid<Row, Set>;
  readonly editing: ReturnType<typeof useCellEditing<Row, Set>>;
  readonly line: number;
  readonly place: number;
  readonly page: number;
  readonly goTo: (cell: Cell, focus?: boolean) => void;
  readonly actions: GridActions<Row>;
  readonly headMenu: (column: string, at: MenuPoint) => void;
};

type Some<Row extends GridRow, Set extends object> = Pick<GridState<Row, Set>, 'grid' | 'line' | 'place'>;

export const columnAt = <Row extends GridRow, Set extends object>({ grid }: Pick<GridState<Row, Set>, 'grid'>, place: number): Column<Row, Set> | undefined =>
  grid.layout.columns[place - 1]?.column;

export const lineAt = <Row extends GridRow, Set extends object>({ grid }: Pick<GridState<Row, Set>, 'grid'>, line: number): GridLine<Row> | undefined => grid.lines[line];

/** A cell of a row by its names; undefined for a heading, a tick or a menu. */
export const nameOfCell = <Row extends GridRow, Set extends object>(state: Pick<GridState<Row, Set>, 'grid'>, cell: Cell): CellName | undefined => {
  const line = lineAt(state, cell.line);
  const column = columnAt(state, cell.place);
  return line?.kind === 'row' && column !== undefined ? { id: line.row.id, column: column.key } : undefined;
};

/** The rows that an act is about: those ticked when this is one of them, else this one. */
export const rowsMeant = <Row extends GridRow>(ticked: readonly Row[], row: Row): readonly Row[] =>
  (ticked.some(({ id }) => id === row.id) ? ticked : [row]);

/** The cells that a paste or a fill is about: the range, else the cell with the focus; null where there is none. */
export const boxMeant = <Row extends GridRow, Set extends object>(state: Some<Row, Set>): RangeBox | null => {
  const { grid: { box }, line, place } = state;
  if (box !== null) return box;
  return nameOfCell(state, { line, place }) === undefined ? null : { top: line, bottom: line, left: place, right: place };
};

/** What a paste needs to know of the grid. */
export const targetOf = <Row extends GridRow, Set extends object>(state: Some<Row, Set>) => {
  const box = boxMeant(state);
  return box === null ? null : { box, lines: state.grid.lines, columns: state.grid.layout.columns.map(({ column }) => column) };
};

export const foldGroup = <Row extends GridRow, Set extends object>({ setView }: Grid<Row, Set>, path: string, open: boolean): void => setView((view) => {
  const closed = new Set(view.closed);
  if (open) closed.delete(path);
  else closed.add(path);
  return { ...view, closed };
});
