import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { AS_OF, budgetOf, cost, kit, planFor, policiesWith, schoolOf } from './fixtures.ts';

describe('what is already spent in the open year', () => {
  const bought = (parts: Parameters<typeof kit>[0]) => planFor([kit({ purchaseDate: '2026-06-10', unitPaidPence: 40_000, quantity: 3, ...parts })]);

  test('is what was bought up to today, at what was paid', () => {
    const plan = bought({});
    expect(plan.totals.alreadyPence).toEqual([120_000, 0, 0, 0, 0]);
    expect(plan.totals.plannedPence[0]).toBe(120_000);
    expect(plan.totals.plannedByChartGroup.devices[0]).toBe(120_000);
    expect(plan.totals.totalPence[0]).toBe(0);
  });

  test.each([
    ['2026-03-31', 0], ['2026-04-01', 120_000], ['2026-10-31', 120_000], ['2026-11-01', 120_000], ['2026-11-21', 120_000], ['2026-11-22', 0], ['2026-12-01', 0],
  ])('kit bought on %s counts for %i', (purchaseDate, pence) => expect(bought({ purchaseDate }).totals.alreadyPence[0]).toBe(pence));

  test('holds kit that has left since, and none that is still on its way', () => {
    expect(bought({ status: 'stolen' }).totals.alreadyPence[0]).toBe(120_000);
    expect(bought({ status: 'ordered' }).totals.alreadyPence[0]).toBe(0);
  });

  test('says how many items have no price paid', () => {
    const plan = bought({ unitPaidPence: null });
    expect(plan.totals.alreadyPence[0]).toBe(0);
    expect(plan.boughtWithoutPrice).toBe(3);
  });

  test('is the same money in another calendar, in the years that hold those months', () => {
    const asset = kit({ purchaseDate: '2026-06-10', unitPaidPence: 40_000 });
    expect(planFor([asset], {}, { yearStartMonth: 9 }).totals.alreadyPence[0]).toBe(0); // before September
    expect(planFor([asset], {}, { yearStartMonth: 9, firstYear: 2025 }).totals.alreadyPence[0]).toBe(40_000);
  });
});

describe('the budget', () => {
  const assets = [kit({ purchaseDate: '2023-12-12', quantity: 10, overridePence: 50_000, overridePriceDate: '2026-04-01' })];

  test('has no line and no difference until one is entered', () => {
    const { totals } = planFor(assets);
    expect([totals.budgetPence, totals.differencePence]).toEqual([null, null]);
    expect(totals.budgetEntered).toEqual([false, false, false, false, false]);
  });

  test('less what is planned is the difference, minus when over', () => {
    const { totals } = planFor(assets, { budgets: budgetOf(6_000, 5_000, 0, 0, 0) });
    expect(totals.plannedPence).toEqual([0, 515_000, 0, 0, 0]);
    expect(totals.differencePence).toEqual([600_000, -15_000, 0, 0, 0]);
  });

  test('adds up over the funds, and knows the years that have none', () => {
    const { totals } = planFor(assets, { budgets: [...budgetOf(6_000), { year: 2026, fundKey: 'dfc', costCategory: null, nature: null, pence: 100_000 }, { year: 2028, fundKey: 'dfc', costCategory: null, nature: null, pence: 0 }] });
    expect(totals.budgetPence).toEqual([700_000, 0, 0, 0, 0]);
    expect(totals.budgetEntered).toEqual([true, false, true, false, false]);
  });

  test('of years that are not shown is none', () => {
    expect(planFor(assets, { budgets: [{ year: 2031, fundKey: 'delegated', costCategory: null, nature: null, pence: 1 }] }).totals.budgetPence).toBeNull();
  });

  test('is of the school’s own years: another calendar has its own or none', () => {
    const budgets = budgetOf(6_000, 5_000);
    expect(planFor(assets, { budgets }, { yearStartMonth: 9 }).totals.budgetPence).toBeNull();
    expect(planFor(assets, {}, { yearStartMonth: 9, budgets }).totals.budgetPence).toEqual([600_000, 500_000, 0, 0, 0]);
  });
});

