import { expect, test } from 'vitest';
import type { Request } from '../../app/contract/contract.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const NEED = { statement: 'From September 2027, 16 students record, edit and mix on a workstation each.', askedByRole: 'Music subject lead', impact: 'The course cannot start.' };
const needsOf = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot.analysis.needs;
const totalsOf = async (plan: TestPlan) => (await plan.call('forecast.get', {})).totalPence;
const refused = async (plan: TestPlan, name: string, request: object): Promise<{ field: string | undefined; message: string }> => {
  const result = await plan.dispatch(name, request);
  if (result.ok) throw new Error('It was taken.');
  return { field: result.error.field, message: result.error.message };
};

test('a need with nothing but what must be said has a number, a short name and the two options that cost least', async () => {
  using plan = planInMemory();
  const first = await plan.call('need.add', NEED);
  expect(first.value).toMatchObject({ number: 1, optionIds: [expect.any(Number), expect.any(Number)] });
  expect(first.change?.label).toBe('Add the need From September 2027, 16 students record, edit and mix on a…');
  const [need] = await needsOf(plan);
  expect(need).toMatchObject({ name: 'From September 2027, 16 students record, edit and mix on a…', askedOn: '2026-11-21', reason: 'curriculum', moscow: 'should' });
  expect(need?.options.map(({ name, costs }) => [name, costs.length])).toEqual([['Do nothing', 0], ['Use what we have', 0]]);
  expect((await plan.call('need.add', NEED)).value.number).toBe(2);
});

test.each([
  ['impact', '   ', 'Say what follows if it is not met: a need without that cannot be weighed.'],
  ['impact', undefined, 'Say what follows if it is not met: a need without that cannot be weighed.'],
  ['statement', '', 'Say what people need to be able to do.'],
  ['askedByRole', null, 'Say who asked for it, as a role: Music subject lead.'],
  ['pupils', 1.5, 'Pupils are a whole number.'],
])('a need whose %s is %o is refused at that field with what is wanted', async (field, value, sentence) => {
  using plan = planInMemory();
  expect(await refused(plan, 'need.add', { ...NEED, [field]: value })).toEqual({ field, message: `${field}: ${sentence}` });
  expect(await needsOf(plan)).toEqual([]);
});

test('a cost without a day is refused at its field, and nothing of the need is kept by half', async () => {
  using plan = planInMemory();
  const { field, message } = await refused(plan, 'need.add', {
    ...NEED, options: [{ name: 'Macs', costs: [{ name: 'Sixteen Macs', categoryKey: 'desktop', on: '2027-09-01' }, { part: 'software', name: 'Licences', yearlyPence: 9_900 }] }],
  });
  expect([field, message]).toEqual(['options.0.costs.1.on', 'Say on which day Licences is bought, or from which day it is paid: without one it would cost nothing in any year.']);
  expect(await needsOf(plan)).toEqual([]);
});

test('a need cannot be tied to a closed objective, but stays tied to one that is closed later', async () => {
  using plan = planInMemory();
  const { value: { id: planId } } = await plan.call('development.addPlan', { name: 'Our plan', startsOn: '2026-09-01', endsOn: '2029-08-31' });
  await plan.call('development.addTree', { planId, rows: [{ area: 'Attendance', number: '3.2', name: 'Attendance' }, { area: 'Attendance', number: '3.3', name: 'Punctuality' }] });
  const [open, closed] = (await plan.call('plan.snapshot', {})).snapshot.analysis.objectives.map(({ id }) => id);
  await plan.call('objective.close', { id: closed ?? 0, state: 'met', on: '2026-11-02' });
  const { value: { id } } = await plan.call('need.add', { ...NEED, links: [{ objectiveId: open ?? 0, strength: 'essential' }] });
  const links = [{ objectiveId: open ?? 0 }, { objectiveId: closed ?? 0 }];
  expect(await refused(plan, 'need.edit', { id, set: { links } })).toEqual({
    field: 'set.links.1.objectiveId', message: 'Objective 3.3 Punctuality was met on 2 November 2026, so no need can be tied to it. Another objective works, or open it again first.',
  });
  await plan.call('objective.close', { id: open ?? 0, state: 'dropped', on: '2026-11-20' });
  await plan.call('need.edit', { id, set: { name: 'Suite', links: [{ objectiveId: open ?? 0, strength: 'helps' }] } });
  expect((await needsOf(plan))[0]).toMatchObject({ name: 'Suite', links: [{ objectiveId: open, strength: 'helps' }] });
});

