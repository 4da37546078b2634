import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../app/contract/contract.ts';
import type { AnalysisFacts } from '../../planning/analysis/facts.ts';
import { contract } from '../../app/contract/contract.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const factsOf = async (plan: TestPlan): Promise<AnalysisFacts> => (await plan.call('plan.snapshot', {})).snapshot.analysis;

/** A plan of three areas with four objectives, the first two under one priority. */
async function started(plan: TestPlan): Promise<number> {
  const { value: { id } } = await plan.call('development.addPlan', { name: 'Development plan', startsOn: '2026-09-01', endsOn: '2029-08-31', startWith: 'estyn' });
  await plan.call('development.addTree', { planId: id, rows: [
    { area: 'Teaching and learning', priority: 'Reading', priorityNumber: '1', number: '1.1', name: 'Tests', criteria: [{ text: 'All tested', status: 'met' }], actions: [{ text: 'Buy tests' }] },
    { area: 'Teaching and learning', priority: 'Reading', number: '1.2', name: 'Library' },
    { area: 'Leading and improving', number: '3.1', name: 'Workload' },
    { area: 'Leading and improving', number: '3.2', name: 'Attendance' },
  ] });
  return id;
}

const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);

describe('a school’s development plan', () => {
  it('starts with the areas of an inspectorate, and does not double what it has', async () => {
    using plan = planInMemory();
    const planId = await started(plan);
    expect(names((await factsOf(plan)).areas)).toEqual(['Teaching and learning', 'Well-being, care, support and guidance', 'Leading and improving']);
    await plan.call('area.edit', { id: 1, set: { name: 'Leadership and management' } });
    // Two of the three areas are new: the third has just been called so.
    expect((await plan.call('development.startWith', { planId, set: 'hgios4' })).value).toEqual({ areas: 2 });
    expect((await plan.call('development.startWith', { planId, set: 'hgios4' })).change).toBeNull();
  });

  it('moves objectives within a priority, to another area and out of a priority that is removed, with what hangs on them', async () => {
    using plan = planInMemory();
    await started(plan);
    await plan.call('objective.move', { id: 2, to: 0 });
    const inPriority = async (): Promise<string[]> => names((await factsOf(plan)).objectives.filter(({ priorityId }) => priorityId === 1));
    expect(await inPriority()).toEqual(['Library', 'Tests']);
    await plan.call('objective.move', { id: 1, areaId: 3, to: 1 });
    const below = (facts: AnalysisFacts, areaId: number): string[] => names(facts.objectives.filter((each) => each.areaId === areaId && each.priorityId === null));
    expect(below(await factsOf(plan), 3)).toEqual(['Workload', 'Tests', 'Attendance']);
    await plan.call('priority.move', { id: 1, areaId: 2 });
    expect((await factsOf(plan)).objectives.find(({ id }) => id === 2)).toMatchObject({ areaId: 2, priorityId: 1 });
    const { change } = await plan.call('priority.remove', { id: 1 });
    expect(change?.label).toBe('Remove the priority 1 Reading');
    expect(below(await factsOf(plan), 2)).toEqual(['Library']);
    expect((await factsOf(plan)).objectives.find(({ id }) => id === 1)).toMatchObject({ criteria: [{ text: 'All tested' }], actions: [{ text: 'Buy tests' }] });
  });

  it('takes the links of needs and user groups along with an area, says so, and undo brings every one back', async () => {
    using plan = planInMemory();
    await started(plan);
    const { value: { id: needId } } = await plan.call('need.add', { ...contract['need.add'].example, links: [{ objectiveId: 3, strength: 'essential' }, { objectiveId: 1, strength: 'helps' }] });
    await plan.call('group.add', { name: 'Digital pupils', objectiveIds: [4] });
    const before = await factsOf(plan);
    const { change } = await plan.call('area.remove', { id: 3 });
    expect(change?.label).toBe('Remove the area Leading and improving and its links to 1 need and 1 user group');
    const after = await factsOf(plan);
    expect(after.needs.find(({ id }) => id === needId)?.links).toEqual([{ objectiveId: 1, strength: 'helps' }]);
    expect(after.groups[0]?.objectiveIds).toEqual([]);
    await plan.call('plan.undo', {});
    expect(await factsOf(plan)).toEqual(before);
    expect((await plan.call('development.removePlan', { id: 1 })).change?.label).toBe('Remove the development plan Development plan and its links to 1 need and 1 user group');
    expect(await factsOf(plan)).toMatchObject({ plans: [], areas: [], priorities: [], objectives: [] });
    await plan.call('plan.undo', {});
    expect(await factsOf(plan)).toEqual(before);
  });

  it('closes an objective whose needs are open, tells which, and leaves them as they are', async () => {
    using plan = planInMemory();
    await started(plan);
    const { value: { id: needId } } = await plan.call('need.add', { ...contract['need.add'].example, links: [{ objectiveId: 1, strength: 'helps' }] });
    const needs = (await factsOf(plan)).needs;
    expect((await plan.call('objective.close', { id: 1, state: 'met', on: TODAY })).value).toEqual({ openNeedIds: [needId] });
    expect((await factsOf(plan)).needs).toEqual(needs);
    expect((await plan.call('objective.close', { id: 2, state: 'dropped', on: TODAY })).value).toEqual({ openNeedIds: [] });
    await plan.call('objective.reopen', { id: 1 });
    expect((await factsOf(plan)).objectives.find(({ id }) => id === 1)).toMatchObject({ state: 'open', closedOn: null });
  });

  it('keeps one note for each term, and takes it away where it is emptied', async () => {
    using plan = planInMemory();
    await started(plan);
    const note = { objectiveId: 1, year: 2026, term: 'autumn' } as const;
    await plan.call('progress.set', { ...note, text: 'Slow', noteRole: 'Literacy lead' });
    await plan.call('progress.set', { ...note, term: 'spring', text: 'Better' });
    expect((await plan.call('progress.set', { ...note, text: 'Fast' })).change?.label).toBe('Write the note of the autumn term 2026/27 for 1.1 Tests');
    const notes = async () => (await factsOf(plan)).objectives.find(({ id }) => id === 1)?.progress.map(({ term, text }) => [term, text]);
    expect(await notes()).toEqual([['autumn', 'Fast'], ['spring', 'Better']]);
    await plan.call('progress.set', { ...note, text: null });
    expect(await notes()).toEqual([['spring', 'Better']]);
  });

  it.each<[string, unknown, string, string]>([
    ['development.addPlan', { name: 'P', startsOn: '2026-09-01', endsOn: '2026-08-31' }, 'endsOn', 'The plan would end on 31 August 2026, before it starts on 1 September 2026. A last day after that works.'],
    ['development.editPlan', { id: 1, set: { startsOn: '2030-01-01' } }, 'endsOn', 'The plan would end on 31 August 2029, before it starts on 1 January 2030. A last day after that works.'],
    ['area.add', { planId: 1, name: 'teaching AND learning' }, 'name', 'The plan has Teaching and learning already. Another name works.'],
    ['objective.add', { areaId: 1, number: '3.2', name: 'Again' }, 'number', '3.2 is Attendance already. Another number works, or none.'],
    ['objective.edit', { id: 1, set: { number: '1.2' } }, 'number', '1.2 is Library already. Another number works, or none.'],
    ['objective.add', { areaId: 3, priorityId: 1, name: 'Elsewhere' }, 'priorityId', '1 Reading is a priority of another area. Choose one of the same area, or none.'],
    ['objective.move', { id: 1, areaId: 4 }, 'areaId', 'Another is an area of another development plan. Choose an area of the same plan.'],
    ['action.add', { objectiveId: 1, text: 'Train', startsOn: '2026-12-01', dueOn: '2026-11-01' }, 'dueOn', 'It would be due on 1 November 2026, before it starts on 1 December 2026. A day from then on works.'],
    ['action.edit', { id: 1, set: { doneOn: '2027-01-01' } }, 'doneOn', '1 January 2027 is still to come. Today, 21 November 2026, or a day before it works.'],
    ['action.add', { objectiveId: 1, text: 'Train', costPence: 2_000_000_000 }, 'costPence', 'costPence: An amount can be at most £10 million.'],
    ['action.add', { objectiveId: 1, text: 'Train', costPence: -1 }, 'costPence', 'costPence: An amount cannot be less than £0.'],
    ['objective.close', { id: 1, state: 'met', on: '2026-12-01' }, 'on', '1 December 2026 is still to come. Today, 21 November 2026, or a day before it works.'],
    ['objective.noIct', { id: 3, by: 'Head', on: TODAY }, 'id', '3.1 Workload has needs linked to it: Music Technology suite. Take those links away first.'],
    ['criterion.edit', { id: 999, set: { status: 'met' } }, 'id', 'No success criterion has the number 999. It may have been removed.'],
    ['development.addTree', { planId: 9, rows: [{ area: 'A' }] }, 'planId', 'No development plan has the number 9. It may have been removed.'],
  ])('refuses %s %j with a sentence at %s', async (name, request, field, message) => {
    using plan = planInMemory();
    await started(plan);
    await plan.call('development.addPlan', { name: 'Another plan', startsOn: '2029-09-01', endsOn: '2030-08-31' });
    await plan.call('area.add', { planId: 2, name: 'Another' });
    await plan.call('need.add', { ...contract['need.add'].example, name: 'Music Technology suite', links: [{ objectiveId: 3, strength: 'helps' }] });
    const before = await factsOf(plan);
    expect(await plan.dispatch(name, request)).toMatchObject({ ok: false, error: { field, message } });
    expect(await factsOf(plan)).toEqual(before);
  });

  it('takes the same rows twice as once, whatever they are', async () => {
    const few = (...words: string[]) => fc.constantFrom(...words);
    const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
    const row = fc.record({
      area: few('Reading', 'reading ', 'Care'), priority: maybe(few('First', 'Second')), priorityNumber: maybe(few('1', '2')), number: maybe(few('1.1', '1.2', '2.1')),
      name: maybe(few('Tests', 'Library', 'library', 'Clubs')), statement: maybe(few('All read', 'All swim')), leadRole: maybe(few('Head')),
      criteria: fc.array(fc.record({ text: few('Seen', 'seen', 'Counted') }), { maxLength: 2 }), actions: fc.array(fc.record({ text: few('Buy', 'Train'), done: fc.boolean() }), { maxLength: 2 }),
    });
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      using plan = planInMemory();
      const { value: { id: planId } } = await plan.call('development.addPlan', { name: 'P', startsOn: '2026-09-01', endsOn: '2027-08-31' });
      const request: Request<'development.addTree'> = { planId, rows };
      const { value: first } = await plan.call('development.addTree', request);
      const once = await factsOf(plan);
      expect(once.objectives).toHaveLength(first.objectives);
      expect(once.objectives.flatMap(({ criteria }) => criteria)).toHaveLength(first.criteria);
      expect(once.objectives.flatMap(({ actions }) => actions)).toHaveLength(first.actions);
      const again = await plan.call('development.addTree', request);
      expect(again.value).toMatchObject({ areas: 0, priorities: 0, objectives: 0, criteria: 0, actions: 0, addedTo: 0 });
      expect(again.change).toBeNull();
      expect(await factsOf(plan)).toEqual(once);
    }), { numRuns: 25 });
  }, 60_000);

  it('takes 2,000 rows in one change that one undo takes back', async () => {
    using plan = planInMemory();
    const planId = await started(plan);
    const before = await factsOf(plan);
    const rows = Array.from({ length: 2_000 }, (_, index) => ({ area: `Area ${index % 20}`, number: `${(index % 20) + 10}.${index}`, name: `Objective ${index}`, criteria: [{ text: 'Done' }] }));
    expect((await plan.call('development.addTree', { planId, rows })).value).toMatchObject({ areas: 20, objectives: 2_000, criteria: 2_000, otherNames: [] });
    await plan.call('plan.undo', {});
    expect(await factsOf(plan)).toEqual(before);
  });
});
