import type { FileChild } from 'docx';
import type { DocumentModel, DocumentSection } from '../../../planning/documents/model.ts';
import type { BlockSetter } from './blocks.ts';
import { sectionHeading } from './front.ts';

/** Pages that follow each other and lie the same way. */
export type Stretch = { readonly landscape: boolean; readonly children: readonly FileChild[] };

/** A document's sections in order, the first with what stands before them; a new stretch wherever the page turns, if it can. */
export function stretches(model: DocumentModel, front: readonly FileChild[], setter: BlockSetter, widthOf: (landscape: boolean) => number, turn = true): Stretch[] {
  const made: { landscape: boolean; children: FileChild[] }[] = front.length === 0 ? [] : [{ landscape: false, children: [...front] }];
  for (const [at, section] of model.sections.entries()) {
    const last = made.at(-1);
    const landscape = turn && section.landscape;
    const turns = last === undefined || last.landscape !== landscape;
    const children = [sectionHeading(section, !turns && startsPage(model, section, at)), ...section.blocks.flatMap((block) => setter.set(block, widthOf(landscape)))];
    if (turns) made.push({ landscape, children });
    else last.children.push(...children);
  }
  return made;
}

/** In a report the first section leaves the front page behind, and the annexes begin on a page of their own. */
const startsPage = ({ layout, sections }: DocumentModel, { annex }: DocumentSection, at: number): boolean =>
  layout === 'report' && (at === 0 || (annex && sections[at - 1]?.annex === false));
