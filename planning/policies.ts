import type { Asset, RefreshPolicy } from './snapshot.ts';
import type { BindingFactor, UserGroup } from './vocabulary.ts';

/** Shortest and longest life that a policy may name, in months. */
export const LIFE_RANGE_MONTHS = { least: 1, most: 600 } as const;

/** Whether a life, or the age of an upgrade, is one that the sums can count with. */
export const isLifeMonths = (months: number): boolean =>
  Number.isInteger(months) && months >= LIFE_RANGE_MONTHS.least && months <= LIFE_RANGE_MONTHS.most;

type ShippedPolicy = Omit<RefreshPolicy, 'id'>;

const LIFE_ONLY: readonly BindingFactor[] = ['policy_life'];
const LIFE_OR_SUPPORT: readonly BindingFactor[] = ['policy_life', 'vendor_support_end'];
const LIFE_SUPPORT_OR_SYSTEM: readonly BindingFactor[] = ['policy_life', 'vendor_support_end', 'os_end'];
/** Servers are kept under cover: the end of their warranty counts as the end of their life. */
const UNDER_COVER: readonly BindingFactor[] = ['warranty_end', 'vendor_support_end', 'policy_life'];
/** Bought by the year and never worn out: a recurring cost, not kit. */
const NEVER: readonly BindingFactor[] = [];

/** What a policy says of the rest until somebody says it: no range, any month, like for like, its own loss rate. */
export const UNSAID = {
  leastMonths: null, mostMonths: null, priceSource: null, replacementModelId: null, lossFrom: 'policy', purchaseMonths: [], fundKey: null,
  disposalPence: null, tradeInPence: null, bookLifeMonths: null, residualBp: null,
} as const satisfies Partial<RefreshPolicy>;

const shipped = (
  categoryKey: string, lifeMonths: number, binding: readonly BindingFactor[], userGroup: UserGroup | null = null,
): ShippedPolicy => ({
  categoryKey, userGroup, modelId: null, assetId: null, lifeMonths, binding, toleranceMonths: 0,
  unitPence: null, priceDate: null, upgrade: null, lossBp: 0, fromYear: null, lifeMonthsBefore: null, ...UNSAID, shipped: true,
});

/**
 * What Kitplan starts a school with, until it sets its own. Lives in months, from school practice as network
 * managers describe it: conventions, shown as such, never as facts. No price is shipped, and no loss rate.
 */
export const SHIPPED_POLICIES: readonly ShippedPolicy[] = [
  shipped('server', 48, UNDER_COVER),
  shipped('storage', 48, UNDER_COVER),
  // Four years kept as they are, five with more memory for the last two.
  { ...shipped('desktop', 60, LIFE_SUPPORT_OR_SYSTEM), upgrade: { atMonths: 36, unitPence: 3800, priceDate: null, what: 'memory' } },
  shipped('laptop', 48, LIFE_SUPPORT_OR_SYSTEM),
  shipped('laptop', 48, LIFE_SUPPORT_OR_SYSTEM, 'staff'),
  shipped('laptop', 48, LIFE_SUPPORT_OR_SYSTEM, 'pupil'),
  shipped('chromebook', 60, LIFE_OR_SUPPORT),
  shipped('tablet', 48, LIFE_SUPPORT_OR_SYSTEM),
  shipped('phone', 36, LIFE_ONLY),
  shipped('monitor', 96, LIFE_ONLY),
  shipped('network_switch', 96, LIFE_OR_SUPPORT),
  shipped('wireless_ap', 72, LIFE_OR_SUPPORT),
  shipped('firewall_router', 60, LIFE_OR_SUPPORT),
  shipped('cabling', 240, LIFE_ONLY),
  shipped('ups', 60, LIFE_ONLY),
  shipped('interactive_panel', 96, LIFE_ONLY),
  shipped('projector', 60, LIFE_ONLY),
  shipped('printer', 48, LIFE_ONLY),
  shipped('mfd', 60, LIFE_ONLY),
  shipped('visualiser', 48, LIFE_ONLY),
  shipped('camera', 48, LIFE_ONLY),
  shipped('av_audio', 96, LIFE_ONLY),
  shipped('printer_3d', 60, LIFE_ONLY),
  shipped('cctv_access', 96, LIFE_ONLY),
  shipped('telephony', 96, LIFE_ONLY),
  shipped('peripheral', 36, LIFE_ONLY),
  shipped('battery', 36, LIFE_ONLY),
  shipped('software', 12, NEVER),
  shipped('cloud_service', 12, NEVER),
  shipped('support_contract', 12, NEVER),
  shipped('other', 60, LIFE_ONLY),
];

