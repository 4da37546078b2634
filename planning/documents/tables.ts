import { formatCount, formatPounds, sumOf } from '../money.ts';
import type { Pence } from '../vocabulary.ts';
import type { DocumentTable, TableCell, TableColumn, TableRow } from './model.ts';

/* The small parts that tables of documents are put together from. */

export const wordsColumn = (heading: string, share: number): TableColumn => ({ heading, align: 'left', share });
export const figureColumn = (heading: string, share = 1): TableColumn => ({ heading, align: 'right', share });

/** What stands in a cell where there is nothing to say. */
export const NOTHING = '–';

/** Money in whole pounds, its sign in the heading; a dash, or what it is called, where there is no figure. */
export const moneyCell = (pence: Pence | null, none = NOTHING): TableCell =>
  (pence === null ? { text: none } : { text: formatPounds(pence, { symbol: false }), pence });

/** Money of a row among others, where £0 is a dash; what nobody knows is said in words, never as 0. */
export const amountCell = (pence: Pence | null, unknown = 'not known'): TableCell =>
  (pence === 0 ? { text: NOTHING, pence } : moneyCell(pence, unknown));

export const countCell = (count: number): TableCell => ({ text: count === 0 ? NOTHING : formatCount(count) });

export const tableRow = (kind: TableRow['kind'], ...cells: readonly (string | TableCell)[]): TableRow =>
  ({ kind, cells: cells.map((each) => (typeof each === 'string' ? { text: each } : each)) });

export const groupRow = (text: string): TableRow => tableRow('group', text);

/** A row of one figure a year and their sum; a total of nothing is 0, a row of nothing a dash. */
export const yearsRow = (kind: TableRow['kind'], name: string, figures: readonly Pence[]): TableRow =>
  tableRow(kind, name, ...figures.map((pence) => (kind === 'body' ? amountCell(pence) : moneyCell(pence))), moneyCell(sumOf(figures)));

/** The columns of such rows: a wide one for what they are of, one for each year, and the sum. */
export const yearColumns = (first: string, labels: readonly string[]): readonly TableColumn[] =>
  [wordsColumn(first, 2.4), ...labels.map((label) => figureColumn(label)), figureColumn('All years', 1.1)];

export const documentTable = (caption: string, columns: readonly TableColumn[], rows: readonly TableRow[], note: string | null = null): DocumentTable =>
  ({ kind: 'table', caption, columns, rows, note });

/** The first so many, and how many there are besides: a document stays one that people read. */
export const firstOf = <Row>(rows: readonly Row[], most: number): { readonly shown: readonly Row[]; readonly more: number } =>
  ({ shown: rows.slice(0, most), more: Math.max(0, rows.length - most) });

/** `3 more departments are not shown.`; null where all are. */
export const moreNote = (more: number, one: string, several: string): string | null =>
  (more === 0 ? null : `${formatCount(more)} more ${more === 1 ? `${one} is` : `${several} are`} not shown.`);

/** Sentences of a note under a table, those that there are; null for none. */
export const noteOf = (...sentences: readonly (string | null)[]): string | null => sentences.filter((text) => text !== null && text !== '').join(' ') || null;
