import type { DecisionChoice } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';

/** What came of it, where a choice says what is to be done. */
export const OUTCOME_WORDS: Readonly<Record<DecisionChoice, string>> = {
  approve: 'approved', approve_pilot: 'approved as a pilot', defer: 'deferred', merge: 'merged', decline: 'declined', withdraw: 'withdrawn',
};

/** `27 Nov`; with its year, `18 Sep 25`, where that is another than that of the as-at date. */
export const dayShort = (date: IsoDate, asOf: IsoDate): string => (date.slice(0, 4) === asOf.slice(0, 4) ? formatDate(date).slice(0, -5) : dayOfLog(date));

/** `18 Sep 26`: as a long log writes its days. */
export const dayOfLog = (date: IsoDate): string => formatDate(date).replace(/\d\d(\d\d)$/u, '$1');

/** `Jan 27`. */
export const monthOfLog = (date: IsoDate): string => dayOfLog(date).replace(/^\d+ /u, '');
