import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartYears, groupsShown, longestFigure } from '../../../renderer/chart/chart-year.ts';
import { standingIn } from '../../../renderer/chart/standing.ts';
import { forecast } from '../../../planning/forecast.ts';
import { applyChanges } from '../../../planning/scenarios/change.ts';
import { budgetOf, cost, kit, schoolOf } from '../../planning/fixtures.ts';

const wishes = { years: 5, label: 226, total: 84, longest: 7 };

describe('the widths that a chart shares with its ledger', () => {
  test('on a wide page every year has room for a number of items beside its money', () => {
    expect(standingIn(890, wishes)).toMatchObject({ width: 890, label: 226, total: 84, year: 116, tight: false });
  });

  test('on a narrow page the names give way first, then the numbers of items', () => {
    expect(standingIn(740, wishes)).toMatchObject({ label: 186, tight: false });
    expect(standingIn(608, wishes)).toMatchObject({ label: 140, tight: true, width: 608 });
  });

  test('ten years of millions are never squeezed: the ledger is wider than the page instead', () => {
    const standing = standingIn(608, { years: 10, label: 226, total: 84, longest: 9 });
    expect(standing.width).toBeGreaterThan(608);
    expect(standing.year).toBeGreaterThanOrEqual(80);
  });

  test('names, years and sum together are exactly as wide as the whole', () => {
    fc.assert(fc.property(
      fc.integer({ min: 200, max: 3000 }), fc.integer({ min: 1, max: 10 }), fc.constantFrom(0, 84), fc.integer({ min: 1, max: 13 }),
      (room, years, total, longest) => {
        const standing = standingIn(room, { years, label: 226, total, longest });
        expect(standing.label + standing.total + standing.year * years).toBeCloseTo(standing.width);
        expect(standing.width).toBeGreaterThanOrEqual(room);
      },
    ));
  });
});

describe('the columns of a plan', () => {
  const snapshot = schoolOf({
    assets: [
      kit({ categoryKey: 'laptop', userGroup: 'pupil', quantity: 90, purchaseDate: '2024-09-01', unitPaidPence: 36_500 }),
      kit({ categoryKey: 'server', purchaseDate: '2026-06-03', unitPaidPence: 540_000 }),
    ],
    recurring: [cost()], budgets: budgetOf(20_000, 20_000),
  });
  const saved = forecast(snapshot, { asOf: '2026-11-21' });

  test('each is as high as its planned cost, already spent included, and its groups add up to it', () => {
    for (const [index, year] of chartYears(saved, saved).entries()) {
      expect(year.plannedPence).toBe(saved.totals.plannedPence[index]);
      expect(Object.values(year.groups).reduce((sum, pence) => sum + pence, 0)).toBe(year.plannedPence);
    }
    expect(chartYears(saved, saved)[0]?.groups.servers).toBe(540_000);
  });

  test('a year without a budget has no line, and no outline is drawn where nothing is tried out', () => {
    const years = chartYears(saved, saved);
    expect(years.map((year) => year.budgetPence)).toEqual([2_000_000, 2_000_000, null, null, null]);
    expect(years.every((year) => year.savedPence === null)).toBe(true);
  });

  test('a what-if outlines the years that it changes, as they were', () => {
    const tried = forecast(applyChanges(snapshot, [{ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60 }]), { asOf: '2026-11-21' });
    expect(chartYears(tried, saved).map((year) => year.savedPence)).toEqual(
      saved.totals.plannedPence.map((pence, index) => (pence === tried.totals.plannedPence[index] ? null : pence)));
    expect(chartYears(tried, saved)[2]?.savedPence).toBe(saved.totals.plannedPence[2]);
  });

  test('the key names only groups that cost something, and room is kept for the longest figure', () => {
    expect(groupsShown(chartYears(saved, saved))).toEqual(['running', 'devices', 'servers']);
    expect(longestFigure(chartYears(saved, saved))).toBe('45,000'.length);
  });
});
