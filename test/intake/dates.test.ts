import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { bringIn, onlyRow, said } from './bring-in.ts';

const ZONES = ['Europe/London', 'America/Los_Angeles', 'Pacific/Auckland'];

const column = (cells: readonly string[], header = 'Purchase date'): string =>
  `Item,"${header}"\n${cells.map((cell, index) => `Laptop ${index},"${cell}"`).join('\n')}\n`;

const dates = async (cells: readonly string[], header?: string): Promise<(string | null)[]> =>
  (await bringIn(column(cells, header))).rows.map(({ purchaseDate }) => purchaseDate);

describe.each(ZONES)('purchase dates on a computer in %s', (zone) => {
  const before = process.env['TZ'];
  beforeAll(() => { process.env['TZ'] = zone; });
  afterAll(() => { if (before === undefined) delete process.env['TZ']; else process.env['TZ'] = before; });

  test('the clock of the test is in that zone', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(new Date('2021-07-01T00:00:00Z').getHours()).not.toBe(0);
  });

  test('one cell that fits only the UK order settles its whole column', async () => {
    const reading = await bringIn(column(['03/04/2021', '25/12/2020', '29/05/1993']));
    expect(reading.rows.map(({ purchaseDate }) => purchaseDate)).toEqual(['2021-04-03', '2020-12-25', '1993-05-29']);
    expect(said(reading, 'Purchase date')).toContain('day first (2 of 3 dates fit only that order)');
  });

  test('one cell that fits only the order of the United States settles its whole column', async () => {
    const reading = await bringIn(column(['3/4/2021', '12/25/2020', '10/1/22']));
    expect(reading.rows.map(({ purchaseDate }) => purchaseDate)).toEqual(['2021-03-04', '2020-12-25', '2022-10-01']);
    expect(said(reading, 'Purchase date')).toContain('month first, as in the United States (1 of 3 dates fits only that order)');
  });

  test('where every date could be either, the UK order is used and said', async () => {
    const reading = await bringIn(column(['03/04/2021', '05/06/2020']));
    expect(reading.rows.map(({ purchaseDate }) => purchaseDate)).toEqual(['2021-04-03', '2020-06-05']);
    expect(said(reading, 'Purchase date')).toContain('day first, as in the UK: each of the 2 dates could be read either way');
  });

  test('a column with both orders follows the greater number, and the rest the only way they fit', async () => {
    const reading = await bringIn(column(['25/12/2020', '26/12/2020', '12/27/2020', '01/02/2021']));
    expect(reading.rows.map(({ purchaseDate }) => purchaseDate)).toEqual(['2020-12-25', '2020-12-26', '2020-12-27', '2021-02-01']);
    expect(said(reading, 'Purchase date')).toContain('1 fits only the other order and was read so');
  });

  test('each column decides for itself', async () => {
    const row = onlyRow(await bringIn('Item,Purchase date,Warranty end\nLaptop,13/02/2021,2/13/2024\n'));
    expect(row).toMatchObject({ purchaseDate: '2021-02-13', warrantyEnd: '2024-02-13' });
  });

  test('two-figure years 00 to 69 lie in this century, 80 to 99 in the last', async () => {
    expect(await dates(['13/01/00', '13/01/69', '13/01/99'])).toEqual(['2000-01-13', '2069-01-13', '1999-01-13']);
    expect(said(await bringIn(column(['13/01/21'])), 'Purchase date')).toContain('two-figure years 00 to 69 are 2000 to 2069 (1)');
  });

  test.each([
    ['2021-09-03', '2021-09-03'], ['2021/09/03', '2021-09-03'], ['2021-09-03T00:00:00.000Z', '2021-09-03'], ['2021-09-03T23:59:59+01:00', '2021-09-03'],
    ['03/09/2021 00:00', '2021-09-03'], ['03/09/2021 11:59:59 PM', '2021-09-03'], ['3.9.2021', '2021-09-03'], ['03-09-21', '2021-09-03'],
    ['3 Sep 2021', '2021-09-03'], ['3rd September 2021', '2021-09-03'], ['Fri 3 Sept 2021', '2021-09-03'], ['03-Sep-21', '2021-09-03'],
    ['September 3, 2021', '2021-09-03'], ['2021-Sep-03', '2021-09-03'], ['20210903', '2021-09-03'], ['2021-06-01 14:19:07.1733099', '2021-06-01'],
    ['29/02/2024', '2024-02-29'],
  ])('“%s” is %s', async (cell, date) => {
    expect(onlyRow(await bringIn(column([cell])))).toMatchObject({ purchaseDate: date, purchaseDateAssumed: false });
  });

  test.each([
    ['Sep 2021', '2021-09-01'], ['Sep-21', '2021-09-01'], ['09/2021', '2021-09-01'], ['2021-09', '2021-09-01'], ['2021', '2021-09-01'],
    ['2021/22', '2021-09-01'], ['2021-22', '2021-09-01'], ['2021/2022', '2021-09-01'], ['AY 2021/22', '2021-09-01'], ['2010/11', '2010-09-01'], ['2010-11', '2010-11-01'],
  ])('“%s” is taken as %s and marked as assumed', async (cell, date) => {
    expect(onlyRow(await bringIn(column([cell])))).toMatchObject({ purchaseDate: date, purchaseDateAssumed: true });
  });

  test('“2010-11” is a school year where another cell of its column is one', async () => {
    expect(await dates(['2010-11', '2014-15'])).toEqual(['2010-09-01', '2014-09-01']);
  });

  test('day numbers of Excel are dates between 20000 and 60000, in a column of dates alone', async () => {
    expect(await dates(['44197', '45658.5'])).toEqual(['2021-01-01', '2025-01-01']);
    const row = onlyRow(await bringIn('Item,Order number,Cost,Purchase date\nLaptop,44197,44197,44197\n'));
    expect(row).toMatchObject({ orderNumber: '44197', unitPaidPence: 4_419_700, purchaseDate: '2021-01-01' });
  });

  test('one of a thing is spoken of as one', async () => {
    expect(said(await bringIn(column(['44197'])), 'Purchase date')).toContain('1 day number of Excel read as a date');
    expect(said(await bringIn(column(['44197', '44198'])), 'Purchase date')).toContain('2 day numbers of Excel read as dates');
    expect(said(await bringIn(column(['03/04/2021'])), 'Purchase date')).toContain('day first, as in the UK: the one date could be read either way');
    expect(said(await bringIn(column(['Sep 2021'])), 'Purchase date')).toContain('1 date known only by month');
    expect(said(await bringIn(column(['2021', '2022'])), 'Purchase date')).toContain('2 dates known only by year or school year');
  });

  test('dates that Excel keeps as dates are the same day everywhere', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Kit', rows: [
      ['Item', 'Purchase date', 'Warranty end'],
      ['Laptop', new Date('2021-07-01T00:00:00Z'), new Date('2024-03-31T01:30:00Z')], ['Desktop', new Date('2021-10-31T00:00:00Z'), null],
    ] }] });
    expect((await bringIn(bytes, 'kit.xlsx')).rows.map(({ purchaseDate, warrantyEnd }) => [purchaseDate, warrantyEnd]))
      .toEqual([['2021-07-01', '2024-03-31'], ['2021-10-31', null]]);
  });
});

