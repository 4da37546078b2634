import { describe, expect, it } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Request } from '../../app/contract/contract.ts';
import { planInMemory, testPlan, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const snapshotOf = async (plan: TestPlan): Promise<PlanSnapshot> => (await plan.call('plan.snapshot', {})).snapshot;
const totalsOf = (snapshot: PlanSnapshot): unknown => forecast(snapshot, { asOf: TODAY }).totals;

/** A trolley of laptops with cover, under a contract, with a policy and an order of its own. */
async function trolley(plan: TestPlan, quantity = 10): Promise<number> {
  const { value } = await plan.call('register.cells', { add: [{
    description: 'Tamar 11 laptop', categoryKey: 'laptop', tag: 'Trolley C', quantity, purchaseDate: '2024-09-02', coverEnd: '2027-09-01',
    room: 'Library', supplier: 'Northern Kit', unitPaidPence: 34_000, userGroup: 'pupil', orderNumber: '4471',
  }] });
  return value.added[0] ?? 0;
}

describe('splitting a group', () => {
  it('gives every part the cover, the room and the order that the group has, and the forecast its figures', async () => {
    using plan = planInMemory();
    const id = await trolley(plan);
    const before = await snapshotOf(plan);
    const { value, change } = await plan.call('register.split', { id, into: { kind: 'list', items: [{ tag: 'PL-1', serial: 'TM-1' }, { tag: 'PL-2', serial: null }] }, reason: 'Tagged at last' });
    expect(change).toMatchObject({ label: 'Split Trolley C (10 items) by a list of 2', reason: 'Tagged at last' });
    const after = await snapshotOf(plan);
    expect(after.assets.map(({ id: row, tag, serial, quantity, coverEnd, orderNumber }) => [row, tag, serial, quantity, coverEnd, orderNumber])).toEqual([
      [id, 'Trolley C', null, 8, '2027-09-01', '4471'], [value.ids[1], 'PL-1', 'TM-1', 1, '2027-09-01', '4471'], [value.ids[2], 'PL-2', null, 1, '2027-09-01', '4471'],
    ]);
    expect(after.warranties).toHaveLength(3);
    expect(totalsOf(after)).toEqual(totalsOf(before));
  });

  it('divides what is on order for it, and one undo puts all of it back', async () => {
    using plan = planInMemory();
    const id = await trolley(plan);
    const { value: { added } } = await plan.call('register.cells', { add: [{ description: 'Tamar 12', categoryKey: 'laptop', status: 'ordered', quantity: 7, inServiceDate: '2027-02-01' }] });
    await plan.call('register.link', { id: added[0] ?? 0, succeedsId: id });
    const before = await snapshotOf(plan);
    await plan.call('register.split', { id, into: { kind: 'groups', quantity: 6 } });
    const after = await snapshotOf(plan);
    // 4 of the 7 replace the four that stayed, 3 replace three of the six taken off.
    expect(after.assets.filter(({ status }) => status === 'ordered').map(({ quantity, succeedsAssetId }) => [quantity, after.assets.find((asset) => asset.id === succeedsAssetId)?.quantity]))
      .toEqual([[4, 4], [3, 6]]);
    expect(totalsOf(after)).toEqual(totalsOf(before));
    await plan.call('plan.undo', {});
    expect(await snapshotOf(plan)).toEqual(before);
  });

  it('is refused with a sentence, and nothing changes', async () => {
    using plan = planInMemory();
    const id = await trolley(plan);
    expect(await plan.dispatch('register.split', { id, into: { kind: 'groups', quantity: 10 } }))
      .toMatchObject({ ok: false, error: { code: 'invalid_input', message: 'From 1 to 9 of these 10 can be taken off.', field: 'into' } });
    expect((await snapshotOf(plan)).assets).toHaveLength(1);
  });
});

describe('merging rows', () => {
  it('puts a split group together again, with its figures', async () => {
    using plan = planInMemory();
    const id = await trolley(plan);
    const whole = await snapshotOf(plan);
    const { value } = await plan.call('register.split', { id, into: { kind: 'singles' } });
    expect((await snapshotOf(plan)).assets).toHaveLength(10);
    await plan.call('register.merge', { ids: [...value.ids], holds: { tag: id } });
    const merged = await snapshotOf(plan);
    expect(merged.assets.map(({ id: row, quantity, tag, coverEnd }) => [row, quantity, tag, coverEnd])).toEqual([[id, 10, 'Trolley C', '2027-09-01']]);
    expect(totalsOf(merged)).toEqual(totalsOf(whole));
  });

  it('is refused where rows differ until it is said which holds; losses and successors of all of them stay', async () => {
    using plan = planInMemory();
    const row = { description: 'Kestrel 400', categoryKey: 'desktop', purchaseDate: '2023-12-12' };
    const { value: { added } } = await plan.call('register.cells', { add: [
      { ...row, tag: 'D1', serial: 'K1', room: 'IT3' }, { ...row, tag: 'D2', serial: 'K2', room: 'IT2', coverEnd: '2026-12-12' },
      { description: 'New desktop', categoryKey: 'desktop', status: 'planned' },
    ] });
    const [one = 0, two = 0, next = 0] = added;
    await plan.call('register.link', { id: next, succeedsId: two });
    await plan.call('register.lose', { ids: [two], what: 'broken', on: '2026-10-01', unitPence: 4_500, becomes: 'in_repair' });
    const merge = { ids: [one, two], holds: { tag: null, serial: null, status: one } };
    expect(await plan.dispatch('register.merge', merge)).toMatchObject({ ok: false, error: {
      message: 'These 2 rows differ in room (IT3, IT2) and warranty periods (none, to 12 Dec 2026). Say which holds.',
    } });
    await plan.call('register.merge', { ...merge, holds: { ...merge.holds, locationId: two, warranties: two } });
    const { assets, ledger, locations } = await snapshotOf(plan);
    expect(assets.find(({ id }) => id === one)).toMatchObject({
      quantity: 2, tag: null, serial: null, status: 'in_use', locationId: locations.find(({ name }) => name === 'IT2')?.id, coverEnd: '2026-12-12',
      notes: 'Merged from D1 (K1), D2 (K2)',
    });
    expect(assets.find(({ id }) => id === next)?.succeedsAssetId).toBe(one);
    expect(ledger[0]?.assetId).toBe(one);
  });
});

describe('kit that leaves', () => {
  it('is disposed of with its route, day and certificate, and what has no data wipe is said', async () => {
    using plan = planInMemory();
    const id = await trolley(plan);
    const { value, change } = await plan.call('register.dispose', { ids: [id], quantity: 3, route: 'weee_recycle', on: '2026-10-30', certificate: 'W-1182', pence: 500 });
    expect(change?.label).toBe('Dispose of 3 items of Trolley C');
    expect(value.unwiped).toBe('No data wipe is recorded for 3 laptops.');
    const { assets } = await snapshotOf(plan);
    expect(assets.map(({ quantity, status, disposedOn, disposalRoute, disposalCertificate, disposalPence }) => [quantity, status, disposedOn, disposalRoute, disposalCertificate, disposalPence])).toEqual([
      [7, 'in_use', null, null, null, null], [3, 'disposed', '2026-10-30', 'weee_recycle', 'W-1182', 500],
    ]);
    const wiped = await plan.call('register.dispose', { ids: [id], route: 'donation', on: '2026-11-01', dataWipedOn: '2026-10-31' });
    expect(wiped.value.unwiped).toBeNull();
  });

  it('is lost, stolen or broken with an entry in the ledger of the same change', async () => {
    using plan = planInMemory();
    const id = await trolley(plan);
    await plan.call('register.lose', { ids: [id], quantity: 2, what: 'stolen', on: '2026-11-02', unitPence: 36_500, notes: 'Coach trip' });
    await plan.call('register.lose', { ids: [id], quantity: 1, what: 'broken', on: '2026-11-03' });
    const { assets, ledger } = await snapshotOf(plan);
    expect(assets.map(({ quantity, status }) => [quantity, status])).toEqual([[7, 'in_use'], [2, 'stolen'], [1, 'in_repair']]);
    expect(ledger.map(({ kind, quantity, pence, notes, assetId, userGroup }) => [kind, quantity, pence, notes, assets.find((asset) => asset.id === assetId)?.status, userGroup])).toEqual([
      ['lost', 2, 73_000, 'Stolen: Coach trip', 'stolen', 'pupil'], ['broken', 1, null, null, 'in_repair', 'pupil'],
    ]);
    await plan.call('plan.undo', {});
    await plan.call('plan.undo', {});
    const undone = await snapshotOf(plan);
    expect([undone.assets.map(({ quantity }) => quantity), undone.ledger]).toEqual([[10], []]);
  });

  it('is passed down to a department and a room, with the day and the reason', async () => {
    using plan = planInMemory();
    const id = await trolley(plan);
    const { change } = await plan.call('register.passDown', { ids: [id], on: '2026-09-01', room: 'H12', department: 'Humanities', userGroup: 'shared', reason: 'New ones for exam classes' });
    expect(change).toMatchObject({ label: 'Pass down Trolley C (10 items)', reason: 'New ones for exam classes' });
    const { assets: [asset], locations, departments } = await snapshotOf(plan);
    expect([asset?.status, asset?.passedDownOn, asset?.userGroup, locations.find(({ id: room }) => room === asset?.locationId)?.name, departments.find(({ id: each }) => each === asset?.departmentId)?.name])
      .toEqual(['cascaded', '2026-09-01', 'shared', 'H12', 'Humanities']);
  });

  it.each<['register.dispose' | 'register.lose' | 'register.passDown', object, string]>([
    ['register.dispose', { route: 'resale', on: '2026-12-01' }, '1 December 2026 is still to come.'],
    ['register.dispose', { route: 'resale', on: '2024-09-01' }, 'Trolley C was bought on 2 September 2024: it cannot have been disposed of before.'],
    ['register.lose', { what: 'lost', on: '2026-11-02', quantity: 11 }, 'There are 10 items of Trolley C, not 11.'],
    ['register.passDown', { on: '2020-01-01' }, 'Trolley C was bought on 2 September 2024: it cannot have been passed down before.'],
  ])('%s is refused in words: %o', async (name, request, message) => {
    using plan = planInMemory();
    const id = await trolley(plan);
    expect(await plan.dispatch(name, { ids: [id], ...request })).toMatchObject({ ok: false, error: { code: 'invalid_input', message } });
    expect((await snapshotOf(plan)).assets).toMatchObject([{ quantity: 10, status: 'in_use' }]);
  });
});

describe('adding kit', () => {
  it('makes a row of each tag, with a warranty counted from a school year whose day is assumed', async () => {
    using plan = planInMemory();
    const { change } = await plan.call('register.add', {
      fields: { categoryKey: 'laptop', description: 'Tamar 11 laptop', make: 'Tamar', model: '11', room: 'Library', unitPaidPence: 34_000, fundKey: 'dfc', supplier: 'Northern Kit', orderNumber: '5120' },
      boughtIn: '2025/26', warrantyMonths: 36, items: [{ tag: 'PL-1', serial: 'TM-1' }, { serial: 'TM-2' }],
    });
    expect(change?.label).toBe('Add Tamar 11 laptop, 2 rows');
    const { assets, models } = await snapshotOf(plan);
    expect(models).toMatchObject([{ make: 'Tamar', name: '11' }]);
    expect(assets.map(({ tag, serial, quantity, purchaseDate, purchaseDateAssumed, coverEnd, fundKey, orderNumber, modelId }) =>
      [tag, serial, quantity, purchaseDate, purchaseDateAssumed, coverEnd, fundKey, orderNumber, modelId])).toEqual([
      ['PL-1', 'TM-1', 1, '2025-09-01', true, '2028-09-01', 'dfc', '5120', models[0]?.id], [null, 'TM-2', 1, '2025-09-01', true, '2028-09-01', 'dfc', '5120', models[0]?.id],
    ]);
    await plan.call('register.add', { fields: { categoryKey: 'monitor', description: 'Screens', quantity: 16 }, boughtIn: '2026-10-02' });
    expect((await snapshotOf(plan)).assets.at(-1)).toMatchObject({ quantity: 16, purchaseDate: '2026-10-02', purchaseDateAssumed: false });
    expect((await plan.call('plan.history', {}))[0]?.label).toBe('Add Screens, 16 items');
  });

  it('is refused at its field for a day to come', async () => {
    using plan = planInMemory();
    expect(await plan.dispatch('register.add', { fields: { categoryKey: 'monitor', description: 'Screens' }, boughtIn: '2027-01-05' }))
      .toMatchObject({ ok: false, error: { code: 'invalid_input', field: 'purchaseDate' } });
    expect((await snapshotOf(plan)).assets).toEqual([]);
  });
});

describe('what replaced what', () => {
  it('is linked, and a ring is refused with both names', async () => {
    using plan = planInMemory();
    const { value: { added: [one = 0, two = 0, three = 0] } } = await plan.call('register.cells', { add: ['A', 'B', 'C'].map((tag) => ({ tag, description: 'Laptop', categoryKey: 'laptop' })) });
    const link = (id: number, succeedsId: number | null): Request<'register.link'> => ({ id, succeedsId });
    expect((await plan.call('register.link', link(two, one))).change?.label).toBe('Say that B replaced A');
    await plan.call('register.link', link(three, two));
    expect(await plan.dispatch('register.link', link(one, three))).toMatchObject({ ok: false, error: { message: 'A cannot have replaced C, which came after it.' } });
    expect(await plan.dispatch('register.link', link(one, one))).toMatchObject({ ok: false, error: { message: 'A cannot have replaced itself.' } });
    expect((await plan.call('register.link', link(two, null))).change?.label).toBe('Say that B replaced nothing');
  });
});

describe('the made-up school', () => {
  it('forecasts the same when its largest groups are split and merged again', async () => {
    using plan = testPlan({ kind: 'nothing' });
    await plan.call('plan.sample', {});
    const before = await snapshotOf(plan);
    const groups = before.assets.filter(({ quantity }) => quantity > 1).slice(0, 3);
    expect(groups.length).toBeGreaterThan(0);
    for (const { id } of groups) {
      const { value } = await plan.call('register.split', { id, into: { kind: 'singles' } });
      expect(totalsOf(await snapshotOf(plan))).toEqual(totalsOf(before));
      await plan.call('register.merge', { ids: [...value.ids], holds: { tag: id } });
    }
    expect(totalsOf(await snapshotOf(plan))).toEqual(totalsOf(before));
  });
});
