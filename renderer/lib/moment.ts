import { formatDate } from '../../planning/calendar.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';

/** Moments that the application reports (saved, backed up, changed) as people say them, in this computer's zone. */

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false });

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const localDay = (moment: Date): IsoDate =>
  `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;

/** `14:02`. */
export const clockTime = (at: string): string => TIME.format(new Date(at));

/** `today, 14:02`, or `12 Nov 2026, 14:02` for another day. `today` is the application's own. */
export function dayAndTime(at: string, today: IsoDate): string {
  const day = localDay(new Date(at));
  return `${day === today ? 'today' : formatDate(day)}, ${clockTime(at)}`;
}
