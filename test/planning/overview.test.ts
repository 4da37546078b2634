import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { overdueKit, warrantiesEnding } from '../../planning/overview.ts';
import { dataNotices } from '../../planning/quality.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { AS_OF, kit, place, policiesWith, schoolOf } from './fixtures.ts';

const rooms = [place(1, 'IT3'), place(2, 'Comms 2')];
const of = (parts: Partial<PlanSnapshot>) => {
  const snapshot = schoolOf({ locations: rooms, ...parts });
  return { snapshot, result: forecast(snapshot, { asOf: AS_OF }) };
};

describe('warranties that end in the next 90 days', () => {
  const ending = (parts: Partial<PlanSnapshot>) => {
    const { snapshot, result } = of(parts);
    return warrantiesEnding(snapshot, result);
  };
  const told = (parts: Partial<PlanSnapshot>): string[] =>
    ending(parts).groups.map(({ date, what, where, plan }) => [date, what, where ?? '', plan.text].join(' | '));

  test('are grouped by day, kind and room, soonest first, with what the plan says', () => {
    const old = kit({ categoryKey: 'printer', purchaseDate: '2022-01-30', coverEnd: '2027-01-30' });
    const assets = [
      kit({ categoryKey: 'laptop', userGroup: 'staff', purchaseDate: '2024-01-14', coverEnd: '2027-01-14', quantity: 22 }),
      ...Array.from({ length: 32 }, () => kit({ categoryKey: 'desktop', purchaseDate: '2023-12-12', coverEnd: '2026-12-12', locationId: 1 })),
      kit({ categoryKey: 'ups', coverEnd: '2027-01-30', locationId: 2, quantity: 2 }),
      kit({ categoryKey: 'software', purchaseDate: '2024-01-01', coverEnd: '2027-02-11', quantity: 11 }), kit({ categoryKey: 'software', coverEnd: '2027-02-11' }),
      kit({ categoryKey: 'cloud_service', coverEnd: '2027-02-12' }),
      kit({ categoryKey: 'projector', purchaseDate: '2020-01-01', coverEnd: '2026-11-30' }),
      old, kit({ categoryKey: 'printer', status: 'ordered', succeedsAssetId: old.id, inServiceDate: '2026-12-04' }),
    ];
    expect(told({ assets })).toEqual([
      '2026-11-30 | 1 projector |  | Overdue', '2026-12-12 | 32 desktops | IT3 | Upgrade planned, due 2028/29', '2027-01-14 | 22 staff laptops |  | Due 2027/28',
      '2027-01-30 | 2 battery backups | Comms 2 | No plan yet', '2027-01-30 | 1 printer |  | On order, due 4 Dec 2026', '2027-02-11 | 12 software titles |  | Used until they fail',
      '2027-02-12 | 1 cloud service |  | Used until it fails',
    ]);
    expect(ending({ assets })).toMatchObject({ by: '2027-02-19', quantity: 71 });
  });

  test('say what was decided about it', () => {
    const terms = { years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null };
    const asset = (id: number, purchaseDate: string) => kit({ id, purchaseDate, coverEnd: '2026-12-12', locationId: 1 });
    const assets = [asset(1, '2024-09-01'), asset(2, '2024-09-01'), asset(3, '2020-09-01'), asset(4, '2024-09-01'), asset(5, '2024-09-01'), asset(6, '2020-09-01')];
    const actions = [
      { ...terms, assetId: 1, action: 'keep' as const }, { ...terms, assetId: 2, action: 'retire' as const }, { ...terms, assetId: 3, action: 'retire' as const },
      { ...terms, assetId: 4, action: 'extend_cover' as const, years: 2 }, { ...terms, assetId: 5, action: 'pass_down' as const }, { ...terms, assetId: 6, action: 'pass_down' as const },
    ];
    expect(told({ assets, actions })).toEqual([
      '2026-12-12 | 1 laptop | IT3 | Kept in use', '2026-12-12 | 1 laptop | IT3 | Not replaced, leaves 2028/29', '2026-12-12 | 1 laptop | IT3 | Not replaced, leaves now',
      '2026-12-12 | 1 laptop | IT3 | Cover extended to 12 Dec 2028', '2026-12-12 | 1 laptop | IT3 | Passed down, due 2028/29', '2026-12-12 | 1 laptop | IT3 | Passed down now',
    ]);
  });

  test.each([
    ['2026-11-20', 0], ['2026-11-21', 1], ['2027-02-19', 1], ['2027-02-20', 0],
  ])('cover to %s counts %i times', (coverEnd, count) => {
    expect(ending({ assets: [kit({ purchaseDate: '2024-01-01', coverEnd })] }).quantity).toBe(count);
  });

  test('leave out kit that has gone, and kit that has not come', () => {
    const coverEnd = '2026-12-12';
    expect(ending({ assets: [kit({ coverEnd, status: 'stolen' }), kit({ coverEnd, status: 'ordered' })] }).groups).toEqual([]);
  });
});

