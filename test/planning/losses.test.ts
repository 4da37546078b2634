import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainLine } from '../../planning/explain.ts';
import { forecast } from '../../planning/forecast.ts';
import type { LedgerEntry } from '../../planning/upkeep/ledger-entry.ts';
import { entry } from './agreements/fixtures.ts';
import { AS_OF, kit, model, planFor, policiesWith, schoolOf } from './fixtures.ts';
import { SEED } from './arbitraries.ts';

const laptops = (quantity: number, lossBp: number, parts: Parameters<typeof kit>[0] = {}, options: Parameters<typeof planFor>[2] = {}) => planFor(
  [kit({ quantity, purchaseDate: '2026-09-01', overridePence: 40_000, overridePriceDate: '2026-04-01', ...parts })],
  { policies: policiesWith('laptop', { lossBp, lifeMonths: 600 }) }, options,
);
const lost = (plan: ReturnType<typeof planFor>) => plan.lines.filter((line) => line.kind === 'loss');

describe('losses and breakages', () => {
  test('are none until the school sets a rate', () => {
    expect(lost(laptops(1_000, 0))).toEqual([]);
  });

  test('are whole items, at that year’s price, as many as the rate says over the years', () => {
    // 120 at 2.5 % a year is 3 a year. November to March: 5 months of it is 1.25, then 4.25, 7.25, 10.25, 13.25: made whole 1, 4, 7, 10, 13.
    const plan = laptops(120, 250);
    expect(lost(plan).map((line) => [line.yearIndex, line.date, line.quantity, line.unitPence, line.netPence])).toEqual([
      [0, '2026-11-21', 1, 40_000, 40_000], [1, '2027-04-01', 3, 41_200, 123_600], [2, '2028-04-01', 3, 42_436, 127_308],
      [3, '2029-04-01', 3, 43_709, 131_127], [4, '2030-04-01', 3, 45_020, 135_060],
    ]);
    expect(plan.totals.totalPence).toEqual([40_000, 123_600, 127_308, 131_127, 135_060]);
    expect(plan.totals.quantityByCategory).toEqual({}); // lost items are not replacements
  });

  test('of a handful are carried from year to year until they make one', () => {
    // 10 at 2.5 %: 0.25 a year. 0.10, 0.35, 0.60, 0.85, 1.10 in all: one item, in the third year.
    expect(lost(laptops(10, 250)).map((line) => [line.yearIndex, line.quantity])).toEqual([[2, 1]]);
  });

  test('do not make the kit any younger', () => {
    const replaced = (lossBp: number) => planFor([kit({ quantity: 200, purchaseDate: '2023-12-12' })], { policies: policiesWith('laptop', { lossBp }) })
      .lines.filter((line) => line.kind === 'replace').map((line) => [line.date, line.quantity]);
    expect(replaced(1_000)).toEqual(replaced(0));
  });

  test('without a price are counted and have none', () => {
    const plan = laptops(120, 250, { overridePence: null });
    expect(lost(plan)[1]).toMatchObject({ quantity: 3, unitPence: null, netPence: null });
    expect(plan.noPrice).toEqual([{ categoryKey: 'laptop', quantity: 13 }]);
  });

  test('cost the mean of the kit at risk, weighed by how much of it there is', () => {
    const policies = policiesWith('laptop', { lossBp: 250, lifeMonths: 600 });
    const of = (quantity: number, pence: number) => kit({ quantity, purchaseDate: '2026-09-01', overridePence: pence, overridePriceDate: '2026-04-01' });
    const plan = planFor([of(90, 40_000), of(30, 80_001)], { policies }, { years: 1 });
    expect(lost(plan)[0]?.unitPence).toBe(50_000); // (3 × 400.00 + 1 × 800.01) ÷ 4 = 500.0025
  });

  test('cost what their replacement costs in that year, also where that is another kind with rises of its own', () => {
    // 120 laptops that follow a Chromebook at £200.00. Laptops rise by nothing, Chromebooks by 10 %: £200.00, then £220.00.
    const chromebook = model({ id: 7, name: 'Fern 11', categoryKey: 'chromebook', unitPence: 20_000, priceDate: '2026-04-01' });
    const rise = (categoryKey: string, bp: number) => ({ categoryKey, bp, steps: [] });
    const plan = planFor([kit({ quantity: 120, purchaseDate: '2023-06-01' })], {
      models: [chromebook], policies: policiesWith('laptop', { lossBp: 250, replacementModelId: 7 }),
      inflation: { defaultBp: 0, shipped: false, series: [rise('laptop', 0), rise('chromebook', 1_000)] },
    }, { years: 2 });
    expect(lost(plan).map((line) => [line.yearIndex, line.quantity, line.unitPence])).toEqual([[0, 1, 20_000], [1, 3, 22_000]]);
    expect(plan.lines.find((line) => line.kind === 'replace')?.unitPence).toBe(22_000);
  });

  test('begin when the kit goes into use', () => {
    // 120 laptops in stock, to be used from October 2027: 6 months of the second year, 1.5 items, made whole 2; then 4.5, 7.5, 10.5.
    expect(lost(laptops(120, 250, { status: 'in_stock', inServiceDate: '2027-10-01' })).map((line) => [line.yearIndex, line.quantity])).toEqual([[1, 2], [2, 3], [3, 3], [4, 3]]);
  });

  describe('by the school’s own record', () => {
    // 120 laptops since September 2025; 15 months, September 2025 to November 2026, are 1,800 item-months, 150 item-years.
    const asset = kit({ id: 1, quantity: 120, purchaseDate: '2025-09-01', overridePence: 40_000, overridePriceDate: '2026-04-01' });
    const broken = (events: number): LedgerEntry[] => Array.from({ length: events }, (_, at) => entry('broken', `2026-0${at + 1}-10`, { quantity: at === 0 ? 5 : 1 }));
    const first = entry('bought', '2025-09-01', { categoryKey: 'printer', item: 'Toner' });
    const plan = (events: number, lossBp: number) => planFor([asset], {
      policies: policiesWith('laptop', { lossBp, lossFrom: 'record', lifeMonths: 600 }), ledger: [first, ...broken(events)],
    }, { years: 1 });

    test('are as many as it says, once five events are written down', () => {
      // 5 events, 9 items in 150 item-years: 6.0 % a year. Five months of 120 × 6 % = 7.2 a year: 3.
      expect(lost(plan(5, 0)).map((line) => line.quantity)).toEqual([3]);
    });

    test('are as many as the policy says while there are fewer', () => expect(lost(plan(4, 250)).map((line) => line.quantity)).toEqual([1]));

    test('name the record, its events and the item-years behind the rate, or that it is too short', () => {
      const said = (events: number, lossBp: number): string[] => {
        const snapshot = schoolOf({ assets: [asset], policies: policiesWith('laptop', { lossBp, lossFrom: 'record', lifeMonths: 600 }), ledger: [first, ...broken(events)] });
        const line = forecast(snapshot, { asOf: AS_OF }).lines.find(({ kind }) => kind === 'loss');
        return line === undefined ? [] : explainLine(snapshot, { asOf: AS_OF }, line).map(({ text }) => text);
      };
      expect(said(5, 0)[0]).toBe('Laptops go by the school’s record: 9 items lost or broken in 5 events over 150 item-years in service is 6% a year.');
      expect(said(5, 0)[1]).toBe('That comes to 3 lost or broken in 2026/27; parts of an item are carried to the next year.');
      expect(said(4, 250)[0]).toBe('Laptops go by the school’s record, which holds 4 events: too few to say, so the policy’s 2.5% a year counts.');
      expect(said(0, 0)).toEqual([]);
    });

    test('of one group’s kit do not count for another’s with a policy of its own', () => {
      const pupils = { ...asset, id: 2, userGroup: 'pupil' as const };
      const policies = policiesWith('laptop', { lossBp: 0, lossFrom: 'record', lifeMonths: 600 });
      const losses = broken(5).map((each) => ({ ...each, userGroup: 'pupil' as const }));
      // Only the 120 pupil laptops are lost at 6 %: 3, not 6.
      expect(lost(planFor([asset, pupils], { policies, ledger: [first, ...losses] }, { years: 1 })).map((line) => line.quantity)).toEqual([3]);
      // Where pupil laptops follow the policy of all laptops, they share one record: 9 items in 300 item-years, 3 % of 240 a year.
      const shared = policies.filter(({ categoryKey, userGroup }) => categoryKey !== 'laptop' || userGroup === null);
      expect(lost(planFor([asset, pupils], { policies: shared, ledger: [first, ...losses] }, { years: 1 })).map((line) => line.quantity)).toEqual([3]);
    });
  });

  test('to the end of any year are within half an item of what was expected', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 2_500 }), (quantity, lossBp) => {
      const plan = laptops(quantity, lossBp, {}, { years: 10 });
      let whole = 0;
      plan.years.forEach((_, year) => {
        whole += lost(plan).filter((line) => line.yearIndex === year).reduce((sum, line) => sum + line.quantity, 0);
        const expected = quantity * lossBp * (5 + 12 * year) / 120_000; // November to March, then whole years
        expect(Math.abs(whole - expected)).toBeLessThanOrEqual(0.5);
      });
    }), { seed: SEED, numRuns: 300 });
  });
});
