import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainLine } from '../../planning/explain.ts';
import { forecast } from '../../planning/forecast.ts';
import type { ForecastLine } from '../../planning/result.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { LINE_KINDS, type LineKind } from '../../planning/vocabulary.ts';
import { explainLines, figureNamed } from '../../planning/why/figure.ts';
import { sampleSnapshot } from '../support/sample-snapshot.ts';
import { anyOptions, plan, SEED } from './arbitraries.ts';
import { AS_OF } from './fixtures.ts';
import { redone } from './redone.ts';
import { academyDecided } from './schools/academy.ts';
import { infantSchool } from './schools/infant.ts';
import { primaryDecided } from './schools/primary.ts';

const asked = { asOf: AS_OF };

/** Lines whose reasons lead to another amount than the line's. */
const wrong = (snapshot: PlanSnapshot, options: Parameters<typeof forecast>[1], lines: readonly ForecastLine[]): string[] => lines.flatMap((line) => {
  const sentences = explainLine(snapshot, options, line).map(({ text }) => text);
  try {
    const said = redone(sentences);
    return said === line.netPence ? [] : [`${line.kind}: ${said} for ${line.netPence}: ${sentences.join(' ')}`];
  } catch (fault) {
    return [`${line.kind}: ${String(fault)}`];
  }
});

describe('the reasons of a line, worked out again with nothing but their own figures, give its pence', () => {
  test('for every line of Hillcrest, over five years and over ten', () => {
    const snapshot = sampleSnapshot();
    for (const options of [asked, { ...asked, years: 10 }, { asOf: '2028-02-29', yearStartMonth: 9 }]) {
      const { lines } = forecast(snapshot, options);
      expect(wrong(snapshot, options, lines)).toEqual([]);
      expect(lines.length).toBeGreaterThan(1_000);
    }
  });

  test.each([['an infant school', infantSchool], ['a primary school with decisions', primaryDecided], ['an academy with decisions', academyDecided]])('for every line of %s', (_, school) => {
    const snapshot = school();
    expect(wrong(snapshot, asked, forecast(snapshot, asked).lines)).toEqual([]);
  });

  test('for every kind of line of schools made up at random, in any calendar', () => {
    const kinds = new Map<LineKind, number>();
    fc.assert(fc.property(plan({ consumables: true }), anyOptions(), (snapshot, options) => {
      const { lines } = forecast(snapshot, options);
      for (const { kind } of lines) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      expect(wrong(snapshot, options, lines)).toEqual([]);
    }), { seed: SEED + 50, numRuns: 400 });
    for (const kind of LINE_KINDS) expect([kind, kinds.get(kind) ?? 0]).toEqual([kind, expect.toSatisfy((count: number) => count > 25)]);
  }, 60_000);

  test('and a wrong figure in any of them would be found out', () => {
    const why = [
      '£415 on 1 April 2026 (its own price), rising 3% a year from 2027/28 to 2028/29, is £440.27 each.', '32 × £440.27 = £14,088.64.',
    ];
    expect(redone(why)).toBe(1_408_864);
    expect(() => redone([why[0] ?? '', '32 × £440.27 = £14,088.65.'])).toThrow('should say 1408864');
    expect(() => redone([(why[0] ?? '').replace('3%', '3.1%'), why[1] ?? ''])).toThrow('should say');
    expect(() => redone([why[0] ?? '', '32 × £440.28 = £14,088.96.'])).toThrow('should say 44027');
  });
});

describe('a figure as people name it', () => {
  const snapshot = sampleSnapshot();
  const result = forecast(snapshot, asked);
  const sumOf = (lines: readonly { readonly netPence: number | null }[]): number => lines.reduce((sum, { netPence }) => sum + (netPence ?? 0), 0);
  const linesOf = (year: string, of: string): readonly ForecastLine[] => {
    const found = figureNamed(snapshot, result, year, of);
    if ('unknown' in found) throw new Error(`${found.unknown}: ${found.known.join(', ')}`);
    return found.lines;
  };

  test.each<[string, string, number | undefined]>([
    ['2028/29', 'total', result.totals.totalPence[2]],
    ['2028/29', 'laptop', result.totals.byCategory.laptop?.[2]],
    ['2028', 'Laptops', result.totals.byCategory.laptop?.[2]],
    // The kind, as its row in the plan is called; the group of the chart has storage units and battery backups as well.
    ['2028/29', 'Servers', result.totals.byCategory.server?.[2]],
    ['2028/29', 'servers group', result.totals.byChartGroup.servers?.[2]],
    ['2027/28', 'devices', result.totals.byChartGroup.devices?.[1]],
    ['2027/28', 'Running costs', result.totals.byChartGroup.running?.[1]],
    ['2026/27', 'e20e', result.totals.byCode.E20E?.[0]],
    ['all', 'desktops', result.totals.byCategory.desktop?.reduce((sum, pence) => sum + pence, 0)],
  ])('%s, %s is the figure of the totals', (year, of, pence) => {
    const lines = linesOf(year, of);
    expect(sumOf(lines)).toBe(pence);
    expect(lines.length).toBeGreaterThan(0);
  });

  test('can be of a group’s kit, a room or a department, and these are parts of the whole', () => {
    const groups = ['staff laptops', 'pupil laptop', 'shared laptops'].map((of) => sumOf(linesOf('2028/29', of)));
    expect(groups[0]).toBeGreaterThan(0);
    // What is expected to be lost is of no group.
    const lost = sumOf(linesOf('2028/29', 'losses').filter(({ categoryKey }) => categoryKey === 'laptop'));
    expect(groups.reduce((sum, pence) => sum + pence, lost)).toBe(result.totals.byCategory.laptop?.[2]);
    const room = snapshot.locations.find(({ name }) => name === 'IT3');
    expect(linesOf('all', 'it3').every(({ assetId }) => snapshot.assets.find(({ id }) => id === assetId)?.locationId === room?.id)).toBe(true);
    const departments = snapshot.departments.reduce((sum, { name }) => sum + linesOf('2028/29', name).length, 0);
    expect(departments).toBeGreaterThan(0);
  });

  test('is explained in parts that add up to it, each with the reasons of all its lines', () => {
    for (const [year, of] of [['2028/29', 'laptop'], ['2026/27', 'total'], ['all', 'upgrades']] as const) {
      const lines = linesOf(year, of);
      const parts = explainLines(snapshot, asked, lines);
      expect(sumOf(parts)).toBe(sumOf(lines));
      expect(parts.reduce((sum, part) => sum + part.lines.length, 0)).toBe(lines.length);
      for (const part of parts) expect((redone(part.steps) ?? 0) * part.lines.length).toBe(part.netPence ?? 0);
    }
  });

  test('that is not there answers with what there is', () => {
    expect(figureNamed(snapshot, result, '2044/45', 'laptop')).toEqual({ unknown: 'year', known: ['2026/27', '2027/28', '2028/29', '2029/30', '2030/31', 'all'] });
    const unknown = figureNamed(snapshot, result, '2028/29', 'hoverboards');
    expect(unknown).toMatchObject({ unknown: 'of' });
    expect('known' in unknown ? unknown.known : []).toEqual(expect.arrayContaining(['total', 'Devices', 'laptops', 'pupil laptops', 'E20E', 'IT3']));
  });
});
