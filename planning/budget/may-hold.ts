import { listOf } from '../words.ts';
import { FUND_EXCLUSION_WORDS, type CostCategory, type FundExclusion, type SpendNature } from '../vocabulary.ts';
import { hasCapitalCode } from './codes.ts';
import type { Place } from './finance.ts';
import type { Fund } from './fund.ts';

/** What a cost category is bought for, where a fund may exclude all of that. Consumables, training and leases stand under codes among other things. */
const EXCLUDES: Readonly<Partial<Record<FundExclusion, readonly CostCategory[]>>> = {
  software: ['it_learning_resources', 'admin_software'], repairs: ['it_support'],
};

/**
 * Why a fund cannot hold money for a cost category as revenue or capital, in a whole sentence; null where it can.
 * Money that is not divided yet can be in any fund.
 */
export function holdProblem(fund: Fund, costCategory: CostCategory | null, nature: SpendNature | null): string | null {
  if (costCategory === null || nature === null) return null;
  if (nature === 'capital' && !hasCapitalCode(costCategory)) return 'IT learning resources and IT support have no capital code: they are revenue.';
  if (fund.paysFor === 'capital' && nature === 'revenue') return `${fund.name} pays for capital alone: choose a capital code, or another fund.`;
  if (fund.paysFor === 'revenue' && nature === 'capital') return `${fund.name} pays for revenue alone: choose a revenue code, or another fund.`;
  const against = fund.excludes.filter((what) => EXCLUDES[what]?.includes(costCategory));
  return against.length === 0 ? null : `${fund.name} may not pay for ${listOf(against.map((what) => FUND_EXCLUSION_WORDS[what]))}: choose another code, or another fund.`;
}

/** Why money cannot be meant for a place that is only half said; null where it is said whole, or is not divided. */
export const halfProblem = ({ costCategory, nature }: Pick<Place, 'costCategory' | 'nature'>): string | null =>
  ((costCategory === null) === (nature === null) ? null : 'A code is a cost category and whether it is revenue or capital: give both, or neither.');

/** Whether a fund's rules let it hold money for that. */
export const mayHold = (fund: Fund, costCategory: Place['costCategory'], nature: Place['nature']): boolean => holdProblem(fund, costCategory, nature) === null;

/** Funds that were given for something: their money does not go to another fund, and no other's becomes theirs. */
const OF_ITS_OWN: readonly Fund['kind'][] = ['dfc', 'other_capital', 'pupil_premium', 'donation_pta', 'grant'];
export const hasOwnPurpose = ({ kind }: Fund): boolean => OF_ITS_OWN.includes(kind);
