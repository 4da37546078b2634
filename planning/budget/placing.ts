import { priceYearOf, type PlanContext } from '../context.ts';
import { vatOn } from '../lines.ts';
import type { ForecastLine, Placement, UnplacedLine } from '../result.ts';
import { COST_CATEGORIES, type FundKey, type Pence, type SpendNature } from '../vocabulary.ts';
import { allocatedTo } from './allocation.ts';
import { codeOf, hasCapitalCode, placeOfCode, schemeOn } from './codes.ts';
import type { CapitalRule } from './finance.ts';
import { fundNamed, usualFund, type Fund } from './fund.ts';

/*
 * Which fund pays a line of the forecast and under which code, in this order:
 *
 *   fund      the one that was named for it, while that may pay for such a thing, has not ended and, where it stops at
 *             its allocation, still has money for whole items; else the plan's usual fund
 *   nature    capital where the fund pays for capital alone; else by the school's rule of that year, held against the
 *             price of one item or of what is bought together: the same year, cost category and fund
 *   code      of the nature and the cost category, as the school accounts on that day
 *
 * Years are the school's own, whatever calendar is shown. Source: DfE, CFR framework, capital expenditure.
 */

/** Why a line is paid from its fund. */
export const FUND_REASONS = ['named', 'usual', 'ended', 'may_not', 'used_up'] as const;
export type FundReason = (typeof FUND_REASONS)[number];

/** Why a line is revenue or capital. */
export const NATURE_REASONS = ['never_capital', 'capital_fund', 'revenue_fund', 'no_rule', 'below', 'reaches', 'order_code', 'chosen'] as const;
export type NatureReason = (typeof NATURE_REASONS)[number];

/** What is already paid from a fund in one of the school's years. */
export type PaidAlready = { readonly year: number; readonly fundKey: FundKey; readonly pence: Pence };

/** Kinds of line that buy something which can stand in the books for years. */
const BUYS: readonly UnplacedLine['kind'][] = ['replace', 'upgrade', 'loss', 'need'];

/** Whether a line can be capital at all: it buys something, and DfE has a capital code for it. */
export const canBeCapital = ({ kind, occurrence, costCategory }: Pick<UnplacedLine, 'kind' | 'occurrence' | 'costCategory'>): boolean =>
  BUYS.includes(kind) && !(kind === 'need' && occurrence > 0) && hasCapitalCode(costCategory);

/** What of a fund's rules stands against paying a line; null where nothing does. */
export function objection(context: PlanContext, fund: Fund, line: UnplacedLine): 'ended' | 'may_not' | null {
  if (fund.endsOn !== null && line.date > fund.endsOn) return 'ended';
  if (fund.paysFor === 'capital' && !canBeCapital(line)) return 'may_not';
  return fund.excludes.some((what) => isExcluded(context, what, line)) ? 'may_not' : null;
}

function isExcluded(context: PlanContext, what: Fund['excludes'][number], line: UnplacedLine): boolean {
  switch (what) {
    case 'software': return line.categoryKey === 'software' || line.categoryKey === 'cloud_service';
    case 'consumables': return line.kind === 'consumable';
    case 'repairs': return line.costCategory === 'it_support';
    case 'operating_lease': return context.snapshot.contracts.some(({ id, contractKind }) => id === line.recurringId && contractKind === 'lease');
    // No line of the forecast is training.
    case 'training': return false;
  }
}

/** The lines, each paid from its fund under its code. A line that one fund cannot pay whole becomes two. */
export const placeLines = (context: PlanContext, lines: readonly UnplacedLine[], paid: readonly PaidAlready[]): ForecastLine[] =>
  coded(context, funded(context, lines, paid));

/** A line and the fund that pays it. */
type Paid = UnplacedLine & Pick<Placement, 'paidFrom' | 'fundReason'>;

function funded(context: PlanContext, lines: readonly UnplacedLine[], paid: readonly PaidAlready[]): Paid[] {
  const { funds } = context.snapshot;
  const usual = usualFund(funds).key;
  const limited = new Map<string, { readonly fund: Fund; readonly year: number; readonly lines: Paid[] }>();
  const first = lines.map((line): Paid => {
    if (line.fundKey === null) return { ...line, paidFrom: usual, fundReason: 'usual' };
    const fund = fundNamed(funds, line.fundKey);
    const against = objection(context, fund, line);
    if (against !== null) return { ...line, paidFrom: usual, fundReason: against };
    const named: Paid = { ...line, paidFrom: fund.key, fundReason: 'named' };
    if (!fund.stopsAtAllocation || fund.key === usual) return named;
    const year = priceYearOf(context, line.month);
    const key = `${year} ${fund.key}`;
    const group = limited.get(key) ?? { fund, year, lines: [] };
    group.lines.push(named);
    limited.set(key, group);
    return named;
  });
  if (limited.size === 0) return first;
  const parts = new Map<Paid, readonly Paid[]>();
  for (const { fund, year, lines: of } of limited.values()) {
    const allocated = allocatedTo(context.snapshot, year, fund.key);
    // Nobody has said how much it has: it pays for all that it was named for.
    if (allocated === null) continue;
    const gone = paid.reduce((sum, each) => sum + (each.year === year && each.fundKey === fund.key ? each.pence : 0), 0);
    shareOut(context, of, Math.max(0, allocated - gone), usual, parts);
  }
  return first.flatMap((line) => parts.get(line) ?? [line]);
}

/** What is bought first is paid first, whole items alone; of what comes together the dearer first, whatever the register's order. */
const inTurn = (a: Paid, b: Paid): number =>
  Number(b.committed) - Number(a.committed) || a.month - b.month || COST_CATEGORIES.indexOf(a.costCategory) - COST_CATEGORIES.indexOf(b.costCategory)
  || (a.categoryKey < b.categoryKey ? -1 : a.categoryKey > b.categoryKey ? 1 : 0) || (b.unitPence ?? 0) - (a.unitPence ?? 0);

