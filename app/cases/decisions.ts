import {
  deleteDecision, insertDecision, setTellings, setWeighed, updateDecision, updateTelling, type DecisionTerms, type ListedTelling, type NewWeighed,
} from '../../db/repositories/decisions.ts';
import type { Decision } from '../../planning/analysis/facts.ts';
import { isAgreed, standingDecision, waitingDecision } from '../../planning/analysis/planned.ts';
import { decisionRef, decisionTitle } from '../../planning/analysis/needs/refs.ts';
import {
  choiceInSentence, decideProblem, keptProblem, lockedText, replacedBy, reviewedProblem, termsOfChoice, toldProblem, waitingProblem,
} from '../../planning/analysis/decisions/rules.ts';
import { withDecision } from '../../planning/analysis/decisions/preview.ts';
import { weighOptions } from '../../planning/analysis/decisions/weigh.ts';
import { forecast } from '../../planning/forecast.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { Answer, Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Recorded, Session } from '../session.ts';
import { given } from './given.ts';
import { refuse } from './problem.ts';
import { requireBaseWorking } from './scenario-state.ts';

/** @throws Refusal `not_found` where there is no such decision. */
function requireDecision(session: Session, id: number): Decision {
  const found = session.snapshot().analysis.decisions.find((each) => each.id === id);
  if (found === undefined) throw new Refusal('not_found', `No decision has the number ${id}. It may have been taken back.`, { field: 'id' });
  return found;
}

/** @throws Refusal where a need, a move of money or somebody to be told is not in the plan. */
function requireNamed(session: Session, { needId, virementId }: Pick<DecisionTerms, 'needId' | 'virementId'>, tellings: readonly ListedTelling[], decisionId: number | null): void {
  const { analysis, finance } = session.snapshot();
  if (needId !== null && !analysis.needs.some(({ id }) => id === needId)) {
    throw new Refusal('not_found', `No need has the number ${needId}. It may have been removed.`, { field: 'needId' });
  }
  if (virementId !== null && !finance.virements.some(({ id }) => id === virementId)) {
    throw new Refusal('not_found', `No virement has the number ${virementId}. It may have been taken back.`, { field: 'virementId' });
  }
  const listed = new Set(analysis.decisions.find(({ id }) => id === decisionId)?.tellings.map(({ id }) => id));
  const stranger = tellings.find(({ id }) => id !== undefined && !listed.has(id));
  if (stranger !== undefined) throw new Refusal('not_found', `${stranger.role} is not on the list of this decision. Add them without a number.`, { field: 'tellings' });
}

/** Nothing has been decided yet. */
const UNDECIDED = {
  choice: null, optionId: null, mergedIntoNeedId: null, decidedOn: null, because: null, ifNot: null, conditions: null, workaround: null, whoNote: null,
  reviewOn: null, reviewQuestion: null, reviewedOn: null, outcome: null, pilotUntil: null, pilotMeasure: null, virementId: null, replacesId: null,
} satisfies Partial<DecisionTerms>;

type Made = Pick<Parsed<'decision.decide'>, 'choice' | 'decidedOn' | 'optionId' | 'mergedIntoNeedId' | 'because' | 'ifNot' | 'conditions' | 'workaround'
  | 'whoNote' | 'reviewOn' | 'reviewQuestion' | 'pilotUntil' | 'pilotMeasure' | 'virementId'>;
type Lists = { readonly weighed: readonly NewWeighed[]; readonly tellings: readonly ListedTelling[] };
/** The same, as a decision that waits may have them already. */
type AskedLists = { readonly weighed: readonly { readonly chosen: boolean }[]; readonly tellings: readonly ListedTelling[] };
type Subject = Pick<DecisionTerms, 'title' | 'needId' | 'decider' | 'decideBy'>;

/** The decision as it is kept once it is made: of what a request says only what its choice has, in place of the one that stands. */
function madeTerms(session: Session, id: number | null, subject: Subject, made: Made, replacesId: number | null): DecisionTerms {
  const { decisions } = session.snapshot().analysis;
  const before = subject.needId === null ? null : standingDecision(decisions.filter((each) => each.id !== id), subject.needId);
  const { choice, decidedOn, optionId, mergedIntoNeedId, because, ifNot, conditions, workaround, whoNote, reviewOn, reviewQuestion, pilotUntil, pilotMeasure, virementId } = made;
  return termsOfChoice({
    ...subject, choice, decidedOn, optionId, mergedIntoNeedId, because, ifNot, conditions, workaround: workaround ?? null, whoNote, reviewOn, reviewQuestion,
    pilotUntil, pilotMeasure, virementId, reviewedOn: null, outcome: null, replacesId: replacesId ?? before?.id ?? null,
  });
}

