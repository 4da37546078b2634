import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { forecastWorkbook } from '../../app/documents/forecast-workbook.ts';
import { writeSlides } from '../../app/documents/slides/slide-writer.ts';
import { TONE_COLOURS } from '../../app/documents/tone-colours.ts';
import { TYPESETTER_FILES } from '../../app/documents/typeset/typesetter-files.ts';
import { typesetPdf } from '../../app/documents/typeset/typst-typesetter.ts';
import { writeWord } from '../../app/documents/word/word-writer.ts';
import type { ChartSpec } from '../../planning/documents/chart-spec.ts';
import { composeDocument } from '../../planning/documents/compose.ts';
import type { DocumentKind } from '../../planning/documents/kinds.ts';
import { chartYears } from '../../renderer/chart/chart-year.ts';
import { awkwardSchool, factsFor, hillcrest, largeSchool } from '../support/document-schools.ts';
import { TODAY } from '../support/plan-in-memory.ts';
import { xlsxParts } from '../support/xlsx-structure.ts';
import { childrenNamed, everyElement, type XmlElement } from '../support/xml-tree.ts';
import { zipEntries } from '../support/zip-entries.ts';

/** One figure, drawn once: its numbers read back from the screen, Word, Excel, PowerPoint and the drawn chart of the PDF. */

/** What a reader finds in a chart: its categories, and each series by its name with its figures in pence. */
type ReadBack = { readonly categories: readonly string[]; readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[] };

const inPence = (pounds: string | number | undefined): number => Math.round(Number(pounds) * 100);
const wanted = ({ categories, series, line }: ChartSpec): ReadBack =>
  ({ categories, series: [...series, ...(line === null ? [] : [line])].map(({ name, values }) => ({ name, values })) });

const plan = { Hillcrest: hillcrest, 'a school of 20,000 assets': async () => Promise.resolve(largeSchool()), 'a school of impossible names': awkwardSchool };

/** The cache of a chart's part: what Word and PowerPoint draw before anybody edits it. */
function readChartPart(root: XmlElement): ReadBack {
  const cached = (element: XmlElement | undefined, cache: string): Map<number, string> => {
    const [found] = element === undefined ? [] : everyElement(element).filter(({ name }) => name === cache);
    return new Map((found === undefined ? [] : childrenNamed(found, 'c:pt')).map((point) => [Number(point.attributes.idx), childrenNamed(point, 'c:v')[0]?.text ?? '']));
  };
  const all = everyElement(root).filter(({ name }) => name === 'c:ser');
  const [first] = all;
  const categories = [...cached(childrenNamed(first ?? root, 'c:cat')[0], 'c:strCache').values()];
  return {
    categories,
    series: all.map((each) => {
      const values = cached(childrenNamed(each, 'c:val')[0], 'c:numCache');
      return { name: [...cached(childrenNamed(each, 'c:tx')[0], 'c:strCache').values()][0] ?? '', values: categories.map((_, at) => (values.has(at) ? inPence(values.get(at)) : null)) };
    }),
  };
}

const chartParts = (file: Uint8Array): readonly ReadBack[] =>
  [...xlsxParts(file).xml].filter(([name]) => /\/charts\/chart\d+\.xml$/.test(name)).map(([, root]) => readChartPart(root));

/** The figures that "Edit data" opens. */
async function workbooksIn(file: Uint8Array): Promise<readonly ReadBack[]> {
  const books = [...zipEntries(file)].filter(([name]) => /embeddings\/.*\.xlsx$/.test(name));
  return Promise.all(books.map(async ([, bytes]) => {
    const [head = [], ...rows] = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
    return {
      categories: rows.map(([name]) => String(name)),
      series: head.slice(1).map((name, at) => ({ name: String(name), values: rows.map((row) => { const value = row[at + 1]; return typeof value === 'number' ? inPence(value) : null; }) })),
    };
  }));
}

/** The charts of the workbook of the plan, read from the cells that they point at. */
async function readWorkbook(bytes: Uint8Array): Promise<readonly ReadBack[]> {
  const summary = (await readXlsx(bytes, { sheets: ['Summary'] })).sheets[0]?.rows ?? [];
  const cellsOf = (reference: string): readonly unknown[] => {
    const [, column = '', row = '', last = column] = /\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$\d+)?$/.exec(reference) ?? [];
    return (summary[Number(row) - 1] ?? []).slice(column.charCodeAt(0) - 65, last.charCodeAt(0) - 64);
  };
  return [...xlsxParts(bytes).xml].filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name)).map(([, root]) => {
    const all = everyElement(root).filter(({ name }) => name === 'c:ser');
    const reference = (each: XmlElement | undefined, part: string): string => everyElement(childrenNamed(each ?? root, part)[0] ?? root).find(({ name }) => name === 'c:f')?.text ?? '';
    return {
      categories: cellsOf(reference(all[0], 'c:cat')).map(String),
      series: all.map((each) => ({
        name: everyElement(childrenNamed(each, 'c:tx')[0] ?? root).find(({ name }) => name === 'c:v')?.text ?? '',
        values: cellsOf(reference(each, 'c:val')).map((value) => (typeof value === 'number' ? inPence(value) : null)),
      })),
    };
  });
}

