import type { Column, GridRow } from './column.ts';

/** What was done to cells, for the name of the change. */
export type EditHow = 'edit' | 'paste' | 'fill' | 'clear';

/** A row and the fields to set on it; `row` is null for a row to be added. */
export type RowEdit<Row, Set> = { readonly row: Row | null; readonly set: Set };

/** How a list is changed by typing into it. */
export type GridEditing<Row, Set> = {
  /** Makes the changes in one command; false when it was refused. */
  readonly apply: (edits: readonly RowEdit<Row, Set>[], how: EditHow) => Promise<boolean>;
  /** What cannot be true of the row after all of its changes, by column. */
  readonly problemsOf?: (row: Row | null, set: Set) => readonly { readonly column: string; readonly message: string }[];
  /** Completes a row that a paste adds below the last; absent where rows cannot be added so. `above` is the last row pasted over. */
  readonly newRow?: (set: Set, above: Row | null) => Set;
};

/** What is to stand in one cell. Rows to be added have no row yet and a number instead, from 1. */
export type TypedCell<Row, Set> = {
  readonly row: Row | null;
  readonly added: number | null;
  readonly column: Column<Row, Set>;
  readonly text: string;
};

export type CellProblem<Row, Set> = { readonly cell: TypedCell<Row, Set>; readonly message: string };

export type ReadCells<Row, Set> = {
  readonly edits: readonly RowEdit<Row, Set>[];
  readonly problems: readonly CellProblem<Row, Set>[];
  /** Cells that would come to say something else. */
  readonly changed: number;
  /** Headings of columns that are worked out, where the text was another than what stands there. */
  readonly passedOver: readonly string[];
};

const same = (one: string, other: string): boolean => one.trim() === other.trim();

/** Whether the cell already says this, as it is copied or as it is typed. */
const saysSo = <Row, Set>({ row, column, text }: TypedCell<Row, Set>): boolean =>
  row !== null && (same(column.text(row), text) || (column.edit?.typed !== undefined && same(column.edit.typed(row), text)));

type Gathered<Row, Set> = { readonly row: Row | null; set: Set; readonly cells: TypedCell<Row, Set>[] };

/**
 * Reads many cells as a whole: what would change in each row, and every cell that cannot be read with the sentence
 * why. Cells that already say so are left alone, so that what was copied out comes back without a change.
 */
export function readCells<Row extends GridRow, Set extends object>(
  cells: readonly TypedCell<Row, Set>[], { problemsOf, newRow }: Pick<GridEditing<Row, Set>, 'problemsOf' | 'newRow'>,
  above: Row | null = null,
): ReadCells<Row, Set> {
  const problems: CellProblem<Row, Set>[] = [];
  const passedOver = new Set<string>();
  const rows = new Map<string, Gathered<Row, Set>>();
  let changed = 0;
  for (const cell of cells) {
    if (saysSo(cell) || (cell.row === null && cell.text.trim() === '')) continue;
    const { edit, heading } = cell.column;
    if (edit === undefined) {
      passedOver.add(heading);
      continue;
    }
    const reading = edit.read(cell.text, cell.row);
    if (!reading.ok) {
      problems.push({ cell, message: reading.message });
      continue;
    }
    changed += 1;
    const key = cell.row === null ? `new ${cell.added}` : String(cell.row.id);
    const gathered = rows.get(key);
    if (gathered === undefined) rows.set(key, { row: cell.row, set: { ...reading.set }, cells: [cell] });
    else {
      gathered.set = { ...gathered.set, ...reading.set };
      gathered.cells.push(cell);
    }
  }
  const edits = [...rows.values()].map(({ row, set, cells: own }): RowEdit<Row, Set> => {
    const whole = row === null && newRow !== undefined ? newRow(set, above) : set;
    for (const { column, message } of problemsOf?.(row, whole) ?? []) {
      const cell = own.find((each) => each.column.key === column) ?? own[0];
      if (cell !== undefined) problems.push({ cell, message });
    }
    return { row, set: whole };
  });
  return { edits, problems, changed, passedOver: [...passedOver] };
}
