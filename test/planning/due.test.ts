import { describe, expect, test } from 'vitest';
import type { Asset, RefreshPolicy } from '../../planning/snapshot.ts';
import { ASSET_STATUSES, LIMITING_FACTORS, type BindingFactor } from '../../planning/vocabulary.ts';
import { dayWhenMoved } from '../../planning/refresh/move.ts';
import { AS_OF, kit, model, planFor, policiesWith, schoolOf } from './fixtures.ts';

/** The first purchase of one laptop: its day, and what set it. */
const first = (asset: Partial<Asset>, policy: Partial<RefreshPolicy> = {}): string => {
  const [line] = planFor([kit(asset)], { policies: policiesWith('laptop', policy) }, { years: 10 }).lines;
  return line === undefined ? 'nothing' : `${line.due} ${line.limitingFactor}`;
};
const ALL: BindingFactor[] = LIMITING_FACTORS.filter((factor) => factor !== 'manual');

describe('what sets the date', () => {
  const dates = {
    purchaseDate: '2024-09-01', coverEnd: '2027-09-01', vendorSupportEnd: '2027-06-01', osEnd: '2027-03-01', osCanMove: false, leaseEnd: '2027-01-15',
  };

  test('is the earliest of those that the policy goes by', () => {
    expect(first(dates, { binding: ALL })).toBe('2027-01-15 contract_end');
    expect(first(dates, { binding: ['policy_life', 'warranty_end', 'vendor_support_end', 'os_end'] })).toBe('2027-03-01 os_end');
    expect(first(dates, { binding: ['policy_life', 'warranty_end', 'vendor_support_end'] })).toBe('2027-06-01 vendor_support_end');
    expect(first(dates, { binding: ['policy_life', 'warranty_end'] })).toBe('2027-09-01 warranty_end');
    expect(first(dates, { binding: ['policy_life'] })).toBe('2028-09-01 policy_life');
  });

  test.each([
    [['warranty_end', 'policy_life'], 'policy_life'], [['contract_end', 'warranty_end'], 'warranty_end'],
    [['os_end', 'vendor_support_end'], 'vendor_support_end'], [['contract_end', 'os_end'], 'os_end'],
  ] as const)('a tie of %j is named after %s', (binding, factor) => {
    const day = '2028-09-01';
    expect(first({ purchaseDate: '2024-09-01', coverEnd: day, vendorSupportEnd: day, osEnd: day, osCanMove: false, leaseEnd: day }, { binding }))
      .toBe(`${day} ${factor}`);
  });

  test('is the day it went into use and a life, where that differs from the purchase', () => {
    expect(first({ purchaseDate: '2024-07-20', inServiceDate: '2024-09-01' })).toBe('2028-09-01 policy_life');
  });

  test('is not the end of a system that can move to a supported one', () => {
    expect(first({ purchaseDate: '2024-09-01', osEnd: '2027-03-01', osCanMove: true })).toBe('2028-09-01 policy_life');
  });

  test('is the end of cover with the tolerance that the policy allows', () => {
    const server = { purchaseDate: '2020-09-01', coverEnd: '2027-08-31' };
    expect(first(server, { binding: ['warranty_end'], toleranceMonths: 6 })).toBe('2028-02-29 warranty_end');
    expect(first(server, { binding: ['warranty_end'], toleranceMonths: -2 })).toBe('2027-06-30 warranty_end');
  });

  test('is the maker’s date for the asset before that for its model', () => {
    const fourteen = model({ id: 3, categoryKey: 'laptop', name: '14', vendorSupportEnd: '2027-06-01' });
    const due = (asset: Partial<Asset>) => planFor([kit({ purchaseDate: '2024-09-01', modelId: 3, ...asset })], { models: [fourteen] }).lines[0]?.due;
    expect(due({})).toBe('2027-06-01');
    expect(due({ vendorSupportEnd: '2027-12-31' })).toBe('2027-12-31');
  });

  test('is the day it was moved to by hand, earlier or later than any other', () => {
    expect(first({ ...dates, movedTo: '2029-09-01' }, { binding: ALL })).toBe('2029-09-01 manual');
    expect(first({ ...dates, movedTo: '2026-12-01' }, { binding: ALL })).toBe('2026-12-01 manual');
  });
});

