import { formatLongDate } from '../../calendar.ts';
import { formatPounds } from '../../money.ts';
import { inWords, listOf, startLower, startUpper } from '../../words.ts';
import { personInText } from '../people-words.ts';
import { decisionRef, needTitle, objectiveTitle } from '../needs/refs.ts';
import { NEED_STATE_WORDS } from '../needs/need-state.ts';
import type { Annex, AnnexMoney, AnnexNeed, AnnexObjective } from './annex.ts';

/** What the annex says, in sentences that hold on screen, on paper and in the files alike. */

/** A sentence that somebody wrote, with one full stop at its end. */
export const whole = (text: string): string => `${text.trim().replace(/[.\s]+$/u, '')}.`;

/** "Agreed on 12 November 2026 by the leadership team (D-27): option B.", "Waiting for a decision by 4 December 2026 (D-31)." */
export function decidedWords({ state, decision, waiting, option }: AnnexNeed): string {
  if (state === 'waiting' && waiting !== null) {
    return `${NEED_STATE_WORDS.waiting}${waiting.decideBy === null ? '' : ` by ${formatLongDate(waiting.decideBy)}`} (${decisionRef(waiting.number)}).`;
  }
  if (decision === null) return `${NEED_STATE_WORDS[state]}.`;
  const on = decision.decidedOn === null ? '' : ` on ${formatLongDate(decision.decidedOn)}`;
  const what = state === 'agreed' || state === 'pilot' ? `: ${option === null ? 'without an option' : startLower(option.name)}` : decision.because === null ? '' : `: ${startLower(decision.because.replace(/[.\s]+$/u, ''))}`;
  return `${NEED_STATE_WORDS[state]}${on} by ${personInText({ role: decision.decider, departmentId: null }, [])} (${decisionRef(decision.number)})${what}.`;
}

/** What is at stake for an objective with one need, in sentences: why it is not safe and what follows. Empty where it is. */
export function riskWords({ need, standing, state, unpaid, decision }: AnnexNeed): readonly string[] {
  if (standing === 'agreed') return unpaid.length === 0 ? [] : [...unpaid, `If it is not paid for: ${startLower(whole(need.impact))}`];
  if (standing === 'gone' && state !== 'declined') return [];
  const workaround = decision?.workaround ?? null;
  return [`If it is not met: ${startLower(whole(need.impact))}`, ...(state === 'new' || workaround === null ? [] : [`Offered instead: ${startLower(whole(workaround))}`])];
}

/** "Met on 3 July 2026.", "No ICT needed, said the attendance lead on 12 November 2026.", "2 needs agreed, one not decided." */
export function stateWords({ objective, needs }: AnnexObjective): string {
  const closed = objective.state === 'met' ? `Met${objective.closedOn === null ? '' : ` on ${formatLongDate(objective.closedOn)}`}. ` : '';
  if (needs.length === 0) return `${closed}${noIctWords(objective) ?? 'No need has been written down for it yet.'}`;
  const count = (wanted: (need: AnnexNeed) => boolean): number => needs.filter(wanted).length;
  const unpaid = count(({ unpaid: why }) => why.length > 0);
  const parts = ([
    [count(({ standing }) => standing === 'agreed') - unpaid, 'agreed'], [unpaid, 'agreed and not paid for in full'], [count(({ state }) => state === 'new' || state === 'waiting'), 'not decided'],
    [count(({ state }) => state === 'deferred'), 'deferred'], [count(({ state }) => state === 'declined'), 'declined'], [count(({ state }) => state === 'merged' || state === 'withdrawn'), 'merged or withdrawn'],
  ] as const).filter(([number]) => number > 0);
  return `${closed}${parts.map(([number, what], at) => `${at === 0 ? `${startUpper(inWords(number))} ${number === 1 ? 'need' : 'needs'}` : inWords(number)} ${what}`).join(', ')}.`;
}

/** Who said that an objective needs no ICT, and when; null where nobody did. */
const noIctWords = ({ noIctBy, noIctOn }: AnnexObjective['objective']): string | null =>
  (noIctOn === null ? null : `No ICT needed, said by ${noIctBy ?? 'somebody'} on ${formatLongDate(noIctOn)}.`);

