import { choiceIn } from './column.ts';
import type { Column, GridRow } from './column.ts';
import { byChoice } from './filters.ts';
import type { RowPositions } from './order.ts';

/** The heading of rows that have the same word in a column. */
export type RowGroup<Row> = {
  /** The words of the groups it lies in and its own: what it is folded and found again by. */
  readonly path: string;
  readonly words: string;
  /** 0 for the outermost. */
  readonly level: number;
  readonly rows: readonly Row[];
};

/** One line of the grid, top to bottom: the heading of a group, or a row. */
export type GridLine<Row> =
  | { readonly kind: 'group'; readonly group: RowGroup<Row>; readonly open: boolean }
  | { readonly kind: 'row'; readonly row: Row };

/** The rows that stand at these positions. */
export const rowsAt = <Row>(rows: readonly Row[], positions: RowPositions): readonly Row[] =>
  Array.from(positions, (position) => {
    const row = rows[position];
    if (!row) throw new Error(`The list has no row at ${position}.`);
    return row;
  });

const WITHIN = '\u001f';

/** The lines: the sorted rows alone, or under a heading for each word of the columns grouped by, one within another. */
export const gridLines = <Row extends GridRow>(
  sorted: readonly Row[], groupBy: readonly Column<Row>[], closed: ReadonlySet<string>,
): readonly GridLine<Row>[] => {
  const under = (rows: readonly Row[], level: number, path: string): readonly GridLine<Row>[] => {
    const column = groupBy[level];
    if (column === undefined) return rows.map((row): GridLine<Row> => ({ kind: 'row', row }));
    const order = byChoice(column);
    return [...Map.groupBy(rows, (row) => choiceIn(column, row))]
      .sort(([left], [right]) => order(left, right))
      .flatMap(([value, members]): readonly GridLine<Row>[] => {
        const words = value ?? column.unknownWords;
        const own = path === '' ? words : `${path}${WITHIN}${words}`;
        const open = !closed.has(own);
        const heading: GridLine<Row> = { kind: 'group', group: { path: own, words, level, rows: members }, open };
        return open ? [heading, ...under(members, level + 1, own)] : [heading];
      });
  };
  return under(sorted, 0, '');
};

/** What tells a line from the others: the number of its row, or the path of its group. */
export const keyOfLine = <Row extends GridRow>(line: GridLine<Row> | undefined): number | string | null =>
  (line === undefined ? null : line.kind === 'row' ? line.row.id : line.group.path);

/** Every path on the way to a row: opening them brings it into sight. */
export const pathsTo = <Row extends GridRow>(row: Row, groupBy: readonly Column<Row>[]): readonly string[] => {
  const words = groupBy.map((column) => choiceIn(column, row) ?? column.unknownWords);
  return words.map((_, level) => words.slice(0, level + 1).join(WITHIN));
};
