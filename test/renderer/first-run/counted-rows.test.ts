import { describe, expect, test } from 'vitest';
import { BLANK_ROW, countedFrom, hasProblem, isBlank, problemsOf } from '../../../renderer/first-run/counted-rows.ts';

const row = (typed: Partial<typeof BLANK_ROW>) => ({ ...BLANK_ROW, ...typed });

describe('kit counted by hand', () => {
  test('thirty pupil laptops of 2023 at £365 become one row of thirty, in pence', () => {
    const typed = row({ userGroup: 'pupil', quantity: '30', boughtIn: '2023', paid: '£365' });
    expect(hasProblem(problemsOf(typed))).toBe(false);
    expect(countedFrom(typed)).toEqual({ categoryKey: 'laptop', userGroup: 'pupil', quantity: 30, boughtIn: '2023', unitPaidPence: 36_500 });
  });

  test.each([
    ['1,140', 1140], ['1', 1],
  ])('%s of something is %d', (quantity, expected) => {
    expect(countedFrom(row({ quantity })).quantity).toBe(expected);
  });

  test('what nobody knows is left empty, not made up', () => {
    expect(countedFrom(row({ quantity: '4' }))).toMatchObject({ userGroup: null, boughtIn: null, unitPaidPence: null });
  });

  test('a school year, a month and a day are all taken', () => {
    expect(['2023/24', '2023-09', '14/09/2023'].map((boughtIn) => countedFrom(row({ quantity: '1', boughtIn })).boughtIn))
      .toEqual(['2023/24', '2023-09', '2023-09-14']);
  });

  test.each([
    [{ quantity: '' }, 'quantity'], [{ quantity: 'a few' }, 'quantity'], [{ quantity: '0' }, 'quantity'],
    [{ quantity: '3', boughtIn: 'last summer' }, 'boughtIn'], [{ quantity: '3', paid: 'cheap' }, 'paid'],
  ] as const)('%j is told at its field, in words', (typed, field) => {
    const problems = problemsOf(row(typed));
    expect(problems[field]).toMatch(/[.?]$/);
    expect(Object.values(problems).filter((problem) => problem !== null)).toHaveLength(1);
  });

  test('a line that nobody has written on is not counted', () => {
    expect(isBlank(BLANK_ROW)).toBe(true);
    expect(isBlank(row({ paid: '12' }))).toBe(false);
  });
});
