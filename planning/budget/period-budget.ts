import { financialYearOfMonth, firstMonthOf, formatMonth } from '../calendar.ts';
import { formatExact, sumOf } from '../money.ts';
import type { FinancialYear, Forecast, ForecastLine } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { SpentLine } from '../spent.ts';
import { isWithin, type Scope } from './behind.ts';
import type { BudgetCell } from './cells.ts';
import { explainBudgetCell, type AskedFigure, type BudgetReasons, type BudgetStep } from './explain-cell.ts';
import { budgetMatrix, type BudgetMatrix, type BudgetView, type Planned } from './matrix.ts';
import { accountingPeriods, allocationsIn, calendarYears, daysOf, monthlyEntries, periodOf, PRO_RATA, type MoneyPeriod } from './periods.ts';

/** By which years a budget is looked at: as it was entered; as the school accounts where it becomes an academy; from April; from September. */
export const BUDGET_CALENDARS = ['entered', 'accounts', 'april', 'september'] as const;
export type BudgetCalendar = (typeof BUDGET_CALENDARS)[number];

const START_MONTHS = { april: 4, september: 9 } as const;

/** A period as the budget shows it: as much of it as lies in the plan. */
export type ShownPeriod = MoneyPeriod & {
  /** `part: to Mar 2031` of a year that the plan does not wholly hold, `5 months` of a period between two kinds of year; else null. */
  readonly part: string | null;
};

type Years = Pick<Forecast, 'years'>;

/** The ways to look that differ from one another, the one in which budgets are entered first. */
export function calendarsOf(snapshot: PlanSnapshot, forecast: Years): readonly BudgetCalendar[] {
  const changes = accountingPeriods(snapshot, forecast).some(({ months }) => months !== 12);
  const others = (['april', 'september'] as const).filter((calendar) => START_MONTHS[calendar] !== snapshot.school.yearStartMonth);
  return ['entered', ...(changes ? ['accounts' as const] : []), ...others];
}

/** The periods of a calendar over the years of a forecast in the school's own: every month of those years lies in one of them. */
export function periodsShown(snapshot: PlanSnapshot, forecast: Years, calendar: BudgetCalendar): readonly ShownPeriod[] {
  const start = forecast.years[0]?.firstMonth ?? 0;
  const end = start + 12 * forecast.years.length;
  if (calendar === 'accounts') return accountingPeriods(snapshot, forecast).map((each) => ({ ...each, part: each.months === 12 ? null : `${each.months} month${each.months === 1 ? '' : 's'}` }));
  const startMonth = calendar === 'entered' ? snapshot.school.yearStartMonth : START_MONTHS[calendar];
  return calendarYears(startMonth, start, forecast.years.length + 1).filter(({ firstMonth }) => firstMonth < end).map((year) => {
    const [from, to] = [Math.max(start, year.firstMonth), Math.min(end, year.firstMonth + 12)];
    const part = from > year.firstMonth ? `part: from ${formatMonth(from)}` : to < year.firstMonth + 12 ? `part: to ${formatMonth(to - 1)}` : null;
    return { label: year.label, firstMonth: from, months: to - from, part };
  });
}

/** A period in the place of a financial year: what is coded in it is coded as on its first day. */
const yearOf = ({ school }: PlanSnapshot, period: MoneyPeriod): FinancialYear =>
  ({ ...daysOf(period), label: period.label, firstMonth: period.firstMonth, year: financialYearOfMonth(period.firstMonth, school.yearStartMonth) });

/**
 * A forecast in the school's own years with its money sorted into periods that do not overlap, which stand in the place
 * of its years. Fund and code stay as they were placed; what lies in none of the periods is left out.
 */
