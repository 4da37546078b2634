import { expect, test } from 'vitest';
import { differenceWords } from '../../../planning/scenarios/difference-words.ts';
import { noticedIn } from '../../../planning/scenarios/noticed.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { decisionOn, needFor, needOption, optionCost, schoolWith } from '../analysis/analysis-fixtures.ts';
import { AS_OF } from '../fixtures.ts';
import { scenarioOf, withScenarios } from './changes.ts';

const options = { asOf: AS_OF };
const counted = { kind: 'need', needId: 1, included: true } as const;
const suite = needFor({ id: 1, name: 'Music suite', recommendedOptionId: 1, options: [needOption({ id: 1, costs: [optionCost({ id: 1, unitPence: 40_000 })] })] });

const toldOf = (school: PlanSnapshot) => {
  const { what, from, to } = differenceWords(school, options, counted);
  return { words: `${what}: ${from} → ${to}`, noticed: noticedIn(withScenarios(school, scenarioOf(2, 1, [counted])), 2, options).map(({ text }) => text) };
};

test('a scenario that counts in a need says that it is bought, and nothing of the kind once it is declined or gone', () => {
  expect(toldOf(schoolWith({ needs: [suite] }))).toEqual({ words: 'Music suite: left out → counted in', noticed: ['Music suite is bought.'] });
  const declined = decisionOn({ id: 1, needId: 1, choice: 'decline', decidedOn: '2026-11-01', because: 'The course does not run' });
  expect(toldOf(schoolWith({ needs: [suite], decisions: [declined] }))).toEqual({ words: 'Music suite: left out → counted in', noticed: ['Nothing changes in the classroom.'] });
  expect(toldOf(schoolWith({}))).toEqual({ words: 'A need that is no longer there: left out → counted in', noticed: ['Nothing changes in the classroom.'] });
});
