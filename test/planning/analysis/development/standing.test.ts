import { describe, expect, it } from 'vitest';
import { actionProblem, noIctProblem, numberProblem, planProblem, priorityProblem } from '../../../../planning/analysis/development/checks.ts';
import { closingWords } from '../../../../planning/analysis/development/closing.ts';
import { nextNumber } from '../../../../planning/analysis/development/numbering.ts';
import { inPlanOrder, movedTo, outlineOf } from '../../../../planning/analysis/development/outline.ts';
import { planOnPaper } from '../../../../planning/analysis/development/paper.ts';
import { linksLost } from '../../../../planning/analysis/development/removing.ts';
import { STARTING_SET, STARTING_SETS } from '../../../../planning/analysis/development/starting-sets.ts';
import { actionWords, criteriaWords, nextAction, planOfDay, termOf } from '../../../../planning/analysis/development/standing.ts';
import { schoolYearOf } from '../../../../planning/analysis/school-year.ts';
import { isIsoDate } from '../../../../planning/calendar.ts';
import { AS_OF } from '../../fixtures.ts';
import { decisionOn, needFor, objectiveFor } from '../analysis-fixtures.ts';
import { action, area, criteria, developmentPlan, factsOf, priority } from './development-plan.ts';

describe('how a development plan stands on 21 November 2026', () => {
  it.each([
    [{ dueOn: '2026-11-14' }, 'Overdue since 14 Nov 2026'],
    [{ dueOn: '2026-11-21' }, 'Due today'],
    [{ dueOn: '2026-12-05' }, 'Due soon, 5 Dec 2026'],
    [{ dueOn: '2026-12-06' }, 'Due 6 Dec 2026'],
    [{ dueOn: '2027-01-10', startsOn: '2026-12-01' }, 'From 1 Dec 2026, due 10 Jan 2027'],
    [{ dueOn: '2027-01-10', startsOn: '2026-11-01' }, 'Due 10 Jan 2027'],
    [{ startsOn: '2026-12-01' }, 'From 1 Dec 2026'],
    [{ dueOn: '2026-11-14', doneOn: '2026-11-20' }, 'Done 20 Nov 2026'],
    [{}, 'No date'],
  ])('says of an action when it is due', (days, words) => {
    expect(actionWords(action(days), AS_OF)).toBe(words);
  });

  it.each([
    [[], 'None yet'], [criteria('partially_met'), 'Partly met'], [criteria('met', 'in_progress'), '1 of 2 met'],
    [criteria('met', 'partially_met', 'not_met', 'not_met'), '1 of 4 met, 1 partly, 2 not met'],
  ])('says how far criteria are met', (list, words) => {
    expect(criteriaWords(list)).toBe(words);
  });

  it('puts what has been due longest first, and what has no day last', () => {
    const actions = [action({ text: 'No day' }), action({ text: 'Later', dueOn: '2027-01-01' }), action({ text: 'Late', dueOn: '2026-10-01' }), action({ text: 'Done', dueOn: '2026-09-09', doneOn: '2026-09-09' })];
    expect(nextAction({ actions })?.text).toBe('Late');
    expect(nextAction({ actions: actions.slice(0, 1) })?.text).toBe('No day');
    expect(nextAction({ actions: actions.slice(3) })).toBeNull();
  });

  it('opens the plan that the day falls in, else the next, else the last', () => {
    const [past, now, next] = [
      developmentPlan({ id: 1, startsOn: '2023-09-01', endsOn: '2026-08-31' }), developmentPlan({ id: 2 }), developmentPlan({ id: 3, startsOn: '2029-09-01', endsOn: '2032-08-31' }),
    ] as const;
    expect(planOfDay([past, now, next], AS_OF)?.id).toBe(2);
    expect(planOfDay([next, past], AS_OF)?.id).toBe(3);
    expect(planOfDay([past], AS_OF)?.id).toBe(1);
    expect(planOfDay([], AS_OF)).toBeNull();
  });

  it.each([
    ['2026-08-31', 2025, 'summer'], ['2026-09-01', 2026, 'autumn'], ['2026-12-31', 2026, 'autumn'], ['2027-01-01', 2026, 'spring'],
    ['2027-04-14', 2026, 'spring'], ['2027-04-15', 2026, 'summer'],
  ])('counts %s to its school year and term', (day, year, term) => {
    expect([schoolYearOf(day), termOf(day)]).toEqual([year, term]);
  });
});

