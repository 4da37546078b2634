import { describe, expect, test } from 'vitest';
import { bringIn, leftOut, onlyRow, refusalOf, said, tableOf } from './bring-in.ts';

const utf16 = (text: string, mark: boolean): Buffer => Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
const bigEndian = (text: string, mark: boolean): Buffer => utf16(text, mark).swap16();

describe('a register in any encoding that schools have', () => {
  const text = 'Tag,Description,Room\nA-1,Café till,É2\nA-2,Laptop,R1\n';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little endian', utf16(text, true)],
    ['UTF-16 little endian without a mark', utf16(text, false)],
    ['UTF-16 big endian', bigEndian(text, true)],
    ['UTF-16 big endian without a mark', bigEndian(text, false)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('%s gives the same two items', async (_, bytes) => {
    const { rows } = await bringIn(bytes);
    expect(rows.map(({ tag, description, room }) => [tag, description, room])).toEqual([['A-1', 'Café till', 'É2'], ['A-2', 'Laptop', 'R1']]);
  });

  test('a Windows-1252 register says that its accents were assumed', async () => {
    expect(said(await bringIn(Buffer.from(text, 'latin1')), 'Whole file')).toContain('Windows-1252');
  });

  test('bytes that no encoding explains are counted', async () => {
    const bytes = Buffer.concat([Buffer.from('Tag,Description\nA-1,Laptop '), Buffer.from([0x81, 0xe9]), Buffer.from('\n')]);
    expect(said(await bringIn(bytes), 'Whole file')).toContain('1 character could not be decoded');
  });

  test('a zero byte in a text is left out and said', async () => {
    const reading = await bringIn('Tag,Description\nA-1,Lap\0top\n');
    expect(onlyRow(reading).description).toBe('Laptop');
    expect(said(reading, 'Whole file')).toContain('zero bytes');
  });
});

describe('a register with any delimiter and line end', () => {
  test.each([
    ['semicolons', 'Tag;Description;Cost\nA-1;Laptop, black;365,00\nA-2;Laptop;1,50\n'],
    ['tabs', 'Tag\tDescription\tCost\nA-1\tLaptop, black\t365.00\nA-2\tLaptop\t1.50\n'],
    ['upright bars', 'Tag|Description|Cost\nA-1|Laptop, black|365.00\nA-2|Laptop|1.50\n'],
    ['commas', 'Tag,Description,Cost\nA-1,"Laptop, black",365.00\nA-2,Laptop,1.50\n'],
    ['sep= on the first line', 'sep=;\nTag;Description;Cost\nA-1;Laptop, black;365.00\nA-2;Laptop;1.50\n'],
    ['carriage returns only', 'Tag,Description,Cost\rA-1,"Laptop, black",365.00\rA-2,Laptop,1.50\r'],
    ['carriage return and line feed', 'Tag,Description,Cost\r\nA-1,"Laptop, black",365.00\r\nA-2,Laptop,1.50'],
  ])('%s', async (_, text) => {
    const { rows } = await bringIn(text);
    expect(rows.map((row) => [row.row, row.tag, row.description, row.unitPaidPence])).toEqual([
      [2, 'A-1', 'Laptop, black', 36_500], [3, 'A-2', 'Laptop', 150],
    ]);
  });

  test('rows are numbered as Excel numbers them, past blank lines and line breaks in cells', async () => {
    const { rows } = await tableOf('Tag,Notes\n\nA-1,"two\nlines"\n,\nA-2,x\n');
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 5]);
  });

  test('blank rows are not counted as read', async () => {
    expect((await bringIn('Tag,Description\nA-1,Laptop\n,\n\n , \nA-2,Laptop\n')).read).toBe(2);
  });

  test('an inch mark in a bare cell is only an inch mark', async () => {
    expect((await bringIn('Tag,Description,Qty\nA-1,Dell monitor 24",6\nA-2,"15"" laptop",1\n')).rows.map(({ description }) => description))
      .toEqual(['Dell monitor 24"', '15" laptop']);
  });
});

describe('a text that cannot be a register', () => {
  test('a quotation mark that is never closed is named with its row', async () => {
    expect(await refusalOf('Tag,Description\nA-1,Laptop\nA-2,"Laptop\nA-3,Laptop\n')).toContain('row 3');
  });

  test.each([
    ['an empty file', '', 'is empty'],
    ['only blank lines', '\n \n\n', 'is empty'],
    ['a header without rows', 'Tag,Description,Room\n', 'no rows under the header (row 1)'],
    ['a header without rows below a title', 'Our kit\n\nTag,Description,Room\n', 'no rows under the header (row 3)'],
    ['words without a table', 'Dear colleagues\nthe kit list follows on Monday\nbest wishes\n', 'no header row'],
    ['a table of something else', 'Pupil count,Year group\n30,7\n28,8\n', 'is not a register'],
    ['JSON', '[{"tag":"A-1"}]', 'JSON'],
    ['a web page', '<html><body><p>Tag</p></body></html>', 'web page'],
    ['some other XML', '<?xml version="1.0"?><kit/>', 'XML'],
  ])('%s', async (_, text, words) => {
    expect(await refusalOf(text)).toContain(words);
  });

  test.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'picture'],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 16], 'picture'],
    ['GIF', [...Buffer.from('GIF89a')], 'picture'],
    ['PDF', [...Buffer.from('%PDF-1.7\n')], 'PDF'],
    ['RTF', [...Buffer.from('{\\rtf1 hello}')], 'RTF'],
    ['a database', [...Buffer.from('SQLite format 3\0')], 'database'],
    ['bytes of no kind', Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 256), 'neither a workbook nor a text'],
  ])('%s called kit.csv', async (_, bytes, words) => {
    expect(await refusalOf(Uint8Array.from(bytes))).toContain(words);
  });

  test('one row more than 200,000 is refused, not cut off', async () => {
    const text = `Tag,Description\n${Array.from({ length: 200_001 }, (_, index) => `T${index},Laptop`).join('\n')}`;
    expect(await refusalOf(text)).toContain('more than 200,000 rows');
  });

  test('a cell in column 201 is named', async () => {
    const header = ['Tag', 'Description', ...Array.from({ length: 199 }, (_, index) => `c${index}`)];
    expect(await refusalOf(`${header.join()}\nA-1,Laptop\n`)).toContain('column GS (row 1)');
  });

  test('a cell that is too long is named', async () => {
    expect(await refusalOf(`Tag,Notes\nA-1,${'x'.repeat(40_000)}\n`)).toContain('row 2, column B');
  });
});

describe('hostile texts are only texts', () => {
  test('a formula in a description comes in as it stands, and an export’s apostrophe is taken off again', async () => {
    const { rows } = await bringIn('Tag,Description\nA-1,"=HYPERLINK(""http://example.test"",""x"")"\nA-2,\'=1+1\nA-3,\'+44\n');
    expect(rows.map(({ description }) => description)).toEqual(['=HYPERLINK("http://example.test","x")', '=1+1', '+44']);
  });

  test('a column called __proto__ is a column like any other', async () => {
    const reading = await bringIn('Tag,__proto__,constructor,Description\nA-1,x,y,Laptop\n');
    expect(onlyRow(reading)).toMatchObject({ tag: 'A-1', description: 'Laptop' });
    expect(leftOut(reading, '__proto__')).toBeDefined();
    expect(leftOut(reading, 'constructor')).toBeDefined();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});
