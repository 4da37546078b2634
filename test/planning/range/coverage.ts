import { addMonths } from '../../../planning/calendar.ts';
import { rangesOf } from '../../../planning/range/bands.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { kit, schoolOf } from '../fixtures.ts';
import { simulate } from './montecarlo.ts';
import { broken, policiesAt, stakesFor } from './schools.ts';

/** Of so many years of so many schools, the share that came out within, below and above their range. */
export type Coverage = { readonly within: number; readonly below: number; readonly above: number };

/** A school by its number, none like another: 60 to 420 items in three kinds, losses from nothing to 6 %, with a record or without. */
function schoolNumber(number: number): PlanSnapshot {
  const part = (most: number, factor: number): number => (number * factor) % most;
  const items = 60 + part(361, 97);
  const assets = Array.from({ length: items }, (_, index): Asset => kit({
    categoryKey: ['laptop', 'desktop', 'tablet'][index % 3] ?? 'laptop', userGroup: index % 3 === 0 ? 'pupil' : null,
    purchaseDate: addMonths('2022-09-05', (index * (5 + part(7, 3))) % 49), overridePence: 25_000 + ((index + number) * 7_331) % 60_000,
    overridePriceDate: addMonths('2025-01-10', part(20, 11)),
  }));
  const laptops = assets.filter(({ categoryKey }) => categoryKey === 'laptop');
  const events = number % 2 === 0 ? 0 : 8 + part(40, 13);
  const ledger = Array.from({ length: events }, (_, index) => broken(index + 1, addMonths('2024-02-10', Math.floor((index * 32) / events)), {
    assetId: laptops[(index * index + number) % laptops.length]?.id ?? null,
  }));
  return schoolOf({ assets, ledger, policies: policiesAt(part(601, 53)) });
}

/** Counts how often the simulated years of `schools` schools, `runs` courses of each, lie within their likely range. */
export function coverageOf(schools: number, runs: number, seed: number, priceSdBp = 300): Coverage {
  let [within, below, above] = [0, 0, 0];
  for (let number = 1; number <= schools; number++) {
    const stakes = stakesFor(schoolNumber(number));
    const ranges = rangesOf(stakes, priceSdBp);
    for (const years of simulate(stakes, priceSdBp, seed + number, runs)) {
      years.forEach((pence, year) => {
        const range = ranges[year];
        if (range === undefined) return;
        if (pence < range.lowPence) below += 1;
        else if (pence > range.highPence) above += 1;
        else within += 1;
      });
    }
  }
  const all = within + below + above;
  return { within: within / all, below: below / all, above: above / all };
}
