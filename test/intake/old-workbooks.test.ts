import { CFB, utils, write, type BookType } from '@e965/xlsx';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { forkReader } from '../../app/intake/fork-reader.ts';
import { readTable } from '../../app/intake/read-register-file.ts';
import { bringIn, refusalOf, said, tableOf } from './bring-in.ts';
import { zip } from './zip-writer.ts';

const inItsOwnProcess = forkReader(fileURLToPath(new URL('../../app/intake/reader/main.ts', import.meta.url)));

type Cell = string | number | boolean | Date | null;
const REGISTER: readonly (readonly Cell[])[] = [
  ['Asset tag', 'Description', 'Bought', 'Cost', 'Serial', 'Room'],
  ['00123', 'Kestrel laptop', new Date(Date.UTC(2021, 5, 24)), 398.5, '1E05', 'IT3'],
  ['A-2', 'Kestrel laptop', '03/04/2021', 12, '6377020000000001', 'Café'],
];

type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[]; readonly hidden?: boolean; readonly merges?: readonly string[] };

/** A workbook in one of the forms that programs wrote before .xlsx, or beside it. */
function workbook(form: BookType, sheets: readonly Sheet[], options: { readonly date1904?: boolean } = {}): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((cells) => [...cells]), { UTC: true, cellDates: true });
    sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { Sheets: sheets.map(({ hidden = false }) => ({ Hidden: hidden ? 1 : 0 })), WBProps: { date1904: options.date1904 ?? false } };
  return write(book, { bookType: form, type: 'buffer', cellDates: true }) as Uint8Array;
}

const inventory = [{ name: 'Inventory', rows: REGISTER }];

describe('a register in an old or rare form of workbook', () => {
  test.each<[string, BookType]>([
    ['.xls of Excel 97 to 2003', 'biff8'], ['.xls of Excel 95', 'biff5'], ['.xls of Excel 2, without a container', 'biff2'], ['.xlsb', 'xlsb'],
    ['.ods of LibreOffice', 'ods'], ['.fods, the same as one XML file', 'fods'], ['Excel’s XML of 2003', 'xlml'],
  ])('%s comes in: text stays text, days are the days that Excel shows', async (_, form) => {
    const reading = await bringIn(workbook(form, inventory), 'kit.xls');
    expect(reading.rows.map(({ tag, serial, purchaseDate, unitPaidPence }) => [tag, serial, purchaseDate, unitPaidPence])).toEqual([
      ['00123', '1E05', '2021-06-24', 39_850], ['A-2', '6377020000000001', '2021-04-03', 1_200],
    ]);
    // The writer of these tests knows no accents before Unicode; the reader does.
    if (!['biff2', 'biff5'].includes(form)) expect(reading.rows[1]?.room).toBe('Café');
  });

  test('a web page that calls itself .xls comes in with its leading zeros and its UK dates', async () => {
    const page = '<html><head><meta charset="utf-8"></head><body><h1>Kit</h1><table border=1><tr><th>Asset tag</th><th>Bought</th><th>Room</th></tr>'
      + '<tr><td>00123</td><td>03/04/2021</td><td>Café &amp; Bar</td></tr><tr><td>1E05</td><td>24/09/2021</td><td>IT3</td></tr></table></body></html>';
    const reading = await bringIn(page, 'kit.xls');
    expect(reading.rows.map(({ tag, purchaseDate, room }) => [tag, purchaseDate, room])).toEqual([
      ['00123', '2021-04-03', 'Café & Bar'], ['1E05', '2021-09-24', 'IT3'],
    ]);
  });

  test('days counted from 1904 are the days that Excel shows', async () => {
    expect((await bringIn(workbook('biff8', inventory, { date1904: true }), 'kit.xls')).rows[0]?.purchaseDate).toBe('2021-06-24');
  });

  test('a hidden sheet is passed over, and every sheet is listed with its size', async () => {
    const table = await tableOf(workbook('biff8', [{ name: 'Lists', rows: [['Tag', 'Room', 'Cost'], ['x', 'y', 1]], hidden: true }, ...inventory]), 'kit.xls');
    expect(table.sheet).toBe('Inventory');
    expect(table.sheets).toEqual([
      { name: 'Lists', rows: 2, columns: 3, hidden: true }, { name: 'Inventory', rows: 3, columns: 6, hidden: false },
    ]);
  });

  test('a room merged over its rows is read for each of them', async () => {
    const rows = [['Tag', 'Item', 'Room'], ['A-1', 'Laptop', 'IT3'], ['A-2', 'Laptop', null], ['A-3', 'Laptop', null]];
    const reading = await bringIn(workbook('biff8', [{ name: 'Kit', rows, merges: ['C2:C4'] }]), 'kit.xls');
    expect(reading.rows.map(({ room }) => room)).toEqual(['IT3', 'IT3', 'IT3']);
    expect(said(reading, 'Column C')).toContain('merged cells');
  });

  test('errors of Excel are said and read as empty', async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([['Tag', 'Item', 'Room'], ['A-1', 'Laptop', 'IT3'], ['A-2', 'Laptop', null]]);
    sheet['C3'] = { t: 'e', v: 42 };
    utils.book_append_sheet(book, sheet, 'Kit');
    const reading = await bringIn(write(book, { bookType: 'biff8', type: 'buffer' }) as Uint8Array, 'kit.xls');
    expect(reading.rows[1]?.room).toBeNull();
    expect(said(reading, 'Room')).toContain('an Excel error such as #N/A in row 3');
  });
});

