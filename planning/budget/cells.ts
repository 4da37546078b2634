import { sumOf } from '../money.ts';
import type { FundKey, Pence } from '../vocabulary.ts';
import type { Place } from './finance.ts';

/** Money of one place in one year, as it was entered and as the plan spends it. */
export type Money = {
  /** The budget after the virements that were agreed; null where nobody has entered any. */
  readonly allocated: Pence | null;
  readonly committed: Pence;
  readonly spent: Pence;
  readonly toCome: Pence;
  /** Items whose cost is in none of these for want of a price. */
  readonly unpriced: number;
};

/** One figure of the budget in its parts. */
export type BudgetCell = Money & {
  /** Spent, committed and still to come. */
  readonly forecast: Pence;
  /**
   * Allocated less forecast: minus is over. Null where there is no budget to hold it against, or where part of it is
   * paid from money that no code has yet.
   */
  readonly left: Pence | null;
};

/** The smallest piece of a budget, one amount a year: a fund's money for one category as revenue or capital, or what it has not divided. */
export type Leaf = { readonly place: Place; readonly cells: readonly Money[] };

export const NO_MONEY: Money = { allocated: null, committed: 0, spent: 0, toCome: 0, unpriced: 0 };

const forecastOf = ({ committed, spent, toCome }: Money): Pence => spent + committed + toCome;
const moneyIn = ({ cells }: Leaf, year: number): Money => cells[year] ?? NO_MONEY;
const isUndivided = ({ place }: Leaf): boolean => place.costCategory === null;

/** What is left of a piece, or whose undivided money pays for it; nothing where there is neither budget nor cost. */
type Left = { readonly pence: Pence } | { readonly drawnOn: Leaf } | null;

/**
 * What is left of each piece in a year. What a fund pays under a code without money of its own is drawn on what that
 * fund has not divided, so that all pieces together have left what was allocated less what they cost.
 */
function leftsIn(all: readonly Leaf[], year: number): ReadonlyMap<Leaf, Left> {
  const lefts = new Map<Leaf, Left>();
  if (!all.some((leaf) => moneyIn(leaf, year).allocated !== null)) return lefts;
  const undivided = new Map<FundKey, Leaf>(all.filter((leaf) => isUndivided(leaf) && moneyIn(leaf, year).allocated !== null).map((leaf) => [leaf.place.fundKey, leaf]));
  const drawn = new Map<Leaf, Pence>();
  for (const leaf of all) {
    const money = moneyIn(leaf, year);
    if (isUndivided(leaf)) continue;
    const cost = forecastOf(money);
    const source = undivided.get(leaf.place.fundKey);
    if (money.allocated !== null) lefts.set(leaf, { pence: money.allocated - cost });
    else if (cost === 0) lefts.set(leaf, null);
    else if (source === undefined) lefts.set(leaf, { pence: -cost });
    else {
      lefts.set(leaf, { drawnOn: source });
      drawn.set(source, (drawn.get(source) ?? 0) + cost);
    }
  }
  for (const leaf of undivided.values()) lefts.set(leaf, { pence: (moneyIn(leaf, year).allocated ?? 0) - (drawn.get(leaf) ?? 0) });
  return lefts;
}

/** Adds pieces of one budget up, a figure for each year. `all` are the pieces of the whole budget. */
export function adder(all: readonly Leaf[], years: number): (of: readonly Leaf[]) => readonly BudgetCell[] {
  const lefts = Array.from({ length: years }, (_, year) => leftsIn(all, year));
  return (of) => lefts.map((leftOf, year) => {
    const moneys = of.map((leaf) => moneyIn(leaf, year));
    const total = (part: (money: Money) => number): number => sumOf(moneys.map(part));
    const entered = moneys.flatMap(({ allocated }) => (allocated === null ? [] : [allocated]));
    const cell: Money = {
      allocated: entered.length === 0 ? null : sumOf(entered), committed: total(({ committed }) => committed), spent: total(({ spent }) => spent),
      toCome: total(({ toCome }) => toCome), unpriced: total(({ unpriced }) => unpriced),
    };
    return { ...cell, forecast: forecastOf(cell), left: together(of, leftOf) };
  });
}

/** Null where nothing is known, or where a piece is drawn on money that is not among these. */
function together(of: readonly Leaf[], leftOf: ReadonlyMap<Leaf, Left>): Pence | null {
  let sum: Pence | null = null;
  for (const leaf of of) {
    const left = leftOf.get(leaf) ?? null;
    if (left === null) continue;
    if ('pence' in left) sum = (sum ?? 0) + left.pence;
    else if (!of.includes(left.drawnOn)) return null;
  }
  return sum;
}
