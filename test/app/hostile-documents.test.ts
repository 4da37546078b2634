import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeSlides } from '../../app/documents/slides/slide-writer.ts';
import { typesetPdf } from '../../app/documents/typeset/typst-typesetter.ts';
import { writeWord } from '../../app/documents/word/word-writer.ts';
import { freezeDocument, thawWords } from '../../app/frozen-document.ts';
import type { DocumentBlock, DocumentModel } from '../../planning/documents/model.ts';
import { anotherProgram, office } from '../db/plan-fixtures.ts';
import { docxFaults } from '../support/docx-structure.ts';
import { emptySchool, factsFor } from '../support/document-schools.ts';
import { planInMemory, readFromSource, testPlan } from '../support/plan-in-memory.ts';
import { slidesFaults } from '../support/pptx-structure.ts';
import { readPdf } from '../support/read-pdf.ts';
import { specimen } from '../support/specimen-document.ts';
import { zipEntries } from '../support/zip-entries.ts';

/** What another program wrote into a plan file in the place of a document that was sent, or into its words. */

type Json = { [field: string]: unknown };
type Table = Extract<DocumentBlock, { kind: 'table' }>;
type Chart = Extract<DocumentBlock, { kind: 'figure' }>['chart'];

/** The specimen with each of its tables, ledgers too, and each of its charts changed. */
function changed(table: (table: Table) => unknown, chart: (chart: Chart) => unknown = (each) => each): Json {
  const { sections, ...rest } = specimen();
  const block = (each: DocumentBlock): unknown => {
    if (each.kind === 'table') return table(each);
    return each.kind === 'figure' ? { ...each, chart: chart(each.chart), ledger: each.ledger === null ? null : table(each.ledger) } : each;
  };
  return { ...rest, sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(block) })) };
}
const same = (table: Table): unknown => table;
const withModel = (model: unknown): string => deflateRawSync(JSON.stringify({ model, asked: { scenarioId: null, decisionId: null, sinceId: null, sinceScenarioId: null }, years: [] })).toString('base64');

const SENTENCE = 'ICT strategy as it was sent cannot be read by this Kitplan. It was kept by Kitplan 0.7.0; a backup of that time may still have it.';
const REFUSED: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['words of somebody', 'Dear governors'],
  ['JSON of something else', deflateRawSync('[1, 2, 3]').toString('base64')],
  ['far more than it seems', deflateRawSync(`{"model":"${' '.repeat(9_000_000)}"}`).toString('base64')],
  ['brackets without end', deflateRawSync('['.repeat(1_000_000)).toString('base64')],
  ['a document of no kind', withModel({ ...specimen(), kind: '__proto__' })],
  ['markup in the place of a day', withModel({ ...specimen(), asOf: '<dc:title>' })],
  ['tables without columns', withModel(changed((table) => ({ ...table, columns: [] })))],
  ['rows without cells', withModel(changed((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: [] })) })))],
  ['rows with more cells than columns', withModel(changed((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: [...row.cells, ...table.columns.map(() => ({ text: 'x' }))] })) })))],
  ['charts without figures', withModel(changed(same, (chart) => ({ ...chart, series: chart.series.map((each) => ({ ...each, values: [] })) })))],
  ['a line that ends early', withModel(changed(same, (chart) => ({ ...chart, line: { name: 'Budget', values: [1] } })))],
  ['figures that no sum holds', withModel(changed(same, (chart) => ({ ...chart, series: chart.series.map((each) => ({ ...each, values: each.values.map(() => 1e300) })) })))],
];

describe('a sent document that another program wrote', () => {
  it.each(REFUSED)('is refused in a sentence where it is %s', (_, frozen) => {
    expect(() => thawWords({ frozen, title: 'ICT strategy', engineVersion: '0.7.0' })).toThrow(SENTENCE);
  });

  it('is read where it is the specimen itself', () => {
    expect(thawWords({ frozen: withModel(specimen()), title: 'ICT strategy', engineVersion: '0.7.0' }).model).toEqual(specimen());
  });

  it('leaves the list and every other document as they are', async () => {
    const desk = office();
    desk.create().close();
    {
      using plan = testPlan({ kind: 'file', path: desk.file, readOnly: false });
      await plan.call('document.send', { kind: 'strategy', sentTo: 'the governors', role: 'business_manager' });
    }
    anotherProgram(desk.file, (database) => { database.prepare('UPDATE sent_documents SET frozen = ?').run(withModel({ ...specimen(), asOf: '<x>' })); });
    using plan = testPlan({ kind: 'file', path: desk.file, readOnly: false });
    const { sent: [only], documents } = await plan.call('document.list', {});
    expect(documents.find(({ kind }) => kind === 'strategy')).toMatchObject({ state: 'Draft 2', sentId: null });
    for (const [name, more] of [['document.show', {}], ['document.file', { format: 'pdf' }]] as const) {
      expect(await plan.dispatch(name, { kind: 'strategy', sentId: only?.id, ...more }), name).toMatchObject({ ok: false, error: { code: 'plan_file' } });
    }
    expect((await plan.call('document.show', { kind: 'strategy' })).model.version.number).toBe(2);
  });

  it('is never kept by Kitplan itself', () => {
    const model = changed((table) => ({ ...table, columns: [] })) as unknown as DocumentModel;
    expect(() => freezeDocument({ model, asked: { scenarioId: null, decisionId: null, sinceId: null, sinceScenarioId: null }, years: [] }, factsFor(emptySchool(), 'strategy'))).toThrow();
  });
});

