import { Document, Packer, patchDetector, patchDocument, PatchType, TextRun } from 'docx';
import { guardPackage } from '../../intake/reader/zip-guard.ts';
import { wordStyles, type Faces, type Sizes } from './styles.ts';
import { facesOf, pageAfter, pageLying, widthsOf, withPage, withStyles, type PageWidths } from './template-page.ts';
import { zipPackage } from './zip-package.ts';

/*
 * A school's own paper made ready to be written on: its places for text are known by marks that nobody can type, it has the styles that
 * documents use, and what it would fetch from elsewhere is gone.
 */

const TEXT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const TYPES = '[Content_Types].xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Marks around a place, in the private part of Unicode: a name that holds `{{body}}` is then a name. */
export const MARKS = { start: '\uE000', end: '\uE001' } as const;
const mark = (key: string): string => `${MARKS.start}${key}${MARKS.end}`;

/** Places that are filled with a line of text each; `body` is for the document. */
const LINES = ['title', 'school', 'version'];

export type Template = {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly hasTitle: boolean;
  /** The settings of the pages that the document goes on, as XML. */
  readonly page: string;
  readonly widths: PageWidths;
  /** False where its place lies in a table or a frame, in which no page can turn. */
  readonly turns: boolean;
  readonly faces: Faces;
  /** Its own ids of the styles that it calls as Word does, by ours. */
  readonly styleIds: ReadonlyMap<string, string>;
};

/** @param letterhead a file that has been looked over */
export async function templateOf(letterhead: Uint8Array, sizes: Sizes): Promise<Template> {
  const { file, hasTitle, hasBody } = await marked(letterhead);
  const packed = guardPackage(file, 'The letterhead', { program: 'Word', meant: 'a letterhead' });
  const parts = new Map(packed.names.map((name) => [name, packed.part(name) ?? new Uint8Array()]));
  const text = (name: string): string => Buffer.from(parts.get(name) ?? []).toString('utf8').replace(/^\uFEFF/, '');
  const body = withPage(hasBody ? text(TEXT) : withBody(text(TEXT)));
  const page = pageAfter(body, body.indexOf(mark('body')));
  const faces = facesOf(text(STYLES), text('word/theme/theme1.xml'));
  const { xml: styles, ids } = withStyles(text(STYLES), await stylesOf(faces, sizes));
  const plain = withoutOrigin(text);
  for (const [name, xml] of [...plain, [TEXT, body], [STYLES, styles], [TYPES, typesOf(text(TYPES))], [RELATIONS, relationsOf(text(RELATIONS))]] as const) parts.set(name, Buffer.from(xml));
  return { parts, hasTitle, page, widths: widthsOf(page), turns: liesFree(body, body.indexOf(mark('body'))), faces, styleIds: ids };
}

/** The template as a file, its own pages lying as the last of the document's do. */
export function templateFile({ parts, page }: Template, { landscape, goesOn }: { readonly landscape: boolean; readonly goesOn: boolean }): Uint8Array {
  const body = Buffer.from(parts.get(TEXT) ?? []).toString('utf8');
  return zipPackage(new Map([...parts, [TEXT, Buffer.from(landscape || goesOn ? body.replace(page, () => pageLying(page, landscape, goesOn)) : body)]]));
}

/** Turns `{{body}}`, however Word has cut it up, into a mark of ours. */
async function marked(letterhead: Uint8Array): Promise<{ readonly file: Uint8Array; readonly hasTitle: boolean; readonly hasBody: boolean }> {
  const nameOf = (key: string): string => key.trim().toLowerCase();
  const found = (await patchDetector({ data: letterhead })).filter((key) => nameOf(key) === 'body' || LINES.includes(nameOf(key)));
  const patches = Object.fromEntries(found.map((key) => [key, { type: PatchType.PARAGRAPH, children: [new TextRun(mark(nameOf(key)))] }]));
  const file = found.length === 0 ? letterhead : await patchDocument({ outputType: 'uint8array', data: letterhead, patches });
  const has = (name: string): boolean => found.some((key) => nameOf(key) === name);
  return { file, hasTitle: has('title'), hasBody: has('body') };
}

/** Empty paragraphs at the end are what people leave where the text goes. */
const EMPTY_END = /(?:<w:p\b[^>]*\/>|<w:p\b[^>]*>(?:<w:pPr\b(?:(?!<w:sectPr|<\/w:p>).)*?(?:\/>|<\/w:pPr>))?<\/w:p>)+(?=(?:<w:sectPr\b|<\/w:body>))/s;

/** A place of its own after what is written on the paper. */
function withBody(xml: string): string {
  const place = `<w:p><w:r><w:t>${mark('body')}</w:t></w:r></w:p>`;
  const tidy = xml.replace(EMPTY_END, '').replace(/<w:body\s*\/>/, '<w:body></w:body>');
  const last = /<w:sectPr\b(?:(?!<w:sectPr\b).)*<\/w:body>/s.exec(tidy);
  const inLastParagraph = last !== null && /<\/w:p>\s*<\/w:body>/.test(last[0]);
  return last === null || inLastParagraph ? tidy.replace('</w:body>', `${place}</w:body>`) : `${tidy.slice(0, last.index)}${place}${tidy.slice(last.index)}`;
}

const liesFree = (xml: string, at: number): boolean =>
  ['w:tbl', 'w:txbxContent', 'w:sdtContent'].every((element) => xml.lastIndexOf(`<${element}>`, at) <= xml.lastIndexOf(`</${element}>`, at));

/** The template that the letterhead was made from lies elsewhere, and its protection would keep the school from writing on. */
function withoutOrigin(text: (name: string) => string): (readonly [string, string])[] {
  const settings = text('word/settings.xml');
  const relations = text('word/_rels/settings.xml.rels');
  return [
    ...(settings === '' ? [] : [['word/settings.xml', settings.replaceAll(/<w:(?:attachedTemplate|documentProtection|writeProtection|trackRevisions)\b[^>]*\/>/g, '')] as const]),
    ...(relations === '' ? [] : [['word/_rels/settings.xml.rels', relations.replaceAll(/<Relationship\b[^>]*\/attachedTemplate"[^>]*\/>/g, '')] as const]),
  ];
}

/** A template of Word's (.dotx) becomes a document, and what has no styles is given them. */
function typesOf(types: string): string {
  const document = types.replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml').replace(/(<Types\b[^>]*>)(?!.*Extension="xml")/s, '$1<Default Extension="xml" ContentType="application/xml"/>');
  const styles = '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>';
  return /PartName="\/word\/styles\.xml"/.test(document) ? document : document.replace('</Types>', `${styles}</Types>`);
}

function relationsOf(relations: string): string {
  const there = relations === '' ? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${RELATIONSHIPS}"></Relationships>` : relations.replace(/<Relationships\b([^>]*)\/>/, '<Relationships$1></Relationships>');
  const styles = '<Relationship Id="rIdKitplanStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>';
  return /relationships\/styles"/.test(there) ? there : there.replace('</Relationships>', `${styles}</Relationships>`);
}

/** Our styles as Word's XML, written by the library that writes all of them. */
async function stylesOf(faces: Faces, sizes: Sizes): Promise<string> {
  const file = new Uint8Array(await Packer.toBuffer(new Document({ styles: wordStyles(faces, sizes), sections: [{ children: [] }] })));
  return Buffer.from(guardPackage(file, 'The styles').part(STYLES) ?? []).toString('utf8');
}
