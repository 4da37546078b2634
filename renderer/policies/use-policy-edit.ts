import { useCallback } from 'react';
import { policyProblem, type PolicyFields } from '../../planning/policies/check.ts';
import { NO_POLICY } from '../../planning/policies.ts';
import { policyToStartFrom, type PolicySubject } from '../../planning/scenarios/policy-change.ts';
import type { PlanSnapshot, RefreshPolicy } from '../../planning/snapshot.ts';
import { usePlan } from '../lib/plan.tsx';
import { withChange, withPolicySettings } from '../lib/what-if-changes.ts';

/** What a change says of its subject: a model and an item are named only where they are meant. */
const named = ({ categoryKey, userGroup, modelId, assetId }: PolicySubject) => ({
  categoryKey, userGroup, ...(modelId === null ? {} : { modelId }), ...(assetId === null ? {} : { assetId }),
});

export type PolicyEdit = {
  /** The policy in the saved plan, and with the what-if. */
  readonly saved: RefreshPolicy;
  readonly policy: RefreshPolicy;
  /** Tries something out; answers the sentence that stands at the field where it cannot be. */
  readonly put: (fields: PolicyFields) => string | null;
};

const policyIn = ({ policies }: PlanSnapshot, subject: PolicySubject): RefreshPolicy => policyToStartFrom(policies, subject) ?? NO_POLICY;

/** Edits of one policy: each is a what-if until it is settled, laid over the plan on every page. */
export function usePolicyEdit(subject: PolicySubject): PolicyEdit {
  const { application: { today }, savedSnapshot, snapshot, whatIf, setWhatIf } = usePlan();
  const saved = policyIn(savedSnapshot, subject);
  const policy = policyIn(snapshot, subject);
  const put = useCallback((fields: PolicyFields): string | null => {
    const problem = policyProblem(policy, fields, today);
    if (problem !== null) return problem.message;
    const { lifeMonths, fromYear, ...set } = fields;
    let changes = whatIf;
    if (lifeMonths !== undefined || fromYear !== undefined) {
      const life = lifeMonths ?? policy.lifeMonths;
      const from = fromYear === undefined ? policy.fromYear : fromYear;
      changes = withChange(changes, { kind: 'life', ...named(subject), lifeMonths: life, ...(from === null ? {} : { fromYear: from }) }, life === saved.lifeMonths);
    }
    if (Object.keys(set).length > 0) changes = withPolicySettings(changes, { kind: 'policy', ...named(subject), set }, saved);
    setWhatIf(changes);
    return null;
  }, [policy, saved, subject, today, whatIf, setWhatIf]);
  return { saved, policy, put };
}
