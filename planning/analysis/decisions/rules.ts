import type { Problem } from '../../budget/approval.ts';
import { formatLongDate } from '../../calendar.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { listOf, startLower } from '../../words.ts';
import type { AnalysisFacts, Decision } from '../facts.ts';
import type { Need, SoftwareRequest } from '../need-facts.ts';
import { decisionRef, decisionTitle, needRef, needTitle, optionLetter } from '../needs/refs.ts';
import { isApproval, standingDecision, waitingDecision } from '../planned.ts';
import { DECISION_CHOICE_WORDS } from '../vocabulary.ts';

/*
 * What a decision must say. A refusal carries its reason and what can be done meanwhile, a pilot its end and its measure,
 * and what goes into the plan is an option that somebody has written down.
 */

type Facts = Pick<AnalysisFacts, 'needs' | 'decisions'>;

export type DecisionField =
  | 'title' | 'needId' | 'choice' | 'optionId' | 'mergedIntoNeedId' | 'decidedOn' | 'because' | 'workaround' | 'pilotUntil' | 'pilotMeasure'
  | 'reviewOn' | 'reviewQuestion' | 'virementId' | 'weighed' | 'tellings' | 'reviewedOn' | 'toldOn' | 'how';

/** A decision as somebody wants it to stand. */
export type AskedDecision = Omit<Decision, 'id' | 'number' | 'weighed' | 'tellings'> & {
  /** Null for one that is new. */
  readonly id: number | null;
  readonly weighed: readonly { readonly chosen: boolean }[];
  readonly tellings: readonly { readonly toldOn: IsoDate | null; readonly how: string | null }[];
};
/** With whether something was said about a workaround, if only that there is none. */
export type MadeDecision = AskedDecision & { readonly saysWorkaround: boolean };

type Check<Asked extends AskedDecision = AskedDecision> = (asked: Asked, facts: Facts, today: IsoDate) => Problem<DecisionField> | null;

const firstOf = <Asked extends AskedDecision>(checks: readonly Check<Asked>[]): Check<Asked> => (asked, facts, today) => {
  for (const check of checks) {
    const problem = check(asked, facts, today);
    if (problem !== null) return problem;
  }
  return null;
};

/** Why a decision cannot be made so, at the field that would have to change; null where it can. */
export const decideProblem: Check<MadeDecision> = (asked, facts, today) => firstOf<MadeDecision>([
  dayProblem, optionProblem, softwareProblem, pilotProblem, refusalProblem, mergeProblem, keptProblem,
])(asked, facts, today);

/** Why what is still open of a decision that was made cannot be so: its review, the move that carries it out, who is told. */
export const keptProblem: Check = (asked, facts, today) => firstOf([reviewProblem, virementProblem, listProblem])(asked, facts, today);

/** Why something cannot be put up for decision so; null where it can. */
export const waitingProblem: Check = (asked, facts, today) => {
  const other = asked.needId === null ? null : waitingDecision(facts.decisions.filter(({ id }) => id !== asked.id), asked.needId);
  if (other !== null) return { field: 'needId', text: `${decisionTitle(other)} waits for the same need already. Make that decision, or change it.` };
  return listProblem(asked, facts, today);
};

const needOf = ({ needs }: Facts, id: number | null): Need | undefined => needs.find((need) => need.id === id);

const dayProblem: Check = ({ id, needId, decidedOn, replacesId }, { decisions }, today) => {
  if (decidedOn === null) return { field: 'decidedOn', text: 'Give the day on which it was decided.' };
  if (decidedOn > today) return { field: 'decidedOn', text: `${formatLongDate(decidedOn)} is still to come. Give the day on which it was decided, or put it up for decision by then.` };
  const others = decisions.filter((each) => each.id !== id);
  const before = needId === null ? others.find((each) => each.id === replacesId) : standingDecision(others, needId);
  const since = before?.decidedOn ?? null;
  if (before === undefined || before === null || since === null || decidedOn >= since) return null;
  return { field: 'decidedOn', text: `${decisionRef(before.number)} was decided on ${formatLongDate(since)}. What takes its place was decided on that day or later.` };
};