describe('the stand-still cost', () => {
  test('is each item’s price that year spread over its life, and the running costs', () => {
    // 10 laptops at £500 over 4 years: 125.00 each a year; the year after 515.00 ÷ 4 = 128.75.
    const assets = [kit({ purchaseDate: '2023-12-12', quantity: 10, overridePence: 50_000, overridePriceDate: '2026-04-01' })];
    const { totals } = planFor(assets, { recurring: [cost({ amountPence: 120_000, riseBp: 0 })] }, { years: 2 });
    expect(totals.standStillPence).toEqual([125_000 + 120_000, 128_750 + 120_000]);
  });

  test('counts kit once, also while its successor is on order', () => {
    const old = kit({ purchaseDate: '2023-12-12', overridePence: 50_000, overridePriceDate: '2026-04-01' });
    const order = kit({ status: 'ordered', succeedsAssetId: old.id, overridePence: 50_000, overridePriceDate: '2026-04-01' });
    expect(planFor([old, order], {}, { years: 1 }).totals.standStillPence).toEqual([12_500]);
  });

  test('has nothing for kit that is run until it fails or has no price', () => {
    expect(planFor([kit({ purchaseDate: '2023-12-12' })], {}, { years: 1 }).totals.standStillPence).toEqual([0]);
    const software = kit({ categoryKey: 'software', purchaseDate: '2023-12-12', unitPaidPence: 1_000 });
    expect(planFor([software], {}, { years: 1 }).totals.standStillPence).toEqual([0]);
  });
});

describe('totals', () => {
  test('list only what has a line, in the school’s order, also where a line has no price', () => {
    const { totals } = planFor([
      kit({ categoryKey: 'projector', purchaseDate: '2022-12-12' }), kit({ categoryKey: 'server', purchaseDate: '2022-12-12', unitPaidPence: 500_000 }),
    ], {}, { years: 1 });
    expect(Object.keys(totals.byCategory)).toEqual(['server']);
    expect(totals.byCategory['server']).toEqual([562_755]); // paid in 2022/23: × 1.125509 = 5,627.545
    const later = planFor([kit({ categoryKey: 'projector', purchaseDate: '2021-12-12' })], {}, { years: 1 }).totals;
    expect(later.byCategory).toEqual({ projector: [0] });
    expect(later.quantityByCategory).toEqual({ projector: [1] });
  });

  test('of a category that nobody has described are other hardware', () => {
    const plan = planFor([kit({ categoryKey: 'robot', purchaseDate: '2022-12-12' })], { policies: policiesWith('other', { categoryKey: 'robot' }) });
    expect(plan.lines[0]).toMatchObject({ categoryKey: 'robot', code: 'E20F', chartGroup: 'devices' });
  });

  test('of a category named like a property of every object are kept like any other', () => {
    const policies = policiesWith('other', { categoryKey: '__proto__' });
    const { totals } = planFor([kit({ categoryKey: '__proto__', purchaseDate: '2022-12-12', unitPaidPence: 100 })], { policies });
    expect(Object.entries(totals.byCategory).map(([key]) => key)).toEqual(['__proto__']);
  });

  test('of an empty school are nothing, for every year', () => {
    const plan = forecast(schoolOf(), { asOf: AS_OF });
    expect(plan.lines).toEqual([]);
    expect(plan.totals).toMatchObject({
      totalPence: [0, 0, 0, 0, 0], alreadyPence: [0, 0, 0, 0, 0], plannedPence: [0, 0, 0, 0, 0], standStillPence: [0, 0, 0, 0, 0],
      byCategory: {}, byCode: {}, byChartGroup: {}, quantityByCategory: {},
    });
    expect([plan.quantityRegister, plan.quantityForecast, plan.overdueQuantity]).toEqual([0, 0, 0]);
  });
});
