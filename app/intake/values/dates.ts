import type { IsoDate } from '../../../planning/vocabulary.ts';
import type { RawCell } from '../raw-table.ts';
import { cellText, isPlaceholder, LONGEST_VALUE } from './cell-text.ts';

/** What one cell may mean as a date, before the column has decided. */
export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly date: IsoDate }
  /** Day and month in figures: either order, null where an order gives no day of the calendar. */
  | {
    readonly kind: 'figures'; readonly dayFirst: IsoDate | null; readonly monthFirst: IsoDate | null; readonly shortYear: boolean;
    /** `21-04-03` as 3 April 2021, where a person says so; no column is told to be so by itself. */
    readonly yearFirst: IsoDate | null;
  }
  | { readonly kind: 'month'; readonly date: IsoDate }
  /** A year or a school year. */
  | { readonly kind: 'year'; readonly date: IsoDate }
  /** `2010-11`: November 2010, or the school year that starts in 2010. */
  | { readonly kind: 'month_or_school_year'; readonly month: IsoDate; readonly schoolYear: IsoDate }
  | { readonly kind: 'serial'; readonly days: number }
  | { readonly kind: 'unreadable' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORDS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
];
/** Excel day numbers are believed only between October 1954 and April 2064. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 60_000;
/** Midnight of 1 January 2000, in milliseconds: longer numbers are moments, as device exports write them. */
const FIRST_MOMENT_MS = 946_684_800_000;
const LAST_MOMENT_MS = 4_133_980_800_000;

const EMPTY: DateReading = { kind: 'empty' };
const UNREADABLE: DateReading = { kind: 'unreadable' };

/** Reads one cell of a column that is known to hold dates. */
export function readDateCell(cell: RawCell | undefined): DateReading {
  const text = cellText(cell);
  if (text === '' || isPlaceholder(text)) return EMPTY;
  if (text.length > LONGEST_VALUE) return UNREADABLE;
  return /^\d+(\.\d+)?$/.test(text) ? readNumber(text) : readText(text);
}

