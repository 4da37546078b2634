import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { forkReader } from '../../app/intake/fork-reader.ts';
import { readDocument, readTable } from '../../app/intake/read-register-file.ts';
import { readXml } from '../../app/intake/reader/read-xml.ts';
import { RefusedFile } from '../../app/intake/reader/refused-file.ts';
import { elementsNamed, fieldOf, type XmlElement } from '../../app/intake/xml-element.ts';
import { Refusal } from '../../app/refusal.ts';
import { readerInThisProcess } from './bring-in.ts';

const spawn = forkReader(fileURLToPath(new URL('../../app/intake/reader/main.ts', import.meta.url)));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rootOf = (text: string | Uint8Array): XmlElement => readXml(typeof text === 'string' ? bytes(text) : text, 'chart.xml').root;
const textOf = (text: string | Uint8Array): string => rootOf(text).text;

const sentenceOf = (text: string | Uint8Array): string => {
  try {
    rootOf(text);
  } catch (fault) {
    expect(fault).toBeInstanceOf(RefusedFile);
    const { message } = fault as RefusedFile;
    expect(message).toMatch(/^chart\.xml [^\n]+\.$/);
    return message;
  }
  throw new Error('It was read, though it should be refused.');
};

/** A letter with an accent, as each encoding writes it. */
const wide = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const held = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return order === 'be' ? held.swap16() : held;
};

