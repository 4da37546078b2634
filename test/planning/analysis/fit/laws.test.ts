import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_ANALYSIS } from '../../../../planning/analysis/facts.ts';
import { fitCheck, type FitReport } from '../../../../planning/analysis/fit/check.ts';
import { FIT_ANSWERS } from '../../../../planning/analysis/fit/judge.ts';
import { plannedKit } from '../../../../planning/analysis/fit/planned-kit.ts';
import { fitSteps } from '../../../../planning/analysis/fit/why.ts';
import type { Requirements } from '../../../../planning/analysis/need-facts.ts';
import { forecast } from '../../../../planning/forecast.ts';
import type { AssetModel, PlanSnapshot } from '../../../../planning/snapshot.ts';
import { AS_OF, BLANK_KIT, model, place, policiesWith, schoolOf } from '../../fixtures.ts';
import { cost, need, option, subject } from './fixtures.ts';

/* Laws that hold for every school: made of a few models, rooms and rows, whatever is known of them. */

const size = (...values: readonly number[]) => fc.constantFrom(null, ...values);
const requirements: fc.Arbitrary<Requirements> = fc.record({
  needsSystem: fc.constantFrom(null, null, 'Windows 11', 'Windows 10', 'macOS 14'), needsMemoryGb: size(4, 8, 16, 32), leastMemoryGb: size(4, 8, 16), needsCores: size(2, 4, 6, 8),
  leastCores: size(2, 4, 6), needsStorageGb: size(64, 128, 256),
});
const models: fc.Arbitrary<readonly AssetModel[]> = fc.array(fc.record({ memoryGb: size(4, 8, 16), cores: size(2, 4, 6), storageGb: size(64, 128, 256) }), { minLength: 3, maxLength: 3 })
  .map((found) => found.map((inside, index) => model({ id: index + 1, name: `Model ${index + 1}`, categoryKey: index === 2 ? 'laptop' : 'desktop', unitPence: 40_000, priceDate: '2026-04-01', ...inside })));
const rows = fc.array(fc.record({
  categoryKey: fc.constantFrom('desktop', 'laptop'), modelId: fc.constantFrom(null, 1, 2, 3), locationId: fc.constantFrom(null, 1, 2), quantity: fc.integer({ min: 1, max: 40 }),
  purchaseDate: fc.constantFrom(null, '2019-09-01', '2022-08-15', '2023-12-12', '2026-09-01'), osName: fc.constantFrom(null, 'Windows 10 22H2', 'Windows 11 24H2 (E)', 'macOS 14'),
  osCanMove: fc.boolean(), osEnd: fc.constantFrom(null, '2025-10-14', '2028-10-10'), upgradeDoneOn: fc.constantFrom(null, '2026-08-01'), status: fc.constantFrom('in_use', 'spare', 'in_stock'),
} as const), { minLength: 1, maxLength: 8 });

const schools: fc.Arbitrary<PlanSnapshot> = fc.record({ models, rows, follows: fc.constantFrom(null, 1, 2), what: fc.constantFrom('memory', 'memory to 16 GB', 'a fan'), backlogYears: fc.constantFrom(1, 3) })
  .map(({ models: library, rows: assets, follows, what, backlogYears }) => {
    const snapshot = schoolOf({
      models: library, locations: [place(1, 'MU1'), place(2, 'IT3')], assets: assets.map((parts, index) => ({ ...BLANK_KIT, id: index + 1, ...parts })),
      policies: policiesWith('desktop', { replacementModelId: follows, upgrade: { atMonths: 36, unitPence: 3_800, priceDate: null, what } }),
    });
    return { ...snapshot, school: { ...snapshot.school, backlogYears } };
  });

const check = (snapshot: PlanSnapshot, asks: Requirements): FitReport | null => fitCheck(snapshot, plannedKit(snapshot, { asOf: AS_OF }), subject(asks));
const answers = (report: FitReport | null): ReadonlyMap<string, readonly number[]> =>
  new Map(report?.rows.map(({ key, cells }) => [key, cells.map(({ answer }) => FIT_ANSWERS.indexOf(answer))]));

/** No room's answer of any year is worse in the second. */
const neverWorse = (before: FitReport | null, after: FitReport | null): boolean => {
  const then = answers(after);
  return [...answers(before)].every(([key, years]) => years.every((rank, year) => rank <= (then.get(key)?.[year] ?? -1)));
};

const more = (snapshot: PlanSnapshot, what: 'memoryGb' | 'cores' | 'storageGb', by: readonly number[]): PlanSnapshot =>
  ({ ...snapshot, models: snapshot.models.map((each, index) => ({ ...each, [what]: each[what] === null ? null : (each[what] ?? 0) + (by[index] ?? 0) })) });

