import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../planning/calendar.ts';
import { ownFailures } from '../../../planning/range/own-failures.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { kit, schoolOf } from '../fixtures.ts';
import { AS_OF, broken, schoolWithRecord } from './schools.ts';

const pupilLaptops = (school: PlanSnapshot) => ownFailures(school, AS_OF).get('laptop/pupil');

describe('how kit fails by the school’s own record', () => {
  it('is not said below five entries', () => {
    expect(pupilLaptops(schoolWithRecord(4))).toBeUndefined();
    expect(pupilLaptops(schoolWithRecord(5))?.record).toMatchObject({ events: 5, items: 5 });
    expect(ownFailures(schoolOf(), AS_OF).size).toBe(0);
  });

  it('rises with age where the old break and the new do not', () => {
    const failures = pupilLaptops(schoolWithRecord(40));
    expect(failures?.ageing?.shape).toBeGreaterThan(1.5);
  });

  it('gives back as many failures as were seen: Σ (exit ÷ scale)^shape − (entry ÷ scale)^shape over the kit', () => {
    const school = schoolWithRecord(40);
    const { ageing = null } = pupilLaptops(school) ?? {};
    // The record runs from January 2024, so that older kit counts from then on, to November 2026 inclusive.
    const [from, until] = [288, 323];
    const expected = school.assets.filter(({ categoryKey }) => categoryKey === 'laptop').reduce((sum, { purchaseDate }) => {
      const [year = '', month = ''] = purchaseDate?.split('-') ?? [];
      const start = (Number(year) - 2000) * 12 + Number(month) - 1;
      const hazardTo = (months: number): number => (Math.max(0, months) / (ageing?.scale ?? Number.NaN)) ** (ageing?.shape ?? Number.NaN);
      return sum + hazardTo(until - start) - hazardTo(Math.max(from, start) - start);
    }, 0);
    expect(expected).toBeCloseTo(40, 6);
  });

  it('shares out what was broken of nobody’s in particular over the kit there was', () => {
    const named = schoolWithRecord(40);
    const unnamed = { ...named, ledger: named.ledger.map((entry) => ({ ...entry, assetId: null })) };
    const failures = pupilLaptops(unnamed);
    expect(failures?.record.events).toBe(40);
    // Nothing says any more that it was the old ones.
    expect(failures?.ageing?.shape ?? 1).toBeLessThan(pupilLaptops(named)?.ageing?.shape ?? 0);
  });

  it('says one rate at every age where all failed at one age', () => {
    // Ten laptops watched from new for 49 months, of which six break in the last: no habit, and 6 ÷ 490 a month.
    const assets = Array.from({ length: 10 }, () => kit({ userGroup: 'pupil', purchaseDate: '2022-11-02' }));
    const ledger = [
      broken(50, '2022-11-20', { kind: 'repaired', assetId: assets[0]?.id ?? null }),
      ...assets.slice(0, 6).map(({ id }, index) => broken(index + 1, '2026-11-10', { assetId: id })),
    ];
    const failures = pupilLaptops(schoolOf({ assets, ledger }));
    expect(failures?.ageing).toBeNull();
    expect(failures?.perMonth).toBeCloseTo(6 / 490, 10);
  });

  it('takes no notice of an entry from before its item was bought', () => {
    const school = schoolWithRecord(20);
    const [first] = school.assets;
    const early = { ...school, ledger: [...school.ledger, broken(99, addMonths('2022-12-12', -3), { assetId: first?.id ?? null })] };
    const shape = (each: PlanSnapshot): number => pupilLaptops(each)?.ageing?.shape ?? Number.NaN;
    expect(Number.isFinite(shape(early))).toBe(true);
  });
});
