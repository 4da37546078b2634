import { describe, expect, it } from 'vitest';
import { checkLetterhead } from '../../../app/intake/reader/letterhead.ts';
import { letterhead, withParts } from '../../support/letterheads.ts';
import { planInMemory } from '../../support/plan-in-memory.ts';
import { zipPackage } from '../../../app/documents/word/zip-package.ts';

const paper = await letterhead([['{{body}}']]);
const inText = (xml: string): Uint8Array => withParts(paper, { 'word/document.xml': (text) => text.replace('<w:body>', () => `<w:body>${xml}`) });
const related = (type: string, target: string): Uint8Array => withParts(paper, {
  'word/_rels/document.xml.rels': (text) => text.replace('</Relationships>', `<Relationship Id="rIdBad" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`),
});
const field = (...instructions: string[]): Uint8Array => inText(`<w:p>${instructions.map((each) => `<w:r><w:instrText>${each}</w:instrText></w:r>`).join('')}</w:p>`);

const REFUSED: readonly (readonly [string, Uint8Array, string])[] = [
  ['nothing', new Uint8Array(), 'x.docx is empty.'],
  ['a text', Buffer.from('Dear governors'), 'x.docx is not a Word document. A letterhead is a .docx: open it in Word and save it as that.'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'x.docx is not a Word document. A letterhead is a .docx: open it in Word and save it as that.'],
  ['an archive of something else', zipPackage(new Map([['a.txt', Buffer.from('a')]])), 'x.docx is not a Word document. A letterhead is a .docx: open it in Word and save it as that.'],
  ['half of a file', paper.subarray(0, paper.length >> 1), 'x.docx is damaged: it is a package that does not hold together. Opening it in Word and saving a new copy often mends it.'],
  ['more than a plan should hold', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(4_000_001)]), 'x.docx is larger than 4 MB. A letterhead with smaller pictures works.'],
  ['far more than it seems', withParts(paper, { 'word/media/a.xml': () => `<a>${' '.repeat(20_000_000)}</a>` }), 'x.docx would unpack to far more than a letterhead needs, so it was not opened.'],
  ['macros', withParts(paper, { 'word/vbaProject.bin': () => 'x' }), 'x.docx has macros in it. Save it in Word as .docx, which has none.'],
  ['macros by its own word', withParts(paper, { '[Content_Types].xml': (text) => text.replace('wordprocessingml.document.main+xml', 'ms-word.document.macroEnabled.main+xml') }), 'x.docx has macros in it. Save it in Word as .docx, which has none.'],
  ['a program', withParts(paper, { 'word/embeddings/oleObject1.bin': () => 'MZ' }), 'x.docx has another file or a program inside it. Take the object out in Word and save the letterhead again.'],
  ['a picture from elsewhere', related('image', 'https://example.com/pixel.png'), 'x.docx fetches something from elsewhere when it is opened, such as a linked picture. In Word, put the picture itself into the letterhead.'],
  ['a picture of another computer', related('image', '\\\\server\\share\\logo.png'), 'x.docx fetches something from elsewhere when it is opened, such as a linked picture. In Word, put the picture itself into the letterhead.'],
  ['another document', related('aFChunk', 'other.docx'), 'x.docx has another document inside it. Copy its text into the letterhead in Word and save it again.'],
  ['a document type of its own', withParts(paper, { 'word/document.xml': (text) => text.replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE a [<!ENTITY b "c">]>') }), 'x.docx has a document type of its own, which Kitplan never reads.'],
  ['a field that starts a program', field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe'), 'x.docx has a field that reads other files or starts a program. Take the field out in Word and save the letterhead again.'],
  ['such a field in pieces', field('INCLUDE', 'PICTURE "https://example.com"'), 'x.docx has a field that reads other files or starts a program. Take the field out in Word and save the letterhead again.'],
  ['such a field in short', inText('<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;c:\\a.txt&quot;"/></w:p>'), 'x.docx has a field that reads other files or starts a program. Take the field out in Word and save the letterhead again.'],
  ['elements without end', inText('<w:p>'.repeat(200) + '</w:p>'.repeat(200)), 'x.docx has elements within elements more than 50 deep in line 1, which is more than Kitplan reads.'],
  ['a strict form', withParts(paper, { 'word/document.xml': (text) => text.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main') }), 'x.docx is saved as Strict Open XML. Save it in Word as “Word Document (.docx)”.'],
];

describe('a letterhead that holds what documents must not', () => {
  it.each(REFUSED.slice(1))('is refused: %s', (_, file, sentence) => {
    expect(() => checkLetterhead(file, 'x.docx')).toThrow(sentence);
  });

  it('leaves the plan as it was, with a sentence at the file', async () => {
    using plan = planInMemory();
    for (const [, file, sentence] of REFUSED.slice(0, 3)) {
      expect(await plan.dispatch('document.setLetterhead', { fileName: 'x.docx', base64: Buffer.from(file).toString('base64') })).toMatchObject({ ok: false, error: { code: 'refused_file', message: sentence } });
    }
    expect(await plan.call('document.letterhead', {})).toEqual({ letterhead: null });
  });

  it('takes links that people follow themselves, and fields that count pages', () => {
    expect(checkLetterhead(related('hyperlink', 'https://northmoor.example'), 'x.docx')).toEqual(['body']);
    expect(checkLetterhead(field('PAGE'), 'x.docx')).toEqual(['body']);
    expect(checkLetterhead(field('HYPERLINK "https://northmoor.example"'), 'x.docx')).toEqual(['body']);
  });
});