const optionProblem: Check = (asked, facts) => {
  if (!isApproval(asked) || asked.needId === null) return null;
  const options = needOf(facts, asked.needId)?.options ?? [];
  if (options.some(({ id }) => id === asked.optionId)) return null;
  const named = options.map(({ name }, index) => `${optionLetter(index)} ${name}`);
  return {
    field: 'optionId',
    text: named.length === 0 ? 'This need has no option to approve. Write one down in Needs first: what is bought and what it costs.'
      : `Choose the option that is approved: ${named.length === 1 ? '' : 'one of '}${listOf(named)}.`,
  };
};

const CHECKS: readonly (readonly [keyof SoftwareRequest, string])[] = [
  ['compatible', 'whether it runs on the school’s kit'], ['networkInstall', 'whether it installs over the network'], ['licenceAllows', 'whether its licence allows the use'],
];

/** Which of the three checks of a request for software nobody has answered yet. */
const uncheckedOf = ({ software }: Pick<Need, 'software'>): readonly string[] =>
  (software === null ? [] : CHECKS.filter(([key]) => software[key] === 'unknown').map(([, words]) => words));

const softwareProblem: Check = (asked, facts) => {
  const need = isApproval(asked) ? needOf(facts, asked.needId) : undefined;
  const open = need === undefined ? [] : uncheckedOf(need);
  if (need === undefined || open.length === 0) return null;
  return { field: 'choice', text: `${need.software?.product ?? need.name} can be approved once somebody has checked ${listOf(open)}. Answer that at ${needRef(need.number)}, or defer it.` };
};

const pilotProblem: Check = ({ choice, decidedOn, pilotUntil, pilotMeasure }) => {
  if (choice !== 'approve_pilot') return null;
  if (pilotUntil === null) return { field: 'pilotUntil', text: 'Say when the pilot ends. On that day it is adopted, extended or stopped.' };
  if (decidedOn !== null && pilotUntil <= decidedOn) return { field: 'pilotUntil', text: `A pilot ends after the day it was decided, ${formatLongDate(decidedOn)}.` };
  return pilotMeasure === null ? { field: 'pilotMeasure', text: 'Say how you will know that it worked, such as: used in 80% of the lessons planned.' } : null;
};

const refusalProblem: Check<MadeDecision> = ({ choice, because, saysWorkaround }) => {
  if (choice !== 'decline' && choice !== 'defer') return null;
  const done = choice === 'decline' ? 'declined' : 'deferred';
  if (because === null) return { field: 'because', text: `Say why it is ${done}: whoever asked is told the reason.` };
  return saysWorkaround ? null : { field: 'workaround', text: 'Say what they can do meanwhile, or tick that there is nothing.' };
};

const mergeProblem: Check = ({ choice, needId, mergedIntoNeedId }, facts) => {
  if (choice !== 'merge') return null;
  if (needId === null) return { field: 'choice', text: 'Only a need can be merged into another. Choose the need this is about, or another choice.' };
  const into = needOf(facts, mergedIntoNeedId);
  if (into === undefined) return { field: 'mergedIntoNeedId', text: 'Choose the need that it becomes a part of.' };
  if (into.id === needId) return { field: 'mergedIntoNeedId', text: 'A need cannot be merged into itself. Choose another need.' };
  const leadsBack = mergedChain(facts, into.id).includes(needId);
  return leadsBack ? { field: 'mergedIntoNeedId', text: `${needTitle(into)} was itself merged into this need. Choose a need that stands on its own.` } : null;
};

/** The needs that a need has become a part of, in turn. */
function mergedChain({ decisions }: Facts, needId: number): number[] {
  const chain: number[] = [];
  for (let at: number | null = needId; at !== null && !chain.includes(at);) {
    chain.push(at);
    const decision: Decision | null = standingDecision(decisions, at);
    at = decision?.choice === 'merge' ? decision.mergedIntoNeedId : null;
  }
  return chain;
}

const reviewProblem: Check = ({ decidedOn, reviewOn, reviewQuestion }) => {
  if (reviewOn === null && reviewQuestion !== null) return { field: 'reviewOn', text: 'Give the day on which that is asked.' };
  return reviewOn !== null && decidedOn !== null && reviewOn < decidedOn
    ? { field: 'reviewOn', text: `It is looked at again after it was decided, on ${formatLongDate(decidedOn)} or later.` } : null;
};

