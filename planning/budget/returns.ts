import { financialYear, financialYearOfMonth, firstMonthOf, monthOf } from '../calendar.ts';
import { forecast } from '../forecast.ts';
import { formatExact } from '../money.ts';
import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { COST_CATEGORIES, SPEND_NATURES, type CostCategory, type IsoDate, type Pence, type SpendNature } from '../vocabulary.ts';
import { compareNames } from '../words.ts';
import { namer, placeOfEntry, type Scope } from './behind.ts';
import { NO_MONEY } from './cells.ts';
import { codeWithTitle, placeTitle } from './code-titles.ts';
import { codeOf, hasCapitalCode } from './codes.ts';
import type { BudgetEntry } from './entries.ts';
import { explainBudgetCell, type BudgetReasons } from './explain-cell.ts';
import { budgetMatrix, entryPence, spentUnder, type BudgetView } from './matrix.ts';
import { FINANCING_CODES, isRevenueFinanced, type MemoRow } from './memo.ts';
import { sortedInto } from './period-budget.ts';
import { calendarYears, monthlyEntries, periodOf, type MoneyPeriod } from './periods.ts';

/*
 * What a plan has for the returns that schools make. An academy's budget forecast return asks for three September years,
 * the previous, the present and the next, in two parts, September to March (P1) and April to August (P2), and for three
 * years from the next one on. A maintained school's return has a code and a financial year from April. Either is made of
 * any plan, whatever the school's own years: costs fall into columns by their months.
 * Source: DfE, budget forecast return; CFR framework.
 */
export const RETURN_KINDS = ['bfr', 'cfr'] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

/** Months of the first part of a September year: to the end of March. */
const FIRST_PART = 7;
const START_MONTHS: Readonly<Record<ReturnKind, number>> = { bfr: 9, cfr: 4 };

/** One line of a return, with an amount for each column. */
export type ReturnRow = {
  readonly costCategory: CostCategory;
  readonly nature: SpendNature;
  readonly name: string;
  /** `E20A`; of a budget forecast return the line's number as the school has filled it in, null where it has not. */
  readonly number: string | null;
  readonly pence: readonly Pence[];
};

export type ReturnTable = {
  readonly kind: ReturnKind;
  readonly vat: BudgetView['vat'];
  /** Those of the budget forecast return overlap: Y2 is Y3P1 and Y3P2. */
  readonly columns: readonly MoneyPeriod[];
  readonly rows: readonly ReturnRow[];
  /** All rows together. */
  readonly total: readonly Pence[];
  /** Revenue that pays for capital, which the return shows once more; in no total. */
  readonly memo: readonly MemoRow[];
  /** What is in no column because nobody has said what it costs: how many of what, by name. */
  readonly unpriced: readonly { readonly name: string; readonly quantity: number }[];
  /** In the school's own years, over every month of the columns: where each line was placed. */
  readonly own: Forecast;
};

const columnsOfReturn = (kind: ReturnKind, asOf: IsoDate, years: number): readonly MoneyPeriod[] =>
  (kind === 'bfr' ? forecastColumns(asOf) : calendarYears(START_MONTHS.cfr, monthOf(asOf), years));

