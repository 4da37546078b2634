import { formatLongDate } from '../calendar.ts';
import { FUND_EXCLUSION_WORDS, type LeftOver } from '../vocabulary.ts';
import { listOf } from '../words.ts';
import type { Fund } from './fund.ts';

export const LEFT_OVER_WORDS: Readonly<Record<LeftOver, string>> = { kept: 'kept', same_use: 'kept for the same use', returned: 'returned' };

/** What a fund may pay for, in a table: "capital only, no software or training". */
export function mayPayFor({ paysFor, excludes, condition }: Pick<Fund, 'paysFor' | 'excludes' | 'condition'>): string {
  const not = excludes.map((what) => FUND_EXCLUSION_WORDS[what]);
  const main = paysFor === 'anything' ? condition ?? 'anything' : `${paysFor} only${condition === null ? '' : `, ${condition}`}`;
  return not.length === 0 ? main : `${main}, no ${listOf(not).replace(/ and ([^,]*)$/, ' or $1')}`;
}

/** Until when it pays, in a table: a day, its allocation, or whichever comes first; empty where neither. */
export function limitsOf({ endsOn, stopsAtAllocation }: Pick<Fund, 'endsOn' | 'stopsAtAllocation'>): string {
  return [...(endsOn === null ? [] : [formatLongDate(endsOn)]), ...(stopsAtAllocation ? ['its allocation'] : [])].join(' or ');
}

/** What becomes of the rest, in a table. */
export const leftAtTheEnd = ({ leftOver, leftOverNote }: Pick<Fund, 'leftOver' | 'leftOverNote'>): string => leftOverNote ?? LEFT_OVER_WORDS[leftOver];
