import { expect, test } from 'vitest';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

/* What becomes of needs when what they name is merged or taken away in another part of Kitplan. */

const NEED = { name: 'Scanning pens', statement: 'Pupils hear what they cannot read.', askedByRole: 'SENDCo', impact: 'They wait for help.' };
const PENS = { name: 'Twelve pens', categoryKey: 'laptop', on: '2027-09-01', unitPence: 12_000, quantity: 12, riseBp: 0 };
const analysisOf = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot.analysis;
const refused = async (plan: TestPlan, name: string, request: object): Promise<string> => {
  const result = await plan.dispatch(name, request);
  return result.ok ? 'It was taken.' : result.error.message;
};

test('a fund that an option names goes with the fund that takes over, whether the option is recommended or not', async () => {
  using plan = planInMemory();
  const { value: { key } } = await plan.call('fund.add', { kind: 'grant', name: 'Reading grant' });
  const costs = [{ ...PENS, fundKey: key }, { ...PENS, name: 'Headphones', fundKey: key, standing: 'elsewhere' as const }];
  await plan.call('need.add', { ...NEED, options: [{ name: 'Pens', costs }] });
  expect(await refused(plan, 'fund.remove', { key })).toBe('1 need names Reading grant. Say which fund takes over, and it can go.');
  await plan.call('fund.remove', { key, into: 'delegated' });
  const [need] = (await analysisOf(plan)).needs;
  expect(need?.options[0]?.costs.map(({ fundKey }) => fundKey)).toEqual(['delegated', 'delegated']);
  await plan.call('plan.undo', {});
  expect((await analysisOf(plan)).needs[0]?.options[0]?.costs.map(({ fundKey }) => fundKey)).toEqual([key, key]);
});

test('a kind of kit stays while a need costs some of it or names it as evidence', async () => {
  using plan = planInMemory();
  const { value: { key } } = await plan.call('categories.add', { singular: 'Scanning pen', plural: 'Scanning pens', costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: 60 });
  const { value: { id } } = await plan.call('need.add', { ...NEED, evidence: [{ kind: 'age', categoryKey: key }], options: [{ name: 'Pens', costs: [{ ...PENS, categoryKey: key }] }] });
  expect(await refused(plan, 'categories.remove', { key })).toBe('There are still 1 cost of a need and 1 piece of evidence of the kind Scanning pens. Give that another kind first.');
  await plan.call('need.edit', { id, set: { evidence: [] } });
  expect(await refused(plan, 'categories.remove', { key })).toBe('There is still 1 cost of a need of the kind Scanning pens. Give that another kind first.');
  await plan.call('need.remove', { id });
  await plan.call('categories.remove', { key });
});

test('a running cost and a standard can go, and what named them says so no longer', async () => {
  using plan = planInMemory();
  const { value: { id: recurringId } } = await plan.call('recurring.add', { name: 'Reading platform', categoryKey: 'software', costCategory: 'it_learning_resources', yearlyPence: 90_000 });
  const { value: { id: standardId } } = await plan.call('standard.add', { ref: 'OWN-1', standard: 'Reading', requirement: 'Every text can be heard.' });
  const { value: { id, optionIds } } = await plan.call('need.add', {
    ...NEED, standardId, options: [{ name: 'What we have', costs: [{ part: 'software', name: 'Platform', standing: 'in_plan', on: '2026-04-01', recurringId }] }],
  });
  const before = (await plan.call('forecast.get', {})).totalPence;
  await plan.call('decision.add', { title: 'Pens', decider: 'Headteacher', needId: id, choice: 'approve', optionId: optionIds[0] ?? 0, decidedOn: '2026-11-20', because: 'We have it' });
  expect((await plan.call('forecast.get', {})).totalPence).toEqual(before);
  await plan.call('recurring.remove', { id: recurringId });
  await plan.call('standard.remove', { id: standardId });
  const [need] = (await analysisOf(plan)).needs;
  expect([need?.standardId, need?.options[0]?.costs[0]?.recurringId]).toEqual([null, null]);
  expect((await plan.call('need.report', {})).needs[0]?.options[0]?.inPlanPence).toBe(0);
});

