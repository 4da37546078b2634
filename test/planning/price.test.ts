import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_PPM, nextIndex, priceBook, unitPriceAt } from '../../planning/price.ts';
import { inflation, SEED } from './arbitraries.ts';
import { kit, model as modelOf, planFor, policiesWith } from './fixtures.ts';

describe('the index', () => {
  test('rises by 3% a year in parts per million, half up each year', () => {
    const book = priceBook({ defaultBp: 300, shipped: true, series: [] });
    const series = book.seriesFor('laptop');
    expect([2026, 2027, 2028, 2029, 2030].map((year) => book.index(series, 2026, year)))
      .toEqual([1_000_000, 1_030_000, 1_060_900, 1_092_727, 1_125_509]); // 1,092,727 × 1.03 = 1,125,508.81
  });

  test('takes the year’s own step, else the category’s rate, else the plan’s', () => {
    const book = priceBook({ defaultBp: 300, shipped: false, series: [{ categoryKey: 'laptop', bp: 100, steps: [{ year: 2028, bp: -200 }] }] });
    const [laptop, desktop] = [book.seriesFor('laptop'), book.seriesFor('desktop')];
    expect(book.index(laptop, 2026, 2027)).toBe(1_010_000);
    expect(book.index(laptop, 2026, 2028)).toBe(989_800); // 1,010,000 × 0.98
    expect(book.index(desktop, 2026, 2028)).toBe(1_060_900);
  });

  test('is the same however often and in whatever order it is asked', () => {
    const rises = { defaultBp: 417, shipped: false, series: [] };
    const [one, other] = [priceBook(rises), priceBook(rises)];
    const years = [2030, 2027, 2035, 2028];
    const asked = years.map((year) => one.index(one.seriesFor('a'), 2020, year));
    expect(years.toReversed().map((year) => other.index(other.seriesFor('b'), 2020, year)).toReversed()).toEqual(asked);
  });

  test('beyond nine times the first price, or with a rate beyond half of it either way, is not known', () => {
    const steep = priceBook({ defaultBp: 5_000, shipped: false, series: [] }); // half as much again: 1.5⁵ = 7.59375 after five years, 11.39 after six
    expect([2031, 2032, 2033].map((year) => steep.index(steep.seriesFor('a'), 2026, year))).toEqual([7_593_750, null, null]);
    expect(MOST_PPM).toBe(9_000_000);
    for (const defaultBp of [-5_001, Number.NaN, 1.5, 5_001, 90_000]) {
      const book = priceBook({ defaultBp, shipped: false, series: [] });
      expect(book.index(book.seriesFor('a'), 2026, 2027)).toBeNull();
    }
  });

  test('and the price it gives are those of whole-number fractions in BigInt, for every price up to £10 million', () => {
    const half = (n: bigint, d: bigint): bigint => (n * 2n + d) / (2n * d);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 1, max: MOST_PPM }), fc.integer({ min: -9_999, max: 100_000 }), (pence, ppm, bp) => {
      expect(BigInt(unitPriceAt(pence, ppm))).toBe(half(BigInt(pence) * BigInt(ppm), 1_000_000n));
      expect(BigInt(nextIndex(ppm, bp))).toBe(half(BigInt(ppm) * BigInt(10_000 + bp), 10_000n));
    }), { seed: SEED, numRuns: 20_000 });
  });

  test('raised in one year raises that year and later ones, and no earlier one', () => {
    fc.assert(fc.property(inflation, fc.integer({ min: 2021, max: 2030 }), fc.integer({ min: 1, max: 500 }), (rises, year, more) => {
      const before = priceBook(rises);
      const bp = before.seriesFor('laptop').bpIn(year);
      const own = rises.series.find((series) => series.categoryKey === 'laptop');
      const after = priceBook({
        ...rises,
        series: [...rises.series.filter((series) => series !== own), {
          categoryKey: 'laptop', bp: own?.bp ?? null,
          steps: [...own?.steps.filter((step) => step.year !== year) ?? [], { year, bp: bp + more }],
        }],
      });
      for (let each = 2020; each <= 2034; each++) {
        const [was, is] = [before, after].map((book) => book.index(book.seriesFor('laptop'), 2020, each) ?? 0);
        if (each < year) expect(is).toBe(was);
        else if (was !== undefined && was > 0 && is !== 0) expect(is).toBeGreaterThan(was);
      }
    }), { seed: SEED, numRuns: 500 });
  });
});

describe('where a price comes from', () => {
  const bought = { purchaseDate: '2022-12-12', unitPaidPence: 30_000, modelId: 7 } as const;
  const model = modelOf({ id: 7, categoryKey: 'laptop', name: '14', unitPence: 40_000, priceDate: '2026-06-01' });
  const unit = (...args: Parameters<typeof planFor>): number | null | undefined => planFor(...args).lines[0]?.unitPence;
  const priced = { models: [model], policies: policiesWith('laptop', { unitPence: 50_000, priceDate: '2026-06-01' }) };

  test('the asset’s own price first, then its model’s, then its policy’s, then what was paid', () => {
    expect(unit([kit({ ...bought, overridePence: 60_000, overridePriceDate: '2026-06-01' })], priced)).toBe(60_000);
    expect(unit([kit(bought)], priced)).toBe(40_000);
    expect(unit([kit({ ...bought, modelId: null })], priced)).toBe(50_000);
    // Paid in 2022/23, due in 2026/27: four rises of 3%, index 1,125,509 → 337.6527, half up 337.65.
    expect(unit([kit({ ...bought, modelId: null })])).toBe(33_765);
    expect(unit([kit({ ...bought, modelId: null, unitPaidPence: null })])).toBeNull();
  });

  test('nothing paid says nothing of what the next one costs', () => {
    expect(unit([kit({ ...bought, modelId: null, unitPaidPence: 0 })])).toBeNull();
  });

  test('a policy price without a date is of the day of the figures', () => {
    const plan = planFor([kit({ purchaseDate: '2023-12-12' })], { policies: policiesWith('laptop', { unitPence: 50_000 }) });
    expect(plan.lines[0]).toMatchObject({ yearIndex: 1, unitPence: 51_500 }); // dated 2026/27, one rise
  });

  test('a price dated after the year is used as it is', () => {
    expect(unit([kit({ ...bought, overridePence: 60_000, overridePriceDate: '2028-06-01' })])).toBe(60_000);
  });

  test('an upgrade without a day of its own is priced as of its policy’s price', () => {
    const upgrade = { atMonths: 24, unitPence: 10_000, priceDate: null, what: 'memory' };
    const price = (priceDate: string | null) => planFor([kit({ purchaseDate: '2025-12-12' })], { policies: policiesWith('laptop', { upgrade, priceDate }) }).lines[0]?.unitPence;
    expect(price('2025-06-01')).toBe(10_609); // due in 2027/28: two rises
    expect(price(null)).toBe(10_300); // as of today: one
  });

  test('an order is paid at its own price, which does not rise, and its successors at the price of a replacement', () => {
    const order = kit({ status: 'ordered', inServiceDate: '2027-05-01', unitPaidPence: 39_900 });
    const plan = planFor([order], { policies: policiesWith('laptop', { lifeMonths: 24, unitPence: 50_000, priceDate: '2026-06-01' }) });
    expect(plan.lines.map((line) => [line.date, line.unitPence])).toEqual([['2027-05-01', 39_900], ['2029-05-01', 54_636]]); // 500 × 1.092727
  });
});
