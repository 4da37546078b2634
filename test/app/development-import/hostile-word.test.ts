import { describe, expect, it, test } from 'vitest';
import { planInMemory, type TestPlan } from '../../support/plan-in-memory.ts';
import { zip } from '../../intake/zip-writer.ts';
import { sent, wordFile, wordParagraph, wordParts, wordTable, wordXml } from './word-file.ts';

const refusal = async (plan: TestPlan, bytes: Uint8Array | string, fileName = 'plan.docx'): Promise<string> => {
  const answer = await plan.dispatch('development.look', sent(bytes, fileName));
  if (answer.ok) throw new Error(`${fileName} was read.`);
  expect(answer.error.code).toBe('refused_file');
  return answer.error.message;
};
const OLD_OFFICE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const old = (stream: string): Uint8Array => Buffer.concat([Buffer.from(OLD_OFFICE, 'latin1'), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)]);

const ROWS = [['Objective', 'Actions', 'By whom'], ['Reading', 'Train staff', 'Literacy lead']];

describe('a Word document that is none, or means harm', () => {
  it.each<[string, () => Uint8Array | string, RegExp]>([
    ['of the old kind under a new name', () => old('WordDocument'), /^plan\.docx is a Word document of the old kind \(\.doc\), whatever its name says\. Open it in Word and save it as \.docx\.$/],
    ['behind a password', () => old('EncryptedPackage'), /^plan\.docx has a password\. Open it in Word or Excel, take the password off/],
    ['without its text', () => zip(wordParts(null)), /^plan\.docx is a Word document with its text missing\./],
    ['without a table', () => wordFile(wordParagraph('We mean to improve.')), /^plan\.docx has no table in it\. Kitplan reads development plans that are set out as tables\.$/],
    ['with a document type that names a file of this computer', () => zip(wordParts(wordXml(wordTable(ROWS)).replace('<w:document', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document'))), /document type of its own, which Kitplan never reads/],
    ['with entities that grow', () => zip(wordParts(wordXml(wordTable(ROWS)).replace('<w:document', '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document'))), /document type of its own/],
    ['that unpacks to a thousand times its size', () => zip([...wordParts(null), { name: 'word/document.xml', data: Buffer.alloc(3_000_000, 32) }]), /would unpack to far more than a register needs/],
    ['that lies about its size', () => zip([...wordParts(null), { name: 'word/document.xml', data: wordXml(wordTable(ROWS)), declaredSize: 40 }]), /is damaged/],
    ['whose parts point outside it', () => zip([...wordParts(wordXml(wordTable(ROWS))), { name: '../../evil.xml', data: 'x' }]), /points outside itself/],
    ['cut off in the middle', () => zip(wordParts(wordXml(wordTable(ROWS)).slice(0, 400))), /is missing|cannot be read/],
    ['that is a picture', () => Buffer.from('\x89PNG\r\n', 'latin1'), /^plan\.docx is a picture, not a spreadsheet\.$/],
  ])('%s is refused in a sentence', async (_, make, sentence) => {
    using plan = planInMemory();
    expect(await refusal(plan, make())).toMatch(sentence);
  });

  it('nested a hundred deep is refused and not followed', async () => {
    using plan = planInMemory();
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(100)}${wordTable(ROWS)}${'</w:sdtContent></w:sdt>'.repeat(100)}`;
    expect(await refusal(plan, wordFile(deep))).toMatch(/elements within elements more than 50 deep/);
  });

  it('stays no register: kit is not read from it', async () => {
    using plan = planInMemory();
    const answer = await plan.dispatch('intake.preview', sent(wordFile(wordTable(ROWS)), 'plan.docx'));
    expect(answer).toMatchObject({ ok: false, error: { message: 'plan.docx is a document or a presentation, not a spreadsheet.' } });
  });
});

describe('what Word keeps in a table', () => {
  const treeOf = async (body: string): Promise<string[]> => {
    using plan = planInMemory();
    return (await plan.call('development.look', sent(wordFile(body), 'plan.docx'))).tree.map(({ kind, text }) => `${kind}: ${text}`);
  };

  it('that was deleted is gone, that was inserted is there, and hidden text stays hidden', async () => {
    const run = (text: string, settings = ''): string => `<w:r>${settings}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const xml = `<w:p><w:del><w:r><w:delText>Old </w:delText></w:r></w:del>${run('Raise ')}<w:ins>${run('reading ')}</w:ins>${run('secret ', '<w:rPr><w:vanish/></w:rPr>')}${run('ages')}</w:p>`;
    expect(await treeOf(wordTable([ROWS[0] ?? [], [{ xml }, 'Train staff', 'Lead']]))).toEqual(['area: Whole school', 'objective: Raise reading ages', 'action: Train staff']);
  });

  it('in a list, in lines and in a table within the cell is read as lines', async () => {
    const listed = (text: string): string => wordParagraph(text, '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>');
    expect(await treeOf(wordTable([ROWS[0] ?? [], ['Reading', { xml: listed('Train staff') + listed('Buy books') }, 'Lead'], ['Maths', { xml: `${wordParagraph('As follows:')}${wordTable([['Plan', 'now'], ['Do', 'later']])}` }, 'Lead']])))
      .toEqual(['area: Whole school', 'objective: Reading', 'action: Train staff', 'action: Buy books', 'objective: Maths', 'action: As follows:\nPlan now\nDo later']);
  });

  it('whose borders were dragged from row to row stays in its columns', async () => {
    const body = wordTable([
      [{ text: 'Objective', across: 2 }, { text: 'Actions', across: 3 }, { text: 'By whom', across: 2 }],
      [{ text: 'Reading', across: 3 }, { text: 'Train staff', across: 1 }, { text: 'Lead', across: 3 }],
    ]);
    expect(await treeOf(body)).toEqual(['area: Whole school', 'objective: Reading', 'action: Train staff']);
  });
});

/** As Word itself writes: revision numbers, spelling marks, bookmarks, content controls, runs split in the middle of words. */
test('a table as Word writes it, full of marks that mean nothing to a reader, is read as it looks', async () => {
  using plan = planInMemory();
  const cell = (inner: string, settings = ''): string => `<w:tc><w:tcPr><w:tcW w:w="1803" w:type="dxa"/>${settings}</w:tcPr>${inner}</w:tc>`;
  const paragraph = (...runs: string[]): string => `<w:p w14:paraId="3A1B" w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:pPr><w:spacing w:after="0"/><w:rPr><w:sz w:val="20"/></w:rPr></w:pPr>${
    runs.map((text) => `<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00FF"><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r><w:proofErr w:type="spellEnd"/>`).join('<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>')}</w:p>`;
  const tick = '<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>\u2612</w:t></w:r></w:sdtContent></w:sdt></w:p>';
  const row = (...cells: string[]): string => `<w:tr w:rsidR="00AB" w14:paraId="77"><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
  const table = `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="1803"/><w:gridCol w:w="1803"/><w:gridCol w:w="1803"/><w:gridCol w:w="1803"/></w:tblGrid>${
    row(cell(paragraph('Tar', 'get')), cell(paragraph('Success ', 'criteria')), cell(paragraph('RAG')), cell(paragraph('Act', 'ions')))
  }${row(cell(paragraph('Priority 1: ', 'Read', 'ing'), '<w:gridSpan w:val="4"/>'))
  }${row(cell(paragraph('1.1 Flu', 'ency'), '<w:vMerge w:val="restart"/>'), cell(paragraph('All read')), cell(tick), cell(paragraph('Train &amp; coach ', 'staff')))
  }${row(cell('<w:p/>', '<w:vMerge/>'), cell(paragraph('')), cell(paragraph('')), cell(paragraph('Buy books')))}</w:tbl>`;
  const document = wordXml(table).replace('<w:document', '<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"');
  const found = await plan.call('development.look', sent(zip(wordParts(document)), 'plan.docx'));
  expect(found.tree.map(({ kind, number, text, detail }) => [kind, number, text, detail])).toEqual([
    ['area', null, 'Priority 1: Reading', null], ['objective', '1.1', 'Fluency', null], ['criterion', null, 'All read', 'Met'],
    ['action', null, 'Train & coach staff', null], ['action', null, 'Buy books', null],
  ]);
});
