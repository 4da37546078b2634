import { describe, expect, test } from 'vitest';
import type { Asset, RefreshPolicy } from '../../planning/snapshot.ts';
import { AS_OF, kit, planFor, policiesWith } from './fixtures.ts';

const days = (asset: Partial<Asset>, policy: Partial<RefreshPolicy>, years = 5): string[] =>
  planFor([kit(asset)], { policies: policiesWith('laptop', policy) }, { years }).lines.map((line) => `${line.date} ${line.kind}`);

describe('replacements that follow one another', () => {
  test('are counted from the first, so a month’s end is not lost on the way', () => {
    // Due 31 January 2027, then 13, 26, 39 and 52 months after it: never 28 February carried on.
    expect(days({ purchaseDate: '2025-12-31' }, { lifeMonths: 13 })).toEqual([
      '2027-01-31 replace', '2028-02-29 replace', '2029-03-31 replace', '2030-04-30 replace',
    ]);
  });

  test('never reach past the last day of the plan', () => {
    expect(days({ purchaseDate: '2027-03-31', status: 'in_use' }, { lifeMonths: 48 })).toEqual(['2031-03-31 replace']);
    expect(days({ purchaseDate: '2027-04-01', status: 'in_use' }, { lifeMonths: 48 })).toEqual([]);
  });

  test('of kit kept one month come every month', () => {
    expect(days({ purchaseDate: '2026-10-31' }, { lifeMonths: 1 }, 1)).toEqual([
      '2026-11-30 replace', '2026-12-30 replace', '2027-01-30 replace', '2027-02-28 replace', '2027-03-30 replace',
    ]);
  });

  test('name the policy’s life, however the first was set', () => {
    const plan = planFor([kit({ coverEnd: '2027-01-15' })], { policies: policiesWith('laptop', { binding: ['warranty_end'], lifeMonths: 12 }) });
    expect(plan.lines.map((line) => line.limitingFactor)).toEqual(['warranty_end', 'policy_life', 'policy_life', 'policy_life', 'policy_life']);
    expect(plan.lines.map((line) => line.occurrence)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('mid-life upgrades', () => {
  const memory = (atMonths: number) => ({ atMonths, unitPence: 3_800, priceDate: '2026-04-01', what: 'memory' });

  test('come with each successor too, where they come before the next replacement', () => {
    expect(days({ purchaseDate: '2024-12-12' }, { lifeMonths: 36, upgrade: memory(24) })).toEqual([
      '2026-12-12 upgrade', '2027-12-12 replace', '2029-12-12 upgrade', '2030-12-12 replace',
    ]);
  });

  test('are not made in the month of the replacement, nor after it', () => {
    expect(days({ purchaseDate: '2024-12-12' }, { lifeMonths: 24, upgrade: memory(24) }, 2)).toEqual(['2026-12-12 replace']);
    expect(days({ purchaseDate: '2024-12-12' }, { lifeMonths: 24, upgrade: memory(30) }, 2)).toEqual(['2026-12-12 replace']);
  });

  test('are made if the kit is kept longer by hand', () => {
    expect(days({ purchaseDate: '2024-12-12', movedTo: '2027-12-01' }, { lifeMonths: 24, upgrade: memory(30) }, 2)).toEqual([
      '2027-06-12 upgrade', '2027-12-01 replace',
    ]);
  });

  test('that are past or recorded as done are not planned again, those of successors are', () => {
    expect(days({ purchaseDate: '2024-10-12' }, { lifeMonths: 36, upgrade: memory(24) }, 2)).toEqual(['2027-10-12 replace']);
    expect(days({ purchaseDate: '2024-12-12', upgradeDoneOn: '2026-10-01' }, { lifeMonths: 36, upgrade: memory(24) }, 4)).toEqual([
      '2027-12-12 replace', '2029-12-12 upgrade',
    ]);
  });

  test('count no item as replaced, and name no limit', () => {
    const plan = planFor([kit({ categoryKey: 'desktop', purchaseDate: '2023-12-12' })], {}, { years: 2 });
    expect(plan.totals.quantityByCategory).toEqual({});
    expect(plan.lines[0]).toMatchObject({ kind: 'upgrade', limitingFactor: null, due: '2026-12-12', netPence: 3_800 });
  });
});

describe('planned and ordered kit', () => {
  const order = (parts: Partial<Asset>): Asset => kit({ status: 'ordered', ...parts });

  test('is its own purchase on its day of delivery, and its chain counts from there', () => {
    expect(days({ status: 'ordered', inServiceDate: '2026-12-04' }, { lifeMonths: 24 })).toEqual([
      '2026-12-04 replace', '2028-12-04 replace', '2030-12-04 replace',
    ]);
  });

  test('without a date, or with one gone by, is bought this month and is not called overdue', () => {
    for (const inServiceDate of [null, '2026-10-31']) {
      const plan = planFor([order({ inServiceDate })]);
      expect(plan.lines[0]).toMatchObject({ date: AS_OF, overdue: false, limitingFactor: null });
      expect(plan.overdueQuantity).toBe(0);
    }
  });

  test('stands in for the first replacement of what it succeeds', () => {
    const old = kit({ purchaseDate: '2019-09-01', quantity: 22 });
    const plan = planFor([old, order({ succeedsAssetId: old.id, inServiceDate: '2026-12-04', quantity: 22 })]);
    expect(plan.lines.map((line) => [line.date, line.quantity, line.assetId === old.id])).toEqual([
      ['2026-12-04', 22, false], ['2030-12-04', 22, false],
    ]);
    expect(plan.overdueQuantity).toBe(22); // it is still there, and still overdue
    expect(plan.quantityForecast).toBe(44);
  });

  test('for part of a row leaves the rest of it to be replaced', () => {
    const old = kit({ purchaseDate: '2023-06-01', quantity: 30 });
    const plan = planFor([old, order({ succeedsAssetId: old.id, inServiceDate: '2027-01-10', quantity: 20 })], {}, { years: 2 });
    expect(plan.lines.map((line) => [line.date, line.quantity])).toEqual([['2027-01-10', 20], ['2027-06-01', 10]]);
  });

  test('that stands for lost kit is bought all the same', () => {
    const old = kit({ status: 'stolen', purchaseDate: '2023-06-01' });
    const plan = planFor([old, order({ succeedsAssetId: old.id, inServiceDate: '2027-01-10' })], {}, { years: 1 });
    expect(plan.lines.map((line) => line.date)).toEqual(['2027-01-10']);
  });

  test('leaves no upgrade to be made after it has come', () => {
    const old = kit({ categoryKey: 'desktop', purchaseDate: '2023-12-12' });
    const upgrades = (inServiceDate: string): number => planFor(
      [old, order({ categoryKey: 'desktop', succeedsAssetId: old.id, inServiceDate })], {}, { years: 1 },
    ).lines.filter((line) => line.kind === 'upgrade').length;
    expect(upgrades('2026-12-01')).toBe(0);
    expect(upgrades('2027-02-01')).toBe(1);
  });
});

describe('the years shown', () => {
  test('may begin later: what falls before them is not shown, and the chain goes on', () => {
    const plan = planFor([kit({ purchaseDate: '2019-09-01' })], {}, { firstYear: 2029, years: 3 });
    expect(plan.lines.map((line) => [line.date, line.yearIndex, line.occurrence])).toEqual([['2030-11-21', 1, 1]]);
  });

  test('may begin earlier: months that are gone hold no events', () => {
    const plan = planFor([kit({ purchaseDate: '2022-12-12' })], {}, { firstYear: 2024, years: 3 });
    expect(plan.lines.map((line) => [line.date, line.yearIndex])).toEqual([['2026-12-12', 2]]);
  });

  test('in the other calendar hold the same purchases at the same prices', () => {
    const asset = kit({ purchaseDate: '2023-06-01', overridePence: 40_000, overridePriceDate: '2026-04-01' });
    const [april] = planFor([asset]).lines;
    const [september] = planFor([asset], {}, { yearStartMonth: 9 }).lines;
    expect(april).toMatchObject({ date: '2027-06-01', yearIndex: 1, unitPence: 41_200 }); // April 2027/28: one rise
    expect(september).toMatchObject({ date: '2027-06-01', yearIndex: 0, unitPence: 41_200 }); // September 2026/27, price kept
  });
});
