import { write, utils } from '@e965/xlsx';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forkReader } from '../../app/intake/fork-reader.ts';
import { readTable } from '../../app/intake/read-register-file.ts';
import { planInMemory } from '../support/plan-in-memory.ts';
import { csvFile } from '../support/register-file.ts';
import { bringIn, leftOut, onlyRow, readerInThisProcess, refusalOf, tableOf } from './bring-in.ts';
import { sheetRows, workbookParts, zip } from './zip-writer.ts';

const inItsOwnProcess = forkReader(fileURLToPath(new URL('../../app/intake/reader/main.ts', import.meta.url)));
const samples = process.env['KITPLAN_SAMPLES'] ?? '';
const sample = (path: string): Uint8Array => readFileSync(join(samples, path));

/** What is true of a register must be true in London in summer, and at both ends of the day. */
describe.each(['Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'])('what real registers look like, in %s', (zone) => {
  const before = process.env['TZ'];
  beforeEach(() => { process.env['TZ'] = zone; });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  describe('1. identifiers are not unique and often absent', () => {
    test.each(['N/A', 'n/a', '-', '.', ' ', 'blank', '0', '#N/A', 'UnAssigned', 'NULL'])('“%s” is no tag and no serial, and never a key', async (placeholder) => {
      const reading = await bringIn(`Tag,Serial,Item\n${placeholder},${placeholder},Laptop\n${placeholder},${placeholder},Desktop\n`);
      expect(reading.rows.map(({ tag, serial }) => [tag, serial])).toEqual([[null, null], [null, null]]);
      expect(reading.findings.repeated).toEqual([]);
    });

    test('a tag that ten rows have, rows with only a serial, and most tags blank: all come in and again change nothing', async () => {
      const lines = Array.from({ length: 40 }, (_, at) => `${at < 10 ? 'OLD-1' : at < 13 ? `T-${at}` : ''},${at % 3 === 0 ? '' : `S-${at}`},Laptop,R${at % 4}`);
      const reading = await bringIn(`Tag,Serial,Item,Room\n${lines.join('\n')}\n`);
      expect(reading.rows).toHaveLength(40);
      expect(reading.findings.repeated).toMatchObject([{ field: 'tag', value: 'OLD-1', rows: { length: 10 } }]);
    });
  });

  describe('2. a warranty is months, an end or a word, and dates and prices are often missing', () => {
    test.each([['36', '2024-09-24'], ['36 months', '2024-09-24'], ['3 yrs', '2024-09-24'], ['24/09/2024', '2024-09-24']])('“%s” ends on %s', async (warranty, end) => {
      expect(onlyRow(await bringIn(`Tag,Bought,Warranty\nA-1,24/09/2021,${warranty}\n`)).warrantyEnd).toBe(end);
    });

    test('a column of words such as “expired” is left out with its reason', async () => {
      expect(leftOut(await bringIn('Tag,Item,Warranty\nA-1,Laptop,expired\nA-2,Laptop,in cover\n'), 'Warranty')).toContain('neither lengths of cover nor dates');
    });

    test('a list without any date or price comes in, is asked about once, and can be brought in undated', async () => {
      using plan = planInMemory({ spawnReader: readerInThisProcess });
      const found = await plan.call('intake.examine', csvFile('Tag,Item\nA-1,Laptop\nA-2,Laptop\n'));
      expect(found.problems).toMatchObject([{ id: 'undated', title: '2 rows have no purchase date', rows: 2 }]);
      expect((await plan.call('intake.commit', csvFile('Tag,Item\nA-1,Laptop\nA-2,Laptop\n'))).value.rows.new).toBe(2);
    });
  });

  describe('3. words for a status', () => {
    test.each([
      ['Ready to Deploy', 'in_use'], ['Archived', 'retired'], ['Lost', 'lost'], ['Undeployable', 'in_repair'], ['Pending Diagnostics', 'in_repair'],
      ['In Use', 'in_use'], ['active', 'in_use'], ['in service', 'in_use'], ['maintenance', 'in_repair'], ['Working', 'in_use'], ['Defective', 'in_repair'],
      ['Spare', 'spare'], ['Lost Dongle', 'lost'], ['IN_STOCK', 'in_stock'],
    ])('“%s” is %s', async (word, status) => {
      expect(onlyRow(await bringIn(`Tag,Item,Status\nA-1,Laptop,${word}\n`)).status).toBe(status);
    });

    test('a word or a bare number that stands for none is kept as text, and a person can say what it means', async () => {
      const reading = await bringIn('Tag,Item,Status\nA-1,Laptop,1\nA-2,Laptop,Zog\n');
      expect(reading.rows.map(({ status, notes }) => [status, notes])).toEqual([['in_use', 'Status: 1'], ['in_use', 'Status: Zog']]);
      expect(reading.findings.unknownStatuses.map(({ word }) => word)).toEqual(['1', 'Zog']);
    });

    test.each([['Personal', 1], ['Corporate', 0], ['Unknown', 0]])('ownership “%s” refuses %i row', async (word, refused) => {
      expect((await bringIn(`Tag,Item,Ownership\nA-1,Laptop,${word}\nA-2,Laptop,Corporate\n`)).refused).toHaveLength(refused);
    });
  });

  describe('4. dates', () => {
    test.each([
      ['1/23/23', '2023-01-23'], ['1/23/2023', '2023-01-23'], ['23/01/2023', '2023-01-23'], ['2023/01/23', '2023-01-23'], ['2023-01-23', '2023-01-23'],
      ['23/01/2023 14:05', '2023-01-23'],
    ])('“%s” is one day', async (text, date) => {
      expect(onlyRow(await bringIn(`Tag,Bought\nA-1,${text}\n`)).purchaseDate).toBe(date);
    });

    test('dates as text in a workbook are read as text is, and days of a workbook are the days that Excel shows', async () => {
      // 44371 is 24 June 2021; in London that midnight is 11 at night of the day before in UTC.
      const rows = sheetRows([['Tag', 'Purchase date', 'Warranty end'], ['A-1', '24/06/2021', 44_371]]);
      const row = onlyRow(await bringIn(zip(workbookParts([{ name: 'Kit', cells: rows }])), 'kit.xlsx'));
      expect([row.purchaseDate, row.warrantyEnd]).toEqual(['2021-06-24', '2021-06-24']);
    });

    test('where every date can be read two ways the UK order is taken, said, and asked about', async () => {
      using plan = planInMemory({ spawnReader: readerInThisProcess });
      const found = await plan.call('intake.examine', csvFile('Tag,Bought\nA-1,03/04/2021\nA-2,05/06/2021\n'));
      expect(found.problems).toMatchObject([{ title: 'Every date in “Bought” can be read two ways', answers: [{ label: 'Day first' }, { label: 'Month first' }] }]);
    });
  });

  describe('5. layout', () => {
    test('titles and counts above the headings', async () => {
      expect((await bringIn('Hillcrest School,,\nICT register,,\nLaptops,12,\n,,\nTag,Item,Bought\nA-1,Laptop,24/09/2021\n')).headerRow).toBe(5);
    });

    test('hidden lists are passed over, and every sheet can be chosen', async () => {
      const bytes = zip(workbookParts([
        { name: 'Lists', state: 'hidden', cells: sheetRows([['Tag', 'Item', 'Room', 'Serial'], ['x', 'y', 'z', 'w']]) },
        { name: 'Pivot', cells: sheetRows([['Total', 'Count'], ['Laptops', 12]]) },
        { name: 'Kit', cells: sheetRows([['Tag', 'Item'], ['A-1', 'Laptop']]) },
      ]));
      const table = await tableOf(bytes, 'kit.xlsx');
      expect(table.sheet).toBe('Kit');
      expect(table.sheets.map(({ name, rows, hidden }) => [name, rows, hidden])).toEqual([['Lists', 2, true], ['Pivot', 2, false], ['Kit', 2, false]]);
      expect((await readTable(bytes, 'kit.xlsx', readerInThisProcess, { how: { sheet: 'Lists' } })).rows[1]?.cells[0]).toBe('x');
      await expect(readTable(bytes, 'kit.xlsx', readerInThisProcess, { how: { sheet: 'Stock' } })).rejects.toThrow('no sheet called “Stock”. It has “Lists”, “Pivot”, “Kit”.');
    });

    test('two assets in one row: the second columns of a name are left out and said', async () => {
      expect(leftOut(await bringIn('Tag,Item,Tag,Item\nPC-1,Desktop,MON-1,Monitor\n'), 'Tag (column C)')).toContain('a second column called Tag');
    });

    test('a quantity of thirty stays one group', async () => {
      expect(onlyRow(await bringIn('Room,Qty,Model,Bought\nRoom 12,30,Dell 3080,2021\n')).quantity).toBe(30);
    });

    test('records one under the other are refused in words', async () => {
      expect(await refusalOf('Asset,Laptop\nRoom,IT3\nBought,2021\n\nAsset,Desktop\nRoom,IT4\nBought,2022\n')).toContain('one under the other, with asset, room, bought at the start of the rows');
    });

    test('a used range far beyond the data is no row and no column', async () => {
      const cells = `${sheetRows([['Tag', 'Item'], ['A-1', 'Laptop']])}<row r="188932"><c r="XFD188932" s="0"/></row>`;
      const parts = workbookParts([{ name: 'Kit', cells }]).map((part) => (part.name.endsWith('sheet1.xml')
        ? { ...part, data: String(part.data).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>') } : part));
      const table = await tableOf(zip(parts), 'kit.xlsx');
      expect([table.rows.length, table.sheets[0]?.rows, table.sheets[0]?.columns]).toEqual([2, 2, 2]);
    });
  });

  test.each(['Device_Password', 'Licence key', 'PIN', 'IP address', 'E-mail', 'BitLocker'])('6. a column called “%s” is left out, and its cells are shown nowhere', async (header) => {
    using plan = planInMemory({ spawnReader: readerInThisProcess });
    const file = csvFile(`Tag,Item,${header}\nA-1,Laptop,hunter2\nA-2,Laptop,hunter3\n`);
    const found = await plan.call('intake.examine', file);
    expect(found.columns[2]).toMatchObject({ goesTo: null, isPrivate: true });
    await plan.call('intake.commit', file);
    expect(JSON.stringify([found, await plan.call('intake.rows', file), await plan.call('plan.snapshot', {}), await plan.call('intake.refused', file)])).not.toContain('hunter');
  });

  test('7. numbers that Excel has shortened are named, with what can be done', async () => {
    using plan = planInMemory({ spawnReader: readerInThisProcess });
    const found = await plan.call('intake.examine', csvFile('Tag,Model number,Bought\nA-1,6.37702E+15,24/09/2021\nA-2,X1,24/09/2021\n'));
    expect(found.problems).toMatchObject([{
      title: '1 value of Model number was shortened by Excel', detail: 'Such as 6.37702E+15 in row 2: the last digits are lost in the file.',
      answers: [{ label: 'Bring them in so' }, { label: 'Leave the column out' }],
    }]);
  });
});

describe('parser traps', () => {
  const dated = (date1904: boolean): Uint8Array => zip(workbookParts([{ name: 'Kit', cells: sheetRows([['Tag', 'Bought'], ['A-1', date1904 ? 42_735 : 44_197]]) }], { date1904 }));

  test.each([false, true])('days counted from 1904 (%s) are not four years early: 1 January 2021', async (date1904) => {
    expect(onlyRow(await bringIn(dated(date1904), 'kit.xlsx')).purchaseDate).toBe('2021-01-01');
  });

  test('29 May is not the 28th in London’s summer, in either reader', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Tag', 'Bought'], ['A-1', new Date(Date.UTC(1993, 4, 29))]], { UTC: true, cellDates: true }), 'Kit');
    const before = process.env['TZ'];
    process.env['TZ'] = 'Europe/London';
    try {
      for (const bookType of ['xlsx', 'biff8', 'ods'] as const) {
        expect(onlyRow(await bringIn(write(book, { bookType, type: 'buffer', cellDates: true }) as Uint8Array, 'kit.xls')).purchaseDate).toBe('1993-05-29');
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  test('a workbook without a row, and a table without one, are never a success', async () => {
    expect(await refusalOf(zip(workbookParts([{ name: 'Kit', cells: '' }])), 'kit.xlsx')).toContain('every sheet that can be seen is empty');
    expect(await refusalOf('Tag,Item,Room\n')).toContain('no rows under the header');
  });

  test('a workbook with a password says so', async () => {
    const shell = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]);
    expect(await refusalOf(shell, 'kit.xlsx')).toContain('has a password');
  });

  test('headings of the same name are neither renamed nor lost', async () => {
    const reading = await bringIn('Tag,Category,Item,Category\nA-1,Laptop,Thing,Desktop\n');
    expect(reading.columns.map(({ column }) => column)).toEqual(['Tag', 'Category', 'Item', 'Category (column D)']);
    expect(onlyRow(reading).categoryKey).toBe('laptop');
  });

  test('a bare inch mark is only an inch mark', async () => {
    expect(onlyRow(await bringIn('Tag,Description\nA-1,Dell Monitory 24"\n')).description).toBe('Dell Monitory 24"');
  });

  test.each<[string, Uint8Array]>([
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Tag,Room\nA-1,Café\n', 'utf16le')])],
    ['UTF-16 without one', Buffer.from('Tag,Room\nA-1,Café\n', 'utf16le')],
    ['Windows-1252', Buffer.from('Tag,Room\nA-1,Caf\u00e9\n', 'latin1')],
    ['UTF-8 with its mark', Buffer.from('\u{feff}Tag,Room\nA-1,Café\n', 'utf8')],
  ])('%s is decoded without being told', async (_, bytes) => {
    expect(onlyRow(await bringIn(bytes)).room).toBe('Café');
  });

  test('an old Mac’s letters are read where a person says so', async () => {
    const bytes = Buffer.concat([Buffer.from('Tag,Room\rA-1,Caf'), Buffer.from([0x8e]), Buffer.from('\r')]);
    expect((await readTable(bytes, 'kit.csv', readerInThisProcess, { how: { encoding: 'macintosh' } })).rows[1]?.cells[1]).toBe('Café');
    expect((await readTable(bytes, 'kit.csv', readerInThisProcess)).rows[1]?.cells[1]).not.toBe('Café');
  });

  test('headings over two rows, and a table below others, are found or can be named', async () => {
    expect(onlyRow(await bringIn('Purchase,,Asset,\nDate,Cost,Tag,Description\n24/09/2021,365,A-1,Laptop\n'))).toMatchObject({ tag: 'A-1', purchaseDate: '2021-09-24' });
    using plan = planInMemory({ spawnReader: readerInThisProcess });
    const text = 'Rooms\nRoom,Pupils\nIT3,30\n\nKit\nTag,Item,Room\nA-1,Laptop,IT3\n';
    expect((await plan.call('intake.rows', { ...csvFile(text), options: { headerRow: 6 } })).rows.map(({ tag }) => tag)).toEqual(['A-1']);
  });

  test('a gigabyte of zeros in a sheet is refused by its directory, before anything inflates it', async () => {
    const bomb = zip([...workbookParts([{ name: 'Kit', cells: '' }]), { name: 'xl/worksheets/sheet2.xml', data: Buffer.alloc(1_000_000), declaredSize: 1_000_000_000 }]);
    const before = process.memoryUsage().rss;
    await expect(readTable(bomb, 'kit.xlsx', inItsOwnProcess)).rejects.toThrow('far more than a register needs');
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  test.skipIf(!existsSync(samples))('the samples that other readers lose or refuse', async () => {
    expect((await tableOf(sample('xlsx-calamine/inlineStr_cdata.xlsx'), 'a.xlsx')).rows[0]?.cells[0]).toContain('CDATA');
    expect((await tableOf(sample('xlsx-calamine/nonstandard-xml-ns-prefix.xlsx'), 'b.xlsx')).rows.length).toBeGreaterThan(0);
    expect((await tableOf(sample('xlsx-calamine/richtext-after-plain.xlsx'), 'c.xlsx')).rows.length).toBeGreaterThan(0);
    expect((await tableOf(sample('assets-dfe-get-help-with-tech/extra-mobile-data-requests.xlsx'), 'd.xlsx')).sheets.filter(({ hidden }) => hidden)).toHaveLength(3);
  });
});
