import { compareDays, financialYearOf } from '../../calendar.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { foldedName } from '../../words.ts';
import type { AnalysisFacts, Decision } from '../facts.ts';
import { decisionRef } from '../needs/refs.ts';
import { DECISION_CHOICE_WORDS, type DecisionChoice } from '../vocabulary.ts';
import { isUntold, reviewOf, type ReviewKind } from './review.ts';

type Facts = Pick<AnalysisFacts, 'decisions'>;

/** A decision that was made. */
export type MadeDecision = Decision & { readonly choice: DecisionChoice; readonly decidedOn: IsoDate };
export const isMade = (decision: Decision): decision is MadeDecision => decision.choice !== null && decision.decidedOn !== null;

/** What waits to be decided: by its day, what has none last. */
export const toDecide = ({ decisions }: Facts): readonly Decision[] => decisions.filter(({ choice }) => choice === null)
  .toSorted((a, b) => compareDays(a.decideBy, b.decideBy) || a.number - b.number);

/** What was decided, newest first. */
export const decided = ({ decisions }: Facts): readonly MadeDecision[] => decisions.filter(isMade)
  .toSorted((a, b) => (a.decidedOn > b.decidedOn ? -1 : Number(a.decidedOn !== b.decidedOn)) || b.number - a.number);

/** What was chosen by name: of the options weighed, else of those of its need; null where it is about no option. */
export const chosenName = ({ needs }: Pick<AnalysisFacts, 'needs'>, { needId, optionId, weighed }: Decision): string | null =>
  weighed.find(({ chosen }) => chosen)?.name ?? needs.find(({ id }) => id === needId)?.options.find(({ id }) => id === optionId)?.name ?? null;

/** Which decisions are looked for; null takes all. */
export type LogFilter = {
  /** Words, all of which stand somewhere in what was decided. */
  readonly text: string;
  readonly choice: DecisionChoice | null;
  readonly decider: string | null;
  /** The financial year in which it was decided, by its start. */
  readonly year: number | null;
  readonly review: ReviewKind | null;
  /** Whether everyone has been told; those of whom nobody is to be told count as told. */
  readonly told: 'all' | 'not_all' | null;
};

export const NO_FILTER: LogFilter = { text: '', choice: null, decider: null, year: null, review: null, told: null };
export const isFiltered = (filter: LogFilter): boolean => Object.entries(filter).some(([key, value]) => value !== NO_FILTER[key as keyof LogFilter]);

/** Everything of a decision that words are looked for in. */
const wordsOf = (decision: MadeDecision): string => foldedName([
  decisionRef(decision.number), decision.title, DECISION_CHOICE_WORDS[decision.choice], decision.because, decision.ifNot, decision.conditions,
  decision.workaround, decision.whoNote, decision.outcome, decision.decider, ...decision.weighed.map(({ name }) => name), ...decision.tellings.map(({ role }) => role),
].filter((text) => text !== null).join(' '));

/** The decisions that a filter lets through, newest first. */
export function filteredLog(facts: Facts, filter: LogFilter, { asOf, startMonth }: { readonly asOf: IsoDate; readonly startMonth: number }): readonly MadeDecision[] {
  const sought = foldedName(filter.text).split(' ');
  return decided(facts).filter((decision) => sought.every((word) => wordsOf(decision).includes(word))
    && (filter.choice === null || decision.choice === filter.choice)
    && (filter.decider === null || foldedName(decision.decider) === foldedName(filter.decider))
    && (filter.year === null || financialYearOf(decision.decidedOn, startMonth) === filter.year)
    && (filter.review === null || reviewOf(decision, facts.decisions, asOf).kind === filter.review)
    && (filter.told === null || isUntold(decision, facts.decisions) === (filter.told === 'not_all')));
}

/** Those who have decided something, each once however it was written, in the order of the alphabet. */
export function decidersOf(facts: Facts): readonly string[] {
  const byName = new Map(decided(facts).map(({ decider }) => [foldedName(decider), decider]));
  return [...byName.values()].toSorted((a, b) => a.localeCompare(b, 'en-GB'));
}

/** The financial years in which something was decided, the last first. */
export const yearsDecided = (facts: Facts, startMonth: number): readonly number[] =>
  [...new Set(decided(facts).map(({ decidedOn }) => financialYearOf(decidedOn, startMonth)))].toSorted((a, b) => b - a);
