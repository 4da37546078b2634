import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { placeCalled, placeRefusal, placesOf } from '../../planning/places.ts';
import type { Location } from '../../planning/snapshot.ts';
import { SEED } from './arbitraries.ts';
import { place } from './fixtures.ts';

/** Main site > Tech block > IT3, IT10; Main site > Hall; Store lies in nothing. */
const SCHOOL: readonly Location[] = [
  place(1, 'Main site', { kind: 'site' }), place(2, 'Tech block', { kind: 'building', parentId: 1 }),
  place(4, 'IT10', { parentId: 2 }), place(3, 'IT3', { parentId: 2 }), place(5, 'Hall', { parentId: 1 }), place(6, 'Store'),
];
const places = placesOf(SCHOOL);
const inOrder = (ids: Iterable<number>): number[] => [...ids].toSorted((a, b) => a - b);

describe('a place', () => {
  it('is called by everything it lies in, the widest first', () => {
    expect([3, 2, 5, 6, 99].map((id) => places.pathOf(id))).toEqual(['Main site, Tech block, IT3', 'Main site, Tech block', 'Main site, Hall', 'Store', null]);
  });

  it('knows its building and its site, which may be itself', () => {
    expect([3, 2, 1, 5, 6].map((id) => [places.siteOf(id)?.name, places.buildingOf(id)?.name])).toEqual([
      ['Main site', 'Tech block'], ['Main site', 'Tech block'], ['Main site', undefined], ['Main site', undefined], [undefined, undefined],
    ]);
  });

  it('is called by its name alone, unless another is called so too', () => {
    const called = placeCalled([...SCHOOL, place(7, ' store', { parentId: 2 })]);
    expect([3, 6, 7, 99].map(called)).toEqual(['IT3', 'Store', 'Main site, Tech block,  store', null]);
  });

  it('lists what lies in it by name, as people count', () => {
    expect(places.within(2).map(({ name }) => name)).toEqual(['IT3', 'IT10']);
    expect(places.within(null).map(({ name }) => name)).toEqual(['Main site', 'Store']);
  });

  it('holds itself and everything below', () => {
    expect(inOrder(places.descendantsOf(1))).toEqual([1, 2, 3, 4, 5]);
    expect([...places.descendantsOf(6)]).toEqual([6]);
    expect([...places.descendantsOf(99)]).toEqual([]);
  });
});

describe('a change of the tree', () => {
  const wanted = (id: number | null, parts: Partial<Location>) => ({ id, name: 'Tech block', kind: 'building' as const, parentId: 1, ...parts });
  test.each<[string, ReturnType<typeof wanted>, string | null]>([
    ['a building in a site', wanted(2, {}), null],
    ['a new room in a building', wanted(null, { name: 'IT4', kind: 'room', parentId: 2 }), null],
    ['a room that lies in nothing, as imports make them', wanted(null, { name: 'Gym', kind: 'room', parentId: null }), null],
    ['the same name in another building', wanted(null, { name: 'Store', kind: 'room', parentId: 2 }), null],
    ['a place in itself', wanted(2, { parentId: 2 }), 'Tech block cannot lie in itself.'],
    ['a site in its own building', wanted(1, { name: 'Main site', kind: 'site', parentId: 2 }), 'Main site cannot lie in Tech block, which lies in Main site.'],
    ['a building in a room', wanted(2, { parentId: 6 }), 'A building lies in a site: Store is a room.'],
    ['a room in a room', wanted(3, { name: 'IT3', kind: 'room', parentId: 5 }), 'A room lies in a building or a site: Hall is a room.'],
    ['a site in a site', wanted(null, { name: 'Annexe', kind: 'site' }), 'A site lies in nothing else: Main site is a site.'],
    ['a building with rooms turned into a room', wanted(2, { kind: 'room' }), 'Tech block cannot be a room while IT3 lies in it: IT3 is a room.'],
    ['a name that is there, in other letters', wanted(null, { name: ' it  3', kind: 'room', parentId: 2 }), null],
    ['a name that is there, in capitals', wanted(null, { name: 'it3 ', kind: 'room', parentId: 2 }), 'Tech block already has a room called “IT3”. Two that are one place can be merged.'],
    ['a place in one that is gone', wanted(2, { parentId: 99 }), 'The place that it is to lie in is no longer in the plan.'],
  ])('%s', (_, change, sentence) => {
    expect(placeRefusal(SCHOOL, change)?.sentence ?? null).toBe(sentence);
  });

  test('made as allowed, any number of times, never closes a ring and leaves every place where a walk from the top finds it', () => {
    const move = fc.record({ id: fc.integer({ min: 1, max: 6 }), parentId: fc.option(fc.integer({ min: 1, max: 6 })), kind: fc.constantFrom('site' as const, 'building' as const, 'room' as const) });
    fc.assert(fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let now = SCHOOL;
      for (const change of moves) {
        const name = now.find(({ id }) => id === change.id)?.name ?? '';
        if (placeRefusal(now, { ...change, name }) === null) now = now.map((each) => (each.id === change.id ? { ...each, ...change } : each));
      }
      const after = placesOf(now);
      const reached = after.within(null).flatMap(({ id }) => [...after.descendantsOf(id)]);
      expect(inOrder(reached)).toEqual([1, 2, 3, 4, 5, 6]);
    }), { seed: SEED, numRuns: 200 });
  });
});

describe('a ring in a plan from elsewhere', () => {
  it('is cut where it closes, and nothing waits for ever', () => {
    const ring = placesOf([place(1, 'A', { parentId: 2 }), place(2, 'B', { parentId: 1 })]);
    expect(ring.pathOf(1)).toBe('B, A');
    expect(inOrder(ring.descendantsOf(1))).toEqual([1, 2]);
  });
});
