import type { RefreshPolicy } from '../snapshot.ts';
import type { UserGroup } from '../vocabulary.ts';
import type { PlanChange } from './change.ts';

type LifeChange = Extract<PlanChange, { kind: 'life' }>;
type PolicyChange = Extract<PlanChange, { kind: 'policy' }>;

/** What of a policy can be set apart from its life. What is left out stays as it is. */
export type PolicySettings = Partial<Pick<RefreshPolicy,
  | 'binding' | 'toleranceMonths' | 'leastMonths' | 'mostMonths' | 'unitPence' | 'priceDate' | 'priceSource' | 'replacementModelId'
  | 'upgrade' | 'lossBp' | 'lossFrom' | 'purchaseMonths' | 'fundKey' | 'disposalPence' | 'tradeInPence' | 'bookLifeMonths' | 'residualBp'>>;

/** What a policy is for: a kind of kit, a user group of it, one model, or one register row. */
export type PolicySubject = {
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  readonly modelId: number | null;
  readonly assetId: number | null;
};

/** What a policy, or a change of one, is about. */
export const subjectOf = (change: Pick<PolicySubject, 'categoryKey' | 'userGroup'> & Partial<PolicySubject>): PolicySubject =>
  ({ categoryKey: change.categoryKey, userGroup: change.userGroup, modelId: change.modelId ?? null, assetId: change.assetId ?? null });

/** Whether a policy is the one of that subject. A row's and a model's are its own, whatever kind it has become since. */
export function isPolicyOf(policy: PolicySubject, { categoryKey, userGroup, modelId, assetId }: PolicySubject): boolean {
  if (assetId !== null || policy.assetId !== null) return policy.assetId === assetId;
  if (modelId !== null || policy.modelId !== null) return policy.modelId === modelId;
  return policy.categoryKey === categoryKey && policy.userGroup === userGroup;
}

/** The policy that a subject has, or would start from: its own, else its model's, its user group's, its category's. */
export function policyToStartFrom(policies: readonly RefreshPolicy[], subject: PolicySubject): RefreshPolicy | null {
  const model = { ...subject, assetId: null };
  const group = { ...model, modelId: null };
  for (const each of [subject, model, group, { ...group, userGroup: null }]) {
    const found = policies.find((policy) => isPolicyOf(policy, each));
    if (found !== undefined) return found;
  }
  return null;
}

/** Changes the policy of that kind, model or row; where only a less specific one is there, it gets its own. */
export function withLife(policies: readonly RefreshPolicy[], change: LifeChange): readonly RefreshPolicy[] {
  const { lifeMonths, fromYear } = change;
  return changed(policies, subjectOf(change), (policy) => ({
    ...policy, lifeMonths, shipped: false, fromYear: fromYear ?? null, lifeMonthsBefore: fromYear === undefined ? null : policy.lifeMonths,
  }));
}

/** The same for what else a policy says. Its life stays a shipped convention if it was one, unless what binds changes. */
export function withPolicy(policies: readonly RefreshPolicy[], change: PolicyChange): readonly RefreshPolicy[] {
  const { set } = change;
  return changed(policies, subjectOf(change), (policy) => ({ ...policy, ...set, shipped: policy.shipped && set.binding === undefined }));
}

/** Where there is no policy to start from, nothing changes. */
function changed(
  policies: readonly RefreshPolicy[], subject: PolicySubject, change: (policy: RefreshPolicy) => RefreshPolicy,
): readonly RefreshPolicy[] {
  if (policies.some((policy) => isPolicyOf(policy, subject))) {
    return policies.map((policy) => (isPolicyOf(policy, subject) ? change(policy) : policy));
  }
  const start = policyToStartFrom(policies, subject);
  if (start === null) return policies;
  const newId = policies.reduce((most, policy) => Math.max(most, policy.id), 0) + 1;
  return [...policies, { ...change(start), ...subject, id: newId }];
}
