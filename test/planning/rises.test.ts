import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { riseIn, withRise } from '../../planning/rises.ts';
import { applyChange, type PlanChange } from '../../planning/scenarios/change.ts';
import type { Inflation } from '../../planning/snapshot.ts';
import { inflation as anyInflation } from './arbitraries.ts';
import { AS_OF, kit, policiesWith, schoolOf } from './fixtures.ts';

const SHIPPED: Inflation = { defaultBp: 300, shipped: true, series: [] };

/** Unit prices of a laptop that is replaced every year, from 2026/27 to 2030/31. */
function prices(changes: readonly PlanChange[]): readonly (number | null)[] {
  const saved = schoolOf({
    assets: [kit({ purchaseDate: '2025-12-01' })],
    policies: policiesWith('laptop', { lifeMonths: 12, binding: ['policy_life'], unitPence: 40_000, priceDate: '2026-09-02' }),
  });
  const plan = changes.reduce((snapshot, change) => applyChange(snapshot, change, null), saved);
  return forecast(plan, { asOf: AS_OF }).lines.map(({ unitPence }) => unitPence);
}

describe('price rises', () => {
  test('in every year are 3% until the school says otherwise', () => {
    // 400.00 · 412.00 · 424.36 · 437.09 (index 1.092727) · 450.20 (1.125509)
    expect(prices([])).toEqual([40_000, 41_200, 42_436, 43_709, 45_020]);
  });

  test('of memory in 2027/28, 17%, carry through to every later year; a fall the year after takes part of it back', () => {
    // 1.17 · then 3%: 1.2051, 1.241253, 1.278491
    expect(prices([{ kind: 'price_rise', categoryKey: 'laptop', year: 2027, bp: 1_700 }])).toEqual([40_000, 46_800, 48_204, 49_650, 51_140]);
    // 1.17 × 0.92 = 1.0764 · × 1.03 = 1.108692 · × 1.03 = 1.141953 (rounded in millionths)
    expect(prices([
      { kind: 'price_rise', categoryKey: 'laptop', year: 2027, bp: 1_700 }, { kind: 'price_rise', categoryKey: 'laptop', year: 2028, bp: -800 },
    ])).toEqual([40_000, 46_800, 43_056, 44_348, 45_678]);
  });

  test('of everything in one year alone leave the other years, and reach the kinds without a rise of their own', () => {
    // 6% in 2028/29: 1.03 · 1.0918 · 1.124554 · 1.158291
    expect(prices([{ kind: 'price_rise', year: 2028, bp: 600 }])).toEqual([40_000, 41_200, 43_672, 44_982, 46_332]);
    expect(prices([{ kind: 'price_rise', year: 2028, bp: 600 }, { kind: 'price_rise', categoryKey: 'laptop', bp: 0 }])).toEqual([40_000, 40_000, 40_000, 40_000, 40_000]);
    // A kind with a step of its own alone follows everything in the years beside it.
    expect(prices([{ kind: 'price_rise', year: 2028, bp: 600 }, { kind: 'price_rise', categoryKey: 'laptop', year: 2027, bp: 0 }])).toEqual([40_000, 40_000, 42_400, 43_672, 44_982]);
  });

  test('hold in the order: the kind in that year, the kind, everything in that year, everything', () => {
    const rises: Inflation = { defaultBp: 300, shipped: false, steps: [{ year: 2028, bp: 600 }], series: [
      { categoryKey: 'laptop', bp: 100, steps: [{ year: 2027, bp: 1_700 }] }, { categoryKey: 'tablet', bp: null, steps: [{ year: 2027, bp: -200 }] },
    ] };
    expect([2027, 2028, 2029].map((year) => [riseIn(rises, 'laptop', year), riseIn(rises, 'tablet', year), riseIn(rises, null, year)]))
      .toEqual([[1_700, -200, 300], [100, 600, 600], [100, 300, 300]]);
    expect([riseIn(rises, 'laptop', null), riseIn(rises, 'tablet', null), riseIn(rises, null, null)]).toEqual([100, 300, 300]);
  });

  test('are what was set where it was set, and as they were everywhere else', () => {
    const kinds = ['laptop', 'tablet', 'support_contract', null];
    fc.assert(fc.property(anyInflation, fc.constantFrom(...kinds), fc.integer({ min: 2016, max: 2034 }), fc.integer({ min: -500, max: 1_500 }), (before, categoryKey, year, bp) => {
      const after = withRise(before, { categoryKey, year, bp });
      expect(riseIn(after, categoryKey, year)).toBe(bp);
      for (let other = 2016; other <= 2034; other++) {
        if (other !== year) expect(riseIn(after, categoryKey, other)).toBe(riseIn(before, categoryKey, other));
      }
      expect(withRise(after, { categoryKey, year, bp })).toEqual(after);
    }));
  });

  test('cleared in the only year they were set in leave nothing behind', () => {
    const set = withRise(SHIPPED, { categoryKey: 'laptop', year: 2027, bp: 1_700 });
    expect(withRise(set, { categoryKey: 'laptop', year: 2027, bp: null })).toEqual(SHIPPED);
    expect(withRise(withRise(SHIPPED, { categoryKey: null, year: 2028, bp: 600 }), { categoryKey: null, year: 2028, bp: null }))
      .toEqual({ ...SHIPPED, shipped: false, steps: [] });
  });
});
