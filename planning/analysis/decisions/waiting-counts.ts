import type { IsoDate } from '../../vocabulary.ts';
import type { AnalysisFacts } from '../facts.ts';
import { needState } from '../needs/need-state.ts';
import { toDecide } from './log.ts';

/** How much somebody is waiting for: needs that nobody has decided on yet, and decisions that are to be made. */
export function waitingCounts(analysis: Pick<AnalysisFacts, 'needs' | 'decisions'>, asOf: IsoDate): { readonly needs: number; readonly decisions: number } {
  const needs = analysis.needs.filter((need) => {
    const { kind } = needState(analysis, need, asOf);
    // "Not this time" was said by whoever asked: nobody waits for it.
    return kind === 'waiting' || (kind === 'new' && need.moscow !== 'wont');
  });
  return { needs: needs.length, decisions: toDecide(analysis).length };
}