describe('numbers and order', () => {
  const numbered = (...numbers: (string | null)[]) => numbers.map((number, index) => objectiveFor({ id: index + 1, name: `O${index + 1}`, number, priorityId: 1 }));
  it.each([
    ['one on from the last', numbered('3.1', '3.2'), '3', '3.3'],
    ['past one that another group has', numbered('3.8', '3.9'), '3', '3.11'],
    ['the first below its priority', numbered(), '3', '3.1'],
    ['letters before the figure stay', numbered('A9'), null, 'A10'],
    ['figures with a nought before them keep it', numbered('07'), null, '08'],
    ['nothing where a school does not number', numbered(null, null), '3', ''],
    ['nothing where there is nothing to go by', numbered(), null, ''],
  ])('suggests the next number: %s', (_, objectives, number, next) => {
    const facts = factsOf({ areas: [area(1), area(2)], priorities: [priority(1, { number })], objectives: [...objectives, objectiveFor({ id: 99, name: 'Elsewhere', areaId: 2, number: '3.10' })] });
    const outline = outlineOf(facts, developmentPlan());
    const group = outline.areas[0]?.priorities[0];
    if (group === undefined) throw new Error('The area has a priority.');
    expect(nextNumber(outline, group, [])).toBe(next);
  });

  it('goes on from a number that is on its way into the plan', () => {
    const outline = outlineOf(factsOf({ priorities: [priority(1, { number: '3' })], objectives: numbered('3.1') }), developmentPlan());
    const group = outline.areas[0]?.priorities[0];
    if (group === undefined) throw new Error('The area has a priority.');
    expect(nextNumber(outline, group, ['3.2'])).toBe('3.3');
    // The plan has taken it in meanwhile.
    expect(nextNumber(outline, group, ['3.1'])).toBe('3.2');
  });

  it('lists objectives as the plan reads and not as they were written down', () => {
    const [first, second, other] = [
      objectiveFor({ id: 1, name: '1.1', priorityId: 1, position: 0 }), objectiveFor({ id: 3, name: '1.2', priorityId: 1, position: 1 }), objectiveFor({ id: 2, name: '2.1', areaId: 2, position: 0 }),
    ];
    const facts = factsOf({ areas: [area(1), area(2)], priorities: [priority(1)], objectives: [first, other, second] });
    expect(inPlanOrder(facts, facts.objectives).map(({ name }) => name)).toEqual(['1.1', '1.2', '2.1']);
  });

  it('puts one in another place and keeps the order of the rest', () => {
    expect(movedTo([1, 2, 3, 4], 4, 0)).toEqual([4, 1, 2, 3]);
    expect(movedTo([1, 2, 3, 4], 1, 2)).toEqual([2, 3, 1, 4]);
    expect(movedTo([1, 2], 3, 99)).toEqual([1, 2, 3]);
  });
});

describe('what stands against what is typed', () => {
  it.each([
    [{ startsOn: '2026-09-01', endsOn: '2026-08-31' }, 'The plan would end on 31 August 2026, before it starts on 1 September 2026. A last day after that works.'],
    [{ startsOn: '2026-09-01', endsOn: '2126-08-31' }, 'The plan would last more than 10 years. A last day up to 1 September 2036 works.'],
    [{ startsOn: '2026-09-01', endsOn: '2029-08-31' }, undefined],
  ])('says of a plan’s years what would work', (plan, text) => {
    expect(planProblem(plan)?.text).toBe(text);
  });

  it('finds a number that the plan has already, and lets an objective keep its own', () => {
    const facts = factsOf({ areas: [area(1), area(2), area(3, 'Of last year', 2)], objectives: [objectiveFor({ id: 1, areaId: 2, name: 'Attendance', number: '3.2' }), objectiveFor({ id: 2, areaId: 3, name: 'Old', number: '3.3' })] });
    expect(numberProblem(facts, 1, '3.2', null)).toEqual({ field: 'number', text: '3.2 is Attendance already. Another number works, or none.' });
    expect(numberProblem(facts, 1, '3.2', 1)).toBeNull();
    expect(numberProblem(facts, 1, '3.3', null)).toBeNull();
    expect(numberProblem(facts, 1, null, null)).toBeNull();
  });

  it('tells priorities of one area apart by number, not those of two', () => {
    const facts = factsOf({ priorities: [priority(1, { number: '1', name: 'Reading' }), priority(2, { areaId: 2, number: '2' })] });
    expect(priorityProblem(facts, 1, '1', null)?.text).toBe('1 is Reading already. Another number works, or none.');
    expect(priorityProblem(facts, 1, '2', null)).toBeNull();
  });

  it.each([
    [{ startsOn: '2026-12-01', dueOn: '2026-11-30', doneOn: null }, 'dueOn', 'It would be due on 30 November 2026, before it starts on 1 December 2026. A day from then on works.'],
    [{ startsOn: null, dueOn: null, doneOn: '2026-11-22' }, 'doneOn', '22 November 2026 is still to come. Today, 21 November 2026, or a day before it works.'],
    [{ startsOn: '2026-12-01', dueOn: '2026-12-01', doneOn: '2026-11-21' }, undefined, undefined],
  ])('says of an action’s days what would work', (days, field, text) => {
    const found = actionProblem(days, AS_OF);
    expect([found?.field, found?.text]).toEqual([field, text]);
  });

  const linked = [1, 2, 3].map((id) => needFor({ id, name: `Need ${id}`, links: [{ objectiveId: 7, strength: 'helps' as const }] }));
  const facts = factsOf({
    needs: linked, objectives: [objectiveFor({ id: 7, name: 'Attendance', number: '3.2' })],
    decisions: [
      decisionOn({ id: 1, needId: 1, choice: 'approve', optionId: 1, decidedOn: '2026-11-01' }), decisionOn({ id: 2, needId: 3, choice: 'decline', decidedOn: '2026-11-01', because: 'No' }),
    ],
  });

  it('does not take an objective for one without ICT that has needs', () => {
    expect(noIctProblem(facts, { id: 7, number: '3.2', name: 'Attendance' })?.text).toBe('3.2 Attendance has needs linked to it: Need 1 and Need 2. Take those links away first.');
    expect(noIctProblem(facts, { id: 8, number: null, name: 'Another' })).toBeNull();
  });

  it('tells what becomes of the needs of an objective that is closed', () => {
    expect(closingWords(facts, 7, AS_OF)).toBe('N-02 Need 2 is still to be decided. N-01 Need 1 is agreed and its money stays in the plan.');
    expect(closingWords(facts, 8, AS_OF)).toBeNull();
  });

  it('names the links that go with an objective', () => {
    expect(linksLost(facts, [7])).toBe(' and its links to 3 needs');
    expect(linksLost(factsOf({ groups: [{ id: 1, name: 'G', aims: null, backerRole: null, backedOn: null, meets: null, objectiveIds: [7], members: [], ideas: [] }] }), [7])).toBe(' and its links to 1 user group');
    expect(linksLost(facts, [8])).toBe('');
  });
});

