import { SHIPPED_POLICIES } from '../../planning/policies.ts';
import { SCHOOL_DEFAULTS } from '../../planning/school-defaults.ts';
import type { RefreshPolicy, School } from '../../planning/snapshot.ts';
import type { BindingFactor, IsoDate, Pence, UserGroup } from '../../planning/vocabulary.ts';
import { KINDS, type KindKey } from './models.ts';

/** A policy of Hillcrest's own; `kind` names the model it is for, and null means the whole category. */
export type SamplePolicy = Omit<RefreshPolicy, 'id' | 'modelId' | 'assetId' | 'shipped'> & { readonly kind: KindKey | null };

export const SCHOOL: School = { name: 'Hillcrest School', type: 'maintained', yearStartMonth: 4, horizonYears: 5, pupils: 1140, staff: 118, accessTarget: 500, ...SCHOOL_DEFAULTS };

/** What is shipped for a category, for the parts that Hillcrest leaves as they are. */
function shippedFor(categoryKey: string, userGroup: UserGroup | null): Omit<SamplePolicy, 'kind'> {
  const found = SHIPPED_POLICIES.find((policy) => policy.categoryKey === categoryKey && policy.userGroup === userGroup);
  if (found === undefined) throw new Error(`No policy is shipped for ${categoryKey}.`);
  const { modelId: _model, assetId: _asset, shipped: _shipped, ...fields } = found;
  return fields;
}

const priced = (
  categoryKey: string, unitPence: Pence, priceDate: IsoDate, changes: Partial<Omit<SamplePolicy, 'kind'>> = {},
): SamplePolicy => ({
  ...shippedFor(categoryKey, changes.userGroup ?? null), unitPence, priceDate, priceSource: 'quote', kind: null, ...changes,
});

const NEVER: readonly BindingFactor[] = [];

const untilItFails = (kind: KindKey): SamplePolicy => {
  const { model, userGroup } = KINDS[kind];
  return { ...shippedFor(model.categoryKey, userGroup), binding: NEVER, upgrade: null, kind };
};

/**
 * Hillcrest's policies. The prices come from its quotes, orders and, for three of them, old price lists; the
 * losses from its own record of laptops and tablets. Where it has set nothing, what is shipped holds.
 */
export const POLICIES: readonly SamplePolicy[] = [
  priced('laptop', 56_000, '2026-09-02', { userGroup: 'staff', lossBp: 100, fundKey: 'dfc' }),
  priced('laptop', 36_500, '2026-09-02', { userGroup: 'pupil', lossBp: 200 }),
  priced('desktop', 41_500, '2026-06-12', { priceSource: 'order', upgrade: { atMonths: 36, unitPence: 3_800, priceDate: '2026-06-12', what: 'memory' } }),
  priced('tablet', 31_900, '2026-05-08', { priceSource: 'order', lossBp: 200, fundKey: 'pupil_premium' }),
  priced('interactive_panel', 128_000, '2026-04-20'),
  priced('projector', 74_000, '2024-03-14', { priceSource: 'price list', lifeMonths: 84, binding: NEVER }),
  priced('visualiser', 9_200, '2024-02-03', { priceSource: 'price list' }),
  priced('printer', 17_800, '2025-11-11', { lifeMonths: 72 }),
  priced('server', 509_000, '2026-04-30'),
  priced('storage', 556_100, '2026-04-30'),
  priced('ups', 237_900, '2026-04-30'),
  priced('network_switch', 96_000, '2026-09-09'),
  priced('wireless_ap', 96_100, '2026-09-09', { lifeMonths: 84 }),
  untilItFails('usbVisualiser'), untilItFails('smallBackup'), untilItFails('webcam'), untilItFails('oldWebcam'),
  untilItFails('headset'), untilItFails('studioHeadset'),
];
