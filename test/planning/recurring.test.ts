import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twelfth } from '../../planning/recurring.ts';
import type { RecurringCost } from '../../planning/snapshot.ts';
import { SEED } from './arbitraries.ts';
import { cost, planFor } from './fixtures.ts';

const running = (parts: Partial<RecurringCost>, options: Parameters<typeof planFor>[2] = {}) => {
  const plan = planFor([], { recurring: [cost(parts)] }, options);
  return { plan, lines: plan.lines.map((line) => `${plan.years[line.yearIndex]?.label} ${line.date} ${line.netPence}`), already: plan.totals.alreadyPence };
};

describe('a cost that comes round every year', () => {
  test('is one line a year, priced by that year, with the months gone already spent', () => {
    // £9,800: 9,800.00; × 1.03 = 10,094.00; × 1.0609 = 10,396.82; × 1.092727 = 10,708.72; × 1.125509 = 11,029.99.
    // The open year: April to October gone. 7 ÷ 12 × 9,800 = 5,716.67, so November to March are 4,083.33.
    const { plan, lines, already } = running({});
    expect(lines).toEqual([
      '2026/27 2026-11-21 408333', '2027/28 2027-04-01 1009400', '2028/29 2028-04-01 1039682',
      '2029/30 2029-04-01 1070872', '2030/31 2030-04-01 1102999',
    ]);
    expect(already).toEqual([571_667, 0, 0, 0, 0]);
    expect(plan.totals.plannedPence[0]).toBe(980_000);
    expect(plan.totals.plannedByChartGroup.running[0]).toBe(980_000);
  });

  test('is charged in the months from its start to its end, both whole', () => {
    // January 2027 to June 2028: 3 twelfths of 1,200.00, 12 of 1,236.00, 3 of 1,273.08.
    expect(running({ yearlyPence: 120_000, start: '2027-01-15', end: '2028-06-02' }).lines).toEqual([
      '2026/27 2027-01-15 30000', '2027/28 2027-04-01 123600', '2028/29 2028-04-01 31827',
    ]);
  });

  test('that has ended leaves no line, and what it has cost this year is spent', () => {
    const { lines, already } = running({ yearlyPence: 120_000, end: '2026-09-30' });
    expect(lines).toEqual([]);
    expect(already).toEqual([60_000, 0, 0, 0, 0]); // April to September: 6 × 100.00
  });

  test('that starts and ends within one month is charged that month', () => {
    expect(running({ yearlyPence: 120_000, start: '2027-02-10', end: '2027-02-11' }).lines).toEqual(['2026/27 2027-02-10 10000']);
    expect(running({ yearlyPence: 120_000, start: '2027-03-10', end: '2027-02-11' }).lines).toEqual([]);
  });

  test('rises by its own rate where it has one, else by its category’s', () => {
    const flat = running({ yearlyPence: 120_000, riseBp: 0 }).lines;
    expect(flat.slice(1).map((line) => line.split(' ')[2])).toEqual(['120000', '120000', '120000', '120000']);
    const plan = planFor([], {
      recurring: [cost({ yearlyPence: 120_000 })],
      inflation: { defaultBp: 300, shipped: false, series: [{ categoryKey: 'support_contract', bp: 1_000, steps: [] }] },
    });
    expect(plan.totals.totalPence[1]).toBe(132_000);
  });

  test('without a price date is priced as of the day of the figures', () => {
    expect(running({ yearlyPence: 120_000, priceDate: null }).plan.totals.totalPence.slice(1, 2)).toEqual([123_600]);
  });

  test('counts under its own code and as a running cost, whatever it is for', () => {
    const { plan } = running({ categoryKey: 'laptop', costCategory: 'admin_software' });
    expect(Object.keys(plan.totals.byCode)).toEqual(['E20D']);
    expect(Object.keys(plan.totals.byChartGroup)).toEqual(['running']);
    expect(Object.keys(plan.totals.byCategory)).toEqual(['laptop']);
    expect(plan.totals.quantityByCategory).toEqual({});
  });

  test('in the other calendar charges the same amounts in the same months', () => {
    // September 2026 to August 2027: the school’s April year gives 7 months of 1,200.00 and 5 of 1,236.00; September and October are gone.
    const { plan, already } = running({ yearlyPence: 120_000 }, { yearStartMonth: 9, years: 1 });
    expect(already).toEqual([20_000]);
    expect(plan.totals.totalPence).toEqual([50_000 + 51_500]); // 5 × 100.00 + 5 × 103.00
  });
});

describe('twelfths', () => {
  test('add up to the year exactly, none more than a penny from another', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_000_000_000 }), (amount) => {
      const months = Array.from({ length: 12 }, (_, index) => twelfth(amount, index + 1));
      expect(months.reduce((sum, pence) => sum + pence, 0)).toBe(amount);
      expect(Math.max(...months) - Math.min(...months)).toBeLessThanOrEqual(1);
    }), { seed: SEED, numRuns: 5_000 });
  });
});
