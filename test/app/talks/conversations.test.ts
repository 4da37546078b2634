import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../app/contract/contract.ts';
import { planInMemory, type TestPlan } from '../../support/plan-in-memory.ts';

const SENCO = { kind: 'senco', role: 'SENDCo' } as const;
const NEED = { name: 'Reading pens', statement: 'Nine pupils read exam papers by themselves', askedByRole: 'SENDCo', impact: 'Nine readers must be found for each paper' } as const;

const analysisOf = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot.analysis;
/** What stands at which field; nothing may have changed. */
const refused = async (plan: TestPlan, ...[name, request]: Parameters<TestPlan['dispatch']>): Promise<unknown> => {
  const before = await plan.call('plan.snapshot', {});
  const answer = await plan.dispatch(name, request);
  expect((await plan.call('plan.snapshot', {})).snapshot).toEqual(before.snapshot);
  return answer.ok ? 'done' : [answer.error.field, answer.error.message];
};
const labelOf = ({ change }: { readonly change: { readonly label: string } | null }): string | undefined => change?.label;

describe('a conversation', () => {
  it('is written down with its notes in the order in which they were said, and each can be changed, moved round and taken out', async () => {
    using plan = planInMemory();
    const { value: talk, change } = await plan.call('conversation.add', { heldOn: '2026-10-12', person: SENCO, notes: [{ direction: 'need', text: 'Reading pens' }] });
    expect(change?.label).toBe('Add the conversation with the SENDCo of 12 Oct 2026');
    const { value: second } = await plan.call('note.add', { conversationId: talk.id, direction: 'offer', text: 'Speech to text' });
    const third = await plan.call('note.add', { conversationId: talk.id, text: 'Overlays' });
    expect(labelOf(third)).toBe('Note “Overlays”');
    await plan.call('note.edit', { id: second.id, set: { text: 'Speech to text in mocks', direction: 'need' } });
    const notes = async () => (await analysisOf(plan)).conversations[0]?.notes.map(({ text, direction, needId }) => [text, direction, needId]);
    expect(await notes()).toEqual([['Reading pens', 'need', null], ['Speech to text in mocks', 'need', null], ['Overlays', 'need', null]]);
    await plan.call('note.remove', { id: second.id });
    await plan.call('note.add', { conversationId: talk.id, text: 'The last' });
    expect((await notes())?.map(([text]) => text)).toEqual(['Reading pens', 'Overlays', 'The last']);
    expect(labelOf(await plan.call('conversation.edit', { id: talk.id, set: { heldOn: '2026-10-13', role: 'Deputy SENDCo' } }))).toBe('Change the conversation with the deputy SENDCo of 13 Oct 2026');
    await plan.call('conversation.remove', { id: talk.id });
    expect((await analysisOf(plan)).conversations).toEqual([]);
    await plan.call('plan.undo', {});
    expect(await notes()).toHaveLength(3);
  });

  it('is told at its field what cannot be, and nothing is lost', async () => {
    using plan = planInMemory();
    const { value: talk } = await plan.call('conversation.add', contract['conversation.add'].example);
    expect(await refused(plan, 'conversation.add', { heldOn: '2026-11-22', person: SENCO })).toEqual(['heldOn', '22 November 2026 is still to come. Give the day on which it was held, 21 November 2026 or earlier.']);
    expect(await refused(plan, 'conversation.edit', { id: talk.id, set: { heldOn: '2027-10-12' } })).toEqual(['heldOn', expect.stringContaining('still to come')]);
    expect(await refused(plan, 'conversation.add', { heldOn: '2026-11-01', person: { ...SENCO, role: '  ' } })).toEqual(['person.role', 'person.role: Say who, as a role such as SENDCo.']);
    expect(await refused(plan, 'conversation.add', { heldOn: '2026-11-01', person: { ...SENCO, departmentId: 99 } })).toEqual(['person.departmentId', 'No department has the number 99. It may have been removed.']);
    expect(await refused(plan, 'note.add', { conversationId: talk.id, text: ' ' })).toEqual(['text', 'text: A note has at least one character.']);
    expect(await refused(plan, 'note.add', { conversationId: 99, text: 'Heard' })).toEqual(['conversationId', 'No conversation has the number 99. It may have been removed.']);
    expect(await refused(plan, 'note.edit', { id: talk.noteIds[0], set: { needId: 99 } })).toEqual(['needId', 'No need has the number 99. It may have been removed.']);
    expect(await refused(plan, 'note.add', { conversationId: talk.id, text: 'x'.repeat(2_001) })).toEqual(['text', 'text: A note has at most 2,000 characters.']);
  });

  it('shows which need grew out of a note, and a note is joined to one and taken off it again', async () => {
    using plan = planInMemory();
    const { value: talk } = await plan.call('conversation.add', { heldOn: '2026-10-12', person: SENCO, notes: [{ direction: 'need', text: 'Pens' }, { direction: 'need', text: 'Nine pupils' }] });
    const [first = 0, second = 0] = talk.noteIds;
    const { value: need } = await plan.call('need.add', { ...NEED, fromNoteId: first });
    expect(labelOf(await plan.call('note.edit', { id: second, set: { needId: need.id } }))).toBe('Join the note “Nine pupils” to the need Reading pens');
    const needs = async () => (await analysisOf(plan)).conversations[0]?.notes.map(({ needId }) => needId);
    expect(await needs()).toEqual([need.id, need.id]);
    expect(labelOf(await plan.call('note.edit', { id: second, set: { needId: null } }))).toBe('Take the note “Nine pupils” off its need');
    expect(await needs()).toEqual([need.id, null]);
    // The conversation goes; the need that grew out of it stays. The need goes; the note stays.
    await plan.call('conversation.remove', { id: talk.id });
    expect((await analysisOf(plan)).needs).toHaveLength(1);
    await plan.call('plan.undo', {});
    await plan.call('need.remove', { id: need.id });
    expect(await needs()).toEqual([null, null]);
  });

  it('leaves as a CSV with a row for each note, and nothing in it runs in a spreadsheet', async () => {
    using plan = planInMemory();
    const { value: music } = await plan.call('departments.add', { name: 'Music' });
    await plan.call('conversation.add', { heldOn: '2026-10-12', person: SENCO, notes: [{ direction: 'need', text: '=HYPERLINK("x")' }, { direction: 'offer', text: 'Speech,\nto text' }] });
    await plan.call('conversation.add', { heldOn: '2026-08-31', person: { kind: 'subject_lead', role: 'Subject lead', departmentId: music.id } });
    const { value: need } = await plan.call('need.add', NEED);
    await plan.call('note.edit', { id: 1, set: { needId: need.id } });
    const table = async (year?: number): Promise<string[][]> => {
      const { base64, fileName } = await plan.call('documents.conversations', { format: 'csv', table: 'notes', ...(year === undefined ? {} : { year }) });
      expect(fileName).toMatch(/notes of conversations 2026-11-21\.csv$/u);
      return parse(Buffer.from(base64, 'base64').toString('utf8'), { bom: true });
    };
    const [heads, ...rows] = await table();
    expect(heads).toEqual(['Held on', 'School year', 'Kind of person', 'Role', 'Department', 'Which way round', 'Note', 'Need', 'What the need is']);
    expect(rows).toEqual([
      ['2026-08-31', '2025/26', 'Subject lead', 'Subject lead', 'Music', '', '', '', ''],
      ['2026-10-12', '2026/27', 'SENDCo', 'SENDCo', '', 'What they need to do', '\'=HYPERLINK("x")', 'N-01', 'Reading pens'],
      ['2026-10-12', '2026/27', 'SENDCo', 'SENDCo', '', 'What ICT could do', 'Speech,\nto text', '', ''],
    ]);
    expect(await table(2026)).toHaveLength(3);
    await plan.call('round.add', { year: 2026, person: SENCO });
    await plan.call('round.add', { year: 2026, person: { kind: 'nurse', role: 'School nurse' } });
    const round = await plan.call('documents.conversations', { format: 'csv', table: 'round' });
    expect(parse(Buffer.from(round.base64, 'base64').toString('utf8'), { bom: true, from_line: 2 })).toEqual([
      ['2026/27', 'School nurse', 'School nurse', '', 'No', '', '0'], ['2026/27', 'SENDCo', 'SENDCo', '', 'Yes', '2026-10-12', '1'],
    ]);
  });
});

