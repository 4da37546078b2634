import { formatDate, lastDayOfMonth, monthOf } from '../../planning/calendar.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { DateColumn } from '../intake/values/date-column.ts';
import { calendarDay, readDateCell } from '../intake/values/dates.ts';

/** Which end of a stretch of time a column asks for: "July 2027" starts on its first day and is due on its last. */
export type DayAsked = 'start' | 'due' | 'done';

export type PlanDay =
  | { readonly kind: 'empty' }
  | {
    readonly kind: 'day'; readonly day: IsoDate;
    /** The first day of a stretch that the cell names, "September 2026 to July 2027". */
    readonly from: IsoDate | null;
    /** "taken as its last day, 31 Jul 2027"; null where the cell names a day. */
    readonly assumed: string | null;
  }
  /** "Ongoing", "termly": true, and no day. */
  | { readonly kind: 'no_day' }
  | { readonly kind: 'unreadable'; readonly why: string };

type Stretch = { readonly from: IsoDate; readonly to: IsoDate };

const NO_DAY = /^(on ?-?going|continuous(ly)?|throughout|termly|half ?-?termly|weekly|fortnightly|daily|monthly|yearly|annual(ly)?|as required|as needed|regular(ly)?|each (half )?term|every (half )?term|all year|throughout the year|tbc|immediate(ly)?|asap)$/i;
const BEFORE = /^(by|end of|the end of|by the end of|before|during|from|until|in|early|mid|late|w\/?c|w\/?b|week (commencing|beginning)|start of|from the start of|throughout|to)\s+(the\s+)?/i;
const TERM = /^(autumn|aut|michaelmas|spring|spr|lent|easter|summer|sum|trinity)\.? ?(?:half ?-?term )?(?:term ?)?([12])? ?(?:half ?-?term|term)? ?,? ?(?:(\d{4}|\d{2})(?: ?[/–-] ?(\d{4}|\d{2}))?)?$/i;
const TO = /\s*(?:–|—|\bto\b|\s-\s|\s\/\s)\s*/i;
const MONTH_ALONE = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day of a development plan as schools write it: a date, a month, a term ("Autumn 2", "end of Summer term 2027"), a school
 * year, a stretch of these.
 * @param years the school year by its start where the plan covers one alone, so that "July" has a year; null where it covers several
 */
export function readPlanDay(text: string, asked: DayAsked, column: DateColumn, years: number | null): PlanDay {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain === '' || readDateCell(plain).kind === 'empty') return { kind: 'empty' };
  if (NO_DAY.test(plain)) return { kind: 'no_day' };
  const whole = dayOrStretch(plain, column, years);
  if (whole !== null) return settled(whole, asked, plain);
  const [first, second, ...rest] = plain.split(TO);
  if (first !== undefined && second !== undefined && rest.length === 0) {
    const [from, to] = [dayOrStretch(first, column, years), dayOrStretch(second, column, years)];
    if (from !== null && to !== null && from.from <= to.to) return settled({ from: from.from, to: to.to }, asked, plain);
  }
  const nameless = TERM.test(withoutBefore(plain)) || MONTH_ALONE.test(withoutBefore(plain));
  return { kind: 'unreadable', why: nameless ? `names no year: write it with its year, as in “${withoutBefore(plain)} 2027”` : 'cannot be read as a date: a day such as 18/12/2026, “July 2027” or “Autumn 2026” works' };
}

function settled({ from, to }: Stretch, asked: DayAsked, text: string): PlanDay {
  if (from === to) return { kind: 'day', day: from, from: null, assumed: null };
  const day = asked === 'start' ? from : to;
  return { kind: 'day', day, from: TO.test(text) && asked === 'due' ? from : null, assumed: `taken as its ${asked === 'start' ? 'first' : 'last'} day, ${formatDate(day)}` };
}

const withoutBefore = (text: string): string => {
  const shorter = text.replace(BEFORE, '');
  return shorter === text ? text : withoutBefore(shorter);
};

function dayOrStretch(text: string, column: DateColumn, years: number | null): Stretch | null {
  return dateStretch(text, column) ?? dateStretch(withoutBefore(text), column) ?? termStretch(withoutBefore(text), years) ?? monthStretch(withoutBefore(text), years);
}

function dateStretch(text: string, column: DateColumn): Stretch | null {
  const reading = readDateCell(text);
  if (reading.kind === 'month') return { from: reading.date, to: lastDayOfMonth(monthOf(reading.date)) };
  if (reading.kind === 'month_or_school_year') return schoolYear(Number(reading.schoolYear.slice(0, 4)));
  if (reading.kind === 'year') {
    const year = Number(reading.date.slice(0, 4));
    // "2027" is a year of the calendar; with another beside it, a school year.
    return /^\d{4}$/.test(text) ? { from: `${year}-01-01`, to: `${year}-12-31` } : schoolYear(year);
  }
  const value = column.read(text);
  return value.kind === 'date' ? { from: value.date, to: value.date } : null;
}

const schoolYear = (start: number): Stretch => ({ from: `${start}-09-01`, to: `${start + 1}-08-31` });

type TermKey = 'autumn' | 'spring' | 'summer';
const TERM_OF: Readonly<Record<string, TermKey>> = {
  autumn: 'autumn', aut: 'autumn', michaelmas: 'autumn', spring: 'spring', spr: 'spring', lent: 'spring', easter: 'spring', summer: 'summer', sum: 'summer', trinity: 'summer',
};
/** First and last day of a term and of its halves, as month and day; the terms of schools differ by days. */
const TERM_DAYS: Readonly<Record<TermKey, readonly (readonly [string, string])[]>> = {
  autumn: [['09-01', '12-31'], ['09-01', '10-31'], ['11-01', '12-31']],
  spring: [['01-01', '03-31'], ['01-01', '02-15'], ['02-16', '03-31']],
  summer: [['04-01', '07-31'], ['04-01', '05-31'], ['06-01', '07-31']],
};

function termStretch(text: string, years: number | null): Stretch | null {
  const [, word = '', half = '0', first, second] = TERM.exec(text) ?? [];
  const term = TERM_OF[word.toLowerCase()];
  if (term === undefined) return null;
  // "Spring 2026/27" is the spring of that school year: 2027.
  const year = first === undefined ? (years === null ? null : years + (term === 'autumn' ? 0 : 1))
    : fourFigures(first) + (second !== undefined && term !== 'autumn' ? 1 : 0);
  const [from, to] = TERM_DAYS[term][Number(half)] ?? [];
  return year === null || from === undefined || to === undefined ? null : { from: `${year}-${from}`, to: `${year}-${to}` };
}

const fourFigures = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** A month without a year, where the plan covers one school year. */
function monthStretch(text: string, years: number | null): Stretch | null {
  if (years === null || !MONTH_ALONE.test(text)) return null;
  const month = MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  const first = calendarDay(month >= 9 ? years : years + 1, month, 1);
  return first === null ? null : { from: first, to: lastDayOfMonth(monthOf(first)) };
}
