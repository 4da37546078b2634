import type { BudgetLine } from '../../planning/snapshot.ts';
import type { CostCategory, FundKey, SpendNature } from '../../planning/vocabulary.ts';

/*
 * Hillcrest's money for ICT: £118,400 in the first three years, then £119,600 and £120,800. Most of it is delegated;
 * £3,000 a year comes from the pupil premium, for tablets, and £14,000 from devolved formula capital, for staff laptops.
 */

/** One amount for each of the five years from 2026/27, in whole pounds. */
type Pounds = readonly [number, number, number, number, number];

const divided = (fundKey: FundKey, costCategory: CostCategory, nature: SpendNature, pounds: Pounds): readonly BudgetLine[] =>
  pounds.map((each, index) => ({ year: 2026 + index, fundKey, costCategory, nature, pence: each * 100 }));

/** As it was agreed for 2026/27, before the virements of that year; as it is planned for the others. */
export const BUDGETS: readonly BudgetLine[] = [
  ...divided('delegated', 'connectivity', 'revenue', [13_600, 16_000, 12_900, 17_100, 12_000]),
  ...divided('delegated', 'onsite_servers', 'revenue', [3_450, 5_200, 4_400, 3_600, 6_100]),
  ...divided('delegated', 'it_learning_resources', 'revenue', [12_600, 13_800, 14_300, 14_700, 15_100]),
  ...divided('delegated', 'admin_software', 'revenue', [14_600, 15_100, 15_500, 16_000, 16_500]),
  ...divided('delegated', 'laptops_desktops_tablets', 'revenue', [42_650, 33_500, 37_200, 35_600, 38_900]),
  ...divided('pupil_premium', 'laptops_desktops_tablets', 'revenue', [3_000, 3_000, 3_000, 3_000, 3_000]),
  ...divided('delegated', 'other_hardware', 'revenue', [10_400, 13_500, 12_700, 11_100, 10_500]),
  ...divided('delegated', 'it_support', 'revenue', [4_100, 4_300, 4_400, 4_500, 4_700]),
  ...divided('dfc', 'laptops_desktops_tablets', 'capital', [14_000, 14_000, 14_000, 14_000, 14_000]),
];
