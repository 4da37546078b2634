import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetFieldValues } from '../../app/contract/asset-fields.ts';
import { planInMemory, TODAY } from '../support/plan-in-memory.ts';
import type { TestPlan } from '../support/plan-in-memory.ts';

let plan: TestPlan;
let ids: readonly number[];
beforeEach(async () => {
  plan = planInMemory();
  const counted = await plan.call('register.count', {
    rows: Array.from({ length: 4 }, (_, index) => ({ categoryKey: 'desktop', quantity: 1, description: `Desktop ${index + 1}`, room: 'IT3', boughtIn: '2023' })),
  });
  ids = counted.value.ids;
});
afterEach(() => plan[Symbol.dispose]());

const snapshot = async () => (await plan.call('plan.snapshot', {})).snapshot;
const asset = async (id: number | undefined) => (await snapshot()).assets.find((each) => each.id === id);
const at = (index: number): number => ids[index] ?? 0;
const history = async () => (await plan.call('plan.history', {})).map(({ label }) => label);

describe('changing cells of the register', () => {
  it('gives each row its own values in one change that undo takes back whole', async () => {
    const before = await snapshot();
    const { change } = await plan.call('register.cells', {
      how: 'paste',
      rows: [
        { id: at(0), set: { tag: 'DT-1', room: 'Library', unitPaidPence: 39_800 } },
        { id: at(1), set: { tag: 'DT-2', room: 'library', supplier: 'Marlow Systems', fundKey: 'dfc' } },
      ],
    });
    expect(change?.label).toBe('Paste 7 cells of the register');
    const after = await snapshot();
    const library = after.locations.filter(({ name }) => /^library$/i.test(name));
    expect(library).toHaveLength(1);
    expect(await asset(at(0))).toMatchObject({ tag: 'DT-1', locationId: library[0]?.id, unitPaidPence: 39_800 });
    expect(await asset(at(1))).toMatchObject({
      tag: 'DT-2', locationId: library[0]?.id, fundKey: 'dfc', supplierId: after.suppliers.find(({ name }) => name === 'Marlow Systems')?.id,
    });
    await plan.call('plan.undo', {});
    expect((await snapshot()).assets).toEqual(before.assets);
    await plan.call('plan.redo', {});
    expect((await snapshot()).assets).toEqual(after.assets);
  });

  it.each<[AssetFieldValues, Record<string, unknown>]>([
    [{ purchaseDate: '2024-02-29' }, { purchaseDate: '2024-02-29', purchaseDateAssumed: false }],
    [{ coverEnd: '2027-08-31' }, { coverEnd: '2027-08-31' }],
    [{ overridePence: 41_000 }, { overridePence: 41_000, overridePriceDate: TODAY }],
    [{ osName: 'Windows 11' }, { osName: 'Windows 11' }],
    [{ yearGroup: 'Year 7' }, { yearGroupId: 1 }],
    [{ status: 'disposed', disposedOn: '2026-07-20', disposalRoute: 'weee_recycle', dataWipedOn: '2026-07-18' },
      { status: 'disposed', disposedOn: '2026-07-20', disposalRoute: 'weee_recycle', dataWipedOn: '2026-07-18' }],
    [{ room: null, notes: 'Screen cracked' }, { locationId: null, notes: 'Screen cracked' }],
  ])('keeps %o', async (set, kept) => {
    await plan.call('register.cells', { rows: [{ id: at(0), set }] });
    expect(await asset(at(0))).toMatchObject(kept);
  });

  it('keeps the reason of a move by hand with the day', async () => {
    await plan.call('register.cells', { rows: [{ id: at(0), set: { movedTo: '2029-09-01' } }], reason: 'Kept for the Library' });
    expect(await asset(at(0))).toMatchObject({ movedTo: '2029-09-01', movedReason: 'Kept for the Library' });
    await plan.call('register.cells', { rows: [{ id: at(0), set: { movedTo: null } }] });
    expect(await asset(at(0))).toMatchObject({ movedTo: null, movedReason: null });
  });

  it('makes one model of a make and a model, and takes it along when the kind changes', async () => {
    await plan.call('register.cells', { rows: [at(0), at(1)].map((id) => ({ id, set: { make: 'Kestrel', model: '400' } })) });
    const { models } = await snapshot();
    expect(models.map(({ make, name, categoryKey }) => [make, name, categoryKey])).toEqual([['Kestrel', '400', 'desktop']]);
    await plan.call('register.cells', { rows: [{ id: at(0), set: { categoryKey: 'laptop' } }] });
    const moved = await asset(at(0));
    expect((await snapshot()).models.find(({ id }) => id === moved?.modelId)).toMatchObject({ make: 'Kestrel', name: '400', categoryKey: 'laptop' });
    await plan.call('register.cells', { rows: [{ id: at(1), set: { model: null, make: null } }] });
    expect((await asset(at(1)))?.modelId).toBeNull();
  });

  it('adds the rows that a paste has more of, with their cover', async () => {
    const { value, change } = await plan.call('register.cells', {
      how: 'paste', add: [{ categoryKey: 'laptop', description: 'Tamar 11', tag: 'LT-9', purchaseDate: '2025-09-01', coverEnd: '2028-08-31' }],
    });
    expect(change?.label).toBe('Add 1 row to the register');
    expect(await asset(value.added[0])).toMatchObject({ tag: 'LT-9', quantity: 1, status: 'in_use', coverEnd: '2028-08-31' });
  });

  it.each<[AssetFieldValues, string]>([
    [{ purchaseDate: '2027-01-01' }, 'Desktop 1, purchase date: 1 January 2027 is still to come. Kit that has not arrived has the status On order.'],
    [{ coverEnd: '2020-01-01' }, 'Desktop 1, end of cover: Must be after 1 September 2023, when it was bought.'],
    [{ categoryKey: 'spaceship' }, 'The plan has no category called “spaceship”.'],
    [{ make: 'Kestrel' }, '“Kestrel” needs a model: a make is kept with its model.'],
  ])('refuses %o in words, and changes no other row either', async (set, message) => {
    const before = await history();
    const result = await plan.dispatch('register.cells', { rows: [{ id: at(1), set: { room: 'Library' } }, { id: at(0), set }] });
    expect(result).toMatchObject({ ok: false, error: { message } });
    expect(await history()).toEqual(before);
    expect((await snapshot()).locations.map(({ name }) => name)).toEqual(['IT3']);
  });

  it('leaves no change behind where every cell was already so', async () => {
    const { change, value } = await plan.call('register.cells', { rows: [{ id: at(0), set: { room: 'it3' } }] });
    expect([change, value.changed]).toEqual([null, 0]);
  });

  it('keeps what an extension cost when the end of cover is typed anew', async () => {
    await plan.call('register.cells', { rows: [{ id: at(0), set: { coverEnd: '2026-08-31' } }] });
    const [first] = (await snapshot()).warranties;
    await plan.call('register.cells', { rows: [{ id: at(0), set: { coverEnd: '2027-08-31' } }] });
    expect((await snapshot()).warranties).toMatchObject([{ kind: first?.kind, costPence: first?.costPence, endsOn: '2027-08-31' }]);
  });
});

