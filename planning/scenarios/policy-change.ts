import type { RefreshPolicy } from '../snapshot.ts';
import type { UserGroup } from '../vocabulary.ts';
import type { PlanChange } from './change.ts';

type LifeChange = Extract<PlanChange, { kind: 'life' }>;
type PolicyChange = Extract<PlanChange, { kind: 'policy' }>;
type Subject = { readonly categoryKey: string; readonly userGroup: UserGroup | null; readonly modelId: number | null };

const isFor = (policy: RefreshPolicy, { categoryKey, userGroup, modelId }: Subject): boolean => policy.assetId === null
  && policy.modelId === modelId && (modelId !== null || (policy.categoryKey === categoryKey && policy.userGroup === userGroup));

/** Changes the policy of that category and user group; where only the category has one, the group gets its own. */
export function withLife(policies: readonly RefreshPolicy[], change: LifeChange): readonly RefreshPolicy[] {
  const { categoryKey, userGroup, lifeMonths, fromYear } = change;
  return changed(policies, { categoryKey, userGroup, modelId: null }, (policy) => ({
    ...policy, lifeMonths, shipped: false, fromYear: fromYear ?? null, lifeMonthsBefore: fromYear === undefined ? null : policy.lifeMonths,
  }));
}

/** The same for what else a policy says. Its life stays a shipped convention if it was one. */
export function withPolicy(policies: readonly RefreshPolicy[], { categoryKey, userGroup, modelId, set }: PolicyChange): readonly RefreshPolicy[] {
  return changed(policies, { categoryKey, userGroup, modelId: modelId ?? null }, (policy) => ({ ...policy, ...set }));
}

/** A model starts from its kind's policy, a user group from its category's; where there is none, nothing changes. */
function changed(
  policies: readonly RefreshPolicy[], subject: Subject, change: (policy: RefreshPolicy) => RefreshPolicy,
): readonly RefreshPolicy[] {
  if (policies.some((policy) => isFor(policy, subject))) {
    return policies.map((policy) => (isFor(policy, subject) ? change(policy) : policy));
  }
  const start = policies.find((policy) => isFor(policy, { ...subject, modelId: null }))
    ?? policies.find((policy) => isFor(policy, { ...subject, modelId: null, userGroup: null }));
  if (start === undefined) return policies;
  const newId = policies.reduce((most, policy) => Math.max(most, policy.id), 0) + 1;
  return [...policies, { ...change(start), id: newId, userGroup: subject.userGroup, modelId: subject.modelId }];
}
