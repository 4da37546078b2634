import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { compile, run } from '../../planning/kernel.ts';
import { follow, start } from '../../planning/kernel/incremental.ts';
import { kernelCells, kernelTotals } from '../../planning/kernel/totals.ts';
import { anyOptions, options, plan, SEED } from './arbitraries.ts';
import { compared, kernelCompared } from './compare.ts';

const engine = { forecast, compile, run, kernelTotals, kernelCells, start, follow };

describe('the forecast and a day-by-day count in BigInt agree', () => {
  test('on every event, date, price and total of 600 made-up schools', () => {
    fc.assert(fc.property(plan({ consumables: true }), options, (snapshot, asked) => {
      const { said, right } = compared(engine, snapshot, asked);
      expect(said).toEqual(right);
    }), { seed: SEED, numRuns: 600 });
  }, 120_000);

  test('also when another calendar or another first year is shown', () => {
    fc.assert(fc.property(plan({ consumables: true }), anyOptions(), (snapshot, asked) => {
      const { said, right } = compared(engine, snapshot, asked);
      expect(said).toEqual(right);
    }), { seed: SEED + 1, numRuns: 400 });
  }, 120_000);
});

describe('where everything falls on the same few days', () => {
  test('the forecast and the day-by-day count agree on ties and edges', () => {
    fc.assert(fc.property(plan({ tight: true, consumables: true }), anyOptions(true), (snapshot, asked) => {
      const { said, right } = compared(engine, snapshot, asked);
      expect(said).toEqual(right);
    }), { seed: SEED + 3, numRuns: 400 });
  }, 120_000);

  test('the kernel says what the forecast says', () => {
    fc.assert(fc.property(plan({ tight: true, consumables: true }), anyOptions(true), (snapshot, asked) => {
      const { said, right } = kernelCompared(engine, snapshot, asked);
      expect(said).toEqual(right);
    }), { seed: SEED + 4, numRuns: 1_000 });
  }, 120_000);
});

describe('the kernel says what the forecast says', () => {
  test('in every cell of 1,500 made-up schools, in any calendar', () => {
    fc.assert(fc.property(plan({ consumables: true }), anyOptions(), (snapshot, asked) => {
      const { said, right } = kernelCompared(engine, snapshot, asked);
      expect(said).toEqual(right);
    }), { seed: SEED + 2, numRuns: 1_500 });
  }, 120_000);
});