/** "£9,360 new in the ICT plan, £2,000 planned anyway, £480 from another budget"; null where it is all of one kind and nothing. */
export function moneyWords({ totalPence, addsPence, inPlanPence, elsewherePence }: AnnexMoney): string | null {
  if (totalPence === 0) return null;
  const parts = ([[addsPence, 'new in the ICT plan'], [inPlanPence, 'planned anyway'], [elsewherePence, 'from another budget']] as const).filter(([pence]) => pence > 0);
  return parts.map(([pence, what]) => `${formatPounds(pence)} ${what}`).join(', ');
}

/** What is to be known of the figures: needs that stand twice, costs without a price, objectives left out. */
export function annexNotes({ shared, needs, objectives, dropped }: Annex): readonly string[] {
  const unpriced = needs.filter((need) => need.unpriced.length > 0);
  const open = needs.filter(({ standing, option }) => standing !== 'gone' && option === null);
  return [
    ...shared.map((each) => {
      const under = objectives.filter(({ needs: listed }) => listed.some(({ need }) => need.id === each.need.id)).map(({ objective }) => objectiveTitle(objective));
      return `${needTitle(each.need)} serves ${listOf(under)}: it is shown under ${under.length === 2 ? 'both' : 'each'} and counted once in the total.`;
    }),
    ...unpriced.map((each) => `${needTitle(each.need)}: ${listOf(each.unpriced)} ${each.unpriced.length === 1 ? 'has' : 'have'} no price and ${each.unpriced.length === 1 ? 'is' : 'are'} in no figure here.`),
    ...(open.length === 0 ? [] : [`${listOf(open.map(({ need }) => needTitle(need)))} ${open.length === 1 ? 'has' : 'have'} no option that counts yet, so it is not known what ${open.length === 1 ? 'it costs' : 'they cost'}.`]),
    ...(dropped === 0 ? [] : [`${startUpper(inWords(dropped))} ${dropped === 1 ? 'objective was' : 'objectives were'} dropped and ${dropped === 1 ? 'is' : 'are'} not in this annex.`]),
  ];
}

export type SaidPart = { readonly text: string; readonly strong?: boolean };

/** The sentence that opens the annex. */
export function annexSentence(annex: Annex): readonly SaidPart[] {
  const { plan, objectives, agreed, asked, years } = annex;
  if (plan === null) return [{ text: 'There is no development plan yet, so there is nothing for ICT to answer to.' }];
  if (objectives.length === 0) return [{ text: `${plan.name} has no objectives yet, so there is nothing for ICT to answer to.` }];
  const served = objectives.filter(({ needs }) => needs.some(({ standing }) => standing !== 'gone'));
  const at = objectives.filter(({ needs }) => needs.some((need) => riskWords(need).length > 0));
  const span = years.length === 0 ? '' : ` from ${years[0]?.label ?? ''} to ${years.at(-1)?.label ?? ''}`;
  return [
    { text: `ICT serves ${ofAll(served.length, objectives.length)}`, strong: true },
    { text: served.length === 0 ? '. ' : `: ${costWords(agreed, asked)}${span}. ` },
    ...(at.length === 0 ? [] : [{ text: `${startUpper(inWords(at.length))} ${at.length === 1 ? 'is' : 'are'} at risk while money is not agreed or not found`, strong: true }, { text: '. ' }]),
    { text: restWords(objectives, served.length) },
  ];
}

const ofAll = (count: number, all: number): string =>
  (all === 1 ? (count === 1 ? 'the one objective of the development plan' : 'no objective of the development plan')
    : `${count === all ? `all ${inWords(all)}` : count === 0 ? 'none of the' : `${inWords(count)} of the`}${count === all ? '' : ` ${inWords(all)}`} objectives of the development plan`);

const costWords = (agreed: AnnexMoney, asked: AnnexMoney): string =>
  [agreed.totalPence === 0 ? 'nothing agreed yet' : `${formatPounds(agreed.totalPence)} agreed`, ...(asked.totalPence === 0 ? [] : [`${formatPounds(asked.totalPence)} asked for`])].join(' and ');

function restWords(objectives: readonly AnnexObjective[], served: number): string {
  const none = objectives.filter(({ objective, needs }) => needs.length === 0 && objective.noIctOn !== null).length;
  const left = objectives.length - served - none;
  const parts = [
    ...(none === 0 ? [] : [`${inWords(none)} ${none === 1 ? 'needs' : 'need'} no ICT`]),
    ...(left === 0 ? [] : [`${inWords(left)} ${left === 1 ? 'has' : 'have'} no open need written down`]),
  ];
  return parts.length === 0 ? '' : `${startUpper(listOf(parts))}.`;
}