function shareOut(context: PlanContext, lines: readonly Paid[], available: Pence, usual: FundKey, parts: Map<Paid, readonly Paid[]>): void {
  let left = available;
  for (const line of lines.toSorted(inTurn)) {
    const { unitPence, quantity } = line;
    if (unitPence === null || unitPence <= 0) continue;
    const items = Math.min(quantity, Math.floor(left / unitPence));
    left -= items * unitPence;
    if (items === quantity) continue;
    const rest: Paid = { ...line, paidFrom: usual, fundReason: 'used_up' };
    parts.set(line, items === 0 ? [rest] : [part(context, line, items), { ...part(context, rest, quantity - items), vatPence: vatLeft(context, line, items) }]);
  }
}

const part = (context: PlanContext, line: Paid, quantity: number): Paid => {
  const netPence = line.unitPence === null ? null : quantity * line.unitPence;
  return { ...line, quantity, netPence, vatPence: vatOn(context, netPence) };
};

/** The parts' VAT adds up to that of the whole. */
const vatLeft = (context: PlanContext, line: Paid, items: number): Pence | null =>
  (line.vatPence === null ? null : line.vatPence - (part(context, line, items).vatPence ?? 0));

/** The rule that holds in one of the school's years; null where the school has set none for it. */
export const capitalRuleOf = (rules: readonly CapitalRule[], year: number): CapitalRule | null =>
  rules.filter(({ fromYear }) => fromYear <= year).toSorted((a, b) => b.fromYear - a.fromYear)[0] ?? null;

type Natured = Pick<Placement, 'nature' | 'natureReason' | 'comparedPence'>;

function coded(context: PlanContext, lines: readonly Paid[]): ForecastLine[] {
  const { finance } = context.snapshot;
  const rules = new Map<number, CapitalRule | null>();
  const ruleOf = (year: number): CapitalRule | null => {
    const known = rules.get(year);
    if (known !== undefined) return known;
    const rule = capitalRuleOf(finance.capitalRules, year);
    rules.set(year, rule);
    return rule;
  };
  const orders = finance.capitalRules.length === 0 ? null : boughtTogether(context, lines);
  return lines.map((line) => {
    const year = priceYearOf(context, line.month);
    const natured = natureOf(context, line, year, ruleOf(year), orders);
    return { ...line, ...natured, code: codeOf({ scheme: schemeOn(context.snapshot, line.date), costCategory: line.costCategory, nature: natured.nature, year }, finance.returnLines) };
  });
}

const togetherKey = (year: number, { costCategory, paidFrom }: Pick<Paid, 'costCategory' | 'paidFrom'>): string => `${year} ${costCategory} ${paidFrom}`;

/** What is bought in the same year, of the same cost category and from the same fund, in pence. */
function boughtTogether(context: PlanContext, lines: readonly Paid[]): ReadonlyMap<string, Pence> {
  const sums = new Map<string, Pence>();
  for (const line of lines) {
    if (!canBeCapital(line)) continue;
    const key = togetherKey(priceYearOf(context, line.month), line);
    sums.set(key, (sums.get(key) ?? 0) + (line.netPence ?? 0));
  }
  return sums;
}

function natureOf(context: PlanContext, line: Paid, year: number, rule: CapitalRule | null, orders: ReadonlyMap<string, Pence> | null): Natured {
  const is = (nature: SpendNature, natureReason: NatureReason, comparedPence: Pence | null = null): Natured => ({ nature, natureReason, comparedPence });
  if (!canBeCapital(line)) return is('revenue', 'never_capital');
  const { funds, finance } = context.snapshot;
  const { paysFor } = fundNamed(funds, line.paidFrom);
  if (paysFor === 'capital') return is('capital', 'capital_fund');
  if (paysFor === 'revenue') return is('revenue', 'revenue_fund');
  const ordered = line.committed ? orderedAs(context, line) : null;
  if (ordered !== null) return is(ordered, 'order_code');
  if (rule === null) return is('revenue', 'no_rule');
  const compared = rule.basis === 'item' ? line.unitPence ?? 0 : orders?.get(togetherKey(year, line)) ?? 0;
  const chosen = rule.basis === 'ask' ? finance.capitalChoices.find((choice) =>
    choice.year === year && choice.costCategory === line.costCategory && choice.fundKey === line.paidFrom) : undefined;
  if (chosen !== undefined) return is(chosen.nature, 'chosen', compared);
  return compared >= rule.thresholdPence ? is('capital', 'reaches', compared) : is('revenue', 'below', compared);
}

/** What was placed keeps the code it was placed under, where that is one of DfE's for its category. */
function orderedAs({ snapshot }: PlanContext, line: UnplacedLine): SpendNature | null {
  const asset = snapshot.assets.find(({ id }) => id === line.assetId);
  const code = snapshot.orderLines.find(({ id }) => id === asset?.orderLineId)?.code ?? null;
  const place = code === null ? null : placeOfCode(code);
  return place?.costCategory === line.costCategory ? place.nature : null;
}

/** Whether revenue pays for capital: the sum is then shown once more as E30 with its mirror CI04. */
export function isRevenueFinanced(funds: readonly Fund[], { nature, paidFrom }: Pick<Placement, 'nature' | 'paidFrom'>): boolean {
  const fund = fundNamed(funds, paidFrom);
  return nature === 'capital' && (fund.paysFor !== 'capital' || fund.kind === 'direct_revenue_financing');
}
