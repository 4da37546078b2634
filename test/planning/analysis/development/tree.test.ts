import { describe, expect, it } from 'vitest';
import { growthOf, type GrownArea, type TreeRow } from '../../../../planning/analysis/development/tree.ts';
import { AS_OF } from '../../fixtures.ts';
import { objectiveFor } from '../analysis-fixtures.ts';
import { action, area, criteria, factsOf, priority } from './development-plan.ts';

const row = (parts: Partial<TreeRow>): TreeRow => ({
  area: 'Achievement', priority: null, priorityNumber: null, number: null, name: null, statement: null, leadRole: null, criteria: [], actions: [], ...parts,
});

/** Names as they stand below each other: `Achievement > 1 Reading > 1.1 Tests*`, with a star for what is new. */
const outline = (areas: readonly GrownArea[]): string[] => areas.flatMap((each) => {
  const star = (id: number | null): string => (id === null ? '*' : '');
  const called = ({ number, name }: { readonly number: string | null; readonly name: string }): string => (number === null ? name : `${number} ${name}`);
  const head = `${each.name}${star(each.id)}`;
  const groups = [{ head, objectives: each.objectives }, ...each.priorities.map((one) => ({ head: `${head} > ${called(one)}${star(one.id)}`, objectives: one.objectives }))];
  return groups.flatMap((group) => (group.objectives.length === 0 ? [group.head] : group.objectives.map((one) => `${group.head} > ${called(one)}${star(one.id)}`)));
});

const existing = factsOf({
  areas: [area(1, 'Achievement'), area(2, 'Inclusion')],
  priorities: [priority(1, { number: '1', name: 'Reading' })],
  objectives: [
    objectiveFor({ id: 1, priorityId: 1, number: '1.1', name: 'Tests', criteria: criteria('met'), actions: [action({ text: 'Buy tests' })] }),
    objectiveFor({ id: 2, areaId: 2, name: 'SEND' }),
  ],
});

describe('adding rows to a development plan', () => {
  it('makes areas, priorities and objectives in the order of the rows', () => {
    const { areas, otherNames } = growthOf(factsOf({ areas: [] }), 1, [
      row({ name: 'Maths', number: '1.1' }), row({ priority: 'Reading', priorityNumber: '2', name: 'Library' }), row({ area: 'Inclusion' }),
      row({ priority: 'Reading', name: 'Tests' }),
    ], AS_OF);
    expect(outline(areas)).toEqual(['Achievement* > 1.1 Maths*', 'Achievement* > 2 Reading* > Library*', 'Achievement* > 2 Reading* > Tests*', 'Inclusion*']);
    expect(otherNames).toEqual([]);
  });

  it.each<[string, Partial<TreeRow>, string[]]>([
    ['an area by its name, however it is spelt', { area: ' achievement ', name: 'Maths' }, ['Achievement > Maths*', 'Achievement > 1 Reading > 1.1 Tests', 'Inclusion > SEND']],
    ['a priority by its number, whatever it is called', { priority: 'Literacy', priorityNumber: '1', name: 'Library' }, ['Achievement', 'Achievement > 1 Reading > 1.1 Tests', 'Achievement > 1 Reading > Library*', 'Inclusion > SEND']],
    ['a priority of another number is another one', { priority: 'Reading', priorityNumber: '7', name: 'Library' }, ['Achievement', 'Achievement > 1 Reading > 1.1 Tests', 'Achievement > 7 Reading* > Library*', 'Inclusion > SEND']],
    ['an objective by its number in the whole plan, so that no new area is made', { area: 'Elsewhere', number: '1.1', name: 'Tests' }, ['Achievement', 'Achievement > 1 Reading > 1.1 Tests', 'Inclusion > SEND']],
    ['an objective by its name in its area', { name: 'tests' }, ['Achievement', 'Achievement > 1 Reading > 1.1 Tests', 'Inclusion > SEND']],
    ['one of the same name in another area is another', { area: 'Inclusion', name: 'Tests' }, ['Achievement', 'Achievement > 1 Reading > 1.1 Tests', 'Inclusion > SEND', 'Inclusion > Tests*']],
    ['one of the same name with another number is another', { number: '1.4', name: 'Tests' }, ['Achievement > 1.4 Tests*', 'Achievement > 1 Reading > 1.1 Tests', 'Inclusion > SEND']],
    ['a number is filled in where there was none', { area: 'Inclusion', number: '4.1', name: 'SEND' }, ['Achievement', 'Achievement > 1 Reading > 1.1 Tests', 'Inclusion > 4.1 SEND']],
  ])('finds what is there: %s', (_, parts, expected) => {
    expect(outline(growthOf(existing, 1, [row(parts)], AS_OF).areas)).toEqual(expected);
  });

  it('adds only the criteria and actions that are not there, and fills what is empty', () => {
    const { areas } = growthOf(existing, 1, [
      row({ number: '1.1', name: 'Tests', statement: 'All read at their age', criteria: [{ text: 'CRITERION 1', status: 'not_met' }, { text: 'Another', status: 'in_progress' }], actions: [{ ...action({ text: 'Buy  tests' }), done: false }] }),
      row({ number: '1.1', name: 'Tests', statement: 'Something else', leadRole: 'Literacy lead', criteria: [{ text: 'another', status: 'met' }] }),
    ], AS_OF);
    expect(areas[0]?.priorities[0]?.objectives[0]).toEqual({
      id: 1, number: '1.1', name: 'Tests', statement: 'All read at their age', leadRole: 'Literacy lead', criteria: [{ text: 'Another', status: 'in_progress' }], actions: [],
    });
  });

  it('tells of a number that is another objective’s, and adds to that one', () => {
    const { areas, otherNames } = growthOf(existing, 1, [row({ name: 'Maths' }), row({ number: '1.1', name: 'Spelling', criteria: [{ text: 'Ten words', status: 'met' }] })], AS_OF);
    expect(otherNames).toEqual([{ row: 1, number: '1.1', inPlan: 'Tests', typed: 'Spelling' }]);
    expect(areas[0]?.priorities[0]?.objectives[0]?.criteria).toEqual([{ text: 'Ten words', status: 'met' }]);
  });

  it.each([
    [{ done: true, dueOn: '2026-10-01', doneOn: null }, '2026-10-01'],
    [{ done: true, dueOn: '2027-01-15', doneOn: null }, AS_OF],
    [{ done: true, dueOn: null, doneOn: null }, AS_OF],
    [{ done: false, dueOn: '2026-10-01', doneOn: '2026-10-04' }, '2026-10-04'],
    [{ done: false, dueOn: '2026-10-01', doneOn: null }, null],
  ])('says when an action was done that is only ticked', ({ done, ...days }, doneOn) => {
    const { areas } = growthOf(factsOf(), 1, [row({ area: 'Area 1', name: 'Maths', actions: [{ ...action(days), done }] })], AS_OF);
    expect(areas[0]?.objectives[0]?.actions[0]?.doneOn).toBe(doneOn);
  });
});
