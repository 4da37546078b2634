import { priceDayProblem } from '../../planning/policies/check.ts';
import type { ActionTerms } from '../../planning/scenarios/action.ts';
import type { IsoDate, PlannedActionKind, UserGroup } from '../../planning/vocabulary.ts';
import { readDate, readPounds } from '../lib/field-text.ts';

/** The fields of a decision about kit, as typed. */
export type TypedAction = {
  readonly action: PlannedActionKind;
  readonly years: string;
  readonly yearly: string;
  readonly priceDate: string;
  readonly next: UserGroup | null;
  readonly months: string;
  readonly reason: string;
};

type Problems = Partial<Readonly<Record<'years' | 'yearly' | 'priceDate' | 'months', string>>>;
export type ReadAction = { readonly terms: ActionTerms | null; readonly problems: Problems };

const MOST_YEARS = 10;
const MOST_MONTHS = 600;
const NONE: Omit<ActionTerms, 'action'> = { years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null };

const wholeNumber = (text: string, most: number): number | null => {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
};

/** Reads what the action has fields for; the terms are null while one of them cannot be read. A price is of `today` or earlier. */
export function readAction({ action, years: yearsText, yearly, priceDate, next, months: monthsText }: TypedAction, today: IsoDate): ReadAction {
  if (action === 'pass_down') {
    const months = wholeNumber(monthsText, MOST_MONTHS);
    if (months === null) return { terms: null, problems: { months: `Write whole months, 1 to ${MOST_MONTHS}.` } };
    return { terms: { action, ...NONE, nextUserGroup: next, nextMonths: months }, problems: {} };
  }
  if (action !== 'extend_cover' && action !== 'extend_support') return { terms: { action, ...NONE }, problems: {} };
  const years = wholeNumber(yearsText, MOST_YEARS);
  const [cost, day] = [readPounds(yearly), readDate(priceDate)];
  const dayProblem = day.ok ? priceDayProblem(day.value, today) : day.message;
  const problems: Problems = {
    ...(years === null ? { years: `Write whole years, 1 to ${MOST_YEARS}.` } : {}),
    ...(cost.ok ? {} : { yearly: cost.message }), ...(dayProblem === null ? {} : { priceDate: dayProblem }),
  };
  if (years === null || !cost.ok || !day.ok || dayProblem !== null) return { terms: null, problems };
  return { terms: { action, ...NONE, years, yearlyPence: cost.value, priceDate: day.value }, problems };
}
