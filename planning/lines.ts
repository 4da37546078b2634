import { monthOf } from './calendar.ts';
import { isCovered, sane, yearIndexOf, type PlanContext } from './context.ts';
import { lossesOf, type Exposure } from './loss.ts';
import { divideHalfUp } from './money.ts';
import { chargesIn, chargesOf, isGone } from './recurring.ts';
import type { UnplacedLine } from './result.ts';
import type { RecurringCost } from './snapshot.ts';
import type { UnplacedSpent } from './spent.ts';
import { consumablesBought, costOfRate, runRates } from './upkeep/run-rate.ts';
import type { Pence } from './vocabulary.ts';

/** The school's rate of VAT, in hundredths of a per cent. */
export const vatRate = ({ snapshot }: PlanContext): number => sane(snapshot.school.vatBp, 0, 10_000, 2_000);

/** VAT beside a net figure at the school's rate, half up; null where the figure is not known. */
export const vatOn = (context: PlanContext, netPence: Pence | null): Pence | null =>
  (netPence === null ? null : divideHalfUp(netPence * vatRate(context), 10_000));

/** What a line says of its own; the rest follows from its category, its day and its price. */
type OwnFigures = Pick<UnplacedLine, 'kind' | 'date' | 'categoryKey' | 'fundKey' | 'quantity' | 'unitPence'>
  & Partial<Pick<UnplacedLine, 'committed' | 'due' | 'overdue' | 'occurrence' | 'limitingFactor' | 'assetId' | 'needId' | 'needCostId' | 'costCategory' | 'chartGroup'>>;

/** A line of the forecast: quantity × unitPence, in the year of its day. */
export function lineOf(context: PlanContext, own: OwnFigures): UnplacedLine {
  const month = monthOf(own.date);
  const { costCategory, chartGroup } = { ...context.category(own.categoryKey), ...own };
  const netPence = own.unitPence === null ? null : own.quantity * own.unitPence;
  return {
    yearIndex: yearIndexOf(context, month), date: own.date, month, kind: own.kind,
    categoryKey: own.categoryKey, costCategory, chartGroup, fundKey: own.fundKey, committed: own.committed ?? false,
    quantity: own.quantity, unitPence: own.unitPence, netPence, vatPence: vatOn(context, netPence),
    limitingFactor: own.limitingFactor ?? null, due: own.due ?? own.date, overdue: own.overdue ?? false, occurrence: own.occurrence ?? 0,
    assetId: own.assetId ?? null, recurringId: null, needId: own.needId ?? null, needCostId: own.needCostId ?? null,
  };
}

export type RecurringLines = {
  readonly lines: UnplacedLine[];
  /** Months gone in the years shown, on days that no actuals cover. */
  readonly spent: UnplacedSpent[];
  /** Whole years' charges: the recurring part of the stand-still cost. */
  readonly standStillPence: Pence[];
  /** One entry for each cost whose amount cannot be worked out in some year: its category. */
  readonly unpriced: string[];
};

/** One line for each recurring cost, and for the consumables of each kind, in each year shown that has a charge still to come. */
export function recurringLines(context: PlanContext): RecurringLines {
  const standStillPence = context.years.map(() => 0);
  const result: RecurringLines = { lines: [], spent: [], standStillPence, unpriced: [] };
  for (const cost of context.snapshot.recurring) {
    for (const yearIndex of addCharges(context, result, cost, 'recurring')) {
      for (const charge of chargesIn(context, cost, yearIndex).filter((each) => isGone(context, each))) {
        const { id: recurringId, categoryKey, costCategory, fundKey } = cost;
        result.spent.push(runningSpent(context, { source: 'charge', date: charge.day, categoryKey, costCategory, fundKey, quantity: 1, pence: charge.pence ?? 0, recurringId }));
      }
    }
  }
  const rates = runRates(context.snapshot, context.asOf);
  for (const rate of rates) addCharges(context, result, costOfRate(context.snapshot, rate, context.asOf), 'consumable');
  for (const { date, month, categoryKey, quantity, pence } of consumablesBought(context.snapshot, rates)) {
    if (month < context.firstMonth || month >= Math.min(context.asOfMonth, context.endMonth) || isCovered(context, date)) continue;
    const { costCategory } = context.category(categoryKey);
    result.spent.push(runningSpent(context, { source: 'consumable', date, categoryKey, costCategory, fundKey: null, quantity, pence, recurringId: null }));
  }
  return result;
}

/** What was spent of running costs on a day. */
function runningSpent(
  context: PlanContext, own: Pick<UnplacedSpent, 'source' | 'date' | 'categoryKey' | 'costCategory' | 'fundKey' | 'quantity' | 'pence' | 'recurringId'>,
): UnplacedSpent {
  const month = monthOf(own.date);
  return { ...own, yearIndex: yearIndexOf(context, month), month, chartGroup: 'running', vatPence: vatOn(context, own.pence) ?? 0, bookedAs: null, assetId: null };
}

/** Adds what a cost charges in the years shown; answers the years of which the months gone have charged something. */
function addCharges(context: PlanContext, result: RecurringLines, cost: RecurringCost, kind: 'recurring' | 'consumable'): number[] {
  const gone: number[] = [];
  let unpriced = false;
  for (const { yearIndex, date, alreadyPence, coveredPence, toComePence } of chargesOf(context, cost)) {
    result.standStillPence[yearIndex] = (result.standStillPence[yearIndex] ?? 0) + (alreadyPence ?? 0) + (coveredPence ?? 0) + (toComePence ?? 0);
    if (alreadyPence !== null && alreadyPence > 0) gone.push(yearIndex);
    if (date === null) continue;
    unpriced ||= toComePence === null;
    result.lines.push({
      yearIndex, date, month: monthOf(date), kind, categoryKey: cost.categoryKey,
      costCategory: cost.costCategory, chartGroup: 'running', fundKey: cost.fundKey, committed: false, quantity: 1, unitPence: toComePence, netPence: toComePence, vatPence: vatOn(context, toComePence),
      limitingFactor: null, due: date, overdue: false, occurrence: 0, assetId: null, recurringId: kind === 'recurring' ? cost.id : null, needId: null, needCostId: null,
    });
  }
  if (unpriced) result.unpriced.push(cost.categoryKey);
  return gone;
}

/** One line for each category and year in which a whole item is expected to be lost or broken. */
export const lossLines = (context: PlanContext, exposures: readonly Exposure[]): UnplacedLine[] =>
  lossesOf(context, exposures).map(({ categoryKey, date, quantity, unitPence }) =>
    lineOf(context, { kind: 'loss', date, categoryKey, fundKey: null, quantity, unitPence }));
