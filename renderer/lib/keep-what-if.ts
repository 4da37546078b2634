import { useCallback } from 'react';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { PlanChange } from '../../planning/scenarios/change.ts';
import { useCommandsTogether } from './commands.tsx';
import type { Send } from './commands.tsx';

/** The commands that make one what-if change so in the plan file; false as soon as one is refused. */
async function putIn(change: PlanChange, saved: PlanSnapshot, send: Send): Promise<boolean> {
  switch (change.kind) {
    case 'life':
      return send('policy.set', {
        categoryKey: change.categoryKey, userGroup: change.userGroup, modelId: change.modelId ?? null, assetId: change.assetId ?? null,
        set: { lifeMonths: change.lifeMonths, fromYear: change.fromYear ?? null },
      });
    case 'price_rise':
      return send('inflation.set', { categoryKey: change.categoryKey ?? null, year: change.year ?? null, bp: change.bp });
    case 'budget':
      return send('budget.set', { year: change.year, fundKey: change.fundKey, pence: change.pence });
    case 'policy':
      return send('policy.set', {
        categoryKey: change.categoryKey, userGroup: change.userGroup, modelId: change.modelId ?? null, assetId: change.assetId ?? null, set: change.set,
      });
    case 'move': case 'action': case 'need': case 'backlog':
      return false;
    case 'loss_rate': {
      const meant = saved.policies.filter((policy) => policy.modelId === null && policy.assetId === null
        && (change.categoryKey === undefined || policy.categoryKey === change.categoryKey) && policy.lossBp !== change.bp);
      for (const { categoryKey, userGroup } of meant) {
        if (!await send('policy.set', { categoryKey, userGroup, set: { lossBp: change.bp } })) return false;
      }
      return true;
    }
  }
}

/**
 * Puts a what-if into the plan, change by change. What was put in leaves the what-if; if the plan refuses one,
 * that one and those after it stay to be settled.
 */
export function useKeepWhatIf() {
  const together = useCommandsTogether();
  return useCallback((
    changes: readonly PlanChange[], saved: PlanSnapshot, setWhatIf: (left: readonly PlanChange[]) => void,
  ): Promise<void> => together(async (send) => {
    for (const [at, change] of changes.entries()) {
      if (!await putIn(change, saved, send)) {
        setWhatIf(changes.slice(at));
        return;
      }
    }
    setWhatIf([]);
  }, () => `${changes.length === 1 ? 'The what-if' : `${changes.length} what-if changes`} put into Keep to policy`), [together]);
}
