import { CFR_CODES, type Category } from '../categories.ts';
import { formatLongDate } from '../calendar.ts';
import type { PlanContext } from '../context.ts';
import type { UnplacedLine } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { FUND_EXCLUSION_WORDS, type ContractKind, type CostCategory, type FundExclusion, type FundKey, type IsoDate } from '../vocabulary.ts';
import { canBeCapital } from './capital.ts';
import { hasCapitalCode } from './codes.ts';
import { fundNamed, type Fund } from './fund.ts';

/** What somebody wants a fund to pay for, as far as the fund's rules look at it. */
export type PaidFor = {
  readonly categoryKey: string;
  readonly costCategory: CostCategory;
  /** Whether it buys something that can stand in the books for years; false for what is paid again and again. */
  readonly buys: boolean;
  /** `consumable`: it is used up. `lease`: it is rented. */
  readonly as: 'consumable' | 'lease' | null;
};

/** A contract or title of software as a fund's rules look at it: it is paid again and again. */
export const agreementPaid = ({ categoryKey, costCategory, contractKind }: Pick<PaidFor, 'categoryKey' | 'costCategory'> & { readonly contractKind?: ContractKind }): PaidFor =>
  ({ categoryKey, costCategory, buys: false, as: contractKind === 'lease' ? 'lease' : null });

/** Kit of a category, bought. */
export const kitPaid = ({ key, costCategory }: Pick<Category, 'key' | 'costCategory'>): PaidFor => ({ categoryKey: key, costCategory, buys: hasCapitalCode(costCategory), as: null });

/** Which of a fund's exclusions something falls under; null for none. */
const excludedBy = ({ excludes }: Pick<Fund, 'excludes'>, paidFor: PaidFor): FundExclusion | null => excludes.find((what) => isExcluded(what, paidFor)) ?? null;

function isExcluded(what: FundExclusion, { categoryKey, costCategory, as }: PaidFor): boolean {
  switch (what) {
    case 'software': return categoryKey === 'software' || categoryKey === 'cloud_service' || costCategory === 'it_learning_resources' || costCategory === 'admin_software';
    case 'consumables': return as === 'consumable';
    case 'repairs': return costCategory === 'it_support';
    case 'operating_lease': return as === 'lease';
    // No line of a plan is training.
    case 'training': return false;
  }
}

/** Why a fund may not pay for something whenever that is, in a whole sentence; null where it may. */
export function mayNotPay(fund: Fund, paidFor: PaidFor): string | null {
  const { name, paysFor } = fund;
  if (paysFor === 'capital' && !hasCapitalCode(paidFor.costCategory)) return `${name} pays for capital alone, and ${whatOf(paidFor)} has no capital code.`;
  const excluded = excludedBy(fund, paidFor);
  if (excluded !== null) return `${name} does not pay for ${FUND_EXCLUSION_WORDS[excluded]}.`;
  if (paysFor === 'capital' && !paidFor.buys) return `${name} pays for capital alone, and that is revenue.`;
  return null;
}

/** What a category is called where that it has no capital code is the reason. */
const whatOf = ({ categoryKey, costCategory }: PaidFor): string =>
  (categoryKey === 'software' || categoryKey === 'cloud_service' ? 'software' : CFR_CODES[costCategory].title);

/** Why a fund that somebody names for something cannot be taken, by its rules or because it has ended by then; null where it can. */
export function fundProblem({ funds }: Pick<PlanSnapshot, 'funds'>, fundKey: FundKey, paidFor: PaidFor, from: IsoDate): string | null {
  const fund = fundNamed(funds, fundKey);
  if (fund.endsOn !== null && fund.endsOn < from) return `${fund.name} ended on ${formatLongDate(fund.endsOn)}. Another fund works.`;
  const problem = mayNotPay(fund, paidFor);
  return problem === null ? null : `${problem} Another fund works.`;
}

/** What a fund's rules look at of a line, or of a charge of the months gone. */
type Payable = Pick<UnplacedLine, 'date' | 'kind' | 'categoryKey' | 'costCategory' | 'occurrence' | 'recurringId'>;

/** A line of the forecast as a fund's rules look at it. */
const paidForOf = ({ snapshot }: PlanContext, line: Payable): PaidFor => ({
  categoryKey: line.categoryKey, costCategory: line.costCategory, buys: canBeCapital(line),
  as: line.kind === 'consumable' ? 'consumable'
    : line.recurringId !== null && snapshot.contracts.some(({ id, contractKind }) => id === line.recurringId && contractKind === 'lease') ? 'lease' : null,
});

/** What of a fund's rules stands against paying a line; null where nothing does. */
export function objection(context: PlanContext, fund: Fund, line: Payable): 'ended' | 'may_not' | null {
  if (fund.endsOn !== null && line.date > fund.endsOn) return 'ended';
  return mayNotPay(fund, paidForOf(context, line)) === null ? null : 'may_not';
}

/** The same in a whole sentence. */
export const objectionWords = (context: PlanContext, fund: Fund, line: Payable): string => mayNotPay(fund, paidForOf(context, line)) ?? '';
