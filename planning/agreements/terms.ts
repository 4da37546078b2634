import { addDays, addMonths, formatLongDate, monthOf } from '../calendar.ts';
import { known } from '../refresh/due.ts';
import type { IsoDate } from '../vocabulary.ts';
import type { Agreement } from './agreement.ts';

/** How far ahead a person is told of what ends: a quarter, as long as most notice periods. */
export const DAYS_AHEAD = 90;

type Terms = Pick<Agreement, 'start' | 'end' | 'autoRenews' | 'noticeDays' | 'period' | 'periodYears'>;

/** What goes on by itself does so for a year at a time, or for as long as one payment of several years lasts. */
const renewalMonths = ({ period, periodYears }: Terms): number => (period === 'every_n_years' ? 12 * (periodYears ?? 1) : 12);

/**
 * The end of the term that the as-at date lies in; the first one where it has not begun, the last one where it
 * is over. Terms are counted from the first end, never step by step, so that 29 February comes back.
 */
export function termEnd(agreement: Terms, asOf: IsoDate): IsoDate | null {
  const end = known(agreement.end);
  if (end === null || !agreement.autoRenews || end >= asOf) return end;
  const months = renewalMonths(agreement);
  const terms = Math.max(1, Math.floor((monthOf(asOf) - monthOf(end)) / months));
  const next = addMonths(end, terms * months);
  return next >= asOf ? next : addMonths(end, (terms + 1) * months);
}

/** The last day on which notice can be given for the term that the as-at date lies in; null where none is agreed. */
export function noticeBy(agreement: Terms, asOf: IsoDate): IsoDate | null {
  const end = termEnd(agreement, asOf);
  return end === null || agreement.noticeDays === null ? null : addDays(end, -agreement.noticeDays);
}

/** The day it renews by itself; null for what ends, or has no end. */
export function renewsOn(agreement: Terms, asOf: IsoDate): IsoDate | null {
  const end = agreement.autoRenews ? termEnd(agreement, asOf) : null;
  return end === null ? null : addDays(end, 1);
}

/** How an agreement stands on a day. `date` is the day that matters next, or that is over; null where there is none. */
export type AgreementState = {
  readonly kind: 'bought_once' | 'not_started' | 'without_end' | 'ended' | 'notice_due' | 'renews' | 'runs';
  readonly date: IsoDate | null;
  readonly text: string;
};

/** How an agreement stands, in words. Notice counts as due in the `daysAhead` days before its last day. */
export function agreementState(agreement: Terms, asOf: IsoDate, daysAhead = DAYS_AHEAD): AgreementState {
  const start = known(agreement.start);
  const end = termEnd(agreement, asOf);
  if (start !== null && start > asOf) return { kind: 'not_started', date: start, text: `Starts on ${formatLongDate(start)}` };
  if (end === null) return withoutEnd(agreement, start);
  if (end < asOf) return { kind: 'ended', date: end, text: `Ended on ${formatLongDate(end)}` };
  const renewal = renewsOn(agreement, asOf);
  const notice = noticeBy(agreement, asOf);
  if (notice !== null && notice >= asOf && notice <= addDays(asOf, daysAhead)) {
    const otherwise = renewal === null ? `it ends on ${formatLongDate(end)}` : `else it renews on ${formatLongDate(renewal)}`;
    return { kind: 'notice_due', date: notice, text: `Notice by ${formatLongDate(notice)}; ${otherwise}` };
  }
  const tooLate = notice !== null && notice < asOf ? `; notice was wanted by ${formatLongDate(notice)}` : '';
  if (renewal !== null) return { kind: 'renews', date: renewal, text: `Renews on ${formatLongDate(renewal)}${tooLate}` };
  return { kind: 'runs', date: end, text: `Ends on ${formatLongDate(end)}${tooLate}` };
}

function withoutEnd({ period }: Terms, start: IsoDate | null): AgreementState {
  if (period !== 'once') return { kind: 'without_end', date: null, text: 'Goes on without an end' };
  return { kind: 'bought_once', date: start, text: start === null ? 'Bought once' : `Bought once, on ${formatLongDate(start)}` };
}