describe('overdue kit', () => {
  test('is grouped by kind, with what it costs, that it is on order, or that it has no price', () => {
    const priced = { overridePence: 41_500, overridePriceDate: '2026-04-01' };
    const old = kit({ categoryKey: 'printer', purchaseDate: '2018-01-30', quantity: 4 });
    const { snapshot, result } = of({ assets: [
      kit({ categoryKey: 'monitor', purchaseDate: '2017-05-01', quantity: 12, ...priced }), kit({ categoryKey: 'monitor', purchaseDate: '2016-05-01', quantity: 10, ...priced }),
      kit({ categoryKey: 'visualiser', purchaseDate: '2020-05-01', quantity: 9 }), old,
      kit({ categoryKey: 'printer', status: 'ordered', quantity: 4, succeedsAssetId: old.id, inServiceDate: '2026-12-04' }), kit({ purchaseDate: '2026-01-01' }),
    ] });
    const { quantity, groups } = overdueKit(snapshot, result);
    expect(groups.map(({ what, plan }) => `${what}: ${plan.text}`)).toEqual([
      '22 monitors: In 2026/27, £9,130', '9 visualisers: No price yet', '4 printers: On order, due 4 Dec 2026', // 22 × 415
    ]);
    expect(quantity).toBe(35);
    expect(groups.reduce((sum, group) => sum + group.quantity, 0)).toBe(35);
  });

  test('is none where nothing is', () => {
    const { snapshot, result } = of({ assets: [kit({ purchaseDate: '2026-01-01' })] });
    expect(overdueKit(snapshot, result)).toEqual({ quantity: 0, groups: [] });
  });
});

describe('before relying on the figures', () => {
  const notices = (parts: Partial<PlanSnapshot>) => {
    const { snapshot, result } = of(parts);
    return dataNotices(snapshot, result);
  };
  const texts = (parts: Partial<PlanSnapshot>): string[] => notices(parts).map((notice) => notice.text);
  const dated = kit({ purchaseDate: '2025-09-01', overridePence: 48_000, overridePriceDate: '2026-04-01', quantity: 1_022 });

  test('kit without a purchase date is counted, with what it would cost in a usual year and how that was reckoned', () => {
    // 41 × £480 × 12 ÷ 48 = £4,920 a year.
    const [notice] = notices({ assets: [dated, kit({ quantity: 41, overridePence: 48_000 })] });
    expect(notice).toMatchObject({
      kind: 'no_purchase_date', quantity: 41, text: '41 of 1,063 assets have no purchase date and are left out (about £4,900 a year).',
      how: [
        'Each at today’s price, its own or the mean of its kind, spread evenly over the life in its policy.',
        '41 laptops × £480 on average ÷ 4 years = £4,920 a year.', 'Together £4,920 a year, about £4,900.',
      ],
    });
  });

  test('without a price of its own it is reckoned at the mean of its kind, and without that not at all', () => {
    expect(texts({ assets: [dated, kit({ quantity: 41 })] })).toEqual(['41 of 1,063 assets have no purchase date and are left out (about £4,900 a year).']);
    expect(texts({ assets: [dated, kit({ categoryKey: 'tablet' })] })).toEqual(['1 of 1,023 assets has no purchase date and is left out.']);
    expect(texts({ assets: [dated, kit({ quantity: 41 }), kit({ categoryKey: 'tablet', quantity: 2 })] }))
      .toEqual(['43 of 1,065 assets have no purchase date and are left out (about £4,900 a year, not counting 2 without a price).']);
  });

  test('prices of more than two years ago are counted once each', () => {
    const paid = (purchaseDate: string, unitPaidPence = 30_000) => kit({ purchaseDate, unitPaidPence });
    expect(texts({ assets: [paid('2024-11-20'), paid('2024-11-20'), paid('2023-01-01'), paid('2024-11-21')] })).toEqual(['2 prices are over two years old.']);
    expect(texts({ assets: [paid('2024-11-20')] })).toEqual(['1 price is over two years old.']);
  });

  test('prices that are missing, dates that are assumed and cover that is not known are counted', () => {
    expect(texts({ assets: [kit({ purchaseDate: '2024-09-01', quantity: 9 })] })).toEqual(['9 items that fall due have no price and are not in the totals.']);
    expect(texts({ assets: [{ ...dated, quantity: 3, purchaseDateAssumed: true }] })).toEqual(['3 assets have a purchase date of which only the month or year is known.']);
    expect(texts({ assets: [{ ...dated, quantity: 2 }], policies: policiesWith('laptop', { binding: ['warranty_end'] }) }))
      .toEqual(['2 of 2 assets have no date on which cover or support ends and are left out.']);
  });

  test('there is nothing to say of a register in order', () => {
    expect(notices({ assets: [dated] })).toEqual([]);
    expect(notices({})).toEqual([]);
  });
});

test('overdue kit whose backlog is spread is told with its years and all of its cost', () => {
  const assets = [kit({ quantity: 30, purchaseDate: '2019-09-01', overridePence: 40_000, overridePriceDate: '2026-04-01' })];
  const { snapshot, result } = of({ assets, school: { ...schoolOf().school, backlogYears: 3 } });
  // 10 × 400.00 + 10 × 412.00 + 10 × 424.36 = 12,363.60
  expect(overdueKit(snapshot, result)).toMatchObject({ quantity: 30, groups: [{ quantity: 30, plan: { kind: 'due', text: 'Over three years, £12,364' } }] });
});
