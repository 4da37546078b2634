import { formatPounds, sumOf } from '../money.ts';
import type { Pence } from '../vocabulary.ts';
import type { TableCell, TableColumn, TableRow } from './model.ts';

/** Money in a table whose heading names the unit; a dash where there is nothing to show. */
export const moneyCell = (pence: Pence | null, none = '–'): TableCell =>
  (pence === null ? { text: none } : { text: formatPounds(pence, { symbol: false }), pence });

/** A row of one figure a year and their sum. */
export const yearsRow = (kind: TableRow['kind'], name: string, figures: readonly Pence[]): TableRow =>
  ({ kind, cells: [{ text: name }, ...figures.map((pence) => (pence === 0 ? { ...moneyCell(0), text: kind === 'body' ? '–' : '0' } : moneyCell(pence))), moneyCell(sumOf(figures))] });

/** The columns of such rows: a wide one for what they are of, one for each year, and the sum. */
export const yearColumns = (first: string, labels: readonly string[]): readonly TableColumn[] =>
  [{ heading: first, align: 'left', share: 2.4 }, ...labels.map((heading): TableColumn => ({ heading, align: 'right', share: 1 })), { heading: 'All years', align: 'right', share: 1.1 }];

export const textColumn = (heading: string, share: number): TableColumn => ({ heading, align: 'left', share });
export const figureColumn = (heading: string, share: number): TableColumn => ({ heading, align: 'right', share });
export const bodyRow = (...cells: readonly (string | TableCell)[]): TableRow => ({ kind: 'body', cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)) });
export const groupRow = (text: string): TableRow => ({ kind: 'group', cells: [{ text }] });
