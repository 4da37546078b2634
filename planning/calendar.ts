import type { FinancialYear } from './result.ts';
import type { IsoDate, MonthIndex } from './vocabulary.ts';

/*
 * Why Kitplan counts in months, and never lets a date library or a database do it.
 *
 * A school's plan repeats every 36, 48 or 60 months, and each repeat must land in the right financial year.
 * Three habits get that wrong:
 *
 * 1. Overflow. 31 January + 1 month does not exist. SQLite's `+1 months` and JavaScript's `setMonth` answer
 *    3 March: a purchase due on 28 February slips over a month end, and one due in March slips into a new
 *    financial year. Here a day that the month lacks becomes the month's last day, so that
 *    month(date + n) = month(date) + n, always.
 * 2. Steps. 31 January + 1 month + 1 month is 28 March, while 31 January + 2 months is 31 March. Repeats are
 *    counted from the first event (n × life), never from the one before.
 * 3. Clocks and zones. `new Date('2027-04-01')` is midnight in London's winter time or 31 March in Los
 *    Angeles; a day on which summer time starts has 23 hours. A date in Kitplan is three numbers written as
 *    text. No `Date` object is made in this room, so the machine's zone cannot move a purchase to another year.
 *
 * And one of the trade: a financial year is not a school year. Local authorities run April to March, academies
 * September to August. A year is named by its start, whichever month that is.
 */

const MONTHS_SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MONTHS_LONG = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Years outside these are slips of a spreadsheet (30 December 1899, 31 December 9999), not days of a school. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
const yearIn = (date: IsoDate): number =>
  digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
const monthIn = (date: IsoDate): number => digit(date, 5) * 10 + digit(date, 6);
const dayIn = (date: IsoDate): number => digit(date, 8) * 10 + digit(date, 9);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month1: number): number => (month1 === 2 && isLeap(year) ? 29 : DAYS[month1 - 1] ?? 0);
const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const write = (year: number, month1: number, day: number): IsoDate =>
  `${String(year).padStart(4, '0')}-${twoDigits(month1)}-${twoDigits(day)}`;

/** The calendar year of a month: 2026 for November 2026. */
export const calendarYearOf = (month: MonthIndex): number => 2000 + Math.floor(month / 12);
const month1Of = (month: MonthIndex): number => month - Math.floor(month / 12) * 12 + 1;

/** Whether the text is a real day, written `yyyy-mm-dd`, of the years 1900 to 2199. */
export function isIsoDate(text: unknown): text is IsoDate {
  if (typeof text !== 'string' || text.length !== 10 || !isShaped(text)) return false;
  const year = yearIn(text);
  const month1 = monthIn(text);
  const day = dayIn(text);
  return year >= FIRST_YEAR && year <= LAST_YEAR && month1 >= 1 && month1 <= 12 && day >= 1 && day <= daysIn(year, month1);
}

/** Digits and dashes in their places. Character by character: a register asks this of every date it holds. */
const isShaped = (text: string): boolean =>
  text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45 && isDigit(text, 0) && isDigit(text, 1) && isDigit(text, 2)
  && isDigit(text, 3) && isDigit(text, 5) && isDigit(text, 6) && isDigit(text, 8) && isDigit(text, 9);
const isDigit = (text: string, at: number): boolean => (text.charCodeAt(at) ^ 48) <= 9;

/** The month of a date that `isIsoDate` accepts: months since January 2000, negative before. */
export const monthOf = (date: IsoDate): MonthIndex => (yearIn(date) - 2000) * 12 + monthIn(date) - 1;

/** The month of a date of the plan file; null where it is missing or cannot be a day of a school. */
export const knownMonth = (date: IsoDate | null): MonthIndex | null => (isIsoDate(date) ? monthOf(date) : null);

/** The first day of a month. */
export const dayOfMonth = (month: MonthIndex): IsoDate => write(calendarYearOf(month), month1Of(month), 1);

