import { formatDate, formatLongDate } from '../calendar.ts';
import { personInText } from '../analysis/people-words.ts';
import type { FinancialYear } from '../result.ts';
import type { IsoDate } from '../vocabulary.ts';
import { DOCUMENT_FACTS, type DocumentKind } from './kinds.ts';

/** What is known of a document that was sent, beside its words. */
export type SentFacts = { readonly number: number; readonly sentOn: IsoDate; readonly sentBy: string; readonly sentTo: string };

/** `Version 3, sent on 4 November 2026 by the business manager to the Finance committee`. */
export const sentWords = ({ number, sentOn, sentBy, sentTo }: SentFacts): string =>
  `Version ${number}, sent on ${formatLongDate(sentOn)} by ${personInText({ role: sentBy, departmentId: null }, [])} to ${sentTo}`;

/** `Draft 3`; `Sent 4 Nov 2026` where nothing of it has changed since. */
export const stateWords = (number: number, same: Pick<SentFacts, 'sentOn'> | null): string =>
  (same === null ? `Draft ${number}` : `Sent ${formatDate(same.sentOn)}`);

/** What a kind is called in a list: the strategy by the years it is for. */
export const listedTitle = (kind: DocumentKind, years: readonly FinancialYear[]): string => {
  const [first] = years;
  const last = years.at(-1);
  return kind !== 'strategy' || first === undefined || last === undefined ? DOCUMENT_FACTS[kind].name : `${DOCUMENT_FACTS[kind].name} ${first.start.slice(0, 4)} to ${last.end.slice(0, 4)}`;
};
