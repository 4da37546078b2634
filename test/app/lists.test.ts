import { describe, expect, it } from 'vitest';
import type { EntryName } from '../../app/contract/contract.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const snapshotOf = async (plan: TestPlan): Promise<PlanSnapshot> => (await plan.call('plan.snapshot', {})).snapshot;
const refusalOf = async (plan: TestPlan, name: EntryName, request: unknown): Promise<string> => {
  const before = await snapshotOf(plan);
  const result = await plan.dispatch(name, request);
  expect(await snapshotOf(plan)).toEqual(before);
  return result.ok ? 'allowed' : result.error.message;
};

/** Two spellings of one desktop, with kit of both, and a laptop model of which nothing is. */
async function library(plan: TestPlan): Promise<readonly [good: number, bad: number, unused: number]> {
  const good = await plan.call('models.add', { categoryKey: 'desktop', make: 'Kestrel', name: '400', unitPence: 41_500 });
  const bad = await plan.call('models.add', { categoryKey: 'desktop', make: 'KESTREL', name: '400 SFF', memoryGb: 8, vendorSupportEnd: '2031-12-31', unitPence: 1, priceDate: '2020-01-01' });
  const unused = await plan.call('models.add', { categoryKey: 'laptop', name: 'Tamar 14' });
  await plan.call('register.cells', { add: [
    { description: 'Desktop', categoryKey: 'desktop', make: 'Kestrel', model: '400', quantity: 16 },
    { description: 'Desktop', categoryKey: 'desktop', make: 'Kestrel', model: '400 sff', quantity: 2 },
  ] });
  return [good.value.id, bad.value.id, unused.value.id];
}

describe('the model library', () => {
  it('dates a price today, and takes kit of another spelling with what the kept model does not know', async () => {
    using plan = planInMemory();
    const [good, bad] = await library(plan);
    const { value, change } = await plan.call('models.merge', { keepId: good, ids: [bad] });
    expect([value.rows, change?.label]).toEqual([1, 'Merge KESTREL 400 SFF into Kestrel 400']);
    const { models, assets } = await snapshotOf(plan);
    expect(models.find(({ id }) => id === good)).toMatchObject({ unitPence: 41_500, priceDate: '2026-11-21', memoryGb: 8, vendorSupportEnd: '2031-12-31' });
    expect(assets.map(({ modelId }) => modelId)).toEqual([good, good]);
    expect(models.some(({ id }) => id === bad)).toBe(false);
    await plan.call('plan.undo', {});
    expect((await snapshotOf(plan)).assets.map(({ modelId }) => modelId)).toEqual([good, bad]);
  });

  it('moves kit along when a model turns out to be another kind', async () => {
    using plan = planInMemory();
    const [good] = await library(plan);
    await plan.call('models.edit', { id: good, set: { categoryKey: 'server', watts: 65 } });
    expect((await snapshotOf(plan)).assets.map(({ categoryKey }) => categoryKey)).toEqual(['server', 'desktop']);
  });

  it('refuses in words: a model in use, a second spelling, two kinds made one', async () => {
    using plan = planInMemory();
    const [good, bad, unused] = await library(plan);
    expect(await refusalOf(plan, 'models.remove', { id: good })).toBe('16 items of kit are of the model Kestrel 400. Merge it into another model, or change the model of that kit first.');
    expect(await refusalOf(plan, 'models.add', { categoryKey: 'desktop', make: 'kestrel ', name: ' 400' })).toBe('The library already has Kestrel 400. Two that are one model can be merged.');
    expect(await refusalOf(plan, 'models.edit', { id: bad, set: { name: '400', make: 'Kestrel' } })).toContain('The library already has Kestrel 400.');
    expect(await refusalOf(plan, 'models.merge', { keepId: good, ids: [unused] }))
      .toBe('Tamar 14 is among the laptops, Kestrel 400 among the desktops. Change the kind of one first.');
    expect(await refusalOf(plan, 'models.merge', { keepId: good, ids: [good] })).toBe('Name another model that goes into it.');
    expect(await refusalOf(plan, 'models.add', { categoryKey: 'hovercraft', name: 'H1' })).toBe('The plan has no category called “hovercraft”.');
    // Today is 21 November 2026.
    const late = 'A price is of a day that has been: 21 November 2026 or earlier works here.';
    expect(await refusalOf(plan, 'models.edit', { id: bad, set: { unitPence: 41_500, priceDate: '2027-01-04' } })).toBe(late);
    expect(await refusalOf(plan, 'models.add', { categoryKey: 'desktop', name: '500', unitPence: 41_500, priceDate: '2026-11-22' })).toBe(late);
    expect((await plan.call('models.remove', { id: unused })).change?.label).toBe('Remove Tamar 14 from the library');
  });
});

