import { describe, expect, it } from 'vitest';
import { developmentSentence } from '../../../../planning/analysis/development/sentence.ts';
import type { Objective } from '../../../../planning/analysis/development-facts.ts';
import type { AnalysisFacts } from '../../../../planning/analysis/facts.ts';
import { AS_OF } from '../../fixtures.ts';
import { decisionOn, needFor, objectiveFor } from '../analysis-fixtures.ts';
import { action, area, criteria, developmentPlan, factsOf } from './development-plan.ts';

const said = (objectives: readonly Objective[], parts: Partial<AnalysisFacts> = {}): string =>
  developmentSentence(factsOf({ objectives, ...parts }), developmentPlan(), AS_OF).text;

/** An objective that somebody said needs no ICT, so that the sentence has nothing to say of that. */
const settled = (id: number, parts: Partial<Objective> = {}): Objective =>
  objectiveFor({ id, name: `Objective ${id}`, noIctBy: 'Head', noIctOn: '2026-10-01', ...parts });
const WITHOUT_ICT = ' The open objective has its ICT needs, or needs none.';
const ALL_WITHOUT_ICT = ' Every open objective has its ICT needs, or needs none.';

describe('the sentence over a development plan', () => {
  it('says that there is none', () => {
    expect(developmentSentence(factsOf({ plans: [], areas: [] }), null, AS_OF).text)
      .toBe('There is no development plan yet, so no need can be tied to what the school wants to achieve.');
  });

  it.each([
    [[], 'School development plan has no areas and no objectives yet.'],
    [[area(1)], 'School development plan has one area and no objectives yet.'],
    [[area(1), area(2), area(3, 'Of another plan', 9)], 'School development plan has two areas and no objectives yet.'],
  ])('counts the areas of a plan that has no objective', (areas, words) => {
    expect(said([], { areas })).toBe(words);
  });

  it.each([
    [[], 'The one objective has no success criteria yet.'],
    [criteria('in_progress'), 'The one success criterion is still to be met.'],
    [criteria('not_met'), 'The one success criterion is not met.'],
    [criteria('met'), 'The one success criterion is met.'],
    [criteria('met', 'not_started'), '1 of 2 success criteria is met.'],
    [criteria('met', 'met', 'partially_met'), '2 of 3 success criteria are met.'],
    // Partly met and in progress are neither met nor found not met.
    [criteria('partially_met', 'in_progress'), 'None of 2 success criteria is met yet.'],
    [criteria('not_met', 'met', 'not_met'), '1 of 3 success criteria is met, and 2 were found not met.'],
    [criteria('not_met', 'not_started'), 'None of 2 success criteria is met yet, and 1 was found not met.'],
    [criteria('met', 'met'), 'All 2 success criteria are met.'],
  ])('says how far the success criteria are met', (list, words) => {
    expect(said([settled(1, { criteria: list })])).toBe(words + WITHOUT_ICT);
  });

  it('leaves out the criteria of what was dropped', () => {
    const dropped = settled(2, { state: 'dropped', closedOn: '2026-11-01', criteria: criteria('not_met', 'not_met') });
    expect(said([settled(1, { criteria: criteria('met', 'in_progress') }), dropped])).toBe(`1 of 2 success criteria is met.${WITHOUT_ICT}`);
  });

  // As at 21 November 2026; soon is up to 5 December.
  it.each([
    ['2026-11-20', 'One action for 3.2 Attendance is overdue (Attendance lead).'],
    ['2026-11-21', 'One action is due by 5 December 2026.'],
    ['2026-12-05', 'One action is due by 5 December 2026.'],
    ['2026-12-06', ''],
  ])('tells of an action that is due on %s', (dueOn, words) => {
    const objective = settled(1, { number: '3.2', name: 'Attendance', leadRole: 'Attendance lead', criteria: criteria('met'), actions: [action({ dueOn })] });
    expect(said([objective])).toBe(['The one success criterion is met.', words, WITHOUT_ICT.trim()].filter(Boolean).join(' '));
  });

  it('counts several, leaves out what is done or belongs to what is closed, and names who leads the one that is late', () => {
    const late = { dueOn: '2026-10-30' };
    const closed = settled(3, { state: 'met', closedOn: '2026-11-01', criteria: criteria('met'), actions: [action(late)] });
    const one = settled(1, { criteria: criteria('met'), actions: [action({ ...late, leadRole: 'Literacy lead' }), action({ ...late, doneOn: '2026-11-02' })] });
    expect(said([one, closed])).toBe(`All 2 success criteria are met. One action for Objective 1 is overdue (Literacy lead).${WITHOUT_ICT}`);
    const other = settled(2, { actions: [action(late), action({ dueOn: '2026-11-25' }), action({ dueOn: '2026-11-26' })] });
    expect(said([one, other])).toBe(`The one success criterion is met. Two actions are overdue, and two are due by 5 December 2026.${ALL_WITHOUT_ICT}`);
  });

  it('names the open objectives that nobody has thought of ICT for', () => {
    const list = [1, 2, 3, 4, 5, 6].map((id) => objectiveFor({ id, name: `O${id}`, number: `1.${id}`, criteria: criteria('met') }));
    const noIct = settled(9);
    expect(said([...list.slice(0, 1), noIct])).toContain('Nobody has said yet what ICT 1.1 O1 needs.');
    expect(said([...list.slice(0, 2), noIct])).toContain('Nobody has said yet what ICT 1.1 O1 and 1.2 O2 need.');
    expect(said([...list, noIct])).toContain('Nobody has said yet what ICT 1.1 O1, 1.2 O2, 1.3 O3 and 3 more need.');
    expect(said(list)).toContain('Nobody has said yet what ICT the objectives need.');
  });

  it('counts a need that was declined as no need', () => {
    const objectives = [objectiveFor({ id: 1, name: 'Music', criteria: criteria('met') })];
    const needs = [needFor({ id: 1, links: [{ objectiveId: 1, strength: 'helps' }] })];
    expect(said(objectives, { needs })).toBe(`The one success criterion is met.${WITHOUT_ICT}`);
    expect(said(objectives, { needs, decisions: [decisionOn({ id: 1, needId: 1, choice: 'decline', decidedOn: '2026-11-01' })] }))
      .toBe('The one success criterion is met. Nobody has said yet what ICT Music needs.');
  });

  it.each([
    [['met'], 'The one objective is met. The one success criterion is met.'],
    [['met', 'met'], 'All two objectives are met. All 2 success criteria are met.'],
    [['dropped', 'dropped'], 'All two objectives were dropped.'],
    [['met', 'dropped', 'met'], 'All three objectives are closed: two met, one dropped. All 2 success criteria are met.'],
  ] as const)('says when all objectives are closed', (states, words) => {
    expect(said(states.map((state, index) => settled(index + 1, { state, closedOn: '2026-11-01', criteria: criteria('met') })))).toBe(words);
  });

  it('says of another year’s plan when it ended or begins', () => {
    const facts = factsOf({ objectives: [settled(1, { criteria: criteria('met') })] });
    const of = (parts: Parameters<typeof developmentPlan>[0]): string => developmentSentence(facts, developmentPlan(parts), AS_OF).text;
    expect(of({ startsOn: '2023-09-01', endsOn: '2026-08-31' })).toContain('The plan ended on 31 August 2026.');
    expect(of({ startsOn: '2027-09-01', endsOn: '2028-08-31' })).toContain('The plan begins on 1 September 2027.');
  });
});
