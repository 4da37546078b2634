import { addDays, compareDays, dayNumber, financialYearOf } from './calendar.ts';
import type { PlanSnapshot, SchoolHoliday } from './snapshot.ts';
import type { IsoDate } from './vocabulary.ts';

/*
 * When nobody is taught. A school's own days are facts; where it has said none for a school year, the usual ones stand in,
 * always called a guess: councils and trusts set their own, and move them by a week or two.
 */

export const NATIONS = ['england', 'wales', 'scotland', 'northern_ireland'] as const;
export type Nation = (typeof NATIONS)[number];
export const NATION_WORDS: Readonly<Record<Nation, string>> = { england: 'England', wales: 'Wales', scotland: 'Scotland', northern_ireland: 'Northern Ireland' };

export type Holiday = Omit<SchoolHoliday, 'id'>;
/** A holiday with whether its days are the usual ones, for want of the school's own. */
export type KnownHoliday = Holiday & { readonly guessed: boolean };

/** Said wherever a guessed day stands. */
export const GUESSED_HOLIDAYS = 'The school has not said when its holidays are, so these are the usual days in England: a guess, to be replaced by the school’s own.';

/** School years begin in September. */
const FIRST_MONTH = 9;
/** 0 is Monday. 1 March of the year 0, a Wednesday, is day number 1. */
const weekdayOf = (date: IsoDate): number => (dayNumber(date) + 1) % 7;
const mondayOnOrBefore = (date: IsoDate): IsoDate => addDays(date, -weekdayOf(date));

/** Days from Monday to Friday among those from one day to another, both included. */
export function schoolDaysIn(firstDay: IsoDate, lastDay: IsoDate): number {
  const days = dayNumber(lastDay) - dayNumber(firstDay) + 1;
  if (days <= 0) return 0;
  const first = weekdayOf(firstDay);
  const rest = Array.from({ length: days % 7 }, (_, at) => (first + at) % 7).filter((weekday) => weekday < 5).length;
  return Math.floor(days / 7) * 5 + rest;
}

/** Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher). */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const skipped = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(`${year}-03-22`, epact + toSunday - 7 * late);
}

const weeks = (name: string, monday: IsoDate, count: number): Holiday => ({ name, firstDay: monday, lastDay: addDays(monday, 7 * count - 3) });
const days = (name: string, firstDay: IsoDate, lastDay: IsoDate): Holiday => ({ name, firstDay, lastDay });

/** Two weeks from the Monday of Christmas Day's own week. */
const christmas = (autumn: number): Holiday => weeks('Christmas holiday', mondayOnOrBefore(`${autumn}-12-25`), 2);

const englishYear = (autumn: number, summer: string): readonly Holiday[] => [
  weeks('Autumn half term', mondayOnOrBefore(`${autumn}-10-30`), 1), christmas(autumn), weeks('February half term', mondayOnOrBefore(`${autumn + 1}-02-18`), 1),
  weeks('Easter holiday', addDays(easterSunday(autumn + 1), -6), 2), weeks('May half term', mondayOnOrBefore(`${autumn + 1}-05-31`), 1),
  days('Summer holiday', `${autumn + 1}-07-${summer}`, `${autumn + 1}-08-31`),
];

/** The usual holidays of a school year, named by the autumn it begins in: what most councils of the nation come close to. */
const USUAL: Readonly<Record<Nation, (autumn: number) => readonly Holiday[]>> = {
  england: (autumn) => englishYear(autumn, '23'),
  wales: (autumn) => englishYear(autumn, '21'),
  scotland: (autumn) => [
    weeks('October holiday', mondayOnOrBefore(`${autumn}-10-16`), 2), christmas(autumn),
    days('February break', mondayOnOrBefore(`${autumn + 1}-02-16`), addDays(mondayOnOrBefore(`${autumn + 1}-02-16`), 1)),
    weeks('Spring holiday', mondayOnOrBefore(`${autumn + 1}-04-07`), 2), days('Summer holiday', `${autumn + 1}-06-28`, `${autumn + 1}-08-14`),
  ],
  northern_ireland: (autumn) => [
    weeks('Halloween break', mondayOnOrBefore(`${autumn}-10-31`), 1), christmas(autumn), weeks('February half term', mondayOnOrBefore(`${autumn + 1}-02-18`), 1),
    days('Easter holiday', addDays(easterSunday(autumn + 1), -3), addDays(easterSunday(autumn + 1), 5)), days('Summer holiday', `${autumn + 1}-07-01`, `${autumn + 1}-08-31`),
  ],
};

export const usualHolidays = (nation: Nation, autumn: number): readonly Holiday[] => USUAL[nation](autumn);

/** The school year of a day, by its autumn. */
export const schoolYearOf = (date: IsoDate): number => financialYearOf(date, FIRST_MONTH);

/**
 * Holidays that end on or after one day and begin on or before another: the school's own of each school year in which it has
 * said any, the usual ones of the others.
 */
export function holidaysBetween({ holidays }: Pick<PlanSnapshot, 'holidays'>, from: IsoDate, to: IsoDate, nation: Nation = 'england'): readonly KnownHoliday[] {
  const own = Map.groupBy(holidays, ({ firstDay }) => schoolYearOf(firstDay));
  const [first, last] = [schoolYearOf(from), schoolYearOf(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    .flatMap((autumn): KnownHoliday[] => (own.get(autumn)?.map(({ name, firstDay, lastDay }) => ({ name, firstDay, lastDay, guessed: false })) ?? usualHolidays(nation, autumn).map((each) => ({ ...each, guessed: true }))))
    .filter(({ firstDay, lastDay }) => lastDay >= from && firstDay <= to)
    .toSorted((a, b) => compareDays(a.firstDay, b.firstDay));
}

/** A summer is at most some ten weeks: more is a slip of a year. */
const MOST_DAYS = 120;

/** What is wrong with the days of a holiday, in words; null where nothing is. */
export function holidayProblem({ firstDay, lastDay }: Pick<Holiday, 'firstDay' | 'lastDay'>): string | null {
  if (lastDay < firstDay) return 'The last day is before the first. A holiday of one day has the same day twice.';
  return dayNumber(lastDay) - dayNumber(firstDay) >= MOST_DAYS ? `A holiday is at most ${MOST_DAYS} days long: look at the years of its days.` : null;
}

/** Days enough to take kit out, put kit in and try it before lessons begin. */
const DAYS_TO_INSTALL = 5;

/** The first holiday in which kit can be put in that is bought on a day: it still has five working days then. Null where none is known. */
export const windowFor = (holidays: readonly KnownHoliday[], boughtOn: IsoDate): KnownHoliday | null =>
  holidays.find(({ firstDay, lastDay }) => schoolDaysIn(firstDay > boughtOn ? firstDay : boughtOn, lastDay) >= DAYS_TO_INSTALL) ?? null;
