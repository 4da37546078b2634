import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { ImportOptions } from '../../app/contract/import-options.ts';
import { placesOf } from '../../planning/places.ts';
import { existingAssets } from '../../app/intake/existing-assets.ts';
import { matchRegister } from '../../app/intake/match-register.ts';
import { PlaceTree } from '../../app/intake/place-tree.ts';
import { settleWithPlan } from '../../app/intake/settle-with-plan.ts';
import type { Location, PlanSnapshot } from '../../planning/snapshot.ts';
import { kit, place, schoolOf } from '../planning/fixtures.ts';
import { bringIn } from './bring-in.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';
import { csvFile } from '../support/register-file.ts';

const commit = (plan: TestPlan, text: string, options: ImportOptions = {}) => plan.call('intake.commit', { ...csvFile(text), options });
const snapshotOf = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot;
/** Tag → where it is, from the widest. */
async function whereIs(plan: TestPlan): Promise<Record<string, string | null>> {
  const { assets, locations } = await snapshotOf(plan);
  const { pathOf } = placesOf(locations);
  return Object.fromEntries(assets.map(({ tag, locationId }) => [tag, locationId === null ? null : pathOf(locationId)]));
}
const decisionsOf = async (plan: TestPlan, text: string): Promise<string> =>
  (await plan.call('intake.preview', csvFile(text))).decisions.map(({ readAs }) => readAs).join('\n');
async function expectTheSameAgain(plan: TestPlan, text: string, options: ImportOptions = {}): Promise<void> {
  const again = await commit(plan, text, options);
  expect(again.change).toBeNull();
  expect(again.value.rows).toMatchObject({ new: 0, changed: 0 });
}

const SITES = 'Tag,Item,Site,Block,Room\nA-1,Laptop,Upper,Tech,IT1\nA-2,Laptop,Upper,,Library\nA-3,Laptop,Lower,Main,Library\nA-4,Laptop,Lower,Main,\nA-5,Laptop,,,Hall\n';

describe('a site and a building', () => {
  test('hold the rooms that the file says; a room of one name at two sites is two rooms', async () => {
    using plan = planInMemory();
    await commit(plan, SITES);
    expect(await whereIs(plan)).toEqual({ 'A-1': 'Upper, Tech, IT1', 'A-2': 'Upper, Library', 'A-3': 'Lower, Main, Library', 'A-4': 'Lower, Main', 'A-5': 'Hall' });
    expect((await snapshotOf(plan)).locations.map(({ name, kind }) => `${kind} ${name}`).toSorted()).toEqual([
      'building Main', 'building Tech', 'room Hall', 'room IT1', 'room Library', 'room Library', 'site Lower', 'site Upper',
    ]);
    await expectTheSameAgain(plan, SITES);
  });

  test('take in a room that lies in nothing yet, and the change is shown, said and undone', async () => {
    using plan = planInMemory();
    await commit(plan, 'Tag,Item,Room\nA-1,Laptop,IT3\n');
    const text = 'Tag,Item,Building,Room\nA-1,Laptop,Tech,IT3\n';
    expect((await plan.call('intake.rows', csvFile(text))).rows[0]?.changes).toEqual([{ field: 'building', before: null, after: 'Tech' }]);
    expect(await decisionsOf(plan, text)).toContain('1 room lay in nothing and is put where the file says: “IT3” (Tech)');
    const { change } = await commit(plan, text);
    expect(await whereIs(plan)).toEqual({ 'A-1': 'Tech, IT3' });
    expect((await snapshotOf(plan)).locations.filter(({ name }) => name === 'IT3')).toHaveLength(1);
    await expectTheSameAgain(plan, text);
    await plan.call('plan.undo', { changeId: change?.id });
    expect(await whereIs(plan)).toEqual({ 'A-1': 'IT3' });
  });

  test('never move a room that lies in another building: it stays, kit goes to it there, and that is said', async () => {
    using plan = planInMemory();
    await commit(plan, 'Tag,Item,Building,Room\nA-1,Laptop,Tech,IT3\n');
    const text = 'Tag,Item,Building,Room\nA-1,Laptop,Main,IT3\nA-2,Laptop,Main,IT3\n';
    expect(await decisionsOf(plan, text)).toContain('1 room lies elsewhere in the plan and stays there: “IT3” (Tech)');
    const { value } = await commit(plan, text);
    expect(value.rows).toMatchObject({ new: 1, changed: 0, unchanged: 1 });
    expect(await whereIs(plan)).toEqual({ 'A-1': 'Tech, IT3', 'A-2': 'Tech, IT3' });
    await expectTheSameAgain(plan, text);
  });

  test('at another site have rooms of their own, and a person is told of the other', async () => {
    using plan = planInMemory();
    await commit(plan, 'Tag,Item,Site,Room\nA-1,Laptop,Upper,Library\n');
    const text = 'Tag,Item,Site,Room\nB-1,Laptop,Lower,Library\n';
    expect(await decisionsOf(plan, text)).toContain('1 room is new, though one of that name lies at another place: “Library” (Upper)');
    await commit(plan, text);
    expect(await whereIs(plan)).toEqual({ 'A-1': 'Upper, Library', 'B-1': 'Lower, Library' });
    // Where Lower is only another word for Upper, a person says so.
    using other = planInMemory();
    await commit(other, 'Tag,Item,Site,Room\nA-1,Laptop,Upper,Library\n');
    await commit(other, text, { values: [{ about: 'site', from: 'Lower', to: 'Upper' }] });
    expect(await whereIs(other)).toEqual({ 'A-1': 'Upper, Library', 'B-1': 'Upper, Library' });
  });

  test('do not take kit out of its room where the row names none, and a room alone says nothing of where it lies', async () => {
    using plan = planInMemory();
    await commit(plan, SITES);
    const text = 'Tag,Item,Site,Block,Room\nA-1,Laptop,Upper,,\nA-3,Laptop,,,Library\n';
    await expectTheSameAgain(plan, text);
    expect(await whereIs(plan)).toMatchObject({ 'A-1': 'Upper, Tech, IT1', 'A-3': 'Lower, Main, Library' });
  });

  test('make a place of a room that an earlier list took their name for', async () => {
    using plan = planInMemory();
    await commit(plan, 'Tag,Item,Room\nA-1,Laptop,Tech\n');
    await commit(plan, 'Tag,Item,Building,Room\nA-2,Laptop,Tech,IT3\n');
    expect((await snapshotOf(plan)).locations.map(({ name, kind }) => [name, kind])).toEqual([['Tech', 'building'], ['IT3', 'room']]);
    expect(await whereIs(plan)).toEqual({ 'A-1': 'Tech', 'A-2': 'Tech, IT3' });
  });

  test('written before the room, as the plan writes rooms of one name, are understood', async () => {
    using plan = planInMemory();
    await commit(plan, SITES);
    await expectTheSameAgain(plan, 'Tag,Item,Room\nA-3,Laptop,"Main, Library"\nA-2,Laptop,"Upper, Library"\n');
  });
});

