/**
 * How a sum of money spreads: its mean, its variance, and the third and fourth cumulants. Of independent sums each
 * of the four is the sum of theirs.
 */
export type Spread = { readonly mean: number; readonly second: number; readonly third: number; readonly fourth: number };

export const NO_SPREAD: Spread = { mean: 0, second: 0, third: 0, fourth: 0 };

export const together = (a: Spread, b: Spread): Spread =>
  ({ mean: a.mean + b.mean, second: a.second + b.second, third: a.third + b.third, fourth: a.fourth + b.fourth });

/**
 * A count by its mean and its factorial moments E[N(N − 1)] and E[N(N − 1)(N − 2)]. The fourth cumulant is taken as
 * that of a Poisson count with the same third: exact for one, and small beside the rest for kit that seldom fails.
 */
export function countSpread(mean: number, pairs: number, triples: number): Spread {
  const second = pairs + mean - mean ** 2;
  const third = triples + 3 * pairs + mean - 3 * mean * (pairs + mean) + 2 * mean ** 3;
  return { mean, second, third, fourth: third };
}

/** A factor whose logarithm is normal, by its mean and the standard deviation of its logarithm. */
export type PriceFactor = { readonly mean: number; readonly logSd: number };

/** Standard deviations of a normal distribution from its middle to either end: of ten, one lies below the lower, one above the upper, eight between. */
export const ONE_IN_TEN = 1.2815515655446004;

/** Central moments of a sum divided by its mean. */
type Relative = { readonly second: number; readonly third: number; readonly fourth: number };

/** Of a lognormal of mean 1; written so that small spreads lose no digits. */
function lognormal(logSd: number): Relative {
  const more = Math.expm1(logSd ** 2);
  const w = 1 + more;
  return { second: more, third: more ** 2 * (w + 2), fourth: more ** 2 * (w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 3) };
}

/** Of the product of two independent factors of mean 1, in terms that are each small where the spreads are. */
function product(a: Relative, b: Relative): Relative {
  const third = a.third + b.third + a.third * b.third + 3 * a.third * b.second + 3 * a.second * b.third + 6 * a.second * b.second;
  const cubed = ({ second, third: skew }: Relative): number => 3 * second + skew;
  const fourthPower = ({ second, third: skew, fourth }: Relative): number => 6 * second + 4 * skew + fourth;
  const fourth = a.fourth + b.fourth + fourthPower(a) * fourthPower(b) - 4 * cubed(a) * cubed(b) + 6 * a.second * b.second;
  return { second: a.second + b.second + a.second * b.second, third, fourth };
}

/** Beyond this skew Cornish and Fisher's expansion turns back on itself. */
const MOST_SKEW = 0.5;

/** The point under which one in ten (`side` −1) or nine in ten (1) lie, in standard deviations from the mean. */
function oneInTen(relative: Relative, side: -1 | 1): number {
  const skew = relative.third / relative.second ** 1.5;
  return Math.abs(skew) <= MOST_SKEW ? cornishFisher(side * ONE_IN_TEN, skew, relative.fourth / relative.second ** 2 - 3) : wilsonHilferty(side * ONE_IN_TEN, skew);
}

const cornishFisher = (z: number, skew: number, excess: number): number =>
  z + ((z ** 2 - 1) * skew) / 6 + ((z ** 3 - 3 * z) * excess) / 24 - ((2 * z ** 3 - 5 * z) * skew ** 2) / 36;

/** For a few dear things that hardly ever fail: of the gamma distribution with that skew, which ends where nothing is lost. */
const wilsonHilferty = (z: number, skew: number): number => (2 / skew) * (Math.max(0, 1 + (skew * z) / 6 - skew ** 2 / 36) ** 3 - 1);

export type Ends = { readonly low: number; readonly high: number };

/** Where a lognormal price of so much certain money ends, one in ten to each side: exact. */
const priceEnds = (pence: number, { mean, logSd }: PriceFactor): Ends => {
  const median = pence * mean * Math.exp(-(logSd ** 2) / 2);
  const [one, other] = [median * Math.exp(-ONE_IN_TEN * logSd), median * Math.exp(ONE_IN_TEN * logSd)];
  return { low: Math.min(one, other), high: Math.max(one, other) };
};

/**
 * The ends of what eight times out of ten holds (money + losses) × a price factor, the losses and the factor
 * independent. Losses never make a year cheaper than it is without them: no end is below those of the money alone,
 * whose own factor is `factorAlone`.
 */
export function endsOf(pence: number, losses: Spread, factor: PriceFactor, factorAlone: PriceFactor): Ends {
  const alone = priceEnds(pence, factorAlone);
  const mean = pence + losses.mean;
  if (losses.second <= 0 || mean <= 0) return alone;
  const lost: Relative = { second: losses.second / mean ** 2, third: losses.third / mean ** 3, fourth: (losses.fourth + 3 * losses.second ** 2) / mean ** 4 };
  const relative = product(lognormal(factor.logSd), lost);
  const at = (side: -1 | 1): number => mean * factor.mean * (1 + oneInTen(relative, side) * Math.sqrt(relative.second));
  return { low: Math.max(at(-1), alone.low), high: Math.max(at(1), alone.high) };
}
