import { beforeAll, describe, expect, it } from 'vitest';
import { forecastDocument } from '../../app/documents/forecast-workbook.ts';
import { forecast } from '../../planning/forecast.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import { applyChange, type PlanChange } from '../../planning/scenarios/change.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const options = { asOf: TODAY };
const BASE = 1;
const RECOMMENDED = 2;
const fiveYears: PlanChange = { kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60 };

const snapshotOf = async (plan: TestPlan): Promise<PlanSnapshot> => (await plan.call('plan.snapshot', {})).snapshot;
const scenarioOf = async (plan: TestPlan, id: number): Promise<Scenario> => {
  const found = (await snapshotOf(plan)).scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`There is no scenario ${id}.`);
  return found;
};
const refusalOf = async (plan: TestPlan, name: string, request: unknown): Promise<string> => {
  const result = await plan.dispatch(name, request);
  return result.ok ? 'It was done.' : result.error.message;
};

/** A school with a trolley, a room of desktops and a server. */
const smallSchool = async (): Promise<TestPlan> => {
  const plan = planInMemory();
  await plan.call('register.cells', { add: [
    { description: 'Tamar 11 laptop', categoryKey: 'laptop', userGroup: 'pupil', tag: 'Trolley E', quantity: 30, purchaseDate: '2024-09-02', unitPaidPence: 36_500 },
    { description: 'Kestrel 400', categoryKey: 'desktop', quantity: 32, purchaseDate: '2023-12-12', unitPaidPence: 41_500, room: 'IT3' },
    { description: 'Storage', categoryKey: 'storage', quantity: 1, purchaseDate: '2024-08-14', coverEnd: '2028-08-14', unitPaidPence: 590_000 },
  ] });
  return plan;
};

describe('the three scenarios that a plan starts with', () => {
  it('say the same as the plan itself until something is said in them', async () => {
    using plan = await smallSchool();
    const facts = await snapshotOf(plan);
    expect(facts.scenarios.map(({ name, state, recommended }) => [name, state, recommended]))
      .toEqual([['Keep to policy', 'working', false], ['Recommended', 'working', true], ['Essentials only', 'working', false]]);
    for (const { id } of facts.scenarios) expect(forecast(applyScenario(facts, id), options)).toEqual(forecast(facts, options));
  });
});

