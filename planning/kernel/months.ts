import { priceYearOf, yearIndexOf, type PlanContext } from '../context.ts';
import type { MonthIndex } from '../vocabulary.ts';

/** The months still to come that share a year shown and a year of prices. */
export type Stretch = { readonly from: MonthIndex; readonly to: MonthIndex; readonly year: number; readonly priceYear: number };

/** The months of the plan by number: what the loops ask instead of a calendar. */
export type Months = {
  readonly first: MonthIndex;
  readonly end: MonthIndex;
  readonly asOf: MonthIndex;
  /** Position of the year shown, and of the year of prices, of each month from the plan's first. */
  readonly yearOf: Uint8Array;
  readonly priceYearOf: Uint8Array;
  readonly stretches: readonly Stretch[];
  readonly years: number;
};

export function monthsOf(context: PlanContext): Months {
  const { firstMonth: first, endMonth: end, asOfMonth: asOf, years } = context;
  const firstPriceYear = priceYearOf(context, first);
  const table = (of: (month: MonthIndex) => number): Uint8Array => Uint8Array.from({ length: end - first }, (_, offset) => of(first + offset));
  const yearOf = table((month) => yearIndexOf(context, month));
  const priceYears = table((month) => priceYearOf(context, month) - firstPriceYear);
  const stretches: { from: MonthIndex; to: MonthIndex; year: number; priceYear: number }[] = [];
  for (let month = Math.max(first, asOf); month < end; month++) {
    const year = yearOf[month - first] ?? 0;
    const priceYear = priceYears[month - first] ?? 0;
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.year === year && last.priceYear === priceYear) last.to = month + 1;
    else stretches.push({ from: month, to: month + 1, year, priceYear });
  }
  return { first, end, asOf, yearOf, priceYearOf: priceYears, stretches, years: years.length };
}
