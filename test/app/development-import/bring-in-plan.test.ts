import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Answer, Request } from '../../../app/contract/contract.ts';
import { planInMemory, type TestPlan } from '../../support/plan-in-memory.ts';
import { sent, wordFile, wordParagraph, wordTable } from './word-file.ts';

const CSV = `School development plan 2026-29,,,,,,,,
Theme,Initiative,Ref,Target,Success criteria,RAG,Actions,By whom,By when,Resources
Quality of education,Priority 1: Reading,1.1,Fluency,90% at age-related fluency,Amber,Train every form tutor,Literacy lead,18/12/2026,£2k
,,,,,,Buy decodable books,Literacy lead,Summer 2027,"£1,250"
,,1.2,Library,A book a fortnight for each pupil,Red,,Librarian,,
Attendance,Priority 2: Every day counts,2.1,Attendance above 94% in every year group by the end of the plan,Every year group above 94%,Green,Call home on the first morning,Attendance officer,soonish,about £500
`;

const look = (plan: TestPlan, request: Omit<Request<'development.look'>, 'fileName'> & { fileName?: string }): Promise<Answer<'development.look'>> =>
  plan.call('development.look', { fileName: 'plan.csv', ...request });
const analysisOf = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot.analysis;
const csv = (text: string) => sent(text, 'plan.csv');