describe('a change in a scenario', () => {
  it('stands in it alone, with its reason, and is named in the undo bar', async () => {
    using plan = await smallSchool();
    const before = await snapshotOf(plan);
    const { change } = await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: fiveYears, reason: 'The batteries last' }] });
    expect(change?.label).toBe('Pupil laptops kept 5 years instead of 4, in Recommended');
    const after = await snapshotOf(plan);
    expect((await scenarioOf(plan, RECOMMENDED)).differences).toEqual([{ id: expect.any(Number), change: fiveYears, reason: 'The batteries last' }]);
    expect(forecast(after, options)).toEqual(forecast(before, options));
    expect(forecast(applyScenario(after, RECOMMENDED), options)).toEqual(forecast(applyChange(before, fiveYears, null), options));
  });

  it('takes the place of an earlier one about the same thing, and goes where it says what the plan says anyway', async () => {
    using plan = await smallSchool();
    const change = async (...changes: readonly PlanChange[]): Promise<readonly PlanChange[]> => {
      await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: changes.map((each) => ({ change: each, reason: null })) });
      return (await scenarioOf(plan, RECOMMENDED)).differences.map((difference) => difference.change);
    };
    const { assets } = await snapshotOf(plan);
    const [trolley = 0, desktops = 0] = assets.map(({ id }) => id);
    expect(await change(fiveYears, { ...fiveYears, lifeMonths: 72 })).toEqual([{ ...fiveYears, lifeMonths: 72 }]);
    expect(await change({ ...fiveYears, lifeMonths: 48 })).toEqual([]);
    const bothMoved: PlanChange = { kind: 'move', moves: [{ assetId: trolley, date: '2029-09-01' }, { assetId: desktops, date: '2029-12-12' }] };
    const later: PlanChange = { kind: 'move', moves: [{ assetId: trolley, date: '2030-09-01' }] };
    expect(await change(bothMoved, later)).toEqual([{ kind: 'move', moves: [{ assetId: desktops, date: '2029-12-12' }] }, later]);
    expect(await change({ kind: 'move', moves: [{ assetId: trolley, date: null }, { assetId: desktops, date: null }] })).toEqual([]);
    const price: PlanChange = { kind: 'policy', categoryKey: 'laptop', userGroup: 'pupil', set: { unitPence: 40_000, lossBp: 250 } };
    expect(await change(price, { ...price, set: { lossBp: 0 } })).toEqual([{ ...price, set: { unitPence: 40_000 } }]);
  });

  it('is refused, each with what works, where it names what the plan does not have', async () => {
    using plan = await smallSchool();
    const put = (change: unknown): Promise<string> => refusalOf(plan, 'scenario.change', { scenarioId: RECOMMENDED, changes: [{ change, reason: null }] });
    expect(await put({ ...fiveYears, categoryKey: 'robot' })).toBe('The plan has no category called “robot”.');
    expect(await put({ kind: 'move', moves: [{ assetId: 900, date: '2029-09-01' }] })).toBe('No asset has the number 900. It may have been removed.');
    expect(await put({ kind: 'move', moves: [{ assetId: 1, date: '2026-10-31' }] })).toBe('Oct 2026 is past. Kit can be moved to Nov 2026 or later.');
    expect(await put({ kind: 'need', needId: 4, included: true })).toBe('No need has the number 4.');
    expect(await put({ kind: 'action', assetIds: [3], action: 'extend_cover', years: null, yearlyPence: 78_000, priceDate: null, nextUserGroup: null, nextMonths: null }))
      .toBe('Say for how many years it is extended: 1 to 10.');
    expect(await put({ kind: 'policy', categoryKey: 'laptop', userGroup: null, modelId: 77, set: { lossBp: 1 } })).toBe('No model has the number 77. It may have been removed.');
    expect(await put({ kind: 'backlog', years: 11 })).toContain('Overdue kit is bought over 1 to 10 years.');
    expect((await scenarioOf(plan, RECOMMENDED)).differences).toEqual([]);
  });
});

describe('a change in the plan itself', () => {
  const changesOf = (facts: PlanSnapshot): readonly PlanChange[] => {
    const [trolley = 0, desktops = 0, storage = 0] = facts.assets.map(({ id }) => id);
    const terms = { years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null };
    return [
      fiveYears, { kind: 'life', categoryKey: 'desktop', userGroup: 'staff', lifeMonths: 72, fromYear: 2027 },
      { kind: 'policy', categoryKey: 'desktop', userGroup: null, set: { unitPence: 50_000, upgrade: null, purchaseMonths: [7, 8], fundKey: 'dfc' } },
      { kind: 'price_rise', bp: 450 }, { kind: 'price_rise', bp: -200, categoryKey: 'laptop', year: 2028 },
      { kind: 'loss_rate', bp: 300, categoryKey: 'laptop' },
      { kind: 'move', moves: [{ assetId: trolley, date: '2029-09-02' }, { assetId: desktops, date: '2027-12-12' }] },
      { kind: 'action', assetIds: [storage], action: 'extend_cover', ...terms, years: 1, yearlyPence: 78_000 },
      { kind: 'budget', year: 2027, fundKey: 'delegated', pence: 11_840_000 }, { kind: 'budget', year: 2028, fundKey: 'dfc', pence: 900_000 },
      { kind: 'backlog', years: 3 },
    ];
  };

  it('writes its facts, so that they come to what the same change would as an overlay, in one step that undo takes back', async () => {
    using plan = await smallSchool();
    const before = await snapshotOf(plan);
    const changes = changesOf(before);
    const overlaid = changes.reduce((snapshot, change) => applyChange(snapshot, change, 'Agreed'), before);
    const { change } = await plan.call('scenario.change', { scenarioId: BASE, changes: changes.map((each) => ({ change: each, reason: 'Agreed' })) });
    expect(change).toMatchObject({ label: 'Put 11 changes into Keep to policy', reason: 'Agreed' });
    const after = await snapshotOf(plan);
    expect(after.scenarios).toEqual(before.scenarios);
    expect(forecast(after, options)).toEqual(forecast(overlaid, options));
    expect(after.assets).toEqual(overlaid.assets);
    expect(after.actions).toEqual(overlaid.actions);
    expect(after.budgets).toEqual(overlaid.budgets);
    expect(after.inflation).toEqual(overlaid.inflation);
    await plan.call('plan.undo', {});
    expect(await snapshotOf(plan)).toEqual(before);
  });

  it('takes back what it said: a budget cleared, a date and an action given up', async () => {
    using plan = await smallSchool();
    const before = await snapshotOf(plan);
    const storage = before.assets[2]?.id ?? 0;
    const action = { kind: 'action', assetIds: [storage], years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null } as const;
    const put = (...changes: readonly PlanChange[]): Promise<unknown> =>
      plan.call('scenario.change', { scenarioId: BASE, changes: changes.map((change) => ({ change, reason: null })) });
    await put({ ...action, action: 'retire' }, { kind: 'budget', year: 2028, fundKey: 'dfc', pence: 5 }, { kind: 'move', moves: [{ assetId: storage, date: '2030-01-31' }] });
    await put({ ...action, action: 'replace' }, { kind: 'budget', year: 2028, fundKey: 'dfc', pence: null }, { kind: 'move', moves: [{ assetId: storage, date: null }] });
    expect(await snapshotOf(plan)).toEqual(before);
  });
});

