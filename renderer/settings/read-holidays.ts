import { compareDays } from '../../planning/calendar.ts';
import { holidayProblem, type Holiday } from '../../planning/school-holidays.ts';
import { readDate } from '../lib/field-text.ts';

/** A line of a list of holidays, read; or the sentence that says why it cannot be. */
export type ReadLine = { readonly line: number; readonly text: string } & ({ readonly holiday: Holiday } | { readonly problem: string });

const WEEKDAYS = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?/giu;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const DATE = new RegExp(String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|${DAY} +\p{L}{3,9}\.?,?(?: +\d{4})?`, 'giu');
/** `26 to 30 October 2026`: the first day borrows the month and the year of the last. */
const DAY_ALONE = new RegExp(String.raw`\b(${DAY}) *(?:to|until|[-–—]) *(${DAY}) +(\p{L}{3,9}\.?,? +\d{4})`, 'iu');
const HAS_YEAR = /\d{4}|[/.]\d{2}$/u;

/** Reads a list as councils print it and spreadsheets give it: a name, the first day and the last, a holiday in each line. */
export function readHolidays(text: string): readonly ReadLine[] {
  return text.split(/\r?\n/u).flatMap((line, at): ReadLine[] => {
    const said = line.replaceAll(/[\t\u00a0]+/gu, '  ').trim();
    return said === '' ? [] : [{ line: at + 1, text: said, ...readLine(said) }];
  });
}

function readLine(said: string): { readonly holiday: Holiday } | { readonly problem: string } {
  const plain = said.replaceAll(WEEKDAYS, ' ').replaceAll(/ {2,}/gu, ' ').replace(DAY_ALONE, '$1 $3 to $2 $3');
  const found = [...plain.matchAll(DATE)];
  const [first, last = first] = found;
  if (first === undefined || last === undefined) return { problem: 'There is no day in it. Write it like: Autumn half term, 26 October 2026, 30 October 2026.' };
  if (found.length > 2) return { problem: 'There are more than two days in it: each holiday has a line of its own, with its first and its last day.' };
  const name = plain.slice(0, first.index).replaceAll(/[\s,;:–—-]+(?:from)?[\s,;:–—-]*$/giu, '').trim().slice(0, 200) || 'Holiday';
  return readDays(name, first[0], last[0]);
}

function readDays(name: string, first: string, last: string): { readonly holiday: Holiday } | { readonly problem: string } {
  const ending = readDate(last.replace(',', ''));
  if (!ending.ok || ending.value === null) return { problem: HAS_YEAR.test(last) && !ending.ok ? ending.message : `“${last}” has no year. Write it like 26 October 2026.` };
  const lastDay = ending.value;
  const beginning = HAS_YEAR.test(first) ? readDate(first.replace(',', '')) : firstOf(first.replace(',', ''), lastDay);
  if (!beginning.ok || beginning.value === null) return { problem: beginning.ok ? `“${first}” has no year. Write it like 26 October 2026.` : beginning.message };
  const holiday = { name, firstDay: beginning.value, lastDay };
  const problem = holidayProblem(holiday);
  return problem === null ? { holiday } : { problem };
}

/** A first day without a year is of the last day's year, or of the one before where it goes over New Year. */
function firstOf(first: string, lastDay: string): ReturnType<typeof readDate> {
  const year = Number(lastDay.slice(0, 4));
  const same = readDate(`${first} ${year}`);
  return same.ok && same.value !== null && compareDays(same.value, lastDay) > 0 ? readDate(`${first} ${year - 1}`) : same;
}
