import { addMonths } from '../../../planning/calendar.ts';
import { forecast } from '../../../planning/forecast.ts';
import { likelyRange, type RangeOptions } from '../../../planning/range/bands.ts';
import { ownFailures } from '../../../planning/range/own-failures.ts';
import { stakesOf, type Stakes } from '../../../planning/range/stakes.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../../../planning/snapshot.ts';
import type { LedgerEntry } from '../../../planning/upkeep/ledger-entry.ts';
import { AS_OF, cost, kit, schoolOf, shippedPolicies } from '../fixtures.ts';

export { AS_OF };

/** Something broken on a day, of one kind of kit. */
export const broken = (id: number, happenedOn: string, parts: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id, kind: 'broken', happenedOn, categoryKey: 'laptop', userGroup: 'pupil', assetId: null, item: null, quantity: 1, pence: null, notes: null, ...parts,
});

/** The shipped policies, every one with that loss rate, and a price for what is bought in these schools. */
export const policiesAt = (lossBp: number): RefreshPolicy[] => shippedPolicies().map((policy) => ({ ...policy, lossBp, unitPence: 41_500, priceDate: '2026-04-01' }));

/** A price of its own from £300 to £700, so that the sums of a school are not all whole numbers of one price. */
const priced = (index: number): Partial<Asset> => ({ overridePence: 30_000 + (index * 7_331) % 40_000, overridePriceDate: '2026-04-01' });

/** Laptops and desktops of every age up to four years, one row each. */
export const mixedKit = (laptops: number, desktops: number): Asset[] => [
  ...Array.from({ length: laptops }, (_, index) => kit({
    categoryKey: 'laptop', userGroup: 'pupil', purchaseDate: addMonths('2022-12-12', (index * 7) % 47), ...priced(index),
  })),
  ...Array.from({ length: desktops }, (_, index) => kit({
    categoryKey: 'desktop', purchaseDate: addMonths('2022-01-12', (index * 11) % 58), ...priced(index),
  })),
];

/** A school whose pupil laptops have a record of `events` breakages over three years, the older the more often. */
export function schoolWithRecord(events: number, parts: Partial<PlanSnapshot> = {}): PlanSnapshot {
  const assets = mixedKit(200, 60);
  const old = assets.filter(({ purchaseDate }) => purchaseDate !== null && purchaseDate < '2024-01-01');
  const ledger = Array.from({ length: events }, (_, index) => {
    const asset = old[index % old.length];
    return broken(index + 1, addMonths('2024-01-15', Math.floor((index * 34) / Math.max(1, events))), { assetId: asset?.id ?? null });
  });
  return schoolOf({ assets, ledger, policies: policiesAt(200), recurring: [cost(), cost({ id: 9_001, name: 'Filtering', riseBp: 0, amountPence: 240_000 })], ...parts });
}

/** The stakes of a school, as its range is worked out from. */
export function stakesFor(snapshot: PlanSnapshot): Stakes {
  const plan = forecast(snapshot, { asOf: AS_OF });
  return stakesOf(snapshot, plan, ownFailures(snapshot, AS_OF));
}

export const rangeFor = (snapshot: PlanSnapshot, options: RangeOptions = {}) => likelyRange(snapshot, forecast(snapshot, { asOf: AS_OF }), options);
