import { priceYearOf, type PlanContext } from '../context.ts';
import { vatOn } from '../lines.ts';
import type { UnplacedLine } from '../result.ts';
import type { UnplacedSpent } from '../spent.ts';
import { COST_CATEGORIES, LINE_KINDS, type FundKey, type Pence } from '../vocabulary.ts';
import { fundMoney } from './allocation.ts';
import { objection } from './fund-check.ts';
import { fundNamed, usualFund, type Fund } from './fund.ts';
import { ownCost, ownUnitCost } from './own-cost.ts';

/*
 * Which fund pays: the one that was named, while that may pay for such a thing, has not ended and, where it stops at
 * its allocation, still has money for whole items, with VAT where that does not come back; else the plan's usual fund.
 * Years are the school's own.
 */

/** Why a line is paid from its fund. */
export const FUND_REASONS = ['named', 'usual', 'ended', 'may_not', 'used_up'] as const;
export type FundReason = (typeof FUND_REASONS)[number];

/** A line, or so many of its items, and the fund that pays. */
export type Paid = { readonly line: UnplacedLine; readonly paidFrom: FundKey; readonly fundReason: FundReason };

/** What is spent, and the fund that paid it. */
export type PaidBefore = { readonly spent: UnplacedSpent; readonly paidFrom: FundKey; readonly fundReason: FundReason };

/**
 * The fund that paid what is spent: for a purchase the one that the register names, for an actual that of the finance
 * system, whatever its rules. A running cost of the months gone is nobody's record: the rules hold for it as for the
 * months to come.
 */
export function paidBefore(context: PlanContext, spent: UnplacedSpent): PaidBefore {
  const { funds } = context.snapshot;
  const usual = usualFund(funds).key;
  const { source, fundKey, categoryKey } = spent;
  if (fundKey === null) return { spent, paidFrom: usual, fundReason: 'usual' };
  const against = source !== 'charge' ? null
    : objection(context, fundNamed(funds, fundKey), { ...spent, kind: 'recurring', categoryKey: categoryKey ?? '', occurrence: 0 });
  return against === null ? { spent, paidFrom: fundKey, fundReason: 'named' } : { spent, paidFrom: usual, fundReason: against };
}

/** Lines that share what one fund has in a year. */
type Shared = { readonly fund: Fund; readonly year: number; readonly lines: UnplacedLine[] };

/** The lines, each with the fund that pays it. One that a fund cannot pay whole becomes two. */
export function funded(context: PlanContext, lines: readonly UnplacedLine[], spent: readonly PaidBefore[]): Paid[] {
  const { funds } = context.snapshot;
  const usual = usualFund(funds).key;
  const byKey = new Map<FundKey, Fund>();
  const fundOf = (key: FundKey): Fund => {
    const fund = byKey.get(key) ?? fundNamed(funds, key);
    byKey.set(key, fund);
    return fund;
  };
  const shared = new Map<string, Shared>();
  const whole = lines.map((line): Paid => {
    if (line.fundKey === null) return { line, paidFrom: usual, fundReason: 'usual' };
    const fund = fundOf(line.fundKey);
    const against = objection(context, fund, line);
    if (against !== null) return { line, paidFrom: usual, fundReason: against };
    if (fund.stopsAtAllocation && fund.key !== usual) share(shared, fund, priceYearOf(context, line.month), line);
    return { line, paidFrom: fund.key, fundReason: 'named' };
  });
  if (shared.size === 0) return whole;
  const parts = partsOf(context, shared, spent, usual);
  return whole.flatMap((paid) => parts.get(paid.line) ?? [paid]);
}

function share(shared: Map<string, Shared>, fund: Fund, year: number, line: UnplacedLine): void {
  const key = `${year} ${fund.key}`;
  const group = shared.get(key) ?? { fund, year, lines: [] };
  group.lines.push(line);
  shared.set(key, group);
}

/** Of the lines that a fund cannot pay whole, what it pays and what the usual fund does. */
function partsOf(context: PlanContext, shared: ReadonlyMap<string, Shared>, spent: readonly PaidBefore[], usual: FundKey): ReadonlyMap<UnplacedLine, readonly Paid[]> {
  const gone = new Map<string, Pence>();
  for (const { spent: { month, pence, vatPence }, paidFrom } of spent) {
    const key = `${priceYearOf(context, month)} ${paidFrom}`;
    gone.set(key, (gone.get(key) ?? 0) + (ownCost(context.snapshot, { netPence: pence, vatPence }) ?? 0));
  }
  const moneyOf = fundMoney(context.snapshot);
  const parts = new Map<UnplacedLine, readonly Paid[]>();
  for (const [key, { fund, year, lines }] of shared) {
    const allocated = moneyOf(year, fund.key);
    // Nobody has said how much it has: it pays for all that it was named for.
    if (allocated !== null) shareOut(context, lines, fund.key, Math.max(0, allocated - (gone.get(key) ?? 0)), usual, parts);
  }
  return parts;
}

/**
 * What is bought first is paid first, what is ordered before that; of what falls in one month the dearer first, whatever
 * its day. Lines that the order does not tell apart cost the same and stand under the same code, so that neither the order
 * of the register's rows nor a group split into single items changes what a fund pays.
 */
const inTurn = (a: UnplacedLine, b: UnplacedLine): number =>
  Number(b.committed) - Number(a.committed) || a.month - b.month || (b.unitPence ?? 0) - (a.unitPence ?? 0)
  || COST_CATEGORIES.indexOf(a.costCategory) - COST_CATEGORIES.indexOf(b.costCategory) || inText(a.categoryKey, b.categoryKey)
  || inText(a.date, b.date) || LINE_KINDS.indexOf(a.kind) - LINE_KINDS.indexOf(b.kind) || a.occurrence - b.occurrence;

const inText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Gives out what a fund has, whole items alone: a running cost is one item. What has no price, or brings money in, stays with the fund. */
function shareOut(context: PlanContext, lines: readonly UnplacedLine[], fund: FundKey, available: Pence, usual: FundKey, parts: Map<UnplacedLine, readonly Paid[]>): void {
  let left = available;
  for (const line of lines.toSorted(inTurn)) {
    const { unitPence, quantity } = line;
    if (unitPence === null || unitPence <= 0) continue;
    const each = ownUnitCost(context, unitPence);
    const items = Math.min(quantity, Math.floor(left / each));
    left -= items * each;
    if (items === quantity) continue;
    const rest = (whole: UnplacedLine): Paid => ({ line: whole, paidFrom: usual, fundReason: 'used_up' });
    parts.set(line, items === 0 ? [rest(line)] : [{ line: part(context, line, items), paidFrom: fund, fundReason: 'named' }, rest(remainder(context, line, items))]);
  }
}

/** So many items of a line. */
const part = (context: PlanContext, line: UnplacedLine, quantity: number): UnplacedLine => {
  const netPence = line.unitPence === null ? null : quantity * line.unitPence;
  return { ...line, quantity, netPence, vatPence: vatOn(context, netPence) };
};

/** The others: together they have the VAT of the whole. */
const remainder = (context: PlanContext, line: UnplacedLine, taken: number): UnplacedLine => ({
  ...part(context, line, line.quantity - taken), vatPence: line.vatPence === null ? null : line.vatPence - (part(context, line, taken).vatPence ?? 0),
});
