/** The chance that something new fails by an age: from 0 at age 0 up to at most 1. */
export type Distribution = (age: number) => number;

/**
 * How many failures to expect of a place where each thing that fails is put right with a new one at once, from the
 * day that something new stands there: M(t), at t = 0, step, 2 × step, … `steps` × step.
 *
 *   M(t) = F(t) + ∫ M(t − u) dF(u)
 *
 * worked out from the start on, each step with the halves between two steps (Xie's rule): the error shrinks with the
 * square of the step.
 */
export function renewals(distribution: Distribution, step: number, steps: number): Float64Array {
  const expected = new Float64Array(steps + 1);
  // The chance to fail by each half step: what is renewed within a step is taken as renewed in its middle.
  const byHalf = Float64Array.from({ length: steps + 1 }, (_, index) => distribution((index + 0.5) * step));
  const early = byHalf[0] ?? 0;
  for (let at = 1; at <= steps; at++) {
    let sum = distribution(at * step) - early * (expected[at - 1] ?? 0);
    for (let past = 1; past < at; past++) sum += ((expected[past] ?? 0) - (expected[past - 1] ?? 0)) * (byHalf[at - past] ?? 0);
    expected[at] = sum / (1 - early);
  }
  return expected;
}

/**
 * Expected pairs of failures, each pair once: ∫ M(t − u) dM(u), at the same times as `expected`. With M it gives how
 * far the number of failures spreads.
 */
export function pairsOf(expected: Float64Array): Float64Array {
  const pairs = new Float64Array(expected.length);
  for (let at = 1; at < expected.length; at++) {
    let sum = 0;
    for (let past = 1; past <= at; past++) {
      const renewed = (expected[past] ?? 0) - (expected[past - 1] ?? 0);
      sum += (renewed * ((expected[at - past] ?? 0) + (expected[at - past + 1] ?? 0))) / 2;
    }
    pairs[at] = sum;
  }
  return pairs;
}
