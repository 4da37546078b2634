import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { differencesOf, planMerge, type Holds, type MergePlan } from '../../../planning/register/merge.ts';
import { planSplit, type SplitInto, type SplitPlan } from '../../../planning/register/split.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { options, plan, SEED } from '../arbitraries.ts';
import { AS_OF, department, kit, place, schoolOf } from '../fixtures.ts';

/** The rows as the plan file holds them after a split: copies carry what the row had, and a policy of its own. */
function afterSplit(snapshot: PlanSnapshot, split: Extract<SplitPlan, { ok: true }>): PlanSnapshot {
  // Numbers are never given twice: those of rows that are gone, which a policy may still name, lie below.
  let next = 1_000 + Math.max(...snapshot.assets.map(({ id }) => id));
  let partIds: readonly number[] = [];
  const assets = [...snapshot.assets];
  const policies = [...snapshot.policies];
  const actions = [...snapshot.actions];
  for (const { id, stays, copies } of split.rows) {
    const at = assets.findIndex((asset) => asset.id === id);
    const row = assets[at];
    if (row === undefined) throw new Error(`There is no row ${id}.`);
    const part = ({ succeedsPart, ...own }: typeof stays, partId: number): Asset =>
      ({ ...row, ...own, id: partId, succeedsAssetId: succeedsPart === null ? row.succeedsAssetId : partIds[succeedsPart] ?? null });
    assets[at] = part(stays, id);
    const ids = [id, ...copies.map(() => next++)];
    assets.push(...copies.map((copy, index) => part(copy, ids[index + 1] ?? 0)));
    for (const policy of snapshot.policies.filter(({ assetId }) => assetId === id)) policies.push(...ids.slice(1).map((assetId) => ({ ...policy, assetId })));
    for (const action of snapshot.actions.filter(({ assetId }) => assetId === id)) actions.push(...ids.slice(1).map((assetId) => ({ ...action, assetId })));
    if (partIds.length === 0) partIds = ids;
  }
  return { ...snapshot, assets, policies, actions };
}

function afterMerge(snapshot: PlanSnapshot, { keepId, goIds, quantity }: Extract<MergePlan, { ok: true }>): PlanSnapshot {
  const gone = new Set(goIds);
  const assets = snapshot.assets.filter(({ id }) => !gone.has(id)).map((asset) => ({
    ...asset, ...(asset.id === keepId ? { quantity } : {}),
    succeedsAssetId: asset.succeedsAssetId !== null && gone.has(asset.succeedsAssetId) ? keepId : asset.succeedsAssetId,
  }));
  return { ...snapshot, assets, policies: snapshot.policies.filter(({ assetId }) => assetId === null || !gone.has(assetId)) };
}

const done = <Plan extends { readonly ok: boolean }>(made: Plan): Extract<Plan, { ok: true }> => {
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made as Extract<Plan, { ok: true }>;
};
const sentence = (made: SplitPlan | MergePlan): string => (made.ok ? 'allowed' : made.sentence);

/** Thirty laptops in a trolley. */
const TROLLEY = kit({ id: 30, tag: 'Trolley C', quantity: 30, purchaseDate: '2023-09-01' });

