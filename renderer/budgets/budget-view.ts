import { useCallback, useMemo, useState } from 'react';
import { calendarsOf, type BudgetCalendar } from '../../planning/budget/period-budget.ts';
import type { BudgetView } from '../../planning/budget/matrix.ts';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';

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

const YEARS_KEY = 'kitplan-budget-years';

/**
 * By which years the budget is looked at, kept while the window is open for each plan. Whoever comes to type an amount
 * finds the years in which budgets are entered.
 */
export function useBudgetCalendar(): readonly [BudgetCalendar, (calendar: BudgetCalendar) => void] {
  const { plan, snapshot, forecast } = usePlan();
  const { visit } = useNavigation();
  const { enterBudget } = usePageParams('budgets');
  const key = `${YEARS_KEY}-${plan.id}`;
  const [chosen, setChosen] = useState<{ readonly calendar: BudgetCalendar; readonly visit: number } | null>(null);
  const kept = chosen?.visit === visit ? chosen.calendar : enterBudget === true ? 'entered' : window.sessionStorage.getItem(key);
  const choose = useCallback((calendar: BudgetCalendar): void => {
    window.sessionStorage.setItem(key, calendar);
    setChosen({ calendar, visit });
  }, [key, visit]);
  return [calendarsOf(snapshot, forecast).find((each) => each === kept) ?? 'entered', choose];
}
