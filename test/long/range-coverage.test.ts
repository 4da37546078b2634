import { expect, it } from 'vitest';
import { coverageOf } from '../planning/range/coverage.ts';

/** Another thousand every day would do as well: the seed is told with the result. */
const SEED = 20_261_121;
const SCHOOLS = 1_000;
/** Courses of each school: their years share its prices, so that a school says little more for being run more often. */
const RUNS = 40;

it('holds 80 ± 1 % of the years of a thousand simulated schools, and as many below as above', () => {
  const { within, below, above } = coverageOf(SCHOOLS, RUNS, SEED);
  const told = `${SCHOOLS} schools, ${RUNS} runs each, seed ${SEED}: ${(within * 100).toFixed(2)} % within, ${(below * 100).toFixed(2)} % below, ${(above * 100).toFixed(2)} % above`;
  process.stdout.write(`${told}\n`);
  expect(Math.abs(within - 0.8), told).toBeLessThanOrEqual(0.01);
  expect(Math.abs(below - 0.1), told).toBeLessThanOrEqual(0.01);
  expect(Math.abs(above - 0.1), told).toBeLessThanOrEqual(0.01);
});
