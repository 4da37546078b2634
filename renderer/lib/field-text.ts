import { isIsoDate } from '../../planning/calendar.ts';
import { MOST_UNIT_PENCE, poundsToPence } from '../../planning/money.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';

/** What a person typed, read; or the sentence that stands at the field when it cannot be. Empty is null. */
export type FieldReading<Value> =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly message: string };

const empty = { ok: true, value: null } as const;
const cannot = (message: string) => ({ ok: false, message } as const);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthNumber = (word: string): number => {
  const at = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'][at];
  return full?.startsWith(word.toLowerCase()) || word.toLowerCase() === 'sept' ? at + 1 : 0;
};

/** Two-digit years 00 to 69 are 20xx. */
const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900));

/** Day, month and year as the United Kingdom writes them, or year first. */
const dateParts = (text: string): readonly [year: number, month: number, day: number] | null => {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (numbers) return [fullYear(numbers[3] ?? ''), Number(numbers[2]), Number(numbers[1])];
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+(\p{L}+)\.?,?[-/. ]+(\d{4}|\d{2})$/iu.exec(text);
  if (words) return [fullYear(words[3] ?? ''), monthNumber(words[2] ?? ''), Number(words[1])];
  return null;
};

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** Reads a day: 12 December 2023, 12 Dec 23, 12/12/2023, 2023-12-12. Days are those of 1980 to 2100. */
export const readDate = (text: string): FieldReading<IsoDate> => {
  const typed = text.trim();
  if (typed === '') return empty;
  const parts = dateParts(typed);
  if (!parts) return cannot(`“${typed}” cannot be read as a date. Write it like 12 December 2023 or 12/12/2023.`);
  const [year, month, day] = parts;
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (!isIsoDate(date)) return cannot(`“${typed}” is not a day in the calendar. Write it like 12 December 2023 or 12/12/2023.`);
  if (year < 1980 || year > 2100) return cannot(`${year} lies outside the years that a plan holds: 1980 to 2100.`);
  return { ok: true, value: date };
};

/** Reads pounds, net, to pence: 398, £398.50, 1,200. From £0 to £10 million, at most two decimals. */
export const readPounds = (text: string): FieldReading<Pence> => {
  const typed = text.trim();
  if (typed === '') return empty;
  const digits = typed.replace(/^£\s*/, '').replace(/(\d),(?=\d{3}(\D|$))/g, '$1');
  if (/^[-−]\s*£?\s*[\d.,]+$/.test(typed)) return cannot('An amount cannot be less than £0.');
  if (!/^\d+(\.\d{1,2})?$/.test(digits)) return cannot(`“${typed}” cannot be read as an amount. Write it like 398 or 398.50.`);
  // Measured before it is turned to pence, which takes no more than ten million million.
  if (digits.length > 12 || poundsToPence(Number(digits)) > MOST_UNIT_PENCE) return cannot('An amount can be at most £10 million.');
  return { ok: true, value: poundsToPence(Number(digits)) };
};

/** Reads how many there are: whole items, 1 to 1,000,000. */
export const readCount = (text: string): FieldReading<number> => {
  const typed = text.trim();
  const digits = typed.replace(/(\d),(?=\d{3}(\D|$))/g, '$1');
  if (!/^\d{1,9}$/.test(digits)) return cannot(typed === '' ? 'How many are there? Write a number like 30.' : `“${typed}” cannot be read as a number of items. Write it like 30.`);
  const count = Number(digits);
  return count >= 1 && count <= 1_000_000 ? { ok: true, value: count } : cannot('A quantity is from 1 to 1,000,000.');
};

/** Reads when kit was bought as people know it: a day, a month (2023-09), a year (2023) or a school year (2023/24). */
export const readBoughtIn = (text: string): FieldReading<string> => {
  const typed = text.trim();
  const year = /^(\d{4})(\/\d{2}|-\d{2})?$/.exec(typed);
  if (!year) return readDate(text);
  const [, first = '', rest = ''] = year;
  if (Number(first) < 1980 || Number(first) > 2100) return cannot(`${first} lies outside the years that a plan holds: 1980 to 2100.`);
  if (rest.startsWith('/') && Number(rest.slice(1)) !== (Number(first) + 1) % 100) return cannot(`“${typed}” is not a school year. Write it like 2023/24.`);
  if (rest.startsWith('-') && (Number(rest.slice(1)) < 1 || Number(rest.slice(1)) > 12)) return cannot(`“${typed}” is not a month. Write it like 2023-09.`);
  return { ok: true, value: typed };
};