/** @throws Refusal at the field where the decision cannot be made so; `conflict` where it would change a plan that is locked. */
function checkMade(session: Session, id: number | null, terms: DecisionTerms, lists: AskedLists, saysWorkaround: boolean): void {
  requireNamed(session, terms, lists.tellings, id);
  const { analysis } = session.snapshot();
  refuse(decideProblem({ ...terms, ...lists, id, saysWorkaround }, analysis, session.today()));
  if (movesMoney(session, id, terms)) requireBaseWorking(session.snapshot());
}

/** Whether what a need puts into the plan is another once the decision is made, or taken back. */
function movesMoney(session: Session, id: number | null, { needId, ...terms }: Pick<DecisionTerms, 'needId' | 'choice' | 'optionId'>): boolean {
  const { decisions } = session.snapshot().analysis;
  const standing = needId === null ? null : standingDecision(decisions.filter((each) => each.id !== id), needId);
  return needId !== null && (isAgreed(terms) || isAgreed(standing));
}

/** What is weighed: for a need its options with the figures of that day, else as it was typed. */
function weighedOf(session: Session, id: number | null, terms: DecisionTerms, typed: readonly NewWeighed[]): readonly NewWeighed[] {
  const { needId, optionId, decidedOn } = terms;
  const snapshot = session.snapshot();
  const need = snapshot.analysis.needs.find(({ id }) => id === needId);
  if (need === undefined || need.options.length === 0 || decidedOn === null) return typed;
  return weighOptions(withDecision(snapshot, { ...terms, id }), forecast(snapshot, { asOf: decidedOn }), need, optionId);
}

/** @throws Refusal `conflict` where a decision on the need waits: that one is made, and no other beside it. */
function requireNoneWaiting(session: Session, needId: number | null): void {
  const waits = needId === null ? null : waitingDecision(session.snapshot().analysis.decisions, needId);
  if (waits !== null) throw new Refusal('conflict', `${decisionTitle(waits)} waits for this need. Make that decision.`, { field: 'needId' });
}

/** What of a decision that was made can still be said: who is told, which move carries it out, when it is looked at again. */
const OPEN_WHEN_MADE: ReadonlySet<string> = new Set(['tellings', 'virementId', 'reviewOn', 'reviewQuestion']);

/** @throws Refusal `conflict` where it was made and something is to change that is locked then. */
function requireOpen(before: Decision, set: object): void {
  const locked = before.choice === null ? undefined : Object.keys(set).find((key) => !OPEN_WHEN_MADE.has(key));
  if (locked !== undefined) throw new Refusal('conflict', lockedText(before), { field: locked });
}

/** Puts something up for decision. */
const addWaiting = (session: Session, { role, reason, weighed, tellings, title, decider, decideBy, needId }: Parsed<'decision.add'>): Answer<'decision.add'> => {
  const terms: DecisionTerms = { ...UNDECIDED, title, decider, decideBy, needId };
  requireNamed(session, terms, tellings, null);
  refuse(waitingProblem({ ...terms, id: null, weighed, tellings }, session.snapshot().analysis, session.today()));
  const { change, value } = session.change(`Put up for decision: ${title}`, { role, reason }, (writer) => insertDecision(writer, terms, { weighed, tellings }));
  return { change, value: { id: value } };
};

/** Records a decision that was made, new or in place of another. */
const addMade = (session: Session, { role, reason }: Recorded, subject: Subject, made: Made, lists: Lists, replaces: Decision | null): Answer<'decision.add'> => {
  requireNoneWaiting(session, subject.needId);
  const terms = madeTerms(session, null, subject, made, replaces?.id ?? null);
  checkMade(session, null, terms, lists, made.workaround !== undefined);
  const kept = { weighed: weighedOf(session, null, terms, lists.weighed), tellings: lists.tellings };
  const what = `${subject.title}, ${choiceInSentence(made.choice)}`;
  const label = replaces === null ? `Record a decision: ${what}` : `Replace ${decisionRef(replaces.number)}: ${what}`;
  const { change, value } = session.change(label, { role, reason: reason ?? terms.because }, (writer) => insertDecision(writer, terms, kept));
  return { change, value: { id: value } };
};

