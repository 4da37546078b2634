import { AlignmentType, BorderStyle, LevelFormat, type INumberingOptions, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

/** Colours of the page, as on screen in its light dress. */
export const INK = '1B2420';
export const GREY = '5A665F';
export const GREEN = '1D5B43';
export const RULE = 'B3BDB6';
export const HAIRLINE = 'D9DFDA';
export const RED = 'A8232B';

/**
 * Typefaces of a Word document: ones that every copy of Word has, since the document is read and written on elsewhere.
 * `text` is for headings and sentences, `small` for tables, charts and what stands at the edge of a page.
 */
export type Faces = { readonly text: string; readonly small: string };
export const OUR_FACES: Faces = { text: 'Cambria', small: 'Calibri' };

/** Styles of our own by their ids; headings, lists and captions are Word's own. */
export const STYLE = {
  lead: 'KitplanLead', note: 'KitplanNote', own: 'KitplanOwnWords', boxItem: 'KitplanBoxItem', cell: 'KitplanCell', cover: 'KitplanCover', contents: 'KitplanContents', edge: 'KitplanEdge',
} as const;

export const LISTS = { bullets: 'kitplan-bullets', numbers: 'kitplan-numbers' } as const;

/** Word measures type in half points, and the distance of lines in 240ths of a line. */
const points = (size: number): number => size * 2;
const lines = (times: number): number => Math.round(times * 240);

/** The paragraphs that are ours alone: also put into a school's own paper, which has its own headings and its own text. */
export const ourParagraphs = ({ text, small }: Faces): IParagraphStyleOptions[] => [
  { id: STYLE.lead, name: 'Kitplan lead', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { size: points(14), font: text }, paragraph: { spacing: { after: 200, line: lines(1.2) } } },
  { id: STYLE.note, name: 'Kitplan note', basedOn: 'Normal', quickFormat: true, run: { size: points(9.5), font: small, color: GREY }, paragraph: { spacing: { before: 60, after: 160, line: lines(1.1) } } },
  {
    id: STYLE.own, name: 'Kitplan own words', basedOn: 'Normal', quickFormat: true,
    paragraph: { indent: { left: 200 }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: GREEN, space: 8 } } },
  },
  { id: STYLE.boxItem, name: 'Kitplan box item', basedOn: 'Normal', quickFormat: true, paragraph: { keepLines: true, keepNext: true, spacing: { after: 60 } } },
  { id: STYLE.cell, name: 'Kitplan table text', basedOn: 'Normal', quickFormat: true, run: { size: points(9.5), font: small }, paragraph: { spacing: { before: 0, after: 0, line: lines(1) } } },
  { id: STYLE.cover, name: 'Kitplan cover line', basedOn: 'Normal', run: { size: points(11), font: small, color: GREY }, paragraph: { spacing: { after: 60, line: lines(1.1) } } },
  // Looks like a heading and is none: the contents do not list themselves.
  { id: STYLE.contents, name: 'TOC Heading', basedOn: 'Normal', next: 'Normal', run: { size: points(16), bold: true, font: text }, paragraph: { keepNext: true, spacing: { after: 160 } } },
  { id: STYLE.edge, name: 'Kitplan page edge', basedOn: 'Normal', run: { size: points(9), font: small, color: GREY }, paragraph: { spacing: { before: 0, after: 0, line: lines(1) } } },
];

const heading = (font: string, size: number, before: number, after: number): { run: object; paragraph: object } => ({
  run: { font, size: points(size), bold: true, italics: false, color: INK }, paragraph: { keepNext: true, keepLines: true, spacing: { before, after, line: lines(1.05) } },
});

export const wordStyles = (faces: Faces): IStylesOptions => ({
  default: {
    document: { run: { font: faces.text, size: points(11), color: INK, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 140, line: lines(1.22) } } },
    title: heading(faces.text, 30, 0, 160),
    heading1: heading(faces.text, 20, 420, 140),
    heading2: heading(faces.text, 13.5, 280, 80),
    heading3: heading(faces.text, 11.5, 200, 60),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
    caption: { run: { font: faces.small, size: points(10.5), bold: true, italics: false, color: INK }, paragraph: { keepNext: true, spacing: { before: 200, after: 60, line: lines(1.05) } } },
    hyperlink: { run: { color: INK, underline: { type: 'none' } } },
  },
  paragraphStyles: [
    ...ourParagraphs(faces),
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', next: 'Normal', run: { font: faces.text }, paragraph: { spacing: { after: 60, line: lines(1.1) } } },
  ],
});

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string): INumberingOptions['config'][number]['levels'] =>
  [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 400, hanging: 300 } } } }];

export const wordLists: INumberingOptions = {
  config: [{ reference: LISTS.bullets, levels: level(LevelFormat.BULLET, '•') }, { reference: LISTS.numbers, levels: level(LevelFormat.DECIMAL, '%1.') }],
};
