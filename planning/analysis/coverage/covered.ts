import { formatLongDate } from '../../calendar.ts';
import { listOf } from '../../words.ts';
import type { Objective } from '../development-facts.ts';
import type { Need } from '../need-facts.ts';
import { needTitle } from '../needs/refs.ts';
import type { LinkStrength } from '../vocabulary.ts';
import { isAgreedState, type CoverageState } from './states.ts';

/** Whether an objective has the ICT that it needs. */
export const COVERED = ['agreed', 'waiting', 'gap', 'no_ict'] as const;
export type Covered = (typeof COVERED)[number];

export const COVERED_WORDS: Readonly<Record<Covered, string>> = { agreed: 'Agreed', waiting: 'Waiting', gap: 'Gap', no_ict: 'No ICT needed' };

/** A need that is tied to an objective, with what has become of it. */
export type Tied = { readonly need: Pick<Need, 'number' | 'name'>; readonly strength: LinkStrength; readonly state: CoverageState };

export type Answer = {
  readonly covered: Covered;
  /** The needs that the answer turns on. */
  readonly because: readonly Tied[];
  /** Numbered reasons, in whole sentences. */
  readonly steps: readonly string[];
};

const isOpen = ({ state }: Tied): boolean => state === 'new' || state === 'waiting';
const isAgreed = ({ state }: Tied): boolean => isAgreedState(state);
const named = (ties: readonly Tied[]): string => listOf(ties.map(({ need }) => needTitle(need)));
const have = (ties: readonly Tied[]): string => (ties.length === 1 ? 'has' : 'have');
const are = (ties: readonly Tied[]): string => (ties.length === 1 ? 'is' : 'are');

/**
 * Whether an objective has the ICT it needs. What it cannot be met without decides: while one of those is undecided it waits;
 * where one was put off it has a gap; where they were agreed it is covered, whoever pays. Where all of those were declined it
 * has a gap, whatever else helps. Where nothing is essential, one thing that helps and was agreed covers it.
 */
export function answerOf(objective: Pick<Objective, 'noIctBy' | 'noIctOn'>, ties: readonly Tied[]): Answer {
  const rows = ties.filter(({ state }) => state !== 'merged' && state !== 'declined' && state !== 'withdrawn');
  const refused = ties.filter(({ strength, state }) => strength === 'essential' && state === 'declined');
  if (rows.length === 0) return withoutNeeds(objective, refused);
  const essential = rows.filter(({ strength }) => strength === 'essential');
  if (essential.length > 0) return ofEssential(essential);
  if (refused.length > 0) return declinedAnswer(refused);
  const agreed = rows.filter(isAgreed);
  if (agreed.length > 0) return { covered: 'agreed', because: agreed, steps: [`Nothing is essential to it. ${named(agreed)} ${agreed.length === 1 ? 'helps' : 'help'} and ${have(agreed)} been agreed.`] };
  const open = rows.filter(isOpen);
  if (open.length > 0) return { covered: 'waiting', because: open, steps: [`${named(open)} would help and ${have(open)} not been decided.`] };
  return { covered: 'gap', because: rows, steps: [`${named(rows)} would help and ${have(rows)} been put off.`] };
}

function ofEssential(essential: readonly Tied[]): Answer {
  const without = (ties: readonly Tied[]): string => `It cannot be met without ${named(ties)}, which ${have(ties)}`;
  const open = essential.filter(isOpen);
  if (open.length > 0) return { covered: 'waiting', because: open, steps: [`${without(open)} not been decided.`] };
  const late = essential.filter(({ state }) => state === 'deferred');
  if (late.length > 0) return { covered: 'gap', because: late, steps: [`${without(late)} been put off.`] };
  const unpaid = essential.filter(({ state }) => state === 'unfunded');
  return {
    covered: 'agreed', because: essential,
    steps: [`${without(essential)} been agreed.`, ...(unpaid.length === 0 ? [] : [`${named(unpaid)} ${are(unpaid)} agreed and not funded.`])],
  };
}

function withoutNeeds({ noIctBy, noIctOn }: Pick<Objective, 'noIctBy' | 'noIctOn'>, refused: readonly Tied[]): Answer {
  if (noIctBy !== null) return { covered: 'no_ict', because: [], steps: [`${noIctBy} said${noIctOn === null ? '' : ` on ${formatLongDate(noIctOn)}`} that it needs no ICT.`] };
  return refused.length > 0 ? declinedAnswer(refused)
    : { covered: 'gap', because: [], steps: ['No need is tied to it, and nobody has said that it needs no ICT.'] };
}

const declinedAnswer = (refused: readonly Tied[]): Answer =>
  ({ covered: 'gap', because: refused, steps: [`It cannot be met without ${named(refused)}, which ${have(refused)} been declined.`] });
