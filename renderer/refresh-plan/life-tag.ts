import type { LedgerRow } from '../../planning/ledger.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { PlanChange } from '../../planning/scenarios/change.ts';
import { spanOf } from '../../planning/words.ts';

/** `5 years, was 4`, `4½ years, was 4` for the row of a kind whose life is being tried out; null for every other row. */
export function lifeTag({ kind, categoryKey, userGroup }: LedgerRow, whatIf: readonly PlanChange[], saved: PlanSnapshot): string | null {
  const change = whatIf.find((each) => each.kind === 'life' && each.categoryKey === categoryKey && each.userGroup === userGroup);
  if (kind !== 'kit' || change?.kind !== 'life') return null;
  const before = saved.policies.find((policy) => policy.categoryKey === categoryKey && policy.userGroup === userGroup
    && policy.modelId === null && policy.assetId === null)?.lifeMonths;
  if (before === undefined) return spanOf(change.lifeMonths);
  const inYears = (months: number): boolean => months % 6 === 0 && months > 12;
  const was = inYears(change.lifeMonths) && inYears(before) ? spanOf(before).replace(/ years$/, '') : spanOf(before);
  return `${spanOf(change.lifeMonths)}, was ${was}`;
}