describe('a letterhead that another program wrote', () => {
  it.each([['no file at all', 'Dear governors'], ['a program', Buffer.from('MZ a program').toString('base64')]])('is refused where it is %s, and the document can still be had as a PDF', async (_, base64) => {
    const desk = office();
    desk.create().close();
    anotherProgram(desk.file, (database) => { database.prepare("INSERT INTO letterheads (file_name, added_on, base64) VALUES ('Paper.docx', '2026-11-01', ?)").run(base64); });
    using plan = testPlan({ kind: 'file', path: desk.file, readOnly: true });
    expect(await plan.dispatch('document.file', { kind: 'summary', format: 'docx' })).toMatchObject({
      ok: false, error: { code: 'refused_file', message: 'Paper.docx is not a Word document. A letterhead is a .docx: open it in Word and save it as that.' },
    });
    expect((await plan.call('document.file', { kind: 'summary', format: 'pdf' })).mimeType).toBe('application/pdf');
  });
});

describe('words that would be read as something else', () => {
  const DIRT = 'Up\u0000\u0007\u001B\uFFFE\uD800 ]]></w:t><w:p/>&#0; #panic("x") $x$ \\ {{body}} =cmd|A1';
  /** What a reader sees of it. */
  const CLEAN = ']]></w:t><w:p/>&#0; #panic("x") $x$ \\ {{body}} =cmd|A1';
  const OURS = new Set(['kind', 'tone', 'layout', 'reader', 'state', 'align', 'asOf', 'standing', 'unit', 'key']);
  const dirty = (value: unknown): unknown => {
    if (typeof value === 'string') return DIRT;
    if (Array.isArray(value)) return value.map(dirty);
    return typeof value !== 'object' || value === null ? value : Object.fromEntries(Object.entries(value).map(([field, each]: [string, unknown]) => [field, OURS.has(field) ? each : dirty(each)]));
  };
  const model = dirty(specimen()) as DocumentModel;
  /** XML 1.0 has no place for these. */
  const UNSEEN = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u;
  const unseenIn = (file: Uint8Array): string[] => [...zipEntries(file)].filter(([name, bytes]) => /\.(xml|rels)$/.test(name) && UNSEEN.test(Buffer.from(bytes).toString('utf8'))).map(([name]) => name);

  it('stand in Word as they were typed, and break nothing', async () => {
    const file = await writeWord(model);
    expect(docxFaults(file)).toEqual(docxFaults(await writeWord(specimen())));
    expect(unseenIn(file)).toEqual([]);
  });

  it('stand on slides as they were typed, and break nothing', async () => {
    const file = await writeSlides({ ...model, layout: 'slides' });
    expect(slidesFaults(file)).toEqual([]);
    expect(unseenIn(file)).toEqual([]);
  });

  it('stand in the PDF as they were typed, and start nothing', async () => {
    const { pages, title } = await readPdf(await typesetPdf(model, readFromSource));
    expect(title).toContain('#panic("x")');
    expect(pages.map(({ text }) => text).join('').replaceAll(/\s/g, '').includes(CLEAN.replaceAll(/\s/g, ''))).toBe(true);
  });
});

describe('a chart of nothing', () => {
  const empty = specimen({ sections: specimen().sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => (block.kind === 'figure' ? { ...block, chart: { ...block.chart, categories: [], series: [], line: null, marks: [] } } : block)) })) });

  it('is said in words in Word, which draws none, and breaks no slide and no PDF', async () => {
    const file = await writeWord(empty);
    expect(docxFaults(file)).toEqual(docxFaults(await writeWord(specimen())));
    expect(Buffer.from(zipEntries(file).get('word/document.xml') ?? []).toString('utf8')).toContain('Columns of planned cost by year.');
    expect(slidesFaults(await writeSlides({ ...empty, layout: 'slides' }))).toEqual([]);
    expect((await readPdf(await typesetPdf(empty, readFromSource))).pages.length).toBeGreaterThan(1);
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../<Hill>\u202Efdp.exe|"', '.. .. Hill fdp.exe  ICT strategy 2026 to 2031 2026-11-21.pdf'],
    ['Ł'.repeat(200), `${'Ł'.repeat(110)} 2026-11-21.pdf`],
    [`a${'Ł'.repeat(199)}`, `a${'Ł'.repeat(109)} 2026-11-21.pdf`],
  ])('of a school called %s is one that every computer takes', async (name, fileName) => {
    using plan = planInMemory();
    await plan.call('school.update', { name });
    expect((await plan.call('document.file', { kind: 'strategy', format: 'pdf' })).fileName).toBe(fileName);
  });
});
