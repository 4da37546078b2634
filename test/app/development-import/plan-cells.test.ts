import { describe, expect, it, test } from 'vitest';
import { readPlanCost } from '../../../app/development-import/plan-cost.ts';
import { readPlanDay, type DayAsked } from '../../../app/development-import/plan-date.ts';
import { StatusWords } from '../../../app/development-import/plan-status.ts';
import { bareNumber, listedItems, namesPerson, numberedText, shortName } from '../../../app/development-import/plan-text.ts';
import { dateColumn } from '../../../app/intake/values/date-column.ts';
import { targetOfHeading } from '../../../planning/analysis/development/plan-headings.ts';

describe('what schools write over the columns of a development plan', () => {
  it.each([
    ['Theme', 'area'], ['Strand', 'area'], ['Initiative', 'priority'], ['Target', 'objective'], ['Milestones', 'criterion'], ['RAG', 'status'], ['RAG rating', 'status'], ['By whom?', 'lead'],
    ['Person(s) responsible', 'lead'], ['By when', 'due'], ['Timescale:', 'due'], ['Resources / Cost (£)', 'cost'], ['£', 'cost'], ['Success criteria (what will it look like?)', 'criterion'],
    ['Actions & steps', 'action'], ['Autumn term review', 'note_autumn'], ['Progress: Spring', 'note_spring'], ['Evaluation', 'note'], ['Ref.', 'number'], ['Why is this a priority?', 'rationale'],
    ['Monitoring', null], ['', null], ['Governor', null],
  ])('%s is read as %s', (heading, target) => {
    expect(targetOfHeading(heading)?.target ?? null).toBe(target);
  });
});

describe('the days of a development plan', () => {
  const day = (text: string, asked: DayAsked = 'due', years: number | null = null) => readPlanDay(text, asked, dateColumn([text], '1900'), years);
  it.each<[string, DayAsked, string]>([
    ['18/12/2026', 'due', '2026-12-18'], ['18th December 2026', 'due', '2026-12-18'], ['July 2027', 'due', '2027-07-31'], ['July 2027', 'start', '2027-07-01'], ['by end of July 2027', 'due', '2027-07-31'],
    ['Autumn 2026', 'due', '2026-12-31'], ['Autumn 1 2026', 'due', '2026-10-31'], ['Summer term 2027', 'start', '2027-04-01'], ['Spring 2026/27', 'due', '2027-03-31'], ['Autumn 2026/27', 'due', '2026-12-31'],
    ['2026/27', 'due', '2027-08-31'], ['2026-27', 'start', '2026-09-01'], ['2027', 'due', '2027-12-31'], ['Sept 2026 – July 2027', 'due', '2027-07-31'], ['46375', 'due', '2026-12-19'],
  ])('%s as the %s is %s', (text, asked, expected) => {
    expect(day(text, asked)).toMatchObject({ kind: 'day', day: expected });
  });

  it('give the start too where a stretch is named', () => {
    expect(day('September 2026 to July 2027')).toMatchObject({ day: '2027-07-31', from: '2026-09-01' });
  });

  it('have the year of a plan of one school year, and are asked for it where the plan has several', () => {
    expect(day('Spring term', 'due', 2026)).toMatchObject({ day: '2027-03-31' });
    expect(day('July', 'due', 2026)).toMatchObject({ day: '2027-07-31' });
    expect(day('Spring term')).toEqual({ kind: 'unreadable', why: 'names no year: write it with its year, as in “Spring term 2027”' });
  });

  it('are none where something goes on, and unreadable where it is no day', () => {
    expect(['ongoing', 'Termly', 'throughout the year'].map((text) => day(text).kind)).toEqual(['no_day', 'no_day', 'no_day']);
    expect(['soonish', '31/02/2027', 'when funds allow'].map((text) => day(text).kind)).toEqual(['unreadable', 'unreadable', 'unreadable']);
    expect(day('TBA')).toEqual({ kind: 'empty' });
  });
});

describe('what an action costs', () => {
  it.each([
    ['£2,000', 200_000], ['2000', 200_000], ['£2k', 200_000], ['1.5K', 150_000], ['£1.25m', 125_000_000], ['£500 per year', 50_000], ['approx £300', 30_000], ['Supply cover £500', 50_000], ['£12.50', 1_250],
  ])('%s is %i pence', (text, pence) => {
    expect(readPlanCost(text)).toMatchObject({ kind: 'cost', pence });
  });
  it.each(['', 'nil', 'No cost', '£0', 'staff time', 'n/a'])('“%s” is no cost', (text) => {
    expect(readPlanCost(text)).toEqual({ kind: 'empty' });
  });
  it.each(['£200-£300', '2000 to 3000', 'CPD budget', '£500 + £200', '$40', '-£20'])('“%s” is never read as one amount', (text) => {
    expect(readPlanCost(text).kind).toBe('unreadable');
  });
});

test('green means on track where blue means complete, and met where it does not', () => {
  expect(['G', 'Amber', 'red'].map((word) => new StatusWords(['G', 'Amber', 'red'], []).read(word))).toEqual(['met', 'partially_met', 'not_met']);
  expect(['green', 'Blue'].map((word) => new StatusWords(['green', 'Blue'], []).read(word))).toEqual(['in_progress', 'met']);
  expect(new StatusWords(['sideways'], [{ from: 'Sideways', to: 'met' }]).read('sideways')).toBe('met');
});

test('numbers are told from figures that belong to the words', () => {
  expect(['3.2 Attendance', 'Priority 1: Reading', '2) Writing', 'Objective 4 – Maths'].map((text) => numberedText(text))).toEqual([
    { number: '3.2', text: 'Attendance' }, { number: '1', text: 'Reading' }, { number: '2', text: 'Writing' }, { number: '4', text: 'Maths' },
  ]);
  expect(['30 laptops', '94% attendance', 'Year 7 reading'].map((text) => numberedText(text).number)).toEqual([null, null, null]);
  expect(['3.2', 'Objective 3.2', '1.'].map(bareNumber)).toEqual(['3.2', '3.2', '1']);
});

test('a cell that lists things with bullets gives each of them, one with plain lines stays whole', () => {
  expect(listedItems('• Train staff\n• Buy books\nand shelves')).toEqual(['Train staff', 'Buy books\nand shelves']);
  expect(listedItems('1. Plan\n2. Do')).toEqual(['Plan', 'Do']);
  expect(listedItems('Train staff\nin two groups')).toEqual(['Train staff\nin two groups']);
  expect(listedItems('')).toEqual([]);
});

test('an objective that is told in full gets its first words for its name', () => {
  expect(shortName('Attendance: every year group is above 94% and persistent absence is below 10%')).toBe('Attendance');
  expect(shortName('Attendance')).toBe('Attendance');
  expect(shortName('To raise attendance in every year group to above 94 per cent by 2029').length).toBeLessThanOrEqual(62);
});

test('people by name are known from roles', () => {
  expect(['Mrs Smith', 'Mr. J Jones', 'Dr Who'].map(namesPerson)).toEqual([true, true, true]);
  expect(['Headteacher', 'SENDCo', 'JS', 'Miss a lesson'].map(namesPerson)).toEqual([false, false, false, false]);
});
