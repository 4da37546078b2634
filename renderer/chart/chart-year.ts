import { costChart } from '../../planning/documents/figures/cost-figure.ts';
import type { ChartSpec } from '../../planning/documents/chart-spec.ts';
import type { Ledger } from '../../planning/ledger.ts';
import { formatPounds } from '../../planning/money.ts';
import { plannedByGroup } from '../../planning/periods.ts';
import type { LikelyRange } from '../../planning/range/bands.ts';
import type { Forecast } from '../../planning/result.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { CHART_GROUPS, type ChartGroup, type Pence } from '../../planning/vocabulary.ts';

/** One column of the cost chart: a financial year. Money in pence, net. */
export type ChartYear = {
  /** `2026/27`. */
  readonly label: string;
  /** Planned cost by chart group; they add up to `plannedPence`. */
  readonly groups: Readonly<Record<ChartGroup, Pence>>;
  readonly plannedPence: Pence;
  /** What of it is spent already; 0 but in the open year. */
  readonly alreadyPence: Pence;
  /** null where no budget has been entered: no line is drawn over this year. */
  readonly budgetPence: Pence | null;
  /** The saved plan's cost where a what-if has changed it: drawn as a dashed outline. */
  readonly savedPence: Pence | null;
  /** Where the year will likely come out, eight times out of ten; null where nothing may move it. */
  readonly likely: { readonly lowPence: Pence; readonly highPence: Pence } | null;
};

/** How far a year is over its budget, in pence; 0 where it fits or no budget has been entered. */
export const overBudgetPence = (year: ChartYear): Pence =>
  year.budgetPence === null ? 0 : Math.max(0, year.plannedPence - year.budgetPence);

/** The tallest thing in the chart, in pence: a column, a budget, an outline of the saved plan or a likely range. */
export const tallestPence = (years: readonly ChartYear[]): Pence =>
  years.reduce((most, year) => Math.max(most, year.plannedPence, year.budgetPence ?? 0, year.savedPence ?? 0, year.likely?.highPence ?? 0), 0);

/** Characters of the longest figure that stands under the columns, without the £. */
export const longestFigure = (years: readonly ChartYear[]): number => formatPounds(tallestPence(years), { symbol: false }).length;

/** The groups that have any cost, in stack order from the bottom. */
export const groupsShown = (years: readonly ChartYear[]): readonly ChartGroup[] =>
  CHART_GROUPS.filter((group) => years.some((year) => year.groups[group] > 0));

const likelyIn = (range: LikelyRange | null, index: number): ChartYear['likely'] => {
  const year = range?.years[index];
  return year === undefined || year.lowPence === year.highPence ? null : { lowPence: year.lowPence, highPence: year.highPence };
};

/** What each chart group costs in a year of the figure; 0 where the figure has no such series. */
function groupsAt({ series }: ChartSpec, index: number): ChartYear['groups'] {
  const ofGroup = (group: ChartGroup): Pence => series.find(({ key }) => key === group)?.values[index] ?? 0;
  return { running: ofGroup('running'), devices: ofGroup('devices'), displays: ofGroup('displays'), servers: ofGroup('servers'), network: ofGroup('network') };
}

/**
 * The columns of a forecast, from the figure that every document about money draws too: planned cost (already spent and still to come) by chart group. `saved` is the
 * forecast without the what-if, whose differing years are outlined; the same forecast where there is none.
 */
export function chartYears(forecast: Forecast, saved: Forecast, range: LikelyRange | null = null): readonly ChartYear[] {
  const { plannedPence, alreadyPence } = forecast.totals;
  const figure = costChart(forecast);
  return figure.categories.map((label, index) => {
    const planned = plannedPence[index] ?? 0;
    const before = saved.totals.plannedPence[index] ?? 0;
    return {
      label, plannedPence: planned, alreadyPence: alreadyPence[index] ?? 0, groups: groupsAt(figure, index), budgetPence: figure.line?.values[index] ?? null,
      savedPence: before === planned ? null : before, likely: likelyIn(range, index),
    };
  });
}

/** The same by the columns of a ledger by terms. A budget is for a whole year, so none is drawn over them. */
export function chartTerms(snapshot: PlanSnapshot, forecast: Forecast, shown: Ledger, saved: Ledger): readonly ChartYear[] {
  const groups = plannedByGroup(snapshot, forecast, shown.columns);
  return shown.columns.map(({ label }, index) => {
    const planned = shown.planned.years[index] ?? 0;
    const before = saved.planned.years[index] ?? 0;
    const ofGroup = (group: ChartGroup): Pence => groups[group][index] ?? 0;
    return {
      label, plannedPence: planned, alreadyPence: shown.already.years[index] ?? 0,
      groups: {
        running: ofGroup('running'), devices: ofGroup('devices'), displays: ofGroup('displays'),
        servers: ofGroup('servers'), network: ofGroup('network'),
      },
      budgetPence: null, savedPence: before === planned ? null : before, likely: null,
    };
  });
}
