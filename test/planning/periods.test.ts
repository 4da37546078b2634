import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planYears } from '../../planning/calendar.ts';
import { forecast } from '../../planning/forecast.ts';
import { partsIn, spentIn, termPeriods, yearPeriods } from '../../planning/periods.ts';
import type { ForecastLine } from '../../planning/result.ts';
import { anyOptions, plan, SEED } from './arbitraries.ts';
import { AS_OF, cost, kit, policiesWith, schoolOf } from './fixtures.ts';

const labels = (startMonth: number): string[] => termPeriods(planYears(AS_OF, startMonth, 2)).map(({ label }) => label);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the terms of a financial year', () => {
  test('are summer, autumn and spring where it begins in April', () => {
    expect(labels(4)).toEqual(['Summer 2026', 'Autumn 2026', 'Spring 2027', 'Summer 2027', 'Autumn 2027', 'Spring 2028']);
  });

  test('are autumn, spring and summer where it begins in September', () => {
    expect(labels(9)).toEqual(['Autumn 2026', 'Spring 2027', 'Summer 2027', 'Autumn 2027', 'Spring 2028', 'Summer 2028']);
  });

  test('are cut where it begins in the middle of one, and no two are called alike', () => {
    expect(labels(2)).toEqual([
      'Spring 2026, from Feb', 'Summer 2026', 'Autumn 2026', 'Spring 2027, from Jan', 'Spring 2027, from Feb', 'Summer 2027', 'Autumn 2027', 'Spring 2028, from Jan',
    ]);
  });

  test.each([4, 9, 1, 8])('hold twelve months a year, where it begins in month %i', (startMonth) => {
    const years = planYears(AS_OF, startMonth, 3);
    for (const [index, year] of years.entries()) {
      const terms = termPeriods(years).filter(({ yearIndex }) => yearIndex === index);
      expect(sum(terms.map(({ months }) => months))).toBe(12);
      expect(terms[0]?.firstMonth).toBe(year.firstMonth);
    }
  });
});

describe('a year by its terms', () => {
  const by = (parts: Parameters<typeof schoolOf>[0], kind: ForecastLine['kind']) => {
    const snapshot = schoolOf({ inflation: { defaultBp: 0, shipped: false, series: [] }, ...parts });
    const result = forecast(snapshot, { asOf: AS_OF });
    const terms = termPeriods(result.years);
    return partsIn(snapshot, result, terms).filter(({ line }) => line.kind === kind && line.yearIndex < 2)
      .map(({ column, quantity, pence }) => `${terms[column]?.label}: ${quantity} for ${pence}`);
  };

  test('has a purchase in the term of its month', () => {
    expect(by({ assets: [kit({ purchaseDate: '2022-12-31', unitPaidPence: 100 }), kit({ purchaseDate: '2024-01-01', unitPaidPence: 100 })] }, 'replace'))
      .toEqual(['Autumn 2026: 1 for 100', 'Spring 2028: 1 for 100']);
  });

  test('has running costs month by month: £12,000 a year is £5,000, £4,000 and £3,000; of the first, November and December are to come', () => {
    expect(by({ recurring: [cost({ amountPence: 1_200_000 })] }, 'recurring')).toEqual([
      'Autumn 2026: 1 for 200000', 'Spring 2027: 0 for 300000', 'Summer 2027: 1 for 500000', 'Autumn 2027: 0 for 400000', 'Spring 2028: 0 for 300000',
    ]);
  });

  test('spreads losses evenly over the months to come: 4 in five months is 2 and 2, 10 in twelve is 4, 4 and 2', () => {
    const school = { assets: [kit({ purchaseDate: '2026-09-02', quantity: 400, overridePence: 100 })], policies: policiesWith('laptop', { lossBp: 250 }) };
    expect(by(school, 'loss')).toEqual([
      'Autumn 2026: 2 for 200', 'Spring 2027: 2 for 200', 'Summer 2027: 4 for 400', 'Autumn 2027: 4 for 400', 'Spring 2028: 2 for 200',
    ]);
  });

  test('adds up to the year, to the penny and the item, line by line, and so does what is spent already', () => {
    fc.assert(fc.property(plan({ consumables: true }), anyOptions(), (snapshot, asked) => {
      const result = forecast(snapshot, asked);
      for (const periods of [termPeriods(result.years), yearPeriods(result.years)]) {
        const parts = Map.groupBy(partsIn(snapshot, result, periods), ({ line }) => line);
        for (const line of result.lines) {
          const own = parts.get(line) ?? [];
          expect(own.every(({ column }) => periods[column]?.yearIndex === line.yearIndex)).toBe(true);
          expect(sum(own.map(({ quantity }) => quantity))).toBe(line.quantity);
          expect(own.some(({ pence }) => pence === null) ? null : sum(own.map(({ pence }) => pence ?? 0))).toBe(line.netPence);
        }
        const spent = Map.groupBy(spentIn(result, periods), ({ column }) => periods[column]?.yearIndex);
        expect(result.years.map((_, index) => sum((spent.get(index) ?? []).map(({ pence }) => pence)))).toEqual(result.totals.alreadyPence);
      }
    }), { seed: SEED, numRuns: 200 });
  });
});
