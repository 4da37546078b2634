import { calendarYearOf, dayOfMonth, financialYearLabel, financialYearOfMonth, firstMonthOf, formatMonth, lastDayOfMonth, monthOf } from '../calendar.ts';
import { divideHalfUp } from '../money.ts';
import { partsIn, type Period } from '../periods.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { MonthIndex, Pence } from '../vocabulary.ts';
import { allocations, type Allocation } from './allocation.ts';
import { budgetEntries, type BudgetEntry } from './entries.ts';

/*
 * The same budget over other periods: September years for April ones and the other way, the years of a school that
 * becomes an academy, the two parts of a year in the budget forecast return. Which fund pays and under which code is
 * said once, in the school's own years, and no view changes that: a view only sorts months.
 */

/** Whole months that are accounted for together. */
export type MoneyPeriod = { readonly label: string; readonly firstMonth: MonthIndex; readonly months: number };

/** The first month after a period. */
const endOf = ({ firstMonth, months }: MoneyPeriod): MonthIndex => firstMonth + months;

/** `2026/27` for a whole year, `April 2027 to August 2027` for any other. */
function periodFrom(firstMonth: MonthIndex, endMonth: MonthIndex): MoneyPeriod {
  const months = endMonth - firstMonth;
  const startMonth = firstMonth - firstMonthOf(calendarYearOf(firstMonth), 1) + 1;
  const label = months === 12 ? financialYearLabel(calendarYearOf(firstMonth), startMonth)
    : months === 1 ? formatMonth(firstMonth) : `${formatMonth(firstMonth)} to ${formatMonth(endMonth - 1)}`;
  return { label, firstMonth, months };
}

/** Years that start in one month of the calendar, so many from the one that holds a month. */
export function calendarYears(startMonth: number, firstMonth: MonthIndex, count: number): readonly MoneyPeriod[] {
  const first = firstMonthOf(financialYearOfMonth(firstMonth, startMonth), startMonth);
  return Array.from({ length: count }, (_, year) => periodFrom(first + 12 * year, first + 12 * (year + 1)));
}

/**
 * The periods that a school accounts by over the years of a forecast in its own calendar: those years; where it becomes
 * an academy among them, its years up to the month of that day, the months that are left of the one it breaks off, and
 * the new years from then on, the first and the last as long as they lie in the plan.
 */
export function accountingPeriods({ school, finance }: Pick<PlanSnapshot, 'school' | 'finance'>, { years }: Pick<Forecast, 'years'>): readonly MoneyPeriod[] {
  const start = years[0]?.firstMonth ?? 0;
  const end = start + 12 * years.length;
  const { conversion } = finance.profile;
  const changes = conversion === null ? end : Math.min(end, Math.max(start, monthOf(conversion.on)));
  const isFirst = (month: MonthIndex): boolean => {
    const startMonth = month < changes ? school.yearStartMonth : conversion?.yearStartMonth ?? school.yearStartMonth;
    return month === changes || month === firstMonthOf(financialYearOfMonth(month, startMonth), startMonth);
  };
  const firsts = Array.from({ length: end - start }, (_, month) => start + month).filter((month) => month === start || isFirst(month));
  return firsts.map((month, at) => periodFrom(month, firsts[at + 1] ?? end));
}

/**
 * All the money of a forecast month by month: what is spent and what is bought in its own month, a running cost as it is
 * charged, losses evenly over the months still to come. The entries of a line come to the line's, with and without VAT.
 */
export function monthlyEntries(snapshot: PlanSnapshot, forecast: Forecast): readonly BudgetEntry[] {
  const months = forecast.years.flatMap(({ firstMonth }, yearIndex) => Array.from({ length: 12 }, (_, month): Period => (
    { label: formatMonth(firstMonth + month), yearIndex, firstMonth: firstMonth + month, months: 1, term: null })));
  const start = months[0]?.firstMonth ?? 0;
  const parts = Map.groupBy(partsIn(snapshot, forecast, months), ({ line }) => line);
  return budgetEntries(snapshot, forecast).flatMap((entry): readonly BudgetEntry[] => {
    const of = entry.line === null ? [] : parts.get(entry.line) ?? [];
    if (entry.line === null || of.length < 2) return [of[0] === undefined ? entry : { ...entry, month: start + of[0].column }];
    const vat = sharer(entry.line);
    return of.map(({ column, quantity, pence }) => ({ ...entry, month: start + column, quantity, netPence: pence, vatPence: vat(pence) }));
  });
}

/** Gives each part of a line its VAT, by cumulative rounding. */
function sharer({ netPence, vatPence }: ForecastLine): (pence: Pence | null) => Pence | null {
  let net = 0;
  let given = 0;
  return (pence) => {
    if (pence === null || vatPence === null) return null;
    net += pence;
    const until = netPence === null || netPence === 0 ? 0 : divideHalfUp(vatPence * net, netPence);
    const own = until - given;
    given = until;
    return own;
  };
}

/** Position of the period that holds a month; −1 for a month in none. */
export const periodOf = (periods: readonly MoneyPeriod[], month: MonthIndex): number =>
  periods.findIndex((period) => period.firstMonth <= month && month < endOf(period));

/** Whether the years of a forecast hold all of a period. */
export function isCovered({ years }: Pick<Forecast, 'years'>, period: MoneyPeriod): boolean {
  const start = years[0]?.firstMonth ?? 0;
  return start <= period.firstMonth && endOf(period) <= start + 12 * years.length;
}

/** First and last day of a period. */
export const daysOf = (period: MoneyPeriod): { readonly start: string; readonly end: string } =>
  ({ start: dayOfMonth(period.firstMonth), end: lastDayOfMonth(endOf(period) - 1) });

/** Said wherever a budget stands in other periods than the years it was entered for. */
export const PRO_RATA = 'A budget was entered for a whole financial year of the school and is shared evenly over its months here.';

/** What each place holds in each period, an even part of each year for each of its months: the twelve come to the year. */
export function allocationsIn(snapshot: Pick<PlanSnapshot, 'budgets' | 'finance' | 'school'>, periods: readonly MoneyPeriod[]): readonly (Allocation & { readonly period: number })[] {
  return allocations(snapshot).flatMap((allocation) => {
    const start = firstMonthOf(allocation.year, snapshot.school.yearStartMonth);
    const until = (months: number): Pence => divideHalfUp(allocation.pence * months, 12);
    return periods.flatMap((period, at) => {
      const from = Math.max(0, period.firstMonth - start);
      const to = Math.min(12, endOf(period) - start);
      return from < to ? [{ ...allocation, period: at, pence: until(to) - until(from) }] : [];
    });
  });
}
