import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kit, planFor, policiesWith, toldAll } from './fixtures.ts';

// As at 21 November 2026, April years, five years, 3 % a year, prices of 1 April 2026.
const PRICED = '2026-04-01';

describe('the worked cases of docs/how-the-sums-work.md, as at 21 November 2026', () => {
  test('its example: 32 desktops of December 2023 get memory for £1,216 and are replaced for £14,088.64', () => {
    const plan = planFor([kit({ categoryKey: 'desktop', purchaseDate: '2023-12-12', quantity: 32, overridePence: 41_500, overridePriceDate: PRICED })]);
    expect(toldAll(plan)).toEqual(['2026/27 upgrade 2026-12-12 32 × 3800', '2028/29 replace 2028-12-12 32 × 44027']);
    expect(plan.lines.map(({ netPence, code }) => [netPence, code])).toEqual([[121_600, 'E20E'], [1_408_864, 'E20E']]);
    const page = readFileSync(new URL('../../docs/how-the-sums-work.md', import.meta.url), 'utf8');
    for (const figure of ['32 × £38 = £1,216', '£440.2735', '32 × £440.27 = £14,088.64', 'code E20E']) expect(page).toContain(figure);
  });

  test('a laptop bought in December 2022 falls due in December 2026 and its successor in December 2030', () => {
    const plan = planFor([kit({ purchaseDate: '2022-12-12', overridePence: 36_500, overridePriceDate: PRICED })]);
    // Index 1.030000, 1.060900, 1.092727, 1.125509 (half up from 1.12550881): 365.00 × 1.125509 = 410.810785.
    expect(toldAll(plan)).toEqual([
      '2026/27 replace 2026-12-12 1 × 36500',
      '2030/31 replace 2030-12-12 1 × 41081',
    ]);
    expect(plan.lines.map((line) => line.limitingFactor)).toEqual(['policy_life', 'policy_life']);
  });

  test('a server whose cover and life end on the same day is replaced that day, named after its life', () => {
    const plan = planFor([kit({
      categoryKey: 'server', purchaseDate: '2024-08-14', coverEnd: '2028-08-14', overridePence: 540_000, overridePriceDate: PRICED,
    })]);
    // 5,400 × 1.0609 = 5,728.86
    expect(toldAll(plan)).toEqual(['2028/29 replace 2028-08-14 1 × 572886']);
    expect(plan.lines[0]?.limitingFactor).toBe('policy_life');
  });

  test('a desktop bought in December 2023 gets memory in December 2026 and is replaced in December 2028', () => {
    const plan = planFor([kit({ categoryKey: 'desktop', purchaseDate: '2023-12-12' })]);
    expect(toldAll(plan)).toEqual([
      '2026/27 upgrade 2026-12-12 1 × 3800',
      '2028/29 replace 2028-12-12 1 × null',
    ]);
  });

  test('kit bought on 29 February and kept a year is overdue, bought this month and every November after', () => {
    const plan = planFor([kit({ purchaseDate: '2024-02-29' })], { policies: policiesWith('laptop', { lifeMonths: 12 }) });
    expect(plan.lines.map((line) => `${line.date} ${line.due} ${line.overdue}`)).toEqual([
      '2026-11-21 2025-02-28 true', '2027-11-21 2027-11-21 false', '2028-11-21 2028-11-21 false',
      '2029-11-21 2029-11-21 false', '2030-11-21 2030-11-21 false',
    ]);
    expect(plan.lines.map((line) => line.yearIndex)).toEqual([0, 1, 2, 3, 4]);
  });

  test.each([
    ['2023-03-31', '2026/27 replace 2027-03-31 1 × null'],
    ['2023-04-01', '2027/28 replace 2027-04-01 1 × null'],
  ])('a laptop bought on %s falls on its side of the year end', (purchaseDate, expected) => {
    expect(toldAll(planFor([kit({ purchaseDate })]))[0]).toBe(expected);
  });

  test('kit due earlier in the month of the figures is due this month and not overdue', () => {
    const plan = planFor([kit({ purchaseDate: '2022-11-12' })]);
    expect(plan.lines[0]).toMatchObject({ date: '2026-11-12', yearIndex: 0, overdue: false });
    expect(plan.overdueQuantity).toBe(0);
  });

  test('a laptop bought in September 2019 is overdue since September 2023, bought now and again in November 2030', () => {
    const plan = planFor([kit({ purchaseDate: '2019-09-01' })]);
    expect(plan.lines.map((line) => `${line.date} ${line.due}`)).toEqual(['2026-11-21 2023-09-01', '2030-11-21 2030-11-21']);
    expect(plan.lines.map((line) => line.yearIndex)).toEqual([0, 4]);
    expect(plan.overdueQuantity).toBe(1);
  });

  test('thirty laptops in one row are one line of £11,940', () => {
    const plan = planFor([kit({ purchaseDate: '2022-12-12', quantity: 30, overridePence: 39_800, overridePriceDate: PRICED })], {}, { years: 3 });
    expect(plan.lines).toHaveLength(1);
    expect(plan.lines[0]).toMatchObject({ quantity: 30, unitPence: 39_800, netPence: 1_194_000 }); // 30 × 39800
  });
});
