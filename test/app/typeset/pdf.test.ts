import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { TYPESETTER_FILES } from '../../../app/documents/typeset/typesetter-files.ts';
import { typesetPdf } from '../../../app/documents/typeset/typst-typesetter.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import { DOCUMENT_FACTS, DOCUMENT_KINDS } from '../../../planning/documents/kinds.ts';
import { paragraph, type DocumentModel, type DocumentSection } from '../../../planning/documents/model.ts';
import { AWKWARD_NAMES, factsFor, hillcrest, largeSchool } from '../../support/document-schools.ts';
import { readFromSource } from '../../support/plan-in-memory.ts';
import { allTags, readPdf, type ReadPdf } from '../../support/read-pdf.ts';
import { longTable, specimen } from '../../support/specimen-document.ts';

const set = async (model: DocumentModel): Promise<Uint8Array> => typesetPdf(model, readFromSource);
const read = async (model: DocumentModel): Promise<ReadPdf> => readPdf(await set(model));
const only = (blocks: DocumentSection['blocks'], also: Partial<DocumentSection> = {}): DocumentSection[] =>
  [{ key: 'only', number: null, title: 'Only', annex: false, landscape: false, blocks, notes: [], ...also }];

describe('a report as PDF', () => {
  let report: ReadPdf;
  beforeAll(async () => {
    report = await read(specimen());
  });

  it('tells a screen reader its title, its language and what each part is', () => {
    expect(report).toMatchObject({ title: 'ICT strategy 2026 to 2031, Hillcrest School', language: 'en-GB', tagged: true });
    const roles = new Set(report.pages.flatMap(({ tags }) => allTags(tags)).map(({ role }) => role));
    for (const role of ['TOC', 'TOCI', 'H1', 'H2', 'P', 'L', 'LI', 'Figure', 'Caption', 'Table', 'THead', 'TH', 'TD']) expect(roles).toContain(role);
  });

  it('says in words what a chart shows', () => {
    const figures = report.pages.flatMap(({ tags }) => allTags(tags)).filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(['Columns of planned cost by year.', 'Bars of kit by age.', 'Columns of what people said.']);
  });

  it('has contents that name the page where each section begins', () => {
    const [front] = report.pages;
    for (const { number, title } of specimen().sections) {
      const begins = report.pages.findIndex(({ text }, at) => at > 0 && text.includes(`${number ?? ''} ${title}`)) + 1;
      expect(begins, title).toBeGreaterThan(1);
      expect(front?.text.replaceAll(/\s+/g, ' '), title).toContain(`${number ?? ''} ${title} ${begins}`);
      expect(report.bookmarks, title).toContainEqual({ title: `${number ?? ''} ${title}`, page: begins });
    }
  });

  it('counts its pages, says on each that it is a draft, of what day its figures are, and that the school is made up', () => {
    const { header, footer } = specimen();
    report.pages.forEach(({ text }, at) => {
      expect(text).toContain(`${at + 1} of ${report.pages.length}`);
      expect(text).toContain(footer);
      expect(text).toContain(header.right);
      if (at > 0) expect(text).toContain(header.left);
    });
    expect(footer).toContain('A made-up school.');
  });

  it('lays wide annexes across the page', () => {
    const wide = report.pages.filter(({ width, height }) => width > height);
    expect(wide.length).toBeGreaterThan(0);
    expect(wide.at(0)?.text).toContain('B Assumptions');
    expect(report.pages.every(({ width, height }) => Math.round(Math.min(width, height)) === 595 && Math.round(Math.max(width, height)) === 842)).toBe(true);
  });

  it('brings its typefaces with it', () => {
    expect(new Set(report.fonts.map(({ name }) => name.replace(/^\w+\+/, '')))).toEqual(new Set(['SourceSans3-Regular', 'SourceSans3-SemiBold', 'SourceSerif4-Regular', 'SourceSerif4-SemiBold', 'SourceSerif4-Italic']));
    expect(report.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  });
});

describe('a long table as PDF', () => {
  it('repeats its heads and the name of the group on every page', async () => {
    const { pages } = await read(specimen({ layout: 'paper', sections: only([longTable]) }));
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) {
      expect(text).toMatch(/Room Kind Items Cost, £/);
      const firstRoom = /Room (\d)\d/.exec(text)?.[1] ?? '';
      expect(text.indexOf(`Term ${firstRoom}`), text).toBeLessThan(text.indexOf(`Room ${firstRoom}`));
    }
  });

  it('does not put the total of the whole under the last group', async () => {
    for (let rows = 20; rows < 60; rows += 3) {
      const body = Array.from({ length: rows }, (_, at) => ({ kind: 'body' as const, cells: ['Room', 'Kind', '1', String(at)].map((text) => ({ text })) }));
      const group = { kind: 'group' as const, cells: [{ text: 'The only term' }] };
      const total = { kind: 'grand' as const, cells: ['All terms', '', '9', '9'].map((text) => ({ text })) };
      const { pages } = await read(specimen({ layout: 'paper', sections: only([{ ...longTable, rows: [group, ...body, total] }]) }));
      const last = pages.at(-1)?.text ?? '';
      expect(last).toContain('All terms');
      if (last.includes('The only term')) expect(last, `${rows} rows`).toMatch(/Room Kind 1 \d/);
    }
  });

  it('stays on the page where it has a word that nobody would break', async () => {
    const word = 'https://example.school/ict/'.padEnd(180, 'x');
    const { pages } = await read(specimen({ layout: 'paper', sections: only([{ ...longTable, rows: [{ kind: 'body', cells: [{ text: word }, { text: 'Kind' }, { text: '1' }, { text: '2' }] }] }]) }));
    expect(pages[0]?.text.replaceAll('\n', '')).toContain(word);
    expect(pages[0]?.text, 'broken over several lines').not.toContain(word);
  });
});

