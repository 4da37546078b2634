import { describe, expect, it } from 'vitest';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const assetsOf = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot.assets;

async function withCameras(): Promise<TestPlan> {
  const plan = planInMemory();
  await plan.call('register.cells', { add: [
    { categoryKey: 'camera', description: 'Field camera', tag: 'C-7', orderNumber: '3980' },
    { categoryKey: 'camera', description: 'Field camera', tag: 'C-8', serial: 'FC-2150', notes: 'Lens cap missing' },
    { categoryKey: 'camera', description: 'Field camera', tag: 'C-9', serial: 'FC-2150', room: 'Art 2', coverEnd: '2026-01-01', notes: 'In the cupboard' },
  ] });
  return plan;
}

describe('dates that are assumed', () => {
  it('are kept as assumed, each with what it goes by, as one change that can be undone', async () => {
    using plan = await withCameras();
    const { change, value } = await plan.call('register.assume', {
      reason: 'Serial range and order 3980',
      rows: [{ id: 1, purchaseDate: '2021-09-01', basis: 'order 3980, 8 of them' }, { id: 2, purchaseDate: '2019-09-01', basis: 'serial range FC-2100 to FC-2299' }],
    });
    expect(value).toEqual({ changed: 2 });
    expect(change).toMatchObject({ label: 'Assume when 2 rows were bought', reason: 'Serial range and order 3980' });
    expect((await assetsOf(plan)).map(({ purchaseDate, purchaseDateAssumed, purchaseDateBasis }) => [purchaseDate, purchaseDateAssumed, purchaseDateBasis])).toEqual([
      ['2021-09-01', true, 'order 3980, 8 of them'], ['2019-09-01', true, 'serial range FC-2100 to FC-2299'], [null, false, null],
    ]);
    await plan.call('plan.undo', {});
    expect((await assetsOf(plan)).every(({ purchaseDate }) => purchaseDate === null)).toBe(true);
  });

  it('stop being assumed when somebody enters the day', async () => {
    using plan = await withCameras();
    await plan.call('register.assume', { rows: [{ id: 1, purchaseDate: '2021-09-01', basis: 'order 3980' }] });
    await plan.call('register.edit', { ids: [1], set: { purchaseDate: '2021-09-13' } });
    expect((await assetsOf(plan))[0]).toMatchObject({ purchaseDate: '2021-09-13', purchaseDateAssumed: false, purchaseDateBasis: null });
  });

  it.each<[object, string]>([
    [{ id: 1, purchaseDate: '2027-01-01', basis: 'a guess' }, 'C-7: 1 January 2027 is still to come. Kit that has not arrived has the status On order.'],
    [{ id: 3, purchaseDate: '2026-05-01', basis: 'a guess' }, 'C-9: Must be before 1 January 2026, when its warranty ends.'],
    [{ id: 99, purchaseDate: '2021-09-01', basis: 'a guess' }, 'No asset has the number 99. It may have been removed.'],
    [{ id: 1, purchaseDate: '2021-09-01', basis: '  ' }, 'rows.0.basis: Say in a few words what the date goes by.'],
    [{ id: 1, purchaseDate: '2021-02-30', basis: 'a guess' }, 'rows.0.purchaseDate: That day is not in the calendar between 1980 and 2100.'],
  ])('are refused in words where they cannot be: %o', async (row, message) => {
    using plan = await withCameras();
    expect(await plan.dispatch('register.assume', { rows: [row] })).toMatchObject({ ok: false, error: { message } });
    expect((await assetsOf(plan)).every(({ purchaseDate }) => purchaseDate === null)).toBe(true);
  });
});

describe('two rows for the same thing', () => {
  it('become one that has what either knew, with its cover, contracts and history; undo brings both back', async () => {
    using plan = await withCameras();
    await plan.call('contract.add', { name: 'Camera cover', categoryKey: 'support_contract', costCategory: 'other_hardware', contractKind: 'hardware_cover', coversHardware: true, assetIds: [3], amountPence: 9_000, start: '2026-04-01', end: '2027-03-31' });
    const before = await assetsOf(plan);
    const { change } = await plan.call('register.keepOne', { keep: 2, remove: [3] });
    expect(change).toMatchObject({ label: 'Keep C-8 of 2 rows for the same thing' });
    const { snapshot } = await plan.call('plan.snapshot', {});
    const room = snapshot.locations.find(({ name }) => name === 'Art 2')?.id;
    expect(snapshot.assets.map(({ tag }) => tag)).toEqual(['C-7', 'C-8']);
    expect(snapshot.assets[1]).toMatchObject({ tag: 'C-8', serial: 'FC-2150', locationId: room, coverEnd: '2027-03-31', notes: 'Lens cap missing\nIn the cupboard' });
    expect(snapshot.contracts[0]?.assetIds).toEqual([2]);
    expect(snapshot.warranties.map(({ assetId, endsOn }) => [assetId, endsOn])).toEqual([[2, '2026-01-01']]);
    await plan.call('plan.undo', {});
    expect(await assetsOf(plan)).toEqual(before);
    await plan.call('plan.redo', {});
    expect((await assetsOf(plan)).map(({ tag }) => tag)).toEqual(['C-7', 'C-8']);
  });

  it('keep the day that somebody knows before one that was assumed, and one link to what they replaced', async () => {
    using plan = await withCameras();
    await plan.call('register.assume', { rows: [{ id: 2, purchaseDate: '2019-09-01', basis: 'serial range' }] });
    await plan.call('register.edit', { ids: [3], set: { purchaseDate: '2019-10-04' } });
    await plan.call('register.keepOne', { keep: 2, remove: [3, 3, 2] });
    expect((await assetsOf(plan))[1]).toMatchObject({ purchaseDate: '2019-10-04', purchaseDateAssumed: false, purchaseDateBasis: null });
  });

  it('cannot be the same row', async () => {
    using plan = await withCameras();
    expect(await plan.dispatch('register.keepOne', { keep: 2, remove: [2] })).toMatchObject({ ok: false, error: { message: 'The row that is kept cannot be the one that goes.' } });
  });
});

describe('what looks wrong and is right', () => {
  it('is kept with its reason, not told again, and can be taken back', async () => {
    using plan = await withCameras();
    const { change } = await plan.call('quality.settle', { finding: 'twice', keys: ['2,3'], reason: 'The label printer repeated itself' });
    expect(change).toMatchObject({ label: 'Keep rows that look the same' });
    const settled = async () => (await plan.call('plan.snapshot', {})).snapshot.settled.map(({ finding, key, reason }) => [finding, key, reason]);
    expect(await settled()).toEqual([['twice', '2,3', 'The label printer repeated itself']]);
    await plan.call('quality.settle', { finding: 'twice', keys: ['2,3'] });
    expect(await settled()).toEqual([['twice', '2,3', 'They are different things']]);
    await plan.call('quality.settle', { finding: 'twice', keys: ['2,3'], right: false });
    expect(await settled()).toEqual([]);
    await plan.call('plan.undo', {});
    expect(await settled()).toHaveLength(1);
  });
});
