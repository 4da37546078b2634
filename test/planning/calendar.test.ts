import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays, addMonths, calendarYearOf, dayOfMonth, financialYear, financialYearLabel, financialYearOf, firstMonthOf, formatDate,
  formatLongDate, formatMonth, isIsoDate, lastDayOfMonth, monthOf, planYears,
} from '../../planning/calendar.ts';
import { day, SEED } from './arbitraries.ts';

describe('months', () => {
  test('are counted from January 2000, before it too', () => {
    expect(monthOf('2000-01-01')).toBe(0);
    expect(monthOf('2026-11-21')).toBe(322); // 26 × 12 + 10
    expect(monthOf('1999-12-31')).toBe(-1);
    expect([dayOfMonth(322), lastDayOfMonth(322)]).toEqual(['2026-11-01', '2026-11-30']);
    expect([dayOfMonth(-1), lastDayOfMonth(-1), calendarYearOf(-1)]).toEqual(['1999-12-01', '1999-12-31', 1999]);
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-08-31', 1, '2024-09-30'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2100-02-28', 0, '2100-02-28'],
    ['2099-12-31', 2, '2100-02-28'], // 2100 is no leap year
    ['1999-11-30', 3, '2000-02-29'], // 2000 is one
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test('added to any day of 1990 to 2060 never leave the month they should reach, nor invent a day', () => {
    for (let date = '1990-01-01'; date < '2060-01-01'; date = addDays(date, 1)) {
      for (const months of [1, 7, 12, 48, 59]) {
        const later = addMonths(date, months);
        if (monthOf(later) !== monthOf(date) + months || !isIsoDate(later)) expect([date, months, later]).toBe('kept its month');
      }
    }
  });

  test('added at once are not the same as added one by one', () => {
    expect(addMonths(addMonths('2024-01-31', 1), 1)).toBe('2024-03-29');
    expect(addMonths('2024-01-31', 2)).toBe('2024-03-31');
  });
});

describe('days', () => {
  test('added one by one walk through every month and leap year', () => {
    // 1 January 2000 and 36,525 days is 1 January 2100: 75 × 365 + 25 × 366.
    let date = '2000-01-01';
    for (let count = 0; count < 36_525; count++) date = addDays(date, 1);
    expect(date).toBe('2100-01-01');
    expect(addDays('2000-01-01', 36_525)).toBe('2100-01-01');
    expect(addDays('2100-01-01', -36_525)).toBe('2000-01-01');
    expect(addDays('2026-11-21', 90)).toBe('2027-02-19');
  });

  test.each([
    '2026-11-21', '2024-02-29', '1900-01-01', '2199-12-31',
  ])('%s is a day', (text) => expect(isIsoDate(text)).toBe(true));

  test.each([
    '2023-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '21/11/2026', '2026-11-21T00:00', '1899-12-30',
    '9999-12-31', '', '2026-11-2x', ' 2026-11-21', 46_347, null, undefined, Number.NaN,
  ])('%s is not a day', (text) => expect(isIsoDate(text)).toBe(false));
});

describe('financial years', () => {
  test.each([
    ['2027-03-31', 4, 2026], ['2027-04-01', 4, 2027], ['2026-08-31', 9, 2025], ['2026-09-01', 9, 2026],
    ['2026-12-31', 1, 2026], ['2027-01-01', 1, 2027], ['2026-11-30', 12, 2025], ['1999-03-31', 4, 1998],
  ])('%s lies in the year that starts in month %i of %i', (date, startMonth, year) => {
    expect(financialYearOf(date, startMonth)).toBe(year);
  });

  test('have their label, first and last day, and twelve months', () => {
    expect(financialYear(2026, 4)).toEqual({ year: 2026, label: '2026/27', start: '2026-04-01', end: '2027-03-31', firstMonth: 315 });
    expect(financialYear(2026, 9)).toMatchObject({ label: '2026/27', start: '2026-09-01', end: '2027-08-31' });
    expect([financialYearLabel(2099, 4), financialYearLabel(1999, 4), financialYearLabel(2026, 1)]).toEqual(['2099/00', '1999/00', '2026']);
    expect(financialYear(2027, 3).end).toBe('2028-02-29');
  });

  test('hold every day exactly once, whichever month they start in', () => {
    fc.assert(fc.property(day('1990-01-01', '2080-12-31'), fc.integer({ min: 1, max: 12 }), (date, startMonth) => {
      const { start, end, firstMonth } = financialYear(financialYearOf(date, startMonth), startMonth);
      expect(start <= date && date <= end).toBe(true);
      expect(monthOf(date) - firstMonth).toBeGreaterThanOrEqual(0);
      expect(monthOf(date) - firstMonth).toBeLessThan(12);
      expect(firstMonthOf(financialYearOf(start, startMonth), startMonth)).toBe(firstMonth);
    }), { seed: SEED, numRuns: 2_000 });
  });

  test('of a plan begin with the one that holds the day of the figures, or with the one chosen', () => {
    expect(planYears('2026-11-21', 4, 5).map((year) => year.label)).toEqual(['2026/27', '2027/28', '2028/29', '2029/30', '2030/31']);
    expect(planYears('2026-03-31', 4, 1).map((year) => year.label)).toEqual(['2025/26']);
    expect(planYears('2026-11-21', 9, 2, 2028).map((year) => year.start)).toEqual(['2028-09-01', '2029-09-01']);
  });
});

describe('written dates', () => {
  test('are those of a British school', () => {
    expect(formatDate('2026-11-21')).toBe('21 Nov 2026');
    expect(formatDate('2026-09-01')).toBe('1 Sep 2026');
    expect(formatLongDate('2026-11-21')).toBe('21 November 2026');
    expect(formatMonth(monthOf('2026-11-21'))).toBe('Nov 2026');
  });
});
