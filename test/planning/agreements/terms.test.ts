import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { agreementState, noticeBy, renewsOn, termEnd } from '../../../planning/agreements/terms.ts';
import { addMonths } from '../../../planning/calendar.ts';
import { AS_OF } from '../fixtures.ts';
import { contract } from './fixtures.ts';

describe('the days of an agreement', () => {
  test.each([
    // What ends keeps its end, before and after it.
    [{ end: '2027-03-31' }, '2027-03-31', null],
    [{ end: '2026-03-31' }, '2026-03-31', null],
    // What renews goes on a year at a time: the first end that is not over.
    [{ end: '2027-03-31', autoRenews: true }, '2027-03-31', '2027-04-01'],
    [{ end: '2024-03-31', autoRenews: true }, '2027-03-31', '2027-04-01'],
    [{ end: '2026-11-21', autoRenews: true }, '2026-11-21', '2026-11-22'],
    [{ end: '2026-11-20', autoRenews: true }, '2027-11-20', '2027-11-21'],
    // Paid every three years: for three years at a time, counted from the first end.
    [{ end: '2020-08-31', autoRenews: true, period: 'every_n_years', periodYears: 3 }, '2029-08-31', '2029-09-01'],
    // 29 February comes back in the next leap year and is the 28th in between.
    [{ end: '2024-02-29', autoRenews: true }, '2027-02-28', '2027-03-01'],
    [{}, null, null],
  ] as const)('with %o, the term ends on %s and renews on %s', (terms, end, renewal) => {
    expect(termEnd(contract(terms), AS_OF)).toBe(end);
    expect(renewsOn(contract(terms), AS_OF)).toBe(renewal);
  });

  test('29 February comes back: on 1 January 2028 a term that first ended on 29 February 2024 ends on 29 February 2028', () => {
    expect(termEnd(contract({ end: '2024-02-29', autoRenews: true }), '2028-01-01')).toBe('2028-02-29');
  });

  test('notice is wanted so many days before the end, and not where none is agreed', () => {
    expect(noticeBy(contract({ end: '2027-03-31', noticeDays: 59 }), AS_OF)).toBe('2027-01-31'); // 28 of February, 31 of March
    expect(noticeBy(contract({ end: '2027-03-31', noticeDays: 0 }), AS_OF)).toBe('2027-03-31');
    expect(noticeBy(contract({ end: '2027-03-31' }), AS_OF)).toBeNull();
    // For the next term where the last one is over.
    expect(noticeBy(contract({ end: '2025-12-31', noticeDays: 30, autoRenews: true }), AS_OF)).toBe('2026-12-01');
  });

  it('never renews into the past, and never skips a term', () => {
    const date = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
    fc.assert(fc.property(date, date, (end, asOf) => {
      const found = termEnd(contract({ end, autoRenews: true }), asOf) ?? '';
      expect(found >= asOf || found === end).toBe(true);
      expect(found >= asOf).toBe(true);
      // The year before was over already, unless this is the first term.
      expect(found === end || addMonths(found, -12) < asOf).toBe(true);
    }), { seed: 4_471, numRuns: 2_000 });
  });
});

describe('how an agreement stands', () => {
  test.each([
    [{ start: '2027-04-01' }, 'not_started', 'Starts on 1 April 2027'],
    [{ start: '2024-04-01' }, 'without_end', 'Goes on without an end'],
    [{ period: 'once', start: '2019-09-01' }, 'bought_once', 'Bought once, on 1 September 2019'],
    [{ end: '2026-11-20' }, 'ended', 'Ended on 20 November 2026'],
    [{ end: '2026-11-21' }, 'runs', 'Ends on 21 November 2026'],
    [{ end: '2027-08-31' }, 'runs', 'Ends on 31 August 2027'],
    [{ end: '2027-08-31', autoRenews: true }, 'renews', 'Renews on 1 September 2027'],
    [{ end: '2027-03-31', autoRenews: true, noticeDays: 59 }, 'notice_due', 'Notice by 31 January 2027; else it renews on 1 April 2027'],
    [{ end: '2027-03-31', noticeDays: 59 }, 'notice_due', 'Notice by 31 January 2027; it ends on 31 March 2027'],
    // 90 days from 21 November is 19 February: a day later is not told yet.
    [{ end: '2027-02-19', autoRenews: true, noticeDays: 0 }, 'notice_due', 'Notice by 19 February 2027; else it renews on 20 February 2027'],
    [{ end: '2027-02-20', autoRenews: true, noticeDays: 0 }, 'renews', 'Renews on 21 February 2027'],
    [{ end: '2026-12-31', autoRenews: true, noticeDays: 60 }, 'renews', 'Renews on 1 January 2027; notice was wanted by 1 November 2026'],
    [{ end: '2026-12-31', noticeDays: 60 }, 'runs', 'Ends on 31 December 2026; notice was wanted by 1 November 2026'],
  ] as const)('%o: %s, “%s”', (terms, kind, text) => {
    expect(agreementState(contract(terms), AS_OF)).toMatchObject({ kind, text });
  });
});
