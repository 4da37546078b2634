import fc from 'fast-check';
import { applyChange, type PlanChange } from '../../planning/scenarios/change.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { day, inflation, plan } from './arbitraries.ts';

/* What people do to a plan, one thing after another: rows of the register, policies, rises. */

const kinds = fc.constantFrom('laptop', 'desktop', 'server');
const groups = fc.constantFrom(null, 'staff' as const, 'pupil' as const);

/** One thing done differently, of those that a slider moves. */
export const aLife: fc.Arbitrary<PlanChange> = fc.record({
  kind: fc.constant('life' as const), categoryKey: kinds, userGroup: groups, lifeMonths: fc.integer({ min: 1, max: 120 }),
  fromYear: fc.integer({ min: 2025, max: 2031 }),
}, { requiredKeys: ['kind', 'categoryKey', 'userGroup', 'lifeMonths'] });

const rise: fc.Arbitrary<PlanChange> = fc.record({
  kind: fc.constant('price_rise' as const), bp: fc.integer({ min: -500, max: 1_500 }), categoryKey: kinds, year: fc.integer({ min: 2025, max: 2032 }),
}, { requiredKeys: ['kind', 'bp'] });
const setting: fc.Arbitrary<PlanChange> = fc.record({
  kind: fc.constant('policy' as const), categoryKey: kinds, userGroup: groups,
  set: fc.record({
    lossBp: fc.constantFrom(0, 300), unitPence: fc.constantFrom(null, 45_000), fundKey: fc.constantFrom(null, 'dfc' as const),
    binding: fc.constantFrom([], ['policy_life' as const], ['warranty_end' as const, 'policy_life' as const]),
  }, { requiredKeys: [] }),
});

/** A row taken out, put in, changed or put in another place, or something of the plan done differently. */
export type Edit =
  | { readonly kind: 'change'; readonly change: PlanChange }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'add'; readonly at: number; readonly row: Asset | undefined }
  | { readonly kind: 'edit'; readonly at: number; readonly set: Partial<Asset> }
  | { readonly kind: 'rises'; readonly inflation: PlanSnapshot['inflation'] };

const fields: fc.Arbitrary<Partial<Asset>> = fc.record({
  quantity: fc.integer({ min: 1, max: 60 }), purchaseDate: fc.oneof(day(), fc.constant(null)), categoryKey: kinds, departmentId: fc.constantFrom(null, 1, 7),
  status: fc.constantFrom('in_use' as const, 'retired' as const, 'ordered' as const), unitPaidPence: fc.integer({ min: 0, max: 90_000 }),
  coverEnd: day(), movedTo: fc.oneof(day('2026-01-01'), fc.constant(null)), succeedsAssetId: fc.constantFrom(null, 1, 2, 3), upgradeDoneOn: fc.constantFrom(null, '2026-05-05'),
}, { requiredKeys: [] });
const place = fc.nat(60);
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('edit' as const), at: place, set: fields }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('change' as const), change: fc.oneof(aLife, rise, setting) }), weight: 3 },
  fc.record({ kind: fc.constant('remove' as const), at: place }),
  fc.record({ kind: fc.constant('add' as const), at: place, row: plan({ assets: 1 }).map(({ assets: [row] }) => row) }),
  fc.record({ kind: fc.constant('rises' as const), inflation }),
);

/** The plan after an edit: a new one, in which all that was not touched is the same object as before. */
export function edited(snapshot: PlanSnapshot, edit: Edit): PlanSnapshot {
  const { assets } = snapshot;
  switch (edit.kind) {
    case 'change': return applyChange(snapshot, edit.change, null);
    case 'rises': return { ...snapshot, inflation: edit.inflation };
    case 'remove': return { ...snapshot, assets: assets.filter((_, at) => at !== edit.at % assets.length) };
    case 'edit': return { ...snapshot, assets: assets.map((asset, at) => (at === edit.at % assets.length ? { ...asset, ...edit.set } : asset)) };
    case 'add': {
      if (edit.row === undefined) return snapshot;
      const id = assets.reduce((most, asset) => Math.max(most, asset.id), 0) + 1;
      return { ...snapshot, assets: assets.toSpliced(edit.at % (assets.length + 1), 0, { ...edit.row, id }) };
    }
  }
}