/** A move of money carries out one decision; the one that takes a decision's place may take over its move. */
const virementProblem: Check = ({ id, virementId, replacesId }, { decisions }) => {
  const other = virementId === null ? undefined
    : decisions.find((each) => each.virementId === virementId && each.id !== id && each.id !== replacesId && !isReplaced(decisions, each.id));
  return other === undefined ? null : { field: 'virementId', text: `That move carries out ${decisionTitle(other)}. Choose another, or none.` };
};

const listProblem: Check = ({ weighed, tellings }, _facts, today) => {
  if (weighed.filter(({ chosen }) => chosen).length > 1) return { field: 'weighed', text: 'Mark one option as chosen, or none.' };
  for (const telling of tellings) {
    const problem = toldProblem(telling, today);
    if (problem !== null) return { field: 'tellings', text: problem.text };
  }
  return null;
};

/** Why somebody cannot have been told so; null where they can. */
export function toldProblem({ toldOn, how }: { readonly toldOn: IsoDate | null; readonly how: string | null }, today: IsoDate): Problem<DecisionField> | null {
  if (toldOn === null) return how === null ? null : { field: 'toldOn', text: 'Give the day on which they were told.' };
  return toldOn > today ? { field: 'toldOn', text: `${formatLongDate(toldOn)} is still to come. Give the day on which they were told.` } : null;
}

/** Why a decision cannot be reviewed so; null where it can. */
export function reviewedProblem(
  decision: Decision, asked: { readonly reviewedOn: IsoDate; readonly reviewOn: IsoDate | null; readonly reviewQuestion: string | null }, today: IsoDate,
): Problem<DecisionField> | null {
  const { reviewedOn, reviewOn, reviewQuestion } = asked;
  if (decision.decidedOn === null) return { field: 'reviewedOn', text: `${decision.title} has not been decided yet. Make the decision first.` };
  if (reviewedOn > today) return { field: 'reviewedOn', text: `${formatLongDate(reviewedOn)} is still to come. Give the day on which it was looked at.` };
  if (reviewedOn < decision.decidedOn) return { field: 'reviewedOn', text: `It was decided on ${formatLongDate(decision.decidedOn)}. Give that day or a later one.` };
  if (reviewOn !== null && reviewOn <= reviewedOn) return { field: 'reviewOn', text: `Give a day after ${formatLongDate(reviewedOn)}, or none where it is settled.` };
  return reviewOn === null && reviewQuestion !== null ? { field: 'reviewOn', text: 'Give the day on which that is asked.' } : null;
}

/** Whether another decision that was made has taken its place. */
export const isReplaced = (decisions: readonly Decision[], id: number): boolean => replacedBy(decisions, id) !== null;

/** The decision that took its place; null where none did. */
export const replacedBy = (decisions: readonly Decision[], id: number): Decision | null =>
  decisions.find(({ replacesId, choice }) => replacesId === id && choice !== null) ?? null;

/** Why something of a decision that was made is not changed. */
export const lockedText = ({ number, decidedOn }: Pick<Decision, 'number' | 'decidedOn'>): string =>
  `${decisionRef(number)} was decided${decidedOn === null ? '' : ` on ${formatLongDate(decidedOn)}`} and is locked. Replace it with a new decision, or take it back.`;

/** Only what a choice has: an option of what is approved, the end of a pilot, the need that another becomes part of. */
export function termsOfChoice<Terms extends Pick<Decision, 'choice' | 'optionId' | 'needId' | 'mergedIntoNeedId' | 'pilotUntil' | 'pilotMeasure'>>(terms: Terms): Terms {
  const pilot = terms.choice === 'approve_pilot';
  return {
    ...terms, optionId: isApproval(terms) && terms.needId !== null ? terms.optionId : null,
    mergedIntoNeedId: terms.choice === 'merge' ? terms.mergedIntoNeedId : null,
    pilotUntil: pilot ? terms.pilotUntil : null, pilotMeasure: pilot ? terms.pilotMeasure : null,
  };
}

/** `approve as a pilot`: a choice in the middle of a sentence. */
export const choiceInSentence = (choice: NonNullable<Decision['choice']>): string => startLower(DECISION_CHOICE_WORDS[choice]);
