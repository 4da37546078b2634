import { useMemo } from 'react';
import { budgetOfYear } from '../../../planning/budget/approval.ts';
import type { FinancialYear } from '../../../planning/result.ts';
import { usePlan } from '../../lib/plan.tsx';

/** The years of the plan in which there is money to move or to approve. */
export function useBudgetYears(): readonly FinancialYear[] {
  const { facts, forecast } = usePlan();
  return useMemo(() => forecast.years.filter(({ year }) => budgetOfYear(facts, year) !== null), [facts, forecast]);
}
