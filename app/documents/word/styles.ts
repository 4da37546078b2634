import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, type INumberingOptions, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { DocumentModel } from '../../../planning/documents/model.ts';

/** Colours of the page, as on screen in its light dress. */
export const INK = '1B2420';
export const GREY = '46524B';
export const GREEN = '1D5A43';
export const RULE = 'B3BDB6';
export const HAIRLINE = 'D9DFD9';
export const RED = 'A6291B';

/**
 * Typefaces of a Word document: ones that every copy of Word has, since the document is read and written on elsewhere.
 * `text` is for headings and sentences, `small` for tables, charts and what stands at the edge of a page.
 */
export type Faces = { readonly text: string; readonly small: string };
export const OUR_FACES: Faces = { text: 'Cambria', small: 'Calibri' };

/** Sizes of type in points: a paper is set closer than a report, so that what is one page in PDF is one page in Word. */
export type Sizes = {
  readonly title: number; readonly lead: number; readonly body: number; readonly section: number; readonly heading: number; readonly table: number;
  /** Distance of lines, and of paragraphs, beside a report's. */
  readonly line: number; readonly air: number;
};
const SIZES: Readonly<Record<DocumentModel['layout'], Sizes>> = {
  report: { title: 30, lead: 14, body: 11, section: 20, heading: 13.5, table: 9.5, line: 1.22, air: 1 },
  paper: { title: 21, lead: 12.5, body: 11, section: 14, heading: 11.5, table: 9.5, line: 1.08, air: 0.45 },
  slides: { title: 21, lead: 12.5, body: 11, section: 14, heading: 11.5, table: 9.5, line: 1.08, air: 0.45 },
};

/** The same at a share of its size: half points are the smallest that Word knows. */
export function sizesOf(layout: DocumentModel['layout'], step = 1): Sizes {
  const { title, lead, body, section, heading, table, line, air } = SIZES[layout];
  const less = (size: number): number => Math.round(size * step * 2) / 2;
  return { title: less(title), lead: less(lead), body: less(body), section: less(section), heading: less(heading), table: less(table), line, air: air * step };
}

/** Styles of our own by their ids; headings, lists and captions are Word's own. */
export const STYLE = {
  lead: 'KitplanLead', note: 'KitplanNote', own: 'KitplanOwnWords', boxItem: 'KitplanBoxItem', cell: 'KitplanCell', cover: 'KitplanCover', edge: 'KitplanEdge',
} as const;

export const LISTS = { bullets: 'kitplan-bullets', numbers: 'kitplan-numbers' } as const;

/** Word measures type in half points, and the distance of lines in 240ths of a line; the rule is said, since LibreOffice takes its absence for an exact height. */
const points = (size: number): number => size * 2;
const lines = (times: number): { line: number; lineRule: typeof LineRuleType.AUTO } => ({ line: Math.round(times * 240), lineRule: LineRuleType.AUTO });

/** The paragraphs that are ours alone; put into a school’s own paper too. */
function ourParagraphs({ text, small }: Faces, { lead, table, line, air }: Sizes): IParagraphStyleOptions[] {
  const spacing = (before: number, after: number, times: number): { before: number; after: number } & ReturnType<typeof lines> => ({ before: Math.round(before * air), after: Math.round(after * air), ...lines(times) });
  const own = { basedOn: 'Normal', quickFormat: true };
  return [
    { id: STYLE.lead, name: 'Kitplan lead', ...own, next: 'Normal', run: { size: points(lead), font: text }, paragraph: { keepNext: true, spacing: spacing(0, 200, Math.min(line, 1.2)) } },
    { id: STYLE.note, name: 'Kitplan note', ...own, run: { size: points(9.5), font: small, color: GREY }, paragraph: { spacing: spacing(60, 160, 1.1) } },
    { id: STYLE.own, name: 'Kitplan own words', ...own, paragraph: { indent: { left: 200 }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: GREEN, space: 8 } } } },
    { id: STYLE.boxItem, name: 'Kitplan box item', ...own, paragraph: { keepLines: true, keepNext: true, spacing: spacing(0, 60, Math.min(line, 1.15)) } },
    { id: STYLE.cell, name: 'Kitplan table text', ...own, run: { size: points(table), font: small }, paragraph: { spacing: { before: 0, after: 0, ...lines(1) } } },
    { id: STYLE.cover, name: 'Kitplan cover line', ...own, run: { size: points(11), font: small, color: GREY }, paragraph: { spacing: spacing(0, 60, 1.1) } },
    { id: STYLE.edge, name: 'Kitplan page edge', ...own, run: { size: points(9), font: small, color: GREY }, paragraph: { spacing: { before: 0, after: 0, ...lines(1) } } },
  ];
}

type Look = { readonly run: object; readonly paragraph: object };

const heading = (font: string, size: number, before: number, after: number): Look => ({
  run: { font, size: points(size), bold: true, italics: false, color: INK }, paragraph: { keepNext: true, keepLines: true, spacing: { before: Math.round(before), after: Math.round(after), ...lines(1.05) } },
});

/** Word's own styles of headings and captions as they are here. */
const headings = ({ text, small }: Faces, { title, section, heading: size, air }: Sizes): Readonly<Record<'title' | 'heading1' | 'heading2' | 'heading3' | 'caption', Look>> => ({
  title: heading(text, title, 0, 160), heading1: heading(text, section, 420 * air, 140 * air), heading2: heading(text, size, 280 * air, 80 * air), heading3: heading(text, 11.5, 200 * air, 60 * air),
  caption: heading(small, 10, 200 * air, 60),
});

export const wordStyles = (faces: Faces, sizes: Sizes): IStylesOptions => ({
  default: {
    ...headings(faces, sizes),
    document: { run: { font: faces.text, size: points(sizes.body), color: INK, language: { value: 'en-GB' } }, paragraph: { spacing: { after: Math.round(140 * sizes.air), ...lines(sizes.line) } } },
    listParagraph: { paragraph: { spacing: { after: Math.round(60 * sizes.air), ...lines(Math.min(sizes.line, 1.15)) } } },
    hyperlink: { run: { color: INK, underline: { type: 'none' } } },
  },
  paragraphStyles: [
    ...ourParagraphs(faces, sizes),
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', next: 'Normal', paragraph: { spacing: { after: 60, ...lines(1.1) } } },
  ],
});

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string): INumberingOptions['config'][number]['levels'] =>
  [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 400, hanging: 300 } } } }];

export const wordLists: INumberingOptions = {
  config: [{ reference: LISTS.bullets, levels: level(LevelFormat.BULLET, '•') }, { reference: LISTS.numbers, levels: level(LevelFormat.DECIMAL, '%1.') }],
};
