import { useCallback, useMemo, useState } from 'react';
import type { BudgetView } from '../../planning/budget/matrix.ts';

const KEY = 'kitplan-budget-view';

/** One of the ways to look that were kept; null for what this Kitplan does not know. */
function readView(kept: string | null): BudgetView | null {
  const [nature, vat, by] = (kept ?? '').split(' ');
  if ((nature !== 'all' && nature !== 'revenue' && nature !== 'capital') || (vat !== 'net' && vat !== 'gross') || (by !== 'code' && by !== 'fund')) return null;
  return { nature, vat, by };
}

/** How the budget is looked at, kept while the window is open for each view and plan. With VAT to begin with where that does not come back. */
export function useBudgetView(planId: string, role: string, vatRecoverable: boolean): readonly [BudgetView, (set: Partial<BudgetView>) => void] {
  const key = `${KEY}-${planId}-${role}`;
  const [chosen, setChosen] = useState<{ readonly key: string; readonly view: BudgetView } | null>(null);
  const view = useMemo((): BudgetView => {
    const kept = chosen?.key === key ? chosen.view : readView(window.sessionStorage.getItem(key));
    return kept ?? { nature: 'all', vat: vatRecoverable ? 'net' : 'gross', by: 'code' };
  }, [chosen, key, vatRecoverable]);
  const set = useCallback((parts: Partial<BudgetView>): void => {
    const next = { ...view, ...parts };
    window.sessionStorage.setItem(key, `${next.nature} ${next.vat} ${next.by}`);
    setChosen({ key, view: next });
  }, [key, view]);
  return [view, set];
}
