import { dayOfMonth, firstMonthOf, monthOf } from './calendar.ts';
import { isSaneQuantity, isToCome, priceYearOf, type PlanContext } from './context.ts';
import { lineOf } from './lines.ts';
import { basisOf, type PriceBasis, type RiseSeries } from './price.ts';
import { twelfth } from './recurring.ts';
import { known } from './refresh/due.ts';
import type { UnplacedLine } from './result.ts';
import type { PlannedNeed } from './scenarios/action.ts';
import type { IsoDate, MonthIndex, Pence } from './vocabulary.ts';

/** The rises that a need follows: its own, the same every year, else its category's. */
export const needRise = (context: PlanContext, need: PlannedNeed): RiseSeries =>
  (need.riseBp === null ? context.prices.seriesFor(need.categoryKey) : context.prices.fixedRise(need.riseBp));

/** What one costs, or what it costs in a year from then on, with its date; null where nobody has said or it is nothing. */
export const needBasis = (context: PlanContext, need: PlannedNeed, pence: Pence | null): PriceBasis | null =>
  (pence === null ? null : basisOf('need', pence, need.priceDate, context.asOf, context.schoolStartMonth));

/**
 * The day a need is bought: its own, or the as-at date where that has gone by without it. Null where nobody can say, and where
 * it would be bought after its last day: what a pilot has not bought when it ends is not bought any more.
 */
export function needDay(context: PlanContext, need: PlannedNeed): IsoDate | null {
  const on = known(need.on);
  const day = on === null || monthOf(on) >= context.asOfMonth ? on : context.asOf;
  const last = known(need.until);
  return day !== null && last !== null && day > last ? null : day;
}

/**
 * The lines of the needs that count: a purchase in its month at that year's price, and what it costs from then on, in
 * twelfths of a year's amount up to the month of its last day, one line a year shown. A need without a day, or of no sound number of items, has none.
 */
export const needLines = (context: PlanContext): UnplacedLine[] => context.snapshot.needs.flatMap((need) => {
  const day = needDay(context, need);
  return !need.included || day === null || !isSaneQuantity(need.quantity) ? [] : [...purchaseOf(context, need, day), ...yearlyOf(context, need, day)];
});

function purchaseOf(context: PlanContext, need: PlannedNeed, date: IsoDate): UnplacedLine[] {
  const month = monthOf(date);
  if (!isToCome(context, month)) return [];
  const { categoryKey, costCategory, fundKey, quantity } = need;
  const basis = needBasis(context, need, need.unitPence);
  const unitPence = basis === null ? null : context.prices.priceIn(basis, needRise(context, need), priceYearOf(context, month));
  return [lineOf(context, { kind: 'need', date, categoryKey, costCategory, fundKey, quantity, unitPence, needId: need.id, needCostId: need.costId })];
}

function yearlyOf(context: PlanContext, need: PlannedNeed, date: IsoDate): UnplacedLine[] {
  if (need.yearlyPence === 0) return [];
  const { categoryKey, costCategory, fundKey } = need;
  return context.years.flatMap(({ firstMonth }) => {
    const from = Math.max(firstMonth, monthOf(date));
    const to = Math.min(firstMonth + 11, lastNeedMonth(need));
    if (from > to) return [];
    let unitPence: Pence | null = 0;
    for (let month = from; month <= to; month++) {
      const pence = needCharge(context, need, month);
      unitPence = unitPence === null || pence === null ? null : unitPence + pence;
    }
    const day = from === monthOf(date) ? date : dayOfMonth(from);
    return [lineOf(context, {
      kind: 'need', date: day, categoryKey, costCategory, fundKey, chartGroup: 'running', quantity: 1, unitPence, needId: need.id,
      needCostId: need.costId, occurrence: 1,
    })];
  });
}

/** The last month in which a need costs something; without end where nobody has set one. */
export function lastNeedMonth(need: PlannedNeed): MonthIndex {
  const last = need.until === null ? null : known(need.until);
  return last === null ? Infinity : monthOf(last);
}

/** The twelfth of a month, of that year's amount. */
export function needCharge(context: PlanContext, need: PlannedNeed, month: MonthIndex): Pence | null {
  const year = priceYearOf(context, month);
  const basis = needBasis(context, need, need.yearlyPence);
  const yearly = basis === null ? null : context.prices.priceIn(basis, needRise(context, need), year);
  return yearly === null ? null : twelfth(yearly, month - firstMonthOf(year, context.schoolStartMonth) + 1);
}
