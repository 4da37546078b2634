import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { failuresTo, type Ageing } from '../../../planning/range/ageing.ts';
import type { YearRange } from '../../../planning/range/bands.ts';
import type { AtRisk, Stakes } from '../../../planning/range/stakes.ts';

/** What a stream of luck is for: the prices of a run, or the failures of one asset in it. */
const PURPOSES = { prices: 1, failures: 2 } as const;

/** Four whole numbers made into one that looks like none of them (the finish of MurmurHash3 after each). */
function mixed(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash;
}

/** The generator's first numbers still show what it was seeded with. */
const THROWN_AWAY = 4;

/**
 * Numbers above 0 and below 1, the same for the same seed, run, purpose and asset whatever else is drawn: two
 * scenarios of one school share their luck, asset by asset.
 */
function luck(seed: number, run: number, purpose: keyof typeof PURPOSES, assetId = 0): () => number {
  const generator = xoroshiro128plus(mixed(seed, run, PURPOSES[purpose], assetId));
  for (let index = 0; index < THROWN_AWAY; index++) generator.next();
  return () => ((generator.next() >>> 0) + 0.5) / 2 ** 32;
}

/** Two normal numbers from two even ones (Box and Muller), handed out one at a time. */
function normals(even: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const [radius, turn] = [Math.sqrt(-2 * Math.log(even())), 2 * Math.PI * even()];
    spare = radius * Math.sin(turn);
    return radius * Math.cos(turn);
  };
}

/** The age by which so many failures are to be expected: `failuresTo` turned round. */
function ageAt(ageing: Ageing, failures: number): number {
  const { shape, scale, oldest } = ageing;
  const seen = failuresTo(ageing, oldest);
  return failures <= seen ? scale * failures ** (1 / shape) : oldest + (failures - seen) / (failuresTo(ageing, oldest + 1) - seen);
}

/** Months, counted from `from`, at which an item fails; each failure puts a new one there, which may fail too. */
function failuresOf({ law, age, from, until }: AtRisk, even: () => number, failed: (month: number) => void): void {
  const months = until - from;
  let at = 0;
  for (let first = true; ; first = false) {
    const drawn = -Math.log(even());
    if ('perMonth' in law) {
      if (law.perMonth === 0) return;
      at += drawn / law.perMonth;
    } else {
      const old = first ? age : 0;
      at += ageAt(law.ageing, failuresTo(law.ageing, old) + drawn) - old;
    }
    if (at >= months) return;
    failed(from + Math.floor(at));
  }
}

/** One possible course of every year: what it costs, in pence. */
function oneRun(stakes: Stakes, priceSdBp: number, seed: number, run: number): number[] {
  const years = [...stakes.certainPence];
  const firstPriced = Math.min(stakes.asOfMonth, ...stakes.priced.map(({ pricedIn }) => pricedIn), ...stakes.atRisk.map(({ pricedIn }) => pricedIn));
  const step = priceSdBp / 10_000 / Math.sqrt(12);
  const normal = normals(luck(seed, run, 'prices'));
  const walk = new Float64Array(stakes.endMonth - firstPriced + 1);
  for (let month = 1; month < walk.length; month++) walk[month] = (walk[month - 1] ?? 0) + step * normal();
  const moved = (pricedIn: number, paidIn: number): number =>
    (paidIn <= pricedIn ? 1 : Math.exp((walk[paidIn - firstPriced] ?? 0) - (walk[pricedIn - firstPriced] ?? 0)));
  const add = (year: number, pence: number): void => { years[year] = (years[year] ?? 0) + pence; };
  for (const { yearIndex, pence, pricedIn, paidIn } of stakes.priced) add(yearIndex, pence * moved(pricedIn, paidIn));
  let even: (() => number) | null = null;
  let assetId = Number.NaN;
  for (const item of stakes.atRisk) {
    if (even === null || item.assetId !== assetId) {
      ({ assetId } = item);
      even = luck(seed, run, 'failures', assetId);
    }
    for (let each = 0; each < item.quantity; each++) {
      failuresOf(item, even, (month) => {
        const year = Math.floor((month - stakes.firstMonth) / 12);
        add(year, (item.unitPence[year] ?? 0) * moved(item.pricedIn, month));
      });
    }
  }
  return years;
}

/** Many courses of the same school, one row a run: `runs[run][year]` in pence. */
export const simulate = (stakes: Stakes, priceSdBp: number, seed: number, runs: number): number[][] =>
  Array.from({ length: runs }, (_, run) => oneRun(stakes, priceSdBp, seed, run));

/** The value under which a share of the runs lie, and how far it may be off for the number of runs: one standard error. */
export function quantile(values: readonly number[], share: number): { readonly value: number; readonly error: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(part * sorted.length - 0.5)))] ?? Number.NaN;
  const slack = Math.sqrt((share * (1 - share)) / sorted.length);
  return { value: at(share), error: (at(share + slack) - at(share - slack)) / 2 };
}

/** How far an end of a year lies from the simulation's, as parts of the year's cost, with that end's own standard error. */
export type FurthestEnd = { readonly off: number; readonly error: number; readonly mean: number };

/** The end that lies furthest from the simulation's, and the mean over all of them. */
export function furthestEnd(ranges: readonly YearRange[], runs: readonly (readonly number[])[]): FurthestEnd {
  const each = ranges.flatMap(({ lowPence, highPence, plannedPence }, year) => {
    const values = runs.map((run) => run[year] ?? Number.NaN);
    return ([[lowPence, 0.1], [highPence, 0.9]] as const).map(([end, share]) => {
      const simulated = quantile(values, share);
      return { off: Math.abs(end - simulated.value) / plannedPence, error: simulated.error / plannedPence };
    });
  });
  const worst = each.reduce((most, one) => (one.off > most.off ? one : most), { off: 0, error: 0 });
  return { ...worst, mean: each.reduce((sum, { off }) => sum + off, 0) / each.length };
}
