import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { BasisPoints, MonthIndex, Pence } from '../vocabulary.ts';
import type { Ageing } from './ageing.ts';
import { failingAtRate, failingByAge, type FailingByAge, type Window } from './failing.ts';
import { ownFailures, type OwnFailures } from './own-failures.ts';
import { endsOf, NO_SPREAD, scaled, together, type PriceFactor, type Spread } from './spread.ts';
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

type KindYear = { pence: Spread; items: number; readonly paid: Map<MonthIndex, number> };

/** Months of each year of the plan in which something is at risk, with the year's place. */
function windowsOf(stakes: Stakes, { from, until }: Pick<AtRisk, 'from' | 'until'>): (Window & { readonly year: number })[] {
  return stakes.plannedPence.flatMap((_, year) => {
    const first = Math.max(from, stakes.firstMonth + 12 * year);
    const last = Math.min(until, stakes.firstMonth + 12 * (year + 1));
    return last > first ? [{ year, from: first, until: last }] : [];
  });
}

/** The losses of each kind in each year, as sums of money that spread. */
function lossesByKind(stakes: Stakes): Map<string, KindYear[]> {
  const kinds = new Map<string, KindYear[]>();
  const laws = new Map<Ageing, FailingByAge>();
  for (const item of stakes.atRisk) {
    const years = kinds.get(item.kind) ?? stakes.plannedPence.map((): KindYear => ({ pence: NO_SPREAD, items: 0, paid: new Map() }));
    kinds.set(item.kind, years);
    const windows = windowsOf(stakes, item);
    const spreads = spreadsOf(item, windows, laws, stakes.endMonth - stakes.asOfMonth);
    windows.forEach(({ year }, index) => {
      const kindYear = years[year];
      const spread = spreads[index];
      if (kindYear === undefined || spread === undefined) return;
      const pence = scaled(spread, item.quantity, item.unitPence[year] ?? 0);
      kindYear.pence = together(kindYear.pence, pence);
      kindYear.items += item.quantity * spread.mean;
      kindYear.paid.set(item.pricedIn, (kindYear.paid.get(item.pricedIn) ?? 0) + pence.mean);
    });
  }
  return kinds;
}

function spreadsOf(item: AtRisk, windows: readonly Window[], laws: Map<Ageing, FailingByAge>, monthsAhead: number): readonly Spread[] {
  const { law, age, from } = item;
  if ('perMonth' in law) return windows.map((window) => failingAtRate(law.perMonth, window.until - window.from));
  let failing = laws.get(law.ageing);
  if (failing === undefined) laws.set(law.ageing, failing = failingByAge(law.ageing, monthsAhead));
  return failing.spreads(age, windows.map((window) => ({ from: window.from - from, until: window.until - from })));
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
 * how far.
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
    squares += inMonth ** 2;
  }
  return { years: squares / all ** 2 / 12, meanYears: monthsOfMoney / all / 12 };
}

/** Prices are as likely to come out above the plan as below: the factor's mean lies above 1 by half its variance. */
function factorOf({ years, meanYears }: Walk, priceSdBp: BasisPoints): PriceFactor {
  const sd = priceSdBp / 10_000;
  return { mean: Math.exp((sd ** 2 * meanYears) / 2), logSd: sd * Math.sqrt(years) };
}
