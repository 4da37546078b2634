/**
 * Something watched for part of its life. Ages in any one unit, above nothing. It was already `entry` old when the
 * watching began (left truncation: had it failed before, nobody would know of it) and `exit` old when that ended,
 * by failing or because the record stops there (right censoring).
 */
export type Observation = {
  readonly entry: number;
  readonly exit: number;
  readonly failed: boolean;
  /** How many of the same. */
  readonly weight: number;
};

/** The chance to reach age t is exp(−(t ÷ scale)^shape). Above shape 1 older kit fails more often, below it less. */
export type Weibull = { readonly shape: number; readonly scale: number };

export type WeibullFit = Weibull & {
  readonly logLikelihood: number;
  /** Failures that it rests on, by weight. */
  readonly failures: number;
};

/** Failures to expect up to age t of something mended each time: −log of the chance to reach it. */
export const cumulativeHazard = ({ shape, scale }: Weibull, age: number): number => (age <= 0 ? 0 : (age / scale) ** shape);

/** The rate of failing at an age above 0, per unit of age. */
export const hazard = ({ shape, scale }: Weibull, age: number): number => (shape / scale) * (age / scale) ** (shape - 1);

/** Shapes outside these say that the ages do not decide it: nothing is fitted. */
const LEAST_SHAPE = 0.02;
const MOST_SHAPE = 200;
const MOST_STEPS = 200;
const NEAR_ENOUGH = 1e-13;

/**
 * The Weibull under which what was seen is likeliest. For a given shape k the best scale is known:
 *
 *   scale^k = A(k) ÷ d,   A(k) = Σ weight × (exit^k − entry^k),   d = failures
 *
 * which leaves one number to find, where the slope of the log-likelihood is nothing:
 *
 *   d ÷ k + Σ(of failures) weight × log exit − d × A′(k) ÷ A(k) = 0
 *
 * by Newton's steps in log k, halving a bracket wherever a step would leave it. Null where nothing failed, or where
 * the slope is nothing nowhere: all failed at one age, or nothing was watched.
 */
export function fitWeibull(observations: readonly Observation[]): WeibullFit | null {
  const watched = observations.filter(({ entry, exit, weight, failed }) => weight > 0 && exit > 0 && (exit > entry || (failed && exit === entry)));
  // Ages as parts of the greatest: no power of them can leave a double.
  const unit = watched.reduce((most, { exit }) => Math.max(most, exit), 0);
  const profile = profileOf(watched, unit);
  if (profile.failures === 0) return null;
  const shape = steepestFlat((logShape) => slopeAt(profile, Math.exp(logShape)));
  if (shape === null) return null;
  const { exposure } = exposureAt(profile, shape);
  const scale = unit * (exposure / profile.failures) ** (1 / shape);
  return { shape, scale, failures: profile.failures, logLikelihood: logLikelihoodOf(profile, shape, exposure, unit) };
}

/** Log-ages and weights in flat arrays: one fit asks for the same sums some ten times. */
type Profile = {
  readonly failures: number;
  /** Σ weight × log age over the failures. */
  readonly sumLogFailed: number;
  readonly logExit: Float64Array;
  /** −Infinity where the watching began with the item's life: its power is then nothing. */
  readonly logEntry: Float64Array;
  readonly weight: Float64Array;
};

function profileOf(watched: readonly Observation[], unit: number): Profile {
  let failures = 0;
  let sumLogFailed = 0;
  for (const { exit, failed, weight } of watched) {
    if (!failed) continue;
    failures += weight;
    sumLogFailed += weight * Math.log(exit / unit);
  }
  return {
    failures, sumLogFailed,
    logExit: Float64Array.from(watched, ({ exit }) => Math.log(exit / unit)),
    logEntry: Float64Array.from(watched, ({ entry }) => (entry <= 0 ? -Infinity : Math.log(entry / unit))),
    weight: Float64Array.from(watched, ({ weight }) => weight),
  };
}

type Exposure = { readonly exposure: number; readonly first: number; readonly second: number };

/** A(k), A′(k) and A″(k). */
function exposureAt({ logExit, logEntry, weight }: Profile, shape: number): Exposure {
  let [exposure, first, second] = [0, 0, 0];
  for (let index = 0; index < weight.length; index++) {
    const [exit, entry, each] = [logExit[index] ?? 0, logEntry[index] ?? 0, weight[index] ?? 0];
    const out = Math.exp(shape * exit);
    const back = entry === -Infinity ? 0 : Math.exp(shape * entry);
    exposure += each * (out - back);
    first += each * (out * exit - (back === 0 ? 0 : back * entry));
    second += each * (out * exit * exit - (back === 0 ? 0 : back * entry * entry));
  }
  return { exposure, first, second };
}

type Slope = { readonly value: number; readonly change: number };

/** The slope of the profile log-likelihood in log k, and how it changes there. */
function slopeAt(profile: Profile, shape: number): Slope {
  const { failures, sumLogFailed } = profile;
  const { exposure, first, second } = exposureAt(profile, shape);
  const mean = first / exposure;
  const slope = failures / shape + sumLogFailed - failures * mean;
  const bend = -failures / shape ** 2 - failures * (second / exposure - mean ** 2);
  return { value: shape * slope, change: shape * slope + shape ** 2 * bend };
}

/** The shape at which a slope in log-shape goes from up to down; null where it does not within the shapes allowed. */
function steepestFlat(slope: (logShape: number) => Slope): number | null {
  let [low, high] = [Math.log(LEAST_SHAPE), Math.log(MOST_SHAPE)];
  if (!(slope(low).value > 0) || !(slope(high).value < 0)) return null;
  let at = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, change } = slope(at);
    if (!Number.isFinite(value)) return null;
    if (value === 0) break;
    if (value > 0) low = at;
    else high = at;
    const newton = at - value / change;
    const next = change < 0 && newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - at) <= NEAR_ENOUGH) return Math.exp(next);
    at = next;
  }
  return Math.exp(at);
}

/** d log k − d log(A ÷ d) + (k − 1) Σ log t − d, with the unit of age put back. */
const logLikelihoodOf = ({ failures, sumLogFailed }: Profile, shape: number, exposure: number, unit: number): number =>
  failures * Math.log(shape) - failures * Math.log(exposure / failures) + (shape - 1) * sumLogFailed - failures - failures * Math.log(unit);