const OPTIONS = [
  { name: 'Do nothing', kind: 'do_nothing', meets: 'no', meetsWords: 'Course cannot run' },
  { name: 'Better model', recommended: true, costs: [
    { name: 'The better model', categoryKey: 'desktop', on: '2027-09-01', quantity: 16, unitPence: 32_500, riseBp: 0 },
    { part: 'software', name: 'Licences', on: '2027-04-01', unitPence: 0, yearlyPence: 104_000, riseBp: 0 },
    { part: 'training_staff', name: 'A day for two', on: '2027-09-01', unitPence: 48_000, riseBp: 0 },
  ] },
] satisfies NonNullable<Request<'need.add'>['options']>;

test('a recommended option waits outside the figures, training is paid from elsewhere, and one option alone is recommended', async () => {
  using plan = planInMemory();
  const before = await totalsOf(plan);
  const { value: { id, optionIds } } = await plan.call('need.add', { ...NEED, options: OPTIONS });
  const { snapshot } = await plan.call('plan.snapshot', {});
  expect(snapshot.needs.map(({ costName, included }) => [costName, included])).toEqual([['The better model', false], ['Licences', false]]);
  expect(snapshot.analysis.needs[0]).toMatchObject({ recommendedOptionId: optionIds[1] });
  expect(await totalsOf(plan)).toEqual(before);
  await plan.call('need.recommend', { id, optionId: optionIds[0] ?? 0, because: 'Nobody signed up', ifNot: '' });
  expect((await needsOf(plan))[0]).toMatchObject({ recommendedOptionId: optionIds[0], recommendedBecause: 'Nobody signed up', recommendedIfNot: null });
  expect((await refused(plan, 'need.add', { ...NEED, options: OPTIONS.map((option) => ({ ...option, recommended: true })) })).field).toBe('options.1.recommended');
});

test('an option takes a whole list of costs at once: those named by their number stay, the others go, new ones come', async () => {
  using plan = planInMemory();
  const { value: { optionIds } } = await plan.call('need.add', { ...NEED, options: OPTIONS });
  const better = optionIds[1] ?? 0;
  const [kit, licences] = (await needsOf(plan))[0]?.options[1]?.costs ?? [];
  await plan.call('option.edit', { id: better, set: { laterYears: 'funded', costs: [
    { id: kit?.id, name: 'The better model', categoryKey: 'desktop', on: '2028-09-01', quantity: 16, unitPence: 32_500, riseBp: 0 },
    { part: 'support', name: 'Tuning', on: '2028-09-01', unitPence: 9_000 },
  ] } });
  const option = (await needsOf(plan))[0]?.options[1];
  expect(option?.laterYears).toBe('funded');
  expect(option?.costs.map(({ id, name, on, categoryKey }) => [id === kit?.id, name, on, categoryKey])).toEqual([
    [true, 'The better model', '2028-09-01', 'desktop'], [false, 'Tuning', '2028-09-01', 'support_contract'],
  ]);
  const taken = await refused(plan, 'option.edit', { id: better, set: { costs: [{ id: licences?.id, name: 'Licences', on: '2027-04-01' }] } });
  expect(taken.field).toBe('set.costs.0.id');
});

test('a fund that may not pay for an option is refused at its field', async () => {
  using plan = planInMemory();
  const { value: { optionIds } } = await plan.call('need.add', { ...NEED, options: OPTIONS });
  expect(await refused(plan, 'cost.add', { optionId: optionIds[1], part: 'software', name: 'More licences', on: '2027-09-01', unitPence: 9_900, fundKey: 'dfc' }))
    .toMatchObject({ field: 'fundKey', message: expect.stringContaining('Another fund works.') as string });
});

