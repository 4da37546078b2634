import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../planning/calendar.ts';
import { easterSunday, holidaysBetween, NATIONS, schoolDaysIn, usualHolidays, windowFor, type Holiday } from '../../planning/school-holidays.ts';

const own = (name: string, firstDay: string, lastDay: string, id = 1) => ({ id, name, firstDay, lastDay });
const days = (holidays: readonly Holiday[]): string[] => holidays.map(({ name, firstDay, lastDay }) => `${name} ${firstDay} ${lastDay}`);
const isWeekend = (day: string): boolean => schoolDaysIn(day, day) === 0;

describe('Easter', () => {
  // The tables of the Church of England, with the earliest and the latest there can be.
  it.each([[1818, '1818-03-22'], [1943, '1943-04-25'], [2000, '2000-04-23'], [2008, '2008-03-23'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2028, '2028-04-16'], [2029, '2029-04-01'], [2030, '2030-04-21'], [2038, '2038-04-25'], [2049, '2049-04-18'], [2076, '2076-04-19']])('of %i is on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('is a Sunday from 22 March to 25 April', () => {
    fc.assert(fc.property(fc.integer({ min: 1980, max: 2199 }), (year) => {
      const day = easterSunday(year);
      expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(0);
      expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
    }));
  });
});

describe('days of lessons', () => {
  it('are counted as somebody with a calendar counts them', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 70 }), (from, length) => {
      const first = addDays('1999-12-31', from);
      const each = Array.from({ length }, (_, at) => new Date(`${addDays(first, at)}T00:00:00Z`).getUTCDay()).filter((day) => day !== 0 && day !== 6);
      expect(schoolDaysIn(first, addDays(first, length - 1))).toBe(each.length);
    }));
  });
});

describe('the usual holidays', () => {
  it('of England in 2026/27 are those that most councils come close to', () => {
    expect(days(usualHolidays('england', 2026))).toEqual([
      'Autumn half term 2026-10-26 2026-10-30', 'Christmas holiday 2026-12-21 2027-01-01', 'February half term 2027-02-15 2027-02-19',
      'Easter holiday 2027-03-22 2027-04-02', 'May half term 2027-05-31 2027-06-04', 'Summer holiday 2027-07-23 2027-08-31',
    ]);
  });

  it('differ in Scotland, which goes home in June, and in Northern Ireland, which has all of July and August', () => {
    expect(days(usualHolidays('scotland', 2026)).at(-1)).toBe('Summer holiday 2027-06-28 2027-08-14');
    expect(days(usualHolidays('scotland', 2026))[0]).toBe('October holiday 2026-10-12 2026-10-23');
    expect(days(usualHolidays('northern_ireland', 2026)).at(-1)).toBe('Summer holiday 2027-07-01 2027-08-31');
    expect(days(usualHolidays('northern_ireland', 2026))[3]).toBe('Easter holiday 2027-03-25 2027-04-02');
    expect(days(usualHolidays('wales', 2026)).at(-1)).toBe('Summer holiday 2027-07-21 2027-08-31');
  });

  it('of every nation and year follow each other, hold Christmas and no weekend alone, and keep within their school year', () => {
    for (const nation of NATIONS) {
      for (let autumn = 1990; autumn < 2095; autumn++) {
        const year = usualHolidays(nation, autumn);
        const christmas = year.find(({ name }) => name === 'Christmas holiday');
        expect(christmas !== undefined && christmas.firstDay <= `${autumn}-12-25` && christmas.lastDay >= `${autumn}-12-30`, `${nation} ${autumn}`).toBe(true);
        year.forEach(({ firstDay, lastDay }, at) => {
          expect(firstDay <= lastDay && firstDay >= `${autumn}-09-01` && lastDay <= `${autumn + 1}-08-31`, `${nation} ${firstDay}`).toBe(true);
          const next = year[at + 1];
          if (next !== undefined) expect(lastDay < next.firstDay, `${nation} ${lastDay} ${next.firstDay}`).toBe(true);
          if (!firstDay.includes('-07-') && !firstDay.includes('-06-')) expect(isWeekend(firstDay), `${nation} ${firstDay}`).toBe(false);
        });
      }
    }
  });
});

describe('the holidays of a school', () => {
  it('are its own in each school year in which it has said any, and a guess in the others', () => {
    const known = holidaysBetween({ holidays: [own('Half term', '2026-10-19', '2026-10-30'), own('Summer', '2027-07-20', '2027-09-01', 2)] }, '2026-09-01', '2027-12-31');
    expect(known.map(({ name, guessed }) => [name, guessed])).toEqual([['Half term', false], ['Summer', false], ['Autumn half term', true], ['Christmas holiday', true]]);
  });

  it('hold those that have begun and those that end later', () => {
    expect(days(holidaysBetween({ holidays: [] }, '2026-12-28', '2027-02-15'))).toEqual(['Christmas holiday 2026-12-21 2027-01-01', 'February half term 2027-02-15 2027-02-19']);
  });
});

describe('the holiday in which kit is put in', () => {
  const holidays = holidaysBetween({ holidays: [] }, '2026-09-01', '2027-08-31');
  it.each([
    // Bought in term: the next holiday.
    ['2026-11-21', 'Christmas holiday'],
    // Bought on the first morning: five days are still five days.
    ['2027-02-15', 'February half term'],
    // A day later four are left, which is too few.
    ['2027-02-16', 'Easter holiday'],
    // In the long holiday there is time until its last full week.
    ['2027-08-24', 'Summer holiday'],
  ])('bought on %s is the %s', (day, name) => expect(windowFor(holidays, day)?.name).toBe(name));

  it('is not known once the holidays that are known have gone by', () => {
    expect(windowFor(holidays, '2027-08-27')).toBeNull();
  });

  it('is never one of a day or two', () => {
    const scotland = holidaysBetween({ holidays: [] }, '2026-09-01', '2027-08-31', 'scotland');
    expect(windowFor(scotland, '2027-01-10')?.name).toBe('Spring holiday');
  });
});
