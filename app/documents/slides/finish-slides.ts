import type { ChartSpec } from '../../../planning/documents/chart-spec.ts';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import { guardPackage } from '../../intake/reader/zip-guard.ts';
import { zipPackage } from '../word/zip-package.ts';
import { xmlText } from '../xml.ts';
import { chartPart, type ChartLook } from './chart-part.ts';
import { chartWorkbook } from './chart-workbook.ts';

/** What the library has no words for, in the order of the slides. */
export type SlidesFinish = {
  readonly model: DocumentModel;
  readonly charts: readonly { readonly chart: ChartSpec; readonly look: ChartLook }[];
  readonly tables: readonly (readonly string[])[];
  readonly notes: readonly (readonly string[])[];
};

const PART = { chart: /^ppt\/charts\/chart(\d+)\.xml$/, workbook: /^ppt\/embeddings\/\D*(\d+)\.xlsx$/, slide: /^ppt\/slides\/slide(\d+)\.xml$/, notes: /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/ } as const;

/** The parts of one kind by their names, in the order of their numbers. */
const namesOf = (names: readonly string[], kind: RegExp): ReadonlyMap<string, number> =>
  new Map(names.flatMap((name) => { const number = kind.exec(name)?.[1]; return number === undefined ? [] : [{ name, number: Number(number) }]; })
    .toSorted((one, other) => one.number - other.number).map(({ name }, at) => [name, at]));

/**
 * Writes what the library cannot: charts with a line over a stack and marks on it, each with its figures in a workbook of its own;
 * what is said with a slide in paragraphs; the names of tables for those who cannot see them. It mends what the library writes
 * against ECMA-376, and takes out hours and chance, so that the same model gives the same bytes.
 */
export async function finishSlides(file: Uint8Array, { model, charts, tables, notes }: SlidesFinish): Promise<Uint8Array> {
  const { names, part } = guardPackage(file, 'The slides');
  const at = { chart: namesOf(names, PART.chart), workbook: namesOf(names, PART.workbook), slide: namesOf(names, PART.slide), notes: namesOf(names, PART.notes) };
  if (at.chart.size !== charts.length || at.workbook.size !== charts.length) throw new Error(`The slides have ${at.chart.size} charts where ${charts.length} were set.`);
  const renamed = renaming(at);
  const parts = new Map<string, Uint8Array>();
  for (const name of names.filter((each) => !each.endsWith('/'))) {
    const bytes = part(name) ?? new Uint8Array();
    const workbook = charts[at.workbook.get(name) ?? -1];
    parts.set(renamed(name), workbook !== undefined ? await chartWorkbook(workbook.chart, { school: model.school, made: model.asOf })
      : /\.(xml|rels)$/.test(name) ? Buffer.from(finished(name, name.endsWith('.rels') || name === '[Content_Types].xml' ? renamed(Buffer.from(bytes).toString('utf8')) : Buffer.from(bytes).toString('utf8'))) : bytes);
  }
  return zipPackage(parts);

  function finished(name: string, xml: string): string {
    const [chart, slide, said] = [charts[at.chart.get(name) ?? -1], at.slide.get(name), at.notes.get(name)];
    if (chart !== undefined) return chartPart(chart.chart, chart.look);
    if (slide !== undefined) return finishedSlide(xml, tables[slide] ?? []);
    if (said !== undefined) return inBritish(withNotes(xml, notes[said] ?? []));
    if (name === '[Content_Types].xml') return withoutMissing(xml, new Set(names.map(renamed)));
    return name === 'docProps/core.xml' ? withoutHour(xml, model.asOf) : name === 'ppt/presentation.xml' ? inOrder(inBritish(xml)) : inBritish(xml);
  }
}

/** The library counts charts for as long as it runs: in a file they count from 1. */
function renaming({ chart, workbook }: Readonly<Record<'chart' | 'workbook', ReadonlyMap<string, number>>>): (text: string) => string {
  const numbers = (names: ReadonlyMap<string, number>): ReadonlyMap<string, number> => new Map([...names].map(([name, at]) => [/(\d+)\.\w+$/.exec(name)?.[1] ?? '', at + 1]));
  const [charts, workbooks] = [numbers(chart), numbers(workbook)];
  return (text) => text
    .replaceAll(/\bchart(\d+)\.xml/g, (whole, number: string) => (charts.has(number) ? `chart${charts.get(number)}.xml` : whole))
    .replaceAll(/Worksheet(\d+)\.xlsx/g, (whole, number: string) => (workbooks.has(number) ? `Worksheet${workbooks.get(number)}.xlsx` : whole));
}

const inBritish = (xml: string): string => xml.replaceAll('lang="en-US"', 'lang="en-GB"');

/** A paragraph says how it is set once, before its runs; every shape has a number of its own; tables say what they are. */
function finishedSlide(xml: string, tables: readonly string[]): string {
  let id = 1;
  let table = 0;
  return inBritish(xml)
    .replaceAll(/<\/a:r><a:pPr[^>]*>(?:(?!<\/a:pPr>).)*<\/a:pPr>/gs, '</a:r>')
    .replaceAll(/<p:cNvPr id="\d+" name="([^"]*)"/g, (_, name: string) => `<p:cNvPr id="${id++}" name="${name === '' ? '' : `${name} ${id - 1}`}"`)
    .replaceAll(/(<p:nvGraphicFramePr><p:cNvPr id="\d+" name=")[^"]*(")\/>/g, (_, before: string, after: string) => `${before}Table ${table + 1}${after} descr="${xmlText(tables[table++] ?? '')}"/>`)
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>');
}

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${xmlText(line)}</a:t></a:r></a:p>`).join('') || '<a:p><a:endParaRPr lang="en-GB"/></a:p>';

/** The library puts all that is said into one run: a speaker reads it in paragraphs. */
const withNotes = (xml: string, lines: readonly string[]): string =>
  xml.replace(/<a:p>(?:(?!<a:p>).)*?<a:t>\.<\/a:t>.*?<\/a:p>/s, () => paragraphs(lines));

/** The day of its figures, not the hour at which it was made. */
const withoutHour = (xml: string, day: string): string => xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, opened: string) => `${opened}${day}T00:00:00Z`);

/** The library gives a type for a master of each slide; there is one master. */
const withoutMissing = (xml: string, names: ReadonlySet<string>): string =>
  xml.replaceAll(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (entry, name: string) => (names.has(name) ? entry : ''));

/** The list of notes masters stands before that of slides. */
const inOrder = (xml: string): string => {
  const [masters = ''] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml) ?? [];
  return masters === '' ? xml : xml.replace(masters, '').replace('<p:sldIdLst>', () => `${masters}<p:sldIdLst>`);
};