/** `yyyy-mm-dd` for a day of the calendar, else null. No `Date` is involved: no time zone can move it. */
export function calendarDay(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day of an Excel day number. The 1904 system counts from 1,462 days later. */
export function dayOfSerial(days: number, dateSystem: '1900' | '1904'): IsoDate {
  const epoch = dateSystem === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(epoch + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}

function readNumber(text: string): DateReading {
  const value = Number(text);
  if (/^\d{8}$/.test(text)) {
    const date = calendarDay(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
    return date === null ? UNREADABLE : { kind: 'day', date };
  }
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) return { kind: 'serial', days: value };
  if (/^\d{4}$/.test(text)) return firstOfSchoolYear(value);
  if (/^\d{13}$/.test(text) && value >= FIRST_MOMENT_MS && value <= LAST_MOMENT_MS) {
    return { kind: 'day', date: new Date(value).toISOString().slice(0, 10) };
  }
  // 25.12.21 and 1.9.21 never come here: they are not numbers. 9.2021 is a month and a year.
  const monthYear = /^(\d{1,2})\.(\d{4})$/.exec(text);
  return monthYear ? firstOfMonth(Number(monthYear[2]), Number(monthYear[1])) : UNREADABLE;
}

const WEEKDAY = /^(mon|tues?|wed(nes)?|thurs?|fri|sat(ur)?|sun)(day)?,? +/i;
const TIME = /[T ,]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)? *([ap]\.?m\.?)?( *(z|utc|gmt|bst|[+-]\d{2}:?\d{2}))?$/i;

function readText(raw: string): DateReading {
  return readPlain(raw) ?? readPlain(undecorated(raw)) ?? UNREADABLE;
}

const readPlain = (text: string): DateReading | null => readYearFirst(text) ?? readFigures(text) ?? readMonthName(text);

/** Without the day of the week, the time of day, "3rd" and "about". */
function undecorated(raw: string): string {
  return raw.replaceAll(/\s+/g, ' ').replace(WEEKDAY, '').replace(TIME, '')
    .replace(/\b(\d{1,2})(st|nd|rd|th)\b/i, '$1').replace(/^(circa|approx\.?|about|c\.?) */i, '').trim();
}

function readYearFirst(text: string): DateReading | null {
  const full = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (full) return day(calendarDay(Number(full[1]), Number(full[2]), Number(full[3])));
  const named = /^(\d{4})[-/ ]([a-z]+)[-/ ](\d{1,2})$/i.exec(text);
  if (named) return day(calendarDay(Number(named[1]), monthNumber(named[2]), Number(named[3])));
  const pair = /^(?:(?:ay|fy|school year|academic year) *)?(\d{4}) ?([-/–]) ?(\d{4}|\d{1,2})$/i.exec(text);
  if (!pair) return null;
  const year = Number(pair[1]);
  const second = Number(pair[3]);
  const follows = pair[3]?.length === 4 ? second === year + 1 : pair[3]?.length === 2 && second === (year + 1) % 100;
  if (!follows) return (pair[3]?.length ?? 4) <= 2 ? firstOfMonth(year, second) : UNREADABLE;
  const schoolYear = calendarDay(year, 9, 1) ?? '';
  const month = second <= 12 && pair[2] === '-' && pair[3]?.length === 2 ? calendarDay(year, second, 1) : null;
  return month === null ? { kind: 'year', date: schoolYear } : { kind: 'month_or_school_year', month, schoolYear };
}

function readFigures(text: string): DateReading | null {
  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (figures) {
    const [, one, two, yearText = ''] = figures;
    const year = fullYear(yearText);
    const dayFirst = calendarDay(year, Number(two), Number(one));
    const monthFirst = calendarDay(year, Number(one), Number(two));
    const yearFirst = yearText.length === 2 && one?.length === 2 ? calendarDay(fullYear(one), Number(two), Number(yearText)) : null;
    if (dayFirst === null && monthFirst === null && yearFirst === null) return UNREADABLE;
    return { kind: 'figures', dayFirst, monthFirst, yearFirst, shortYear: yearText.length === 2 };
  }
  const monthYear = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  return monthYear ? firstOfMonth(Number(monthYear[2]), Number(monthYear[1])) : null;
}

function readMonthName(text: string): DateReading | null {
  const dayFirst = /^(\d{1,2})[-/. ]*(?:of )?([a-z]{3,9})[-/., ]*(\d{4}|\d{2})$/i.exec(text);
  if (dayFirst) return day(calendarDay(fullYear(dayFirst[3] ?? ''), monthNumber(dayFirst[2]), Number(dayFirst[1])));
  const monthFirst = /^([a-z]{3,9})[-/. ]*(\d{1,2})(?:, *| +)(\d{4})$/i.exec(text);
  if (monthFirst) return day(calendarDay(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2])));
  const monthYear = /^([a-z]{3,9})[-/.,' ’]*(\d{4}|\d{2})$/i.exec(text);
  if (monthYear && monthNumber(monthYear[1]) > 0) return firstOfMonth(fullYear(monthYear[2] ?? ''), monthNumber(monthYear[1]));
  return null;
}

/** Two figures: 00 to 69 are 2000 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year <= 69 ? 2000 + year : 1900 + year;
}

function monthNumber(word: string | undefined): number {
  const lower = (word ?? '').toLowerCase();
  const position = lower === 'sept' ? 8 : MONTHS.indexOf(lower);
  return (position >= 0 ? position : MONTH_WORDS.indexOf(lower)) + 1;
}

const day = (date: IsoDate | null): DateReading => (date === null ? UNREADABLE : { kind: 'day', date });

function firstOfMonth(year: number, month: number): DateReading {
  const date = calendarDay(year, month, 1);
  return date === null ? UNREADABLE : { kind: 'month', date };
}

/** A year alone is taken as a school year: it starts on 1 September. */
function firstOfSchoolYear(year: number): DateReading {
  return year < 1900 || year > 2100 ? UNREADABLE : { kind: 'year', date: calendarDay(year, 9, 1) ?? '' };
}
