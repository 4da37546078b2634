import { countSpread, type Spread } from './spread.ts';
import { pairsOf, renewals } from './renewal.ts';
import { failuresTo, type Ageing } from './ageing.ts';

/** Steps to a month: the error falls with their square, the work grows with it. */
const STEPS = 4;

/** What fails by its age, worked out once for a law and asked for every age and stretch of months. */
export type FailingByAge = {
  /** How the failures of one item spread, in each of the windows `[from, until)` of months after it was `age` months old. */
  readonly spreads: (age: number, windows: readonly Window[]) => readonly Spread[];
};

export type Window = { readonly from: number; readonly until: number };

/** A law over at most so many months ahead. An item that fails is put right with a new one at once, which may fail too. */
export function failingByAge(ageing: Ageing, monthsAhead: number): FailingByAge {
  const steps = monthsAhead * STEPS;
  const expected = renewals((age) => -Math.expm1(-failuresTo(ageing, age)), 1 / STEPS, steps);
  const curves: Curves = { expected, midExpected: middles(expected), midPairs: middles(pairsOf(expected)) };
  const known = new Map<string, readonly Spread[]>();
  return {
    spreads: (age, windows) => {
      const key = `${age}/${windows.map(({ from, until }) => `${from}-${until}`).join('/')}`;
      let found = known.get(key);
      if (found === undefined) {
        const last = windows.reduce((most, { until }) => Math.max(most, until), 0);
        const failures = age === 0 ? expected : expectedFrom(ageing, age, curves, last * STEPS);
        found = windows.map((window) => spreadIn(window, failures, curves));
        known.set(key, found);
      }
      return found;
    },
  };
}

/** What holds for every age: failures to expect of a place that begins new, and of pairs of them, step by step. */
type Curves = { readonly expected: Float64Array; readonly midExpected: Float64Array; readonly midPairs: Float64Array };

/** A curve between each step and the next: what happens within a step happens, on average, in its middle. */
const middles = (curve: Float64Array): Float64Array => Float64Array.from({ length: curve.length - 1 }, (_, at) => ((curve[at] ?? 0) + (curve[at + 1] ?? 0)) / 2);

/** Failures to expect of what is `age` months old already, with those of what takes its place. */
function expectedFrom(ageing: Ageing, age: number, { midExpected }: Curves, steps: number): Float64Array {
  const before = failuresTo(ageing, age);
  const failing = new Float64Array(steps + 1);
  const sums = new Float64Array(steps + 1);
  let failed = 0;
  for (let at = 1; at <= steps; at++) {
    const now = -Math.expm1(before - failuresTo(ageing, age + at / STEPS));
    failing[at] = now - failed;
    failed = now;
    let later = 0;
    for (let first = 1; first <= at; first++) later += (failing[first] ?? 0) * (midExpected[at - first] ?? 0);
    sums[at] = failed + later;
  }
  return sums;
}

/** Mean and factorial moments of the failures in a window: one, a pair, three in a row, each within it. */
function spreadIn({ from, until }: Window, failures: Float64Array, { midExpected, midPairs }: Curves): Spread {
  const [start, end] = [from * STEPS, until * STEPS];
  let [twice, thrice] = [0, 0];
  for (let at = start + 1; at <= end; at++) {
    const first = (failures[at] ?? 0) - (failures[at - 1] ?? 0);
    twice += first * (midExpected[end - at] ?? 0);
    thrice += first * (midPairs[end - at] ?? 0);
  }
  return countSpread((failures[end] ?? 0) - (failures[start] ?? 0), 2 * twice, 6 * thrice);
}
