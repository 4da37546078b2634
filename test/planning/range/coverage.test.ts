import { expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';

const SEED = 4_711;

/*
 * The thousand schools are in test/long. Here so many that a slip of a month or a moment shows: the years of one
 * school share their prices, so that 120 schools of 15 courses say 80 % to within some 1.3 %.
 */
it('holds eight years of ten of simulated schools, one in ten below and one above', () => {
  const { within, below, above } = coverageOf(120, 15, SEED);
  const told = `${(within * 100).toFixed(1)} % within, ${(below * 100).toFixed(1)} % below, ${(above * 100).toFixed(1)} % above, seed ${SEED}`;
  expect(Math.abs(within - 0.8), told).toBeLessThan(0.03);
  expect(Math.abs(below - 0.1), told).toBeLessThan(0.025);
  expect(Math.abs(above - 0.1), told).toBeLessThan(0.025);
});
