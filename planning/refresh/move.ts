import { addMonths, dayOfMonth, financialYearOf, firstMonthOf, monthOf } from '../calendar.ts';
import { planContext, type ForecastOptions, type PlanContext } from '../context.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { courseOf } from './occurrences.ts';

/**
 * The day to write down when an asset is moved to a financial year by hand: the same month and day within that
 * year. Overdue kit has no month of its own to keep: the as-at date in the plan's first year, else the first
 * day of the year. Null where that lies before the as-at month (the past cannot be planned), or where the
 * asset is not in service or has no due date to move.
 */
export const dayWhenMoved = (snapshot: PlanSnapshot, options: ForecastOptions, asset: Asset, year: number): IsoDate | null =>
  movedDay(planContext(snapshot, options), asset, year);

/** The day of each asset that can be moved to that year, by its id. */
export function daysWhenMoved(snapshot: PlanSnapshot, options: ForecastOptions, assets: readonly Asset[], year: number): ReadonlyMap<number, IsoDate> {
  const context = planContext(snapshot, options);
  return new Map(assets.flatMap((asset) => {
    const day = movedDay(context, asset, year);
    return day === null ? [] : [[asset.id, day] as const];
  }));
}

/** The same within one reading of the plan. */
export function movedDay(context: PlanContext, asset: Asset, year: number): IsoDate | null {
  const course = courseOf(context, asset);
  if (course.standing !== 'in_service') return null;
  const { yearStartMonth, asOf, asOfMonth } = context;
  const thisYear = financialYearOf(asOf, yearStartMonth);
  const day = course.overdue
    ? year === thisYear ? asOf : dayOfMonth(firstMonthOf(year, yearStartMonth))
    : addMonths(course.due.date, 12 * (year - financialYearOf(course.due.date, yearStartMonth)));
  return monthOf(day) < asOfMonth ? null : day;
}
