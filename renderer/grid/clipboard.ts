import type { Column } from './column.ts';

/**
 * One cell of a spreadsheet's clipboard. Text that begins like a formula would be worked out on pasting: an apostrophe
 * in front makes the spreadsheet take it as text. A tab or a new line would start another cell: such a note stands in
 * quotes, as a spreadsheet copies it, and keeps its lines.
 */
const guarded = (text: string): string => {
  const cell = text.replaceAll('\r\n', '\n').trim();
  const safe = /^[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /^"|[\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as tab-separated text: what Excel and LibreOffice paste into cells. With headings where whole rows are copied. */
export const clipboardText = <Row, Set>(
  rows: readonly Row[], columns: readonly Pick<Column<Row, Set>, 'heading' | 'text'>[], { headings }: { readonly headings: boolean },
): string => [
  ...(headings ? [columns.map(({ heading }) => heading)] : []),
  ...rows.map((row) => columns.map((column) => guarded(column.text(row)))),
].map((cells) => cells.join('\t')).join('\r\n');

/** A cell in quotes, from its opening quote: its text and where it ends; null where the quotes are part of the text. */
const quotedCell = (text: string, from: number): { readonly cell: string; readonly end: number } | null => {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '') ? { cell, end: at + 1 } : null;
  }
  return null;
};

const plainCell = (text: string, from: number): string => {
  const cell = /[^\t\r\n]*/y;
  cell.lastIndex = from;
  return cell.exec(text)?.[0] ?? '';
};

/** The guard that Kitplan's own copying puts before a formula comes off again. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@＝＋－＠])/, '');

/**
 * Reads what a spreadsheet put on the clipboard: cells apart by tabs, rows by line ends of any system. A cell with a
 * line end or a tab in it stands in quotes, with its own quotes doubled; a quote anywhere else is a quote (24").
 */
export const readClipboard = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const rest = quoted === null ? plainCell(text, at) : '';
    const end = quoted === null ? at + rest.length : quoted.end;
    row.push(unguarded(quoted === null ? rest : quoted.cell));
    if (text[end] === '\t') at = end + 1;
    else {
      rows.push(row);
      row = [];
      at = end + (text.startsWith('\r\n', end) ? 2 : 1);
      // The line end after the last row begins no row.
      if (at >= text.length) break;
    }
  }
  return rows;
};
