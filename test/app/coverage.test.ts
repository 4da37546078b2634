import { describe, expect, it } from 'vitest';
import { needRef } from '../../planning/analysis/needs/refs.ts';
import { writeNeeds } from '../support/needs-school.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

async function school(): Promise<TestPlan> {
  const plan = planInMemory();
  await plan.call('school.update', { name: 'Hillcrest School', pupils: 1_140 });
  await plan.call('register.cells', { add: [{ description: 'Tamar 14 laptop', categoryKey: 'laptop', userGroup: 'staff', quantity: 10, purchaseDate: '2023-09-01', unitPaidPence: 36_000, tag: 'Staff' }] });
  await writeNeeds(plan);
  return plan;
}

const csvOf = ({ base64 }: { readonly base64: string }): string[][] =>
  Buffer.from(base64, 'base64').toString('utf8').replace(/^\ufeff/u, '').trim().split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));

describe('the coverage that is asked for', () => {
  it('says which objectives have the ICT they need, which wait and which have a gap, and counts what it lists', async () => {
    using plan = await school();
    const report = await plan.call('coverage.report', { asOf: TODAY });
    expect(report.sentence).toBe('Five of seven objectives have the ICT they need. Music Technology suite waits for a decision on 27 November.');
    expect(report.objectives.map(({ title, covered }) => `${title} ${covered}`)).toEqual([
      '1.1 Reading Y7, Y8 agreed', '1.2 KS4 maths agreed', '2.1 Music Tech waiting', '2.2 SEND agreed', '3.1 Workload agreed', '3.2 Attendance gap', '4.1 Online safety agreed',
    ]);
    expect(report.needs.map(({ ref, state }) => `${ref} ${state}`)).toEqual([
      'N-01 waiting', 'N-02 funded', 'N-03 funded', 'N-04 funded', 'N-05 funded', 'N-06 funded', 'N-07 funded', 'N-08 funded', 'N-09 no_objective', 'N-10 no_objective', 'N-11 declined',
    ]);
    expect(report.byState.map(({ state, needs }) => [state, needs])).toEqual([['waiting', 1], ['funded', 7], ['no_objective', 2], ['declined', 1]]);
    expect(report.totalPence).toBe(5_811_800);
    // What is agreed and serves an objective: 58,118 − 9,840 that waits − 4,100 − 2,800 that serve none = 41,378.
    expect(report.spend.servesPence).toBe(4_137_800);
    expect(report.spend.none.map(({ name }) => name)).toEqual(['Staff laptops']);
    expect(report.spend.servesPence + report.spend.nonePence).toBe(report.spend.totalPence);
  });

  it('follows a link, a decision taken back and an objective that needs no ICT, each undone again', async () => {
    using plan = await school();
    const covered = async (): Promise<string[]> => (await plan.call('coverage.report', { asOf: TODAY })).objectives.map((each) => each.covered);
    const before = await covered();
    const { snapshot: { analysis } } = await plan.call('plan.snapshot', {});
    const attendance = analysis.objectives.find(({ number }) => number === '3.2')?.id ?? 0;
    const display = analysis.needs.find(({ number }) => number === 10)?.id ?? 0;
    await plan.call('need.edit', { id: display, set: { links: [{ objectiveId: attendance, strength: 'helps' }] } });
    expect((await covered())[5]).toBe('waiting');
    await plan.call('plan.undo', {});
    expect(await covered()).toEqual(before);
    await plan.call('objective.noIct', { id: attendance, by: 'Attendance lead', on: TODAY });
    expect((await covered())[5]).toBe('no_ict');
    expect((await plan.call('coverage.report', { asOf: TODAY })).sentence).toContain('Five of seven objectives have the ICT they need, and one needs none.');
    await plan.call('plan.undo', {});
    const reading = analysis.decisions.find(({ title }) => title === 'Reading tests on laptops')?.id ?? 0;
    await plan.call('decision.remove', { id: reading });
    expect((await covered())[0]).toBe('waiting');
    await plan.call('plan.undo', {});
    expect(await covered()).toEqual(before);
  });

  it('is a table with a column for each objective, with what was left out and whether each is covered', async () => {
    using plan = await school();
    const file = await plan.call('documents.coverage', { format: 'csv', asOf: TODAY });
    expect(file.fileName).toBe('Hillcrest School coverage 2026-11-21.csv');
    const [head = [], ...rows] = csvOf(file);
    expect(head.slice(0, 13)).toEqual([
      'Need ref', 'Need', 'Department', 'Asked for by', 'How much it matters', '1.1 Reading Y7, Y8', '1.2 KS4 maths', '2.1 Music Tech', '2.2 SEND', '3.1 Workload', '3.2 Attendance', '4.1 Online safety', 'Option',
    ]);
    expect(rows.map(([ref]) => ref)).toEqual([...Array.from({ length: 11 }, (_, at) => needRef(at + 1)), 'Covered?']);
    expect(rows[1]?.slice(5, 15)).toEqual(['Cannot be met without it', '', '', 'Helps', '', '', '', 'Buy it', '6200', 'Funded']);
    expect(rows.at(-1)?.slice(4, 12)).toEqual(['', 'Agreed', 'Agreed', 'Waiting', 'Agreed', 'Agreed', 'Gap', 'Agreed']);
    expect((await plan.call('documents.coverage', { format: 'xlsx', asOf: TODAY })).fileName).toBe('Hillcrest School coverage 2026-11-21.xlsx');
  });

  it('leaves an empty plan with a sentence and no rows', async () => {
    using plan = planInMemory();
    expect(await plan.call('coverage.report', {})).toMatchObject({ sentence: 'There is neither a school development plan nor a need here yet.', objectives: [], needs: [], totalPence: 0 });
  });
});

