import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../app/contract/plan.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const historyOf = async (plan: TestPlan, assetId: number): Promise<readonly HistoryEntry[]> => plan.call('plan.history', { assetId });
/** `Room: Library to IT3`, one line a field. */
const told = (entry: HistoryEntry | undefined): string[] => (entry?.fields ?? []).map(({ field, before, after }) => `${field}: ${before ?? 'none'} to ${after ?? 'none'}`);

const group = { description: 'Kestrel 400', categoryKey: 'desktop', make: 'Kestrel', model: '400', tag: 'DT', quantity: 4, purchaseDate: '2023-12-12', coverEnd: '2026-12-12', room: 'Library' };
const add = async (plan: TestPlan, ...rows: readonly object[]): Promise<number> => {
  const { value } = await plan.call('register.cells', { add: rows.map((row) => ({ ...group, ...row })) });
  return value.added[0] ?? 0;
};

describe('the history of an asset', () => {
  it('tells every field in words, with names in place of numbers, who and why', async () => {
    using plan = planInMemory();
    const id = await add(plan, {});
    await plan.call('register.edit', {
      ids: [id], role: 'business_manager', reason: 'Inventory in July',
      set: { room: 'IT3', department: 'Computing', model: '400 G2', status: 'spare', unitPaidPence: 39_850, userGroup: 'pupil', osCanMove: false, fundKey: 'dfc', quantity: 5 },
    });
    const [first, second] = await historyOf(plan, id);
    expect(first).toMatchObject({ role: 'business_manager', reason: 'Inventory in July', undoable: true });
    expect(told(first).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'Department: none to Computing', 'Fund: none to Devolved formula capital', 'Model: Kestrel 400 to Kestrel 400 G2', 'Number of items: 4 to 5', 'Price paid: none to £398.50',
      'Room: Library to IT3', 'Status: In use to Spare', 'System can be moved on: yes to no', 'User group: none to Pupils',
    ]);
    expect([second?.label, second?.fields]).toEqual(['Add 1 row to the register', []]);
  });

  it('still knows the name of a room that has been merged away', async () => {
    using plan = planInMemory();
    const id = await add(plan, {});
    await plan.call('register.edit', { ids: [id], set: { room: 'Libary' } });
    const { snapshot: { locations } } = await plan.call('plan.snapshot', {});
    const at = (name: string): number => locations.find((place) => place.name === name)?.id ?? 0;
    await plan.call('places.merge', { keepId: at('Library'), ids: [at('Libary')] });
    expect((await historyOf(plan, id)).slice(0, 2).map((entry) => [entry.label, ...told(entry)])).toEqual([
      ['Merge Libary into Library', 'Room: Libary to Library'], ['Change the room of DT', 'Room: Library to Libary'],
    ]);
  });

  it('includes its cover, its contracts and what was recorded of it', async () => {
    using plan = planInMemory();
    const id = await add(plan, {});
    await plan.call('register.edit', { ids: [id], set: { coverEnd: '2027-12-12' } });
    await plan.call('contract.add', {
      name: 'Desktop care', categoryKey: 'support_contract', costCategory: 'it_support', contractKind: 'hardware_cover', coversHardware: true, assetIds: [id],
    });
    await plan.call('register.lose', { ids: [id], what: 'broken', on: '2026-11-02', unitPence: 4_500, notes: 'Power supply' });
    const told3 = (await historyOf(plan, id)).slice(0, 3).map((entry) => told(entry));
    expect(told3[0]).toContain('Recorded: none to Broken, 4, 2 Nov 2026, £180, Power supply');
    expect(told3[0]).toContain('Status: In use to In repair');
    expect(told3[1]).toEqual(['Contract: none to Desktop care']);
    expect(told3[2]?.join()).toContain('to 12 Dec 2027');
  });

  it('of a single item reaches back into the group it was split from, and of a group into the rows it was merged of', async () => {
    using plan = planInMemory();
    const id = await add(plan, {});
    await plan.call('register.edit', { ids: [id], set: { room: 'IT3' } });
    const { value } = await plan.call('register.split', { id, into: { kind: 'list', items: [{ tag: 'DT-1', serial: null }, { tag: 'DT-2', serial: null }] } });
    const [, one = 0, two = 0] = value.ids;
    await plan.call('register.edit', { ids: [id], set: { room: 'IT2' } });
    await plan.call('register.edit', { ids: [one], set: { serial: 'K4-1' } });
    const labels = async (asset: number): Promise<string[]> => (await historyOf(plan, asset)).map(({ label }) => label);
    const shared = ['Split DT (4 items) by a list of 2', 'Change the room of DT', 'Add 1 row to the register'];
    expect(await labels(one)).toEqual(['Change the serial number of DT-1', ...shared]);
    expect(await labels(two)).toEqual(shared);
    expect(await labels(id)).toEqual(['Change the room of DT', ...shared]);
    await plan.call('register.merge', { ids: [two, one], holds: { tag: two, serial: two } });
    expect(await labels(two)).toEqual(['Merge 2 rows into one group of 2: Kestrel 400', 'Change the serial number of DT-1', ...shared]);
    await plan.call('plan.undo', {});
    expect((await labels(two)).slice(1)).toEqual(['Merge 2 rows into one group of 2: Kestrel 400', 'Change the serial number of DT-1', ...shared]);
  });

  it('takes one change back out of the middle, and refuses where something came after', async () => {
    using plan = planInMemory();
    const id = await add(plan, {});
    await plan.call('register.edit', { ids: [id], set: { room: 'IT3' } });
    await plan.call('register.edit', { ids: [id], set: { notes: 'Fan is loud' } });
    await plan.call('register.edit', { ids: [id], set: { notes: 'Fan replaced' } });
    const [, notes, room] = await historyOf(plan, id);
    const { change } = await plan.call('plan.undo', { changeId: room?.id ?? 0 });
    expect(change).toMatchObject({ label: 'Change the room of DT', kind: 'undo' });
    expect(await plan.dispatch('plan.undo', { changeId: notes?.id ?? 0 })).toMatchObject({ ok: false, error: {
      code: 'conflict', message: '“Change the notes of DT” cannot be undone: Kestrel 400 (DT) has been changed since. Nothing was changed.',
    } });
    const after = await historyOf(plan, id);
    expect(after.map(({ kind, undoable }) => [kind, undoable])).toEqual([['undo', false], ['do', true], ['do', true], ['do', false], ['do', true]]);
    expect(after[0]?.fields).toEqual([{ field: 'Room', before: 'IT3', after: 'Library' }]);
  });
});
