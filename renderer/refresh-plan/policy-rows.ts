import { policyFor } from '../../planning/policies.ts';
import type { PlanSnapshot, RefreshPolicy } from '../../planning/snapshot.ts';
import { USER_GROUPS } from '../../planning/vocabulary.ts';
import { rowName, spanOf } from '../../planning/words.ts';

/** One kind of kit whose life can be tried out: a policy for a category, or for a user group within it. */
export type PolicyRow = {
  readonly key: string;
  /** `Pupil laptops`. */
  readonly name: string;
  readonly policy: RefreshPolicy;
  /** Register rows that follow it. */
  readonly followers: number;
  /** False where another date decides (cover, support, or none at all): a number of years would change nothing. */
  readonly lifeBinds: boolean;
  readonly note: string | null;
};

/** Kinds that schools argue about most come first; the rest follow in the order of the categories. */
const FIRST_KINDS: readonly string[] = ['laptop', 'chromebook', 'desktop', 'tablet', 'server', 'storage'];

function noteOf({ binding, lifeMonths, upgrade, shipped }: RefreshPolicy): string | null {
  if (binding.length === 0) return 'Used until it fails, so it is not in the forecast.';
  if (!binding.includes('policy_life')) return 'Replaced when its cover, support or lease ends, whatever its age.';
  const notes = [
    upgrade !== null && upgrade.atMonths < lifeMonths ? `More ${upgrade.what} after ${spanOf(upgrade.atMonths)}.` : '',
    binding.includes('warranty_end') ? 'Sooner where cover ends sooner.' : '',
    shipped ? 'A usual life, not yet the school’s own.' : '',
  ].filter((note) => note !== '');
  return notes.length === 0 ? null : notes.join(' ');
}

/**
 * The policies of whole kinds that at least one asset of the school follows. Policies of a single model or
 * asset are not tried out here: the register has them.
 */
export function policyRows(snapshot: PlanSnapshot): readonly PolicyRow[] {
  const followers = new Map<RefreshPolicy, number>();
  for (const asset of snapshot.assets) {
    const policy = policyFor(asset, snapshot.policies);
    if (policy !== null) followers.set(policy, (followers.get(policy) ?? 0) + 1);
  }
  const order = [...FIRST_KINDS, ...snapshot.categories.map((category) => category.key)];
  const categories = new Map(snapshot.categories.map((category) => [category.key, category]));
  const rank = ({ policy }: PolicyRow): number => order.indexOf(policy.categoryKey) * (USER_GROUPS.length + 1)
    + (policy.userGroup === null ? USER_GROUPS.length : USER_GROUPS.indexOf(policy.userGroup));
  return [...followers].flatMap(([policy, count]): PolicyRow[] => {
    const category = categories.get(policy.categoryKey);
    if (category === undefined || policy.modelId !== null || policy.assetId !== null) return [];
    return [{
      key: `${policy.categoryKey}/${policy.userGroup ?? ''}`, name: rowName(category, policy.userGroup), policy,
      followers: count, lifeBinds: policy.binding.includes('policy_life'), note: noteOf(policy),
    }];
  }).sort((a, b) => rank(a) - rank(b));
}

/** The loss rate of all policies together, or null where kinds differ. */
export function commonLossRate(policies: readonly RefreshPolicy[]): number | null {
  const [first, ...others] = policies;
  if (first === undefined) return 0;
  return others.every((policy) => policy.lossBp === first.lossBp) ? first.lossBp : null;
}