describe('a scenario that is locked', () => {
  it('is changed only by copying it; the copy is a working one with the same differences', async () => {
    using plan = await smallSchool();
    await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: fiveYears, reason: 'Agreed' }] });
    await plan.call('scenario.state', { id: RECOMMENDED, state: 'locked' });
    const [difference] = (await scenarioOf(plan, RECOMMENDED)).differences;
    const sentence = 'Recommended is locked. Copy it to change it.';
    expect(await refusalOf(plan, 'scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: { ...fiveYears, lifeMonths: 72 }, reason: null }] })).toBe(sentence);
    expect(await refusalOf(plan, 'scenario.drop', { differenceIds: [difference?.id ?? 0] })).toBe(sentence);
    expect(await refusalOf(plan, 'scenario.reason', { differenceId: difference?.id ?? 0, reason: 'Another' })).toBe(sentence);
    expect(await refusalOf(plan, 'scenario.edit', { id: RECOMMENDED, name: 'Other' })).toBe(sentence);
    const { value: copy } = await plan.call('scenario.copy', { id: RECOMMENDED, name: 'Second try' });
    const copied = await scenarioOf(plan, copy.id);
    expect(copied).toMatchObject({ state: 'working', parentId: BASE, recommended: false, differences: [{ change: fiveYears, reason: 'Agreed' }] });
    await plan.call('scenario.change', { scenarioId: copy.id, changes: [{ change: { ...fiveYears, lifeMonths: 72 }, reason: null }] });
    expect((await scenarioOf(plan, RECOMMENDED)).differences).toEqual([difference]);
  });

  it('keeps policies, prices, budgets and dates of the plan itself as they are, and lets the register go on', async () => {
    using plan = await smallSchool();
    await plan.call('scenario.state', { id: BASE, state: 'locked' });
    const sentence = 'Keep to policy is locked. Copy it to change it.';
    for (const [name, request] of [
      ['policy.set', { categoryKey: 'laptop', set: { lifeMonths: 60 } }], ['inflation.set', { bp: 400 }], ['budget.set', { year: 2028, pence: 1 }],
      ['register.edit', { ids: [1], set: { movedTo: '2029-09-01' } }], ['register.cells', { rows: [{ id: 1, set: { movedTo: '2029-09-01' } }] }],
      ['school.update', { backlogYears: 3 }],
      ['scenario.change', { scenarioId: BASE, changes: [{ change: fiveYears, reason: null }] }],
    ] as const) expect(await refusalOf(plan, name, request), name).toBe(sentence);
    await plan.call('register.edit', { ids: [1], set: { notes: 'Lid cracked', movedTo: null } });
    await plan.call('school.update', { pupils: 1_150, backlogYears: 1 });
    await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: fiveYears, reason: null }] });
    await plan.call('scenario.state', { id: BASE, state: 'working' });
    await plan.call('policy.set', { categoryKey: 'laptop', set: { lifeMonths: 60 } });
  });
});

