import { Document, Packer, type FileChild, type ISectionOptions } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { DocumentModel, DocumentSection } from '../../../planning/documents/model.ts';
import { BlockSetter } from './blocks.ts';
import { finishCharts } from './finish-charts.ts';
import { contents, cover, pageFooter, pageHeader, paperTitle, sectionHeading } from './front.ts';
import { pageProperties, textWidth } from './page.ts';
import { seen } from './runs.ts';
import { OUR_FACES, wordLists, wordStyles, type Faces } from './styles.ts';

/** Pages that follow each other and lie the same way. */
export type Stretch = { readonly landscape: boolean; readonly children: readonly FileChild[] };

/** A document's sections in order, the first with what stands before them; a new stretch wherever the page turns. */
export function stretches(model: DocumentModel, front: readonly FileChild[], setter: BlockSetter): Stretch[] {
  const made: { landscape: boolean; children: FileChild[] }[] = front.length === 0 ? [] : [{ landscape: false, children: [...front] }];
  for (const [at, section] of model.sections.entries()) {
    const last = made.at(-1);
    const turns = last === undefined || last.landscape !== section.landscape;
    const children = [sectionHeading(section, !turns && startsPage(model, section, at)), ...section.blocks.flatMap((block) => setter.set(block, textWidth(section.landscape)))];
    if (turns) made.push({ landscape: section.landscape, children });
    else last.children.push(...children);
  }
  return made;
}

/** In a report the first section leaves the contents behind, and every annex can be taken out by itself. */
const startsPage = ({ layout }: DocumentModel, { annex }: DocumentSection, at: number): boolean => layout === 'report' && (annex || at === 0);

/**
 * A document in Word: headings, lists, contents and captions are Word's own, and its charts are drawn by Word from figures in the file.
 * @param faces the typefaces it is set in
 */
export async function writeWord(model: DocumentModel, faces: Faces = OUR_FACES): Promise<Uint8Array> {
  const setter = new BlockSetter(faces);
  const front = model.layout === 'report' ? [...cover(model), ...contents()] : paperTitle(model);
  const sections = stretches(model, front, setter).map(({ landscape, children }): ISectionOptions => ({
    properties: { page: pageProperties(landscape), titlePage: false },
    headers: { default: pageHeader(model, textWidth(landscape)) }, footers: { default: pageFooter(model, textWidth(landscape)) }, children,
  }));
  const document = new Document({
    title: seen(`${model.title}, ${model.school}`), creator: seen(model.school), subject: seen(model.footer), description: seen(model.header.right), lastModifiedBy: 'Kitplan',
    styles: wordStyles(faces), numbering: wordLists, pageNumbers: estimatePageNumbersWith({ guess: true }), sections,
  });
  return finishCharts(new Uint8Array(await Packer.toBuffer(document)), setter.finishes);
}
