import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planContext } from '../../planning/context.ts';
import { forecast } from '../../planning/forecast.ts';
import { chargesIn, isGone, twelfth } from '../../planning/recurring.ts';
import type { PlanSnapshot, RecurringCost } from '../../planning/snapshot.ts';
import { SEED } from './arbitraries.ts';
import { AS_OF, cost, kit, planFor, schoolOf } from './fixtures.ts';

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


  test('that has ended leaves no line, and what it has cost this year is spent', () => {
    const { lines, already } = running({ amountPence: 120_000, end: '2026-09-30' });
    expect(lines).toEqual([]);
    expect(already).toEqual([60_000, 0, 0, 0, 0]); // April to September: 6 × 100.00
  });

  test('that starts and ends within one month is paid once, and one that ends before it starts never', () => {
    expect(running({ amountPence: 120_000, start: '2027-02-10', end: '2027-02-11' }).lines).toEqual(['2026/27 2027-02-10 120000']);
    expect(running({ amountPence: 120_000, start: '2027-03-10', end: '2027-02-11' }).lines).toEqual([]);
  });

  test('rises by its own rate where it has one, else by its category’s', () => {
    const flat = running({ amountPence: 120_000, riseBp: 0 }).lines;
    expect(flat.slice(1).map((line) => line.split(' ')[2])).toEqual(['120000', '120000', '120000', '120000']);
    const plan = planFor([], {
      recurring: [cost({ amountPence: 120_000 })],
      inflation: { defaultBp: 300, shipped: false, series: [{ categoryKey: 'support_contract', bp: 1_000, steps: [] }] },
    });
    expect(plan.totals.totalPence[1]).toBe(132_000);
  });

  test('without a price date is priced as of the day of the figures', () => {
    expect(running({ amountPence: 120_000, priceDate: null }).plan.totals.totalPence.slice(1, 2)).toEqual([123_600]);
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
    const { plan, already } = running({ amountPence: 120_000 }, { yearStartMonth: 9, years: 1 });
    expect(already).toEqual([20_000]);
    expect(plan.totals.totalPence).toEqual([50_000 + 51_500]); // 5 × 100.00 + 5 × 103.00
  });
});

/** Year, number of payments still to come, what they come to together: `2026/27 5 50000`. */
const paid = (parts: Partial<RecurringCost>, more: Partial<PlanSnapshot> = {}) => {
  const terms = cost({ amountPence: 10_000, riseBp: 0, ...parts });
  const snapshot = schoolOf({ recurring: [terms], ...more });
  const context = planContext(snapshot, { asOf: AS_OF });
  const lines = forecast(snapshot, { asOf: AS_OF }).lines.filter(({ kind }) => kind === 'recurring');
  return lines.map(({ yearIndex, netPence }) => {
    const payments = chargesIn(context, terms, yearIndex).filter((charge) => !isGone(context, charge)).length;
    return `${context.years[yearIndex]?.label} ${payments} ${netPence}`;
  });
};

describe('a cost is paid', () => {
  test.each([
    // £100 a month; November 2026 is still to come: 5 months of the open year.
    ['every month', { period: 'monthly' }, ['2026/27 5 50000', '2027/28 12 120000', '2028/29 12 120000', '2029/30 12 120000', '2030/31 12 120000']],
    // 15 April 2027 to 14 April 2028 is twelve months, April to March: 14 April is before the thirteenth 15th.
    ['twelve months from 15 April to 14 April', { period: 'monthly', start: '2027-04-15', end: '2028-04-14' }, ['2027/28 12 120000']],
    ['a thirteenth time where the end reaches the day', { period: 'monthly', start: '2027-04-15', end: '2028-04-15' }, ['2027/28 12 120000', '2028/29 1 10000']],
    // 31 January, then 28 February: a day that a month lacks is its last.
    ['on the last day of a month without a 31st', { period: 'monthly', start: '2027-01-31', end: '2027-02-28' }, ['2026/27 2 20000']],
    // January 2027; then September, January and April of each year.
    ['three times a school year', { period: 'termly' }, ['2026/27 1 10000', '2027/28 3 30000', '2028/29 3 30000', '2029/30 3 30000', '2030/31 3 30000']],
    // A school year from September 2027: September, January, and April 2028, which is in the next financial year.
    ['by the term from September to July', { period: 'termly', start: '2027-09-01', end: '2028-07-31' }, ['2027/28 2 20000', '2028/29 1 10000']],
    ['whole, in the month it starts in', { start: '2024-04-01' }, ['2027/28 1 10000', '2028/29 1 10000', '2029/30 1 10000', '2030/31 1 10000']],
    ['whole, also where its month is not yet gone', { start: '2024-11-03' }, ['2026/27 1 10000', '2027/28 1 10000', '2028/29 1 10000', '2029/30 1 10000', '2030/31 1 10000']],
    ['until its end', { start: '2025-02-01', end: '2028-01-31' }, ['2026/27 1 10000']],
    ['on after its end where it renews by itself', { start: '2025-02-01', end: '2026-01-31', autoRenews: true }, ['2026/27 1 10000', '2027/28 1 10000', '2028/29 1 10000', '2029/30 1 10000', '2030/31 1 10000']],
    // 2025, 2028, 2031: three years on and three more, from the first.
    ['every three years', { period: 'every_n_years', periodYears: 3, start: '2025-05-01' }, ['2028/29 1 10000']],
    ['every two years from a leap day, on 28 February between', { period: 'every_n_years', periodYears: 2, start: '2024-02-29' }, ['2027/28 1 10000', '2029/30 1 10000']],
    // No start: £100 every two years is £50 a year; twelfths of 4.17, 4.16, 4.17, … of which 8 to 12 come to 20.83.
    ['in twelfths of a year’s part where no start is known', { period: 'every_n_years', periodYears: 2 }, ['2026/27 5 2083', '2027/28 12 5000', '2028/29 12 5000', '2029/30 12 5000', '2030/31 12 5000']],
  ] as const satisfies readonly (readonly [string, Partial<RecurringCost>, readonly string[]])[])('%s', (_, terms, lines) => expect(paid(terms)).toEqual(lines));

  test('on the first day still to come: today where its day of this month is gone', () => {
    expect(running({ period: 'monthly', start: '2026-06-05' }).lines[0]).toContain('2026-11-21');
    expect(running({ period: 'monthly', start: '2026-06-28' }).lines[0]).toContain('2026-11-28');
  });

  test('in that year’s money, rounded once for a payment', () => {
    // £1.33 a month: × 1.03 = 1.3699, so 1.37 × 12 = 16.44; a fall of 10 % to 1.197 is 1.20 × 12 = 14.40.
    expect(paid({ amountPence: 133, period: 'monthly', riseBp: 300 })[1]).toBe('2027/28 12 1644');
    expect(paid({ amountPence: 133, period: 'monthly', riseBp: -1_000 })[1]).toBe('2027/28 12 1440');
  });

  test('with the rises of its kind, a step of one year and a fall after it', () => {
    // £100: 17 % in 2027/28 is 117.00, 3 % in 2028/29 is 120.51, −5 % in 2029/30 is 114.4845, 3 % more is 117.92.
    const steps = [{ year: 2027, bp: 1_700 }, { year: 2029, bp: -500 }];
    const inflation = { defaultBp: 0, shipped: false, series: [{ categoryKey: 'support_contract', bp: 300, steps }] };
    expect(paid({ riseBp: null, start: '2026-12-01' }, { inflation })).toEqual(['2026/27 1 10000', '2027/28 1 11700', '2028/29 1 12051', '2029/30 1 11448', '2030/31 1 11792']);
  });
});

