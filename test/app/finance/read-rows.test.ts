import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actualsLayout, columnIndex } from '../../../app/contract/actuals-layout.ts';
import { guessLayout, layoutSignature } from '../../../app/finance/actuals/guess-layout.ts';
import { readRows, type RowReading } from '../../../app/finance/actuals/read-rows.ts';
import { columnLetter, type RawCell, type RawTable } from '../../../app/intake/raw-table.ts';
import { NO_FINANCE } from '../../../planning/budget/finance.ts';
import { SHIPPED_FUNDS } from '../../../planning/budget/fund.ts';
import { financialYear } from '../../../planning/calendar.ts';

const table = (rows: readonly (readonly RawCell[])[], more: Partial<RawTable> = {}): RawTable => ({
  fileName: 'ledger.xlsx', sheet: 'Ledger', dateSystem: '1900', sheets: [], text: null, notices: [],
  rows: rows.map((cells, at) => ({ row: at + 1, cells })), ...more,
});
const facts = { finance: NO_FINANCE, funds: SHIPPED_FUNDS };
const read = (of: RawTable, layout: Parameters<typeof actualsLayout.parse>[0], through = '2026-10-31'): readonly RowReading[] =>
  readRows(of, facts, { layout: actualsLayout.parse(layout), year: financialYear(2026, 4), through });
const told = (rows: readonly RowReading[]): string[] => rows.map((row) =>
  (row.kind === 'matched' ? `${row.row}: ${row.actual.costCategory} ${row.actual.pence}` : row.kind === 'left_out' ? `${row.row}: ${row.reason}` : row.sentence));

describe('the rows of an export', () => {
  it('are read from the first row to the last, and several columns of money are added up', () => {
    const rows = table([['Code', 'P1', 'P2'], ['E20E', 100, 50], ['E20E', '10.00', '(5.00)'], ['E20E', 1, 1]]);
    expect(told(read(rows, { startRow: 2, endRow: 3, ledgerCode: 'A', actual: ['b', 'C'] }))).toEqual(['2: laptops_desktops_tablets 15000', '3: laptops_desktops_tablets 500']);
  });

  it('name the row and the column of a formula without a result, an error and what is no amount', () => {
    const rows = table([['E20E', null, 5], ['E20E', '#REF!', 5], ['E20E', '12 laptops', 5], [null, 7, null], ['E20E', null, null], ['E20F', 0, null]], { uncomputed: ['B1', 'D9'] });
    expect(told(read(rows, { startRow: 1, ledgerCode: 'A', actual: ['B'], committed: ['C'] }))).toEqual([
      'Row 1: column B holds a formula without a result: open the file in Excel, save it, and bring it in again.',
      'Row 2: column B holds the error #REF!.', 'Row 3: column B holds “12 laptops”, which is not an amount.', 'Row 4 has no ledger code in column A.',
      '5: no_money', '6: other_hardware 0',
    ]);
  });

  it('that hold a text to leave out are left out whatever stands in them, in capitals or not', () => {
    const rows = table([['E20E', 5], ['Sub-TOTAL', 'x'], ['E20E', 'Balance b/f']]);
    expect(told(read(rows, { startRow: 1, ledgerCode: 'A', actual: ['B'], ignoreText: ['total', 'balance'] }))).toEqual(['1: laptops_desktops_tablets 500', '2: ignored_text', '3: ignored_text']);
  });

  it('are dated by day number, text and month, and belong to the year from its first day to its last', () => {
    const dated = (date: RawCell, through: string): string => told(read(table([[date, 'E20E', 5]]), { startRow: 1, date: 'A', ledgerCode: 'B', actual: ['C'] }, through))[0] ?? '';
    for (const date of ['2026-04-01', '31/03/2027', 46_113, 'Sep 2026']) expect(dated(date, '2027-03-31')).toBe('1: laptops_desktops_tablets 500');
    expect(dated('31/03/2026', '2027-03-31')).toBe('Row 1 is dated 31 March 2026, outside 2026/27 (1 April 2026 to 31 March 2027).');
    expect(dated('01/04/2027', '2027-03-31')).toBe('Row 1 is dated 1 April 2027, outside 2026/27 (1 April 2026 to 31 March 2027).');
    expect(dated('31/08/2026', '2026-08-31')).toBe('1: laptops_desktops_tablets 500');
    expect(dated('01/09/2026', '2026-08-31')).toBe('Row 1 is dated 1 September 2026, after 31 August 2026, the last day that the export is said to cover.');
  });

  it('come to one outcome each, whatever a file holds, and nothing in one stops the reading', () => {
    const cell: fc.Arbitrary<RawCell> = fc.oneof(
      fc.constantFrom<RawCell>(null, 'E20E', 'CE04D', 'E20', '(12.00)', '12.00 CR', '#N/A', '=1+1', 'Total', true, '2026-05-01', '31/02/2026', '', '-', '£', '()', 'CR', 'two\nlines', '\u0000x'),
      fc.double(), fc.string(), fc.integer(),
    );
    const letter = fc.integer({ min: 0, max: 6 }).map(columnLetter);
    const layout = fc.record({
      startRow: fc.integer({ min: 1, max: 4 }), ledgerCode: letter, fund: fc.option(letter), costCentre: fc.option(letter), actual: fc.array(letter, { minLength: 1, maxLength: 3 }),
      committed: fc.array(letter, { maxLength: 2 }), date: fc.option(letter), description: fc.option(letter), ignoreText: fc.constantFrom([], ['total']),
    });
    fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), layout, (cells, how) => {
      const of = table(cells);
      const rows = read(of, how);
      expect(rows.map(({ row }) => row)).toEqual(of.rows.map(({ row }) => row).filter((row) => row >= how.startRow));
      for (const row of rows) {
        const pence = row.kind === 'matched' ? row.actual.pence : row.pence;
        expect(Number.isSafeInteger(pence)).toBe(true);
        if (row.kind === 'refused') expect(row.sentence).toMatch(/^Row \d+[ :][^\n]+\.$/u);
      }
      expect(actualsLayout.safeParse(guessLayout(of)).success).toBe(true);
    }), { seed: 20_261_121, numRuns: 400 });
  });
});

