import { Bookmark, BorderStyle, Footer, Header, HeadingLevel, InternalHyperlink, LeaderType, PageNumber, PageReference, Paragraph, Tab, TableOfContents, TabStopType, TextRun, type FileChild } from 'docx';
import type { DocumentModel, DocumentSection } from '../../../planning/documents/model.ts';
import { textRun, textRuns } from './runs.ts';
import { GREEN, INK, RULE, STYLE } from './styles.ts';

const rule = { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 6 };
const toTheRight = (width: number): { tabStops: { type: typeof TabStopType.RIGHT; position: number }[] } => ({ tabStops: [{ type: TabStopType.RIGHT, position: width }] });
const tab = (): TextRun => new TextRun({ children: [new Tab()] });

/** What is said over every page: which document it is, and which version of it, for whom. A draft says so in bold. */
export const pageHeader = ({ header, version }: DocumentModel, width: number): Header => new Header({
  children: [new Paragraph({
    style: STYLE.edge, border: { bottom: rule }, ...toTheRight(width),
    children: [textRun(header.left), tab(), textRun(header.right, version.state === 'draft' ? { bold: true } : {})],
  })],
});

/** Over the front page of a report, which says all this itself. */
export const noHeader = (): Header => new Header({ children: [new Paragraph({ style: STYLE.edge })] });

/** What the figures are, and which page of how many it is. */
export const pageFooter = ({ footer }: DocumentModel, width: number): Footer => new Footer({
  children: [new Paragraph({
    style: STYLE.edge, border: { top: rule }, ...toTheRight(width),
    children: [textRun(footer), tab(), new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  })],
});

/** The front page of a report: what it is, in a sentence, which version, and its contents. They are filled in; Word makes them again when the school has written on. */
export const frontPage = (model: DocumentModel, width: number): FileChild[] => [
  new Paragraph({ style: STYLE.cover, spacing: { before: 1_000, after: 240 }, children: [textRun(model.school, { bold: true, size: 26, color: GREEN })] }),
  new Paragraph({ heading: HeadingLevel.TITLE, border: { bottom: { ...rule, size: 12, color: GREEN, space: 10 } }, children: [textRun(model.title)] }),
  ...sentence(model.opening),
  new Paragraph({ style: STYLE.cover, spacing: { before: 200, after: 480 }, children: [textRun(model.header.right, { bold: true, color: INK })] }),
  contents(model, width),
];

/** What each heading is known by to the contents. */
const anchorOf = ({ key }: DocumentSection): string => `kitplan_${key}`.slice(0, 40);

const contents = ({ sections }: DocumentModel, width: number): TableOfContents => new TableOfContents('Contents', {
  hyperlink: true, headingStyleRange: '1-1', beginDirty: false,
  contentChildren: sections.map((section) => new Paragraph({
    style: 'TOC1', tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    children: [new InternalHyperlink({ anchor: anchorOf(section), children: [...numberRuns(section, {}), textRun(section.title), tab(), new PageReference(anchorOf(section))] })],
  })),
});

/**
 * What a document says of itself on the school's own paper, which has its own header and footer.
 * @param titled false where the paper has a place for the title
 */
export const letterheadFront = (model: DocumentModel, width: number, titled: boolean): FileChild[] => [
  ...(titled ? [new Paragraph({ heading: HeadingLevel.TITLE, children: [textRun(model.title)] })] : []),
  new Paragraph({ style: STYLE.cover, children: [textRun(model.header.right, { bold: true, color: INK })] }),
  new Paragraph({ style: STYLE.cover, spacing: { after: 200 }, children: [textRun(model.footer)] }),
  ...sentence(model.opening), ...(model.layout === 'report' ? [contents(model, width)] : []),
];

/** A paper begins at once. */
export const paperTitle = ({ title, opening }: DocumentModel): FileChild[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, children: [textRun(title)] }), ...sentence(opening),
];

const sentence = (opening: DocumentModel['opening']): Paragraph[] => (opening.length === 0 ? [] : [new Paragraph({ style: STYLE.lead, children: textRuns(opening) })]);

/** The number or letter of a section, before its title. */
const numberRuns = ({ number }: DocumentSection, look: { readonly color?: string }): TextRun[] => (number === null ? [] : [textRun(number, look), textRun('\u2002')]);

export const sectionHeading = (section: DocumentSection, newPage: boolean): Paragraph => new Paragraph({
  heading: HeadingLevel.HEADING_1, pageBreakBefore: newPage, keepNext: true,
  children: [new Bookmark({ id: anchorOf(section), children: [...numberRuns(section, { color: GREEN }), textRun(section.title)] })],
});
