import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeHazard, fitWeibull, hazard, type Observation } from '../../../planning/range/weibull.ts';

/** The rows of a data set under its comment and its heading, as numbers. */
const rowsOf = (name: string): number[][] => readFileSync(join(import.meta.dirname, 'data', `${name}.csv`), 'utf8').trim().split('\n')
  .slice(2).map((line) => line.split(',').map(Number));

const watchedFromNew = (rows: readonly (readonly number[])[]): Observation[] =>
  rows.map(([exit = 0, failed = 1]) => ({ entry: 0, exit, failed: failed === 1, weight: 1 }));

type Reference = { readonly data: string; readonly rows: number; readonly shape: number; readonly scale: number; readonly logLikelihood: number; readonly digits: readonly [number, number, number] };

/** From FORECAST.md part 13; `digits` after the point as printed there. R's `survreg` writes 1 ÷ shape as its scale, log(scale) as its intercept. */
const SURVREG: readonly Reference[] = [
  { data: 'ovarian', rows: 26, shape: 1.10805974, scale: 1225.418959, logLikelihood: -97.95390105, digits: [8, 6, 8] },
  { data: 'lung', rows: 228, shape: 1.316840172, scale: 417.7586654, logLikelihood: -1153.851188, digits: [9, 7, 6] },
  { data: 'aml', rows: 23, shape: 1.096609086, scale: 38.186811, logLikelihood: -83.17866923, digits: [9, 6, 8] },
  { data: 'veteran', rows: 137, shape: 0.8520847803, scale: 120.6803889, logLikelihood: -748.091214, digits: [10, 7, 6] },
  { data: 'ball-bearings', rows: 23, shape: 2.101846864, scale: 81.87455872, logLikelihood: -113.6919591, digits: [9, 8, 7] },
];

describe('a Weibull fitted to what was seen', () => {
  it.each(SURVREG)('gives what R survival 3.5 survreg(~1) gives for $data', ({ data, rows, shape, scale, logLikelihood, digits }) => {
    const read = rowsOf(data);
    expect(read).toHaveLength(rows);
    const fit = fitWeibull(watchedFromNew(read));
    expect(fit?.shape).toBeCloseTo(shape, digits[0]);
    expect(fit?.scale).toBeCloseTo(scale, digits[1]);
    expect(fit?.logLikelihood).toBeCloseTo(logLikelihood, digits[2]);
  });

  it('gives what lifelines WeibullFitter gives for waltons', () => {
    const read = rowsOf('waltons');
    expect(read).toHaveLength(163);
    const fit = fitWeibull(watchedFromNew(read));
    expect(fit?.shape).toBeCloseTo(3.45051, 5);
    expect(fit?.scale).toBeCloseTo(55.7331, 4);
    expect(fit?.logLikelihood).toBeCloseTo(-672.062, 3);
  });

  it('gives what ReLife gives for its left-truncated circuit_breaker, and what forgetting the truncation would give', () => {
    const seen = rowsOf('circuit-breaker').map(([entry = 0, exit = 0, failed, weight = 0]): Observation => ({ entry, exit, failed: failed === 1, weight }));
    expect(seen.reduce((sum, { weight }) => sum + weight, 0)).toBe(4_204);
    const fit = fitWeibull(seen);
    // To the sixth digit after the point: the maximum is flat, and a search that stops early is off in the seventh.
    expect(fit?.shape).toBeCloseTo(3.7267452, 6);
    expect(1 / (fit?.scale ?? Number.NaN)).toBeCloseTo(0.01232326, 8);
    expect(fitWeibull(seen.map((each) => ({ ...each, entry: 0 })))?.shape).toBeCloseTo(5.08, 2);
  });

  it('counts one observation of weight n as n of weight 1', () => {
    const rows = watchedFromNew(rowsOf('aml'));
    const doubled = fitWeibull(rows.map((each) => ({ ...each, weight: 2 })));
    const twice = fitWeibull([...rows, ...rows]);
    expect(doubled?.shape).toBeCloseTo(twice?.shape ?? 0, 11);
    expect(doubled?.failures).toBe(twice?.failures);
  });

  it('stands where the slope of the log-likelihood is nothing, whatever was seen', () => {
    const seen = fc.array(fc.record({ entry: fc.integer({ min: 0, max: 60 }), watched: fc.integer({ min: 1, max: 90 }), failed: fc.boolean() }), { minLength: 5, maxLength: 60 });
    fc.assert(fc.property(seen, (rows) => {
      const observations = rows.map(({ entry, watched, failed }): Observation => ({ entry, exit: entry + watched, failed, weight: 1 }));
      const fit = fitWeibull(observations);
      if (fit === null) return;
      const at = (weibull: { shape: number; scale: number }): number => observations.reduce((sum, { entry, exit, failed }) =>
        sum + (failed ? Math.log(hazard(weibull, exit)) : 0) - cumulativeHazard(weibull, exit) + cumulativeHazard(weibull, entry), 0);
      expect(at(fit)).toBeCloseTo(fit.logLikelihood, 6);
      for (const factor of [0.9, 0.99, 1.01, 1.1]) {
        expect(at({ ...fit, shape: fit.shape * factor })).toBeLessThanOrEqual(at(fit) + 1e-9);
        expect(at({ ...fit, scale: fit.scale * factor })).toBeLessThanOrEqual(at(fit) + 1e-9);
      }
    }));
  });

  it('is none where nothing failed, where all failed at one age, and where nothing was watched', () => {
    const at = (exit: number, failed: boolean, entry = 0): Observation => ({ entry, exit, failed, weight: 1 });
    expect(fitWeibull([])).toBeNull();
    expect(fitWeibull([at(10, false), at(20, false)])).toBeNull();
    expect(fitWeibull([at(10, true), at(10, true)])).toBeNull();
    expect(fitWeibull([at(10, true, 10)])).toBeNull();
  });

  it('finds the law that failures were drawn from, but not where it forgets that the watching began late', () => {
    // Shape 3.7, scale 80, watched from age 30 to 45: of each age in even steps of chance.
    const drawn = Array.from({ length: 4_000 }, (_, index) => 80 * (-Math.log((index + 0.5) / 4_000)) ** (1 / 3.7)).filter((age) => age > 30);
    const seen = drawn.map((age): Observation => ({ entry: 30, exit: Math.min(age, 90), failed: age < 90, weight: 1 }));
    expect(fitWeibull(seen)?.shape).toBeCloseTo(3.7, 1);
    expect(fitWeibull(seen.map((each) => ({ ...each, entry: 0 })))?.shape).toBeGreaterThan(3.9);
  });
});
