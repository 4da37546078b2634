import { compareCodes } from './budget/code-titles.ts';
import type { PlanContext } from './context.ts';
import { sumOf } from './money.ts';
import type { ByYear, Forecast, ForecastLine, ForecastTotals, UnplacedLine } from './result.ts';
import { CHART_GROUPS, COST_CATEGORIES, type ChartGroup, type Pence } from './vocabulary.ts';

/** Money already spent in a year shown, under the chart group that its bar belongs to. */
export type Spent = { readonly yearIndex: number; readonly chartGroup: ChartGroup; readonly pence: Pence };

/** What a total needs to know of a line, or of many lines of one kind and category taken together. */
export type Addend = Pick<UnplacedLine, 'yearIndex' | 'kind' | 'categoryKey' | 'chartGroup' | 'costCategory' | 'quantity' | 'netPence'>;

/** The totals that need no fund and no code. */
export type PlainTotals = Omit<ForecastTotals, 'byCode'>;

type Sums = Map<string, number[]>;

/** Sums that are never rounded: every figure is a plain addition of the lines' pence. */
export function totalsOf(
  context: PlanContext, lines: readonly Addend[], spent: readonly Spent[], standStillPence: readonly Pence[],
): PlainTotals {
  const none = (): number[] => context.years.map(() => 0);
  const add = (sums: Sums, key: string, yearIndex: number, amount: number): void => {
    let row = sums.get(key);
    if (row === undefined) sums.set(key, row = none());
    row[yearIndex] = (row[yearIndex] ?? 0) + amount;
  };
  const byCategory: Sums = new Map();
  const byCostCategory: Sums = new Map();
  const byChartGroup: Sums = new Map();
  const quantityByCategory: Sums = new Map();
  const totalPence = none();
  for (const line of lines) {
    const pence = line.netPence ?? 0;
    totalPence[line.yearIndex] = (totalPence[line.yearIndex] ?? 0) + pence;
    add(byCategory, line.categoryKey, line.yearIndex, pence);
    add(byCostCategory, line.costCategory, line.yearIndex, pence);
    add(byChartGroup, line.chartGroup, line.yearIndex, pence);
    if (line.kind === 'replace') add(quantityByCategory, line.categoryKey, line.yearIndex, line.quantity);
  }
  const alreadyPence = none();
  const planned: Sums = new Map(CHART_GROUPS.map((group) => [group, [...byChartGroup.get(group) ?? none()]]));
  for (const { yearIndex, chartGroup, pence } of spent) {
    alreadyPence[yearIndex] = (alreadyPence[yearIndex] ?? 0) + pence;
    add(planned, chartGroup, yearIndex, pence);
  }
  const plannedPence = totalPence.map((pence, year) => pence + (alreadyPence[year] ?? 0));
  const categoryKeys = context.snapshot.categories.map((category) => category.key);
  return {
    totalPence, alreadyPence, plannedPence, ...budgetOf(context, plannedPence), standStillPence: [...standStillPence],
    byCategory: inOrder(byCategory, categoryKeys),
    byCostCategory: inOrder(byCostCategory, COST_CATEGORIES),
    byChartGroup: inOrder(byChartGroup, CHART_GROUPS),
    plannedByChartGroup: chartGroupsOf(planned, none()),
    quantityByCategory: inOrder(quantityByCategory, categoryKeys),
  };
}

/** What is still to come under each code: revenue before capital, each in the order of the cost categories. */
export function byCodeOf(context: PlanContext, lines: readonly Pick<ForecastLine, 'code' | 'yearIndex' | 'netPence'>[]): Record<string, ByYear> {
  const sums: Sums = new Map();
  for (const { code, yearIndex, netPence } of lines) {
    let row = sums.get(code);
    if (row === undefined) sums.set(code, row = context.years.map(() => 0));
    row[yearIndex] = (row[yearIndex] ?? 0) + (netPence ?? 0);
  }
  const inTurn = compareCodes(context.snapshot.finance.returnLines);
  return Object.fromEntries([...sums].sort(([a], [b]) => inTurn(a, b)));
}

/** Keys in the school's own order, and any other after them by name: the order of the register's rows plays no part. */
function inOrder(sums: Sums, order: readonly string[]): Record<string, ByYear> {
  const others = [...sums.keys()].filter((key) => !order.includes(key)).sort();
  return Object.fromEntries([...new Set(order), ...others].flatMap((key) => {
    const row = sums.get(key);
    return row === undefined ? [] : [[key, row] as const];
  }));
}

const chartGroupsOf = (sums: Sums, none: ByYear): Record<ChartGroup, ByYear> => {
  const row = (group: ChartGroup): ByYear => sums.get(group) ?? none;
  return {
    running: row('running'), devices: row('devices'), displays: row('displays'),
    servers: row('servers'), network: row('network'),
  };
};

/** Budget and difference, all funds together; nothing of either where no year shown has a budget. */
export function budgetOf(
  context: PlanContext, plannedPence: ByYear,
): Pick<ForecastTotals, 'budgetPence' | 'differencePence' | 'budgetEntered'> {
  const lines = (context.budgets ?? []).filter((line) => Number.isSafeInteger(line.pence));
  const ofYear = context.years.map((year) => lines.filter((line) => line.year === year.year));
  const budgetEntered = ofYear.map((each) => each.length > 0);
  if (!budgetEntered.includes(true)) return { budgetPence: null, differencePence: null, budgetEntered };
  const budgetPence = ofYear.map((each) => each.reduce((sum, line) => sum + line.pence, 0));
  return {
    budgetPence, budgetEntered,
    differencePence: budgetPence.map((pence, year) => pence - (plannedPence[year] ?? 0)),
  };
}

/** Items with a line and no price: the totals are too low by what they cost. */
export const itemsWithoutPrice = ({ noPrice }: Pick<Forecast, 'noPrice'>): number => sumOf(noPrice.map(({ quantity }) => quantity));