/** Heights of what is filled in each colour of a page, from left to right; the squares of the legend are narrower than any column. */
async function heightsInPdf(bytes: Uint8Array, pageNumber: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const NARROWEST_COLUMN = 12;
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const page = await (await loading.promise).getPage(pageNumber);
  const { fnArray, argsArray } = await page.getOperatorList();
  const found = new Map<string, { readonly x: number; readonly height: number }[]>();
  let [colour, x] = ['', 0];
  fnArray.forEach((operator, at) => {
    const values: unknown = argsArray[at];
    if (!Array.isArray(values)) return;
    if (operator === OPS.transform) x = Number(values[4]);
    if (operator === OPS.setFillRGBColor) colour = String(values[0]).slice(1).toUpperCase();
    if (operator !== OPS.constructPath || values[0] !== OPS.fill) return;
    const [left, top, right, bottom] = Object.values(values[2] as Record<string, number>);
    if ((right ?? 0) - (left ?? 0) < NARROWEST_COLUMN) return;
    found.set(colour, [...(found.get(colour) ?? []), { x, height: (bottom ?? 0) - (top ?? 0) }]);
  });
  await loading.destroy();
  return new Map([...found].map(([key, each]) => [key, each.toSorted((a, b) => a.x - b.x).map(({ height }) => height)]));
}

const figureOf = (kind: DocumentKind, facts: ReturnType<typeof factsFor>): ChartSpec | undefined => composeDocument({ ...facts, settings: { ...facts.settings, kind } }).sections
  .flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === 'figure' && block.chart.key === 'cost_by_year' ? [block.chart] : []))[0];

describe.each(Object.entries(plan))('what each year of %s costs', (_, school) => {
  it('is one figure: the screen, Word, Excel, PowerPoint and the PDF show the same numbers to the penny', async () => {
    const snapshot = await school();
    const recommended = snapshot.scenarios.find((each) => each.recommended)?.id;
    for (const scenarioId of [undefined, ...(recommended === undefined ? [] : [recommended])]) {
      const facts = factsFor(snapshot, 'summary', scenarioId === undefined ? {} : { scenarioId });
      const spec = figureOf('summary', facts);
      if (spec === undefined) throw new Error('The summary has no figure of what the plan costs.');
      const figure = wanted(spec);
      const columns = { ...figure, series: figure.series.slice(0, spec.series.length) };

      const years = chartYears(facts.forecast, facts.forecast);
      expect({
        categories: years.map(({ label }) => label),
        series: [...spec.series.map(({ key, name }) => ({ name, values: years.map(({ groups }) => groups[key as keyof typeof groups]) })), ...(spec.line === null ? [] : [{ name: spec.line.name, values: years.map(({ budgetPence }) => budgetPence) }])],
      }, 'screen').toEqual(figure);

      const model = composeDocument(facts);
      expect(chartParts(await writeWord(model)), 'Word').toContainEqual(figure);

      const slides = await writeSlides(composeDocument({ ...facts, settings: { ...facts.settings, kind: 'slides' } }));
      expect(figureOf('slides', facts)?.series).toEqual(spec.series);
      expect(chartParts(slides), 'PowerPoint').toContainEqual(figure);
      expect(await workbooksIn(slides), 'PowerPoint, its own workbooks').toContainEqual(figure);

      const [stack, lines] = await readWorkbook(await forecastWorkbook({ snapshot: facts.snapshot, options: { asOf: TODAY } }));
      expect(stack, 'Excel').toEqual(columns);
      expect(lines?.series.find(({ name }) => name === spec.line?.name)?.values, 'Excel, the budget').toEqual(spec.line?.values);

      const drawn = await heightsInPdf(await typesetPdf(model, (name) => readFileSync(TYPESETTER_FILES[name])), 1);
      const all = spec.series.flatMap(({ tone, values }) => values.filter((value) => value > 0).map((value, at) => ({ value, height: drawn.get(TONE_COLOURS[tone])?.[at] ?? 0 })));
      expect(spec.series.map(({ tone }) => drawn.get(TONE_COLOURS[tone])?.length), 'PDF, how many').toEqual(spec.series.map(({ values }) => values.filter((value) => value > 0).length));
      const pointsToPence = all.reduce((sum, { value }) => sum + value, 0) / all.reduce((sum, { height }) => sum + height, 0);
      const tallest = Math.max(...all.map(({ value }) => value));
      for (const { value, height } of all) expect(Math.abs(height * pointsToPence - value) / tallest, 'PDF').toBeLessThan(0.001);
    }
  });
});