describe('the tree of places', () => {
  const tree = async (plan: TestPlan): Promise<Readonly<Record<'site' | 'tech' | 'it3' | 'old' | 'it4', number>>> => {
    const add = async (name: string, kind: 'site' | 'building' | 'room', parentId: number | null): Promise<number> => (await plan.call('places.add', { name, kind, parentId })).value.id;
    const site = await add('Main site', 'site', null);
    const tech = await add('Tech block', 'building', site);
    const it3 = await add('IT3', 'room', tech);
    const old = await add('Technology block', 'building', site);
    const it4 = await add('IT4', 'room', old);
    await plan.call('register.cells', { add: [{ description: 'Desktop', categoryKey: 'desktop', room: 'IT3', quantity: 30 }] });
    return { site, tech, it3, old, it4 };
  };

  it('is renamed, moved and merged, and kit goes with its place', async () => {
    using plan = planInMemory();
    const { tech, it3, old, it4 } = await tree(plan);
    const label = async (id: number, set: object): Promise<string | undefined> => (await plan.call('places.edit', { id, set })).change?.label;
    expect(await label(tech, { name: 'Technology' })).toBe('Rename Tech block to Technology');
    expect(await label(it3, { parentId: old })).toBe('Move IT3 into Technology block');
    const { value } = await plan.call('places.merge', { keepId: tech, ids: [old] });
    const { locations } = await snapshotOf(plan);
    expect(value.rows).toBe(0);
    expect(locations.filter(({ parentId }) => parentId === tech).map(({ id }) => id)).toEqual([it3, it4]);
    expect((await plan.call('places.merge', { keepId: it4, ids: [it3] })).value.rows).toBe(1);
    expect((await snapshotOf(plan)).assets[0]?.locationId).toBe(it4);
  });

  it('tells two stores of one name apart by what they lie in', async () => {
    using plan = planInMemory();
    const { tech, old } = await tree(plan);
    const first = (await plan.call('places.add', { name: 'Store', parentId: tech })).value.id;
    const second = (await plan.call('places.add', { name: 'Store', parentId: old })).value.id;
    const { value: { added: [id = 0] } } = await plan.call('register.cells', { add: [{ description: 'Spare', categoryKey: 'desktop', room: 'Technology block, Store' }] });
    const roomOf = async (): Promise<number | null | undefined> => (await snapshotOf(plan)).assets.find((asset) => asset.id === id)?.locationId;
    expect(await roomOf()).toBe(second);
    await plan.call('register.edit', { ids: [id], set: { room: 'main site, tech block,  store' } });
    expect(await roomOf()).toBe(first);
    const [entry] = await plan.call('plan.history', { assetId: id });
    expect(entry?.fields).toEqual([{ field: 'Room', before: 'Main site, Technology block, Store', after: 'Main site, Tech block, Store' }]);
  });

  it('refuses in words what no school looks like, and to lose kit', async () => {
    using plan = planInMemory();
    const { site, tech, it3, old } = await tree(plan);
    expect(await refusalOf(plan, 'places.edit', { id: site, set: { parentId: tech } })).toBe('Main site cannot lie in Tech block, which lies in Main site.');
    expect(await refusalOf(plan, 'places.edit', { id: tech, set: { parentId: it3 } })).toBe('Tech block cannot lie in IT3, which lies in Tech block.');
    expect(await refusalOf(plan, 'places.add', { name: 'it3', parentId: tech })).toContain('Tech block already has a room called “IT3”.');
    expect(await refusalOf(plan, 'places.edit', { id: tech, set: { pupils: 900 } })).toBe('Pupils are counted for a site, and Tech block is a building.');
    expect(await refusalOf(plan, 'places.remove', { id: it3 })).toBe('IT3 still holds 30 items of kit. Move that first, or merge IT3 into another place.');
    expect(await refusalOf(plan, 'places.remove', { id: tech })).toBe('Tech block still holds IT3. Move that first, or merge Tech block into another place.');
    expect(await refusalOf(plan, 'places.merge', { keepId: tech, ids: [site] })).toBe('Tech block lies in Main site: a place is not merged into one that lies in it.');
    expect(await refusalOf(plan, 'places.merge', { keepId: it3, ids: [old] })).toBe('A room lies in a building or a site: IT3 is a room.');
    await plan.call('places.edit', { id: site, set: { pupils: 1_140, accessTarget: 500 } });
    expect((await snapshotOf(plan)).locations.find(({ id }) => id === site)).toMatchObject({ pupils: 1_140, accessTarget: 500 });
  });
});

