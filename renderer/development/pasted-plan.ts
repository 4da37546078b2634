import { gridTables, type PlacedCell, type PlacedTable } from '../../planning/analysis/development/plan-grid.ts';

/*
 * What comes from the clipboard: a table of Word or of a spreadsheet as a web page, or text with tabs. A web page is taken
 * apart in a document of its own, which runs no script and loads nothing; none of it is ever put into the page.
 */

const NAME = 'Pasted table.csv';
/** A table with more columns or a longer merge is no development plan. */
const MOST_SPANNED = 1_000;
const LONGEST_TITLE = 120;
const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR', 'UL', 'OL', 'TABLE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const NOT_SHOWN = new Set(['DEL', 'STYLE', 'SCRIPT', 'TEMPLATE', 'HEAD', 'TITLE']);

/** The table that was pasted, as a file that is read like any other; null where nothing was. */
export function fileFromClipboard(data: Pick<DataTransfer, 'files' | 'getData'>): File | null {
  const file = data.files[0];
  // Word and Excel put a picture of the table beside it: a file counts only where there is no text.
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (html === '' && text.trim() === '') return file ?? null;
  return fileFromHtml(html) ?? (text.trim() === '' ? null : fileFromText(text));
}

export const fileFromText = (text: string): File => asFile(text, 'Pasted rows.txt');

function fileFromHtml(html: string): File | null {
  if (!/<table[\s>]/i.test(html)) return null;
  const [best] = gridTables(placedTables(new DOMParser().parseFromString(withoutHandlers(html), 'text/html')));
  if (best === undefined) return null;
  return asFile(best.rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'), NAME);
}

/** Handlers would not run in a document of its own either; the browser complains of each all the same. */
const withoutHandlers = (html: string): string =>
  html.replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/\son\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/gi, ''));

const asFile = (text: string, name: string): File => new File([text], name, { type: 'text/plain', lastModified: Date.now() });

function placedTables(page: Document): PlacedTable[] {
  return [...page.querySelectorAll('table')].filter((table) => table.parentElement?.closest('table') === null)
    .map((table) => ({ title: titleOf(table), rows: placedRows(table) }));
}

function titleOf(table: HTMLTableElement): string | null {
  const above = table.caption ?? table.previousElementSibling;
  const text = above === null || NOT_SHOWN.has(above.tagName) ? '' : cellText(above).replaceAll('\n', ' ');
  return text === '' || text.length > LONGEST_TITLE || /[.;,]$/.test(text) ? null : text;
}

type Held = { readonly cell: PlacedCell; rows: number };

/** The rows with their cells placed; a cell over several rows stands in each of them. */
function placedRows(table: HTMLTableElement): PlacedCell[][] {
  let held: readonly Held[] = [];
  return [...table.rows].map((row) => {
    const fromAbove = held.filter(({ rows }) => rows > 0);
    const taken = new Set(fromAbove.flatMap(({ cell }) => Array.from({ length: cell.across }, (_, index) => cell.at + index)));
    const own: Held[] = [];
    let at = 0;
    for (const element of row.cells) {
      while (taken.has(at)) at += 1;
      const across = Math.min(Math.max(element.colSpan, 1), MOST_SPANNED);
      own.push({ cell: { at, across, text: cellText(element) }, rows: element.rowSpan === 0 ? MOST_SPANNED : Math.min(element.rowSpan, MOST_SPANNED) });
      at += across;
    }
    const all = [...fromAbove, ...own];
    held = all.map(({ cell, rows }) => ({ cell, rows: rows - 1 }));
    return all.map(({ cell }) => cell).toSorted((one, other) => one.at - other.at);
  });
}

/** The lines of a cell: paragraphs, breaks and list items each begin one. */
function cellText(cell: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) parts.push(node.data.replaceAll(/\s+/g, ' '));
    if (!(node instanceof Element) || NOT_SHOWN.has(node.tagName) || isHidden(node)) return;
    if (node.tagName === 'BR') parts.push('\n');
    const isBlock = BLOCKS.has(node.tagName);
    if (isBlock) parts.push(node.tagName === 'LI' ? '\n• ' : '\n');
    for (const child of node.childNodes) walk(child);
    if (isBlock) parts.push('\n');
  };
  for (const child of cell.childNodes) walk(child);
  return parts.join('').split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '' && line !== '•').join('\n');
}

const isHidden = (element: Element): boolean => /display\s*:\s*none|mso-hide\s*:\s*all/i.test(element.getAttribute('style') ?? '');