describe('what a finance system writes', () => {
  test('elements, attributes, text, CDATA, comments, entities and prefixes', () => {
    const root = rootOf(`<?xml version="1.0"?>\r\n<!-- <not an="element"> --><f:GLAccounts xmlns:f="urn:x" f:made='4 "May"'>
      <?page break?><Code no="1"><![CDATA[<R&D> ]]>and more</Code ><Code no="2"/>
      <Name>Caf&#233; &#xA3;5 &amp; &lt;&gt;&quot;&apos;</Name></f:GLAccounts>\n`);
    expect(root).toMatchObject({ name: 'GLAccounts', line: 2 });
    expect([...root.attributes]).toEqual([['f:made', '4 "May"']]);
    expect(root.children.map(({ name, text, line }) => [name, text, line])).toEqual([['Code', '<R&D> and more', 3], ['Code', '', 3], ['Name', 'Café £5 & <>"\'', 4]]);
  });

  test('a field may be an element or an attribute, whatever its capitals, and an empty one is none', () => {
    const root = rootOf('<A code=" 4410 " Blank=" "><DESCRIPTION>Toner</DESCRIPTION><Blank/><deep><b/><B x="2"/></deep></A>');
    expect([fieldOf(root, 'Code'), fieldOf(root, 'description'), fieldOf(root, 'blank'), fieldOf(root, 'other')]).toEqual(['4410', 'Toner', null, null]);
    expect(elementsNamed(root, 'b')).toHaveLength(2);
  });

  const accents = '<a>Café £</a>';
  test.each([
    ['UTF-8 without a word', bytes(accents)],
    ['UTF-8 with its mark', bytes(`\ufeff<?xml version="1.0" encoding="utf-8"?>${accents}`)],
    ['UTF-8 that calls itself UTF-16', bytes(`<?xml version="1.0" encoding="utf-16"?>${accents}`)],
    ['UTF-16 with its mark', wide(`<?xml version="1.0" encoding="UTF-16"?>${accents}`, 'le', true)],
    ['UTF-16 the other way round', wide(`<?xml version="1.0" encoding="UTF-16"?>${accents}`, 'be', true)],
    ['UTF-16 without a mark', wide(accents, 'le', false)],
    ['UTF-16 the other way round without a mark', wide(accents, 'be', false)],
    ['Windows-1252 by its name', Buffer.from(`<?xml version='1.0' encoding='Windows-1252'?>${accents}`, 'latin1')],
    ['Latin 1 by its name', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>${accents}`, 'latin1')],
  ])('%s', (_, file) => {
    expect(readXml(file, 'chart.xml')).toMatchObject({ root: { text: 'Café £' }, remarks: [] });
  });

  test('a file that says UTF-8 and is not is read as Windows-1252, which is said', () => {
    const read = readXml(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${accents}`, 'latin1'), 'chart.xml');
    expect(read.root.text).toBe('Café £');
    expect(read.remarks).toEqual(['read as Windows-1252 (it is not UTF-8): check names with accents']);
  });

  test('names of JavaScript are names like any other', () => {
    const root = rootOf('<__proto__ constructor="1" __proto__="2"><toString/></__proto__>');
    expect([...root.attributes]).toEqual([['constructor', '1'], ['__proto__', '2']]);
    expect(fieldOf(root, 'valueOf')).toBeNull();
  });

  test('depth 50 and 200,000 elements are read', () => {
    expect(rootOf(`${'<a>'.repeat(50)}${'</a>'.repeat(50)}`).name).toBe('a');
    expect(rootOf(`<a>${'<b/>'.repeat(199_999)}</a>`).children).toHaveLength(199_999);
  });
});

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) =>
  `<!ENTITY lol${n + 1} "${`&lol${n === 0 ? '' : n};`.repeat(10)}">`).join('')}]><GLAccounts>&lol9;</GLAccounts>`;

describe('what is refused in a sentence', () => {
  test.each([
    ['a billion laughs', LAUGHS, 'has a document type of its own, which Kitplan never reads'],
    ['an entity that names a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'has a document type of its own'],
    ['an entity that names an address', '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;]><a/>', 'has a document type of its own'],
    ['a document type elsewhere', '<!DOCTYPE GLAccounts SYSTEM "http://example.test/chart.dtd"><GLAccounts/>', 'has a document type of its own'],
    ['a document type in small letters', '<!doctype a><a/>', 'has a document type of its own'],
    ['a declaration within', '<a><!ENTITY x "y"></a>', 'has a document type of its own'],
    ['the same in UTF-16', wide('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'le', true), 'has a document type of its own'],
    ['an entity that nothing explains', '<a>\n&nbsp;</a>', 'uses &nbsp; in line 2, which only a document type could explain'],
    ['an entity in an attribute', '<a>\n<b c="&x;"/></a>', 'uses &x; in line 2'],
    ['another file to be included', '<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/></a>', 'asks for other files'],
    ['more than 50 deep', `${'<a>\n'.repeat(51)}${'</a>'.repeat(51)}`, 'more than 50 deep in line 51'],
    ['a million deep', '<a>'.repeat(1_000_000), 'more than 50 deep in line 1'],
    ['200,001 elements', `<a>${'<b/>'.repeat(200_000)}</a>`, 'has more than 200,000 elements'],
    ['more than 20 MB', `<a>${' '.repeat(20_000_000)}</a>`, 'is larger than 20 MB'],
    ['tags that cross', '<a>\n<b>\n<c></b></c></a>', 'closes <b> in line 3 while <c> of line 3 is still open'],
    ['a tag that was never opened', '<a/>\n</b>', 'closes <b> in line 2, which was never opened'],
    ['a file cut off', '<a>\n<b>text', 'ends before <b> of line 2 is closed'],
    ['a tag cut off', '<a>\n<b code="44', 'has a tag <b> in line 2 that cannot be read to its end'],
    ['a closing tag cut off', '<a>\n</a', 'has a closing tag in line 2 that cannot be read'],
    ['a comment cut off', '<a>\n<!-- the end', 'has a comment in line 2 that is opened and never closed'],
    ['a CDATA section cut off', '<a><![CDATA[x</a>', 'has a CDATA section in line 1 that is opened and never closed'],
    ['an attribute given twice', '<a\n b="1" c="2"\n b="3"/>', 'gives b twice in the tag <a> in line 2'],
    ['an attribute without its marks', '<a b=1/>', 'has a tag <a> in line 1 that cannot be read to its end'],
    ['a control character', '<a>\n\n\u0007</a>', 'has a control character in line 3'],
    ['a zero byte', '<a>\0</a>', 'has a control character in line 1'],
    ['a control character by its number', '<a>&#7;</a>', 'names the character &#7; in line 1'],
    ['half a pair by its number', '<a>&#xD800;</a>', 'names the character &#xD800; in line 1'],
    ['a number beyond every character', '<a>&#x110000;</a>', 'names the character &#x110000; in line 1'],
    ['a bare ampersand', '<a>\nR&D</a>', 'has a bare “&” in line 2'],
    ['text before its element', 'hello <a/>', 'has text outside its outermost element in line 1'],
    ['text after its element', '<a/>\nhello', 'has text outside its outermost element in line 2'],
    ['two outermost elements', '<a/>\n<b/>', 'has a second outermost element, <b>, in line 2'],
    ['no element', '<?xml version="1.0"?><!-- nothing -->', 'has no element in it'],
    ['an encoding that is not read', '<?xml version="1.0" encoding="Shift_JIS"?><a/>', 'says that it is written in shift_jis, which Kitplan does not read'],
    ['UTF-16 cut in half', wide('<a>x</a>', 'le', true).subarray(0, 11), 'is damaged'],
  ])('%s', (_, file, words) => {
    expect(sentenceOf(file)).toContain(words);
  });

  test('tags and texts made to keep a computer busy are done in one pass', () => {
    for (const hard of [`<a ${' '.repeat(300_000)}`, `<a ${'b'.repeat(300_000)}`, `<${'a'.repeat(300_000)}`, `<a b="${'x'.repeat(300_000)}`,
      `<a>${'&'.repeat(300_000)}</a>`, `<a>${'<!--'.repeat(70_000)}`, `<a>${'</'.repeat(150_000)}`, `<a ${'b = '.repeat(70_000)}>`]) {
      expect(sentenceOf(hard)).toContain('line 1');
    }
    expect(textOf(`<a>${'&amp;'.repeat(200_000)}</a>`)).toHaveLength(200_000);
    expect(rootOf(`<a>${'<b x="1"\n/>\n'.repeat(100_000)}</a>`).children.at(-1)?.line).toBe(199_999);
  });
});

