import type { ReactNode } from 'react';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { itemCount } from '../../planning/words.ts';
import type { GridRow } from './column.ts';
import type { Grid } from './use-grid.ts';

type GridFooterProps<Row extends GridRow, Set extends object> = {
  readonly grid: Grid<Row, Set>;
  /** At the right: what is shown comes to in £. */
  readonly children?: ReactNode;
};

const itemsIn = <Row,>(rows: readonly Row[], itemsOf: (row: Row) => number): number => rows.reduce((sum, row) => sum + itemsOf(row), 0);

/** "12 cells, £1,592": what the selected cells come to, where they hold money or counts. */
function RangeWords<Row extends GridRow, Set extends object>({ grid: { box, rangeRows, layout } }: { readonly grid: Grid<Row, Set> }) {
  if (box === null) return null;
  const columns = layout.columns.slice(box.left - 1, box.right).map(({ column }) => column);
  const sumOf = (kind: 'amount' | 'count'): number | null => {
    const values = columns.filter((column) => column.kind === kind).flatMap((column) => rangeRows.map((row) => column.sortValue(row)));
    const known = values.filter((value) => typeof value === 'number');
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  const [pounds, counted] = [sumOf('amount'), sumOf('count')];
  const cells = rangeRows.length * columns.length;
  return (
    <span>
      <b>{formatCount(cells)}</b> {cells === 1 ? 'cell' : 'cells'}
      {pounds !== null && <>, sum <b className="num">{formatPounds(pounds)}</b></>}
      {counted !== null && <>, sum <b className="num">{formatCount(counted)}</b></>}
    </span>
  );
}

/** How much is shown, ticked and selected, and what it comes to. */
export function GridFooter<Row extends GridRow, Set extends object>({ grid, children }: GridFooterProps<Row, Set>) {
  const { rows, shown, ticked, itemsOf } = grid;
  const [all, now, chosen] = [itemsIn(rows, itemsOf), itemsIn(shown, itemsOf), itemsIn(ticked, itemsOf)];
  const inRows = rows.length === all ? '' : `, ${formatCount(shown.length)} of ${formatCount(rows.length)} rows`;
  const tickedRows = ticked.length === chosen ? '' : ` in ${formatCount(ticked.length)} ${ticked.length === 1 ? 'row' : 'rows'}`;
  return (
    <div className="grid-foot" role="status" aria-label="Totals of what is shown">
      <span><b>{formatCount(now)}</b> of {formatCount(all)} shown{inRows}</span>
      {ticked.length > 0 && <span><b>{itemCount(chosen)}</b>{tickedRows} selected</span>}
      <RangeWords grid={grid} />
      <span className="grid-foot-sums">{children}</span>
    </div>
  );
}