describe('the flat budget lines', () => {
  it('say of each line which need it is for, what it serves, what was decided and what follows without it', async () => {
    using plan = await school();
    const { value: { id: wait } } = await plan.call('need.add', { name: 'Better staff laptops', statement: 'Faster marking', askedByRole: 'Deputy head', impact: 'Marking takes longer.', options: [{
      name: 'Count on the refresh', recommended: true, costs: [{ part: 'kit', name: 'Staff laptops', standing: 'in_plan', categoryKey: 'laptop', userGroup: 'staff', on: '2026-04-01' }],
    }] });
    const { snapshot: { analysis } } = await plan.call('plan.snapshot', {});
    const option = analysis.needs.find(({ id }) => id === wait)?.options[0]?.id ?? 0;
    const linesOf = async (): Promise<Record<string, string>[]> => {
      const [head = [], ...rows] = csvOf(await plan.call('documents.budgetLines', { asOf: TODAY }));
      return rows.map((row) => Object.fromEntries(head.map((heading, at) => [heading, row[at] ?? ''])));
    };
    const told = (lines: readonly Record<string, string>[], description: string): (string | undefined)[] => {
      const line = lines.find((each) => each.Description?.includes(description));
      return [line?.['Need ref'], line?.['SDP priority'], line?.['Decision status'], line?.['Impact if not funded']];
    };
    const before = await linesOf();
    expect(told(before, 'Reading tests on laptops')).toEqual(['N-02', '1.1 Reading Y7, Y8, 2.2 SEND', 'Agreed, D-02', 'The lessons cannot be taught as planned.']);
    // Nobody has decided yet that the refresh of the staff laptops is for that need.
    expect(told(before, 'Tamar 14 laptop')).toEqual(['', '', '', '']);
    await plan.call('decision.add', { title: 'Better staff laptops', decider: 'Headteacher', needId: wait, choice: 'approve', optionId: option, decidedOn: '2026-11-20', because: 'They are due anyway' });
    const after = await linesOf();
    expect(told(after, 'Tamar 14 laptop')).toEqual(['N-12', '', 'Agreed, D-10', 'Marking takes longer.']);
    expect(after.map((line) => line.Net)).toEqual(before.map((line) => line.Net));
  });
});
