import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanOf } from '../../../planning/words.ts';
import { typedBudget, typedLife, typedYearlyRate, yearlyRateText } from '../../../renderer/lib/typed-figures.ts';

describe('how long kit is kept, as typed', () => {
  test.each([
    ['4', 48], ['4.5', 54], ['4½ years', 54], ['½', 6], ['4 years', 48], ['4 years 6 months', 54], ['4y 6m', 54], ['54 months', 54], ['1 month', 1], ['50', 600],
  ])('%s is %i months', (text, months) => {
    expect(typedLife(text)).toEqual({ figure: months });
  });

  test.each(['', 'four', '0', '51', '-4', '4 decades', '601 months'])('"%s" is answered with what would work', (text) => {
    expect(typedLife(text)).toEqual({ problem: expect.stringContaining('such as 4 or 4.5') });
  });

  test('what the field shows can be typed back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 600 }), (months) => {
      expect(typedLife(spanOf(months))).toEqual({ figure: months });
    }));
  });
});

describe('a yearly rate, as typed', () => {
  test.each([['3', 300], ['2.5%', 250], ['2.5 % a year', 250], ['−1', -100], ['0', 0], ['.5', 50]])('%s is %i hundredths of a per cent', (text, bp) => {
    expect(typedYearlyRate(text, -5_000, 5_000)).toEqual({ figure: bp });
  });

  test('a rate out of range or not a number is answered with the range that works', () => {
    const words = { problem: 'Write a rate between 0% a year and 100% a year, such as 2.5%.' };
    for (const text of ['', 'three', '101', '-1']) expect(typedYearlyRate(text, 0, 10_000)).toEqual(words);
  });

  test('what the field shows can be typed back', () => {
    fc.assert(fc.property(fc.integer({ min: -5_000, max: 5_000 }), (bp) => {
      expect(typedYearlyRate(yearlyRateText(bp), -5_000, 5_000)).toEqual({ figure: bp });
    }));
  });
});

describe('a budget, as typed', () => {
  test.each([['118400', 11_840_000], ['£118,400', 11_840_000], ['118,400.50', 11_840_050], ['0', 0], ['', null],
    ['12 000', 1_200_000], ['12,000', 1_200_000], ['£12000', 1_200_000], ['£ 12 000', 1_200_000], ['9k', 900_000], ['£9.5K', 950_000]])('%s is %s pence', (text, pence) => {
    expect(typedBudget(text)).toEqual({ figure: pence });
  });

  test('words and minus signs are answered with an amount that would work', () => {
    for (const text of ['about 100k', '-5', '1.2.3', 'k', '9kk']) {
      expect(typedBudget(text)).toEqual({ problem: 'Write an amount in pounds, such as 118,400.' });
    }
    expect(typedBudget('200000000')).toEqual({ problem: 'A budget can be at most £100 million a year.' });
  });
});