describe('in the process that can be killed', () => {
  const XML = '<?xml version="1.0"?><GLAccounts a="1"><Code>4410</Code></GLAccounts>';

  test('an XML document crosses as its tree, and a table beside it as a table', async () => {
    const read = await readDocument(bytes(XML), 'chart.xml', spawn);
    expect(read).toMatchObject({ kind: 'xml', xml: { root: { name: 'GLAccounts', children: [{ name: 'Code', text: '4410' }] } } });
    if (read.kind === 'xml') expect(read.xml.root.attributes.get('a')).toBe('1');
    expect(await readDocument(bytes('Code,Description\n4410,Toner\n'), 'chart.csv', spawn)).toMatchObject({ kind: 'table', table: { rows: [{ row: 1 }, { row: 2 }] } });
  });

  test('a hostile document is refused there, and a register never is one', async () => {
    await expect(readDocument(bytes(LAUGHS), 'laughs.xml', spawn)).rejects.toThrow('laughs.xml has a document type of its own, which Kitplan never reads.');
    await expect(readTable(bytes(XML), 'kit.xml', spawn)).rejects.toThrow('kit.xml is an XML file, not a spreadsheet.');
  });

  test.each([
    ['a workbook of Excel 2003', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row><Cell><Data ss:Type="String">Code</Data></Cell></Row></Table></Worksheet></Workbook>', 'table'],
    ['a web page with a table', '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html><body><table><tr><td>Code</td><td>Description</td></tr><tr><td>4410</td><td>Toner</td></tr></table></body></html>', 'table'],
    ['a chart with a comment and no declaration', '<!-- from the office -->\n<GLAccounts/>', 'xml'],
    ['a chart in UTF-16 without a mark', wide('<GLAccounts/>', 'be', false), 'xml'],
    ['text with an arrow', '<-- old codes\n4410,Toner\n', 'table'],
  ])('%s is read as what it is', async (_, file, kind) => {
    expect((await readDocument(typeof file === 'string' ? bytes(file) : file, 'chart', readerInThisProcess)).kind).toBe(kind);
  });

  test('a reader that answers with no tree ends as any other refusal', async () => {
    await expect(readDocument(new Uint8Array(), 'chart.xml', spawn)).rejects.toThrow(Refusal);
  });
});
