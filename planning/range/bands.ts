import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { BasisPoints, MonthIndex, Pence } from '../vocabulary.ts';
import type { Ageing } from './ageing.ts';
import { failingByAge, type FailingByAge, type Window } from './failing.ts';
import { ownFailures, type OwnFailures } from './own-failures.ts';
import { endsOf, NO_SPREAD, together, type PriceFactor, type Spread } from './spread.ts';
import { stakesOf, type AtRisk, type PricedMoney, type Stakes } from './stakes.ts';

/** How far prices wander in a year, one standard deviation: a convention, not a fact. */
export const PRICE_SD_BP: BasisPoints = 300;

/** What one kind of kit adds to how far a year may lie from its plan. */
export type KindAtRisk = {
  /** Of `kindCountedWith`. */
  readonly kind: string;
  /** Items expected to be lost or broken in the year. */
  readonly items: number;
  readonly pence: number;
  /** How far that spreads, one standard deviation, in pence. */
  readonly sdPence: number;
};

export type YearRange = {
  readonly plannedPence: Pence;
  /** Eight times out of ten the year comes out between these two: one time in ten below, one above. */
  readonly lowPence: Pence;
  readonly highPence: Pence;
  /** Spent already or agreed: moved by nothing. */
  readonly certainPence: Pence;
  /** What of the plan moves with prices, and how far that factor spreads: a part of one, one standard deviation. */
  readonly pricedPence: Pence;
  readonly priceSd: number;
  /** Where prices alone would let the year come out, eight times out of ten, were nothing lost or broken. */
  readonly pricesAlone: { readonly lowPence: Pence; readonly highPence: Pence };
  /** What the plan counts with for losses and breakages. */
  readonly plannedLossPence: Pence;
  /** Kinds with losses to expect, those that widen the year most first. */
  readonly kinds: readonly KindAtRisk[];
};

export type LikelyRange = {
  readonly years: readonly YearRange[];
  readonly priceSdBp: BasisPoints;
  /** The kinds whose own record is gone by, by `kindCountedWith`. */
  readonly own: ReadonlyMap<string, OwnFailures>;
};

export type RangeOptions = {
  /** 0 to 10,000; `PRICE_SD_BP` when left out. */
  readonly priceSdBp?: BasisPoints;
};

/**
 * What each year of a forecast will cost, eight times out of ten. The forecast's own years are kept to: its purchases
 * come as planned, and may cost more or less; what is lost or broken comes as the school's own record has it, or its
 * policy where that holds too little. Without losses and with prices that stand still it is the forecast, to the penny.
 */
export function likelyRange(snapshot: PlanSnapshot, forecast: Forecast, { priceSdBp = PRICE_SD_BP }: RangeOptions = {}): LikelyRange {
  const own = ownFailures(snapshot, forecast.asOf);
  return { years: rangesOf(stakesOf(snapshot, forecast, own), priceSdBp), priceSdBp, own };
}

/** The range of every year of what is at stake. */
export function rangesOf(stakes: Stakes, priceSdBp: BasisPoints): YearRange[] {
  const kinds = lossesByKind(stakes);
  return stakes.plannedPence.map((plannedPence, year) => {
    const certainPence = stakes.certainPence[year] ?? 0;
    const planned = stakes.priced.filter(({ yearIndex }) => yearIndex === year);
    const pricedPence = planned.reduce((sum, { pence }) => sum + pence, 0);
    const factorAlone = factorOf(walkOf(stakes, planned), priceSdBp);
    const factor = factorOf(walkOf(stakes, [...planned, ...lossesPaid(stakes, kinds, year)]), priceSdBp);
    const spreads = [...kinds].map(([kind, years]) => ({ kind, spread: years[year]?.pence ?? NO_SPREAD, items: years[year]?.items ?? 0 }));
    const losses = spreads.reduce((sum, { spread }) => together(sum, spread), NO_SPREAD);
    const ends = endsOf(pricedPence, losses, factor, factorAlone);
    const still = factor.logSd === 0 && losses.second <= 0;
    const alone = endsOf(pricedPence, NO_SPREAD, factorAlone, factorAlone);
    return {
      plannedPence, certainPence, pricedPence, priceSd: factor.logSd, plannedLossPence: plannedPence - certainPence - pricedPence,
      pricesAlone: { lowPence: Math.round(certainPence + alone.low), highPence: Math.round(certainPence + alone.high) },
      lowPence: still ? plannedPence : Math.round(certainPence + ends.low), highPence: still ? plannedPence : Math.round(certainPence + ends.high),
      kinds: spreads.filter(({ items }) => items > 0).map(({ kind, items, spread }) => ({ kind, items, pence: spread.mean, sdPence: Math.sqrt(Math.max(0, spread.second)) }))
        .toSorted((a, b) => b.sdPence - a.sdPence),
    };
  });
}

/** The losses of one kind: how the money of each year spreads, the items, and the money by the month its price is of. */
type KindYear = { readonly pence: Spread; readonly items: number; readonly paid: ReadonlyMap<MonthIndex, number> };

/** What is added up for a kind, `PARTS` numbers a year: plain numbers, because a trust has tens of thousands of items. */
type KindSums = { readonly sums: Float64Array; readonly paid: readonly Map<MonthIndex, number>[] };
const PARTS = 5;

type YearWindow = Window & { readonly year: number };

/** Months of each year of the plan between two months, with the year's place; each pair of months worked out once. */
function yearWindows(stakes: Stakes): (item: Pick<AtRisk, 'from' | 'until'>) => readonly YearWindow[] {
  const known = new Map<number, readonly YearWindow[]>();
  return ({ from, until }) => {
    const key = from * 100_000 + until;
    let windows = known.get(key);
    if (windows === undefined) {
      known.set(key, windows = stakes.plannedPence.flatMap((_, year) => {
        const first = Math.max(from, stakes.firstMonth + 12 * year);
        const last = Math.min(until, stakes.firstMonth + 12 * (year + 1));
        return last > first ? [{ year, from: first - from, until: last - from }] : [];
      }));
    }
    return windows;
  };
}

