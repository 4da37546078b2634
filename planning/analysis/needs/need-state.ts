import type { IsoDate } from '../../vocabulary.ts';
import type { AnalysisFacts, Decision } from '../facts.ts';
import type { Need, NeedOption } from '../need-facts.ts';
import { isAgreed, standingDecision, waitingDecision } from '../planned.ts';
import type { DecisionChoice } from '../vocabulary.ts';

/** What has become of a need. */
export const NEED_STATES = ['new', 'waiting', 'agreed', 'pilot', 'deferred', 'merged', 'declined', 'withdrawn'] as const;
export type NeedStateKind = (typeof NEED_STATES)[number];

export const NEED_STATE_WORDS: Readonly<Record<NeedStateKind, string>> = {
  new: 'No decision asked for', waiting: 'Waiting for a decision', agreed: 'Agreed', pilot: 'Agreed as a pilot', deferred: 'Deferred', merged: 'Merged',
  declined: 'Declined', withdrawn: 'Withdrawn',
};

export type NeedState = {
  readonly kind: NeedStateKind;
  /** The decision that holds; null while none was made. */
  readonly decision: Decision | null;
  /** The decision that is still to be made: the one due soonest. A need that was agreed may have one too, when it comes up again. */
  readonly waiting: Decision | null;
  /** Whether the day by which it was to be made has gone by. */
  readonly late: boolean;
};

const AFTER: Readonly<Record<DecisionChoice, NeedStateKind>> = {
  approve: 'agreed', approve_pilot: 'pilot', defer: 'deferred', merge: 'merged', decline: 'declined', withdraw: 'withdrawn',
};

/**
 * Where a need stands on a day. What was approved stays so until somebody decides otherwise; what was put off, refused or taken
 * back and is put to a decision once more waits.
 */
export function needState({ decisions }: Pick<AnalysisFacts, 'decisions'>, need: Pick<Need, 'id'>, asOf: IsoDate): NeedState {
  const decision = standingDecision(decisions, need.id);
  const waiting = waitingDecision(decisions, need.id);
  const choice = decision?.choice ?? null;
  const decideBy = waiting?.decideBy ?? null;
  const after = choice === null ? 'new' : AFTER[choice];
  const holds = after === 'agreed' || after === 'pilot';
  return { kind: waiting !== null && !holds ? 'waiting' : after, decision, waiting, late: decideBy !== null && decideBy < asOf };
}

/** The option whose figures stand for a need: the one that was approved, else the one that is recommended; null where there is neither. */
export function countedOption({ decisions }: Pick<AnalysisFacts, 'decisions'>, need: Need): NeedOption | null {
  const decision = standingDecision(decisions, need.id);
  const optionId = isAgreed(decision) ? decision?.optionId : need.recommendedOptionId;
  return need.options.find(({ id }) => id === optionId) ?? null;
}