describe('a group that is split', () => {
  test.each<[string, SplitInto, string[]]>([
    ['into single items: the first keeps the label', { kind: 'singles' }, ['1 Trolley C', ...Array.from({ length: 29 }, () => '1 -')]],
    ['into two groups: 30 = 22 + 8', { kind: 'groups', quantity: 8 }, ['22 Trolley C', '8 -']],
    ['by a list that names some: 30 = 28 + 1 + 1', { kind: 'list', items: [{ tag: 'L1', serial: 'S1' }, { tag: null, serial: 'S2' }] }, ['28 Trolley C', '1 L1 S1', '1 - S2']],
  ])('%s', (_, into, rows) => {
    const after = afterSplit(schoolOf({ assets: [TROLLEY] }), done(planSplit(schoolOf({ assets: [TROLLEY] }), AS_OF, 30, into)));
    expect(after.assets.map(({ quantity, tag, serial }) => `${quantity} ${tag ?? '-'}${serial === null ? '' : ` ${serial}`}`)).toEqual(rows);
  });

  it('by a list that names all of it keeps no group behind', () => {
    const pair = kit({ id: 31, quantity: 2, tag: 'Pair' });
    const made = done(planSplit(schoolOf({ assets: [pair] }), AS_OF, 31, { kind: 'list', items: [{ tag: 'A', serial: null }, { tag: 'B', serial: null }] }));
    expect(made.rows).toEqual([{ id: 31, stays: { quantity: 1, tag: 'A', serial: null, succeedsPart: null }, copies: [{ quantity: 1, tag: 'B', serial: null, succeedsPart: null }] }]);
  });

  it('takes its order along: 12 on order for 30 are divided as the group is', () => {
    const order = kit({ id: 40, quantity: 12, status: 'ordered', succeedsAssetId: 30, inServiceDate: '2027-02-01' });
    const school = schoolOf({ assets: [TROLLEY, order] });
    // 10 of the 12 replace the ten that stay, the other 2 replace two of the twenty that leave.
    expect(done(planSplit(school, AS_OF, 30, { kind: 'groups', quantity: 20 })).rows[1]).toEqual({
      id: 40, stays: { quantity: 10, tag: null, serial: null, succeedsPart: 0 }, copies: [{ quantity: 2, tag: null, serial: null, succeedsPart: 1 }],
    });
  });

  test.each<[string, SplitInto, string]>([
    ['more off than there is', { kind: 'groups', quantity: 30 }, 'From 1 to 29 of these 30 can be taken off.'],
    ['an empty list', { kind: 'list', items: [] }, 'The list names nothing: write one tag or serial number a line.'],
    ['a longer list', { kind: 'list', items: Array.from({ length: 31 }, (_, at) => ({ tag: `T${at}`, serial: null })) }, 'The list names 31, and the group has 30 items.'],
    ['a tag twice', { kind: 'list', items: ['A', 'B', 'a'].map((tag) => ({ tag, serial: null })) }, 'The tag a stands twice in the list, in lines 1 and 3.'],
    ['a serial that another row has', { kind: 'list', items: [{ tag: null, serial: 'k4-1' }] }, 'The serial number K4-1 belongs to another row of the register: Tamar 14 laptop.'],
    ['a line with nothing', { kind: 'list', items: [{ tag: null, serial: null }] }, 'Line 1 has neither a tag nor a serial number.'],
  ])('is refused in words: %s', (_, into, words) => {
    expect(sentence(planSplit(schoolOf({ assets: [TROLLEY, kit({ serial: 'K4-1' })] }), AS_OF, 30, into))).toBe(words);
  });

  it('is refused for a single item, and for one that is gone', () => {
    const school = schoolOf({ assets: [kit({ id: 7, tag: 'LT-7' })] });
    expect(sentence(planSplit(school, AS_OF, 7, { kind: 'singles' }))).toBe('LT-7 is a single item: there is nothing to split.');
    expect(sentence(planSplit(school, AS_OF, 8, { kind: 'singles' }))).toBe('No asset has the number 8. It may have been removed.');
  });

  test('costs the plan what it cost before, in every year, with its orders and whatever its policy', () => {
    const cut = fc.oneof(fc.constant<SplitInto>({ kind: 'singles' }), fc.integer({ min: 1, max: 59 }).map((quantity): SplitInto => ({ kind: 'groups', quantity })));
    fc.assert(fc.property(plan({ losses: false }), options, fc.array(cut, { minLength: 1, maxLength: 4 }), (snapshot, asked, cuts) => {
      let now = snapshot;
      for (const [index, into] of cuts.entries()) {
        const groups = now.assets.filter(({ quantity }) => quantity > 1);
        const made = groups.length === 0 ? null : planSplit(now, asked.asOf, groups[index % groups.length]?.id ?? 0, into);
        if (made?.ok === true) now = afterSplit(now, made);
      }
      const [before, after] = [snapshot, now].map((each) => forecast(each, asked));
      expect(after?.totals).toEqual(before?.totals);
      expect([after?.quantityRegister, after?.quantityForecast, after?.overdueQuantity]).toEqual([before?.quantityRegister, before?.quantityForecast, before?.overdueQuantity]);
    }), { seed: SEED, numRuns: 300 });
  });
});

