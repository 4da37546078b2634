import { dayOfMonth, firstMonthOf, monthOf } from './calendar.ts';
import { priceYearOf, type PlanContext } from './context.ts';
import { basisOf, type PriceBasis, type RiseSeries } from './price.ts';
import { known } from './refresh/due.ts';
import type { RecurringCost } from './snapshot.ts';
import type { IsoDate, MonthIndex, Pence } from './vocabulary.ts';

/** What one recurring cost charges in one of the years shown. */
export type YearCharge = {
  readonly yearIndex: number;
  /** Months gone in the open year; null where the amount cannot be worked out. */
  readonly alreadyPence: Pence | null;
  readonly toComePence: Pence | null;
  /** Months still to come. */
  readonly monthsToCome: number;
  /** The first charged day still to come; null where none is. */
  readonly date: IsoDate | null;
};

/** Month k (1 to 12) of a yearly amount charged in equal twelfths: the twelve add up to the amount exactly. */
export const twelfth = (yearlyPence: Pence, k: number): Pence =>
  Math.floor((yearlyPence * k + 6) / 12) - Math.floor((yearlyPence * (k - 1) + 6) / 12);

/** The rises a cost follows: its own, the same every year, else its category's. */
export const riseOf = (context: PlanContext, cost: RecurringCost): RiseSeries =>
  cost.riseBp === null ? context.prices.seriesFor(cost.categoryKey) : context.prices.fixedRise(cost.riseBp);

/** The yearly amount with its date; null where it is not known, or not whole pence from £0 to £10 million. */
export const yearlyBasis = (context: PlanContext, cost: RecurringCost): PriceBasis | null =>
  (cost.yearlyPence === null ? null : basisOf('recurring', cost.yearlyPence, cost.priceDate, context.asOf, context.schoolStartMonth));

/** What a cost charges in a month: the twelfth of that month's place in the school's own financial year. */
export function monthlyCharge(context: PlanContext, cost: RecurringCost, month: MonthIndex): Pence | null {
  const basis = yearlyBasis(context, cost);
  const year = priceYearOf(context, month);
  const amount = basis === null ? null : context.prices.priceIn(basis, riseOf(context, cost), year);
  return amount === null ? null : twelfth(amount, month - firstMonthOf(year, context.schoolStartMonth) + 1);
}

/** The months in which a cost is charged, last one included: from its start to its end, else without limit. */
export const chargedMonths = (cost: RecurringCost): { readonly from: MonthIndex; readonly to: MonthIndex } => {
  const start = known(cost.start);
  const end = known(cost.end);
  return { from: start === null ? -Infinity : monthOf(start), to: end === null ? Infinity : monthOf(end) };
};

/** A cost over the years shown: one entry for each year in which it is charged at all. */
export function chargesOf(context: PlanContext, cost: RecurringCost): YearCharge[] {
  const { from, to } = chargedMonths(cost);
  return context.years.flatMap((year, yearIndex) => {
    let alreadyPence: Pence | null = 0;
    let toComePence: Pence | null = 0;
    let first: MonthIndex | null = null;
    let monthsToCome = 0;
    let charged = false;
    for (let month = Math.max(year.firstMonth, from); month <= Math.min(year.firstMonth + 11, to); month++) {
      const pence = monthlyCharge(context, cost, month);
      charged = true;
      if (month < context.asOfMonth) {
        alreadyPence = plus(alreadyPence, pence);
        continue;
      }
      toComePence = plus(toComePence, pence);
      first ??= month;
      monthsToCome += 1;
    }
    const date = first === null ? null : chargeDay(context, cost, first);
    return charged ? [{ yearIndex, alreadyPence, toComePence, monthsToCome, date }] : [];
  });
}

const plus = (sum: Pence | null, pence: Pence | null): Pence | null => (sum === null || pence === null ? null : sum + pence);

/** The first of the month, or the day the cost starts or the figures are as at where those fall later in it. */
function chargeDay(context: PlanContext, cost: RecurringCost, month: MonthIndex): IsoDate {
  const days = [dayOfMonth(month), known(cost.start), context.asOf];
  return days.reduce<IsoDate>((latest, day) => (day !== null && monthOf(day) === month && day > latest ? day : latest), dayOfMonth(month));
}