/** The columns of the budget forecast return as at a day: Y1P1 to Y3P2, then Y2 to Y4 of the three years' forecast. */
function forecastColumns(asOf: IsoDate): readonly MoneyPeriod[] {
  const start = START_MONTHS.bfr;
  const previous = firstMonthOf(financialYearOfMonth(monthOf(asOf), start) - 1, start);
  const parts = [0, 1, 2].flatMap((year): MoneyPeriod[] => {
    const first = previous + 12 * year;
    return [
      { label: `Y${year + 1}P1`, firstMonth: first, months: FIRST_PART },
      { label: `Y${year + 1}P2`, firstMonth: first + FIRST_PART, months: 12 - FIRST_PART },
    ];
  });
  const later = calendarYears(start, previous + 24, 3).map((period, at) => ({ ...period, label: `Y${at + 2}` }));
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

/** The lines of a return, revenue before capital, in DfE's order. */
const PLACES = SPEND_NATURES.flatMap((nature) =>
  COST_CATEGORIES.filter((each) => nature === 'revenue' || hasCapitalCode(each)).map((costCategory) => ({ costCategory, nature })));

/**
 * What a plan has for a return: seven lines of revenue and five of capital.
 * @param years how many financial years a CFR table has, from the one that holds the day; the other return has its own
 */
export function returnTable(snapshot: PlanSnapshot, kind: ReturnKind, { asOf, years, vat }: { readonly asOf: IsoDate; readonly years: number; readonly vat: BudgetView['vat'] }): ReturnTable {
  const columns = columnsOfReturn(kind, asOf, years);
  const own = forecastOver(snapshot, asOf, columns);
  const entries = monthlyEntries(snapshot, own).filter(({ month }) => periodOf(columns, month) >= 0);
  const byPlace = Map.groupBy(entries, (entry) => keyOf(spentUnder(placeOfEntry(entry))));
  const rows = PLACES.map((place): ReturnRow => (
    { ...place, name: placeTitle(place.costCategory, place.nature), number: numberOf(snapshot, kind, columns, place), pence: sumsIn(columns, byPlace.get(keyOf(place)) ?? [], vat) }));
  return {
    kind, vat, columns, rows, own, memo: memoOf(snapshot, kind, columns, entries, vat), unpriced: unpricedOf(snapshot, entries),
    total: columns.map((_, at) => rows.reduce((sum, { pence }) => sum + (pence[at] ?? 0), 0)),
  };
}

const keyOf = ({ costCategory, nature }: { readonly costCategory: CostCategory | null; readonly nature: SpendNature | null }): string => `${costCategory}/${nature}`;

/** What a line is called by beside its name. A code that is divided in the course of the columns is both. */
function numberOf({ finance: { returnLines } }: PlanSnapshot, kind: ReturnKind, columns: readonly MoneyPeriod[], { costCategory, nature }: Pick<ReturnRow, 'costCategory' | 'nature'>): string | null {
  if (kind === 'bfr') return returnLines.find((line) => line.costCategory === costCategory && line.nature === nature)?.lineNumber ?? null;
  const codes = columns.map(({ firstMonth }) => codeOf({ scheme: 'cfr', costCategory, nature, year: financialYearOfMonth(firstMonth, START_MONTHS.cfr) }, []));
  return [...new Set(codes)].join(', then ');
}

function memoOf({ funds }: PlanSnapshot, kind: ReturnKind, columns: readonly MoneyPeriod[], entries: readonly BudgetEntry[], vat: BudgetView['vat']): readonly MemoRow[] {
  const financed = sumsIn(columns, entries.filter((entry) => isRevenueFinanced(funds, entry)), vat);
  return financed.every((pence) => pence === 0) ? []
    : FINANCING_CODES[kind === 'cfr' ? 'cfr' : 'academy'].map((code) => ({ code, name: codeWithTitle(code), pence: financed }));
}

function unpricedOf(snapshot: PlanSnapshot, entries: readonly BudgetEntry[]): ReturnTable['unpriced'] {
  const called = namer(snapshot);
  const without = Map.groupBy(entries.filter(({ netPence }) => netPence === null), (entry) => called(entry).name);
  return [...without].map(([name, of]) => ({ name, quantity: of.reduce((sum, { quantity }) => sum + quantity, 0) })).toSorted((a, b) => compareNames(a.name, b.name));
}

/** What entries come to in each period; periods may overlap. */
function sumsIn(columns: readonly MoneyPeriod[], entries: readonly BudgetEntry[], vat: BudgetView['vat']): Pence[] {
  const byMonth = new Map<number, Pence>();
  for (const entry of entries) byMonth.set(entry.month, (byMonth.get(entry.month) ?? 0) + (entryPence(entry, vat) ?? 0));
  return columns.map((column) => [...byMonth].reduce((sum, [month, pence]) => (periodOf([column], month) === 0 ? sum + pence : sum), 0));
}

/**
 * Why an amount of a return is what it is: of one line, or of all. What was paid and ordered is told item by item, like
 * what is still to come. What the steps add comes to the amount.
 */
export function explainReturn(snapshot: PlanSnapshot, { own, columns, vat }: ReturnTable, row: ReturnRow | null, at: number): BudgetReasons {
  const column = columns[at];
  if (column === undefined) return { steps: [], assetIds: [], orderIds: [] };
  const scope: Scope = row === null ? 'total' : { kind: 'code', fundKey: null, costCategory: row.costCategory, nature: row.nature };
  const view: BudgetView = { nature: 'all', vat, by: 'code' };
  const planned = sortedInto(snapshot, own, [column]);
  const { rows, total } = budgetMatrix(snapshot, planned, view, []);
  const found = row === null ? total : rows.find((each) => each.costCategory === row.costCategory && each.nature === row.nature)?.cells;
  const cell = found?.[0] ?? { ...NO_MONEY, forecast: 0, left: null };
  const ask = (figure: 'spent' | 'committed' | 'forecast'): BudgetReasons => explainBudgetCell({ snapshot, forecast: planned, view, scope, year: 0 }, cell, figure);
  const isPart = ({ pence }: BudgetReasons['steps'][number]): boolean => pence !== null;
  const whole = ask('forecast');
  const gone = (['spent', 'committed'] as const).filter((state) => cell[state] !== 0);
  // The first steps of the whole are what is gone, each in one: its items stand in their place.
  const rest = whole.steps.slice(gone.length);
  const parts = [...gone.flatMap((state) => ask(state).steps.filter(isPart)), ...rest.filter(isPart)];
  const together = parts.length < 2 ? [] : [{ text: `Together ${formatExact(cell.forecast)}.`, pence: null }];
  const notes = rest.filter((each) => !isPart(each) && !each.text.startsWith('Together '));
  return { ...whole, steps: [...parts, ...together, ...notes] };
}

/** The financial year of the return that a column is of, or a part of: `2026/27`. */
export const yearOfColumn = (kind: ReturnKind, { firstMonth }: MoneyPeriod): string =>
  financialYear(financialYearOfMonth(firstMonth, START_MONTHS[kind]), START_MONTHS[kind]).label;