describe('an old workbook that cannot be read is refused in a sentence', () => {
  const container = (stream: string): Uint8Array => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, stream, Buffer.from('x'));
    return CFB.write(file, { type: 'buffer' }) as Uint8Array;
  };
  const xls = workbook('biff8', inventory);
  test.each<[string, Uint8Array | string, string]>([
    ['a Word document in the old container', container('WordDocument'), 'no workbook'],
    ['a truncated .xls', xls.subarray(0, 1_500), 'damaged'],
    ['an .xls without a row', workbook('biff8', [{ name: 'Kit', rows: [] }]), 'every sheet that can be seen is empty'],
    ['a web page without a table', '<html><body>Our kit follows on Monday</body></html>', 'without a table'],
    ['an XML workbook without a sheet', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>', 'no sheet in it'],
    ['a web page with headings and nothing under them', '<table><tr><td>Tag</td><td>Room</td></tr></table>', 'no rows under the header'],
  ])('%s', async (_, bytes, words) => {
    expect(await refusalOf(bytes, 'kit.xls')).toContain(words);
  });
});

describe('a hostile old workbook ends in a sentence, and the process that met it is gone', () => {
  const ods = (content: string): Uint8Array => zip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', data: `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>` },
    { name: 'styles.xml', data: '<x/>' }, { name: 'META-INF/manifest.xml', data: '<x/>' },
  ]);
  const cell = '<table:table-cell office:value-type="string"><text:p>Tag</text:p></table:table-cell>';
  const repeated = (attribute: string): string => cell.replace('<table:table-cell', `<table:table-cell ${attribute}="2000000000"`);
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, level) =>
    `<!ENTITY a${level} "${`&a${level === 0 ? '' : level - 1};`.repeat(10)}">`).join('')}]><html><table><tr><td>&a19;</td></tr></table></html>`;
  const corners = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Kit"><Table>'
    + '<Row><Cell><Data ss:Type="String">Tag</Data></Cell></Row><Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>';
  test.each<[string, Uint8Array]>([
    ['an .ods with a row repeated two thousand million times', ods(`<table:table table:name="Kit"><table:table-row table:number-rows-repeated="2000000000">${cell}</table:table-row></table:table>`)],
    ['an .ods with a cell repeated two thousand million times', ods(`<table:table table:name="Kit"><table:table-row>${repeated('table:number-columns-repeated')}</table:table-row></table:table>`)],
    ['an .ods that is a bomb', zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, { name: 'content.xml', data: Buffer.alloc(50_000_000) }])],
    ['an .xlsb that lies about its sizes', zip([{ name: 'xl/workbook.bin', data: Buffer.alloc(5_000_000), declaredSize: 10 }])],
    ['a page with a table of two thousand million columns', Buffer.from(`<table><tr><td colspan="2000000000">Tag</td></tr><tr><td>${'x'.repeat(10)}</td></tr></table>`)],
    ['a page of entities within entities', Buffer.from(laughs)],
    ['an XML workbook with a value in the last cell of the sheet', Buffer.from(corners)],
    ['an .xls with its directory overwritten', Buffer.from(workbook('biff8', inventory)).fill(0xff, 512, 1_600)],
  ])('%s', async (_, bytes) => {
    const outcome = await readTable(bytes, 'kit.xls', inItsOwnProcess, { limitMs: 8_000 }).then((table) => {
      // Read after all, and then harmless: a handful of rows.
      expect(table.rows.length).toBeLessThan(10);
      return 'kit.xls.';
    }, (error: unknown) => (error instanceof Error ? error.message : ''));
    expect(outcome).toMatch(/^kit\.xls[^\n]*\.$/);
  }, 20_000);
});