describe('a year’s round', () => {
  it('is made in one press from the departments, and the next year’s from it, and taken back in one', async () => {
    using plan = planInMemory();
    for (const name of ['Music', 'Art']) await plan.call('departments.add', { name, pupils: 300 });
    const begun = await plan.call('round.begin', { year: 2026, from: 'departments' });
    // A lead for each of two departments and twelve usual roles.
    expect(begun.change?.label).toBe('Put 14 people on the round of 2026/27');
    expect(begun.value.ids).toHaveLength(14);
    const report = await plan.call('conversation.round', {});
    expect(report).toMatchObject({ year: 2026, label: '2026/27', sentence: 'None of the 14 people has been heard this year yet.' });
    expect(report.people.slice(0, 2).map(({ name }) => name)).toEqual(['Art subject lead', 'Music subject lead'].toSorted());
    expect(await refused(plan, 'round.begin', { year: 2026, from: 'departments' })).toEqual(['from', 'A lead for each department and the usual roles are on the round of 2026/27 already. Add others one by one.']);
    expect(await refused(plan, 'round.begin', { year: 2026, from: 'last_year' })).toEqual(['from', expect.stringContaining('2025/26 has nobody on its round')]);
    expect((await plan.call('round.begin', { year: 2027, from: 'last_year' })).value.ids).toHaveLength(14);
    await plan.call('plan.undo', {});
    await plan.call('plan.undo', {});
    expect((await analysisOf(plan)).round).toEqual([]);
  });

  it('has nobody twice, and says what tells two of one role apart', async () => {
    using plan = planInMemory();
    const { value: senco } = await plan.call('round.add', { year: 2026, person: SENCO });
    const { value: other } = await plan.call('round.add', { year: 2026, person: { kind: 'nurse', role: 'School nurse' } });
    const twice = 'The SENDCo is on the round of 2026/27 already. Two of one role are told apart by their department.';
    expect(await refused(plan, 'round.add', { year: 2026, person: { kind: 'other', role: ' sendco ' } })).toEqual(['person.role', twice.replace('SENDCo', 'sendco')]);
    expect(await refused(plan, 'round.edit', { id: other.id, set: { role: 'SENDCo' } })).toEqual(['role', twice]);
    expect((await plan.call('round.edit', { id: senco.id, set: { kind: 'senco', role: 'SENDCo' } })).change).toBeNull();
    await plan.call('round.add', { year: 2027, person: SENCO });
    await plan.call('conversation.add', { heldOn: '2026-10-01', person: SENCO });
    expect((await plan.call('conversation.round', { year: 2026 })).sentence).toMatch(/^1 of 2 people has been heard this year; the school nurse has not\./u);
    expect((await plan.call('conversation.round', { year: 2027 })).sentence).toBe('The one person on the list has not been heard in 2027/28 yet.');
    expect((await plan.call('conversation.round', { asOf: '2026-09-30' })).sentence).toMatch(/^None of the 2 people has been heard/u);
  });
});

