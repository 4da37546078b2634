import { priceYearOf, type PlanContext } from '../context.ts';
import type { Placement, UnplacedLine } from '../result.ts';
import type { Asset } from '../snapshot.ts';
import { boughtAs } from '../spent.ts';
import type { CostCategory, FundKey, Pence, SpendNature } from '../vocabulary.ts';
import { hasCapitalCode, placeOfCode } from './codes.ts';
import type { CapitalRule } from './finance.ts';
import { fundNamed, usualFund } from './fund.ts';

/*
 * Whether what is bought is revenue or capital: capital where its fund pays for capital alone; else by the school's
 * rule of that year, held against the price of one item or of all that is bought together. Bought together is what
 * stands on one order; of what no order is known, the same year, cost category and fund. Years are the school's own.
 * Source: DfE, CFR framework, capital expenditure.
 */

/** Why something is revenue or capital. */
export const NATURE_REASONS = ['never_capital', 'capital_fund', 'revenue_fund', 'no_rule', 'below', 'reaches', 'order_code', 'chosen', 'booked'] as const;
export type NatureReason = (typeof NATURE_REASONS)[number];

/** Kinds of line that buy something which can stand in the books for years. */
const BUYS: readonly UnplacedLine['kind'][] = ['replace', 'upgrade', 'loss', 'need'];

/** Whether a line can be capital at all: it buys something, and DfE has a capital code for it. */
export const canBeCapital = ({ kind, occurrence, costCategory }: Pick<UnplacedLine, 'kind' | 'occurrence' | 'costCategory'>): boolean =>
  BUYS.includes(kind) && !(kind === 'need' && occurrence > 0) && hasCapitalCode(costCategory);

/** What is bought, as the capital rule sees it. */
export type Bought = {
  /** Financial year of the school, by its start. */
  readonly year: number;
  readonly costCategory: CostCategory;
  readonly paidFrom: FundKey;
  readonly unitPence: Pence | null;
  readonly netPence: Pence | null;
  /** Whether it can be capital at all. */
  readonly lasts: boolean;
  /** The row of the register that it is; null for what is still to be bought. */
  readonly asset: Asset | null;
};

export type Natured = Pick<Placement, 'nature' | 'natureReason' | 'comparedPence'>;

/** The rule that holds in one of the school's years; null where the school has set none for it. */
export const capitalRuleOf = (rules: readonly CapitalRule[], year: number): CapitalRule | null =>
  rules.reduce<CapitalRule | null>((found, rule) => (rule.fromYear <= year && (found === null || rule.fromYear > found.fromYear) ? rule : found), null);

/** One text for all that is bought together. */
function togetherKey(context: PlanContext, { year, costCategory, paidFrom, asset }: Bought): string {
  const order = context.orderOf(asset?.orderLineId ?? null)?.order.id;
  if (order !== undefined) return `${costCategory} ${paidFrom} order ${order}`;
  const number = asset?.orderNumber?.trim().toLowerCase() ?? '';
  return `${costCategory} ${paidFrom} ${year} ${asset === null ? 'to come' : number === '' ? 'bought' : `number ${number}`}`;
}

/** What the register says was bought and at what price, whenever it was. */
function purchases(context: PlanContext): Bought[] {
  const usual = usualFund(context.snapshot.funds).key;
  return context.snapshot.assets.flatMap((asset): Bought[] => {
    const bought = boughtAs(asset);
    if (bought === null || bought.pence === null) return [];
    const { costCategory } = context.category(asset.categoryKey);
    return [{
      year: priceYearOf(context, bought.month), costCategory, paidFrom: fundOfPurchase(context, asset) ?? usual, lasts: hasCapitalCode(costCategory),
      unitPence: asset.unitPaidPence, netPence: bought.pence, asset,
    }];
  });
}

/** The fund that was named for a purchase: the row's own, else that of the order it came with. */
export const fundOfPurchase = (context: PlanContext, { fundKey, orderLineId }: Asset): FundKey | null =>
  fundKey ?? context.orderOf(orderLineId)?.order.fundKey ?? null;

/** How each thing bought is told from the others: by the rules of its year, and by what it is bought together with. */
export function natureFinder(context: PlanContext, toCome: readonly Bought[]): (bought: Bought) => Natured {
  const { funds, finance } = context.snapshot;
  const rules = new Map<number, CapitalRule | null>();
  const ruleOf = (year: number): CapitalRule | null => {
    const known = rules.get(year);
    if (known !== undefined) return known;
    const rule = capitalRuleOf(finance.capitalRules, year);
    rules.set(year, rule);
    return rule;
  };
  const together = finance.capitalRules.some(({ basis }) => basis !== 'item') ? sumsTogether(context, toCome) : new Map<string, Pence>();
  return (bought) => {
    if (!bought.lasts) return is('revenue', 'never_capital');
    const { paysFor } = fundNamed(funds, bought.paidFrom);
    if (paysFor === 'capital') return is('capital', 'capital_fund');
    if (paysFor === 'revenue') return is('revenue', 'revenue_fund');
    const ordered = orderedAs(context, bought);
    if (ordered !== null) return is(ordered, 'order_code');
    const rule = ruleOf(bought.year);
    if (rule === null) return is('revenue', 'no_rule');
    const compared = rule.basis === 'item' ? bought.unitPence ?? 0 : together.get(togetherKey(context, bought)) ?? 0;
    const chosen = rule.basis === 'ask' ? finance.capitalChoices.find(({ year, costCategory, fundKey }) =>
      year === bought.year && costCategory === bought.costCategory && fundKey === bought.paidFrom) : undefined;
    if (chosen !== undefined) return is(chosen.nature, 'chosen', compared);
    return compared >= rule.thresholdPence ? is('capital', 'reaches', compared) : is('revenue', 'below', compared);
  };
}

const is = (nature: SpendNature, natureReason: NatureReason, comparedPence: Pence | null = null): Natured => ({ nature, natureReason, comparedPence });

/** What each order, and each year's purchases without one, come to, in pence. */
function sumsTogether(context: PlanContext, toCome: readonly Bought[]): Map<string, Pence> {
  const sums = new Map<string, Pence>();
  for (const bought of [...purchases(context), ...toCome]) {
    if (!bought.lasts) continue;
    const key = togetherKey(context, bought);
    sums.set(key, (sums.get(key) ?? 0) + (bought.netPence ?? 0));
  }
  return sums;
}

/** What was placed keeps the code it was placed under, where that is one of DfE's for its category. */
function orderedAs(context: PlanContext, { asset, costCategory }: Bought): SpendNature | null {
  const code = context.orderOf(asset?.orderLineId ?? null)?.line.code ?? null;
  const place = code === null ? null : placeOfCode(code);
  return place?.costCategory === costCategory ? place.nature : null;
}