describe('a scenario that is published', () => {
  it('keeps its facts and figures, whatever becomes of the plan', async () => {
    using plan = await smallSchool();
    await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: fiveYears, reason: 'Agreed' }] });
    const live = applyScenario(await snapshotOf(plan), RECOMMENDED);
    await plan.call('scenario.publish', { id: RECOMMENDED, asOf: TODAY });
    await plan.call('register.remove', { ids: [2] });
    await plan.call('policy.set', { categoryKey: 'laptop', set: { unitPence: 99_900 } });
    const version = await plan.call('scenario.version', { scenarioId: RECOMMENDED });
    expect(version).toMatchObject({ asOf: TODAY, engineVersion: '0.0.0-test', totals: forecast(live, options).totals });
    expect(version.snapshot.assets).toEqual(live.assets);
    expect(version.totals).toEqual(forecast(version.snapshot, { asOf: version.asOf }).totals);
    expect(await scenarioOf(plan, RECOMMENDED)).toMatchObject({ state: 'published', published: { asOf: TODAY } });
    const sentence = 'Recommended is published. Copy it to change it.';
    expect(await refusalOf(plan, 'scenario.state', { id: RECOMMENDED, state: 'working' })).toBe(sentence);
    expect(await refusalOf(plan, 'scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: fiveYears, reason: null }] })).toBe(sentence);
    const { value: copy } = await plan.call('scenario.copy', { id: RECOMMENDED, name: 'Next year' });
    expect(await scenarioOf(plan, copy.id)).toMatchObject({ state: 'working', parentId: BASE, differences: [{ change: fiveYears, reason: 'Agreed' }], published: null });
  });

  it('cannot be the plan itself, and is not published twice', async () => {
    using plan = await smallSchool();
    expect(await refusalOf(plan, 'scenario.publish', { id: BASE, asOf: TODAY })).toBe('Keep to policy is the plan itself and goes on changing with it. Copy it, then publish the copy.');
    expect(await refusalOf(plan, 'scenario.version', { scenarioId: RECOMMENDED })).toBe('Recommended has not been published.');
    await plan.call('scenario.publish', { id: RECOMMENDED, asOf: TODAY });
    expect(await refusalOf(plan, 'scenario.publish', { id: RECOMMENDED, asOf: TODAY })).toBe('Recommended is published already. Copy it to publish other figures.');
  });
});

describe('the list of scenarios', () => {
  it('recommends one at most, knows each by its own name, and keeps what others start from', async () => {
    using plan = await smallSchool();
    const { value: spread } = await plan.call('scenario.add', { name: 'Spread the cost', note: '', startFrom: RECOMMENDED, differences: [{ change: fiveYears, reason: '' }] });
    expect(await scenarioOf(plan, spread.id)).toMatchObject({ note: null, parentId: RECOMMENDED, differences: [{ change: fiveYears, reason: null }] });
    await plan.call('scenario.edit', { id: spread.id, recommended: true });
    expect((await snapshotOf(plan)).scenarios.filter(({ recommended }) => recommended).map(({ name }) => name)).toEqual(['Spread the cost']);
    expect(await refusalOf(plan, 'scenario.add', { name: '  spread the  COST ', startFrom: BASE })).toBe('There is a scenario called Spread the cost already. Give this one another name.');
    expect(await refusalOf(plan, 'scenario.add', { name: 'Other', startFrom: 99 })).toBe('No scenario has the number 99. It may have been removed.');
    expect(await refusalOf(plan, 'scenario.remove', { id: BASE })).toBe('Keep to policy is the plan itself: it stays.');
    expect(await refusalOf(plan, 'scenario.remove', { id: RECOMMENDED })).toBe('Spread the cost starts from Recommended. Remove that one first.');
    await plan.call('scenario.remove', { id: spread.id });
    await plan.call('scenario.remove', { id: RECOMMENDED });
    expect((await snapshotOf(plan)).scenarios.map(({ name }) => name)).toEqual(['Keep to policy', 'Essentials only']);
  });
});