describe('dates that cannot be believed', () => {
  test('a date in 1899 leaves the purchase date unknown, and the row stays', async () => {
    const reading = await bringIn(column(['30/12/1899', '01/09/2021']));
    expect(reading.rows.map(({ purchaseDate }) => purchaseDate)).toEqual([null, '2021-09-01']);
    expect(said(reading, 'Purchase date')).toContain('a date before 1980 (“30 Dec 1899”) in row 2; kept without it');
  });

  test.each(['31/02/2021', '31/04/2021', '00/01/2021', '2021-13-01', '29/02/2023', 'soon', '12/2021/01'])('“%s” is no day: unknown, said, and the row stays', async (cell) => {
    const reading = await bringIn(column(['25/12/2020', '13/01/2021', cell]));
    expect(reading.rows.map(({ purchaseDate }) => purchaseDate)).toEqual(['2020-12-25', '2021-01-13', null]);
    expect(said(reading, 'Purchase date')).toContain(`text that cannot be read as a date (“${cell}”) in row 4; kept without it`);
  });

  test('a purchase after the as-at date is kept and named', async () => {
    const reading = await bringIn(column(['22/11/2026', '21/11/2026']));
    expect(reading.rows.map(({ purchaseDate }) => purchaseDate)).toEqual(['2026-11-22', '2026-11-21']);
    expect(said(reading, 'Purchase date')).toContain('a date after 21 Nov 2026 in row 2');
  });

  test('placeholders are not dates and are not complained about', async () => {
    const reading = await bringIn(column(['25/12/2020', 'N/A', '-', 'TBC', '0']));
    expect(reading.rows.map(({ purchaseDate }) => purchaseDate)).toEqual(['2020-12-25', null, null, null, null]);
    expect(said(reading, 'Purchase date')).not.toContain('cannot be read');
  });

  test('an order date stands in where the delivery date is blank', async () => {
    const reading = await bringIn('Item,Order date,Delivery date\nLaptop,13/01/2021,20/01/2021\nLaptop,14/01/2021,\n');
    expect(reading.rows.map(({ purchaseDate }) => purchaseDate)).toEqual(['2021-01-20', '2021-01-14']);
    expect(said(reading, 'Order date')).toContain('where Delivery date says nothing');
  });
});