describe('a policy that changes from a year on', () => {
  const change = { lifeMonths: 60, lifeMonthsBefore: 48, fromYear: 2027 };

  test('leaves kit due before that year as it was, and its successors follow the new life', () => {
    const plan = planFor([kit({ purchaseDate: '2023-03-31' })], { policies: policiesWith('laptop', change) }, { years: 7 });
    expect(plan.lines.map((line) => line.date)).toEqual(['2027-03-31', '2032-03-31']); // 48 months, then 60
  });

  test('takes kit that was due in that year with it', () => {
    expect(first({ purchaseDate: '2023-04-01' }, change)).toBe('2028-04-01 policy_life');
  });
});

describe('what is not in the forecast', () => {
  const reason = (asset: Partial<Asset>, policy: Partial<RefreshPolicy> = {}): unknown =>
    planFor([kit({ quantity: 3, ...asset })], { policies: policiesWith('laptop', policy) }).notInForecast;

  test('kit without a purchase date, counted by its items', () => {
    expect(reason({})).toEqual([{ reason: 'no_purchase_date', quantity: 3 }]);
  });

  test('kit whose policy goes by cover or support and has no such date', () => {
    expect(reason({ purchaseDate: '2024-09-01' }, { binding: ['warranty_end', 'vendor_support_end'] })).toEqual([{ reason: 'no_cover_date', quantity: 3 }]);
  });

  test('kit that is run until it fails', () => {
    expect(reason({ purchaseDate: '2024-09-01' }, { binding: [] })).toEqual([{ reason: 'run_to_fail', quantity: 3 }]);
    expect(reason({ categoryKey: 'software', purchaseDate: '2024-09-01' })).toEqual([{ reason: 'run_to_fail', quantity: 3 }]);
  });

  test('kit without a policy of any kind', () => {
    expect(planFor([kit({ purchaseDate: '2024-09-01' })], { policies: [] }).notInForecast).toEqual([{ reason: 'run_to_fail', quantity: 1 }]);
  });

  test.each(['retired', 'disposed', 'lost', 'stolen'] as const)('%s kit, for that reason', (status) => {
    expect(reason({ purchaseDate: '2024-09-01', status })).toEqual([{ reason: `status_${status}`, quantity: 3 }]);
  });

  test('kit known only by its cover is forecast where cover decides', () => {
    expect(first({ coverEnd: '2027-08-31' }, { binding: ['warranty_end', 'policy_life'] })).toBe('2027-08-31 warranty_end');
  });

  test('every other status is', () => {
    for (const status of ASSET_STATUSES.filter((each) => !['retired', 'disposed', 'lost', 'stolen'].includes(each))) {
      expect(planFor([kit({ purchaseDate: '2024-09-01', status })]).quantityForecast, status).toBe(1);
    }
  });

  test('kit that is run until it fails but moved to a day by hand is bought once, and never again', () => {
    const plan = planFor([kit({ movedTo: '2027-09-01' })], { policies: policiesWith('laptop', { binding: [], lifeMonths: 12 }) });
    expect(plan.lines.map((line) => `${line.date} ${line.limitingFactor}`)).toEqual(['2027-09-01 manual']);
  });
});

describe('moving kit to another year', () => {
  const snapshot = schoolOf();
  const moved = (asset: Partial<Asset>, year: number): string | null => dayWhenMoved(snapshot, { asOf: AS_OF }, kit(asset), year);

  test('keeps its month and day within that year', () => {
    expect(moved({ purchaseDate: '2023-12-12' }, 2029)).toBe('2029-12-12');
    expect(moved({ purchaseDate: '2024-02-29' }, 2028)).toBe('2029-02-28'); // due 29 February 2028, in 2027/28
    expect(moved({ purchaseDate: '2024-03-10' }, 2026)).toBe('2027-03-10');
  });

  test('puts overdue kit at today in the first year, else at the start of the year', () => {
    expect(moved({ purchaseDate: '2019-09-01' }, 2026)).toBe(AS_OF);
    expect(moved({ purchaseDate: '2019-09-01' }, 2028)).toBe('2028-04-01');
  });

  test('is refused into the past, and for kit without a date to move', () => {
    expect(moved({ purchaseDate: '2023-09-01' }, 2026)).toBeNull(); // September 2026 is gone
    expect(moved({ purchaseDate: '2023-12-12' }, 2025)).toBeNull();
    expect(moved({}, 2027)).toBeNull();
    expect(moved({ status: 'ordered' }, 2027)).toBeNull();
  });
});
