import { priceYearOf, type PlanContext } from '../context.ts';
import { disposalBasis } from '../disposal.ts';
import { upgradeBasis, type PriceBasis, type Ppm } from '../price.ts';
import { upgradeOf } from '../refresh/occurrences.ts';
import type { RefreshPolicy } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';

/**
 * The indexes of one category in parts per million: a row for each year that a price is of, a column for each year of
 * prices in the plan. A rise that changes fills the rows anew and leaves the kit as it is.
 */
export type PriceRows = {
  /** Years of the prices, in the order of the rows; null for a price that does not rise. */
  readonly priceYears: (number | null)[];
  readonly rowOf: Map<number | null, number>;
  values: Float64Array;
  /** Columns in a row. */
  readonly years: number;
};

export const newPriceRows = (context: PlanContext): PriceRows => ({
  priceYears: [], rowOf: new Map(), values: new Float64Array(0),
  years: priceYearOf(context, context.endMonth - 1) - priceYearOf(context, context.firstMonth) + 1,
});

/** Where the indexes of a price begin. What has no price is counted at £0 and may stand anywhere. */
export function indexRowOf(prices: PriceRows, basis: PriceBasis | null): number {
  const year = basis === null || basis.fixed ? null : basis.priceYear;
  let row = prices.rowOf.get(year);
  if (row === undefined) {
    row = prices.priceYears.push(year) - 1;
    prices.rowOf.set(year, row);
  }
  return row * prices.years;
}

/** Fills the table at the rises of the plan. An index that cannot be counted with makes the price unknown, which adds nothing. */
export function fillPrices(context: PlanContext, prices: PriceRows, categoryKey: string): void {
  const series = context.prices.seriesFor(categoryKey);
  const first = priceYearOf(context, context.firstMonth);
  prices.values = Float64Array.from({ length: prices.priceYears.length * prices.years }, (_, at): Ppm => {
    const of = prices.priceYears[Math.floor(at / prices.years)] ?? null;
    return of === null ? 1_000_000 : context.prices.index(series, of, first + (at % prices.years)) ?? 0;
  });
}

/** The upgrade's price in each year of prices; 0 where it has none. */
export function upgradePrices(context: PlanContext, policy: RefreshPolicy, categoryKey: string, years: number): Float64Array {
  const upgrade = upgradeOf(policy);
  const basis = upgrade === null ? null : upgradeBasis(upgrade, policy, context.asOf, context.schoolStartMonth);
  return yearlyPrices(context, basis, categoryKey, years);
}

/** What getting rid of one costs in each year of prices; null where the policy names nothing that can be counted with. */
export function leavePrices(context: PlanContext, policy: RefreshPolicy, categoryKey: string, years: number): Float64Array | null {
  const basis = disposalBasis(context, policy);
  return basis === null ? null : yearlyPrices(context, basis, categoryKey, years);
}

function yearlyPrices(context: PlanContext, basis: PriceBasis | null, categoryKey: string, years: number): Float64Array {
  const series = context.prices.seriesFor(categoryKey);
  const first = priceYearOf(context, context.firstMonth);
  return Float64Array.from({ length: years }, (_, year): Pence =>
    (basis === null ? null : context.prices.priceIn(basis, series, first + year)) ?? 0);
}