export function sortedInto(snapshot: PlanSnapshot, own: Forecast, periods: readonly MoneyPeriod[]): Planned {
  const lines: ForecastLine[] = [];
  const spent: SpentLine[] = [];
  for (const { line, spent: gone, month, quantity, netPence, vatPence } of monthlyEntries(snapshot, own)) {
    const yearIndex = periodOf(periods, month);
    if (yearIndex < 0) continue;
    if (line === null) spent.push({ ...gone, yearIndex });
    else lines.push({ ...line, yearIndex, month, quantity, netPence, vatPence });
  }
  return { years: periods.map((period) => yearOf(snapshot, period)), lines, spent, yearStartMonth: own.yearStartMonth, noPrice: own.noPrice };
}

/** The budget over the periods of a calendar. */
export type PeriodBudget = {
  readonly calendar: BudgetCalendar;
  readonly periods: readonly ShownPeriod[];
  readonly planned: Planned;
  /** With the periods in the place of its years. */
  readonly matrix: BudgetMatrix;
};

/** The budget of a forecast over other periods: costs by their months, budgets shared evenly over the months of their years. */
export function periodBudget(snapshot: PlanSnapshot, own: Forecast, view: BudgetView, calendar: BudgetCalendar): PeriodBudget {
  const periods = periodsShown(snapshot, own, calendar);
  const planned = sortedInto(snapshot, own, periods);
  const held = allocationsIn(snapshot, periods).map(({ period, ...each }) => ({ ...each, yearIndex: period }));
  return { calendar, periods, planned, matrix: budgetMatrix(snapshot, planned, view, held) };
}

/** Why a figure of a period is what it is. What the steps add comes to the figure. */
export function explainPeriodCell(
  snapshot: PlanSnapshot, { planned, periods, matrix: { view } }: PeriodBudget, asked: { readonly scope: Scope; readonly at: number; readonly figure: AskedFigure }, cell: BudgetCell,
): BudgetReasons {
  const { scope, at, figure } = asked;
  if (figure !== 'allocated') return explainBudgetCell({ snapshot, forecast: planned, view, scope, year: at }, cell, figure);
  const period = periods[at];
  return { steps: period === undefined ? [] : sharedSteps(snapshot, scope, view, period), assetIds: [], orderIds: [] };
}

/** How much of each year's budget is for the months of a period. */
function sharedSteps(snapshot: PlanSnapshot, scope: Scope, view: BudgetView, period: MoneyPeriod): BudgetStep[] {
  const { yearStartMonth } = snapshot.school;
  const within = allocationsIn(snapshot, [period]).filter((each) => isWithin(scope, each, view));
  const parts = [...Map.groupBy(within, ({ year }) => year)].toSorted(([a], [b]) => a - b).map(([year, of]): BudgetStep => {
    const [own] = calendarYears(yearStartMonth, firstMonthOf(year, yearStartMonth), 1);
    const pence = sumOf(of.map((each) => each.pence));
    const whole = sumOf(allocationsIn(snapshot, own === undefined ? [] : [own]).filter((each) => each.year === year && isWithin(scope, each, view)).map((each) => each.pence));
    const months = own === undefined ? 0 : Math.min(own.firstMonth + 12, period.firstMonth + period.months) - Math.max(own.firstMonth, period.firstMonth);
    return { text: `Of ${formatExact(whole)} for ${own?.label ?? year}, ${months} of its 12 months: ${formatExact(pence)}.`, pence };
  });
  const together = parts.length < 2 ? [] : [{ text: `Together ${formatExact(sumOf(parts.map(({ pence }) => pence ?? 0)))}.`, pence: null }];
  return [...parts, ...together, { text: PRO_RATA, pence: null }];
}

/** What a calendar is called on a switch. */
export function calendarName(snapshot: PlanSnapshot, forecast: Years, calendar: BudgetCalendar): string {
  if (calendar === 'april') return 'April years';
  if (calendar === 'september') return 'September years';
  const converts = calendarsOf(snapshot, forecast).includes('accounts');
  return calendar === 'accounts' || !converts ? 'Own years' : 'As entered';
}
