import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisLabel, moneyTicks } from '../../../renderer/chart/axis.ts';
import { overBudgetPence, tallestPence, type ChartYear } from '../../../renderer/chart/chart-year.ts';
import { columnOf, steppedPath, withGap } from '../../../renderer/chart/geometry.ts';

const year = (plannedPence: number, budgetPence: number | null, savedPence: number | null = null): ChartYear => ({
  label: '2026/27', plannedPence, budgetPence, savedPence, likely: null,
  alreadyPence: 0, groups: { running: plannedPence, devices: 0, displays: 0, servers: 0, network: 0 },
});

describe('the money axis', () => {
  test('a dearest year of £141,762 is measured in steps of £40,000 up to £160,000', () => {
    expect(moneyTicks(14_176_200).map(axisLabel)).toEqual(['£0', '£40k', '£80k', '£120k', '£160k']);
  });

  test('a small school of £780 is measured in hundreds of pounds, a trust of £2.3 million in half millions', () => {
    expect(moneyTicks(78_000).map(axisLabel)).toEqual(['£0', '£200', '£400', '£600', '£800']);
    expect(moneyTicks(230_000_000).map(axisLabel)).toEqual(['£0', '£500k', '£1m', '£1.5m', '£2m', '£2.5m']);
  });

  test('the axis starts at £0, reaches the tallest year, and never has more than five steps', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (tallest) => {
      const ticks = moneyTicks(tallest);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(tallest);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(new Set(ticks.map(axisLabel)).size).toBe(ticks.length);
    }));
  });
});

describe('where the columns stand', () => {
  const plot = { x: 226, y: 26, width: 500, height: 180 };

  test('each column is in the middle of its year, so that it is over the same column of the ledger', () => {
    const columns = [0, 1, 2, 3, 4].map((index) => columnOf(plot, index, 5));
    expect(columns.map((column) => column.middle)).toEqual([276, 376, 476, 576, 676]);
    for (const { x, width, middle } of columns) expect(x + width / 2).toBeCloseTo(middle);
    expect(columns[4]?.yearEnd).toBe(plot.x + plot.width);
  });

  test('segments stay apart by a gap, and a segment of a few pounds can still be seen', () => {
    expect(withGap(100, 40)).toEqual({ y: 101.5, height: 38.5 });
    expect(withGap(100, 1.2)).toEqual({ y: 100.2, height: 1 });
    expect(withGap(100, 0.4)).toEqual({ y: 100, height: 0.4 });
  });

  test('the budget is a line over whole years that steps at their edges and stops where none was entered', () => {
    const at = (index: number, y: number | null) => ({ column: columnOf(plot, index, 5), y });
    expect(steppedPath([at(0, 90), at(1, 90), at(2, 80), at(3, null), at(4, 70)]))
      .toBe('M226 90H326V90H426V80H526M626 70H726');
    expect(steppedPath([at(0, null), at(1, null)])).toBe('');
  });
});

describe('what is over', () => {
  test('a year is over by what it costs beyond its budget, and never over without one', () => {
    expect(overBudgetPence(year(14_176_200, 11_840_000))).toBe(2_336_200);
    expect(overBudgetPence(year(11_734_000, 11_840_000))).toBe(0);
    expect(overBudgetPence(year(11_734_000, null))).toBe(0);
  });

  test('the outline of the saved plan has room in the picture even where it was the tallest', () => {
    expect(tallestPence([year(100, 300, null), year(200, null, 500)])).toBe(500);
    expect(tallestPence([])).toBe(0);
  });
});