describe('what people have typed', () => {
  it('is printed as it is, and never read as a command', async () => {
    const { pages } = await read(specimen({ layout: 'paper', sections: only(AWKWARD_NAMES.filter((name) => !/\p{Script=Han}/u.test(name)).map((name) => paragraph(name))) }));
    const text = pages.map((page) => page.text).join('');
    for (const name of AWKWARD_NAMES) if (!/\p{Script=Arabic}/u.test(name)) expect(text).toContain(name);
  });

  it('has a box for what no typeface can draw, and keeps the rest', async () => {
    const { pages } = await read(specimen({ layout: 'paper', sections: only([paragraph('Łódź 中文 ŵ 👩‍💻 end')]) }));
    expect(pages[0]?.text).toContain('Łódź □□ ŵ □ end');
  });
});

describe('slides as PDF', () => {
  it('are one to a section, sixteen to nine', async () => {
    const sections = specimen().sections.filter(({ key }) => ['costs', 'now', 'log'].includes(key));
    const { pages } = await read(specimen({ layout: 'slides', sections }));
    expect(pages.map(({ width, height }) => Math.round((width / height) * 9))).toEqual([16, 16, 16]);
    pages.forEach(({ text }, at) => expect(text).toContain(`${at + 1} of 3`));
  });
});

describe('the file', () => {
  const hash = async (model: DocumentModel): Promise<string> => createHash('sha256').update(await set(model)).digest('hex');

  it('is the same to the byte whenever it is made of the same document', async () => {
    const first = await hash(specimen());
    await set(specimen({ layout: 'slides' }));
    expect(await hash(specimen())).toBe(first);
    expect(await hash(specimen({ asOf: '2026-11-22' }))).not.toBe(first);
  });

  it('is small enough to send, also of 20,000 assets', async () => {
    for (const plan of [await hillcrest(), largeSchool()]) {
      for (const kind of DOCUMENT_KINDS.filter((each) => DOCUMENT_FACTS[each].formats.includes('pdf'))) {
        expect((await set(composeDocument(factsFor(plan, kind)))).length, kind).toBeLessThan(2_000_000);
      }
    }
  }, 120_000);
});

describe('the typesetter', () => {
  it('travels with its licence', () => {
    expect(new TextDecoder().decode(readFromSource('typst-licence.txt'))).toMatch(/Apache License\s+Version 2\.0, January 2004[^]+END OF TERMS AND CONDITIONS/);
  });
});

describe('the typefaces', () => {
  it('travel with their licence', () => {
    const from = Object.entries(TYPESETTER_FILES);
    const packageOf = (path: string): string => path.split('/').slice(0, 3).join('/');
    for (const [name, path] of from.filter(([each]) => each.endsWith('.ttf'))) {
      const [licence] = from.find(([each, source]) => each.endsWith('licence.txt') && packageOf(source) === packageOf(path)) ?? [];
      expect(licence, name).toBeDefined();
      expect(new TextDecoder().decode(readFromSource(licence as keyof typeof TYPESETTER_FILES))).toContain('SIL OPEN FONT LICENSE Version 1.1');
    }
  });
});
