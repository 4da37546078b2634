import { categoryNamed } from '../categories.ts';
import { monthOf } from '../calendar.ts';
import { divideHalfUp } from '../money.ts';
import { known } from '../refresh/due.ts';
import type { PlanSnapshot, RecurringCost } from '../snapshot.ts';
import type { IsoDate, MonthIndex, Pence } from '../vocabulary.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** Fewer purchases, or a shorter record, say nothing of what a year costs; what is older no longer does. */
export const FEWEST_PURCHASES = 3;
const FEWEST_MONTHS = 12;
const MOST_MONTHS = 36;

/** What the consumables of one kind of kit cost a year, by what was bought of late. */
export type RunRate = {
  readonly categoryKey: string;
  /** Purchases with an amount in the months counted, and what they come to. */
  readonly purchases: number;
  readonly pence: Pence;
  /** Purchases without an amount: they are not in the sum. */
  readonly unpriced: number;
  /** Months counted, that of the as-at date included: 12 to 36. */
  readonly months: number;
  readonly yearlyPence: Pence;
};

type Reading = Pick<PlanSnapshot, 'ledger' | 'recurring'>;

const isPriced = ({ pence }: LedgerEntry): boolean => pence !== null && Number.isSafeInteger(pence) && pence >= 0;

/**
 * The consumables that the forecast counts, kind by kind: what was bought in the months since the first entry of that
 * kind, the last 36 at most, shared over those months. A kind counts once it has three purchases with an amount in
 * twelve months or more, and none of what it uses up is paid for already: a running cost under the same kind of kit
 * (a figure taken over, or £0 to leave it out) takes its place.
 */
export function runRates({ ledger, recurring }: Reading, asOf: IsoDate): readonly RunRate[] {
  const paidFor = new Set(recurring.map(({ categoryKey }) => categoryKey));
  const entries = ledger.filter((entry) => (entry.kind === 'bought' || entry.kind === 'used') && entry.item !== null
    && known(entry.happenedOn) !== null && entry.happenedOn <= asOf && !paidFor.has(entry.categoryKey));
  return [...Map.groupBy(entries, ({ categoryKey }) => categoryKey)].flatMap(([categoryKey, group]) => {
    const first = group.reduce((least, { happenedOn }) => Math.min(least, monthOf(happenedOn)), Infinity);
    const months = Math.min(MOST_MONTHS, monthOf(asOf) - first + 1);
    const bought = group.filter(({ kind, happenedOn }) => kind === 'bought' && monthOf(happenedOn) > monthOf(asOf) - months);
    const priced = bought.filter(isPriced);
    if (priced.length < FEWEST_PURCHASES || months < FEWEST_MONTHS) return [];
    const pence = priced.reduce((sum, each) => sum + (each.pence ?? 0), 0);
    if (!Number.isSafeInteger(pence * 12)) return [];
    return [{ categoryKey, purchases: priced.length, pence, unpriced: bought.length - priced.length, months, yearlyPence: divideHalfUp(pence * 12, months) }];
  }).sort((a, b) => (a.categoryKey < b.categoryKey ? -1 : 1));
}

/** A run-rate as the forecast charges it: a yearly amount of the as-at date, in twelfths, rising with its kind. */
export function costOfRate({ categories }: Pick<PlanSnapshot, 'categories'>, { categoryKey, yearlyPence }: RunRate, asOf: IsoDate): RecurringCost {
  const { plural, costCategory } = categoryNamed(categories, categoryKey);
  return {
    id: 0, name: `What ${plural} use up`, categoryKey, costCategory, amountPence: yearlyPence, period: 'yearly', periodYears: null, driver: 'site',
    units: null, deviceCategoryKey: null, priceDate: asOf, start: null, end: null, autoRenews: false, riseBp: null, supplierId: null, fundKey: null,
  };
}

/** What was bought of the kinds counted in a month, at what was paid: in the open year the months gone hold this, and not the rate. */
export type ConsumablesBought = { readonly date: IsoDate; readonly month: MonthIndex; readonly categoryKey: string; readonly quantity: number; readonly pence: Pence };

export function consumablesBought({ ledger }: Pick<PlanSnapshot, 'ledger'>, rates: readonly RunRate[]): readonly ConsumablesBought[] {
  const counted = new Set(rates.map(({ categoryKey }) => categoryKey));
  return ledger.flatMap((entry) => (entry.kind === 'bought' && entry.item !== null && counted.has(entry.categoryKey) && known(entry.happenedOn) !== null && isPriced(entry)
    ? [{ date: entry.happenedOn, month: monthOf(entry.happenedOn), categoryKey: entry.categoryKey, quantity: entry.quantity, pence: entry.pence ?? 0 }] : []));
}
