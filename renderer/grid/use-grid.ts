import { useElementSize } from '@mantine/hooks';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Dispatch, RefCallback, SetStateAction } from 'react';
import type { SavedView } from '../../app/contract/views.ts';
import type { Column, GridRow } from './column.ts';
import { RowIndex } from './filters.ts';
import type { GridFilters, Searched } from './filters.ts';
import { layOutColumns } from './layout.ts';
import type { GridLayout, ListLayout } from './layout.ts';
import { gridLines, rowsAt } from './lines.ts';
import type { GridLine } from './lines.ts';
import { RowOrder } from './order.ts';
import type { Sort } from './order.ts';
import { boxOf, rowsIn } from './range.ts';
import type { CellRange, RangeBox } from './range.ts';
import { NOTHING_TICKED, tickedAmong } from './ticks.ts';
import type { Ticks } from './ticks.ts';
import { useListLayout } from './use-list-layout.ts';

/*
 * A list of the school as a spreadsheet, in five steps:
 *   1. Rows with an `id`, and columns for them (column.ts): how each is named, drawn, sorted, filtered, copied, changed.
 *   2. A `GridView` in the page's state: filters, order, groups, what is folded.
 *   3. `const grid = useGrid({ area, rows, columns, searched, itemsOf, view, setView })`, with rows and columns memoised.
 *   4. `<GridToolbar grid …/>`, `<DataGrid grid …/>`, `<GridFooter grid>…</GridFooter>`.
 *   5. `editing` for DataGrid (edit.ts): one command for all rows that were typed, pasted, filled or cleared; null to read only.
 */

/** How a list is being looked at. */
export type GridView<Row> = {
  readonly filters: GridFilters<Row>;
  /** Empty is the list's own order. */
  readonly sort: readonly Sort[];
  /** Columns whose words are headings, the outermost first. */
  readonly groupBy: readonly string[];
  /** The groups whose rows are folded away. */
  readonly closed: ReadonlySet<string>;
  /** The saved view it is looked at through; `first` until it is known whether the list has one that it opens with. */
  readonly saved: number | 'first' | null;
};

export type GridNeeds<Row, Set> = {
  /** Names the list where this computer remembers its columns and the plan its saved views. */
  readonly area: SavedView['area'];
  /** Both must be the same objects from one drawing to the next unless something changed. */
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row, Set>[];
  readonly searched: Searched<Row>;
  /** How many items a row stands for. */
  readonly itemsOf: (row: Row) => number;
  readonly view: GridView<Row>;
  readonly setView: (change: (view: GridView<Row>) => GridView<Row>) => void;
  /** Columns left out until somebody chooses columns, besides those grouped by. */
  readonly quiet?: ReadonlySet<string>;
};

/** A list as it is shown just now. */
export type Grid<Row extends GridRow, Set extends object> = Pick<GridNeeds<Row, Set>, 'area' | 'rows' | 'columns' | 'itemsOf' | 'view' | 'setView'> & {
  readonly index: RowIndex<Row>;
  /** The conditions that the rows shown pass: while somebody types they lag behind those of the view. */
  readonly filters: GridFilters<Row>;
  /** The rows that pass, in order, those in folded groups too. */
  readonly shown: readonly Row[];
  readonly lines: readonly GridLine<Row>[];
  /** The columns grouped by, the outermost first. */
  readonly grouped: readonly Column<Row, Set>[];
  readonly layout: GridLayout<Row, Set>;
  /** For the element whose width the columns fill. */
  readonly measured: RefCallback<HTMLDivElement | null>;
  readonly layoutChosen: ListLayout;
  readonly setLayout: (layout: ListLayout) => void;
  readonly ticks: Ticks;
  readonly setTicks: Dispatch<SetStateAction<Ticks>>;
  /** What is ticked and shown. */
  readonly ticked: readonly Row[];
  readonly range: CellRange | null;
  readonly setRange: Dispatch<SetStateAction<CellRange | null>>;
  /** Where the range stands; null while no cells are selected. */
  readonly box: RangeBox | null;
  readonly rangeRows: readonly Row[];
};

const NONE: ReadonlySet<string> = new Set();

/** The columns grouped by. */
const groupColumns = <Row, Set>(columns: readonly Column<Row, Set>[], groupBy: readonly string[]): readonly Column<Row, Set>[] =>
  groupBy.flatMap((key) => columns.find((column) => column.key === key) ?? []);

/**
 * A list as it is shown just now: its rows filtered, sorted and grouped, its columns laid out, what is ticked and
 * which cells are selected. Hand the answer to `DataGrid`, `GridToolbar` and `GridFooter`.
 */
export function useGrid<Row extends GridRow, Set extends object>(needs: GridNeeds<Row, Set>): Grid<Row, Set> {
  const { area, rows, columns, searched, itemsOf, view, setView, quiet = NONE } = needs;
  const index = useMemo(() => new RowIndex<Row>(rows, columns, searched), [rows, columns, searched]);
  const order = useMemo(() => new RowOrder<Row>(rows, columns), [rows, columns]);
  const [layoutChosen, setLayout] = useListLayout(area);
  const [ticks, setTicks] = useState<Ticks>(NOTHING_TICKED);
  const [range, setRange] = useState<CellRange | null>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();

  // Typing stays quick over a large list: the letters show first, the rows follow.
  const filters = useDeferredValue(view.filters);
  const matching = useMemo(() => index.matching(filters), [index, filters]);
  const shown = useMemo(() => rowsAt(rows, order.sorted(matching, view.sort)), [rows, order, matching, view.sort]);
  const grouped = useMemo(() => groupColumns(columns, view.groupBy), [columns, view.groupBy]);
  const lines = useMemo(() => gridLines<Row>(shown, grouped, view.closed), [shown, grouped, view.closed]);
  const layout = useMemo(
    () => layOutColumns(columns, { width, layout: layoutChosen, quiet: new Set([...quiet, ...view.groupBy]) }),
    [columns, width, layoutChosen, quiet, view.groupBy],
  );
  const ticked = useMemo(() => tickedAmong(ticks, shown), [ticks, shown]);
  const box = useMemo(() => boxOf(range, lines, layout.columns.map(({ column }) => column.key)), [range, lines, layout]);
  const rangeRows = useMemo(() => (box === null ? [] : rowsIn(box, lines)), [box, lines]);
  return {
    area, rows, columns, index, itemsOf, view, setView, filters, shown, lines, grouped, layout, measured,
    layoutChosen, setLayout,
    ticks, setTicks, ticked, range, setRange, box, rangeRows,
  };
}