describe('a development plan that comes in from a spreadsheet', () => {
  it('is read by the headings that schools use, and says what would come in without changing anything', async () => {
    using plan = planInMemory();
    const found = await look(plan, csv(CSV));
    expect(found.columns.map(({ heading, goesTo }) => [heading, goesTo])).toEqual([
      ['Theme', 'area'], ['Initiative', 'priority'], ['Ref', 'number'], ['Target', 'objective'], ['Success criteria', 'criterion'], ['RAG', 'status'], ['Actions', 'action'],
      ['By whom', 'lead'], ['By when', 'due'], ['Resources', 'cost'],
    ]);
    expect(found.sentence).toBe('4 rows read: 2 areas, 3 objectives, 3 success criteria and 3 actions are new in the new plan “plan”.');
    expect(found.rows).toEqual({ read: 4, new: 4, addedTo: 0, unchanged: 0, refused: 0 });
    expect(found.problems.filter(({ weight }) => weight === 'left_empty').map(({ sentence }) => sentence)).toEqual([
      'Row 6, By when: “soonish” cannot be read as a date: a day such as 18/12/2026, “July 2027” or “Autumn 2026” works.',
    ]);
    expect(found.problems.map(({ sentence }) => sentence)).toContain('Red was read as not met, amber as partly met and green as met.');
    expect(await analysisOf(plan)).toMatchObject({ plans: [], objectives: [] });
  });

  it('comes in as one change that undo takes back whole, and a second time it changes nothing', async () => {
    using plan = planInMemory();
    const before = await analysisOf(plan);
    const taken = await plan.call('development.take', csv(CSV));
    expect(taken.change?.label).toBe('Bring in plan.csv to the development plan (4 rows)');
    const { areas, priorities, objectives } = await analysisOf(plan);
    expect(areas.map(({ name }) => name)).toEqual(['Quality of education', 'Attendance']);
    expect(priorities.map(({ number, name }) => `${number ?? ''} ${name}`)).toEqual(['1 Reading', '2 Every day counts']);
    const [fluency, library, attendance] = ['1.1', '1.2', '2.1'].map((number) => objectives.find((each) => each.number === number));
    expect(fluency).toMatchObject({ number: '1.1', name: 'Fluency', criteria: [{ text: '90% at age-related fluency', status: 'partially_met' }] });
    expect(fluency?.actions).toMatchObject([
      { text: 'Train every form tutor', leadRole: 'Literacy lead', dueOn: '2026-12-18', costPence: 200_000 },
      { text: 'Buy decodable books', leadRole: 'Literacy lead', dueOn: '2027-07-31', costPence: 125_000 },
    ]);
    expect(library).toMatchObject({ number: '1.2', leadRole: 'Librarian', actions: [], criteria: [{ status: 'not_met' }] });
    expect(attendance).toMatchObject({
      name: 'Attendance above 94% in every year group by the end of the …', statement: 'Attendance above 94% in every year group by the end of the plan', actions: [{ dueOn: null, costPence: 50_000 }],
    });
    const again = await plan.call('development.take', csv(CSV));
    expect(again).toMatchObject({ change: null, value: { unchanged: true, rows: { read: 4, new: 0, addedTo: 0, unchanged: 4, refused: 0 } } });
    expect(again.value.sentence).toBe('4 rows read, and nothing would change: the plan has all of it already.');
    await plan.call('plan.undo', {});
    expect(await analysisOf(plan)).toEqual(before);
  });

  it('adds to what is there, fills its gaps and leaves what people have written', async () => {
    using plan = planInMemory();
    await plan.call('development.take', csv('Area,No,Objective,Success criteria,Status,Action,Lead\nReading,1.1,Fluency,All read,Not started,Train staff,\n'));
    const found = await look(plan, csv('Area,No,Objective,Success criteria,Status,Action,Lead\nReading,1.1,Fluency,All read,Met,Train staff,Literacy lead\n,,,,,Buy books,\n'));
    expect(found.rows).toEqual({ read: 2, new: 0, addedTo: 2, unchanged: 0, refused: 0 });
    expect(found.problems.map(({ sentence }) => sentence)).toContain('1 success criterion has another status in the plan than here. The plan’s stays.');
    await plan.call('development.take', { ...csv('Area,No,Objective,Success criteria,Status,Action,Lead\nReading,1.1,Fluency,All read,Met,Train staff,Literacy lead\n,,,,,Buy books,\n') });
    const [objective] = (await analysisOf(plan)).objectives;
    expect(objective).toMatchObject({ criteria: [{ status: 'not_started' }], actions: [{ text: 'Train staff', leadRole: 'Literacy lead' }, { text: 'Buy books' }] });
  });

  it('makes no area for objectives that stand elsewhere in the plan by now', async () => {
    using plan = planInMemory();
    await plan.call('development.take', csv('Area,No,Objective\nReading,1.1,Fluency\n'));
    const other = csv('Area,No,Objective,Action\nQuality of education,1.1,Fluency,Train staff\n');
    const found = await look(plan, other);
    expect(found.sentence).toBe('1 row read: 1 action is new in plan.');
    expect(found.tree[0]).toMatchObject({ text: 'Quality of education', outcome: 'unchanged', detail: 'its objectives stand elsewhere in the plan and stay there' });
    await plan.call('development.take', other);
    expect((await analysisOf(plan)).areas.map(({ name }) => name)).toEqual(['Reading']);
  });

  it('tells each row that cannot come in, and every other still does', async () => {
    using plan = planInMemory();
    const text = 'Objective,Status,Action,Due\n,,Paint the hall,\nReading,sideways,Train staff,31/02/2027\nObjective,Status,Action,Due\nTotal,,£400,\n';
    const found = await look(plan, csv(text));
    expect(found.rows).toEqual({ read: 4, new: 1, addedTo: 0, unchanged: 0, refused: 3 });
    expect(found.problems.filter(({ weight }) => weight !== 'check').map(({ sentence }) => sentence)).toEqual([
      'Row 2: an action has no objective above it.',
      'Row 3, Status: “sideways” is no status that Kitplan knows: not started, in progress, not met, partly met or met. Say below what it stands for.',
      'Row 3, Due: “31/02/2027” cannot be read as a date: a day such as 18/12/2026, “July 2027” or “Autumn 2026” works.',
      'Row 4: it repeats the headings.', 'Row 5: it is a total.',
    ]);
  });

  it('takes what a person says of a column, of a word and of a cell', async () => {
    using plan = planInMemory();
    const file = csv('Zweck,Wie,Ampel,Bis\nReading,Train staff,gelb,soonish\n');
    expect((await look(plan, file)).stuck).toBe('No headings were found. Say what each column holds, and the objective first.');
    const options = {
      headerRow: 1, columns: [{ index: 0, goesTo: 'objective' as const }, { index: 1, goesTo: 'action' as const }, { index: 3, goesTo: 'due' as const }],
      cells: [{ row: 2, index: 3, text: '1 May 2027' }],
    };
    const found = await look(plan, { ...file, options });
    expect(found.problems.filter(({ weight }) => weight !== 'check')).toEqual([]);
    expect(found.tree.map(({ depth, text, detail }) => [depth, text, detail])).toEqual([[0, 'Whole school', null], [1, 'Reading', null], [2, 'Train staff', 'by 1 May 2027']]);
  });

  it('makes numbers that begin again in each priority into numbers of the whole plan', async () => {
    using plan = planInMemory();
    const file = csv('Area,Priority,No,Objective\nLearning,Priority 1: Reading,1,Fluency\n,,2,Library\n,Priority 2: Maths,1,Tables\n');
    await plan.call('development.take', file);
    expect((await analysisOf(plan)).objectives.map(({ number, name }) => `${number ?? ''} ${name}`)).toEqual(['1.1 Fluency', '2.1 Tables', '1.2 Library']);
    expect((await look(plan, file)).unchanged).toBe(true);
  });
});

