import { anyNeedsCover, leavingCover, outOfCover } from '../agreements/cover.ts';
import { decisionsOf } from '../agreements/decisions.ts';
import { agreementTotals, lostSupportOn, noticesDue, turningOver, type NoticeDue } from '../agreements/outlook.ts';
import { DAYS_AHEAD } from '../agreements/terms.ts';
import { addDays, formatLongDate } from '../calendar.ts';
import { planContext } from '../context.ts';
import { formatCount, formatPounds } from '../money.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { itemCount } from '../words.ts';
import { followedBy, say, strong, type Sentence, type SentencePart } from './say.ts';

const count = (quantity: number, one: string, several: string): string => `${formatCount(quantity)} ${quantity === 1 ? one : several}`;

/** `3 contracts want notice by 31 January 2027`, the soonest day where they differ. */
function noticeParts(notices: readonly NoticeDue[], one: string, several: string): (string | SentencePart)[] {
  const [first] = notices;
  const last = notices[notices.length - 1];
  if (first === undefined || last === undefined) return [];
  const wants = notices.length === 1 ? 'wants' : 'want';
  return [
    strong(`${count(notices.length, one, several)} ${wants} notice`), first.by === last.by ? ' by ' : ', the first by ', formatLongDate(first.by),
  ];
}

/** What Warranties and contracts opens with: what wants notice, and what is used without cover. */
export function coverSentence(snapshot: PlanSnapshot, asOf: IsoDate): Sentence {
  const { warranties, contracts } = snapshot;
  if (warranties.length === 0 && contracts.length === 0) return say('No warranty and no contract is recorded yet.');
  const context = planContext(snapshot, { asOf });
  const notices = noticeParts(noticesDue(snapshot, contracts, asOf), 'contract', 'contracts');
  const out = outOfCover(context);
  const cover = !anyNeedsCover(context) ? ['the register has no kit in use yet that cover could be missing for'] : out.quantity === 0
    ? ['everything in use is under cover', out.decided === 0 ? '' : ` or goes on without it by decision (${itemCount(out.decided)})`]
    : [strong(`${itemCount(out.quantity)} in use ${out.quantity === 1 ? 'is' : 'are'} out of cover`)];
  const noNotice = contracts.length === 0 ? [] : [`no contract wants notice before ${formatLongDate(addDays(asOf, DAYS_AHEAD + 1))}`];
  const main = notices.length > 0 ? say(...notices, '; ', ...cover, '.')
    : say(...cover, ...(noNotice.length === 0 ? [] : ['; ', ...noNotice]), '.');
  const soon = leavingCover(context);
  if (soon === 0) return main;
  const more = out.quantity === 0 ? itemCount(soon) : `${formatCount(soon)} more`;
  return followedBy(main, say(`${more} ${soon === 1 ? 'leaves' : 'leave'} cover by ${formatLongDate(addDays(asOf, DAYS_AHEAD))}.`));
}

/** What Software and subscriptions opens with: what it comes to, what wants notice, what else turns over soon, what has lost support. */
export function softwareSentence(snapshot: PlanSnapshot, asOf: IsoDate): Sentence {
  const { software } = snapshot;
  if (software.length === 0) return say('No software is recorded yet.');
  const totals = agreementTotals(snapshot, software, asOf);
  if (totals.count === 0) return say(`${software.length === 1 ? 'The only title' : `All ${formatCount(software.length)} titles`} recorded ${software.length === 1 ? 'has' : 'have'} ended.`);
  const priced = totals.count - totals.unknown;
  const titles = count(totals.count, 'title', 'titles');
  const amount = strong(`${formatPounds(totals.yearlyPence)} a year`);
  const first = priced === 0 ? [`what ${titles} ${totals.count === 1 ? 'comes' : 'come'} to is not known`]
    : totals.unknown === 0 ? [`${titles} ${totals.count === 1 ? 'comes' : 'come'} to `, amount]
      : [`${formatCount(priced)} of ${titles} ${priced === 1 ? 'comes' : 'come'} to `, amount, `; of ${formatCount(totals.unknown)} it is not known`];
  const due = noticesDue(snapshot, software, asOf);
  const notices = noticeParts(due, 'title', 'titles');
  const asked = new Set(due.map(({ agreement }) => agreement.id));
  const turning = turningOver(snapshot, software, asOf).filter(({ id }) => !asked.has(id)).length;
  const soon = `${formatCount(turning)} ${due.length === 0 ? '' : 'more '}${turning === 1 ? 'renews or ends' : 'renew or end'}`;
  const decisions = decisionsOf(snapshot);
  const lost = software.filter((title) => {
    const ended = lostSupportOn(title, asOf);
    return ended !== null && decisions.aboutSupport(title.id, ended) === null;
  }).length;
  return say(
    ...first,
    ...(notices.length === 0 ? [] : ['; ', ...notices]),
    turning === 0 ? '' : `; ${soon} by ${formatLongDate(addDays(asOf, DAYS_AHEAD))}`,
    ...(lost === 0 ? [] : ['; ', strong(`${formatCount(lost)} ${lost === 1 ? 'has' : 'have'} lost support`)]), '.',
  );
}
