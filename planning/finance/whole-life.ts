import { cumulativeHazard, hazard, type Weibull } from '../range/weibull.ts';
import { annuity, discountFactor } from './time-value.ts';

/** What a thing costs while it is kept, in any one unit of money. */
export type WholeLife = {
  readonly price: number;
  /** At the end of its first year, its second and so on: power, repairs, support. */
  readonly yearly: readonly number[];
  /** What it would bring in at the end of each of those years; nothing where left out. */
  readonly residuals?: readonly number[];
};

/**
 * The even amount a year that a thing comes to if it is kept n years:
 *
 *   EAC(r, n) = (P + Σ c_t (1 + r)^−t − S_n (1 + r)^−n) ÷ a(r, n)
 *
 * Without a rate the plain average. n is at least 1 and at most the years that the costs are known for.
 */
export function equivalentAnnualCost({ price, yearly, residuals = [] }: WholeLife, rate: number, years: number): number {
  if (!Number.isInteger(years) || years < 1 || years > yearly.length) throw new RangeError('A thing is kept for one year or more of those whose costs are known.');
  const costs = yearly.slice(0, years).reduce((sum, each, index) => sum + each * discountFactor(rate, index + 1), 0);
  return (price + costs - (residuals[years - 1] ?? 0) * discountFactor(rate, years)) / annuity(rate, years);
}

/** The years to keep a thing at the least cost a year: of equal ones the shortest. Null where no year's costs are known. */
export function economicLife(whole: WholeLife, rate: number): { readonly years: number; readonly yearlyCost: number } | null {
  return whole.yearly.reduce<{ readonly years: number; readonly yearlyCost: number } | null>((best, _, index) => {
    const yearlyCost = equivalentAnnualCost(whole, rate, index + 1);
    return best === null || yearlyCost < best.yearlyCost ? { years: index + 1, yearlyCost } : best;
  }, null);
}

/** Age is stepped through in so many parts of the law's scale. */
const STEPS = 20_000;
const FURTHEST_SCALES = 20;

/**
 * The age at which to replace what fails, before it does, at the least cost for each unit of time:
 *
 *   least (planned × R(T) + failed × F(T)) ÷ ∫ R,   R(T) the chance to reach T, F(T) the rest
 *
 * `planned` is what a replacement in good time costs, `failed` what one after a failure does. Null where waiting is
 * best: kit that fails no more often when older, or a failure that costs no more.
 */
export function bestPreventiveAge(weibull: Weibull, planned: number, failed: number): { readonly age: number; readonly cost: number } | null {
  if (weibull.shape <= 1 || failed <= planned || planned <= 0) return null;
  const reach = (age: number): number => Math.exp(-cumulativeHazard(weibull, age));
  const step = (weibull.scale * FURTHEST_SCALES) / STEPS;
  let inUse = 0;
  for (let at = 1; at <= STEPS; at++) {
    const [from, age] = [(at - 1) * step, at * step];
    inUse += (step / 6) * (reach(from) + 4 * reach((from + age) / 2) + reach(age));
    // The least lies where the rate of failing × the time in use has made up for what a planned replacement costs.
    if (hazard(weibull, age) * inUse - (1 - reach(age)) >= planned / (failed - planned)) {
      return { age, cost: (planned * reach(age) + failed * (1 - reach(age))) / inUse };
    }
  }
  return null;
}
