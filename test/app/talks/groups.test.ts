import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../app/contract/contract.ts';
import { planInMemory, type TestPlan } from '../../support/plan-in-memory.ts';

const groupsOf = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot.analysis.groups;
const refused = async (plan: TestPlan, ...[name, request]: Parameters<TestPlan['dispatch']>): Promise<unknown> => {
  const before = await plan.call('plan.snapshot', {});
  const answer = await plan.dispatch(name, request);
  expect((await plan.call('plan.snapshot', {})).snapshot).toEqual(before.snapshot);
  return answer.ok ? 'done' : [answer.error.field, answer.error.message];
};

/** An open objective and one that was met. */
async function objectives(plan: TestPlan): Promise<readonly [open: number, met: number]> {
  const { value: made } = await plan.call('development.addPlan', contract['development.addPlan'].example);
  const { value: area } = await plan.call('area.add', { planId: made.id, name: 'Reading' });
  const [open, met] = [await plan.call('objective.add', { areaId: area.id, number: '1.1', name: 'Reading' }), await plan.call('objective.add', { areaId: area.id, name: 'Homework' })];
  await plan.call('objective.close', { id: met.value.id, state: 'met', on: '2026-07-01' });
  return [open.value.id, met.value.id];
}

describe('a user group', () => {
  it('is tied to objectives that are open; one that closes later stays tied', async () => {
    using plan = planInMemory();
    const [open, met] = await objectives(plan);
    const { value: { id } } = await plan.call('group.add', { ...contract['group.add'].example, objectiveIds: [open, open] });
    expect((await groupsOf(plan))[0]?.objectiveIds).toEqual([open]);
    expect(await refused(plan, 'group.edit', { id, set: { objectiveIds: [open, met] } })).toEqual(['objectiveIds', 'The objective Homework is met. A group is tied to objectives that are open.']);
    expect(await refused(plan, 'group.add', { name: 'Others', objectiveIds: [99] })).toEqual(['objectiveIds', 'No objective has the number 99. It may have been removed.']);
    await plan.call('objective.close', { id: open, state: 'dropped', on: '2026-11-01' });
    expect((await plan.call('group.edit', { id, set: { objectiveIds: [open], meets: 'Weekly' } })).change?.label).toBe('Change the user group Digital leads');
    expect((await groupsOf(plan))[0]).toMatchObject({ objectiveIds: [open], meets: 'Weekly' });
    await plan.call('group.edit', { id, set: { objectiveIds: [] } });
    expect((await groupsOf(plan))[0]?.objectiveIds).toEqual([]);
  });

  it('is told at its field what cannot be', async () => {
    using plan = planInMemory();
    const { value: group } = await plan.call('group.add', contract['group.add'].example);
    expect(await refused(plan, 'group.add', { name: ' digital  LEADS ' })).toEqual(['name', 'There already is a user group called Digital leads.']);
    expect(await refused(plan, 'group.add', { name: 'Pupils', backedOn: '2025-09-01' })).toEqual(['backerRole', expect.stringContaining('as a role such as Deputy head')]);
    expect(await refused(plan, 'group.edit', { id: group.id, set: { backerRole: null } })).toEqual(['backerRole', expect.stringContaining('Deputy head')]);
    expect(await refused(plan, 'group.edit', { id: group.id, set: { backedOn: '2026-12-01' } })).toEqual(['backedOn', expect.stringContaining('still to come')]);
    expect(await refused(plan, 'group.addMember', { groupId: 99, person: { kind: 'pupils', role: 'Year 9' } })).toEqual(['groupId', 'No user group has the number 99. It may have been removed.']);
    expect(await refused(plan, 'group.addMember', { groupId: group.id, person: { kind: 'pupils', role: '' } })).toEqual(['person.role', 'person.role: Say who, as a role such as SENDCo.']);
    expect(await refused(plan, 'idea.add', { groupId: group.id, raisedOn: '2026-11-22', text: 'Lockers' })).toEqual(['raisedOn', expect.stringContaining('still to come')]);
  });

  it('never has a declined idea without a reason, however it came to be declined', async () => {
    using plan = planInMemory();
    const { value: group } = await plan.call('group.add', contract['group.add'].example);
    const { value: idea } = await plan.call('idea.add', { groupId: group.id, raisedOn: '2026-10-06', text: 'Charging lockers' });
    const because = ['because', 'Say why it was declined: whoever had the idea is owed a reason.'];
    expect(await refused(plan, 'idea.edit', { id: idea.id, set: { fate: 'declined' } })).toEqual(because);
    expect(await refused(plan, 'idea.add', { groupId: group.id, raisedOn: '2026-10-06', text: 'Another', fate: 'declined' })).toEqual(because);
    const declined = await plan.call('idea.edit', { id: idea.id, set: { fate: 'declined', because: 'Fire doors may not be blocked' } });
    expect(declined.change?.label).toBe('Change the idea “Charging lockers”: declined');
    expect(await refused(plan, 'idea.edit', { id: idea.id, set: { because: null } })).toEqual(because);
    expect((await groupsOf(plan)).flatMap(({ ideas }) => ideas).filter(({ fate, because: why }) => fate === 'declined' && why === null)).toEqual([]);
  });

  it('shows the need that an idea became; the idea stays when the need goes, and the need when the group goes', async () => {
    using plan = planInMemory();
    const { value: group } = await plan.call('group.add', contract['group.add'].example);
    const { value: idea } = await plan.call('idea.add', { groupId: group.id, raisedOn: '2026-10-06', text: 'Charging lockers' });
    const { value: need } = await plan.call('need.add', { statement: 'Charging by the library', askedByRole: 'Digital leads', impact: 'Laptops are flat by noon', fromIdeaId: idea.id });
    expect((await groupsOf(plan))[0]?.ideas[0]?.needId).toBe(need.id);
    await plan.call('need.remove', { id: need.id });
    expect((await groupsOf(plan))[0]?.ideas[0]?.needId).toBeNull();
    await plan.call('plan.undo', {});
    await plan.call('group.remove', { id: group.id });
    const { analysis } = (await plan.call('plan.snapshot', {})).snapshot;
    expect([analysis.groups.length, analysis.needs.length]).toEqual([0, 1]);
  });

  it('is reported with its span and its share, and leaves as CSV', async () => {
    using plan = planInMemory();
    const { value: music } = await plan.call('departments.add', { name: 'Music', pupils: 400 });
    await plan.call('departments.add', { name: 'Art', pupils: 300 });
    const { value: group } = await plan.call('group.add', contract['group.add'].example);
    await plan.call('group.addMember', { groupId: group.id, person: { kind: 'subject_lead', role: 'Teacher', departmentId: music.id } });
    await plan.call('group.addMember', { groupId: group.id, person: { kind: 'pupils', role: 'Year 9 pupils' } });
    await plan.call('idea.add', { groupId: group.id, raisedOn: '2026-10-06', text: 'Lockers', fate: 'piloted' });
    await plan.call('idea.add', { groupId: group.id, raisedOn: '2026-10-07', text: 'No paper', fate: 'declined', because: 'One family in ten has no printer' });
    const report = await plan.call('group.report', {});
    expect(report.sentence).toBe('One user group has raised two ideas; 1 of the 2 settled was taken up or is on trial.');
    expect(report.groups).toMatchObject([{
      name: 'Digital leads', backing: 'Deputy head, since 1 September 2025', taken: '1 of 2 settled', members: ['Music teacher', 'Year 9 pupils'],
      departments: [{ name: 'Art', members: 0 }, { name: 'Music', members: 1 }],
    }]);
    expect(report.groups[0]?.span).toMatch(/^Its two members come from one of two departments; Art has nobody in it\. Two of 13 kinds of people are in it\. Nobody in it speaks for parents\.$/u);
    const rows = async (table: 'ideas' | 'members'): Promise<string[][]> => parse(Buffer.from((await plan.call('documents.groups', { format: 'csv', table })).base64, 'base64').toString('utf8'), { bom: true, from_line: 2 });
    expect(await rows('ideas')).toEqual([
      ['Digital leads', '2026-10-06', 'Lockers', 'On trial', '', '', ''], ['Digital leads', '2026-10-07', 'No paper', 'Declined', 'One family in ten has no printer', '', ''],
    ]);
    expect(await rows('members')).toEqual([['Digital leads', 'Subject lead', 'Teacher', 'Music'], ['Digital leads', 'Pupils', 'Year 9 pupils', '']]);
  });
});