describe('a cost by the head', () => {
  const rolls = [{ year: 2027, pupils: 1_100, staff: null }, { year: 2029, pupils: null, staff: 90 }];

  test('takes the school’s own number where a roll holds more heads than any school has, or fewer than none', () => {
    // A penny for each of 1,140 pupils: £11.40 in every year.
    const odd = [{ year: 2027, pupils: -9, staff: null }, { year: 2028, pupils: 99_999_999, staff: null }];
    const terms = { amountPence: 1, driver: 'per_pupil', start: '2026-12-01', riseBp: 0 } as const;
    expect(paid(terms, { rolls: odd })).toEqual(paid(terms));
  });

  test('takes each year’s roll, and the school’s own number where a year has none', () => {
    // £1 for each of 1,140 pupils, and of 1,100 in 2027/28.
    expect(paid({ amountPence: 100, driver: 'per_pupil', start: '2026-12-01' }, { rolls })).toEqual([
      '2026/27 1 114000', '2027/28 1 110000', '2028/29 1 114000', '2029/30 1 114000', '2030/31 1 114000',
    ]);
  });

  test('has no price, never £0, in the years whose heads nobody knows', () => {
    const plan = planFor([], { rolls, recurring: [cost({ amountPence: 100, driver: 'per_staff', start: '2026-12-01', riseBp: 0 })] });
    expect(plan.lines.map(({ netPence }) => netPence)).toEqual([null, null, null, 9_000, null]);
    expect(plan.noPrice).toEqual([{ categoryKey: 'support_contract', quantity: 1 }]);
  });

  test('changes with the school’s own financial year, whatever years are shown', () => {
    // September 2026 to August 2027: March 2027 is in the school's 2026/27, 1,140 pupils; April in 2027/28, 1,100.
    const recurring = [cost({ amountPence: 100, driver: 'per_pupil', period: 'monthly', riseBp: 0 })];
    const plan = planFor([], { rolls, recurring }, { yearStartMonth: 9, years: 1 });
    expect(plan.totals.plannedPence).toEqual([7 * 114_000 + 5 * 110_000]);
  });

  test('is part of what it costs to stand still', () => {
    const recurring = [cost({ amountPence: 100, driver: 'per_pupil', start: '2026-12-01', riseBp: 0 })];
    expect(planFor([], { rolls, recurring }).totals.standStillPence).toEqual([114_000, 110_000, 114_000, 114_000, 114_000]);
  });

  test('of kit counts what is in service, the same in every year', () => {
    const assets = [kit({ quantity: 30 }), kit({ status: 'on_loan' }), kit({ status: 'retired' }), kit({ status: 'ordered' }), kit({ categoryKey: 'tablet' })];
    const terms = { amountPence: 100, driver: 'per_device', deviceCategoryKey: 'laptop', start: '2026-12-01' } as const;
    expect(paid(terms, { assets, policies: [] })).toEqual([
      '2026/27 1 3100', '2027/28 1 3100', '2028/29 1 3100', '2029/30 1 3100', '2030/31 1 3100',
    ]);
    expect(paid({ ...terms, deviceCategoryKey: null })[0]).toBe('2026/27 1 null');
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
