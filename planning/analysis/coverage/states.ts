import { formatDate, formatLongDate } from '../../calendar.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { Decision } from '../facts.ts';
import type { NeedState } from '../needs/need-state.ts';

/**
 * Where a need stands in the matrix. What was agreed is `funded`, `unfunded` or, as a pilot with its money, `pilot`; what was
 * not is `waiting`, `new` or `deferred`, or `no_objective` whatever else it is while it serves no open objective. The last
 * three have no row: they are counted, and a list away.
 */
export const COVERAGE_STATES = [
  'waiting', 'new', 'unfunded', 'funded', 'pilot', 'deferred', 'no_objective', 'merged', 'declined', 'withdrawn',
] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export const COVERAGE_STATE_WORDS: Readonly<Record<CoverageState, string>> = {
  waiting: 'Waiting', new: 'New', unfunded: 'Agreed, not funded', funded: 'Funded', pilot: 'On trial', deferred: 'Deferred', no_objective: 'No objective',
  merged: 'Merged', declined: 'Declined', withdrawn: 'Withdrawn',
};

const LEFT_OUT: readonly CoverageState[] = ['merged', 'declined', 'withdrawn'];
export const isLeftOut = (state: CoverageState): boolean => LEFT_OUT.includes(state);
/** Whether the need is to be met: there is a decision for it, whoever pays. */
export const isAgreedState = (state: CoverageState): boolean => state === 'funded' || state === 'unfunded' || state === 'pilot';

type Known = Pick<NeedState, 'kind'> & {
  /** Whether it serves an objective that is open; true where there is none to serve. */
  readonly serves: boolean;
  /** Whether something stands against its money. */
  readonly unpaid: boolean;
};

export function coverageState({ kind, serves, unpaid }: Known): CoverageState {
  switch (kind) {
    case 'agreed': return unpaid ? 'unfunded' : 'funded';
    case 'pilot': return unpaid ? 'unfunded' : 'pilot';
    case 'new': case 'waiting': case 'deferred': return serves ? kind : 'no_objective';
    case 'merged': case 'declined': case 'withdrawn': return kind;
  }
}

/** `27 Nov`, and its year where that is not the one of the day: `12 Mar 27`. */
function shortDay(day: IsoDate, asOf: IsoDate): string {
  const [date = '', month = '', year = ''] = formatDate(day).split(' ');
  return year === asOf.slice(0, 4) ? `${date} ${month}` : `${date} ${month} ${year.slice(2)}`;
}

/** A state as a row says it: of one that waits the day by which it is to be decided. */
export function stateWords(state: CoverageState, waiting: Decision | null, asOf: IsoDate): string {
  const day = waiting?.decideBy ?? null;
  return state === 'waiting' && day !== null ? shortDay(day, asOf) : COVERAGE_STATE_WORDS[state];
}

/** The same for those who hear it: "Waiting for a decision on 27 November 2026". */
export function spokenState(state: CoverageState, waiting: Decision | null, late: boolean): string {
  if (state !== 'waiting') return COVERAGE_STATE_WORDS[state];
  const day = waiting?.decideBy ?? null;
  if (day === null) return 'Waiting for a decision';
  return `${late ? 'Should have been decided by' : 'Waiting for a decision on'} ${formatLongDate(day)}`;
}
