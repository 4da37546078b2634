import { dayOfMonth, financialYearOfMonth, firstMonthOf, monthOf } from './calendar.ts';
import { priceYearOf, type PlanContext } from './context.ts';
import { lossRateOf } from './loss-rate.ts';
import { divideHalfUp } from './money.ts';
import type { PriceBasis } from './price.ts';
import type { Course } from './refresh/occurrences.ts';
import { serviceDate } from './refresh/due.ts';
import type { Asset } from './snapshot.ts';
import type { BasisPoints, IsoDate, MonthIndex, Pence } from './vocabulary.ts';

/** Items of one category at risk of loss, month by month until the plan ends or their successor comes. */
export type Exposure = {
  readonly categoryKey: string;
  readonly quantity: number;
  readonly lossBp: BasisPoints;
  readonly from: MonthIndex;
  /** First month in which these items are no longer there; the end of the plan for most. */
  readonly until: MonthIndex;
  readonly basis: PriceBasis | null;
  /** The kind whose rises that price follows: that of what is bought in its place, which a policy can name. */
  readonly pricedAs: string;
};

/** Items expected to be lost in a stretch of months that share a year shown and a year of prices. */
export type Loss = {
  readonly categoryKey: string;
  readonly from: MonthIndex;
  readonly date: IsoDate;
  readonly quantity: number;
  readonly unitPence: Pence | null;
};

/**
 * What a row adds to the expected losses of its category, at the rate that counts for it: nothing at the shipped 0. Kit that is not in
 * the forecast is left out here too. Kit whose successor is on order is at risk until that comes, and kit that is not replaced until it
 * leaves.
 */
export function exposuresOf(
  context: PlanContext, asset: Asset, course: Exclude<Course, { standing: 'out' }>, basis: PriceBasis | null,
): Exposure[] {
  const { bp: lossBp } = lossRateOf(context, asset, course.policy);
  if (lossBp === 0) return [];
  const since = course.standing === 'on_the_way' ? course.firstDate : serviceDate(asset, context.asOfMonth);
  const from = Math.max(context.asOfMonth, since === null ? context.asOfMonth : monthOf(since));
  const exposure = (quantity: number, until: MonthIndex): Exposure =>
    ({ categoryKey: asset.categoryKey, quantity, lossBp, from, until: Math.min(until, context.endMonth), basis, pricedAs: course.replacement.categoryKey });
  const leavesOn = course.standing === 'in_service' ? course.leavesOn : null;
  const own = exposure(course.quantity, leavesOn === null ? context.endMonth : monthOf(leavesOn));
  if (course.standing === 'on_the_way') return [own];
  let left = asset.quantity;
  const until = course.successions.map((succession) => {
    const quantity = Math.min(left, succession.quantity);
    left -= quantity;
    return exposure(quantity, succession.month);
  });
  return [own, ...until].filter((each) => each.quantity > 0 && each.until > each.from);
}

/** Losses are counted in items × months × basis points: this many make one item a year. */
const ONE_ITEM = 12 * 10_000;

/**
 * Expected losses by category and year, made whole by cumulative rounding from the as-at month: after any
 * number of years the total is within half an item of what was expected. Priced at that year's price of the
 * kit at risk, as its replacement would cost then: the mean over the items, weighed by how long each is at risk and at
 * what rate, half up to the penny.
 */
export function lossesOf(context: PlanContext, exposures: readonly Exposure[]): Loss[] {
  const byCategory = Map.groupBy(exposures, (exposure) => exposure.categoryKey);
  // By name: which category has kit at risk first is a matter of the plan's length.
  return [...byCategory].toSorted(([one], [other]) => (one < other ? -1 : 1)).flatMap(([categoryKey, group]) => stretches(context).flatMap(({ from, to }) => {
    const quantity = wholeItems(context, group, to) - wholeItems(context, group, from);
    if (quantity === 0) return [];
    const date = from === context.asOfMonth ? context.asOf : dayOfMonth(from);
    return [{ categoryKey, from, date, quantity, unitPence: meanPrice(context, group, from, to) }];
  }));
}

const monthsIn = (exposure: Exposure, from: MonthIndex, to: MonthIndex): number =>
  Math.max(0, Math.min(to, exposure.until) - Math.max(from, exposure.from));

function wholeItems(context: PlanContext, group: readonly Exposure[], to: MonthIndex): number {
  const expected = group.reduce(
    (sum, exposure) => sum + exposure.quantity * exposure.lossBp * monthsIn(exposure, context.asOfMonth, to), 0);
  return divideHalfUp(expected, ONE_ITEM);
}

function meanPrice(context: PlanContext, group: readonly Exposure[], from: MonthIndex, to: MonthIndex): Pence | null {
  const year = priceYearOf(context, from);
  let weights = 0n;
  let weighted = 0n;
  for (const exposure of group) {
    const series = context.prices.seriesFor(exposure.pricedAs);
    const unit = exposure.basis === null ? null : context.prices.priceIn(exposure.basis, series, year);
    if (unit === null) continue;
    const weight = BigInt(exposure.quantity * exposure.lossBp * monthsIn(exposure, from, to));
    weights += weight;
    weighted += weight * BigInt(unit);
  }
  return weights === 0n ? null : Number((2n * weighted + weights) / (2n * weights));
}

/** The months still to come, cut where a year shown or a year of prices begins. */
function stretches(context: PlanContext): { readonly from: MonthIndex; readonly to: MonthIndex }[] {
  const cuts: MonthIndex[] = [];
  const start = Math.max(context.asOfMonth, context.firstMonth);
  for (let month = start; month < context.endMonth;) {
    cuts.push(month);
    const next = (startMonth: number): MonthIndex =>
      firstMonthOf(financialYearOfMonth(month, startMonth) + 1, startMonth);
    month = Math.min(next(context.yearStartMonth), next(context.schoolStartMonth));
  }
  return cuts.map((from, index) => ({ from, to: cuts[index + 1] ?? context.endMonth }));
}