describe('starting sets and paper', () => {
  it.each(STARTING_SETS)('%s has areas without doubles, a source, and says whether its words were read', (key) => {
    const { areas, source, asOf } = STARTING_SET[key];
    expect(areas.length).toBeGreaterThan(2);
    expect(new Set(areas).size).toBe(areas.length);
    // What was not read from its source says so.
    expect(asOf === null ? /not read from/u.test(source) : isIsoDate(asOf)).toBe(true);
  });

  it('writes the plan from top to bottom in words', () => {
    const facts = factsOf({
      plans: [developmentPlan({ ownerRole: 'Headteacher', priorityHeading: 'Initiative' })],
      priorities: [priority(1, { number: '3', name: 'Every day counts', rationale: 'Absence doubled' })],
      objectives: [
        objectiveFor({ id: 2, priorityId: 1, number: '3.2', name: 'Attendance', statement: 'Above 94%', leadRole: 'Attendance lead', noIctBy: 'Attendance lead', noIctOn: '2026-11-12', criteria: criteria('partially_met'), actions: [action({ text: 'Call home', leadRole: 'Officer', dueOn: '2026-11-14', costPence: 120_050 })], progress: [{ id: 1, year: 2026, term: 'autumn', writtenOn: AS_OF, role: null, text: 'Up' }] }),
        objectiveFor({ id: 1, name: 'Workload', state: 'dropped', closedOn: '2026-11-01' }),
      ],
    });
    const [plan] = facts.plans;
    if (plan === undefined) throw new Error('There is a plan.');
    expect(planOnPaper(facts, plan, AS_OF)).toEqual({
      title: 'School development plan', under: '1 September 2026 to 31 August 2029, Headteacher',
      parts: [
        { title: 'Area 1', level: 'area', rationale: null, objectives: [{ id: 1, title: 'Workload', statement: null, facts: ['Dropped on 1 Nov 2026', 'No ICT need written down yet'], criteria: [], actions: [], notes: [] }] },
        {
          title: 'Initiative 3 Every day counts', level: 'priority', rationale: 'Absence doubled',
          objectives: [{
            id: 2, title: '3.2 Attendance', statement: 'Above 94%', facts: ['Led by Attendance lead', 'No ICT needed, said Attendance lead on 12 Nov 2026'],
            criteria: [{ text: 'Criterion 1', status: 'Partly met' }], actions: [{ text: 'Call home', lead: 'Officer', when: 'Overdue since 14 Nov 2026', cost: '£1,200.50' }],
            notes: [{ when: 'Autumn term 2026/27', text: 'Up' }],
          }],
        },
      ],
    });
  });
});