test('what an approved option costs stays as it is while the base is locked, and an option that only waits may change', async () => {
  using plan = planInMemory();
  const { value: { id, optionIds: [chosen = 0, other = 0] } } = await plan.call('need.add', { ...NEED, options: [{ name: 'Pens', costs: [PENS] }, { name: 'More pens', costs: [PENS] }] });
  await plan.call('decision.add', { title: 'Pens', decider: 'Headteacher', needId: id, choice: 'approve', optionId: chosen, decidedOn: '2026-11-20', because: 'They are cheap' });
  const costId = (await analysisOf(plan)).needs[0]?.options[0]?.costs[0]?.id ?? 0;
  await plan.call('scenario.state', { id: 1, state: 'locked' });
  const before = (await plan.call('forecast.get', {})).totalPence;
  for (const [name, request] of [['cost.edit', { id: costId, set: { quantity: 24 } }], ['cost.remove', { id: costId }], ['cost.add', { optionId: chosen, ...PENS }], ['option.edit', { id: chosen, set: { costs: [] } }]] as const) {
    expect(await refused(plan, name, request), name).toContain('is locked. Copy it to change it.');
  }
  await plan.call('option.edit', { id: chosen, set: { meetsWords: 'Every pupil' } });
  await plan.call('option.edit', { id: other, set: { costs: [] } });
  expect((await plan.call('forecast.get', {})).totalPence).toEqual(before);
});

test('a room, a department and a model stay while a need means them: without them it would mean every one', async () => {
  using plan = planInMemory();
  const { value: { id: roomId } } = await plan.call('places.add', { name: 'MU1', kind: 'room' });
  const { value: { id: departmentId } } = await plan.call('departments.add', { name: 'Music' });
  const { value: { id: modelId } } = await plan.call('models.add', { categoryKey: 'laptop', name: 'Tamar 14' });
  const { value: { id } } = await plan.call('need.add', {
    ...NEED, evidence: [{ kind: 'age', locationId: roomId }, { kind: 'age', departmentId }], options: [{ name: 'Pens', costs: [{ ...PENS, modelId, locationId: roomId }] }],
  });
  expect(await refused(plan, 'places.remove', { id: roomId })).toBe('MU1 is named in N-01 Scanning pens. Take it out there first, or merge MU1 into another place.');
  expect(await refused(plan, 'departments.remove', { id: departmentId })).toBe('Music still has 1 need. Move that first, or merge Music into another department.');
  expect(await refused(plan, 'models.remove', { id: modelId })).toBe('Tamar 14 is named in N-01 Scanning pens. Take it out there first, or merge it into another model.');
  await plan.call('need.remove', { id });
  await plan.call('places.remove', { id: roomId });
  await plan.call('departments.remove', { id: departmentId });
  await plan.call('models.remove', { id: modelId });
});

test('no table of needs, decisions, standards and conversations hands a spreadsheet a formula', async () => {
  using plan = planInMemory();
  const formula = '=HYPERLINK("http://x","y")';
  const { value: { id: planId } } = await plan.call('development.addPlan', { name: formula, startsOn: '2026-09-01', endsOn: '2029-08-31' });
  await plan.call('development.addTree', { planId, rows: [{ area: formula, name: formula, leadRole: formula }] });
  const objectiveId = (await analysisOf(plan)).objectives[0]?.id ?? 0;
  const { value: { id, optionIds } } = await plan.call('need.add', {
    name: formula, statement: formula, askedByRole: formula, impact: formula, links: [{ objectiveId }], options: [{ name: formula, recommended: true, costs: [{ ...PENS, name: formula }] }],
  });
  await plan.call('decision.add', {
    title: formula, decider: formula, needId: id, choice: 'approve', optionId: optionIds[0] ?? 0, decidedOn: '2026-11-20', because: formula, ifNot: formula, conditions: formula,
    tellings: [{ role: formula, what: formula }],
  });
  await plan.call('standard.add', { ref: 'OWN-1', standard: formula, requirement: formula });
  await plan.call('conversation.add', { heldOn: '2026-11-20', person: { kind: 'pupils', role: formula }, notes: [{ direction: 'need', text: formula }] });
  const { value: { id: groupId } } = await plan.call('group.add', { name: formula });
  await plan.call('idea.add', { groupId, text: formula, raisedOn: '2026-11-20' });
  const files = [
    await plan.call('documents.needs', { format: 'csv' }), await plan.call('documents.coverage', { format: 'csv' }), await plan.call('documents.decisions', { format: 'csv' }),
    await plan.call('documents.annex', { format: 'csv' }), await plan.call('documents.standards', {}), await plan.call('documents.conversations', { format: 'csv', table: 'notes' }),
    await plan.call('documents.groups', { format: 'csv', table: 'ideas' }),
  ];
  for (const { fileName, base64 } of files) {
    const text = Buffer.from(base64, 'base64').toString('utf8');
    expect(text, fileName).toContain("'=HYPERLINK");
    expect(text, fileName).not.toMatch(/(?:^|,)"?=HYPERLINK/mu);
  }
});