/** The losses of each kind in each year, as sums of money that spread. */
function lossesByKind(stakes: Stakes): Map<string, KindYear[]> {
  const kinds = new Map<string, KindSums>();
  const laws = new Map<Ageing, FailingByAge>();
  const windowsOf = yearWindows(stakes);
  for (const item of stakes.atRisk) {
    let kind = kinds.get(item.kind);
    if (kind === undefined) {
      kinds.set(item.kind, kind = { sums: new Float64Array(stakes.plannedPence.length * PARTS), paid: stakes.plannedPence.map(() => new Map()) });
    }
    const windows = windowsOf(item);
    const { law } = item;
    if ('perMonth' in law) {
      for (const { year, from, until } of windows) {
        // A Poisson count: its four cumulants are alike.
        const expected = law.perMonth * (until - from);
        addLosses(kind, item, year, expected, expected, expected, expected);
      }
      continue;
    }
    let failing = laws.get(law.ageing);
    if (failing === undefined) laws.set(law.ageing, failing = failingByAge(law.ageing, stakes.endMonth - stakes.asOfMonth));
    const spreads = failing.spreads(item.age, windows);
    windows.forEach(({ year }, index) => {
      const spread = spreads[index];
      if (spread !== undefined) addLosses(kind, item, year, spread.mean, spread.second, spread.third, spread.fourth);
    });
  }
  return new Map([...kinds].map(([key, kind]) => [key, stakes.plannedPence.map((_, year) => kindYear(kind, year))]));
}

/** Adds the failures of so many equal items, each at that year's price: independent sums add up cumulant by cumulant. */
function addLosses({ sums, paid }: KindSums, item: AtRisk, year: number, mean: number, second: number, third: number, fourth: number): void {
  const { quantity, pricedIn } = item;
  const pence = item.unitPence[year] ?? 0;
  const at = year * PARTS;
  const add = (place: number, amount: number): void => { sums[at + place] = (sums[at + place] ?? 0) + quantity * amount; };
  add(0, mean);
  add(1, mean * pence);
  add(2, second * pence * pence);
  add(3, third * pence * pence * pence);
  add(4, fourth * pence * pence * pence * pence);
  const months = paid[year];
  months?.set(pricedIn, (months.get(pricedIn) ?? 0) + quantity * mean * pence);
}

function kindYear({ sums, paid }: KindSums, year: number): KindYear {
  const [items = 0, mean = 0, second = 0, third = 0, fourth = 0] = sums.subarray(year * PARTS, (year + 1) * PARTS);
  return { items, pence: { mean, second, third, fourth }, paid: paid[year] ?? new Map() };
}

/** How the prices of a sum have wandered when it is paid for. */
type Walk = {
  /** Years of the walk that the sum has behind it: its logarithm spreads by the root of this × the yearly spread. */
  readonly years: number;
  /** Mean over the money of the years from its price to its payment. */
  readonly meanYears: number;
};

type Money = Pick<PricedMoney, 'pence' | 'pricedIn' | 'paidIn'>;

/** The losses to expect of a year, paid for in the middle of what is left of it. */
function lossesPaid(stakes: Stakes, kinds: ReadonlyMap<string, readonly KindYear[]>, year: number): Money[] {
  const first = Math.max(stakes.asOfMonth, stakes.firstMonth + 12 * year);
  const middle = Math.floor((first + stakes.firstMonth + 12 * (year + 1)) / 2);
  return [...kinds.values()].flatMap((years) => [...years[year]?.paid ?? []]).map(([pricedIn, pence]) => ({ pence, pricedIn, paidIn: middle }));
}

/**
 * One walk moves every price, month by month. Money priced in month p and paid in month m has the steps p + 1 to m
 * behind it, so a sum moves by Σ over months (money under way in that month × its step): the sum of the squares says
 * how far. Income of a disposal can leave next to nothing of a sum: then no month counts for more than the whole of it.
 */
function walkOf(stakes: Stakes, money: readonly Money[]): Walk {
  const all = money.reduce((sum, { pence }) => sum + pence, 0);
  if (all <= 0) return { years: 0, meanYears: 0 };
  const first = money.reduce((least, { pricedIn }) => Math.min(least, pricedIn), stakes.endMonth);
  const underWay = new Float64Array(Math.max(0, stakes.endMonth - first) + 2);
  let monthsOfMoney = 0;
  for (const { pence, pricedIn, paidIn } of money) {
    if (paidIn <= pricedIn) continue;
    underWay[pricedIn + 1 - first] = (underWay[pricedIn + 1 - first] ?? 0) + pence;
    underWay[paidIn + 1 - first] = (underWay[paidIn + 1 - first] ?? 0) - pence;
    monthsOfMoney += pence * (paidIn - pricedIn);
  }
  let [inMonth, squares] = [0, 0];
  for (const change of underWay) {
    inMonth += change;
    squares += Math.min(1, (inMonth / all) ** 2);
  }
  const span = stakes.endMonth - first;
  return { years: squares / 12, meanYears: Math.min(span, Math.max(-span, monthsOfMoney / all)) / 12 };
}

/** Prices are as likely to come out above the plan as below: the factor's mean lies above 1 by half its variance. */
function factorOf({ years, meanYears }: Walk, priceSdBp: BasisPoints): PriceFactor {
  const sd = priceSdBp / 10_000;
  return { mean: Math.exp((sd ** 2 * meanYears) / 2), logSd: sd * Math.sqrt(years) };
}