describe('duplicating a row', () => {
  it('adds as many like it as there are serial numbers, with its cover, and none of what is its alone', async () => {
    await plan.call('register.cells', { rows: [{ id: at(0), set: { tag: 'DT-1', serial: 'K4-1', make: 'Kestrel', model: '400', coverEnd: '2027-08-31', movedTo: '2029-09-01' } }] });
    const { value, change } = await plan.call('register.duplicate', { id: at(0), copies: [{ serial: 'K4-2' }, { serial: 'K4-3', tag: 'DT-3' }] });
    expect(change?.label).toBe('Duplicate DT-1, 2 times');
    const first = await asset(at(0));
    const copies = (await snapshot()).assets.filter(({ id }) => value.ids.includes(id));
    expect(copies.map(({ tag, serial }) => [tag, serial])).toEqual([[null, 'K4-2'], ['DT-3', 'K4-3']]);
    for (const copy of copies) {
      expect(copy).toMatchObject({ modelId: first?.modelId, locationId: first?.locationId, coverEnd: '2027-08-31', purchaseDate: first?.purchaseDate, movedTo: null });
    }
    await plan.call('plan.undo', {});
    expect((await snapshot()).assets).toHaveLength(4);
    expect((await snapshot()).warranties).toHaveLength(1);
  });
});
