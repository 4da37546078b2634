import { formatLongDate } from '../../calendar.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { foldedName, reasonWords, startLower } from '../../words.ts';
import type { Role } from '../development-facts.ts';
import type { Need } from '../need-facts.ts';
import type { MadeDecision } from './log.ts';

/** One thing that a reply says, under its heading. */
export type ReplyPart = { readonly heading: string; readonly text: string };

/** A letter to one role about one decision: what they asked for or what it means for them, and nothing that they need not know. */
export type Reply = { readonly to: Role; readonly subject: string; readonly parts: readonly ReplyPart[] };

/** Whom a reply can be written to: whoever asked first, then those who are to be told, each once. */
export function repliesTo(snapshot: Pick<PlanSnapshot, 'analysis'>, decision: MadeDecision): readonly Role[] {
  const asker = needOf(snapshot, decision)?.askedByRole;
  const roles = [...asker === undefined ? [] : [asker], ...decision.tellings.map(({ role }) => role)];
  return roles.filter((role, at) => roles.findIndex((each) => foldedName(each) === foldedName(role)) === at);
}

const needOf = ({ analysis }: Pick<PlanSnapshot, 'analysis'>, { needId }: MadeDecision): Need | undefined => analysis.needs.find(({ id }) => id === needId);
const sentence = (text: string): string => `${reasonWords(text)}.`;

/**
 * The reply to one role. Whoever asked reads what they asked for, why it was decided so, on which conditions and what they can
 * do meanwhile; anybody else reads what was decided and what of it is meant for them. Where it answers no need, nobody else is
 * told why, so everybody is. Kitplan adds sums of money to neither.
 */
export function replyTo(snapshot: PlanSnapshot, decision: MadeDecision, to: Role): Reply {
  const need = needOf(snapshot, decision);
  const asked = need !== undefined && foldedName(need.askedByRole) === foldedName(to);
  const meant = decision.tellings.find(({ role }) => foldedName(role) === foldedName(to))?.what ?? null;
  const parts: readonly (ReplyPart | null)[] = [
    asked ? { heading: 'What you asked for', text: sentence(need.statement) } : null,
    { heading: 'What was decided', text: decidedWords(snapshot, decision) },
    (asked || need === undefined) && decision.because !== null ? { heading: 'Because', text: sentence(decision.because) } : null,
    asked && decision.conditions !== null ? { heading: 'On condition', text: sentence(decision.conditions) } : null,
    meant === null ? null : { heading: 'What it means for you', text: sentence(meant) },
    asked ? meanwhile(decision) : null,
    decision.reviewOn === null ? null : { heading: 'When it is looked at again', text: reviewWords(decision) },
    { heading: 'Who decided', text: `${decision.decider}, on ${formatLongDate(decision.decidedOn)}.` },
  ];
  return { to, subject: need?.name ?? decision.title, parts: parts.filter((part) => part !== null) };
}

/** What was decided, in a sentence to those it concerns. */
export function decidedWords({ analysis }: Pick<PlanSnapshot, 'analysis'>, { title, needId, choice, optionId, mergedIntoNeedId, pilotUntil, pilotMeasure, weighed }: MadeDecision): string {
  const need = analysis.needs.find(({ id }) => id === needId);
  const chosen = need?.options.find(({ id }) => id === optionId)?.name ?? weighed.find((option) => option.chosen)?.name ?? null;
  const subject = need?.name ?? title;
  const what = chosen === null ? sentence(title) : `${subject}: ${sentence(startLower(chosen))}`;
  switch (choice) {
    case 'approve': return `It goes ahead. ${what}`;
    case 'approve_pilot': return `It is tried out until ${pilotUntil === null ? 'a day to be set' : formatLongDate(pilotUntil)}. ${what}${pilotMeasure === null ? '' : ` It has worked if: ${sentence(startLower(pilotMeasure))}`}`;
    case 'defer': return `Not now: it is put off. ${sentence(subject)}`;
    case 'merge': return `It becomes part of another need, ${analysis.needs.find(({ id }) => id === mergedIntoNeedId)?.name ?? 'which has been removed since'}.`;
    case 'decline': return `It is not agreed. ${sentence(subject)}`;
    case 'withdraw': return `It was taken back. ${sentence(subject)}`;
  }
}

function meanwhile({ choice, workaround }: MadeDecision): ReplyPart | null {
  if (workaround !== null) return { heading: 'What you can do meanwhile', text: sentence(workaround) };
  return choice === 'decline' || choice === 'defer' ? { heading: 'What you can do meanwhile', text: 'Nobody has found a way round it yet. If you know of one, say so.' } : null;
}

const reviewWords = ({ reviewOn, reviewQuestion }: MadeDecision): string =>
  `On ${formatLongDate(reviewOn ?? '')}${reviewQuestion === null ? '.' : `: ${startLower(reviewQuestion)}${/[.?]$/u.test(reviewQuestion) ? '' : '.'}`}`;