describe('rows that are merged', () => {
  const [it3, library] = [place(1, 'IT3'), place(2, 'Library')];
  const rows = [kit({ id: 1, tag: 'A', locationId: 1, quantity: 2 }), kit({ id: 2, tag: 'B', locationId: 2 }), kit({ id: 3, tag: 'C', locationId: 2, status: 'spare' })];
  const school = schoolOf({ assets: rows, locations: [it3, library] });

  it('add up, and name every field in which they differ', () => {
    expect(differencesOf(school, rows).map(({ field, values }) => [field, values.map(({ words }) => words)])).toEqual([
      ['tag', ['A', 'B', 'C']], ['locationId', ['IT3', 'Library']], ['status', ['In use', 'Spare']],
    ]);
    expect(sentence(planMerge(school, AS_OF, [1, 2, 3], {})))
      .toBe('These 3 rows differ in tag (A, B, C), room (IT3, Library) and status (In use, Spare). Say which holds.');
    expect(sentence(planMerge(school, AS_OF, [1, 2, 3], { tag: null, status: 1 }))).toBe('These 3 rows differ in room (IT3, Library). Say which holds.');
  });

  it('take the values that were chosen, and keep the numbers of single items in the notes', () => {
    expect(planMerge(school, AS_OF, [1, 2, 3], { tag: null, status: 1, locationId: 3 }))
      .toEqual({ ok: true, keepId: 1, goIds: [2, 3], quantity: 4, takes: { tag: null, locationId: 3 }, numbersNote: 'A, B, C' });
  });

  test.each<[string, readonly number[], Holds, string]>([
    ['one row', [1], {}, 'A group is made of two rows or more.'],
    ['one row twice', [1, 1], {}, 'A group is made of two rows or more.'],
    ['a row that is gone', [1, 9], {}, 'No asset has the number 9. It may have been removed.'],
    ['a room of a row that is not among them', [1, 2], { tag: null, locationId: 3 }, 'The room that holds must be that of one of these rows.'],
    ['no room at all', [1, 2], { tag: null, locationId: null }, 'The room that holds must be that of one of these rows.'],
  ])('are refused in words: %s', (_, ids, holds, words) => {
    expect(sentence(planMerge(school, AS_OF, ids, holds))).toBe(words);
  });

  it('are refused where their cover or their contracts differ, until one is chosen', () => {
    const covered = schoolOf({
      assets: [kit({ id: 1 }), kit({ id: 2 })], departments: [department(1, 'Maths')],
      warranties: [{ id: 1, assetId: 2, startsOn: null, endsOn: '2027-12-12', supplierId: null, reference: null, kind: 'standard', costPence: null }],
    });
    expect(sentence(planMerge(covered, AS_OF, [1, 2], {}))).toBe('These 2 rows differ in warranty periods (none, to 12 Dec 2027). Say which holds.');
    expect(planMerge(covered, AS_OF, [1, 2], { warranties: 2 })).toMatchObject({ ok: true, takes: { warranties: 2 } });
  });

  it('are refused while more is on order for one of them than there is of it', () => {
    const ordered = schoolOf({ assets: [kit({ id: 1 }), kit({ id: 2 }), kit({ status: 'ordered', quantity: 3, succeedsAssetId: 1 })] });
    expect(sentence(planMerge(ordered, AS_OF, [1, 2], {}))).toBe('3 are on order in place of Tamar 14 laptop, of which there is 1. Settle the order first.');
  });

  test('after a split give the plan back its figures, and the group its number', () => {
    fc.assert(fc.property(plan({ losses: false }), options, fc.nat(11), (snapshot, asked, at) => {
      const group = snapshot.assets[at];
      if (group === undefined || group.quantity < 2) return;
      const made = planSplit(snapshot, asked.asOf, group.id, { kind: 'singles' });
      if (!made.ok) return;
      const split = afterSplit(snapshot, made);
      const parts = split.assets.filter(({ id }) => id === group.id || id > snapshot.assets.length).filter(({ categoryKey, status, succeedsAssetId }) =>
        categoryKey === group.categoryKey && status === group.status && succeedsAssetId === group.succeedsAssetId).slice(0, group.quantity);
      const merged = planMerge(split, asked.asOf, parts.map(({ id }) => id), { tag: group.id, serial: group.id });
      if (!merged.ok) return;
      const [before, after] = [snapshot, afterMerge(split, merged)].map((each) => forecast(each, asked));
      expect(after?.totals).toEqual(before?.totals);
      expect(merged.quantity).toBe(group.quantity);
    }), { seed: SEED, numRuns: 300 });
  });
});
