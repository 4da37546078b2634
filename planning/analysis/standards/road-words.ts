import { formatDate, formatLongDate } from '../../calendar.ts';
import { formatCount, formatPounds } from '../../money.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { listOf, startLower, startUpper } from '../../words.ts';
import { needTitle } from '../needs/refs.ts';
import { NEED_STATE_WORDS } from '../needs/need-state.ts';
import { STANDARD_STATUS_WORDS } from '../vocabulary.ts';
import type { Answered } from './answers.ts';
import { isAgreedKind, isOpenKind, type LinkedNeed } from './linked-needs.ts';
import type { Road, RoadRow } from './road.ts';

/** What the answer rests on, in a sentence or two: the register's own counts, or what a person says, and where they differ. */
export function answerWords({ requirement, register, by, overruled }: Answered): string {
  const said = requirement.evidence ?? '';
  if (by === 'person') {
    const own = said === '' ? `A person says so: ${startLower(STANDARD_STATUS_WORDS[requirement.status ?? 'na'])}. No evidence is given.` : said;
    return overruled ? `${own.replace(/[.\s]+$/u, '')}. The register says otherwise: ${register?.sentence ?? ''}` : own;
  }
  return register?.sentence ?? 'A person answers this: the register cannot.';
}

/** "Late, 14 Nov 2026", "12 Dec 2026"; null where no review is set. */
export const reviewWords = ({ requirement: { nextReview }, late }: Answered): string | null =>
  (nextReview === null ? null : late ? `Late, ${formatDate(nextReview)}` : formatDate(nextReview));

/** "N-02 Core switches, agreed". */
export const needWords = ({ need, state }: LinkedNeed): string => `${needTitle(need)}, ${startLower(NEED_STATE_WORDS[state.kind])}`;

/** What closes a gap, when, and what it costs; or what is still missing for that. */
export function closingWords(row: RoadRow, years: Road['years']): string {
  const { closesIn, closedBy, needs, refresh, opensIn } = row;
  const again = opensIn === null ? '' : ` It opens again in ${years[opensIn]?.label ?? ''}: ${row.opensBecause ?? 'support ends'}`;
  if (closesIn !== null) {
    const rest = row.byYear[closesIn] === 'unknown' ? ' A person then answers what a register cannot.' : '';
    return `By the end of ${years[closesIn]?.label ?? ''}, ${closedBy === 'need' ? `by ${listOf(needs.filter(({ closes }) => closes !== null).map(({ need }) => needTitle(need)))}` : refreshWords(row)}.${rest}${again}`;
  }
  if (row.inLists && needs.length === 0) return 'Filling in the lists closes it: that takes time, and no money.';
  const agreed = needs.filter(({ state }) => isAgreedKind(state));
  const open = needs.filter(({ state }) => isOpenKind(state));
  if (agreed.length > 0) return `${listOf(agreed.map(needWords))}, which does not close it in the plan’s years.`;
  if (open.length > 0) return `Would be closed by ${listOf(open.map(needWords))}.`;
  if (refresh !== null) return `The plan replaces ${formatCount(refresh.items)} of what does not meet it; that does not close it.`;
  return 'Nothing is planned or asked for yet.';
}

function refreshWords({ refresh }: RoadRow): string {
  if (refresh === null) return 'as the plan stands';
  const price = refresh.unpriced > 0 ? `${formatPounds(refresh.pence)}, ${formatCount(refresh.unpriced)} without a price` : formatPounds(refresh.pence);
  return `by the planned replacement of ${formatCount(refresh.items)} (${price}, in the plan already)`;
}

const COUNTED_AS = 'Kit that the plan replaces is counted as bought to the standard, and kit that can move to a newer system as moved.';

/** How the deadline is read and what is taken for granted, once beside the figures. */
export function roadNote({ deadline, beyond }: Pick<Road, 'deadline' | 'beyond'>): string {
  const read = (day: IsoDate): string => `“By ${Number(day.slice(0, 4)) + 1}” is read strictly: on ${formatLongDate(day)} each requirement is to be met.`;
  if (deadline !== null) return `${read(deadline.day)} ${COUNTED_AS}`;
  return beyond === null ? COUNTED_AS : `${read(beyond)} The plan’s years end before that day. ${COUNTED_AS}`;
}

/** "Too late for 2030", "Already required": what is to be said of a gap beside what closes it; null where there is nothing. */
export function urgencyWords({ answered, deadline, closesIn, inTime }: RoadRow): string | null {
  const { target } = answered.requirement;
  if (deadline === null) return target === null ? null : startUpper(target);
  return closesIn !== null && !inTime ? `Too late for ${Number(deadline.slice(0, 4)) + 1}` : null;
}
