import { describe, expect, it } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const BASE = 1;
const RECOMMENDED = 2;
const ESSENTIALS = 3;
const NOTHING_MORE = { years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null } as const;

const snapshotOf = async (plan: TestPlan): Promise<PlanSnapshot> => (await plan.call('plan.snapshot', {})).snapshot;
/** The totals of every scenario, as a screen would show them. */
const totalsOf = (facts: PlanSnapshot): unknown =>
  facts.scenarios.map(({ id, name }) => [name, forecast(applyScenario(facts, id), { asOf: TODAY }).totals]);

/** A trolley that is kept in the plan itself, moved in one scenario and not replaced in another, where it has a life of its own too. */
async function plannedTrolley(plan: TestPlan): Promise<number> {
  const { value: { added: [id = 0] } } = await plan.call('register.cells', { add: [
    { description: 'Tamar 11 laptop', categoryKey: 'laptop', tag: 'Trolley C', quantity: 10, purchaseDate: '2024-09-02', room: 'Library', unitPaidPence: 34_000, userGroup: 'pupil' },
  ] });
  await plan.call('scenario.change', { scenarioId: BASE, changes: [{ change: { kind: 'action', assetIds: [id], action: 'extend_cover', ...NOTHING_MORE, years: 1, yearlyPence: 4_000 }, reason: 'Cheaper' }] });
  await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: { kind: 'move', moves: [{ assetId: id, date: '2029-09-02' }] }, reason: 'Shared' }] });
  await plan.call('scenario.change', { scenarioId: ESSENTIALS, changes: [
    { change: { kind: 'action', assetIds: [id], action: 'retire', ...NOTHING_MORE }, reason: null },
    { change: { kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', assetId: id, lifeMonths: 60 }, reason: null },
  ] });
  return id;
}

describe('a group that scenarios speak of', () => {
  it('is split and merged again without a figure changing in any of them', async () => {
    using plan = planInMemory();
    const id = await plannedTrolley(plan);
    const before = await snapshotOf(plan);
    const { value } = await plan.call('register.split', { id, into: { kind: 'singles' } });
    const split = await snapshotOf(plan);
    expect(split.assets).toHaveLength(10);
    expect(split.actions.map(({ assetId }) => assetId)).toEqual([...value.ids]);
    expect(totalsOf(split)).toEqual(totalsOf(before));
    await plan.call('register.merge', { ids: [...value.ids], holds: { tag: id } });
    const merged = await snapshotOf(plan);
    expect(totalsOf(merged)).toEqual(totalsOf(before));
    expect(merged.actions).toHaveLength(1);
    expect(merged.scenarios.find((scenario) => scenario.id === RECOMMENDED)?.differences.map(({ change, reason }) => [change, reason]))
      .toEqual([[{ kind: 'move', moves: [{ assetId: id, date: '2029-09-02' }] }, 'Shared']]);
    await plan.call('plan.undo', {});
    await plan.call('plan.undo', {});
    expect(await snapshotOf(plan)).toEqual(before);
  });

  it('is merged with rows that a scenario says something else of only when it is said which holds', async () => {
    using plan = planInMemory();
    const id = await plannedTrolley(plan);
    const { value: { ids: [one = 0, other = 0] } } = await plan.call('register.split', { id, into: { kind: 'groups', quantity: 4 } });
    await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: { kind: 'move', moves: [{ assetId: other, date: '2030-09-02' }] }, reason: null }] });
    const refused = await plan.dispatch('register.merge', { ids: [one, other], holds: { tag: one } });
    expect(refused).toMatchObject({ ok: false, error: { field: 'holds.scenarios', message: expect.stringContaining('what scenarios say of it') } });
    await plan.call('register.merge', { ids: [one, other], holds: { tag: one, scenarios: other } });
    const { scenarios } = await snapshotOf(plan);
    expect(scenarios.find((scenario) => scenario.id === RECOMMENDED)?.differences.map(({ change }) => change)).toEqual([{ kind: 'move', moves: [{ assetId: one, date: '2030-09-02' }] }]);
  });

  it('takes what was said of it along when it is removed, and brings it back with undo', async () => {
    using plan = planInMemory();
    const id = await plannedTrolley(plan);
    const before = await snapshotOf(plan);
    await plan.call('register.remove', { ids: [id] });
    const { actions, scenarios } = await snapshotOf(plan);
    expect(actions).toEqual([]);
    expect(scenarios.flatMap(({ differences }) => differences.map(({ change }) => change.kind))).toEqual([]);
    await plan.call('plan.undo', {});
    expect(await snapshotOf(plan)).toEqual(before);
  });
});

describe('a model that scenarios speak of', () => {
  it('is merged into another one, of which they speak afterwards', async () => {
    using plan = planInMemory();
    const { value: { id: keepId } } = await plan.call('models.add', { categoryKey: 'laptop', make: 'Tamar', name: '14' });
    const { value: { id: goId } } = await plan.call('models.add', { categoryKey: 'laptop', make: 'Tamar Ltd', name: 'Fourteen' });
    await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: [
      { change: { kind: 'life', categoryKey: 'laptop', userGroup: null, modelId: goId, lifeMonths: 72 }, reason: null },
      { change: { kind: 'policy', categoryKey: 'laptop', userGroup: 'staff', set: { replacementModelId: goId } }, reason: null },
    ] });
    const before = await snapshotOf(plan);
    await plan.call('models.merge', { keepId, ids: [goId] });
    const { scenarios } = await snapshotOf(plan);
    expect(scenarios.find(({ id }) => id === RECOMMENDED)?.differences.map(({ change }) => change)).toEqual([
      { kind: 'life', categoryKey: 'laptop', userGroup: null, modelId: keepId, lifeMonths: 72 },
      { kind: 'policy', categoryKey: 'laptop', userGroup: 'staff', set: { replacementModelId: keepId } },
    ]);
    await plan.call('plan.undo', {});
    expect(await snapshotOf(plan)).toEqual(before);
  });
});
