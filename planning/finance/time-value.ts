/**
 * What money is worth at another time. Rates are parts of one for each period (0.035 is 3.5 %), periods are whole
 * years unless their rate is of something else; amounts in any one unit. The same figures as the functions of that
 * name in a spreadsheet, money paid out below nothing where they have it so.
 */

/** What 1 in so many periods is worth today. */
export const discountFactor = (rate: number, periods: number): number => (1 + rate) ** -periods;

/** What 1 at the end of each of so many periods is worth today: a(r, n). */
export const annuity = (rate: number, periods: number): number => (rate === 0 ? periods : -Math.expm1(-periods * Math.log1p(rate)) / rate);

/** PMT: the even payment at the end of each period that settles a loan of `present`, and leaves `future`. */
export const pmt = (rate: number, periods: number, present: number, future = 0): number =>
  -(present + future * discountFactor(rate, periods)) / annuity(rate, periods);

/** NPV: amounts at the end of the first period, the second and so on, as worth today. */
export const npv = (rate: number, amounts: readonly number[]): number =>
  amounts.reduce((sum, amount, index) => sum + amount * discountFactor(rate, index + 1), 0);

const MOST_STEPS = 200;
const LEAST_RATE = -0.999_999;
const MOST_RATE = 1e6;

/**
 * IRR: the rate at which amounts from today on, one a period, are worth nothing together. Null where there is none,
 * or where they do not go from money out to money in (or the other way) just once, so that there may be several.
 */
export function irr(amounts: readonly number[]): number | null {
  const signs = amounts.filter((amount) => amount !== 0).map(Math.sign);
  if (signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length !== 1) return null;
  const worth = (rate: number): number => amounts.reduce((sum, amount, index) => sum + amount * discountFactor(rate, index), 0);
  const slope = (rate: number): number => amounts.reduce((sum, amount, index) => sum - (index * amount * discountFactor(rate, index)) / (1 + rate), 0);
  let [low, high] = [LEAST_RATE, MOST_RATE];
  const rising = worth(high) > worth(low);
  let rate = 0.1;
  for (let step = 0; step < MOST_STEPS; step++) {
    const value = worth(rate);
    if ((value > 0) === rising) high = rate;
    else low = rate;
    const newton = rate - value / slope(rate);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (value === 0 || Math.abs(next - rate) <= 1e-15 * Math.max(1, Math.abs(rate))) return next;
    rate = next;
  }
  return rate;
}
