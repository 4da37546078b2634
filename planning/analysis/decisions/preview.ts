import type { PlanSnapshot } from '../../snapshot.ts';
import type { AnalysisFacts, Decision } from '../facts.ts';
import { plannedNeeds } from '../planned.ts';

/** A decision before it is kept: null for one that is new. */
export type Draft = Omit<Decision, 'id' | 'number' | 'weighed' | 'tellings'> & { readonly id: number | null };

/** No decision of a plan has this number. */
const NEW_ID = 0;

/** The decisions as they are once a draft is made: in place of itself where it waited, else as the newest. */
function decisionsWith({ decisions }: Pick<AnalysisFacts, 'decisions'>, draft: Draft): readonly Decision[] {
  const before = decisions.find(({ id }) => id === draft.id);
  const number = before?.number ?? Math.max(0, ...decisions.map((each) => each.number)) + 1;
  const made: Decision = { weighed: [], tellings: [], ...before, ...draft, id: draft.id ?? NEW_ID, number };
  return [...decisions.filter(({ id }) => id !== draft.id), made];
}

/** The plan's own facts as they are once a draft is made: what its need puts into the plan with it. */
export function withDecision(snapshot: PlanSnapshot, draft: Draft): PlanSnapshot {
  const analysis = { ...snapshot.analysis, decisions: decisionsWith(snapshot.analysis, draft) };
  return { ...snapshot, analysis, needs: plannedNeeds(analysis) };
}
