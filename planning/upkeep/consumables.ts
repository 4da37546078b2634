import { monthOf } from '../calendar.ts';
import { divideHalfUp } from '../money.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { compareNames, foldedName } from '../words.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** Fewer entries of use than this say nothing of how fast a thing is used up. */
export const FEWEST_USES = 3;

/** What a school keeps in a cupboard and uses up: "Black toner" for its multi-function printers. */
export type Consumable = {
  readonly categoryKey: string;
  /** In the words of its newest entry. */
  readonly item: string;
  readonly bought: number;
  readonly used: number;
  /** Bought less used; below nothing where an entry is missing. */
  readonly stock: number;
  /** Months from its first entry to the as-at date, both months included. */
  readonly months: number;
  /** Bought in a year, in pence; entries without an amount are counted apart. */
  readonly yearlyPence: Pence;
  readonly unpriced: number;
  /** Whole months that the stock lasts at the rate it was used up; null where too few uses are written down, or none is left. */
  readonly lastsMonths: number | null;
};

/** All consumables of one kind of kit, and what they cost a year. */
export type ConsumableGroup = {
  readonly categoryKey: string;
  readonly yearlyPence: Pence;
  readonly unpriced: number;
  readonly items: readonly Consumable[];
};

const isConsumable = ({ kind }: LedgerEntry): boolean => kind === 'bought' || kind === 'used';

/**
 * Consumables by the kind of kit they are for. What a thing costs a year is what was bought of it, spread over the
 * months since its first entry: twelve at least, because a box bought last month is not bought every month. What
 * was used is spread over the same months, however few, to say how long the stock lasts.
 */
export function consumables(ledger: readonly LedgerEntry[], asOf: IsoDate): readonly ConsumableGroup[] {
  const entries = ledger.filter((entry) => isConsumable(entry) && entry.item !== null && entry.happenedOn <= asOf);
  const items = [...Map.groupBy(entries, ({ categoryKey, item }) => `${categoryKey}/${foldedName(item ?? '')}`).values()]
    .map((group) => consumableOf(group, asOf));
  return [...Map.groupBy(items, ({ categoryKey }) => categoryKey)].map(([categoryKey, group]) => ({
    categoryKey,
    yearlyPence: group.reduce((sum, { yearlyPence }) => sum + yearlyPence, 0),
    unpriced: group.reduce((sum, { unpriced }) => sum + unpriced, 0),
    items: group.sort((a, b) => compareNames(a.item, b.item)),
  })).sort((a, b) => b.yearlyPence - a.yearlyPence || compareNames(a.categoryKey, b.categoryKey));
}

function consumableOf(entries: readonly LedgerEntry[], asOf: IsoDate): Consumable {
  const of = (kind: LedgerEntry['kind']): readonly LedgerEntry[] => entries.filter((entry) => entry.kind === kind);
  const quantity = (list: readonly LedgerEntry[]): number => list.reduce((sum, entry) => sum + entry.quantity, 0);
  const newest = entries.reduce<LedgerEntry | null>((latest, entry) => (latest === null || entry.happenedOn >= latest.happenedOn ? entry : latest), null);
  const first = entries.reduce((least, { happenedOn }) => (happenedOn < least ? happenedOn : least), asOf);
  const [bought, used, uses] = [quantity(of('bought')), quantity(of('used')), of('used').length];
  const months = monthOf(asOf) - monthOf(first) + 1;
  const stock = bought - used;
  const spent = of('bought').reduce((sum, { pence }) => sum + (pence ?? 0), 0);
  return {
    categoryKey: newest?.categoryKey ?? '', item: (newest?.item ?? '').trim(), bought, used, stock, months,
    yearlyPence: divideHalfUp(spent * 12, Math.max(12, months)),
    unpriced: of('bought').filter(({ pence }) => pence === null).length,
    lastsMonths: uses < FEWEST_USES || stock <= 0 ? null : Math.floor((stock * months) / used),
  };
}
