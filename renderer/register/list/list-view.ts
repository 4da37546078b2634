import { useState } from 'react';
import { NO_FILTERS } from '../../grid/filters.ts';
import type { AskedFor, GridFilters } from '../../grid/filters.ts';
import type { GridRow } from '../../grid/column.ts';
import { useGrid } from '../../grid/use-grid.ts';
import type { Grid, GridNeeds, GridView } from '../../grid/use-grid.ts';

/** A question that the list is often asked, one press away: "Notice due". */
export type QuickFilter<Row> = AskedFor<Row> & { readonly byButton: true };

export const quickFilter = <Row>(words: string, test: (row: Row) => boolean): QuickFilter<Row> => ({ words, test, byButton: true });

export const isAsked = <Row>(filters: GridFilters<Row>, quick: QuickFilter<Row>): boolean => filters.askedFor.some(({ words }) => words === quick.words);

/** Asks the question, or asks it no more. */
export const withQuick = <Row>(filters: GridFilters<Row>, quick: QuickFilter<Row>): GridFilters<Row> => ({
  ...filters,
  askedFor: isAsked(filters, quick) ? filters.askedFor.filter(({ words }) => words !== quick.words) : [...filters.askedFor, quick],
});

const plainView = <Row>(): GridView<Row> => ({ filters: NO_FILTERS, sort: [], groupBy: [], closed: new Set(), saved: 'first' });

/** How a list was left, for as long as the window is open: coming back to its tab finds it so. */
const left = new Map<string, unknown>();

/** A list of the register with its own view; `area` names it on this computer. */
export function useListGrid<Row extends GridRow, Set extends object>(needs: Omit<GridNeeds<Row, Set>, 'view' | 'setView'>): Grid<Row, Set> {
  const [view, setView] = useState(() => (left.get(needs.area) as GridView<Row> | undefined) ?? plainView<Row>());
  left.set(needs.area, view);
  return useGrid<Row, Set>({ ...needs, view, setView });
}
