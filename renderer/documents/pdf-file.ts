import { getDocument, PDFWorker, type PDFDocumentLoadingTask, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';

/** A document as it is saved, read so that it can be shown page by page. */
export type OpenPdf = {
  readonly pdf: PDFDocumentProxy;
  readonly pages: number;
  /** Its bookmarks: what stands where, in order. `page` counts from 0. */
  readonly marks: readonly { readonly title: string; readonly page: number }[];
};

/** A place on a page that leads to another one of the same document. `box` is in points, from the page's lower left. */
export type PageLink = { readonly box: readonly [left: number, bottom: number, right: number, top: number]; readonly page: number };

let reader: PDFWorker | null = null;

/** One reader for the window, of our own files: the content security policy lets no other run. */
const theReader = (): PDFWorker => (reader ??= PDFWorker.create({ port: new Worker(new URL('./pdf-reader.ts', import.meta.url), { type: 'module' }) }));

function read(base64: string): PDFDocumentLoadingTask {
  return getDocument({
    data: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)), worker: theReader(),
    // Our own documents carry their typefaces and have no photographs: nothing is fetched, and pages are drawn in the window.
    useWorkerFetch: false, useWasm: false, disableWorkerRendering: true,
  });
}

/** Where a destination lies, or null where it is none of the document's own. */
async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  const target: unknown = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  const place: unknown = Array.isArray(target) ? target[0] : null;
  return typeof place === 'object' && place !== null && 'num' in place ? pdf.getPageIndex(place as Parameters<typeof pdf.getPageIndex>[0]) : null;
}

type Bookmark = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

async function bookmarks(pdf: PDFDocumentProxy): Promise<OpenPdf['marks']> {
  const found: { title: string; page: number }[] = [];
  const walk = async (items: readonly Bookmark[]): Promise<void> => {
    for (const { title, dest, items: within } of items) {
      const page = await pageOf(pdf, dest);
      if (page !== null) found.push({ title, page });
      await walk(within);
    }
  };
  await walk(await pdf.getOutline() ?? []);
  return found;
}

/** The links of a page to other pages: its contents, and “see Annex B”. */
export async function linksOf(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<readonly PageLink[]> {
  const notes: readonly { subtype?: string; dest?: unknown; rect?: readonly [number, number, number, number] }[] = await page.getAnnotations();
  const links = await Promise.all(notes.map(async ({ subtype, dest, rect }) => {
    const target = subtype === 'Link' && rect !== undefined ? await pageOf(pdf, dest) : null;
    return target === null || rect === undefined ? [] : [{ box: rect, page: target }];
  }));
  return links.flat();
}

/** The page on which a section begins, by its bookmark; null where the document has none for it. */
export const pageOfSection = ({ marks }: OpenPdf, title: string): number | null =>
  marks.find((mark) => mark.title === title || mark.title.replace(/^(?:Annex )?[0-9A-Z]+[.:]?\s+/, '') === title)?.page ?? null;

/** Opens a PDF; the one before stays until the next has been read. `fault` where it cannot be read. */
export function usePdf(base64: string | null): { readonly open: OpenPdf | null; readonly fault: boolean } {
  const [state, setState] = useState<{ readonly open: OpenPdf | null; readonly fault: boolean }>({ open: null, fault: false });
  useEffect(() => {
    if (base64 === null) return;
    let left = false;
    const task = read(base64);
    const show = async (): Promise<void> => {
      const pdf = await task.promise;
      const marks = await bookmarks(pdf);
      if (left) await task.destroy();
      else setState({ open: { pdf, pages: pdf.numPages, marks }, fault: false });
    };
    show().catch(() => {
      if (!left) setState({ open: null, fault: true });
    });
    return () => { left = true; };
  }, [base64]);
  const { open } = state;
  useEffect(() => () => void open?.pdf.loadingTask.destroy(), [open]);
  return base64 === null ? { open: null, fault: false } : state;
}
