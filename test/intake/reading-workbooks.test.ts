import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { bringIn, onlyRow, refusalOf, said, tableOf } from './bring-in.ts';
import { sheetRows, workbookParts, zip } from './zip-writer.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const register = sheetRows([['Tag', 'Description'], ['A-1', 'Laptop'], ['A-2', 'Desktop']]);

describe('a workbook', () => {
  test('gives its numbers as numbers, its dates as days, and its rows as Excel numbers them', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Kit', rows: [
      ['Hillcrest kit list'], [], ['Asset tag', 'Description', 'Purchase date', 'Cost', 'IMEI'],
      ['00123', 'Laptop', day('2022-12-12'), 365.5, 352_099_001_761_481], [],
      ['1E05', 'Tablet', day('2021-02-28'), 199, 490_154_203_237_518],
    ] }] });
    const reading = await bringIn(bytes, 'kit.xlsx');
    expect(reading.headerRow).toBe(3);
    expect(reading.rows.map(({ row, tag, serial, purchaseDate, unitPaidPence }) => [row, tag, serial, purchaseDate, unitPaidPence])).toEqual([
      [4, '00123', '352099001761481', '2022-12-12', 36_550], [6, '1E05', '490154203237518', '2021-02-28', 19_900],
    ]);
  });

  test('is read by what it is, whatever it is called', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Kit', rows: [['Tag', 'Description'], ['A-1', 'Laptop']] }] });
    expect((await bringIn(bytes, 'kit.csv')).rows).toHaveLength(1);
  });

  test.each(['1900', '1904'] as const)('that counts days from %s gives the same purchase dates', async (dateSystem) => {
    const bytes = await writeXlsx({ dateSystem, sheets: [{ name: 'Kit', rows: [
      ['Tag', 'Description', 'Purchase date'], ['A-1', 'Laptop', day('2021-01-01')], ['A-2', 'Laptop', day('2024-02-29')],
    ] }] });
    expect((await bringIn(bytes, 'kit.xlsx')).rows.map(({ purchaseDate }) => purchaseDate)).toEqual(['2021-01-01', '2024-02-29']);
  });

  test('that counts from 1904 gives the same days for unformatted day numbers', async () => {
    const cells = sheetRows([['Tag', 'Description', 'Purchase date'], ['A-1', 'Laptop', 42_735]]);
    const reading = await bringIn(zip(workbookParts([{ name: 'Kit', cells }], { date1904: true })), 'kit.xlsx');
    expect(onlyRow(reading).purchaseDate).toBe('2021-01-01');
    expect(said(reading, 'Purchase date')).toContain('counted from 1904');
  });

  test('with Excel errors reads them as empty and says so', async () => {
    const cells = `${sheetRows([['Tag', 'Description', 'Serial']])}<row r="2"><c r="A2" t="e"><v>#N/A</v></c>`
      + '<c r="B2" t="inlineStr"><is><t>Laptop</t></is></c><c r="C2" t="e"><v>#REF!</v></c></row>';
    const reading = await bringIn(zip(workbookParts([{ name: 'Kit', cells }])), 'kit.xlsx');
    expect(onlyRow(reading)).toMatchObject({ tag: null, serial: null });
    expect(said(reading, 'Tag')).toContain('Excel error such as #N/A in row 2');
  });

  test('with formulas that were never worked out says which column and what to do', async () => {
    const cells = `${sheetRows([['Tag', 'Description', 'Cost']])}<row r="2"><c r="A2"><v>1</v></c>`
      + '<c r="B2" t="inlineStr"><is><t>Laptop</t></is></c><c r="C2"><f>100*3.65</f></c></row>'
      + '<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="inlineStr"><is><t>Laptop</t></is></c><c r="C3"><f>1+1</f><v>2</v></c></row>';
    const reading = await bringIn(zip(workbookParts([{ name: 'Kit', cells }])), 'kit.xlsx');
    expect(reading.rows.map(({ unitPaidPence }) => unitPaidPence)).toEqual([null, 200]);
    expect(said(reading, 'Column C')).toContain('first in row 2');
  });
});

