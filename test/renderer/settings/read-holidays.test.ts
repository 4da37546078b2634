import { describe, expect, it } from 'vitest';
import { readHolidays } from '../../../renderer/settings/read-holidays.ts';

const read = (text: string) => readHolidays(text).map((line) => ('holiday' in line ? [line.holiday.name, line.holiday.firstDay, line.holiday.lastDay] : line.problem));

describe('a list of holidays as it is pasted', () => {
  it.each([
    ['Autumn half term, 26 October 2026, 30 October 2026', ['Autumn half term', '2026-10-26', '2026-10-30']],
    ['Autumn half term\t26/10/2026\t30/10/2026', ['Autumn half term', '2026-10-26', '2026-10-30']],
    ['Christmas holiday: Monday 21 December 2026 to Friday 1 January 2027', ['Christmas holiday', '2026-12-21', '2027-01-01']],
    ['Christmas: Mon 21 December – Fri 1 January 2027', ['Christmas', '2026-12-21', '2027-01-01']],
    ['Half term: 26 to 30 October 2026', ['Half term', '2026-10-26', '2026-10-30']],
    ['Half term 26th - 30th October 2026', ['Half term', '2026-10-26', '2026-10-30']],
    ['Easter, 2027-03-22, 2027-04-02', ['Easter', '2027-03-22', '2027-04-02']],
    ['May Day: Monday 3 May 2027', ['May Day', '2027-05-03', '2027-05-03']],
    ['Summer holiday from Friday 23rd July 2027 to Tuesday 31st August 2027', ['Summer holiday', '2027-07-23', '2027-08-31']],
    ['22/07/27 31/08/27', ['Holiday', '2027-07-22', '2027-08-31']],
  ])('reads %j', (line, holiday) => expect(read(line)).toEqual([holiday]));

  it('leaves empty lines out and counts the others as they stand', () => {
    expect(readHolidays('\r\nA, 1 May 2027\r\n\r\nB, 2 May 2027').map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ['Autumn half term', 'There is no day in it.'],
    ['Half term, 30 October 2026, 26 October 2026', 'The last day is before the first.'],
    ['Half term, 31 September 2026', 'is not a day in the calendar'],
    ['Half term, 26 Smarch 2026', 'is not a day in the calendar'],
    ['Half term, 26 October', 'has no year. Write it like 26 October 2026.'],
    ['A 1 May 2027, B 2 May 2027, C 3 May 2027', 'each holiday has a line of its own'],
    ['Summer, 23 July 2026, 31 August 2027', 'at most 120 days long'],
  ])('says what is wrong with %j', (line, words) => expect(read(line)[0]).toContain(words));
});
