import { fundOrder } from '../budget/fund.ts';
import { addDays, financialYear, financialYearOf } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { planContext, type PlanContext } from '../context.ts';
import { chargedUpTo, netBookAt, type Convention } from '../finance/depreciation.ts';
import { forecast as workOut } from '../forecast.ts';
import type { FinancialYear, Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { FundKey, IsoDate, Pence } from '../vocabulary.ts';
import { compareNames } from '../words.ts';
import { bookEntries, OUT_OF_BOOKS, type BookEntries, type BookEntry, type OutOfBooks } from './entries.ts';
import { withPlan } from './planned.ts';

/*
 * What the school's ICT stands at in the books on any day, past or to come.
 *
 *   opening + additions − charge − disposals = closing,   closing = cost − charged
 *
 * over any stretch of days, for each row, fund and kind and in all, to the penny: a row's charge is worked out for one
 * item, up to a day and half up, and multiplied by its quantity. So a group of 30 has the figures of 30 single rows, and
 * what is charged over a whole life is price less residual, exactly. No amount is rounded a second time.
 */

/** What happened in the books over a stretch of days, in pence. */
export type Movement = {
  /** Items there on its last day. */
  readonly quantity: number;
  readonly openingPence: Pence;
  readonly additionsPence: Pence;
  readonly chargePence: Pence;
  /** What was still in the books of things that left. */
  readonly disposalsPence: Pence;
  readonly closingPence: Pence;
  /** Of what is there on its last day: what was paid for it, and what of that is charged. */
  readonly costPence: Pence;
  readonly chargedPence: Pence;
};

/** How depreciation is counted: the convention, and the first month of the school's year. */
export type Counting = { readonly convention: Convention; readonly startMonth: number };

const NOTHING: Movement = {
  quantity: 0, openingPence: 0, additionsPence: 0, chargePence: 0, disposalsPence: 0, closingPence: 0, costPence: 0, chargedPence: 0,
};

const combine = (a: Movement, b: Movement, sign: 1 | -1): Movement => ({
  quantity: a.quantity + sign * b.quantity, openingPence: a.openingPence + sign * b.openingPence,
  additionsPence: a.additionsPence + sign * b.additionsPence, chargePence: a.chargePence + sign * b.chargePence,
  disposalsPence: a.disposalsPence + sign * b.disposalsPence, closingPence: a.closingPence + sign * b.closingPence,
  costPence: a.costPence + sign * b.costPence, chargedPence: a.chargedPence + sign * b.chargedPence,
});

/** An entry over the days from `from` to `to`, both included. */
export function movementOf({ one, quantity, what }: BookEntry, { convention, startMonth }: Counting, from: IsoDate, to: IsoDate): Movement {
  const before = addDays(from, -1);
  const upTo = (day: IsoDate): Pence => chargedUpTo(one, convention, startMonth, day);
  const within = (day: IsoDate): boolean => day >= from && day <= to;
  const there = one.boughtOn <= to && (one.leftOn === null || one.leftOn > to);
  const closing = netBookAt(one, convention, startMonth, to);
  return {
    quantity: there && what !== 'upgrade' ? quantity : 0,
    openingPence: quantity * netBookAt(one, convention, startMonth, before),
    additionsPence: within(one.boughtOn) ? quantity * one.pricePence : 0,
    chargePence: quantity * (upTo(to) - upTo(before)),
    disposalsPence: one.leftOn !== null && within(one.leftOn) ? quantity * (one.pricePence - upTo(one.leftOn)) : 0,
    closingPence: quantity * closing,
    costPence: there ? quantity * one.pricePence : 0, chargedPence: there ? quantity * (one.pricePence - closing) : 0,
  };
}

/** Several entries together. */
export const movementOfAll = (entries: readonly BookEntry[], counting: Counting, from: IsoDate, to: IsoDate): Movement =>
  entries.reduce((sum, entry) => combine(sum, movementOf(entry, counting, from, to), 1), NOTHING);

/** The books of a plan: what is there, and what is there once the plan is carried out. */
export type Books = BookEntries & {
  readonly counting: Counting;
  /** The day the plan's own figures are as at: what is bought from then on is still planned. */
  readonly today: IsoDate;
  /** The school's own financial years in the plan. */
  readonly years: readonly FinancialYear[];
  readonly planned: readonly BookEntry[];
};

/** Reads the register and the plan once; any day can then be asked for. `forecast` is that of the same facts and day, where it is at hand. */
export function booksOf(snapshot: PlanSnapshot, today: IsoDate, forecast?: Forecast): Books {
  const context: PlanContext = planContext(snapshot, { asOf: today });
  const plan = forecast !== undefined && forecast.yearStartMonth === context.schoolStartMonth ? forecast : workOut(snapshot, { asOf: today });
  const found = bookEntries(context, plan);
  return {
    ...found, today, years: context.years, counting: { convention: snapshot.finance.profile.depreciation, startMonth: context.schoolStartMonth },
    planned: withPlan(context, plan, found.entries),
  };
}

/** One line of the books: a fund, a kind or all, as it is and what the plan adds to it. */
export type BookGroup = {
  /** A fund's key (null: no fund is written down), or a kind's. */
  readonly key: string | null;
  readonly there: Movement;
  readonly planned: Movement;
};

/** What of the register is not in the books on a day. */
export type LeftOut = { readonly reason: OutOfBooks; readonly quantity: number; readonly assetIds: readonly number[] };

/** The books as at a day: from the first day of its financial year up to it. */
export type BookView = {
  readonly asOf: IsoDate;
  readonly year: FinancialYear;
  readonly total: BookGroup;
  readonly byFund: readonly BookGroup[];
  readonly byKind: readonly BookGroup[];
  readonly leftOut: readonly LeftOut[];
  /** Items in the books that were bought in a year for which the school has set no capital rule. */
  readonly withoutRule: number;
};

export type BookBy = 'fund' | 'kind';
/** What an entry is listed under. */
export const keyOf = (by: BookBy, { fundKey, categoryKey }: Pick<BookEntry, 'fundKey' | 'categoryKey'>): FundKey | null => (by === 'fund' ? fundKey : categoryKey);

/** What is there, and what the plan makes of it, over a stretch of days. */
function groupOf({ entries, planned, counting }: Pick<Books, 'entries' | 'planned' | 'counting'>, key: string | null, from: IsoDate, to: IsoDate): BookGroup {
  const there = movementOfAll(entries, counting, from, to);
  return { key, there, planned: combine(movementOfAll(planned, counting, from, to), there, -1) };
}

/** The books over the days from `from` to `to`, a line for each fund or kind that has anything in them. */
export function bookGroups(books: Books, by: BookBy, from: IsoDate, to: IsoDate): readonly BookGroup[] {
  const there = Map.groupBy(books.entries, (entry) => keyOf(by, entry));
  const planned = Map.groupBy(books.planned, (entry) => keyOf(by, entry));
  return [...new Set([...there.keys(), ...planned.keys()])]
    .map((key) => groupOf({ entries: there.get(key) ?? [], planned: planned.get(key) ?? [], counting: books.counting }, key, from, to))
    .filter(({ there: { openingPence, additionsPence, costPence }, planned: plan }) =>
      openingPence !== 0 || additionsPence !== 0 || costPence !== 0 || plan.openingPence !== 0 || plan.additionsPence !== 0 || plan.costPence !== 0);
}

/** Funds in the order of lists, what has none last; kinds by name. */
function inOrder(groups: readonly BookGroup[], by: BookBy, { funds, categories }: PlanSnapshot): readonly BookGroup[] {
  const kind = (key: string | null): string => categoryNamed(categories, key ?? '').plural;
  if (by === 'kind') return groups.toSorted((a, b) => compareNames(kind(a.key), kind(b.key)));
  const order = fundOrder(funds);
  const place = (key: string | null): number => (key === null ? order.length + 1 : order.indexOf(key) === -1 ? order.length : order.indexOf(key));
  return groups.toSorted((a, b) => place(a.key) - place(b.key));
}

/** The books as at a day. */
export function bookOn(snapshot: PlanSnapshot, books: Books, asOf: IsoDate): BookView {
  const { startMonth } = books.counting;
  const year = financialYear(financialYearOf(asOf, startMonth), startMonth);
  const inBooks = books.entries.filter(({ one, what }) => what === 'kit' && one.boughtOn <= asOf && (one.leftOn === null || one.leftOn > asOf));
  const left = books.leftOut.filter(({ from, until }) => (from === null || from <= asOf) && (until === null || until > asOf));
  return {
    asOf, year, total: groupOf(books, null, year.start, asOf),
    byFund: inOrder(bookGroups(books, 'fund', year.start, asOf), 'fund', snapshot),
    byKind: inOrder(bookGroups(books, 'kind', year.start, asOf), 'kind', snapshot),
    leftOut: OUT_OF_BOOKS.flatMap((reason) => {
      const rows = left.filter((row) => row.reason === reason);
      return rows.length === 0 ? [] : [{ reason, quantity: rows.reduce((sum, { quantity }) => sum + quantity, 0), assetIds: rows.map(({ assetId }) => assetId) }];
    }),
    withoutRule: inBooks.reduce((sum, { natured, quantity }) => sum + (natured.natureReason === 'no_rule' ? quantity : 0), 0),
  };
}

/** A financial year in the books, all of it. */
export type BookYear = { readonly year: FinancialYear; readonly group: BookGroup };

/** One line of the books alone. */
export type BookOnly = { readonly by: BookBy; readonly key: string | null };

/** The plan's years one after the other: what each begins with is what the one before ended with. */
export function bookYears(books: Books, only: BookOnly | null = null): readonly BookYear[] {
  const of = (entries: readonly BookEntry[]): readonly BookEntry[] => (only === null ? entries : entries.filter((entry) => keyOf(only.by, entry) === only.key));
  const part = { entries: of(books.entries), planned: of(books.planned), counting: books.counting };
  return books.years.map((year) => ({ year, group: groupOf(part, only?.key ?? null, year.start, year.end) }));
}
