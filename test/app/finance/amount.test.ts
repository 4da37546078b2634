import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../app/finance/actuals/amount.ts';

describe('an amount of a finance export', () => {
  it.each([
    ['1234.50', 123_450], ['£1,234.50', 123_450], ['1,234', 123_400], [1234.5, 123_450], [0, 0], ['0.00', 0],
    // Money that came back, in each of the ways it is written.
    ['(1,234.50)', -123_450], ['£(12.00)', -1_200], ['(£12.00)', -1_200], ['-12', -1_200], ['−12.00', -1_200], ['-£12.00', -1_200], ['£-12.00', -1_200],
    ['12.00-', -1_200], ['12.00 CR', -1_200], ['12.00Cr', -1_200], ['CR 12.00', -1_200], [-12, -1_200],
    ['12.00 DR', 1_200], ['12.00dr', 1_200], ['GBP 12.00', 1_200],
    // Half a penny goes up, by its digits: 1.005 × 100 is 100.49999999999999 in a computer.
    ['1.005', 101], [1.005, 101], ['.5', 50], ['1 234.50', 123_450],
  ])('%s is %i pence', (cell, pence) => {
    expect(readAmount(cell)).toEqual({ kind: 'amount', pence });
  });

  it.each([null, undefined, '', '   ', '-', '–', '—'])('%s is nothing', (cell) => {
    expect(readAmount(cell)).toEqual({ kind: 'empty' });
  });

  it.each([
    ['abc', 'holds “abc”, which is not an amount'], ['#REF!', 'holds the error #REF!'], ['#DIV/0!', 'holds the error #DIV/0!'],
    ['=SUM(F2:F9)', 'holds a formula without a result: open the file in Excel, save it, and bring it in again'],
    ['$12.00', 'holds “$12.00”, which is not in pounds'], ['12,50', 'holds “12,50”, which is not an amount'], ['1.234,50', 'holds “1.234,50”, which is not an amount'],
    ['(12.00) CR', 'holds “(12.00) CR”, which is not an amount'], ['-12.00 DR', 'holds “-12.00 DR”, which is not an amount'], ['(-12)', 'holds “(-12)”, which is not an amount'],
    [true, 'holds TRUE, which is not an amount'], ['2026-10-31', 'holds “2026-10-31”, which is not an amount'],
    [100_000_000.01, 'holds more than £100 million, which no row of a school’s ledger comes to'],
    ['9'.repeat(60), 'holds more than £100 million, which no row of a school’s ledger comes to'],
  ])('%s is refused: it %s', (cell, reason) => {
    expect(readAmount(cell)).toEqual({ kind: 'refused', reason });
  });
});
