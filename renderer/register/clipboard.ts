import type { Column } from './columns.ts';
import type { RegisterRow } from './rows.ts';

const pounds = (pence: number | null): string => (pence === null ? '' : (pence / 100).toFixed(2));

const cellText = (row: RegisterRow, column: Column): string => {
  switch (column.key) {
    case 'tag': return row.tag ?? '';
    case 'description': return row.description;
    case 'kind': return row.kind;
    case 'room': return row.room ?? '';
    case 'quantity': return String(row.quantity);
    case 'bought': return row.bought ?? '';
    case 'paid': return pounds(row.paidPence);
    case 'warranty': return row.warranty ?? '';
    case 'due': return row.due ?? '';
    case 'setBy': return row.setBy ?? '';
    case 'cost': return pounds(row.costPence);
    case 'status': return row.statusWords;
  }
};

/**
 * One cell of a spreadsheet's clipboard. A tab or a new line would start another cell, and text that begins like
 * a formula would be worked out on pasting: an apostrophe in front makes the spreadsheet take it as text.
 */
const guarded = (text: string): string => {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return /^[=+\-@＝＋－＠]/.test(oneLine) ? `'${oneLine}` : oneLine;
};

/** Rows as tab-separated text with their headings: what Excel and LibreOffice paste into cells. Dates are yyyy-mm-dd. */
export const clipboardText = (rows: readonly RegisterRow[], columns: readonly Column[]): string =>
  [
    columns.map((column) => column.heading),
    ...rows.map((row) => columns.map((column) => guarded(cellText(row, column)))),
  ].map((cells) => cells.join('\t')).join('\r\n');
