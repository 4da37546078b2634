import { monthOf } from './calendar.ts';
import { priceYearOf, type PlanContext } from './context.ts';
import { divideHalfUp } from './money.ts';
import type { PriceBasis, RiseSeries } from './price.ts';
import type { Course } from './refresh/occurrences.ts';
import type { MonthIndex, Pence } from './vocabulary.ts';

/**
 * One item's share of a year when its price is spread over its life: price × 12 ÷ life in months, half up to
 * the penny. Rounded for one item and then multiplied, as prices are, so that splitting a row changes nothing.
 */
export const yearShare = (unitPence: Pence, lifeMonths: number): Pence => monthsShare(unitPence, lifeMonths, 12);

/** The same for some months of a year: kit that leaves without a replacement costs nothing to stand still after that. */
const monthsShare = (unitPence: Pence, lifeMonths: number, months: number): Pence => divideHalfUp(unitPence * months, lifeMonths);

/**
 * Adds a row to the stand-still cost of each year shown: what it costs just to stay where the school is.
 * Kit without a price adds nothing; kit that is run until it fails has no life to spread it over. Where another
 * calendar is shown, the price is that of the school's year in which the year shown begins.
 */
export function addStandStill(
  context: PlanContext, sums: Pence[], course: Exclude<Course, { standing: 'out' }>, basis: PriceBasis | null, series: RiseSeries,
): void {
  if (basis === null || course.everyMonths === null) return;
  const firstYear = priceYearOf(context, context.firstMonth);
  for (let index = 0; index < context.years.length; index++) {
    const unit = context.prices.priceIn(basis, series, firstYear + index);
    const months = monthsThere(course, context.years[index]?.firstMonth ?? 0);
    if (unit !== null) sums[index] = (sums[index] ?? 0) + course.quantity * monthsShare(unit, course.everyMonths, months);
  }
}

/** Months of a year in which kit is there, or is replaced by what is there. */
const monthsThere = (course: Exclude<Course, { standing: 'out' }>, firstMonth: MonthIndex): number =>
  course.standing === 'in_service' && course.leavesOn !== null ? Math.min(12, Math.max(0, monthOf(course.leavesOn) - firstMonth)) : 12;
