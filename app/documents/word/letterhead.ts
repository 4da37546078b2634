import { ImportedXmlComponent, patchDocument, PatchType, type FileChild } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import { guardPackage } from '../../intake/reader/zip-guard.ts';
import { BlockSetter } from './blocks.ts';
import { finishCharts } from './finish-charts.ts';
import { letterheadFront } from './front.ts';
import { seen, textRun } from './runs.ts';
import { stretches, type Stretch } from './stretches.ts';
import { sizesOf, wordLists } from './styles.ts';
import { MARKS, templateFile, templateOf, type Template } from './template.ts';
import { pageLying } from './template-page.ts';
import { zipPackage } from './zip-package.ts';

const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/**
 * A document on the school's own paper: its header, footer and styles are kept, and the document goes where it says {{body}}, else after
 * what is written on it. A place for {{title}}, {{school}} or {{version}} is filled, in the header too.
 * @param letterhead a file that has been looked over
 */
export async function writeOnLetterhead(model: DocumentModel, letterhead: Uint8Array): Promise<Uint8Array> {
  const template = await templateOf(letterhead, sizesOf(model.layout));
  const { widths, faces, hasTitle, turns } = template;
  const setter = new BlockSetter(faces, model.layout);
  const made = stretches(model, letterheadFront(model, widths.upright, !hasTitle), setter, (landscape) => (landscape ? widths.across : widths.upright), turns);
  const file = templateFile(template, { landscape: made.at(-1)?.landscape ?? false, goesOn: made.length > 1 });
  const line = (text: string): { type: typeof PatchType.PARAGRAPH; children: ReturnType<typeof textRun>[] } => ({ type: PatchType.PARAGRAPH, children: [textRun(text)] });
  const written = await patchDocument({
    outputType: 'uint8array', data: file, placeholderDelimiters: MARKS, numbering: wordLists, pageNumbers: estimatePageNumbersWith({ guess: true }),
    properties: { title: seen(`${model.title}, ${model.school}`), creator: seen(model.school), subject: seen(model.footer), lastModifiedBy: 'Kitplan' },
    patches: { title: line(model.title), school: line(model.school), version: line(model.header.right), body: { type: PatchType.DOCUMENT, children: turned(template, made) } },
  });
  return finishCharts(withOwnStyles(written, template), setter.finishes, new Set(template.parts.keys()));
}

/** The pages one after the other; where they turn, the first sheets end with settings of their own. */
const turned = ({ page }: Template, made: readonly Stretch[]): FileChild[] =>
  made.flatMap(({ landscape, children }, at) => (at === made.length - 1 ? children : [...children, pageEnd(pageLying(page, landscape, at > 0))]));

/** A paragraph that ends pages of one kind: the library writes these in documents of its own alone. */
const pageEnd = (page: string): FileChild =>
  ImportedXmlComponent.fromXmlString(`<w:p ${NAMESPACES}><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${page}</w:pPr></w:p>`) as unknown as FileChild;

/** Paragraphs under the letterhead's own ids of Word's styles. */
function withOwnStyles(file: Uint8Array, { styleIds }: Template): Uint8Array {
  if (styleIds.size === 0) return file;
  const parts = guardPackage(file, 'The document');
  return zipPackage(new Map(parts.names.map((name) => {
    const bytes = parts.part(name) ?? new Uint8Array();
    if (name !== 'word/document.xml') return [name, bytes];
    const xml = Buffer.from(bytes).toString('utf8').replaceAll(/<w:pStyle w:val="([^"]+)"\/>/g, (whole, id: string) => (styleIds.has(id) ? `<w:pStyle w:val="${styleIds.get(id)}"/>` : whole));
    return [name, Buffer.from(xml)];
  })));
}
