import type { PlacedCell, PlacedTable } from '../../../planning/analysis/development/plan-grid.ts';
import type { XmlElement } from '../xml-element.ts';

/*
 * The tables of a Word document as people see them: deleted text is gone, inserted text is there, and a cell merged downwards
 * says in each row what it says in its first.
 */

/** What was deleted or moved away, what Word keeps for old programs, and what is no text of the page. */
const NOT_THERE = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'rPr', 'pPr', 'tblPr', 'trPr', 'tcPr', 'sectPr', 'footnoteReference', 'txbxContent']);
/** A paragraph longer than this over a table is prose, not its title. */
const LONGEST_TITLE = 120;

/** Every table of the document in its order, each with the line above it; tables inside a cell belong to the cell. */
export function wordTables(document: XmlElement): PlacedTable[] {
  const tables: PlacedTable[] = [];
  let above: string | null = null;
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === 'tbl') {
        tables.push({ title: titleOf(above), rows: placedRows(child) });
        above = null;
      } else if (child.name === 'p') {
        const text = paragraphText(child).trim();
        if (text !== '') above = text;
      } else if (!NOT_THERE.has(child.name)) walk(child);
    }
  };
  walk(document);
  return tables;
}

const titleOf = (text: string | null): string | null =>
  (text === null || text.length > LONGEST_TITLE || /[.;,]$/.test(text) ? null : text.replaceAll(/\s+/g, ' '));

/** The rows of a table, also those inside content controls. */
function rowsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (child.name === 'tr' ? [child] : child.name === 'tbl' || NOT_THERE.has(child.name) ? [] : rowsOf(child)));
}

function cellsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (child.name === 'tc' ? [child] : NOT_THERE.has(child.name) ? [] : cellsOf(child)));
}

function placedRows(table: XmlElement): PlacedCell[][] {
  const rows: PlacedCell[][] = [];
  let before: readonly PlacedCell[] = [];
  for (const row of rowsOf(table)) {
    const settings = childOf(row, 'trPr');
    if (settings !== null && childOf(settings, 'del') !== null) continue;
    const placed = placedCells(row, numberOf(settings, 'gridBefore') ?? 0, before);
    rows.push(placed);
    before = placed;
  }
  return rows;
}

function placedCells(row: XmlElement, from: number, before: readonly PlacedCell[]): PlacedCell[] {
  let at = from;
  return cellsOf(row).map((cell) => {
    const settings = childOf(cell, 'tcPr');
    const across = Math.max(1, Math.min(numberOf(settings, 'gridSpan') ?? 1, MOST_ACROSS));
    const merge = settings === null ? null : childOf(settings, 'vMerge');
    const goesOn = merge !== null && valueOf(merge) !== 'restart';
    const text = goesOn ? before.find((above) => above.at === at)?.text ?? '' : settings !== null && childOf(settings, 'cellDel') !== null ? '' : cellText(cell);
    const placed = { at, across, text };
    at += across;
    return placed;
  });
}

const MOST_ACROSS = 200;

/** The paragraphs of a cell as lines, with the rows of a table inside it as lines too. */
function cellText(cell: XmlElement): string {
  const lines: string[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === 'p') lines.push(paragraphText(child));
      else if (child.name === 'tbl') for (const row of placedRows(child)) lines.push(row.map(({ text }) => text).filter(Boolean).join(' '));
      else if (!NOT_THERE.has(child.name)) walk(child);
    }
  };
  walk(cell);
  return lines.map((line) => line.replaceAll(/[ \t\u00a0]+/g, ' ').trim()).filter(Boolean).join('\n');
}

/** The text of a paragraph; one of a list begins with a bullet, which Word draws and does not write. */
function paragraphText(paragraph: XmlElement): string {
  const settings = childOf(paragraph, 'pPr');
  const listed = settings !== null && childOf(settings, 'numPr') !== null;
  const text = runsText(paragraph);
  return listed && text.trim() !== '' ? `• ${text.trim()}` : text;
}

function runsText(element: XmlElement): string {
  return element.children.map((child): string => {
    if (child.name === 't') return child.text;
    if (child.name === 'tab' || child.name === 'ptab') return ' ';
    if (child.name === 'br' || child.name === 'cr') return '\n';
    if (child.name === 'noBreakHyphen') return '-';
    if (NOT_THERE.has(child.name) || (child.name === 'r' && isHidden(child))) return '';
    return runsText(child);
  }).join('');
}

function isHidden(run: XmlElement): boolean {
  const settings = childOf(run, 'rPr');
  const hidden = settings === null ? null : childOf(settings, 'vanish');
  return hidden !== null && !['0', 'false', 'off'].includes(valueOf(hidden) ?? '');
}

const childOf = (element: XmlElement, name: string): XmlElement | null => element.children.find((child) => child.name === name) ?? null;

/** The attribute `w:val`, whatever its prefix is called. */
const valueOf = ({ attributes }: XmlElement): string | null => [...attributes].find(([name]) => name === 'val' || name.endsWith(':val'))?.[1] ?? null;

function numberOf(settings: XmlElement | null, name: string): number | null {
  const value = settings === null ? null : childOf(settings, name);
  const number = value === null ? Number.NaN : Number(valueOf(value));
  return Number.isInteger(number) && number >= 0 ? number : null;
}
