import { Document, Packer, type ISectionOptions } from 'docx';
import { estimatePageNumbersWith, layoutDocument } from 'docx/layout';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import { BlockSetter } from './blocks.ts';
import type { ChartFinish } from './chart.ts';
import { finishCharts } from './finish-charts.ts';
import { frontPage, noHeader, pageFooter, pageHeader, paperTitle } from './front.ts';
import { pageProperties, textWidth } from './page.ts';
import { seen } from './runs.ts';
import { stretches } from './stretches.ts';
import { OUR_FACES, sizesOf, wordLists, wordStyles, type Faces } from './styles.ts';

type Made = { readonly document: Document; readonly finishes: readonly ChartFinish[] };

function make(model: DocumentModel, faces: Faces, step: number): Made {
  const setter = new BlockSetter(faces, model.layout, step);
  const report = model.layout === 'report';
  const front = report ? frontPage(model, textWidth(false)) : paperTitle(model);
  const sections = stretches(model, front, setter, textWidth).map(({ landscape, children }, at): ISectionOptions => {
    const [over, under] = [pageHeader(model, textWidth(landscape)), pageFooter(model, textWidth(landscape))];
    // The front page of a report says all that stands over the others.
    const first = report && at === 0 ? { headers: { default: over, first: noHeader() }, footers: { default: under, first: under } } : { headers: { default: over }, footers: { default: under } };
    return { properties: { page: pageProperties(landscape), titlePage: report && at === 0 }, ...first, children };
  });
  const document = new Document({
    title: seen(`${model.title}, ${model.school}`), creator: seen(model.school), subject: seen(model.footer), description: seen(model.header.right), lastModifiedBy: 'Kitplan',
    styles: wordStyles(faces, sizesOf(model.layout, step)), numbering: wordLists, pageNumbers: estimatePageNumbersWith({ guess: true }), sections,
  });
  return { document, finishes: setter.finishes };
}

/** Smaller than the last of these nobody can read: what does not fit then goes on to a second page, as it does in PDF. */
const STEPS = [1, 0.96, 0.92, 0.88, 0.84, 0.8] as const;
const SMALLEST = 0.8;

/** A paper that is to be one page is set as large as one page allows. */
const stepOf = (model: DocumentModel, faces: Faces): number =>
  (model.kind !== 'summary' ? 1 : STEPS.find((step) => layoutDocument(make(model, faces, step).document, { guess: true }).pages.length === 1) ?? SMALLEST);

/**
 * A document in Word: headings, lists, contents and captions are Word's own, and its charts are drawn by Word from figures in the file.
 * @param faces the typefaces it is set in
 */
export async function writeWord(model: DocumentModel, faces: Faces = OUR_FACES): Promise<Uint8Array> {
  const { document, finishes } = make(model, faces, stepOf(model, faces));
  return finishCharts(new Uint8Array(await Packer.toBuffer(document)), finishes);
}