describe('a difference', () => {
  it('taken out again leaves the plan as if it had never been made; its reason can be given later', async () => {
    using plan = await smallSchool();
    await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: { kind: 'price_rise', bp: 400 }, reason: null }] });
    const before = await snapshotOf(plan);
    await plan.call('scenario.change', { scenarioId: RECOMMENDED, changes: [{ change: fiveYears, reason: null }] });
    const added = (await scenarioOf(plan, RECOMMENDED)).differences.at(-1);
    const { change } = await plan.call('scenario.reason', { differenceId: added?.id ?? 0, reason: 'The batteries last' });
    expect(change?.label).toBe('Give the reason in Recommended: pupil laptops kept 5 years instead of 4');
    expect((await scenarioOf(plan, RECOMMENDED)).differences.at(-1)).toEqual({ ...added, reason: 'The batteries last' });
    const dropped = await plan.call('scenario.drop', { differenceIds: [added?.id ?? 0] });
    expect(dropped.change?.label).toBe('Take out of Recommended: pupil laptops kept 5 years instead of 4');
    expect(await snapshotOf(plan)).toEqual(before);
    expect(await refusalOf(plan, 'scenario.drop', { differenceIds: [added?.id ?? 0] })).toContain('No scenario has a difference with the number');
  });
});

describe('Hillcrest', () => {
  let facts: PlanSnapshot;
  beforeAll(async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    facts = await snapshotOf(plan);
  });
  const plannedIn = (id: number): number => forecast(applyScenario(facts, id), options).totals.plannedPence.reduce((sum, pence) => sum + pence, 0);

  it('has a compromise that costs less than keeping to policy, and a plan for lean years that costs less still', () => {
    expect(facts.scenarios.map(({ name, recommended, differences }) => [name, recommended, differences.length]))
      .toEqual([['Keep to policy', false, 0], ['Spread the cost', true, 3], ['Essentials only', false, 5]]);
    expect(plannedIn(RECOMMENDED)).toBeLessThan(plannedIn(BASE));
    expect(plannedIn(3)).toBeLessThan(plannedIn(RECOMMENDED));
    // Essentials only fits the budget in every year.
    expect(Math.min(...forecast(applyScenario(facts, 3), options).totals.differencePence ?? [])).toBeGreaterThanOrEqual(0);
  });

  it('is forecast, explained and written into the workbook as the scenario asked for, which is named there with its reasons', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const report = await plan.call('forecast.get', { scenarioId: RECOMMENDED });
    expect(report.scenario).toBe('Spread the cost');
    expect(report.totalPence).toEqual(forecast(applyScenario(facts, RECOMMENDED), options).totals.totalPence);
    expect((await plan.call('forecast.get', {})).scenario).toBeNull();
    const storage = facts.assets.find(({ categoryKey, status }) => categoryKey === 'storage' && status === 'in_use')?.id ?? 0;
    const steps = async (scenarioId: number): Promise<string> => (await plan.call('forecast.explain', { assetId: storage, scenarioId })).steps.join(' ');
    expect(await steps(RECOMMENDED)).toContain('When the paid year of warranty ends.');
    expect(await steps(BASE)).not.toContain('paid year');
    const { fileName } = await plan.call('documents.workbook', { scenarioId: RECOMMENDED });
    expect(fileName).toBe('Hillcrest School refresh forecast, Spread the cost, 2026-11-21.xlsx');
    const scenario = facts.scenarios.find(({ id }) => id === RECOMMENDED) ?? null;
    const { sheets, footer } = forecastDocument({ snapshot: applyScenario(facts, RECOMMENDED), options, scenario });
    expect(footer).toContain('Spread the cost');
    expect(JSON.stringify(sheets[0]?.rows)).toContain('Scenario: Spread the cost. Net of VAT');
    expect(JSON.stringify(sheets.at(-1)?.rows)).toMatch(/Spread the cost, working copy.*Not replaced.*Humanities shares a trolley with RE/u);
    expect(await refusalOf(plan, 'forecast.get', { scenarioId: 99 })).toBe('No scenario has the number 99. It may have been removed.');
  });

  it('answers for a published scenario what it was published with, as at its day', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    await plan.call('scenario.publish', { id: RECOMMENDED, asOf: '2026-10-01' });
    const before = await plan.call('forecast.get', { scenarioId: RECOMMENDED });
    expect(before.asOf).toBe('2026-10-01');
    await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'staff', set: { lifeMonths: 24 } });
    expect(await plan.call('forecast.get', { scenarioId: RECOMMENDED })).toEqual(before);
  });
});
