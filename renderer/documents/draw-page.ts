import { TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { linksOf, type OpenPdf, type PageLink } from './pdf-file.ts';

/** A page drawn for the screen: its picture, and its words over it for those who hear, search or copy them. */
export type DrawnPage = { readonly picture: HTMLCanvasElement; readonly words: HTMLElement; readonly links: readonly PageLink[]; readonly width: number; readonly height: number; readonly scale: number };

/** Pixels for a page at most: a sheet at 200 to the inch is under four million. */
const MOST_PIXELS = 16_000_000;

/** Draws a page as wide as `scale` says, in CSS pixels a point, sharp for a screen with `density` dots to each. */
async function picture(page: PDFPageProxy, scale: number, density: number): Promise<HTMLCanvasElement> {
  const plain = page.getViewport({ scale: 1 });
  const sharp = Math.min(scale * density, Math.sqrt(MOST_PIXELS / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale: sharp });
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport, background: '#FFFFFF' }).promise;
  return canvas;
}

/** @param at counts from 0 */
export async function drawPage({ pdf }: OpenPdf, at: number, scale: number): Promise<DrawnPage> {
  const page = await pdf.getPage(at + 1);
  const viewport = page.getViewport({ scale });
  const words = document.createElement('div');
  words.className = 'doc-words';
  words.style.setProperty('--total-scale-factor', String(scale));
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  const [drawn, links] = await Promise.all([picture(page, scale, window.devicePixelRatio), linksOf(pdf, page), layer.render()]);
  return { picture: drawn, words, links, width: viewport.width, height: viewport.height, scale };
}

/** How large a page is, in points. */
export async function pageSize({ pdf }: OpenPdf, at: number): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = (await pdf.getPage(at + 1)).getViewport({ scale: 1 });
  return { width, height };
}

const POINTS_TO_THE_INCH = 72;
const DOTS_TO_THE_INCH = 200;

/** A page as it goes to a printer, as a PNG. */
export async function pageForPrinter(open: OpenPdf, at: number): Promise<{ readonly blob: Blob; readonly across: boolean }> {
  const page = await open.pdf.getPage(at + 1);
  const canvas = await picture(page, DOTS_TO_THE_INCH / POINTS_TO_THE_INCH, 1);
  const { width, height } = canvas;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // The picture's memory is given back at once: a long document has many.
  canvas.width = 0;
  canvas.height = 0;
  if (blob === null) throw new Error(`Page ${at + 1} could not be drawn.`);
  return { blob, across: width > height };
}