describe('warranties', () => {
  const ends = async (header: string, cells: readonly string[]): Promise<(string | null)[]> =>
    (await bringIn(`Item,Bought,"${header}"\n${cells.map((cell) => `Laptop,31/08/2021,"${cell}"`).join('\n')}\n`)).rows.map(({ warrantyEnd }) => warrantyEnd);

  test.each([
    ['Warranty', ['36 months', '3 yrs', '3Y NBD', '1 year'], ['2024-08-31', '2024-08-31', '2024-08-31', '2022-08-31']],
    ['Warranty', ['36', '12', '6'], ['2024-08-31', '2022-08-31', '2022-02-28']],
    ['Warranty', ['3', '5', '1'], ['2024-08-31', '2026-08-31', '2022-08-31']],
    ['Warranty months', ['3', '6'], ['2021-11-30', '2022-02-28']],
    ['Warranty (yrs)', ['3', '2.5'], ['2024-08-31', '2024-02-29']],
    ['Warranty', ['31/08/2024', '30/08/2025', 'N/A'], ['2024-08-31', '2025-08-30', null]],
    ['Warranty expiry', ['2024-08-31', '45535'], ['2024-08-31', '2024-08-31']],
    ['Warranty', ['36 months', '30/09/2025', '36 months'], ['2024-08-31', '2025-09-30', '2024-08-31']],
  ])('%s: %j', async (header, cells, expected) => {
    expect(await ends(header, cells)).toEqual(expected);
  });

  test('a given end stands before a length', async () => {
    expect(onlyRow(await bringIn('Item,Bought,Warranty,Warranty expires\nLaptop,31/08/2021,36 months,30/06/2025\n')))
      .toMatchObject({ warrantyMonths: 36, warrantyEnd: '2025-06-30' });
  });

  test('a length without a purchase date gives no end, and that is said', async () => {
    const reading = await bringIn('Item,Bought,Warranty\nLaptop,,36 months\nLaptop,31/08/2021,36 months\n');
    expect(reading.rows.map(({ warrantyEnd }) => warrantyEnd)).toEqual([null, '2024-08-31']);
    expect(said(reading, 'Warranty')).toContain('without a date to count from in row 2');
  });
});