describe('a department with people in it', () => {
  it('is not taken away under them, and merged they are the kept one’s, nobody heard twice', async () => {
    using plan = planInMemory();
    const { value: maths } = await plan.call('departments.add', { name: 'Maths' });
    const { value: spelt } = await plan.call('departments.add', { name: 'Mathematics' });
    const lead = (departmentId: number) => ({ kind: 'subject_lead', role: 'Subject lead', departmentId }) as const;
    for (const { id } of [maths, spelt]) await plan.call('round.add', { year: 2026, person: lead(id) });
    await plan.call('conversation.add', { heldOn: '2026-10-01', person: lead(spelt.id) });
    const { value: group } = await plan.call('group.add', { name: 'Leads' });
    await plan.call('group.addMember', { groupId: group.id, person: lead(spelt.id) });
    await plan.call('need.add', { ...NEED, departmentId: spelt.id });
    expect(await refused(plan, 'departments.remove', { id: spelt.id })).toEqual(['id', 'Mathematics still has 1 person to be heard, 1 conversation, 1 member of a user group and 1 need. Move that first, or merge Mathematics into another department.']);
    await plan.call('departments.merge', { keepId: maths.id, ids: [spelt.id] });
    const { round, conversations, groups, needs } = await analysisOf(plan);
    expect([round, conversations, groups.flatMap(({ members }) => members), needs].map((list) => list.map(({ departmentId }) => departmentId))).toEqual([[maths.id], [maths.id], [maths.id], [maths.id]]);
    expect((await plan.call('conversation.round', {})).sentence).toBe('The one person on the list has been heard this year.');
    await plan.call('plan.undo', {});
    expect((await analysisOf(plan)).round.map(({ departmentId }) => departmentId)).toEqual([maths.id, spelt.id]);
  });
});