export const decisionHandlers = {
  'decision.add': (session, request) => {
    const { role, reason, title, decider, decideBy, needId, choice, decidedOn, weighed, tellings } = request;
    if (choice === null) return addWaiting(session, request);
    if (decidedOn === null) throw new Refusal('invalid_input', 'Give the day on which it was decided.', { field: 'decidedOn' });
    return addMade(session, { role, reason }, { title, decider, decideBy, needId }, { ...request, choice, decidedOn }, { weighed, tellings }, null);
  },

  'decision.decide': (session, request) => {
    const { role, reason, id, weighed, tellings } = request;
    const before = requireDecision(session, id);
    if (before.choice !== null) throw new Refusal('conflict', lockedText(before), { field: 'id' });
    const { title, needId, decideBy } = before;
    const terms = madeTerms(session, id, { title, needId, decideBy, decider: request.decider ?? before.decider }, request, null);
    checkMade(session, id, terms, { weighed: weighed ?? before.weighed, tellings: tellings ?? before.tellings }, request.workaround !== undefined);
    const figures = weighedOf(session, id, terms, weighed ?? before.weighed.map(({ id: _id, position: _position, ...option }) => option));
    const { change } = session.change(`Decide ${decisionTitle(before)}: ${choiceInSentence(request.choice)}`, { role, reason: reason ?? terms.because }, (writer) => {
      updateDecision(writer, id, terms);
      setWeighed(writer, id, figures);
      if (tellings !== undefined) setTellings(writer, id, tellings);
    });
    return { change, value: null };
  },

  'decision.edit': (session, { role, reason, id, set }) => {
    const before = requireDecision(session, id);
    const { weighed, tellings, ...terms } = given(set);
    requireOpen(before, given(set));
    const { weighed: wereWeighed, tellings: wereTold, number: _number, ...kept } = before;
    const after = { ...kept, ...terms };
    const asked = { ...after, weighed: weighed ?? wereWeighed, tellings: tellings ?? wereTold };
    requireNamed(session, after, asked.tellings, id);
    refuse((before.choice === null ? waitingProblem : keptProblem)(asked, session.snapshot().analysis, session.today()));
    const { change } = session.change(`Change ${decisionTitle({ ...before, title: after.title })}`, { role, reason }, (writer) => {
      updateDecision(writer, id, terms);
      if (weighed !== undefined) setWeighed(writer, id, weighed);
      if (tellings !== undefined) setTellings(writer, id, tellings);
    });
    return { change, value: null };
  },

  'decision.remove': (session, { role, reason, id }) => {
    const before = requireDecision(session, id);
    const { analysis } = session.snapshot();
    const successor = analysis.decisions.find(({ replacesId }) => replacesId === id);
    if (successor !== undefined) throw new Refusal('conflict', `${decisionTitle(successor)} took its place. Take that one back first.`, { field: 'id' });
    if (movesMoney(session, id, before)) requireBaseWorking(session.snapshot());
    const label = before.choice === null ? `Take ${before.title} off what is to be decided` : `Take back ${decisionTitle(before)}`;
    const { change } = session.change(label, { role, reason }, (writer) => deleteDecision(writer, id));
    return { change, value: null };
  },

  'decision.replace': (session, request) => {
    const { role, reason, id, weighed, tellings } = request;
    const before = requireDecision(session, id);
    if (before.choice === null) throw new Refusal('conflict', `${decisionTitle(before)} has not been decided yet. Make the decision, or change it.`, { field: 'id' });
    const successor = replacedBy(session.snapshot().analysis.decisions, id);
    if (successor !== null) throw new Refusal('conflict', `${decisionTitle(successor)} took its place already. Replace that one.`, { field: 'id' });
    const subject = { title: request.title ?? before.title, decider: request.decider ?? before.decider, needId: before.needId, decideBy: null };
    return addMade(session, { role, reason }, subject, request, { weighed, tellings }, before);
  },

  'decision.tell': (session, { role, reason, id, tellingId, toldOn, how }) => {
    const decision = requireDecision(session, id);
    const telling = decision.tellings.find((each) => each.id === tellingId);
    if (telling === undefined) throw new Refusal('not_found', `Nobody on the list of ${decisionRef(decision.number)} has the number ${tellingId}.`, { field: 'tellingId' });
    refuse(toldProblem({ toldOn, how }, session.today()));
    const label = toldOn === null ? `${telling.role} still to be told of ${decisionTitle(decision)}` : `Tell ${telling.role} of ${decisionTitle(decision)}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateTelling(writer, tellingId, { toldOn, how }));
    return { change, value: null };
  },

  'decision.review': (session, { role, reason, id, reviewedOn, outcome, reviewOn, reviewQuestion }) => {
    const decision = requireDecision(session, id);
    refuse(reviewedProblem(decision, { reviewedOn, reviewOn, reviewQuestion }, session.today()));
    const { change } = session.change(`Review ${decisionTitle(decision)}`, { role, reason: reason ?? outcome }, (writer) => updateDecision(writer, id, {
      reviewedOn, outcome, reviewOn: reviewOn ?? settledOn(decision, reviewedOn), reviewQuestion: reviewQuestion ?? decision.reviewQuestion,
    }));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'decision.add' | 'decision.decide' | 'decision.edit' | 'decision.remove' | 'decision.replace' | 'decision.tell' | 'decision.review'>;

/** The day of the review that settled it: what was looked at before its day is not due any more. */
const settledOn = ({ reviewOn }: Decision, reviewedOn: IsoDate): IsoDate | null => (reviewOn !== null && reviewOn > reviewedOn ? reviewedOn : reviewOn);
