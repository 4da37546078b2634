import { describe, expect, test } from 'vitest';
import { fitCheck } from '../../../../planning/analysis/fit/check.ts';
import { plannedKit } from '../../../../planning/analysis/fit/planned-kit.ts';
import { waysToRun, type Way } from '../../../../planning/analysis/fit/ways.ts';
import { forecast } from '../../../../planning/forecast.ts';
import { applyChanges } from '../../../../planning/scenarios/change.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { AS_OF, department, kit, model, place, policiesWith, schoolOf } from '../../fixtures.ts';
import { title } from '../../agreements/fixtures.ts';
import { subject } from './fixtures.ts';

const OPTIONS = { asOf: AS_OF };
const small = model({ id: 1, name: '300 small desktop', categoryKey: 'desktop', memoryGb: 8, cores: 4, storageGb: 256, unitPence: 40_000, priceDate: '2026-06-12' });
const large = model({ id: 2, name: '500 desktop', categoryKey: 'desktop', memoryGb: 16, cores: 6, storageGb: 512, unitPence: 60_000, priceDate: '2026-06-12' });
const desktops = (parts: Parameters<typeof kit>[0] = {}) => kit({ categoryKey: 'desktop', modelId: 1, locationId: 1, quantity: 16, purchaseDate: '2023-08-15', description: '300', ...parts });
const school = (assets: PlanSnapshot['assets'], parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({
  models: [small, large], locations: [place(1, 'MU1'), place(2, 'IT1'), place(3, 'IT3')], departments: [department(5, 'Music'), department(6, 'Computing')],
  policies: policiesWith('desktop', { upgrade: null }), assets, ...parts,
});
const SOUND = subject({ needsMemoryGb: 16 }, { locationIds: [1] });
const ways = (snapshot: PlanSnapshot, yearIndex: number, asks = SOUND): readonly Way[] => waysToRun(snapshot, OPTIONS, asks, { rowKey: '1:1', yearIndex });
const told = (found: readonly Way[]): string[] => found.map(({ words, makes, costPence }) => `${words}: ${makes}, ${costPence}`);
const planned = (snapshot: PlanSnapshot): number => forecast(snapshot, OPTIONS).totals.plannedPence.reduce((sum, pence) => sum + pence, 0);

describe('what would it take', () => {
  test('more memory at the price of the policy, in the year it is needed', () => {
    const policies = policiesWith('desktop', { binding: [], upgrade: { atMonths: 36, unitPence: 3_800, priceDate: '2026-06-12', what: 'memory' } });
    const [memory] = ways(school([desktops()], { policies, models: [small] }), 1);
    // £38 of 2026/27, 3% in 2027/28: £39.14, × 16 = £626.24.
    expect(memory).toMatchObject({ kind: 'memory', words: 'Fit 16 desktops with memory to 16 GB', costPence: 62_624, makes: 'runs', changes: [] });
    expect(memory?.steps.map(({ text }) => text).join(' ')).toContain('A memory upgrade costs £38 as of 12 June 2026, says the policy of this kit; ask whether that is for 16 GB.');
  });

  test('no price of memory is no price, and never £0; other kit’s price is named as such', () => {
    const none = school([desktops()], { policies: policiesWith('desktop', { binding: [], upgrade: null }), models: [small] });
    expect(ways(none, 0)).toMatchObject([{ kind: 'memory', costPence: null }]);
    const other = { ...none, policies: none.policies.map((policy) => (policy.categoryKey === 'laptop' ? { ...policy, upgrade: { atMonths: 36, unitPence: 5_000, priceDate: '2026-06-12', what: 'memory' } } : policy)) };
    const [memory] = ways(other, 0);
    expect(memory).toMatchObject({ costPence: 80_000 });
    expect(memory?.steps.map(({ text }) => text).join(' ')).toContain('says the policy of other kit');
  });

  test('memory that leaves it slow for its cores says so, and is not offered where it is slow already', () => {
    const policies = policiesWith('desktop', { binding: [], upgrade: { atMonths: 36, unitPence: 3_800, priceDate: '2026-06-12', what: 'memory' } });
    const asks = subject({ needsMemoryGb: 16, leastMemoryGb: 8, needsCores: 6, leastCores: 4 }, { locationIds: [1] });
    expect(told(ways(school([desktops()], { policies, models: [small] }), 0, { ...asks, requirements: { ...asks.requirements, leastMemoryGb: null } }))).toEqual(['Fit 16 desktops with memory to 16 GB: slow, 60800']);
    expect(ways(school([desktops()], { policies, models: [small] }), 0, asks)).toEqual([]);
  });

  test('the planned upgrade, said to bring what is needed, costs no more and can be tried', () => {
    // The upgrade at 36 months, August 2026, is past; bought December 2023 it is to come in December 2026.
    const policies = policiesWith('desktop', { upgrade: { atMonths: 36, unitPence: 3_800, priceDate: '2026-06-12', what: 'memory' } });
    const snapshot = school([desktops({ purchaseDate: '2023-12-12' })], { policies, models: [small] });
    const [way] = ways(snapshot, 0);
    expect(way).toMatchObject({ words: 'Have the memory that the plan fits to 16 desktops bring 16 GB', costPence: 0 });
    const tried = applyChanges(snapshot, way?.changes ?? []);
    expect(planned(tried)).toBe(planned(snapshot));
    expect(fitCheck(tried, plannedKit(tried, OPTIONS), SOUND)?.rows[0]?.cells[0]?.answer).toBe('runs');
  });

  test('the replacement brought forward costs what the forecast says it does, second generation and rises included', () => {
    const snapshot = school([desktops()], { policies: policiesWith('desktop', { upgrade: null, replacementModelId: 2 }) });
    const forward = ways(snapshot, 0).find(({ kind }) => kind === 'forward');
    const tried = applyChanges(snapshot, forward?.changes ?? []);
    expect(forward?.words).toBe('Replace 16 desktops in 2026/27 instead of later');
    expect(forward?.costPence).toBe(planned(tried) - planned(snapshot));
    expect(fitCheck(tried, plannedKit(tried, OPTIONS), SOUND)?.rows[0]?.cells[0]?.answer).toBe('runs');
  });

  test('a better model at the replacement costs the difference', () => {
    // Due August 2028, by the small one: asked of 2028/29. 60,000 and 40,000 with two rises: £636.54 and £424.36, × 16.
    const snapshot = school([desktops()]);
    const [better] = ways(snapshot, 2).filter(({ kind }) => kind === 'model');
    expect(better).toMatchObject({ words: 'Replace 16 desktops by 500 desktop', makes: 'runs', costPence: 16 * (63_654 - 42_436) });
    const tried = applyChanges(snapshot, better?.changes ?? []);
    expect(planned(tried) - planned(snapshot)).toBe(better?.costPence);
  });

  test('kit changes places with a room that loses nothing by it, and stays where something there needs it', () => {
    const assets = [desktops({ departmentId: 5 }), desktops({ modelId: 2, locationId: 3, quantity: 32, departmentId: 6 })];
    const policies = policiesWith('desktop', { binding: [], upgrade: null });
    const swap = (software: PlanSnapshot['software']): Way | undefined => ways(school(assets, { policies, software }), 0).find(({ kind }) => kind === 'swap');
    expect(swap([])).toMatchObject({ words: 'Change places: 16 desktops from IT3 for those in MU1', costPence: 0, changes: [] });
    expect(swap([title({ departmentIds: [6], needsMemoryGb: 8 })])?.steps.map(({ text }) => text).join(' ')).toContain('Of 1 title or need of Computing none would run worse');
    expect(swap([title({ departmentIds: [6], needsMemoryGb: 16 })])).toBeUndefined();
    // Of the whole school's titles too; those of Music say nothing of Computing.
    expect(swap([title({ needsCores: 6 })])).toBeUndefined();
    expect(swap([title({ departmentIds: [5], needsMemoryGb: 16 })])).toBeDefined();
    // Fifteen are not enough for sixteen.
    expect(ways(school([assets[0] ?? desktops(), desktops({ modelId: 2, locationId: 3, quantity: 15, departmentId: 6 })], { policies }), 0).some(({ kind }) => kind === 'swap')).toBe(false);
  });

  test('updates paid for longer, where their end alone stops it: without a price, never £0', () => {
    const policies = policiesWith('desktop', { binding: ['os_end'], upgrade: null });
    const end = { osName: 'Windows 10 22H2', osEnd: '2026-10-14', osCanMove: false, purchaseDate: '2026-09-01' };
    const snapshot = school([desktops({ ...end, movedTo: '2030-08-01' })], { policies, models: [small] });
    const eight = subject({ needsMemoryGb: 8 }, { locationIds: [1] });
    // Ended 14 October 2026; to 31 March 2028 are two years.
    const support = ways(snapshot, 1, eight).find(({ kind }) => kind === 'support');
    expect(support).toMatchObject({ words: 'Pay for 2 years more of security updates for 16 desktops', costPence: null, makes: 'runs' });
    const tried = applyChanges(snapshot, support?.changes ?? []);
    expect(fitCheck(tried, plannedKit(tried, OPTIONS), eight)?.rows[0]?.cells.map(({ answer }) => answer).slice(0, 3)).toEqual(['runs', 'runs', 'no']);
    // Where it lacks memory as well, that is no way.
    expect(ways(snapshot, 1).some(({ kind }) => kind === 'support')).toBe(false);
  });

  test('come in the order of their cost, without a price last; none where it runs', () => {
    const snapshot = school([desktops(), desktops({ modelId: 2, locationId: 3, quantity: 32 })]);
    const found = ways(snapshot, 1);
    expect(found.length).toBeGreaterThan(1);
    const costs = found.map(({ costPence }) => costPence ?? Infinity);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    expect(ways(snapshot, 1, subject({ needsMemoryGb: 4 }, { locationIds: [1] }))).toEqual([]);
  });
});