describe('cells merged downwards', () => {
  test('give their text to each row that they span; a merged number is not repeated, a blank row not filled', async () => {
    const cells = sheetRows([['Room', 'Item', 'Cost'], ['R12', 'Desktop', 1200], [null, 'Desktop', null], [null, null, null], [null, 'Monitor', null], [null, 'Laptop', 365]]);
    const made = workbookParts([{ name: 'Kit', cells }]).map((part) => (part.name.endsWith('sheet1.xml')
      ? { ...part, data: String(part.data).replace('</sheetData>', '</sheetData><mergeCells count="2"><mergeCell ref="A2:A5"/><mergeCell ref="C2:C5"/></mergeCells>') } : part));
    const reading = await bringIn(zip(made), 'kit.xlsx');
    expect(reading.rows.map(({ row, room, unitPaidPence }) => [row, room, unitPaidPence])).toEqual([
      [2, 'R12', 120_000], [3, 'R12', null], [5, 'R12', null], [6, null, 36_500],
    ]);
    expect(said(reading, 'Column A')).toContain('merged cells');
  });
});

describe('a workbook with several sheets', () => {
  test('the sheet with the register is read, not the first one, and the others are named', async () => {
    const notes = sheetRows([['About this file'], ['Ask in the office']]);
    const reading = await bringIn(zip(workbookParts([{ name: 'Read me', cells: notes }, { name: 'Kit', cells: register }])), 'kit.xlsx');
    expect(reading.rows).toHaveLength(2);
    expect(said(reading, 'Whole file')).toContain('the sheet “Kit” was read; 1 other sheet was not read');
  });

  test('hidden sheets are passed over, however good they look', async () => {
    const long = sheetRows([['Tag', 'Description', 'Serial', 'Room'], ['X', 'Old laptop', 'S', 'R']]);
    const parts = workbookParts([{ name: 'Old', state: 'hidden', cells: long }, { name: 'Older', state: 'veryHidden', cells: long }, { name: 'Kit', cells: register }]);
    const table = await tableOf(zip(parts), 'kit.xlsx');
    expect(table.sheet).toBe('Kit');
    expect(table.notices[0]?.readAs).toContain('2 hidden sheets were passed over');
  });

  test('of two that look as good the first is read, and the other is named', async () => {
    const parts = workbookParts([{ name: 'Laptops', cells: register }, { name: 'Desktops & more'.replace('&', '&amp;'), cells: register }]);
    const table = await tableOf(zip(parts), 'kit.xlsx');
    expect(table.sheet).toBe('Laptops');
    expect(table.notices[0]?.readAs).toContain('“Desktops & more” may hold registers too and was not read');
  });

  test('a chart sheet in front does not matter', async () => {
    const parts = workbookParts([{ name: 'Chart', cells: '', chart: true }, { name: 'Kit', cells: register }]);
    expect((await bringIn(zip(parts), 'kit.xlsx')).rows).toHaveLength(2);
  });

  test.each([
    ['only hidden sheets', [{ name: 'Kit', state: 'hidden' as const, cells: register }], 'no sheet that can be seen'],
    ['only empty sheets', [{ name: 'One', cells: '' }, { name: 'Two', cells: '<row r="1"/>' }], 'no sheet with a table on it'],
    ['one sheet without a table', [{ name: 'Notes', cells: sheetRows([['The kit list is in the office']]) }], 'one row only'],
  ])('%s', async (_, sheets, words) => {
    expect(await refusalOf(zip(workbookParts(sheets)), 'kit.xlsx')).toContain(words);
  });

  test('a format that reaches the last cell of the sheet does not make a table of it', async () => {
    const cells = `${register}<row r="1048576"><c r="XFD1048576" s="0"/></row>`;
    expect((await bringIn(zip(workbookParts([{ name: 'Kit', cells }])), 'kit.xlsx')).read).toBe(2);
  });

  test('a value in the last cell of the sheet is named', async () => {
    const cells = `${register}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    expect(await refusalOf(zip(workbookParts([{ name: 'Kit', cells }])), 'kit.xlsx')).toContain('column XFD (row 1048576)');
  });
});

describe('a file that is no workbook we read', () => {
  const ole = (inside: string): Uint8Array => Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from(inside, 'utf16le'), Buffer.alloc(512),
  ]);
  const parts = workbookParts([{ name: 'Kit', cells: register }]);
  test.each([
    ['a workbook with a password', ole('EncryptedPackage'), 'has a password'],
    ['an old .xls with nothing in it', ole('Workbook'), 'damaged'],
    ['an encrypted package', zip([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }]), 'has a password'],
    ['an OpenDocument spreadsheet without its contents', zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }]), 'not a spreadsheet'],
    ['a binary workbook without its parts', zip([{ name: '[Content_Types].xml', data: '<x/>' }, { name: 'xl/workbook.bin', data: 'x' }]), 'kit.xlsx'],
    ['a Word document', zip([{ name: 'word/document.xml', data: '<x/>' }]), 'document'],
    ['a Numbers file', zip([{ name: 'Index/Document.iwa', data: 'x' }]), 'Numbers'],
    ['a ZIP of text files', zip([{ name: 'kit.csv', data: 'Tag\nA-1\n' }]), 'ZIP archive'],
    ['a workbook without its content types', zip(parts.slice(1)), 'part missing'],
    ['a workbook without its list of sheets', zip(parts.filter(({ name }) => name !== 'xl/workbook.xml')), 'list of sheets'],
    ['a truncated workbook', zip(parts).subarray(0, 700), 'damaged'],
    ['only the first bytes of a package', Buffer.from('PK\x03\x04'), 'damaged'],
  ])('%s', async (_, bytes, words) => {
    expect(await refusalOf(bytes, 'kit.xlsx')).toContain(words);
  });
});

describe('a package that means harm is refused before anything is inflated into memory', () => {
  const parts = workbookParts([{ name: 'Kit', cells: register }]);
  const sheet = { name: 'xl/worksheets/sheet1.xml', data: register };
  const zeros = Buffer.alloc(20_000_000);
  test.each([
    ['a bomb in one part', [...parts, { name: 'xl/media/image1.bin', data: zeros }], 'far more than a register needs'],
    ['a bomb that declares a small size', [...parts, { name: 'xl/media/image1.bin', data: zeros, declaredSize: 1_000 }], 'damaged'],
    ['a part that declares 2 GB', [...parts, { name: 'xl/media/image1.bin', data: 'x', declaredSize: 2_000_000_000 }], 'far more than a register needs'],
    ['two thousand and one parts', [...parts, ...Array.from({ length: 2_001 }, (_, index) => ({ name: `x/${index}`, data: '', stored: true }))], 'damaged'],
    ['the same name twice', [...parts, sheet], 'damaged'],
    ['two parts in the same bytes', [...parts, { name: 'x', data: register, sharesHeaderOf: 4 }], 'damaged'],
    ['a name that climbs out', [...parts, { name: '../../etc/passwd', data: 'x' }], 'points outside itself'],
    ['a name that climbs out the other way', [...parts, { name: 'xl\\..\\..\\x', data: 'x' }], 'points outside itself'],
    ['a name from the root', [...parts, { name: '/etc/passwd', data: 'x' }], 'points outside itself'],
    ['an unknown compression', [...parts, { name: 'x', data: 'x', method: 12 }], 'damaged'],
    ['a directory with more entries than it has', { parts, entryCount: 9 }, 'damaged'],
    ['a directory in the old large form', { parts, entryCount: 0xffff }, 'damaged'],
  ])('%s', async (_, made, words) => {
    const bytes = 'entryCount' in made ? zip(made.parts, { entryCount: made.entryCount }) : zip(made);
    expect(await refusalOf(bytes, 'kit.xlsx')).toContain(words);
  });

  test('a comment behind the directory is allowed', async () => {
    expect((await bringIn(zip(parts, { comment: 'made by hand' }), 'kit.xlsx')).rows).toHaveLength(2);
  });

  test('an entity bomb expands to nothing', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const made = workbookParts([{ name: 'Kit', cells: sheetRows([['Tag', 'Description'], ['A-1', 'Laptop']]) }])
      .map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, data: `${bomb}${String(part.data).replace('A-1', '&b;')}` } : part));
    const reading = await bringIn(zip(made), 'kit.xlsx');
    expect(onlyRow(reading).tag?.length ?? 0).toBeLessThan(20);
  });
});
