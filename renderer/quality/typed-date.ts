import { firstOfYear } from '../../planning/quality/evidence.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { readBoughtIn, readDate } from '../lib/field-text.ts';

export type TypedDate = { readonly ok: true; readonly date: IsoDate } | { readonly ok: false; readonly message: string };

const ABOUT = /^(?:about|around|approx\.?|approximately|circa|c\.?|roughly|~)\s*/i;
/** `September 2021`, `Sep 2021`, `Sept. 21`. */
const MONTH = /^\p{L}+\.?[ ,/-]+(?:\d{4}|\d{2})$/u;

/**
 * Reads when kit was bought as people know it: "about September 2021", "2021", "2021/22", "2021-09" or a day. A month
 * is its first day, a year or a school year 1 September of its (first) year.
 */
export function readTypedDate(text: string): TypedDate {
  const typed = text.trim().replace(ABOUT, '');
  if (typed === '') return { ok: false, message: 'Write a year, a month or a day: 2021, September 2021 or 14 September 2021.' };
  if (MONTH.test(typed)) {
    const month = readDate(`1 ${typed.replace('.', '')}`);
    return month.ok && month.value !== null ? { ok: true, date: month.value }
      : { ok: false, message: `“${typed}” cannot be read as a month. Write it like September 2021.` };
  }
  const reading = readBoughtIn(typed);
  if (!reading.ok) return { ok: false, message: reading.message };
  const value = reading.value ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { ok: true, date: value };
  return { ok: true, date: /^\d{4}-\d{2}$/.test(value) ? `${value}-01` : firstOfYear(Number(value.slice(0, 4))) };
}
