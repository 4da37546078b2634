import { BorderStyle, HeadingLevel, Paragraph, SequentialIdentifier, type FileChild, type IParagraphOptions } from 'docx';
import type { ChartSpec } from '../../../planning/documents/chart-spec.ts';
import type { DocumentBlock, DocumentModel, DocumentTable, Words } from '../../../planning/documents/model.ts';
import { TONE_COLOURS } from '../tone-colours.ts';
import { wordChart, type ChartFinish, type ChartPlace } from './chart.ts';
import { textRun, textRuns } from './runs.ts';
import { GREEN, INK, LISTS, RULE, STYLE, type Faces } from './styles.ts';
import { columnWidths, wordTable } from './table.ts';

type Block<Kind extends DocumentBlock['kind']> = Extract<DocumentBlock, { kind: Kind }>;

/** How the paragraphs of each tone are styled; plain text is as the document's own. */
const TONES: Readonly<Record<Block<'paragraph'>['tone'], string | null>> = { lead: STYLE.lead, body: null, note: STYLE.note, own: STYLE.own };

/** Room for the names of an axis, in twips. */
const AXIS = 900;
const CHART_HEIGHTS: Readonly<Record<DocumentModel['layout'], number>> = { report: 4_000, paper: 2_700, slides: 2_700 };
const BAR_HEIGHT = 420;

/** Sets the blocks of one document, counting its figures and lists; what its charts still need is kept for the end. */
export class BlockSetter {
  readonly #faces: Faces;
  readonly finishes: ChartFinish[] = [];
  readonly #chartHeight: number;
  #lists = 0;

  /** @param step the share of its size that it is set in */
  constructor(faces: Faces, layout: DocumentModel['layout'], step = 1) {
    this.#faces = faces;
    this.#chartHeight = CHART_HEIGHTS[layout] * step;
  }

  /** @param width of the text, in twips */
  set(block: DocumentBlock, width: number): FileChild[] {
    switch (block.kind) {
      case 'heading': return [new Paragraph({ heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, keepNext: true, children: [textRun(block.text)] })];
      case 'paragraph': return [this.#paragraph(block)];
      case 'list': return this.#list(block.items, block.ordered);
      case 'table': return this.#table(block, width);
      case 'figure': return this.#figure(block, width);
      case 'box': return this.#box(block);
    }
  }

  #paragraph({ tone, words }: Block<'paragraph'>): Paragraph {
    const style = TONES[tone];
    return new Paragraph({ children: textRuns(words), ...(style !== null && { style }) });
  }

  #list(items: readonly Words[], ordered: boolean, style?: string): Paragraph[] {
    this.#lists += 1;
    const numbering = { reference: ordered ? LISTS.numbers : LISTS.bullets, level: 0, instance: this.#lists };
    return items.map((item) => new Paragraph({ style: style ?? 'ListParagraph', numbering, children: textRuns(item) }));
  }

  #table(table: DocumentTable, width: number): FileChild[] {
    const caption = new Paragraph({ style: 'Caption', keepNext: true, children: [textRun(table.caption)] });
    return [caption, wordTable(table, width), ...this.#after(table)];
  }

  /** What is said under a table; without a note a little room, since two tables that touch become one. */
  #after({ note }: DocumentTable): Paragraph[] {
    return note === null ? [spacer()] : [new Paragraph({ style: STYLE.note, children: [textRun(note)] })];
  }

  #figure({ chart, ledger }: Block<'figure'>, width: number): FileChild[] {
    // Word draws no chart of nothing: then its words stand alone.
    if (chart.categories.length === 0 || chart.series.length === 0) return [new Paragraph({ style: STYLE.note, children: [textRun(chart.altText)] }), ...(ledger === null ? [] : this.#table(ledger, width))];
    const under = ledger !== null && standsUnder(chart, ledger) ? ledger : null;
    const { run, finish } = wordChart(chart, this.#faces, this.#placeOf(chart, under, width));
    this.finishes.push(finish);
    return [
      new Paragraph({ style: 'Caption', keepNext: true, children: [textRun('Figure '), new SequentialIdentifier('Figure'), textRun(`. ${chart.title}`)] }),
      ...(needsLegend(chart) ? [new Paragraph({ style: STYLE.cell, keepNext: true, spacing: { after: 80 }, children: legend(chart) })] : []),
      new Paragraph({ style: STYLE.cell, keepNext: under !== null, children: [run] }),
      ...(under === null ? [spacer()] : [wordTable(under, width, 'ledger'), ...this.#after(under)]),
      ...(ledger === null || under !== null ? [] : this.#table(ledger, width)),
    ];
  }

  /** A chart over its ledger stands over the ledger's columns of figures; alone it takes the whole width. */
  #placeOf({ kind, categories, series }: ChartSpec, under: DocumentTable | null, width: number): ChartPlace {
    if (kind === 'bars') {
      const height = Math.max(1_200, categories.length * BAR_HEIGHT * Math.max(1, series.length * 0.7) + 700);
      return { plot: { from: Math.round(width * 0.3), to: width }, height, named: true };
    }
    if (under === null) return { plot: { from: AXIS, to: width }, height: this.#chartHeight, named: true };
    const [first = AXIS, ...years] = columnWidths(under.columns, width);
    return { plot: { from: first, to: first + years.slice(0, categories.length).reduce((sum, each) => sum + each, 0) }, height: this.#chartHeight, named: false };
  }

  /** Between two rules; all of it on one page. */
  #box({ title, items, ordered }: Block<'box'>): Paragraph[] {
    const rows = this.#list(items, ordered, STYLE.boxItem);
    return [
      new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, border: { top: { style: BorderStyle.SINGLE, size: 12, color: GREEN, space: 8 } }, children: [textRun(title)] }),
      ...rows,
      new Paragraph({ style: STYLE.cell, border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 1 } }, spacing: { after: 160 } }),
    ];
  }
}

const spacer = (): Paragraph => new Paragraph({ style: STYLE.cell, spacing: { after: 120 } } satisfies IParagraphOptions);

/** A ledger stands under the picture where it has a column for each category, after its own headings; a last one may hold all of them. */
function standsUnder({ kind, categories }: ChartSpec, { columns }: DocumentTable): boolean {
  const extra = columns.length - categories.length;
  return kind !== 'bars' && (extra === 1 || extra === 2) && categories.every((category, at) => columns[at + 1]?.heading === category);
}

/** One series without a line needs no key: the title names it. */
const needsLegend = ({ series, line }: ChartSpec): boolean => series.length + (line === null ? 0 : 1) > 1;

/** What each colour stands for, from the top of a column down, in words with a square before each. */
function legend({ kind, series, line }: ChartSpec): ReturnType<typeof textRun>[] {
  const inOrder = kind === 'stacked_columns' ? series.toReversed() : series;
  const entry = (mark: string, color: string, name: string, last: boolean): ReturnType<typeof textRun>[] => [textRun(`${mark} `, { color, size: 22 }), textRun(`${name}${last ? '' : '      '}`)];
  return [
    ...inOrder.flatMap(({ tone, name }, at) => entry('■', TONE_COLOURS[tone], name, line === null && at === inOrder.length - 1)),
    ...(line === null ? [] : entry('━', INK, line.name, true)),
  ];
}
