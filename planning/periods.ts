import { calendarYearOf, financialYearOfMonth, firstMonthOf, formatMonth, monthOf } from './calendar.ts';
import type { PlanContext } from './context.ts';
import { divideHalfUp } from './money.ts';
import { lastNeedMonth, needCharge } from './needs.ts';
import { contextOf } from './quality.ts';
import { chargesIn, isToPay } from './recurring.ts';
import type { FinancialYear, Forecast, ForecastLine } from './result.ts';
import type { PlannedNeed } from './scenarios/action.ts';
import type { PlanSnapshot, RecurringCost } from './snapshot.ts';
import { costOfRate, runRates } from './upkeep/run-rate.ts';
import type { ChartGroup, MonthIndex, Pence } from './vocabulary.ts';

/*
 * The same plan by terms instead of years. A school's terms end with its holidays, which move from year to year and
 * from county to county; here each takes whole months, so that a financial year from April or September holds whole
 * terms and their figures add up to its own to the penny: autumn September to December, spring January to the end of
 * March (Easter, nearly), summer April to August.
 */
export const TERMS = ['autumn', 'spring', 'summer'] as const;
export type Term = (typeof TERMS)[number];

const TERM_NAMES: Readonly<Record<Term, string>> = { autumn: 'Autumn', spring: 'Spring', summer: 'Summer' };

/** Said wherever figures stand by term. */
export const TERMS_EXPLAINED = 'Terms are counted in whole months: autumn is September to December, spring January to March, summer April to August.';

/** One column of a ledger: a financial year, or as much of a term as lies in it. */
export type Period = {
  /** `2026/27`, `Summer 2026`; no two alike. */
  readonly label: string;
  /** Position of its financial year. */
  readonly yearIndex: number;
  readonly firstMonth: MonthIndex;
  readonly months: number;
  /** null for a whole year. */
  readonly term: Term | null;
};

export const yearPeriods = (years: readonly FinancialYear[]): readonly Period[] =>
  years.map(({ label, firstMonth }, yearIndex) => ({ label, yearIndex, firstMonth, months: 12, term: null }));

/** The calendar month (1 to 12) of a month index. */
const month1Of = (month: MonthIndex): number => month - (calendarYearOf(month) - 2000) * 12 + 1;

const termOf = (month: MonthIndex): Term => {
  const month1 = month1Of(month);
  return month1 >= 9 ? 'autumn' : month1 <= 3 ? 'spring' : 'summer';
};

/** The terms of each year in the order of time. A year that begins in the middle of one has a part of it at either end. */
export const termPeriods = (years: readonly FinancialYear[]): readonly Period[] => years.flatMap(({ firstMonth }, yearIndex) => {
  const terms: { term: Term; firstMonth: MonthIndex; months: number }[] = [];
  for (let month = firstMonth; month < firstMonth + 12; month++) {
    const last = terms.at(-1);
    if (last?.term === termOf(month)) last.months += 1;
    else terms.push({ term: termOf(month), firstMonth: month, months: 1 });
  }
  return terms.map((each): Period => ({ ...each, yearIndex, label: termLabel(each.term, each.firstMonth, each.months) }));
});

const TERM_MONTHS: Readonly<Record<Term, number>> = { autumn: 4, spring: 3, summer: 5 };

function termLabel(term: Term, firstMonth: MonthIndex, months: number): string {
  const name = `${TERM_NAMES[term]} ${calendarYearOf(firstMonth)}`;
  return months === TERM_MONTHS[term] ? name : `${name}, from ${formatMonth(firstMonth).slice(0, 3)}`;
}

/** What of a line falls into one column: the whole of it in most, so many items and pence of a cost that goes on for months. */
export type Part = {
  readonly line: ForecastLine;
  readonly column: number;
  readonly quantity: number;
  /** null where the line has no price. */
  readonly pence: Pence | null;
};

/**
 * The lines of a forecast by the columns of a ledger. In each year and line the parts add up to the line: an event
 * falls into the term of its month; running costs, consumables and what a need costs from then on are charged month by month; losses, which are
 * expected of a year and have no month of their own, are spread evenly over the months still to come.
 */
export function partsIn(snapshot: PlanSnapshot, forecast: Forecast, periods: readonly Period[]): readonly Part[] {
  const whole = (line: ForecastLine, column: number): Part => ({ line, column, quantity: line.quantity, pence: line.netPence });
  if (periods.every(({ months }) => months === 12)) return forecast.lines.map((line) => whole(line, line.yearIndex));
  const context = contextOf(snapshot, forecast);
  const columnOf = columnFinder(periods);
  const costs = new Map(snapshot.recurring.map((cost) => [cost.id, cost]));
  const rates = runRates(snapshot, context.asOf);
  return forecast.lines.flatMap((line) => {
    if (line.assetId !== null || line.netPence === null) return [whole(line, columnOf(line.month))];
    const cost = line.recurringId === null ? undefined : costs.get(line.recurringId);
    if (cost !== undefined) return chargedParts(context, line, cost, columnOf);
    const rate = line.kind === 'consumable' ? rates.find(({ categoryKey }) => categoryKey === line.categoryKey) : undefined;
    if (rate !== undefined) return chargedParts(context, line, costOfRate(snapshot, rate, context.asOf), columnOf);
    if (line.kind !== 'need') return evenParts(context, line, columnOf);
    const need = line.occurrence === 0 ? undefined : snapshot.needs.find(({ costId }) => costId === line.needCostId);
    return need === undefined ? [whole(line, columnOf(line.month))] : neededParts(context, line, need, columnOf);
  });
}

