import { pageForPrinter } from './draw-page.ts';
import type { OpenPdf } from './pdf-file.ts';

/** One sheet for each page, standing or lying as the page does; the stylesheet takes everything else off the paper. */
async function sheets(open: OpenPdf, onPage: (done: number) => void): Promise<{ readonly holder: HTMLElement; readonly addresses: readonly string[] }> {
  const holder = document.createElement('div');
  holder.className = 'doc-print';
  const addresses: string[] = [];
  for (let at = 0; at < open.pages; at += 1) {
    onPage(at);
    const { blob, across } = await pageForPrinter(open, at);
    const address = URL.createObjectURL(blob);
    addresses.push(address);
    const image = document.createElement('img');
    image.src = address;
    image.alt = `Page ${at + 1} of ${open.pages}`;
    image.className = across ? 'across' : 'upright';
    await image.decode();
    holder.append(image);
  }
  return { holder, addresses };
}

/**
 * Prints the very pages that are saved as PDF, one to a sheet of A4, with nothing of the screen and no second heading.
 * @param onPage is told of each page before it is made ready, counted from 0
 */
export async function printPdf(open: OpenPdf, onPage: (done: number) => void): Promise<void> {
  const { holder, addresses } = await sheets(open, onPage);
  document.body.append(holder);
  window.addEventListener('afterprint', () => {
    holder.remove();
    for (const address of addresses) URL.revokeObjectURL(address);
  }, { once: true });
  window.print();
}
