import { expect, test } from 'vitest';
import { countedOption, needState } from '../../../../planning/analysis/needs/need-state.ts';
import { decisionRef, needRef, objectiveTitle, optionLetter } from '../../../../planning/analysis/needs/refs.ts';
import type { Decision } from '../../../../planning/analysis/facts.ts';
import { AS_OF } from '../../fixtures.ts';
import { decisionOn, needFor, needOption } from '../analysis-fixtures.ts';

const need = needFor({ id: 1, recommendedOptionId: 3, options: [needOption({ id: 2 }), needOption({ id: 3 })] });
const stateAfter = (...decisions: Decision[]) => needState({ decisions }, need, AS_OF);

test('needs, decisions and options are called by short numbers and letters', () => {
  expect([needRef(1), needRef(12), needRef(130), decisionRef(27)]).toEqual(['N-01', 'N-12', 'N-130', 'D-27']);
  expect([objectiveTitle({ number: '3.2', name: 'Attendance' }), objectiveTitle({ number: null, name: 'Attendance' })]).toEqual(['3.2 Attendance', 'Attendance']);
  expect([0, 3, 25, 26, 27].map(optionLetter)).toEqual(['A', 'D', 'Z', 'AA', 'AB']);
});

test('a need is new until somebody asks for a decision, and waits until it is made', () => {
  expect(stateAfter()).toEqual({ kind: 'new', decision: null, waiting: null, late: false });
  const waiting = stateAfter(decisionOn({ id: 5, needId: 1, decideBy: '2026-11-27' }), decisionOn({ id: 6, needId: 2 }));
  expect([waiting.kind, waiting.waiting?.id, waiting.late]).toEqual(['waiting', 5, false]);
  expect(stateAfter(decisionOn({ id: 5, needId: 1, decideBy: '2026-11-20' })).late).toBe(true);
});

test('of two decisions that are waited for the one due sooner is named, and one without a day last', () => {
  expect(stateAfter(
    decisionOn({ id: 4, needId: 1 }), decisionOn({ id: 5, needId: 1, decideBy: '2027-02-01' }), decisionOn({ id: 6, needId: 1, decideBy: '2026-12-01' }),
  ).waiting?.id).toBe(6);
});

test.each([
  ['approve', 'agreed'], ['approve_pilot', 'pilot'], ['defer', 'deferred'], ['merge', 'merged'], ['decline', 'declined'], ['withdraw', 'withdrawn'],
] as const)('a decision to %s leaves the need %s, until a later one', (choice, kind) => {
  const made = decisionOn({ id: 5, needId: 1, choice, optionId: 2, decidedOn: '2026-11-01' });
  expect(stateAfter(made).kind).toBe(kind);
  expect(stateAfter(made, decisionOn({ id: 4, needId: 1, choice: 'decline', decidedOn: '2026-11-09' })).kind).toBe('declined');
});

test('what was put off and is asked about once more waits; what was approved and comes up again stays agreed', () => {
  const again = decisionOn({ id: 9, needId: 1, decideBy: '2027-03-01' });
  expect(stateAfter(decisionOn({ id: 5, needId: 1, choice: 'defer', decidedOn: '2026-11-01' }), again).kind).toBe('waiting');
  const agreed = stateAfter(decisionOn({ id: 5, needId: 1, choice: 'approve', optionId: 2, decidedOn: '2026-11-01' }), again);
  expect([agreed.kind, agreed.waiting?.id]).toEqual(['agreed', 9]);
});

test('the option that was approved counts for a need, before that the recommended one', () => {
  expect(countedOption({ decisions: [] }, need)?.id).toBe(3);
  expect(countedOption({ decisions: [decisionOn({ id: 5, needId: 1, choice: 'approve', optionId: 2, decidedOn: '2026-11-01' })] }, need)?.id).toBe(2);
  expect(countedOption({ decisions: [] }, { ...need, recommendedOptionId: null })).toBeNull();
});