test('a request for software is a need with three checks that nobody has answered yet', async () => {
  using plan = planInMemory();
  await plan.call('need.request', { product: 'Sketch and sound', whatFor: 'Students mix what they have recorded', askedByRole: 'Music subject lead', impact: 'No assessed work in lessons.', seats: 16 });
  expect((await needsOf(plan))[0]).toMatchObject({
    name: 'Sketch and sound', statement: 'Students mix what they have recorded', reason: 'curriculum',
    software: { product: 'Sketch and sound', seats: 16, compatible: 'unknown', networkInstall: 'unknown', licenceAllows: 'unknown' },
  });
});

test('what an option says of a place or a model is said of the one it was merged into', async () => {
  using plan = planInMemory();
  const [room, twin] = [await plan.call('places.add', { name: 'MU1', kind: 'room' }), await plan.call('places.add', { name: 'Music 1', kind: 'room' })];
  const [model, same] = [await plan.call('models.add', { categoryKey: 'desktop', name: '400' }), await plan.call('models.add', { categoryKey: 'desktop', name: 'K-400' })];
  await plan.call('need.add', { ...NEED, evidence: [{ kind: 'age', locationId: twin.value.id }], options: [{ name: 'Better', costs: [{ name: 'Kit', categoryKey: 'desktop', on: '2027-09-01', locationId: twin.value.id, modelId: same.value.id }] }] });
  await plan.call('places.merge', { keepId: room.value.id, ids: [twin.value.id] });
  await plan.call('models.merge', { keepId: model.value.id, ids: [same.value.id] });
  const [need] = await needsOf(plan);
  expect(need?.evidence[0]?.locationId).toBe(room.value.id);
  expect(need?.options[0]?.costs[0]).toMatchObject({ locationId: room.value.id, modelId: model.value.id });
});

test('a need that was decided on stays in the record, one that only waits goes with its question', async () => {
  using plan = planInMemory();
  const add = async () => (await plan.call('need.add', { ...NEED, options: OPTIONS })).value;
  const [decided, waiting] = [await add(), await add()];
  await plan.call('decision.add', { title: 'Suite', needId: decided.id, optionId: decided.optionIds[1] ?? null, decider: 'Head', choice: 'approve', decidedOn: '2026-11-20', because: 'It is due' });
  await plan.call('decision.add', { title: 'Suite', needId: waiting.id, decider: 'Head', decideBy: '2026-12-01' });
  expect((await refused(plan, 'need.remove', { id: decided.id })).message).toMatch(/was decided on in D-\d+, so it stays in the record\. Withdraw it with a decision instead/u);
  expect((await refused(plan, 'option.remove', { id: decided.optionIds[1] })).message).toMatch(/^Better model was decided on in D-/u);
  await plan.call('need.remove', { id: waiting.id });
  const { analysis } = (await plan.call('plan.snapshot', {})).snapshot;
  expect([analysis.needs.map(({ id }) => id), analysis.decisions.map(({ needId }) => needId)]).toEqual([[decided.id], [decided.id]]);
});

test('the needs as a file have a row for each option with the figures of the report', async () => {
  using plan = planInMemory();
  await plan.call('need.add', { ...NEED, name: 'Suite', options: OPTIONS });
  const { needs } = await plan.call('need.report', {});
  // 16 × £325, four years of £1,040 and £480: £9,840, of which the training is not the ICT plan's.
  expect(needs[0]?.options.map(({ letter, totalPence, addsPence, recommended }) => [letter, totalPence, addsPence, recommended])).toEqual([['A', 0, 0, false], ['B', 984_000, 936_000, true]]);
  const file = await plan.call('documents.needs', { format: 'csv' });
  const lines = Buffer.from(file.base64, 'base64').toString('utf8').trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain('B,Better model,yes,,5200,4160,480,0,9840,9360,0,480');
});