describe('the fit check of a room', () => {
  test('never gets worse by more memory, cores or storage of any model', () => {
    fc.assert(fc.property(schools, requirements, fc.constantFrom('memoryGb', 'cores', 'storageGb'), fc.array(fc.integer({ min: 0, max: 64 }), { minLength: 3, maxLength: 3 }), (snapshot, asks, what, by) =>
      neverWorse(check(snapshot, asks), check(more(snapshot, what, by), asks))), { numRuns: 600 });
  });

  test('never gets worse by an option that fits more memory or storage somewhere, whatever the policy fits besides', () => {
    const upgrades = fc.record({ memoryGb: fc.constantFrom(4, 8, 12, 16, 32), locationId: fc.constantFrom(1, 2), quantity: fc.integer({ min: 1, max: 60 }), on: fc.constantFrom('2026-12-01', '2027-09-01', '2029-01-15') });
    fc.assert(fc.property(schools, requirements, upgrades, (snapshot, asks, fitted) => {
      const withNeed = { ...snapshot, analysis: { ...NO_ANALYSIS, needs: [need({ id: 1, options: [option(11, 'More memory', [cost({ id: 1, categoryKey: 'other', ...fitted })])] })] } };
      const checked = (optionId: number | null): FitReport | null => fitCheck(withNeed, plannedKit(withNeed, { asOf: AS_OF }, { needId: 1, optionId }), subject(asks));
      return neverWorse(checked(null), checked(11));
    }), { numRuns: 400 });
  });

  test('never gets worse by asking for less', () => {
    const looser = fc.record({ what: fc.constantFrom('needsMemoryGb', 'leastMemoryGb', 'needsCores', 'leastCores', 'needsStorageGb'), to: fc.integer({ min: 1, max: 16 }) } as const);
    fc.assert(fc.property(schools, requirements, looser, (snapshot, asks, { what, to }) => {
      const less: Requirements = { ...asks, [what]: asks[what] === null ? null : Math.max(1, asks[what] - to) };
      return neverWorse(check(snapshot, asks), check(snapshot, less));
    }), { numRuns: 600 });
  });

  test('never gets worse by asking for no storage or no system at all', () => {
    fc.assert(fc.property(schools, requirements, fc.constantFrom('needsStorageGb', 'needsSystem'), (snapshot, asks, what) => {
      const less = check(snapshot, { ...asks, [what]: null });
      return less === null || neverWorse(check(snapshot, asks), less);
    }), { numRuns: 300 });
  });

  test('always has a reason and numbered steps, and its counts are the computers that stand there', () => {
    fc.assert(fc.property(schools, requirements, (snapshot, asks) => {
      const report = check(snapshot, asks);
      for (const row of report?.rows ?? []) {
        for (const [year, cell] of row.cells.entries()) {
          const { runs, slow, no, unknown } = cell.counts;
          expect(cell.words).not.toBe('');
          expect(cell.reason.length).toBeGreaterThan(3);
          expect(runs + slow + no + unknown).toBe(cell.items);
          expect(cell.groups.reduce((sum, { items }) => sum + items, 0)).toBe(cell.items);
          if (report !== null) expect(fitSteps(snapshot, report, row, year).length).toBeGreaterThanOrEqual(3);
          if (cell.answer !== 'runs') expect(cell.beside + cell.words).not.toMatch(/^(No|Slow|Not known)$/);
        }
      }
    }), { numRuns: 200 });
  });

  test('keeps every computer of the register: nobody loses one but by a decision', () => {
    fc.assert(fc.property(schools, (snapshot) => {
      const report = check(snapshot, { needsSystem: null, needsMemoryGb: 1, leastMemoryGb: null, needsCores: null, leastCores: null, needsStorageGb: null });
      const all = snapshot.assets.reduce((sum, { quantity }) => sum + quantity, 0);
      for (const year of [0, 2, 4]) expect(report?.rows.reduce((sum, { cells }) => sum + (cells[year]?.items ?? 0), 0)).toBe(all);
    }), { numRuns: 200 });
  });

  test('has as many new computers at the end of the plan as the forecast buys for the last time', () => {
    fc.assert(fc.property(schools, (snapshot) => {
      const kit = plannedKit(snapshot, { asOf: AS_OF });
      const replaced = new Map<number, number>();
      for (const { kind, assetId, quantity, occurrence } of forecast(snapshot, { asOf: AS_OF }).lines) {
        if (kind === 'replace' && assetId !== null && occurrence === 0) replaced.set(assetId, (replaced.get(assetId) ?? 0) + quantity);
      }
      const bought = [...replaced.values()].reduce((sum, items) => sum + items, 0);
      const month = (kit.context.years.at(-1)?.firstMonth ?? 0) + 11;
      const still = kit.standings.flatMap((standing) => standing.tracks).reduce((sum, track) => {
        const there = track.stretches.find(({ from, until }) => from <= month && month < until);
        return sum + (there !== undefined && there.from > -Infinity && track.stretches.some(({ origin }) => origin === 'replacement') ? track.items : 0);
      }, 0);
      expect(still).toBe(bought);
    }), { numRuns: 200 });
  });
});
