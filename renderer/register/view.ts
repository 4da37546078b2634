import type { Forecast } from '../../planning/result.ts';
import { NO_FILTERS } from '../grid/filters.ts';
import type { GridFilters } from '../grid/filters.ts';
import type { GridView } from '../grid/use-grid.ts';
import type { PageParams } from '../lib/navigation.tsx';
import { filtersAskedFor } from './asked-for.ts';
import type { RegisterRow } from './rows.ts';

/** How the register is being looked at. */
export type RegisterView = GridView<RegisterRow> & {
  /** False once the side panel was hidden. */
  readonly panel: boolean;
  /** The asset that the side panel shows. */
  readonly assetId: number | null;
};

export type RegisterFilters = GridFilters<RegisterRow>;

/** What the register is grouped by until somebody says otherwise. */
export const BY_KIND: readonly string[] = ['kind'];

const firstView = (): RegisterView => ({
  filters: NO_FILTERS, sort: [], groupBy: BY_KIND, closed: new Set(), saved: 'first', assetId: null,
  // In a narrow window, or at 200 % zoom, the panel lies over the grid: it comes when it is asked for.
  panel: window.matchMedia('(min-width: 821px)').matches,
});

/** Coming back to the register finds it as it was left, for as long as the window is open. */
const lastViews = new Map<string, RegisterView>();

export const rememberView = (planId: string, view: RegisterView): void => {
  lastViews.set(planId, view);
};

/** The view to open with: as it was left, unless another page asked for something. */
export const openingView = (
  planId: string, params: Partial<PageParams['register']>, rows: readonly RegisterRow[], forecast: Forecast,
): RegisterView => {
  const last = lastViews.get(planId) ?? firstView();
  const { filter, search, assetId } = params;
  if (filter === undefined && search === undefined && assetId === undefined) return last;
  return {
    ...last, closed: new Set(), saved: null, filters: filtersAskedFor(filter ?? {}, search ?? '', rows, forecast),
    ...(assetId === undefined ? {} : { assetId, panel: true }),
  };
};
