import { beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { writeWord } from '../../../app/documents/word/word-writer.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import { DOCUMENT_FACTS, DOCUMENT_KINDS } from '../../../planning/documents/kinds.ts';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { docxFaults, docxParts, textOf } from '../../support/docx-structure.ts';
import { AWKWARD_NAMES, awkwardSchool, DOCUMENT_SCHOOLS, emptySchool, factsFor, hillcrest } from '../../support/document-schools.ts';
import { childrenNamed, everyElement } from '../../support/xml-tree.ts';
import { zipEntries } from '../../support/zip-entries.ts';

const WORD_KINDS = DOCUMENT_KINDS.filter((kind) => DOCUMENT_FACTS[kind].formats.includes('docx'));

describe.each(Object.entries(DOCUMENT_SCHOOLS))('a Word document of %s', (name, school) => {
  let plan: PlanSnapshot;
  beforeAll(async () => {
    plan = await school();
  });

  it.each(WORD_KINDS)('of the kind %s is one that Word opens and everybody can read', async (kind) => {
    const model = composeDocument(factsFor(plan, kind));
    const file = await writeWord(model);
    expect(docxFaults(file), name).toEqual([]);
    const { body } = docxParts(file);
    const text = textOf(body);
    for (const { title, number } of model.sections) expect(text).toContain(number === null ? title : `${number}\u2002${title}`);
    expect(everyElement(body).filter((element) => element.name === 'w:tbl')).toHaveLength(model.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table' || (block.kind === 'figure' && block.ledger !== null)).length);
    expect(file.length).toBeLessThan(400_000);
  });
});

describe('the strategy in Word', () => {
  let model: DocumentModel;
  let file: Uint8Array;
  beforeAll(async () => {
    model = composeDocument(factsFor(await hillcrest(), 'strategy', { madeUp: true, settings: { heldFor: 'the Finance committee', heldOn: '2026-12-11' } }));
    file = await writeWord(model);
  });

  it('lists its sections with the page of each, in order', () => {
    const contents = everyElement(docxParts(file).body).filter(({ name }) => name === 'w:sdt').map(textOf).join('').split('\n').filter((line) => line.includes('\t'));
    expect(contents.map((line) => line.split('\t')[0])).toEqual(model.sections.map(({ number, title }) => `${number ?? ''}\u2002${title}`));
    const pages = contents.map((line) => Number(line.split('\t')[1]));
    expect(pages[0]).toBe(2);
    expect(pages).toEqual(pages.toSorted((one, other) => one - other));
    expect(pages.every(Number.isInteger)).toBe(true);
  });

  it('says over and under its pages what it is, whose figures, and which page of how many', () => {
    const { xml } = docxParts(file);
    const edges = [...xml].filter(([name]) => /^word\/(header|footer)\d+\.xml$/.test(name)).map(([, root]) => textOf(root));
    expect(edges).toContain('Hillcrest School: ICT strategy 2026 to 2031\tDraft 1, for the Finance committee, 11 December 2026');
    expect(edges.filter((text) => text.startsWith('A made-up school. Figures as at 21 November 2026, net of VAT. The plan, version 1.\t'))).not.toEqual([]);
    const footer = [...xml].find(([name]) => name === 'word/footer1.xml')?.[1];
    expect(everyElement(footer ?? expect.fail()).filter(({ name }) => name === 'w:instrText').map(({ text }) => text)).toEqual(['PAGE', 'NUMPAGES']);
    expect(xml.get('docProps/core.xml')?.children.find(({ name }) => name === 'dc:title')?.text).toBe('ICT strategy 2026 to 2031, Hillcrest School');
    expect(everyElement(xml.get('word/styles.xml') ?? expect.fail()).find(({ name }) => name === 'w:lang')?.attributes['w:val']).toBe('en-GB');
    expect(xml.get('word/settings.xml')?.children.map(({ name }) => name)).not.toContain('w:updateFields');
  });

  it('lays the sheets of wide annexes across, and the others upright', () => {
    const sheets = everyElement(docxParts(file).body).filter(({ name }) => name === 'w:pgSz').map(({ attributes }) => Number(attributes['w:w']) > Number(attributes['w:h']));
    const turns = model.sections.map(({ landscape }) => landscape).filter((landscape, at, all) => at === 0 || landscape !== all[at - 1]);
    expect(sheets).toEqual(turns[0] === true ? [false, ...turns] : turns);
    expect(sheets).toContain(true);
  });

  it('has each figure as a chart of Word’s, with its numbers in a workbook that the school can go on with', async () => {
    const figures = model.sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === 'figure' ? [block.chart] : []));
    const { xml, body } = docxParts(file);
    expect(figures.length).toBeGreaterThan(0);
    expect(everyElement(body).filter(({ name }) => name === 'wp:docPr').map(({ attributes }) => attributes.descr)).toEqual(figures.map(({ altText }) => altText));
    for (const [at, { series, line, categories, marks }] of figures.entries()) {
      const chart = everyElement(xml.get(`word/charts/chart${at + 1}.xml`) ?? expect.fail());
      const drawn = chart.filter(({ name }) => name === 'c:ser').map((each) => ({
        name: everyElement(childrenNamed(each, 'c:tx')[0] ?? each).find(({ name }) => name === 'c:v')?.text,
        values: everyElement(childrenNamed(each, 'c:val')[0] ?? each).filter(({ name }) => name === 'c:v').map(({ text }) => Math.round(Number(text) * 100)),
      }));
      const asked = [...series, ...(line === null ? [] : [line])].map(({ name, values }) => ({ name, values: values.filter((value) => value !== null) }));
      expect(drawn).toEqual(asked);
      expect(chart.filter(({ name }) => name === 'a:t').map(({ text }) => text)).toEqual(marks.map(({ text }) => text));
      const workbook = await readXlsx(zipEntries(file).get(`word/embeddings/Microsoft_Excel_Worksheet${at + 1}.xlsx`) ?? new Uint8Array());
      expect(workbook.sheets[0]?.rows.slice(1).map(([category]) => category)).toEqual(categories);
      expect(workbook.sheets[0]?.rows[0]?.slice(1)).toEqual(asked.map(({ name }) => name));
    }
  });
});

