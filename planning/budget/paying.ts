import { priceYearOf, type PlanContext } from '../context.ts';
import { vatOn } from '../lines.ts';
import type { Placement, UnplacedLine } from '../result.ts';
import { COST_CATEGORIES, type FundKey, type Pence } from '../vocabulary.ts';
import { allocatedTo } from './allocation.ts';
import { objection } from './fund-check.ts';
import { fundNamed, usualFund, type Fund } from './fund.ts';

/*
 * Which fund pays: the one that was named, while that may pay for such a thing, has not ended and, where it stops at
 * its allocation, still has money for whole items; else the plan's usual fund. Years are the school's own.
 */

/** Why a line is paid from its fund. */
export const FUND_REASONS = ['named', 'usual', 'ended', 'may_not', 'used_up'] as const;
export type FundReason = (typeof FUND_REASONS)[number];

/** What is already paid from a fund in one of the school's years. */
export type PaidAlready = { readonly year: number; readonly fundKey: FundKey; readonly pence: Pence };

/** A line and the fund that pays it. */
export type Paid = UnplacedLine & Pick<Placement, 'paidFrom' | 'fundReason'>;

/** The lines, each with the fund that pays it. One that a fund cannot pay whole becomes two. */
export function funded(context: PlanContext, lines: readonly UnplacedLine[], paid: readonly PaidAlready[]): Paid[] {
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
