import { addDays } from '../../calendar.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { Decision } from '../facts.ts';
import { isReplaced } from './rules.ts';

/** From so many days before its day a review is something to see to. */
const DUE_DAYS = 30;

export const REVIEW_KINDS = ['late', 'due', 'planned', 'reviewed', 'none'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const REVIEW_WORDS: Readonly<Record<ReviewKind, string>> = {
  late: 'Review is late', due: 'Review is due', planned: 'Review is planned', reviewed: 'Reviewed', none: 'No review',
};

export type Review = {
  readonly kind: ReviewKind;
  /** The day it is due, or was made; null where there is none. */
  readonly on: IsoDate | null;
};

/** How the review of a decision stands on a day. What another decision has replaced is looked at no more. */
export function reviewOf({ id, reviewOn, reviewedOn }: Decision, decisions: readonly Decision[], asOf: IsoDate): Review {
  const settled = reviewedOn !== null && (reviewOn === null || reviewedOn >= reviewOn);
  if (settled) return { kind: 'reviewed', on: reviewedOn };
  if (reviewOn === null || isReplaced(decisions, id)) return { kind: 'none', on: null };
  if (reviewOn < asOf) return { kind: 'late', on: reviewOn };
  return { kind: reviewOn <= addDays(asOf, DUE_DAYS) ? 'due' : 'planned', on: reviewOn };
}

/** How many of those who are to be told have been. */
export const toldOf = ({ tellings }: Pick<Decision, 'tellings'>): { readonly told: number; readonly all: number } =>
  ({ told: tellings.filter(({ toldOn }) => toldOn !== null).length, all: tellings.length });

/** Whether somebody who is to be told has not been. Of what another decision has replaced nobody is told any more: of that one they are. */
export function isUntold(decision: Pick<Decision, 'id' | 'tellings'>, decisions: readonly Decision[]): boolean {
  const { told, all } = toldOf(decision);
  return told < all && !isReplaced(decisions, decision.id);
}