describe('the one-page summary in Word', () => {
  it('is one page, whatever the scenario', async () => {
    const plan = await hillcrest();
    for (const scenarioId of [undefined, ...plan.scenarios.map(({ id }) => id)]) {
      const file = await writeWord(composeDocument(factsFor(plan, 'summary', scenarioId === undefined ? {} : { scenarioId })));
      const footer = Buffer.from(zipEntries(file).get('word/footer1.xml') ?? []).toString('utf8');
      expect(/NUMPAGES.*?<w:t [^>]*>(\d+)</s.exec(footer)?.[1]).toBe('1');
    }
  });
});

describe('names that Word might take for something else', () => {
  it('stand in the document as the school wrote them', async () => {
    const model = composeDocument(factsFor(await awkwardSchool(), 'strategy'));
    const text = textOf(docxParts(await writeWord(model)).body);
    for (const name of AWKWARD_NAMES.filter((each) => JSON.stringify(model.sections).includes(JSON.stringify(each).slice(1, -1)))) expect(text).toContain(name);
    expect(AWKWARD_NAMES.some((name) => text.includes(name))).toBe(true);
  });

  it('lose only what nobody can see', async () => {
    const model = composeDocument(factsFor(emptySchool(), 'strategy', { settings: { sections: [{ section: 'costs', included: true, words: 'A\u0000B\uFFFE \uE000body\uE001 \uD800C' }] } }));
    expect(textOf(docxParts(await writeWord(model)).body)).toContain('AB body \uFFFDC');
  });
});
