import { priceYearOf, type PlanContext } from '../context.ts';
import type { Placement, UnplacedLine } from '../result.ts';
import type { Asset } from '../snapshot.ts';
import { boughtAs } from '../spent.ts';
import { COST_CATEGORIES, type CostCategory, type FundKey, type Pence, type SpendNature } from '../vocabulary.ts';
import { hasCapitalCode, placeOfCode } from './codes.ts';
import type { CapitalRule } from './finance.ts';
import { fundNamed, usualFund } from './fund.ts';

/*
 * Whether what is bought is revenue or capital: capital where its fund pays for capital alone; else by the school's
 * rule of that year, held against the price of one item or of all that is bought together. Bought together is what
 * stands on one order; of what no order is known, the same year, cost category and fund, bought already or still to come:
 * what a plan codes as one purchase stays one as it is made bit by bit. Years are the school's own.
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

/** A line of the forecast as the capital rule sees it. What is on its way is the row of the register that it came with; a successor is none yet. */
export const lineBought = (context: PlanContext, line: UnplacedLine, paidFrom: FundKey, assetOf: (id: number | null) => Asset | null): Bought => ({
  year: priceYearOf(context, line.month), costCategory: line.costCategory, paidFrom, unitPence: line.unitPence, netPence: line.netPence,
  lasts: canBeCapital(line), asset: line.committed ? assetOf(line.assetId) : null,
});

/** The rule that holds in one of the school's years; null where the school has set none for it. */
export const capitalRuleOf = (rules: readonly CapitalRule[], year: number): CapitalRule | null =>
  rules.reduce<CapitalRule | null>((found, rule) => (rule.fromYear <= year && (found === null || rule.fromYear > found.fromYear) ? rule : found), null);

/** What each order, and each year's purchases without one, come to. */
type Together = { readonly add: (bought: Bought) => void; readonly of: (bought: Bought) => Pence };

/** Sums are kept by fund, then by a text for an order, or a number for the year and the category of what has none: a plan asks for one with each line. */
function together(context: PlanContext): Together {
  const sums = new Map<FundKey, Map<string | number, Pence>>();
  const keyOf = ({ year, costCategory, asset }: Bought): string | number => {
    const category = COST_CATEGORIES.indexOf(costCategory);
    const alone = year * COST_CATEGORIES.length + category;
    if (asset === null) return alone;
    const order = context.orderOf(asset.orderLineId)?.order.id;
    if (order !== undefined) return `${category} order ${order}`;
    const number = asset.orderNumber?.trim().toLowerCase() ?? '';
    return number === '' ? alone : `${category} ${year} number ${number}`;
  };
  return {
    add: (bought) => {
      if (!bought.lasts) return;
      const ofFund = sums.get(bought.paidFrom) ?? new Map<string | number, Pence>();
      const key = keyOf(bought);
      ofFund.set(key, (ofFund.get(key) ?? 0) + (bought.netPence ?? 0));
      sums.set(bought.paidFrom, ofFund);
    },
    of: (bought) => sums.get(bought.paidFrom)?.get(keyOf(bought)) ?? 0,
  };
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

/**
 * How each thing bought is told from the others: by the rules of its year, and by what it is bought together with.
 * `toCome` is gone through only where a rule asks what is bought together.
 */
export function natureFinder(context: PlanContext, toCome: Iterable<Bought>): (bought: Bought) => Natured {
  const { funds, finance } = context.snapshot;
  const ruleOf = remembered((year: number) => capitalRuleOf(finance.capitalRules, year));
  const usesOf = remembered((key: FundKey) => fundNamed(funds, key).paysFor);
  const sums = together(context);
  if (finance.capitalRules.some(({ basis }) => basis !== 'item')) {
    for (const bought of purchases(context)) sums.add(bought);
    for (const bought of toCome) sums.add(bought);
  }
  return (bought) => {
    if (!bought.lasts) return is('revenue', 'never_capital');
    const paysFor = usesOf(bought.paidFrom);
    if (paysFor === 'capital') return is('capital', 'capital_fund');
    if (paysFor === 'revenue') return is('revenue', 'revenue_fund');
    const ordered = orderedAs(context, bought);
    if (ordered !== null) return is(ordered, 'order_code');
    const rule = ruleOf(bought.year);
    if (rule === null) return is('revenue', 'no_rule');
    const compared = rule.basis === 'item' ? bought.unitPence ?? 0 : sums.of(bought);
    const chosen = rule.basis === 'ask' ? finance.capitalChoices.find(({ year, costCategory, fundKey }) =>
      year === bought.year && costCategory === bought.costCategory && fundKey === bought.paidFrom) : undefined;
    if (chosen !== undefined) return is(chosen.nature, 'chosen', compared);
    return compared >= rule.thresholdPence ? is('capital', 'reaches', compared) : is('revenue', 'below', compared);
  };
}

const is = (nature: SpendNature, natureReason: NatureReason, comparedPence: Pence | null = null): Natured => ({ nature, natureReason, comparedPence });

/** The same answer to the same question, worked out once. */
function remembered<Key, Answer>(work: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, { readonly answer: Answer }>();
  return (key) => {
    const found = known.get(key) ?? { answer: work(key) };
    known.set(key, found);
    return found.answer;
  };
}

/** What was placed keeps the code it was placed under, where that is one of DfE's for its category. */
function orderedAs(context: PlanContext, { asset, costCategory }: Bought): SpendNature | null {
  const code = context.orderOf(asset?.orderLineId ?? null)?.line.code ?? null;
  const place = code === null ? null : placeOfCode(code);
  return place?.costCategory === costCategory ? place.nature : null;
}
