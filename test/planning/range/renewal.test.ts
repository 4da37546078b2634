import { describe, expect, it } from 'vitest';
import { pairsOf, renewals, type Distribution } from '../../../planning/range/renewal.ts';

/** M(t) with steps halved and the leading error taken out (Richardson): M ≈ (4 × M(half the step) − M(step)) ÷ 3. */
function sharp(distribution: Distribution, time: number, steps: number): number {
  const [coarse, fine] = [steps, 2 * steps].map((count) => renewals(distribution, time / count, count).at(-1) ?? Number.NaN);
  return ((fine ?? 0) * 4 - (coarse ?? 0)) / 3;
}

const exponential: Distribution = (age) => -Math.expm1(-age);
/** Two exponential stages one after the other. */
const gammaOfTwo: Distribution = (age) => 1 - Math.exp(-age) * (1 + age);
const uniform: Distribution = (age) => Math.min(age, 1);
const weibullOfTwo: Distribution = (age) => -Math.expm1(-(age ** 2));

describe('renewals of what fails and is put right', () => {
  it('are t for the exponential distribution of mean 1: as many in every stretch, whatever its age', () => {
    for (const time of [0.5, 1, 3, 10]) expect(sharp(exponential, time, 400)).toBeCloseTo(time, 7);
  });

  it('are 1.2506197 by t = 3 for the gamma distribution of shape 2', () => {
    // M(t) = t ÷ 2 − 1 ÷ 4 + e^(−2t) ÷ 4
    expect(3 / 2 - 1 / 4 + Math.exp(-6) / 4).toBeCloseTo(1.2506197, 7);
    expect(sharp(gammaOfTwo, 3, 400)).toBeCloseTo(1.2506197, 7);
  });

  it('are e − 1 = 1.7182818 by t = 1 for the uniform distribution', () => {
    expect(sharp(uniform, 1, 400)).toBeCloseTo(1.7182818, 7);
  });

  it('are 1.89404 by t = 2 for the Weibull distribution of shape 2 and scale 1', () => {
    expect(sharp(weibullOfTwo, 2, 800)).toBeCloseTo(1.89404, 5);
  });

  it('come in pairs as the Poisson process has them where age does not matter: t² ÷ 2', () => {
    const steps = 2_000;
    const pairs = pairsOf(renewals(exponential, 3 / steps, steps));
    expect(pairs.at(-1)).toBeCloseTo(9 / 2, 5);
  });

  it('grow sharper with the square of the step', () => {
    const error = (steps: number): number => Math.abs((renewals(gammaOfTwo, 3 / steps, steps).at(-1) ?? 0) - 1.2506197);
    expect(error(50) / error(100)).toBeGreaterThan(3.5);
    expect(error(50) / error(100)).toBeLessThan(4.5);
  });
});