/** The column of a month of the plan's years. */
function columnFinder(periods: readonly Period[]): (month: MonthIndex) => number {
  const start = periods[0]?.firstMonth ?? 0;
  const columns = periods.flatMap(({ months }, column) => Array.from({ length: months }, () => column));
  return (month) => columns[month - start] ?? -1;
}

/** A running cost as it is charged. Its one item is counted where it is first. */
function chargedParts(context: PlanContext, line: ForecastLine, cost: RecurringCost, columnOf: (month: MonthIndex) => number): Part[] {
  const parts = new Map<number, number>();
  for (const charge of chargesIn(context, cost, line.yearIndex)) {
    if (!isToPay(context, charge)) continue;
    const column = columnOf(monthOf(charge.day));
    parts.set(column, (parts.get(column) ?? 0) + (charge.pence ?? 0));
  }
  return [...parts].map(([column, pence], at) => ({ line, column, quantity: at === 0 ? line.quantity : 0, pence }));
}

/** What a need costs from then on, as it is charged. */
function neededParts(context: PlanContext, line: ForecastLine, need: PlannedNeed, columnOf: (month: MonthIndex) => number): Part[] {
  const parts = new Map<number, number>();
  for (let month = line.month; month <= Math.min(lastMonthOf(context, line), lastNeedMonth(need)); month++) {
    const column = columnOf(month);
    parts.set(column, (parts.get(column) ?? 0) + (needCharge(context, need, month) ?? 0));
  }
  return [...parts].map(([column, pence], at) => ({ line, column, quantity: at === 0 ? line.quantity : 0, pence }));
}

const lastMonthOf = (context: PlanContext, line: ForecastLine): MonthIndex => (context.years[line.yearIndex]?.firstMonth ?? line.month - 11) + 11;

/** Equal months by cumulative rounding, so that items and pence come to the line's own exactly. */
function evenParts(context: PlanContext, line: ForecastLine, columnOf: (month: MonthIndex) => number): Part[] {
  const priceYearEnds = firstMonthOf(financialYearOfMonth(line.month, context.schoolStartMonth) + 1, context.schoolStartMonth);
  const months = Math.min(lastMonthOf(context, line) + 1, priceYearEnds) - line.month;
  const { quantity, unitPence, netPence } = line;
  const isItems = unitPence !== null && netPence === quantity * unitPence;
  const until = (amount: number, month: number): number => divideHalfUp(amount * month, months);
  const parts = new Map<number, { quantity: number; pence: number }>();
  for (let month = 0; month < months; month++) {
    const items = until(quantity, month + 1) - until(quantity, month);
    const pence = isItems ? items * unitPence : until(netPence ?? 0, month + 1) - until(netPence ?? 0, month);
    const column = columnOf(line.month + month);
    const part = parts.get(column) ?? { quantity: 0, pence: 0 };
    parts.set(column, { quantity: part.quantity + items, pence: part.pence + pence });
  }
  return [...parts].filter(([, part]) => part.quantity > 0 || part.pence !== 0).map(([column, part]) => ({ line, column, ...part }));
}

/** Money that the open year has spent already, under the column and the chart group of its month. */
export type SpentPart = { readonly column: number; readonly chartGroup: ChartGroup; readonly pence: Pence };

/** What is spent already, by column; together it is the forecast's own `alreadyPence`. */
export function spentIn({ spent }: Forecast, periods: readonly Period[]): readonly SpentPart[] {
  const columnOf = columnFinder(periods);
  return spent.map(({ month, chartGroup, pence }) => ({ column: columnOf(month), chartGroup, pence }));
}

/** Spent already and still to come, by chart group and column: what the bars of a chart over the ledger show. */
export function plannedByGroup(snapshot: PlanSnapshot, forecast: Forecast, periods: readonly Period[]): Readonly<Record<ChartGroup, readonly Pence[]>> {
  const none = (): Pence[] => periods.map(() => 0);
  const groups: Record<ChartGroup, Pence[]> = { running: none(), devices: none(), displays: none(), servers: none(), network: none() };
  const add = (group: ChartGroup, column: number, pence: Pence): void => { groups[group][column] = (groups[group][column] ?? 0) + pence; };
  for (const { line, column, pence } of partsIn(snapshot, forecast, periods)) add(line.chartGroup, column, pence ?? 0);
  for (const { chartGroup, column, pence } of spentIn(forecast, periods)) add(chartGroup, column, pence);
  return groups;
}
