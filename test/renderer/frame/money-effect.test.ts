import { expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import type { Forecast } from '../../../planning/result.ts';
import { moneyEffect } from '../../../renderer/frame/money-effect.ts';
import { sampleSnapshot } from '../../support/sample-snapshot.ts';

const before = forecast(sampleSnapshot(), { asOf: '2026-11-21' });

/** The same forecast with the planned cost of some years moved, in pounds. */
const movedBy = (pounds: readonly number[]): Forecast => ({
  ...before,
  totals: { ...before.totals, plannedPence: before.totals.plannedPence.map((pence, at) => pence + (pounds[at] ?? 0) * 100) },
});

test.each([
  [[0, 0, -1760, 1812, 0], '2028/29 falls by £1,760 and 2029/30 rises by £1,812.'],
  [[0, 0, -1760, 0, 0], '2028/29 falls by £1,760.'],
  [[100, 100, 100, 0, 0], 'The 5 years together rise by £300.'],
  [[-100, -100, -100, -100, -100], 'The 5 years together fall by £500.'],
  [[0, 0, 0, 0, 0], ''],
])('a change that moves the years by £%j says “%s”', (pounds, sentence) => {
  expect(moneyEffect(before, movedBy(pounds))).toBe(sentence);
});

test('pennies are not worth a word', () => {
  expect(moneyEffect(before, movedBy([0.5, 0, 0, 0, 0]))).toBe('');
});

test('years that begin elsewhere are not compared', () => {
  const september = forecast(sampleSnapshot(), { asOf: '2026-11-21', yearStartMonth: 9 });
  expect(moneyEffect(before, september)).toBe('');
  expect(moneyEffect(null, before)).toBe('');
});
