import { yearsApart } from './agreements/agreement.ts';
import { countsOf, unitsOf } from './agreements/driver.ts';
import { addMonths, calendarYearOf, dayOfMonth, firstMonthOf, monthOf } from './calendar.ts';
import { isCovered, priceYearOf, type PlanContext } from './context.ts';
import { divideHalfUp } from './money.ts';
import { basisOf, type PriceBasis, type RiseSeries } from './price.ts';
import { known } from './refresh/due.ts';
import type { RecurringCost } from './snapshot.ts';
import type { IsoDate, MonthIndex, Pence } from './vocabulary.ts';

/*
 * When a cost that comes round again is charged, and what that comes to.
 *
 * - monthly: every month, on the day of the month on which it starts.
 * - termly: three times a school year, in September, January and April, on that day of the month.
 * - yearly: once a year, in the month in which it starts: a contract from 15 April is paid in April, whole. Schools
 *   pay the bill when it comes; they do not spread it over the months it covers.
 * - every n years: n years apart, counted from its start and never from the payment before.
 *
 * A payment is made while its day lies on or before the end, so that a contract from 15 April to 14 April is twelve
 * months and not thirteen; what renews by itself goes on after its end. Where nobody has said when it starts, the
 * months run to that of the end, on the first of each; and because the month of a yearly payment is then unknown,
 * it is charged in equal twelfths of the school's own year, of what it is paid every n years a year's part.
 *
 * What a payment comes to is amount × units × index, half up to the penny, once: the units are those of the school's
 * financial year it falls in (its roll, the kit in service), the index steps with that year.
 */

/** What one recurring cost charges in one of the years shown. */
export type YearCharge = {
  readonly yearIndex: number;
  /** Months gone in the open year that no actuals cover; null where the amount cannot be worked out. */
  readonly alreadyPence: Pence | null;
  /** Charged on days whose spending the finance system has told: for the stand-still cost alone. */
  readonly coveredPence: Pence | null;
  readonly toComePence: Pence | null;
  /** The first day still to come on which it is charged; null where none is. */
  readonly date: IsoDate | null;
};

/** One payment, or the twelfth of a month. */
export type Charge = { readonly day: IsoDate; readonly pence: Pence | null };

/** Months of the year, 1 to 12, in which a term's payment is made. */
const TERM_MONTHS: readonly number[] = [9, 1, 4];

/** Month k (1 to 12) of a yearly amount charged in equal twelfths: the twelve add up to the amount exactly. */
export const twelfth = (yearlyPence: Pence, k: number): Pence =>
  Math.floor((yearlyPence * k + 6) / 12) - Math.floor((yearlyPence * (k - 1) + 6) / 12);

/** The rises a cost follows: its own, the same every year, else its category's. */
export const riseOf = (context: PlanContext, cost: RecurringCost): RiseSeries =>
  cost.riseBp === null ? context.prices.seriesFor(cost.categoryKey) : context.prices.fixedRise(cost.riseBp);

/** Whether nobody has said in which month it is paid, so that a year's amount is charged in equal twelfths. */
export const isInTwelfths = ({ start, period }: Pick<RecurringCost, 'start' | 'period'>): boolean =>
  known(start) === null && (period === 'yearly' || period === 'every_n_years');

/**
 * What one payment (of a cost in twelfths, a year) comes to for the units of a financial year of the school, with
 * its date; null where amount or units are not known, or come to other than whole pence from £0 to £10 million.
 */
export function paymentBasis(context: PlanContext, cost: RecurringCost, year: number): PriceBasis | null {
  const units = unitsOf(cost, countsOf(context.snapshot, year));
  if (cost.amountPence === null || units === null) return null;
  const payment = cost.amountPence * units;
  const inTwelfths = isInTwelfths(cost);
  const pence = inTwelfths && Number.isSafeInteger(payment) ? divideHalfUp(payment, yearsApart(cost)) : payment;
  return basisOf(inTwelfths ? 'recurring' : 'payment', pence, cost.priceDate, context.asOf, context.schoolStartMonth);
}

/** What a cost charges in a month, and on which day; null where it charges nothing in it. */
export function chargeIn(context: PlanContext, cost: RecurringCost, month: MonthIndex): Charge | null {
  const day = payDay(cost, month);
  if (day === null) return null;
  const year = priceYearOf(context, month);
  const basis = paymentBasis(context, cost, year);
  const payment = basis === null ? null : context.prices.priceIn(basis, riseOf(context, cost), year);
  if (payment === null || !isInTwelfths(cost)) return { day, pence: payment };
  return { day, pence: twelfth(payment, month - firstMonthOf(year, context.schoolStartMonth) + 1) };
}

/** The day of a month on which a cost is charged; null where it is not. */
function payDay(cost: RecurringCost, month: MonthIndex): IsoDate | null {
  const start = known(cost.start);
  const end = cost.autoRenews ? null : known(cost.end);
  const gone = start === null ? null : month - monthOf(start);
  if ((gone !== null && gone < 0) || !fallsIn(cost, month, gone)) return null;
  const day = start === null || gone === null ? dayOfMonth(month) : addMonths(start, gone);
  return end === null || day <= end ? day : null;
}

/** Whether a payment falls in a month, so many after the one it starts in. */
function fallsIn(cost: RecurringCost, month: MonthIndex, gone: number | null): boolean {
  switch (cost.period) {
    case 'monthly': return true;
    case 'termly': return TERM_MONTHS.includes(month - 12 * (calendarYearOf(month) - 2000) + 1);
    case 'yearly': case 'every_n_years': return gone === null || gone % (12 * yearsApart(cost)) === 0;
  }
}

/** The charges of one of the years shown, months gone included. */
export function chargesIn(context: PlanContext, cost: RecurringCost, yearIndex: number): readonly Charge[] {
  const first = context.firstMonth + 12 * yearIndex;
  return Array.from({ length: 12 }, (_, k) => chargeIn(context, cost, first + k)).filter((charge) => charge !== null);
}

/** Whether a charge lies before the as-at date's month, which is still to come, and no actuals have told of it. */
export const isGone = (context: PlanContext, { day }: Charge): boolean => monthOf(day) < context.asOfMonth && !isCovered(context, day);

/** Whether a charge is still to come: in the as-at date's month or later, and in no actuals. */
export const isToPay = (context: PlanContext, { day }: Charge): boolean => monthOf(day) >= context.asOfMonth && !isCovered(context, day);

const sumOf = (charges: readonly Charge[]): Pence | null =>
  charges.reduce<Pence | null>((sum, { pence }) => (sum === null || pence === null ? null : sum + pence), 0);

/** A cost over the years shown: one entry for each year in which it is charged at all. */
export const chargesOf = (context: PlanContext, cost: RecurringCost): YearCharge[] => context.years.flatMap((_, yearIndex) => {
  const charges = chargesIn(context, cost, yearIndex);
  if (charges.length === 0) return [];
  const toCome = charges.filter((charge) => isToPay(context, charge));
  const first = toCome[0]?.day ?? null;
  return [{
    yearIndex, alreadyPence: sumOf(charges.filter((charge) => isGone(context, charge))), toComePence: sumOf(toCome),
    coveredPence: sumOf(charges.filter(({ day }) => isCovered(context, day))),
    date: first !== null && first < context.asOf ? context.asOf : first,
  }];
});
