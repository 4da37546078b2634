import type { ReturnTable } from '../../../planning/budget/returns.ts';
import { formatPounds } from '../../../planning/money.ts';
import type { Pence } from '../../../planning/vocabulary.ts';
import { clipboardText } from '../../grid/clipboard.ts';

/** An amount as spreadsheets read one: no £, no commas, a plain minus. */
const typed = (pence: Pence, withPence: boolean): string => formatPounds(pence, { symbol: false, pence: withPence }).replaceAll(',', '').replace('−', '-');

/** A return as a block for a spreadsheet: headings, its lines, their total. */
export function returnBlock({ kind, columns, rows, total }: ReturnTable, withPence: boolean): string {
  const lines = [...rows.map(({ number, name, pence }) => ({ number: number ?? '', name, pence })), { number: '', name: 'All', pence: total }];
  type Line = (typeof lines)[number];
  // A minus is a number's own here: what begins like a formula is guarded in names alone.
  const [head, ...names] = clipboardText<Line, never>(lines, [
    { heading: kind === 'bfr' ? 'Line' : 'Code', text: ({ number }) => number }, { heading: 'Category', text: ({ name }) => name },
  ], { headings: true }).split('\r\n');
  const amounts = lines.map(({ pence }) => pence.map((each) => typed(each, withPence)));
  return [[head, ...columns.map(({ label }) => label)], ...names.map((name, at) => [name, ...amounts[at] ?? []])].map((cells) => cells.join('\t')).join('\r\n');
}
