import { decided, type MadeDecision } from '../../analysis/decisions/log.ts';
import { repliesTo, replyTo, type Reply } from '../../analysis/decisions/reply.ts';
import { isReplaced } from '../../analysis/decisions/rules.ts';
import type { Decision } from '../../analysis/facts.ts';
import { decisionRef } from '../../analysis/needs/refs.ts';
import { formatLongDate } from '../../calendar.ts';
import { reasonWords, startLower } from '../../words.ts';
import type { Draft, DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, lead, paragraph, words } from '../model.ts';

/**
 * The reply to a request: what was decided, why, and when it is looked at again. Whoever asked first; a letter to each of the
 * others who are to be told can be put in. Of the decision that is named, else of the newest that was made.
 */
export function composeReply(facts: DocumentFacts): Draft {
  const { plan: { analysis }, decisionId } = facts;
  const decision = decisionId === null ? decided(analysis)[0] : analysis.decisions.find(({ id }) => id === decisionId);
  if (decision === undefined) return notYet('Nothing has been decided yet, so there is nothing to reply to.');
  const made = decided(analysis).find(({ id }) => id === decision.id);
  return made === undefined ? waitingReply(decision) : madeReply(facts, made);
}

const notYet = (text: string): Draft => ({
  layout: 'paper', title: 'Reply to a request', opening: words(text), numbered: false, sections: [{ key: 'reply', title: 'No decision yet', blocks: [paragraph('Once it is decided, this letter says what was decided, why, and when it is looked at again.')] }],
});

function waitingReply({ title, decider, decideBy }: Decision): Draft {
  const by = decideBy === null ? 'No day has been set for it.' : `The day for it is ${formatLongDate(decideBy)}.`;
  return notYet(`“${reasonWords(title)}” has not been decided yet. The ${startLower(decider.replace(/^the /iu, ''))} decides. ${by}`);
}

function madeReply({ plan }: DocumentFacts, decision: MadeDecision): Draft {
  const [first, ...others] = repliesTo(plan, decision);
  // Where nobody asked and nobody is to be told, what was decided is written to whoever decided it.
  const main = replyTo(plan, decision, first ?? decision.decider);
  const replaced = isReplaced(plan.analysis.decisions, decision.id) ? ' Another decision has taken its place since.' : '';
  return {
    layout: 'paper', title: `Reply: ${main.subject}`, numbered: false,
    opening: words(`${decisionRef(decision.number)}, decided on ${formatLongDate(decision.decidedOn)}.${replaced}`),
    sections: [letter('reply', main), ...others.map((role, at) => ({ ...letter(`also_${at + 1}`, replyTo(plan, decision, role)), optional: true }))],
  };
}

const letter = (key: string, { to, parts }: Reply): DraftSection => ({
  key, title: `To the ${startLower(to.replace(/^the /iu, ''))}`, blocks: parts.flatMap(({ heading: title, text }, at) => [heading(title), at === 0 ? lead(text) : paragraph(text)]),
});
