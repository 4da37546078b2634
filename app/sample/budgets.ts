import type { ApprovalLimit, BudgetApproval, CapitalRule, Place, Reserve, Virement } from '../../planning/budget/finance.ts';
import type { BudgetLine } from '../../planning/snapshot.ts';
import type { CostCategory, FundKey, IsoDate, SpendNature } from '../../planning/vocabulary.ts';

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

/** What the governors agreed to, and what was moved in the year since. */
export const APPROVAL: BudgetApproval = { year: 2026, approvedOn: '2026-05-06', approvedBy: 'Governing board', note: null };

const code = (costCategory: CostCategory): Place => ({ fundKey: 'delegated', costCategory, nature: 'revenue' });

/** All three were agreed. Together they move £2,450. */
export const VIREMENTS: readonly (Omit<Virement, 'id' | 'agreedBy' | 'agreedOn'> & { readonly agreed: readonly [by: string, on: IsoDate] })[] = [
  {
    year: 2026, from: code('onsite_servers'), to: code('laptops_desktops_tablets'), pence: 85_000, reason: 'Server repair came under warranty',
    askedBy: 'Network manager', askedOn: '2026-07-02', agreed: ['Business manager', '2026-07-02'],
  },
  {
    year: 2026, from: code('other_hardware'), to: code('it_learning_resources'), pence: 100_000, reason: 'Maths platform, 60 more pupils than expected',
    askedBy: 'Business manager', askedOn: '2026-09-17', agreed: ['Headteacher', '2026-09-18'],
  },
  {
    year: 2026, from: code('connectivity'), to: code('other_hardware'), pence: 60_000, reason: 'Second projector failed in Science, no spare left',
    askedBy: 'Network manager', askedOn: '2026-11-03', agreed: ['Business manager', '2026-11-04'],
  },
];

export const APPROVAL_LIMITS: readonly Omit<ApprovalLimit, 'id'>[] = [
  { subject: 'virement', role: 'Business manager', upToPence: 100_000 },
  { subject: 'virement', role: 'Headteacher', upToPence: 500_000 },
  { subject: 'virement', role: 'Governing board', upToPence: null },
  { subject: 'order', role: 'Business manager', upToPence: 500_000 },
  { subject: 'order', role: 'Headteacher', upToPence: 2_000_000 },
  { subject: 'order', role: 'Governing board', upToPence: null },
  { subject: 'budget', role: 'Governing board', upToPence: null },
];

export const RESERVE: Omit<Reserve, 'contributions'> = { openingPence: 600_000, openingYear: 2026, floorPence: 0, spread: null };

/** One laptop is no capital, and nor are thirty: the authority counts each item. */
export const CAPITAL_RULE: Omit<CapitalRule, 'id'> = {
  fromYear: 2026, thresholdPence: 1_000_000, basis: 'item', source: 'LA scheme for financing schools, 1 April 2026',
};
