import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideHalfUp, formatCount, formatExact, formatPounds, formatRate, isUnitPrice, poundsToPence } from '../../planning/money.ts';
import { SEED } from './arbitraries.ts';

describe('pounds become pence', () => {
  test.each([
    [415, 41_500], [365.1, 36_510], [0.29, 29], [19.99, 1_999], [0, 0],
    [1.005, 101], // half a penny goes up, although 1.005 × 100 is 100.49999999999999
    [8.575, 858], [10.235, 1_024], [2.675, 268], [1.0049, 100], [0.004, 0], [0.0000001, 0],
    [-1.005, -100], [-1.006, -101], [-0.004, 0], [123_456_789.01, 12_345_678_901],
  ])('£%d is %i pence', (pounds, pence) => expect(poundsToPence(pounds)).toBe(pence));

  test('whatever is not an amount is refused in words', () => {
    for (const pounds of [Number.NaN, Infinity, -Infinity, 1e13]) expect(() => poundsToPence(pounds)).toThrow('not an amount of money');
  });

  test('every amount with two decimals comes back as it was', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (pence) => {
      expect(poundsToPence(pence / 100)).toBe(pence);
    }), { seed: SEED, numRuns: 5_000 });
  });
});

describe('dividing', () => {
  test.each([[5, 2, 3], [-5, 2, -2], [4, 3, 1], [0, 7, 0], [7, 7, 1], [1, 3, 0], [119_999, 120_000, 1], [59_999, 120_000, 0]])(
    '%i ÷ %i is %i, halves up', (n, d, expected) => expect(divideHalfUp(n, d)).toBe(expected));
});

describe('money is written', () => {
  test.each([
    [11_734_000, {}, '£117,340'], [-2_336_200, {}, '−£23,362'], [0, {}, '£0'], [49, {}, '£0'], [-49, {}, '£0'], [50, {}, '£1'], [-50, {}, '−£1'],
    [44_027, { pence: true }, '£440.27'], [-5, { pence: true }, '−£0.05'], [1_408_864, { pence: true, symbol: false }, '14,088.64'],
    [100_000_000_000, { symbol: false }, '1,000,000,000'],
  ])('%i pence with %j as %s', (pence, format, expected) => expect(formatPounds(pence, format)).toBe(expected));

  test('exactly, and no longer than it needs', () => {
    expect([41_500, 44_027, 5].map(formatExact)).toEqual(['£415', '£440.27', '£0.05']);
    expect(formatCount(1_063)).toBe('1,063');
    expect([300, 250, 325, 0, 1, -200, 1_250].map(formatRate)).toEqual(['3%', '2.5%', '3.25%', '0%', '0.01%', '2%', '12.5%']);
  });

  test('a price of one is whole pence from nothing to £10 million', () => {
    expect([0, 1, 1_000_000_000].every(isUnitPrice)).toBe(true);
    expect([-1, 0.5, Number.NaN, 1_000_000_001, Infinity, null, undefined].some(isUnitPrice)).toBe(false);
  });
});
