import { approvalOf } from '../../budget/approval.ts';
import { agreed, placeKey } from '../../budget/allocation.ts';
import type { Virement } from '../../budget/finance.ts';
import { placeName, placeShort } from '../../budget/place-name.ts';
import { formatDate, formatLongDate } from '../../calendar.ts';
import { formatExact, formatPounds, sumOf } from '../../money.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate, Pence } from '../../vocabulary.ts';
import { listOf, reasonWords, startUpper } from '../../words.ts';
import type { Decision } from '../facts.ts';
import { reviewOf } from './review.ts';
import { isReplaced } from './rules.ts';

/** How a move of money turned out, as far as its decision says. */
export type HowItWent = { readonly kind: 'settled' | 'watched' | 'late' | 'unknown'; readonly text: string };

/** One agreed move of money, with the decision that caused it. */
export type Reallocation = {
  readonly virement: Virement;
  readonly agreedOn: IsoDate;
  /** The decision that it carries out; null for a move that no decision stands behind. */
  readonly decision: Decision | null;
  /** `E20F Other hardware`. */
  readonly takenFrom: string;
  /** What the money was for: the decision's words, else why it was moved; then the code it went to. */
  readonly givenTo: string;
  readonly reason: string;
  readonly how: HowItWent;
};

/** The agreed moves of money of a year, newest first. */
export function reallocations(snapshot: PlanSnapshot, year: number, asOf: IsoDate): readonly Reallocation[] {
  const { decisions } = snapshot.analysis;
  return movesOf(snapshot, year).map((virement): Reallocation => {
    const decision = decisions.find(({ id, virementId, choice }) => virementId === virement.id && choice !== null && !isReplaced(decisions, id)) ?? null;
    return {
      virement, decision, agreedOn: virement.agreedOn ?? virement.askedOn, takenFrom: placeName(snapshot, virement.from, year),
      givenTo: decision?.title ?? placeName(snapshot, virement.to, year), reason: reasonWords(virement.reason), how: howItWent(decision, decisions, asOf),
    };
  });
}

const movesOf = (snapshot: PlanSnapshot, year: number): readonly Virement[] => agreed(snapshot.finance.virements).filter((each) => each.year === year)
  .toSorted((a, b) => ((a.agreedOn ?? '') > (b.agreedOn ?? '') ? -1 : Number(a.agreedOn !== b.agreedOn)) || b.id - a.id);

function howItWent(decision: Decision | null, decisions: readonly Decision[], asOf: IsoDate): HowItWent {
  if (decision === null) return { kind: 'unknown', text: 'No decision stands behind it' };
  const { kind, on } = reviewOf(decision, decisions, asOf);
  const { outcome } = decision;
  if (kind === 'none') return outcome === null ? { kind: 'unknown', text: 'Not looked at, no review planned' } : { kind: 'settled', text: outcome };
  if (kind === 'reviewed') return { kind: 'settled', text: outcome ?? 'Looked at, nothing noted' };
  const day = on === null ? '' : formatDate(on);
  const review = kind === 'late' ? `review late, ${day}` : `review on ${day}`;
  return { kind: kind === 'late' ? 'late' : 'watched', text: outcome === null ? startUpper(review) : `${reasonWords(outcome)}, ${review}` };
}

/** What the moves of a year come to. */
export type StoryTotal = { readonly moves: number; readonly pence: Pence; readonly sentence: string };

/**
 * `Nothing was added to the budget. E20F gave £1,000, then needed £600 back.` A move takes from one place what it gives to
 * another, so moves alone never add anything; that nothing else was added either is known only of a budget that is approved.
 */
export function storyTotal(snapshot: PlanSnapshot, year: number): StoryTotal {
  const moves = movesOf(snapshot, year).toReversed();
  const approval = approvalOf(snapshot.finance, year);
  const added = approval === null ? 'They added nothing to the budget, which is not approved yet.'
    : `Nothing was added to the budget since it was approved on ${formatLongDate(approval.approvedOn)}.`;
  return { moves: moves.length, pence: sumOf(moves.map(({ pence }) => pence)), sentence: [moves.length === 0 ? '' : added, ...needingBack(snapshot, moves)].filter(Boolean).join(' ') };
}

/** Places that gave money and were given some later. `moves` are the oldest first. */
function needingBack(snapshot: PlanSnapshot, moves: readonly Virement[]): readonly string[] {
  const givers = new Map(moves.map(({ from }) => [placeKey(from), from]));
  return [...givers].flatMap(([key, place]) => {
    const first = moves.findIndex(({ from }) => placeKey(from) === key);
    const gave = moves.filter(({ from }) => placeKey(from) === key);
    const back = moves.filter(({ to }, at) => placeKey(to) === key && at > first);
    if (back.length === 0) return [];
    return [`${startUpper(placeShort(snapshot, place, back[0]?.year ?? 0))} gave ${told(gave)}, then needed ${told(back)} back.`];
  });
}

const told = (moves: readonly Virement[]): string => formatExact(sumOf(moves.map(({ pence }) => pence)));

/** The story of a year in sentences, oldest first: for print, where a table would not be read. */
export function storySentences(snapshot: PlanSnapshot, year: number, asOf: IsoDate): readonly string[] {
  return reallocations(snapshot, year, asOf).toReversed().map(({ virement, agreedOn, decision, takenFrom, givenTo, reason, how }) => listOf([
    `On ${formatLongDate(agreedOn)} ${formatPounds(virement.pence, { pence: virement.pence % 100 !== 0 })} went from ${takenFrom} to ${placeName(snapshot, virement.to, year)}`,
    ...decision === null ? [] : [`for “${givenTo}”`],
  ]).replace(' and for ', ' for ') + `: ${reason}. ${how.text}.`);
}

/** The years in which money was moved by agreement, the last first. */
export const yearsOfMoves = ({ finance }: Pick<PlanSnapshot, 'finance'>): readonly number[] =>
  [...new Set(agreed(finance.virements).map(({ year }) => year))].toSorted((a, b) => b - a);
