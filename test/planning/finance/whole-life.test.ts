import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPreventiveAge, economicLife, equivalentAnnualCost } from '../../../planning/finance/whole-life.ts';
import { cumulativeHazard } from '../../../planning/range/weibull.ts';

describe('how long to keep a thing', () => {
  // £400, repairs that grow, and what it still brings in. At no rate: 250, 175, 160 and 185 a year.
  const laptop = { price: 400, yearly: [50, 50, 110, 220], residuals: [200, 150, 130, 90] };

  it('is as long as the cost a year is least', () => {
    expect([1, 2, 3, 4].map((years) => equivalentAnnualCost(laptop, 0, years))).toEqual([250, 175, 160, 185]);
    expect(economicLife(laptop, 0)).toEqual({ years: 3, yearlyCost: 160 });
  });

  it('is the shorter of two that cost the same, and unanswered where no costs are known', () => {
    expect(economicLife({ price: 100, yearly: [0, 100], residuals: [0, 0] }, 0)).toEqual({ years: 1, yearlyCost: 100 });
    expect(economicLife({ price: 100, yearly: [] }, 0.035)).toBeNull();
    expect(() => equivalentAnnualCost(laptop, 0.035, 5)).toThrow('those whose costs are known');
  });

  it('is never dearer a year than any other number of years', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 2_000 }), fc.constantFrom(0, 0.035, 0.1), (yearly, price, rate) => {
      const best = economicLife({ price, yearly }, rate);
      yearly.forEach((_, index) => expect(best?.yearlyCost).toBeLessThanOrEqual(equivalentAnnualCost({ price, yearly }, rate, index + 1)));
    }));
  });
});

describe('the best age to replace what fails', () => {
  const costAt = (weibull: { shape: number; scale: number }, planned: number, failed: number, age: number): number => {
    const steps = 40_000;
    let inUse = 0;
    for (let at = 0; at < steps; at++) inUse += (age / steps) * Math.exp(-cumulativeHazard(weibull, ((at + 0.5) * age) / steps));
    const reach = Math.exp(-cumulativeHazard(weibull, age));
    return (planned * reach + failed * (1 - reach)) / inUse;
  };

  it('costs less than any age tried beside it', () => {
    fc.assert(fc.property(fc.double({ min: 1.3, max: 5, noNaN: true }), fc.double({ min: 2, max: 20, noNaN: true }), (shape, times) => {
      const weibull = { shape, scale: 60 };
      const best = bestPreventiveAge(weibull, 100, 100 * times);
      if (best === null) return;
      expect(best.cost).toBeCloseTo(costAt(weibull, 100, 100 * times, best.age), 5);
      for (const factor of [0.8, 0.95, 1.05, 1.25]) expect(costAt(weibull, 100, 100 * times, best.age * factor)).toBeGreaterThan(best.cost - 1e-6);
    }), { numRuns: 30 });
  });

  it('is to wait where kit fails no more often when older, or a failure costs no more', () => {
    expect(bestPreventiveAge({ shape: 1, scale: 60 }, 100, 900)).toBeNull();
    expect(bestPreventiveAge({ shape: 0.7, scale: 60 }, 100, 900)).toBeNull();
    expect(bestPreventiveAge({ shape: 3, scale: 60 }, 100, 100)).toBeNull();
  });
});
