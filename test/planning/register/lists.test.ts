import { describe, expect, it, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { belongings, groupsSentence, modelsInOrder, modelsSentence, placeBelongings, placesSentence, sparesSentence } from '../../../planning/register/lists.ts';
import type { SpareCount } from '../../../planning/register/spares.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, department, kit, model, place, policiesWith, schoolOf } from '../fixtures.ts';

const whole = { unitPence: 100_00, vendorSupportEnd: '2030-01-01' };
const desk = (id: number, parts: object = {}) => model({ id, name: `D${id}`, categoryKey: 'desktop', ...parts });

describe('the library', () => {
  test.each<[string, Partial<PlanSnapshot>, string]>([
    ['nothing', {}, 'The library holds no model yet: one is added with the first kit that names its make and model.'],
    ['one, complete', { models: [desk(1, whole)] }, 'One model, with a price and a support date.'],
    ['one without a price', { models: [desk(1, { vendorSupportEnd: '2030-01-01' })] }, 'One model: one has no price of its own, and every one a support date.'],
    ['several with gaps', { models: [desk(1, whole), desk(2), desk(3, { unitPence: 1 })] }, 'Three models: one has no price of its own, and two no date on which the maker’s support ends.'],
    ['all priced, none dated', { models: [desk(1, { unitPence: 1 }), desk(2, { unitPence: 1 })] }, 'Two models: every one has a price of its own, and two no date on which the maker’s support ends.'],
  ])('opens with what it lacks: %s', (_, parts, text) => {
    expect(modelsSentence(schoolOf(parts)).text).toBe(text);
  });

  it('puts first what lacks a price, then what lacks a date, the most used of each first', () => {
    const snapshot = schoolOf({ models: [desk(1, whole), desk(2, { unitPence: 1 }), desk(3), desk(4)], assets: [kit({ modelId: 4, quantity: 5 }), kit({ modelId: 3 })] });
    const of = belongings(snapshot, forecast(snapshot, { asOf: AS_OF }), ({ modelId }) => modelId);
    expect(modelsInOrder(snapshot, of).map(({ id }) => id)).toEqual([4, 3, 2, 1]);
  });
});

describe('the places', () => {
  const tree = [place(1, 'Main', { kind: 'site' }), place(2, 'Tech', { kind: 'building', parentId: 1 }), place(3, 'IT3', { parentId: 2 }), place(4, 'Hall', { parentId: 1 })];
  test.each<[string, Partial<PlanSnapshot>, string]>([
    ['none', { assets: [kit()] }, 'No place is known yet. 1 item is in none.'],
    ['rooms as an import brings them', { locations: [place(1, 'A'), place(2, 'B')] }, 'Two rooms. None lies in a building or a site yet.'],
    ['a tree', { locations: tree, assets: [kit({ quantity: 3 }), kit({ locationId: 3 })] }, 'One site, one building and two rooms. 3 items are in none.'],
    ['a tree and a loose room', { locations: [...tree, place(5, 'Store')] }, 'One site, one building and three rooms. One room lies in no building or site.'],
  ])('open with where kit is: %s', (_, parts, text) => {
    expect(placesSentence(schoolOf(parts)).text).toBe(text);
  });

  it('count what lies in them and in everything below, with its cost in the plan', () => {
    // Two laptops with a price, one in a room of a building and one in the hall; two monitors in the hall without any.
    const laptop = { purchaseDate: '2023-09-01', userGroup: null, categoryKey: 'laptop' };
    const snapshot = schoolOf({
      locations: tree, policies: policiesWith('laptop', { lifeMonths: 60, unitPence: 300_00, priceDate: '2026-06-01', binding: ['policy_life'] }),
      assets: [kit({ ...laptop, locationId: 3 }), kit({ ...laptop, locationId: 4 }), kit({ categoryKey: 'monitor', purchaseDate: '2020-01-01', locationId: 4, quantity: 2 })],
    });
    const result = forecast(snapshot, { asOf: AS_OF });
    const of = placeBelongings(snapshot, result);
    const costOf = (...assets: number[]): number => result.lines.filter(({ assetId }) => assets.includes(assetId ?? 0)).reduce((sum, { netPence }) => sum + (netPence ?? 0), 0);
    const [one = 0, two = 0] = snapshot.assets.map(({ id }) => id);
    expect([1, 2, 3, 4].map((id) => of(id).items)).toEqual([4, 1, 1, 3]);
    expect([1, 2, 4].map((id) => of(id).plannedPence)).toEqual([costOf(one, two), costOf(one), costOf(two)]);
    expect(costOf(one)).toBeGreaterThan(0);
    expect(of(1).unpriced).toBe(2);
  });
});

describe('departments, year groups and spares', () => {
  test.each<[string, Partial<PlanSnapshot>, string]>([
    ['none', {}, 'No department and no year group is known yet.'],
    ['one department without pupils', { departments: [department(1, 'Art')] }, 'One department, none with pupils. No year group is known yet.'],
    ['some with pupils', { departments: [department(1, 'Art', { pupils: 90 }), department(2, 'Maths')], yearGroups: [department(1, 'Year 7', { pupils: 180 })] },
      'Two departments, one with pupils. One year group, with pupils.'],
    ['all with pupils', { departments: [department(1, 'Art', { pupils: 90 }), department(2, 'Maths', { pupils: 1 })] }, 'Two departments, all with pupils. No year group is known yet.'],
  ])('open with how many there are: %s', (_, parts, text) => {
    expect(groupsSentence(schoolOf(parts)).text).toBe(text);
  });

  const count = (spares: number, needed: number | null): SpareCount => ({ categoryKey: 'laptop', userGroup: null, fleet: 100, spares, shareBp: spares * 100, needed });
  test.each<[string, readonly SpareCount[], string]>([
    ['nothing', [], 'Nothing is kept as a spare. No policy expects losses, so none is asked for.'],
    ['one and no rate', [count(1, null)], 'One item is kept as a spare. No policy expects losses, so none is asked for.'],
    ['enough', [count(6, 2)], '6 items are kept as spares. That is enough for a year of the losses that the policies expect.'],
    ['too few of one', [count(1, 4)], 'One item is kept as a spare. Laptops have one where a year’s losses would take four.'],
    ['too few of three', [count(3, 4), count(0, 4), count(2, 4)], '5 items are kept as spares. Laptops have none where a year’s losses would take four. Two other kinds are short too.'],
  ])('say whether the spares would do: %s', (_, counts, text) => {
    expect(sparesSentence(counts, () => 'Laptops').text).toBe(text);
  });
});
