import PptxGenJS from 'pptxgenjs';
import type { ChartSpec } from '../../../planning/documents/chart-spec.ts';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import { withoutUnseen } from '../../contract/fields.ts';
import { xmlText } from '../xml.ts';
import { drawPlaced, figureParts, footText } from './draw.ts';
import { finishSlides } from './finish-slides.ts';
import type { ChartLook } from './chart-part.ts';
import { slidesOf, type Slide } from './slides-of.ts';
import { FACES, GREEN, INK, PLACES, SLIDE, TYPE } from './slide-look.ts';
import { linesOf, SERIF } from './text-size.ts';

const MASTER = 'Briefing';
const TITLE = 'title';

function master(model: DocumentModel): PptxGenJS.SlideMasterProps {
  const { left, width, foot, title, rule } = PLACES;
  const third = { y: foot.y, h: foot.h };
  return {
    title: MASTER, background: { color: 'FFFFFF' },
    objects: [
      { placeholder: { options: { name: TITLE, type: 'title', x: left, ...title, w: width, fontFace: FACES.text, fontSize: TYPE.title, bold: true, color: INK, align: 'left', valign: 'bottom', margin: 0 }, text: '' } },
      { line: { x: left, y: rule, w: width, h: 0, line: { color: GREEN, width: 2.25 } } },
      footText(`${model.school}, ${model.header.right}`, { ...third, x: left, w: 4.6 }, 'left'),
      footText(model.footer, { ...third, x: left + 4.7, w: 6.3 }, 'center'),
    ],
  };
}

/** A title of any length stays above its rule. */
const titleSize = (title: string): number => [TYPE.title, 26, 23, 20, 18, 16, 14].find((size) => linesOf(title, size * SERIF, PLACES.width, true) * size * 1.2 <= PLACES.title.h * 72) ?? 12;

type Chart = { readonly chart: ChartSpec; readonly look: ChartLook };
const chartsOn = ({ placed }: Slide): readonly Chart[] => placed.flatMap((each) => (each.kind === 'figure' ? [{ chart: each.chart, look: figureParts(each).look }] : []));

/** The document as slides for PowerPoint: real titles, charts that can be edited, words to say with each. The same model gives the same bytes. */
export async function writeSlides(model: DocumentModel): Promise<Uint8Array> {
  const slides = model.sections.flatMap(slidesOf);
  const deck = new PptxGenJS();
  deck.defineLayout({ name: 'WIDE', width: SLIDE.width, height: SLIDE.height });
  deck.layout = 'WIDE';
  deck.theme = { headFontFace: FACES.text, bodyFontFace: FACES.small };
  deck.title = withoutUnseen(`${model.title}, ${model.school}`);
  deck.subject = withoutUnseen(model.opening.map(({ text }) => text).join(''));
  deck.author = 'Kitplan';
  // The one property that the library writes as it is given.
  deck.company = xmlText(model.school);
  deck.defineSlideMaster(master(model));
  for (const [at, slide] of slides.entries()) drawSlide(deck, slide, `${at + 1} of ${slides.length}`);
  const drawn = await deck.write({ outputType: 'uint8array' });
  if (!(drawn instanceof Uint8Array)) throw new Error('The slides were not written.');
  return finishSlides(drawn, { model, charts: slides.flatMap(chartsOn), tables: slides.map(tableNames), notes: slides.map(({ notes }) => notes) });
}

function drawSlide(deck: PptxGenJS, slide: Slide, number: string): void {
  const page = deck.addSlide({ masterName: MASTER });
  const { left, width, foot } = PLACES;
  page.addText(withoutUnseen(slide.title), { placeholder: TITLE, fontSize: titleSize(slide.title), lang: 'en-GB', objectName: 'Title' });
  drawPlaced(page, slide.placed);
  const { text: { text, options } } = footText(number, { y: foot.y, h: foot.h, x: left + width - 0.8, w: 0.8 }, 'right');
  page.addText(text, { ...options, lang: 'en-GB', objectName: 'Number' });
  // Said with the slide; the words follow when the file is finished.
  page.addNotes('.');
}

/** What the tables of a slide are, for those who cannot see them, in the order in which they are drawn. */
const tableNames = ({ placed }: Slide): readonly string[] =>
  placed.flatMap((each) => (each.kind === 'table' ? [each.table.caption] : each.kind === 'figure' && each.ledger !== null ? [each.ledger.caption] : []));