describe('departments and year groups', () => {
  it('are renamed and merged: kit, pupils and software go to the one kept', async () => {
    using plan = planInMemory();
    const { value: { id: maths } } = await plan.call('departments.add', { name: 'Mathematics' });
    const { value: { id: other } } = await plan.call('departments.add', { name: 'Maths', pupils: 820, accessTarget: 400 });
    await plan.call('register.cells', { add: [{ description: 'Laptops', categoryKey: 'laptop', department: 'Maths', quantity: 30 }] });
    await plan.call('software.add', { name: 'Geometry', publisher: 'Plane Ltd', categoryKey: 'software', costCategory: 'it_learning_resources', departmentIds: [maths, other] });
    expect(await refusalOf(plan, 'departments.remove', { id: other })).toBe('Maths still has 30 items of kit and 1 software title. Move that first, or merge Maths into another department.');
    expect((await plan.call('departments.merge', { keepId: maths, ids: [other] })).value.rows).toBe(1);
    const { departments, assets, software } = await snapshotOf(plan);
    expect(departments).toEqual([{ id: maths, name: 'Mathematics', pupils: 820, accessTarget: 400 }]);
    expect([assets[0]?.departmentId, software[0]?.departmentIds]).toEqual([maths, [maths]]);
    expect(await refusalOf(plan, 'departments.add', { name: ' mathematics' })).toBe('There already is a department called Mathematics. Two that are one can be merged.');
    expect((await plan.call('departments.edit', { id: maths, set: { name: 'Maths' } })).change?.label).toBe('Rename Mathematics to Maths');
  });

  it('keep year groups the same way', async () => {
    using plan = planInMemory();
    const { value: { id: seven } } = await plan.call('yearGroups.add', { name: 'Year 7', pupils: 180 });
    const { value: { id: y7 } } = await plan.call('yearGroups.add', { name: 'Y7', pupils: 12 });
    await plan.call('register.cells', { add: [{ description: 'Laptops', categoryKey: 'laptop', yearGroup: 'Y7', quantity: 5 }] });
    await plan.call('yearGroups.merge', { keepId: seven, ids: [y7] });
    const { yearGroups, assets } = await snapshotOf(plan);
    expect([yearGroups, assets[0]?.yearGroupId]).toEqual([[{ id: seven, name: 'Year 7', pupils: 180, accessTarget: null }], seven]);
    expect(await refusalOf(plan, 'yearGroups.remove', { id: seven })).toBe('Year 7 still has 5 items of kit. Move that first, or merge Year 7 into another year group.');
  });
});

describe('kinds of the school’s own', () => {
  it('stand beside the shipped ones with a life, and go again while nothing is of them', async () => {
    using plan = planInMemory();
    const { value: { key } } = await plan.call('categories.add', { singular: 'Sewing machine', plural: 'Sewing machines', costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: 120 });
    expect(key).toBe('sewing_machine');
    await plan.call('register.cells', { add: [{ description: 'Singer', categoryKey: key, purchaseDate: '2018-09-01', quantity: 12 }] });
    const { categories, policies } = await snapshotOf(plan);
    expect(categories.at(-1)).toMatchObject({ key, costCategory: 'other_hardware', chartGroup: 'devices' });
    expect(policies.find(({ categoryKey }) => categoryKey === key)).toMatchObject({ lifeMonths: 120, shipped: false });
    expect(await refusalOf(plan, 'categories.remove', { key })).toBe('There are still 12 items of kit of the kind Sewing machines. Give that another kind first.');
    expect(await refusalOf(plan, 'categories.add', { singular: 'LAPTOP', plural: 'notebooks', costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: 12 })).toBe('There already is a kind called laptops.');
    expect(await refusalOf(plan, 'categories.edit', { key: 'laptop', set: { plural: 'notebooks' } })).toBe('Laptops come with Kitplan and keep their words. A kind of your own can be added beside them.');
    expect(await refusalOf(plan, 'categories.remove', { key: 'laptop' })).toBe('Laptops come with Kitplan and stay as they are. A kind of your own can be added beside them.');
    expect(await refusalOf(plan, 'categories.edit', { key: 'software', set: { chartGroup: 'devices' } })).toBe('Software titles are paid by the year and stay with the running costs.');
    await plan.call('categories.edit', { key: 'visualiser', set: { costCategory: 'it_learning_resources', chartGroup: 'devices' } });
    expect((await plan.call('plan.snapshot', {})).snapshot.categories.find(({ key }) => key === 'visualiser'))
      .toMatchObject({ plural: 'visualisers', costCategory: 'it_learning_resources', chartGroup: 'devices' });
    const second = await plan.call('categories.add', { singular: 'Sewing-machine', plural: 'Overlockers', costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: 60 });
    expect(second.value.key).toBe('sewing_machine_2');
    await plan.call('categories.remove', { key: second.value.key });
    expect((await snapshotOf(plan)).policies.some(({ categoryKey }) => categoryKey === second.value.key)).toBe(false);
  });
});
