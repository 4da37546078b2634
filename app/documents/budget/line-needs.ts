import type { Decision } from '../../../planning/analysis/facts.ts';
import type { Need } from '../../../planning/analysis/need-facts.ts';
import { needsBehind, type Serving } from '../../../planning/analysis/coverage/spend.ts';
import { NEED_STATE_WORDS, needState } from '../../../planning/analysis/needs/need-state.ts';
import { decisionRef, needRef, objectiveTitle } from '../../../planning/analysis/needs/refs.ts';
import { isAgreed, standingDecision } from '../../../planning/analysis/planned.ts';
import type { BudgetEntry } from '../../../planning/budget/entries.ts';
import type { Forecast } from '../../../planning/result.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';

/** What a line of the budget is for, where needs say so; several are told one after another. */
export type LineNeed = {
  /** "N-01", "N-05, N-09". */
  readonly refs: string | null;
  /** The priorities of the development plan that they serve, or the objectives where the school has no priorities. */
  readonly priorities: string | null;
  /** "Agreed, D-27". */
  readonly decisions: string | null;
  readonly impact: string | null;
};

const NOBODY: LineNeed = { refs: null, priorities: null, decisions: null, impact: null };

/**
 * What each line is for: the need it belongs to, also one that a scenario counts in before it is decided, and the needs that
 * were agreed and count on it as in the plan already.
 */
export function lineNeeds(snapshot: PlanSnapshot, forecast: Forecast): (entry: BudgetEntry) => LineNeed {
  const { needs, decisions } = snapshot.analysis;
  const agreed = needs.toSorted((a, b) => a.number - b.number).flatMap((need): Serving[] => {
    const decision = standingDecision(decisions, need.id);
    const option = isAgreed(decision) ? need.options.find(({ id }) => id === decision?.optionId) : undefined;
    return option === undefined ? [] : [{ need, option }];
  });
  const behind = needsBehind(snapshot, forecast, agreed);
  const byId = new Map(needs.map((need) => [need.id, need]));
  return ({ line }) => {
    if (line === null) return NOBODY;
    const own = line.needId === null ? undefined : byId.get(line.needId);
    const of = behind.get(line) ?? (own === undefined ? [] : [own]);
    return of.length === 0 ? NOBODY : {
      refs: of.map(({ number }) => needRef(number)).join(', '),
      priorities: [...new Set(of.flatMap((need) => prioritiesOf(snapshot, need)))].join(', ') || null,
      decisions: [...new Set(of.map((need) => decisionWords(snapshot, forecast, need)))].join('; '),
      impact: of.map(({ impact }) => impact).join(' '),
    };
  };
}

/** What a need serves, what cannot be met without it first. */
function prioritiesOf({ analysis: { objectives, priorities } }: PlanSnapshot, { links }: Need): string[] {
  const inOrder = [...links.filter(({ strength }) => strength === 'essential'), ...links.filter(({ strength }) => strength === 'helps')];
  return inOrder.flatMap(({ objectiveId }) => {
    const objective = objectives.find(({ id }) => id === objectiveId);
    if (objective === undefined) return [];
    const priority = priorities.find(({ id }) => id === objective.priorityId);
    return objectiveTitle(priority ?? objective);
  });
}

function decisionWords({ analysis }: PlanSnapshot, { asOf }: Forecast, need: Need): string {
  const { kind, decision, waiting } = needState(analysis, need, asOf);
  const which: Decision | null = kind === 'waiting' ? waiting : decision;
  return which === null ? NEED_STATE_WORDS[kind] : `${NEED_STATE_WORDS[kind]}, ${decisionRef(which.number)}`;
}
