import { financialYearOfMonth, firstMonthOf, monthOf } from '../calendar.ts';
import { forecast } from '../forecast.ts';
import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { COST_CATEGORIES, SPEND_NATURES, type CostCategory, type IsoDate, type Pence, type SpendNature } from '../vocabulary.ts';
import { codeWithTitle, compareCodes, placeTitle } from './code-titles.ts';
import { hasCapitalCode } from './codes.ts';
import type { BudgetEntry } from './entries.ts';
import { accountingPeriods, calendarYears, monthlyEntries, periodOf, type MoneyPeriod } from './periods.ts';

/*
 * What a plan has for the returns that schools make. An academy's budget forecast return asks for three September years,
 * the previous, the present and the next, in two parts, September to March (P1) and April to August (P2), and for three
 * years from the next one on. A maintained school's return has a code and a financial year.
 * Source: DfE, budget forecast return.
 */

/** Months of the first part of a September year: to the end of March. */
const FIRST_PART = 7;
const SEPTEMBER = 9;

/** One amount for each column. */
export type ReturnRow = {
  readonly costCategory: CostCategory;
  readonly nature: SpendNature;
  readonly name: string;
  /** The line's number as the school has filled it in; null where it has not. */
  readonly lineNumber: string | null;
  readonly pence: readonly Pence[];
};

export type ReturnTable<Row> = {
  readonly columns: readonly MoneyPeriod[];
  readonly rows: readonly Row[];
  /** Items whose cost is in no column, because nobody has said what they cost. */
  readonly unpriced: number;
};

/** The columns of the return as at a day: Y1P1 to Y3P2, then Y2 to Y4 of the three years' forecast. */
export function returnColumns(asOf: IsoDate): readonly MoneyPeriod[] {
  const previous = firstMonthOf(financialYearOfMonth(monthOf(asOf), SEPTEMBER) - 1, SEPTEMBER);
  const parts = [0, 1, 2].flatMap((year): MoneyPeriod[] => {
    const start = previous + 12 * year;
    return [
      { label: `Y${year + 1}P1`, firstMonth: start, months: FIRST_PART },
      { label: `Y${year + 1}P2`, firstMonth: start + FIRST_PART, months: 12 - FIRST_PART },
    ];
  });
  const later = calendarYears(SEPTEMBER, previous + 24, 3).map((period, at) => ({ ...period, label: `Y${at + 2}` }));
  return [...parts, ...later];
}

/** The forecast in the school's own years that holds every month of these periods: where each line is placed once. */
export function forecastOver(snapshot: PlanSnapshot, asOf: IsoDate, periods: readonly MoneyPeriod[]): Forecast {
  const { yearStartMonth } = snapshot.school;
  const first = Math.min(...periods.map(({ firstMonth }) => firstMonth));
  const last = Math.max(...periods.map(({ firstMonth, months }) => firstMonth + months - 1));
  const firstYear = financialYearOfMonth(first, yearStartMonth);
  return forecast(snapshot, { asOf, firstYear, years: financialYearOfMonth(last, yearStartMonth) - firstYear + 1 });
}

/** The lines of an academy's budget forecast return for ICT: seven of revenue and five of capital, by name and number. */
export function returnRows(snapshot: PlanSnapshot, asOf: IsoDate): ReturnTable<ReturnRow> {
  const columns = returnColumns(asOf);
  const entries = monthlyEntries(snapshot, forecastOver(snapshot, asOf, columns));
  const places = SPEND_NATURES.flatMap((nature) => COST_CATEGORIES.filter((each) => nature === 'revenue' || hasCapitalCode(each)).map((costCategory) => ({ costCategory, nature })));
  return {
    columns, unpriced: unpricedIn(columns, entries),
    rows: places.map(({ costCategory, nature }) => ({
      costCategory, nature, name: placeTitle(costCategory, nature),
      lineNumber: snapshot.finance.returnLines.find((line) => line.costCategory === costCategory && line.nature === nature)?.lineNumber ?? null,
      pence: sumsIn(columns, entries.filter((entry) => entry.costCategory === costCategory && entry.nature === nature)),
    })),
  };
}

/** A code and what it comes to in each period that the school accounts by. */
export type CodeRow = { readonly code: string; readonly name: string; readonly pence: readonly Pence[] };

/** Code by accounting period, for a forecast in the school's own years. */
export function codeRows(snapshot: PlanSnapshot, own: Forecast, columns = accountingPeriods(snapshot, own)): ReturnTable<CodeRow> {
  const { returnLines } = snapshot.finance;
  const entries = monthlyEntries(snapshot, own);
  const byCode = [...Map.groupBy(entries, ({ code }) => code)].sort(([a], [b]) => compareCodes(returnLines)(a, b));
  return {
    columns, unpriced: unpricedIn(columns, entries),
    rows: byCode.map(([code, of]) => ({ code, name: codeWithTitle(code, returnLines), pence: sumsIn(columns, of) })),
  };
}

/** What entries come to in each period; periods may overlap. */
function sumsIn(columns: readonly MoneyPeriod[], entries: readonly BudgetEntry[]): Pence[] {
  const byMonth = new Map<number, Pence>();
  for (const { month, netPence } of entries) byMonth.set(month, (byMonth.get(month) ?? 0) + (netPence ?? 0));
  return columns.map((column) => [...byMonth].reduce((sum, [month, pence]) => (periodOf([column], month) === 0 ? sum + pence : sum), 0));
}

const unpricedIn = (columns: readonly MoneyPeriod[], entries: readonly BudgetEntry[]): number => entries.reduce((sum, { netPence, quantity, month }) =>
  (netPence === null && periodOf(columns, month) >= 0 ? sum + quantity : sum), 0);