describe('the first guess of a layout', () => {
  it('goes by the headings that finance systems write, wherever they stand', () => {
    const guess = guessLayout(table([['Budget monitoring'], [], ['Cost Centre', 'Nominal Code', 'Narrative', 'Date', 'Committed', 'Actual YTD', 'Fund'], ['ICT', 'E20E', 'Laptops', '2026-05-01', 0, 5, '01'], ['Grand total', null, null, null, 0, 5]]));
    expect(guess).toEqual({ tab: null, startRow: 4, endRow: null, ignoreText: ['total'], ledgerCode: 'B', fund: 'G', costCentre: 'A', actual: ['F'], committed: ['E'], date: 'D', description: 'C' });
  });

  it('adds up months where there is a column for each, and takes the last amounts where there are no headings', () => {
    expect(guessLayout(table([['Account', 'Apr 2026', 'May 2026', 'Jun 2026'], ['E20E', 1, 2, 3]]))).toMatchObject({ ledgerCode: 'A', actual: ['B', 'C', 'D'], startRow: 2 });
    expect(guessLayout(table([['E20E', 'Laptops', 12, 34], ['E20F', 'Screens', 5, 6]]))).toMatchObject({ ledgerCode: 'A', actual: ['D'], startRow: 1 });
  });

  it('is remembered by the headings, whatever stands under them', () => {
    const [one, same, other] = [[['Code', 'Actual'], ['E20E', 1]], [['CODE', ' actual '], ['E20F', 2], ['E20G', 3]], [['Code', 'Spent'], ['E20E', 1]]].map((rows) => layoutSignature(table(rows)));
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it('counts columns as a spreadsheet does', () => {
    for (const at of [0, 25, 26, 51, 52, 199]) expect(columnIndex(columnLetter(at))).toBe(at);
    expect(actualsLayout.safeParse({ startRow: 1, ledgerCode: 'GS', actual: ['A'] }).success).toBe(false);
  });
});