/** What is usual for a kind of kit, or for a user group of it; null where Kitplan has no opinion (a kind of the school's own). */
export const usualPolicy = (categoryKey: string, userGroup: UserGroup | null): ShippedPolicy | null =>
  SHIPPED_POLICIES.find((policy) => policy.categoryKey === categoryKey && policy.userGroup === userGroup)
  ?? SHIPPED_POLICIES.find((policy) => policy.categoryKey === categoryKey && policy.userGroup === null) ?? null;

/** What kit follows where nobody has set a policy: it runs until it fails. */
export const NO_POLICY: RefreshPolicy = { id: 0, ...shipped('', 60, NEVER) };

type PolicyIndex = {
  readonly byAsset: ReadonlyMap<number, RefreshPolicy>;
  readonly byModel: ReadonlyMap<number, RefreshPolicy>;
  readonly byCategory: ReadonlyMap<string, ReadonlyMap<UserGroup | null, RefreshPolicy>>;
};

function indexPolicies(policies: readonly RefreshPolicy[]): PolicyIndex {
  const byAsset = new Map<number, RefreshPolicy>();
  const byModel = new Map<number, RefreshPolicy>();
  const byCategory = new Map<string, Map<UserGroup | null, RefreshPolicy>>();
  const keepNewest = <Key>(map: Map<Key, RefreshPolicy>, key: Key, policy: RefreshPolicy): void => {
    const other = map.get(key);
    if (other === undefined || policy.id > other.id) map.set(key, policy);
  };
  for (const policy of policies) {
    if (policy.assetId !== null) keepNewest(byAsset, policy.assetId, policy);
    else if (policy.modelId !== null) keepNewest(byModel, policy.modelId, policy);
    else {
      const groups = byCategory.get(policy.categoryKey) ?? new Map<UserGroup | null, RefreshPolicy>();
      byCategory.set(policy.categoryKey, groups);
      keepNewest(groups, policy.userGroup, policy);
    }
  }
  return { byAsset, byModel, byCategory };
}

/** One index for each list of policies: asking for every asset of a register then stays one look-up each. */
const indexes = new WeakMap<readonly RefreshPolicy[], PolicyIndex>();

function indexOf(policies: readonly RefreshPolicy[]): PolicyIndex {
  let index = indexes.get(policies);
  if (index === undefined) indexes.set(policies, index = indexPolicies(policies));
  return index;
}

/** The policy that was set for a model as such; null where it has none. */
export const modelPolicy = (modelId: number, policies: readonly RefreshPolicy[]): RefreshPolicy | null =>
  indexOf(policies).byModel.get(modelId) ?? null;

/**
 * The policy that an asset follows: its own, else its model's, else that of its category and user group, else
 * its category's; null where nobody has set one. Of two for the same thing the newer (higher id) counts.
 */
export function policyFor(
  asset: Pick<Asset, 'id' | 'modelId' | 'categoryKey' | 'userGroup'>, policies: readonly RefreshPolicy[],
): RefreshPolicy | null {
  const index = indexOf(policies);
  const groups = index.byCategory.get(asset.categoryKey);
  return index.byAsset.get(asset.id)
    ?? (asset.modelId === null ? undefined : index.byModel.get(asset.modelId))
    ?? groups?.get(asset.userGroup)
    ?? groups?.get(null)
    ?? null;
}

/** All policies that speak of an asset, the most specific first: for what one of them may leave to the next. */
export function policiesFor(
  asset: Pick<Asset, 'id' | 'modelId' | 'categoryKey' | 'userGroup'>, policies: readonly RefreshPolicy[],
): readonly RefreshPolicy[] {
  const index = indexOf(policies);
  const groups = index.byCategory.get(asset.categoryKey);
  const all = [
    index.byAsset.get(asset.id), asset.modelId === null ? undefined : index.byModel.get(asset.modelId),
    asset.userGroup === null ? undefined : groups?.get(asset.userGroup), groups?.get(null),
  ];
  return all.filter((policy) => policy !== undefined);
}
