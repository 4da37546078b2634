import type { Virement } from '../../../planning/budget/finance.ts';
import { shippedFund } from '../../../planning/budget/fund.ts';
import { NO_FINANCE } from '../../../planning/budget/finance.ts';
import type { BudgetLine, PlanSnapshot } from '../../../planning/snapshot.ts';
import { sampleSnapshot } from '../../support/sample-snapshot.ts';

const line = (year: number, fundKey: string, costCategory: BudgetLine['costCategory'], nature: BudgetLine['nature'], pounds: number): BudgetLine =>
  ({ year, fundKey, costCategory, nature, pence: pounds * 100 });

const virement = (id: number, changes: Partial<Virement>): Virement => ({
  id, year: 2026, from: { fundKey: 'delegated', costCategory: 'it_support', nature: 'revenue' }, to: { fundKey: 'delegated', costCategory: 'other_hardware', nature: 'revenue' },
  pence: 150_000, reason: 'Panels came dearer', askedBy: 'Network manager', askedOn: '2026-06-01', agreedBy: 'Finance committee', agreedOn: '2026-06-09', ...changes,
});

/**
 * Hillcrest with a business manager's money: budgets by code and fund, a grant that ends, a fund of its own with a name
 * that a spreadsheet would take for something else, a capital rule, and virements of which one is not agreed.
 */
export function budgetPlan(changes: Partial<PlanSnapshot> = {}): PlanSnapshot {
  const plan = sampleSnapshot();
  const own = { ...shippedFund('donation_pta'), key: 'friends', name: '>5* Friends & "Family"' };
  const years = [2026, 2027, 2028, 2029, 2030];
  return {
    ...plan,
    policies: plan.policies.map((policy) => (policy.categoryKey === 'interactive_panel' ? { ...policy, fundKey: 'dfc' }
      : policy.categoryKey === 'tablet' ? { ...policy, fundKey: 'friends' } : policy)),
    funds: [...plan.funds, own],
    budgets: [
      ...years.flatMap((year) => [
        line(year, 'delegated', 'connectivity', 'revenue', 10_400), line(year, 'delegated', 'onsite_servers', 'revenue', 9_000),
        line(year, 'delegated', 'laptops_desktops_tablets', 'revenue', 40_000), line(year, 'delegated', 'other_hardware', 'revenue', 20_000),
        line(year, 'delegated', 'it_support', 'revenue', 12_000), line(year, 'dfc', 'other_hardware', 'capital', 8_000),
      ]),
      ...years.slice(0, 4).map((year) => line(year, 'friends', null, null, 1_250)), line(2027, 'delegated', null, null, 15_000),
    ],
    finance: {
      ...NO_FINANCE,
      capitalRules: [{ id: 1, fromYear: 2024, thresholdPence: 200_000, basis: 'item', source: 'LA scheme for financing schools, 1 April 2026' }],
      virements: [
        virement(1, {}), virement(2, { pence: 999_900, agreedBy: null, agreedOn: null, reason: 'Not yet' }),
        virement(3, { year: 2027, from: { fundKey: 'delegated', costCategory: null, nature: null }, to: { fundKey: 'delegated', costCategory: 'connectivity', nature: 'revenue' }, pence: 100_050 }),
      ],
    },
    ...changes,
  };
}