/** The last day of a month. */
export function lastDayOfMonth(month: MonthIndex): IsoDate {
  const year = calendarYearOf(month);
  const month1 = month1Of(month);
  return write(year, month1, daysIn(year, month1));
}

/** n months later (earlier when negative): the same day, or the last day of a shorter month. */
export function addMonths(date: IsoDate, n: number): IsoDate {
  if (n === 0) return date;
  const month = monthOf(date) + n;
  const year = calendarYearOf(month);
  const month1 = month1Of(month);
  return write(year, month1, Math.min(dayIn(date), daysIn(year, month1)));
}

/** n days later (earlier when negative). */
export function addDays(date: IsoDate, n: number): IsoDate {
  let month = monthOf(date);
  let day = dayIn(date) + n;
  while (day < 1) {
    month -= 1;
    day += daysIn(calendarYearOf(month), month1Of(month));
  }
  for (let length = daysIn(calendarYearOf(month), month1Of(month)); day > length;) {
    day -= length;
    month += 1;
    length = daysIn(calendarYearOf(month), month1Of(month));
  }
  return write(calendarYearOf(month), month1Of(month), day);
}

/** Days in their order; one that nobody has set comes last. */
export const compareDays = (one: IsoDate | null, other: IsoDate | null): number =>
  (one === other ? 0 : one === null ? 1 : other === null || one < other ? -1 : 1);

/** Days since 1 March of the year 0, leap years and all. */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = [yearIn(date), monthIn(date), dayIn(date)];
  const months = 12 * year + month - 3;
  const from = Math.floor(months / 12);
  return 365 * from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + Math.floor((153 * (months - 12 * from) + 2) / 5) + day;
}

/** The financial year (by its start) that holds a month. `startMonth` is 1 to 12: 4 for April. */
export const financialYearOfMonth = (month: MonthIndex, startMonth: number): number =>
  2000 + Math.floor((month - startMonth + 1) / 12);

/** The financial year (by its start) that holds a date: 2026 for 31 March 2027 in April years. */
export const financialYearOf = (date: IsoDate, startMonth: number): number =>
  financialYearOfMonth(monthOf(date), startMonth);

/** The first month of a financial year. */
export const firstMonthOf = (year: number, startMonth: number): MonthIndex => (year - 2000) * 12 + startMonth - 1;

/** `2026/27`; a year that starts in January lies in one calendar year and is written `2026`. */
export const financialYearLabel = (year: number, startMonth: number): string =>
  startMonth === 1 ? String(year) : `${year}/${twoDigits((year + 1) % 100)}`;

/** The twelve months from month `startMonth` of `year`. */
export function financialYear(year: number, startMonth: number): FinancialYear {
  const firstMonth = firstMonthOf(year, startMonth);
  return {
    year, label: financialYearLabel(year, startMonth),
    start: dayOfMonth(firstMonth), end: lastDayOfMonth(firstMonth + 11), firstMonth,
  };
}

/** The plan's years: `horizon` of them, from the one that holds `asOf` unless another first year is chosen. */
export function planYears(asOf: IsoDate, startMonth: number, horizon: number, firstYear?: number): FinancialYear[] {
  const first = firstYear ?? financialYearOf(asOf, startMonth);
  return Array.from({ length: horizon }, (_, index) => financialYear(first + index, startMonth));
}

/** `21 Nov 2026`. */
export const formatDate = (date: IsoDate): string => `${dayIn(date)} ${MONTHS_SHORT[monthIn(date) - 1]} ${yearIn(date)}`;

/** `21 November 2026`. */
export const formatLongDate = (date: IsoDate): string => `${dayIn(date)} ${MONTHS_LONG[monthIn(date) - 1]} ${yearIn(date)}`;

/** `Nov 2026`. */
export const formatMonth = (month: MonthIndex): string => `${MONTHS_SHORT[month1Of(month) - 1]} ${calendarYearOf(month)}`;
