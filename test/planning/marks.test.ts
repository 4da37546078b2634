import { describe, expect, test } from 'vitest';
import { planContext } from '../../planning/context.ts';
import { forecast } from '../../planning/forecast.ts';
import { lineMarks } from '../../planning/marks.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { AS_OF, kit, policiesWith, schoolOf } from './fixtures.ts';

const marks = (asset: Asset, parts: Partial<PlanSnapshot> = {}): string[][] => {
  const snapshot = schoolOf({ assets: [asset], ...parts });
  const context = planContext(snapshot, { asOf: AS_OF });
  return forecast(snapshot, { asOf: AS_OF }).lines.map((line) => lineMarks(context, line, asset).map(({ words }) => words));
};

describe('a date in the plan is marked', () => {
  test('as overdue, with the day since when, and its successor is not', () => {
    // Laptops are kept 4 years: due 1 Sep 2023, bought in Nov 2026 and again in Nov 2030.
    expect(marks(kit({ purchaseDate: '2019-09-01' }))).toEqual([['overdue since 1 Sep 2023'], []]);
  });

  test('as moved, with the year it was in', () => {
    expect(marks(kit({ purchaseDate: '2024-12-12', movedTo: '2029-12-12' }))).toEqual([['moved, was 2028/29']]);
    expect(marks(kit({ purchaseDate: '2019-09-01', movedTo: '2028-04-01' }))).toEqual([['moved, was overdue']]);
    expect(marks(kit({ movedTo: '2028-04-01' }))).toEqual([['moved, had no date']]);
  });

  test('as assumed, where it goes by a purchase date that is not known exactly', () => {
    expect(marks(kit({ purchaseDate: '2024-09-01', purchaseDateAssumed: true }))).toEqual([['purchase date assumed: only its month or year is known']]);
    expect(marks(kit({ purchaseDate: '2024-09-01', purchaseDateAssumed: true, purchaseDateBasis: 'its room' }))[0]).toEqual(['purchase date assumed: its room']);
  });

  test('as assumed no longer, where another date decides', () => {
    const asset = kit({ purchaseDate: '2024-09-01', purchaseDateAssumed: true, inServiceDate: '2024-10-01' });
    expect(marks(asset)).toEqual([[]]);
    const covered = kit({ purchaseDate: '2024-09-01', purchaseDateAssumed: true, coverEnd: '2027-09-01' });
    expect(marks(covered, { policies: policiesWith('laptop', { binding: ['warranty_end'] }) })[0]).toEqual([]);
  });

  test('not at all, where nothing is to be said', () => {
    expect(marks(kit({ purchaseDate: '2024-09-01' }))).toEqual([[]]);
  });
});