test('a row that names the site alone leaves kit in the building that it is in, where the site has several rooms of that name', async () => {
  using plan = planInMemory();
  await commit(plan, 'Tag,Item,Site,Block,Room\nA-1,Laptop,Upper,Tech,Store\nA-2,Laptop,Upper,Main,Store\n');
  await expectTheSameAgain(plan, 'Tag,Item,Site,Room\nA-1,Laptop,Upper,Store\nA-2,Laptop,Upper,Store\n');
});

test('Snipe-IT’s Company is a site where there are several, or where the school says so; elsewhere it stays out', async () => {
  using plan = planInMemory();
  const snipe = (second: string): string => `Company,Asset Tag,Category,Model,Model No.,Location\nUpper,A-1,Laptops,X1,,IT1\n${second},A-2,Laptops,X1,,IT1\n`;
  const one = await plan.call('intake.preview', csvFile(snipe('Upper')));
  expect(one.leftOut).toContainEqual({ column: 'Company', reason: 'it names one company for all rows: take it for Site where the plan is to have it' });
  const plain = await plan.call('intake.preview', csvFile('Tag,Item,Company\nA-1,Laptop,Stone\nA-2,Laptop,Misco\n'));
  expect(plain.leftOut[0]?.reason).toContain('who sold it');
  await commit(plan, snipe('Upper'), { columns: [{ index: 0, goesTo: 'site' }] });
  expect(await whereIs(plan)).toEqual({ 'A-1': 'Upper, IT1', 'A-2': 'Upper, IT1' });
  using several = planInMemory();
  await commit(several, snipe('Lower'));
  expect(await whereIs(several)).toEqual({ 'A-1': 'Upper, IT1', 'A-2': 'Lower, IT1' });
});

/** Brings places into a plan that is no more than its kit and its places, as an import does. */
async function settled(plan: PlanSnapshot, text: string): Promise<{ readonly after: PlanSnapshot; readonly touched: number }> {
  const reading = settleWithPlan(await bringIn(text), plan);
  const matched = matchRegister(reading, existingAssets(plan));
  const locations = [...plan.locations];
  const tree = new PlaceTree(plan.locations, matched.placesSaid, {
    make: ({ name, kind, parent }) => locations.push(place(locations.length + 1, name, { kind, parentId: parent?.id ?? null })),
    settle: ({ id, kind, parent }) => { if (id !== null) locations[id - 1] = { ...locations[id - 1], kind, parentId: parent?.id ?? null } as Location; },
  });
  const where = new Map(matched.changed.map(({ assetId, row }) => [assetId, tree.find(row)?.id ?? null]));
  const added = matched.new.map((row) => kit({ tag: row.tag, description: row.description, locationId: tree.find(row)?.id ?? null }));
  return {
    after: { ...plan, locations, assets: [...plan.assets.map((asset) => ({ ...asset, locationId: where.get(asset.id) ?? asset.locationId })), ...added] },
    touched: matched.new.length + matched.changed.length,
  };
}

test('whatever files say of places, no place that lies in one is moved, every holder may hold what it holds, and the second time changes nothing', async () => {
  const file = fc.array(fc.tuple(fc.constantFrom('', 'A', 'B'), fc.constantFrom('', 'C', 'D'), fc.constantFrom('', 'R', 'S')), { minLength: 1, maxLength: 6 })
    .map((places) => `Tag,Item,Site,Block,Room\n${places.map((said, at) => `T-${at},Laptop,${said.join(',')}`).join('\n')}\n`);
  const rank = { site: 0, building: 1, room: 2 } as const;
  await fc.assert(fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
    let plan = schoolOf();
    for (const text of files) {
      const before = plan.locations;
      const { after } = await settled(plan, text);
      for (const { id, parentId } of before) if (parentId !== null) expect(after.locations.find((each) => each.id === id)?.parentId).toBe(parentId);
      const byId = new Map(after.locations.map((each) => [each.id, each]));
      for (const { kind, parentId } of after.locations) if (parentId !== null) expect(rank[byId.get(parentId)?.kind ?? 'room']).toBeLessThan(rank[kind]);
      // No two places of one name in one place: a plan file refuses them.
      expect(new Set(after.locations.map((each) => `${each.parentId ?? ''} ${each.name}`)).size).toBe(after.locations.length);
      expect((await settled(after, text)).touched).toBe(0);
      plan = after;
    }
  }), { seed: 20_261_128, numRuns: 1_000 });
});