describe('a development plan on a sheet', () => {
  it('has merged cells filled, dates and money as Excel keeps them, and headings over the rows', async () => {
    using plan = planInMemory();
    const sheet = utils.aoa_to_sheet([
      ['Development plan'], ['Ref', 'Target', 'Measures', 'Action', 'Owner', 'Deadline', 'Cost'],
      ['Priority 1: Reading'],
      ['1.1', 'Fluency', 'All read', 'Train staff', 'Literacy lead', new Date(Date.UTC(2026, 11, 18)), 2000],
      [null, null, null, 'Buy books', 'Librarian', 'Summer 2027', '£1,250'],
      ['Priority 2: Attendance'],
      ['2.1', 'Every day counts', '94%', 'Call home', 'Attendance officer', null, null],
    ], { UTC: true });
    sheet['!merges'] = ['A4:A5', 'B4:B5', 'C4:C5', 'A3:G3', 'A6:G6'].map((range) => utils.decode_range(range));
    const notes = utils.aoa_to_sheet([['What this is'], ['Agreed by governors'], ['in July']]);
    const file = sent(write({ SheetNames: ['Read me', 'SDP'], Sheets: { 'Read me': notes, SDP: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array, 'sdp.xlsx');
    const found = await look(plan, file);
    expect([found.sheet, found.headerRow, found.rows.read]).toEqual(['SDP', 2, 5]);
    expect(found.tree.map(({ kind, number, text, detail }) => [kind, number, text, detail])).toEqual([
      ['area', null, 'Priority 1: Reading', null],
      ['objective', '1.1', 'Fluency', null], ['criterion', null, 'All read', 'Not started'],
      ['action', null, 'Train staff', 'Literacy lead, by 18 Dec 2026, £2,000'], ['action', null, 'Buy books', 'Librarian, by 31 Jul 2027, £1,250'],
      ['area', null, 'Priority 2: Attendance', null],
      ['objective', '2.1', 'Every day counts', null], ['criterion', null, '94%', 'Not started'], ['action', null, 'Call home', 'Attendance officer'],
    ]);
    expect(found.problems.map(({ sentence }) => sentence)).toContain('Rows 3 and 6 have one text over the whole table, which was read as the heading of the rows below.');
    await plan.call('development.take', file);
    expect((await look(plan, file)).unchanged).toBe(true);
  });

  it('pasted as text with tabs is read like a file, and an objective without actions is no heading', async () => {
    using plan = planInMemory();
    const found = await look(plan, sent('Objective\tAction\tLead\nReading\t\t\n\tTrain staff\tLiteracy lead\nMaths\tPlan\tMaths lead\n', 'Pasted rows.txt'));
    expect(found.tree.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(['area: Whole school', 'objective: Reading', 'action: Train staff', 'objective: Maths', 'action: Plan']);
    expect(found.plan).toMatchObject({ id: null, name: 'School development plan', startsOn: '2026-09-01', endsOn: '2029-08-31' });
  });
});

describe('a development plan that comes in from a Word document', () => {
  const HEADINGS = ['Objective', 'Success criteria', 'Actions', 'Lead', 'When'];

  it('keeps a merged cell for every row that it spans, and takes what spans the table for its heading', async () => {
    using plan = planInMemory();
    const body = wordParagraph('School development plan') + wordTable([
      [{ text: 'Priority 1: Quality of education', across: 5 }],
      HEADINGS,
      [{ text: '1.1 Reading', down: 'restart' }, { text: 'All pupils read\nNone behind', down: 'restart' }, 'Train staff', 'Literacy lead', 'Autumn 2026'],
      [{ down: 'continue' }, { down: 'continue' }, 'Buy books', 'Librarian', 'Spring 2027'],
      [{ text: 'Priority 2: Attendance', across: 5 }],
      ['2.1 Attendance', '94%', 'Call home', 'Attendance officer', 'ongoing'],
    ]);
    const found = await look(plan, sent(wordFile(body), 'plan.docx'));
    expect(found.tree.map(({ kind, number, text, detail }) => [kind, number, text, detail])).toEqual([
      ['area', null, 'Priority 1: Quality of education', null],
      ['objective', '1.1', 'Reading', null], ['criterion', null, 'All pupils read\nNone behind', 'Not started'],
      ['action', null, 'Train staff', 'Literacy lead, by 31 Dec 2026'], ['action', null, 'Buy books', 'Librarian, by 31 Mar 2027'],
      ['area', null, 'Priority 2: Attendance', null],
      ['objective', '2.1', 'Attendance', null], ['criterion', null, '94%', 'Not started'], ['action', null, 'Call home', 'Attendance officer'],
    ]);
  });

  it('reads tables with the same headings as one plan, each under the line above it', async () => {
    using plan = planInMemory();
    const body = ['Reading', 'Attendance'].map((area, at) => wordParagraph(area) + wordTable([HEADINGS, [`${at + 1}.1 First`, 'Seen', 'Do it', 'Lead', '']])).join('') + wordTable([['Name', 'Role'], ['x', 'y']]);
    const found = await look(plan, sent(wordFile(body), 'plan.docx'));
    expect(found.sheets.map(({ name }) => name)).toEqual(['All 2 tables with these headings', 'Table 1: Reading', 'Table 2: Attendance', 'Table 3']);
    expect(found.tree.filter(({ kind }) => kind === 'area').map(({ text }) => text)).toEqual(['Reading', 'Attendance']);
    const second = await look(plan, { ...sent(wordFile(body), 'plan.docx'), options: { sheet: 'Table 2: Attendance' } });
    expect(second.tree.filter(({ kind }) => kind === 'area').map(({ text }) => text)).toEqual(['Attendance']);
  });
});
