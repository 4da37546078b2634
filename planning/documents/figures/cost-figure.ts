import type { ReserveCourse } from '../../budget/reserve.ts';
import { formatPounds, sumOf } from '../../money.ts';
import type { Forecast } from '../../result.ts';
import { CHART_GROUPS, CHART_GROUP_WORDS, type Pence } from '../../vocabulary.ts';
import { listOf } from '../../words.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { DocumentTable, TableCell } from '../model.ts';

/**
 * What each year costs by chart group, stacked, against the budget: the figure of the overview and of every document about money.
 * @param reserve marks a year over its budget as covered where the school's reserve pays for it
 */
export function costChart({ years, totals }: Forecast, reserve: ReserveCourse | null = null): ChartSpec {
  const { plannedPence, plannedByChartGroup, budgetPence, budgetEntered } = totals;
  const budgets = years.map((_, index) => (budgetEntered[index] === true ? budgetPence?.[index] ?? null : null));
  const over = budgets.map((budget, index) => (budget === null ? 0 : Math.max(0, (plannedPence[index] ?? 0) - budget)));
  return {
    key: 'cost_by_year', title: 'Planned cost and budget, by year', kind: 'stacked_columns', unit: 'pence', categories: years.map(({ label }) => label),
    series: CHART_GROUPS.filter((group) => plannedByChartGroup[group].some((pence) => pence > 0))
      .map((group) => ({ key: group, name: CHART_GROUP_WORDS[group], tone: group, values: years.map((_, index) => plannedByChartGroup[group][index] ?? 0) })),
    line: budgets.some((budget) => budget !== null) ? { name: 'Budget', values: budgets } : null,
    marks: over.flatMap((pence, at) => (pence === 0 ? [] : [{ at, text: `${formatPounds(pence)} over`, standing: isCovered(reserve, at) ? 'covered' as const : 'short' as const }])),
    altText: `Columns of planned cost by year: ${listOf(years.map(({ label }, index) => yearInWords(label, plannedPence[index] ?? 0, budgets[index] ?? null)))}.`,
  };
}

/** Whether the reserve pays for what a year is over: it gives something in that year and is not below its floor after it. */
export function isCovered(course: ReserveCourse | null, yearIndex: number): boolean {
  const year = course?.years.find((each) => each.yearIndex === yearIndex);
  return course !== null && year !== undefined && course.reserve.spread === null && year.changePence < 0 && year.endPence >= Math.max(0, course.reserve.floorPence);
}

const yearInWords = (label: string, planned: Pence, budget: Pence | null): string =>
  `${label} ${formatPounds(planned)}${budget === null ? ', no budget entered' : ` against a budget of ${formatPounds(budget)}`}`;

const figure = (pence: Pence | null, over = false): TableCell =>
  (pence === null ? { text: 'not entered' } : { text: over ? leftOver(pence) : formatPounds(pence, { symbol: false }), pence, strong: over });

/** What the reserve holds at the end of a year; empty before it begins. */
function reserveCell({ years }: ReserveCourse, yearIndex: number): TableCell {
  const pence = years.find((each) => each.yearIndex === yearIndex)?.endPence;
  return pence === undefined ? { text: '' } : { text: pence < 0 ? `${formatPounds(-pence, { symbol: false })} short` : formatPounds(pence, { symbol: false }), pence, strong: pence < 0 };
}

const leftOver = (pence: Pence): string => `${formatPounds(Math.abs(pence), { symbol: false })} ${pence < 0 ? 'over' : 'left'}`;

/** The ledger under the columns: budget, cost and what is left of it in each year, all years together, and what the reserve then holds. */
export function costLedger({ years, totals }: Forecast, reserve: ReserveCourse | null = null): DocumentTable {
  const { plannedPence, budgetPence, differencePence, budgetEntered } = totals;
  const entered = (figures: readonly Pence[] | null): (Pence | null)[] => years.map((_, index) => (figures !== null && budgetEntered[index] === true ? figures[index] ?? null : null));
  const row = (kind: 'body' | 'total', name: string, figures: readonly (Pence | null)[], over = false): DocumentTable['rows'][number] => {
    const known = figures.filter((pence) => pence !== null);
    return { kind, cells: [{ text: name }, ...figures.map((pence) => figure(pence, over)), figure(known.length === 0 ? null : sumOf(known), over)] };
  };
  const budgets = entered(budgetPence);
  return {
    kind: 'table', caption: 'Budget and cost, by year', note: null,
    columns: [{ heading: '', align: 'left', share: 2 }, ...years.map(({ label }) => ({ heading: label, align: 'right' as const, share: 1 })), { heading: 'All years', align: 'right', share: 1 }],
    rows: [
      ...(budgets.some((budget) => budget !== null) ? [row('body', 'Budget, £', budgets)] : []),
      row('body', 'Cost, £', plannedPence),
      ...(budgets.some((budget) => budget !== null) ? [row('total', 'Difference', entered(differencePence), true)] : []),
      ...(reserve === null ? [] : [{ kind: 'body' as const, cells: [{ text: 'ICT reserve after, £' }, ...years.map((_, index) => reserveCell(reserve, index)), { text: '' }] }]),
    ],
  };
}
