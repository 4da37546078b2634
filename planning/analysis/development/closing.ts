import type { IsoDate } from '../../vocabulary.ts';
import { listOf } from '../../words.ts';
import type { AnalysisFacts } from '../facts.ts';
import type { Need } from '../need-facts.ts';
import { needState } from '../needs/need-state.ts';
import { needTitle } from '../needs/refs.ts';
import { liveNeedsFor } from './checks.ts';

/** What becomes of the needs of an objective that is closed: nothing by itself, and that is said. Null where it has none. */
export function closingWords(facts: Pick<AnalysisFacts, 'needs' | 'decisions'>, objectiveId: number, asOf: IsoDate): string | null {
  const needs = liveNeedsFor(facts, objectiveId);
  const agreed = needs.filter((need) => ['agreed', 'pilot'].includes(needState(facts, need, asOf).kind));
  const undecided = needs.filter((need) => !agreed.includes(need));
  const sentences = [
    ...(undecided.length === 0 ? [] : [`${names(undecided)} ${undecided.length === 1 ? 'is' : 'are'} still to be decided.`]),
    ...(agreed.length === 0 ? [] : [`${names(agreed)} ${agreed.length === 1 ? 'is agreed and its money stays' : 'are agreed and their money stays'} in the plan.`]),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

const names = (needs: readonly Need[]): string => listOf(needs.map(needTitle));
