import { categoryNamed } from './categories.ts';
import { assetName } from './register/field-words.ts';
import type { PlanSnapshot, RefreshPolicy } from './snapshot.ts';
import { rowName } from './words.ts';

/** How every sum of the plan is done, for whoever wants to check one. */
export const SUM_RULES: readonly string[] = [
  'Kit is due at the earliest date that its policy goes by: the end of its life, of its cover, of its maker’s or its system’s support, or of its lease. A date set by hand comes before all of them.',
  'Kit due before the month of the as-at date is overdue: it is counted, and bought in that month.',
  'A replacement is replaced in its turn, one life later, counted from the first purchase.',
  'The price of one comes from the asset’s own price, else its model’s, else its policy’s, else what was paid for it, and is carried from its date by the price rises above.',
  'Unit prices are rounded once, half up, to the penny, then multiplied by whole items. Totals are sums of those and are not rounded again.',
  'Running costs are charged when they are paid; a yearly amount without a start, whose month is not known, in equal twelfths. In the open year the months gone are already spent, and so is what the register shows as bought in that year.',
  'An item without a price shows “no price”. It is in no total, and the totals say so.',
];

/** `Pupil laptops`, with the model or the asset where the policy is for one alone. */
export function policyTitle(snapshot: PlanSnapshot, policy: RefreshPolicy): string {
  const kind = rowName(categoryNamed(snapshot.categories, policy.categoryKey), policy.userGroup);
  const model = policy.modelId === null ? undefined : snapshot.models.find(({ id }) => id === policy.modelId);
  const asset = policy.assetId === null ? undefined : snapshot.assets.find(({ id }) => id === policy.assetId);
  if (asset !== undefined) return `${kind}: ${assetName(asset)}`;
  return model === undefined ? kind : `${kind}: ${[model.make, model.name].filter((part) => part !== null).join(' ')}`;
}

/** Policies of the kinds of kit that the register holds, and every one that the school has set itself, kind by kind. */
export function policiesTold({ assets, categories, policies }: PlanSnapshot): readonly RefreshPolicy[] {
  const held = new Set(assets.map(({ categoryKey }) => categoryKey));
  const place = new Map(categories.map(({ key }, index) => [key, index]));
  const order = (policy: RefreshPolicy): number => (place.get(policy.categoryKey) ?? place.size) * 2 + (policy.modelId === null && policy.assetId === null ? 0 : 1);
  return policies.filter((policy) => !policy.shipped || held.has(policy.categoryKey)).toSorted((a, b) => order(a) - order(b));
}
