import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, type IBorderOptions, type ITableCellBorders } from 'docx';
import type { DocumentTable, TableColumn, TableRow as ModelRow } from '../../../planning/documents/model.ts';
import { textRun } from './runs.ts';
import { HAIRLINE, INK, STYLE } from './styles.ts';

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE };
const RULED: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: INK };
const DOUBLE: IBorderOptions = { style: BorderStyle.DOUBLE, size: 4, color: INK };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

const BORDERS: Readonly<Record<ModelRow['kind'] | 'head', ITableCellBorders>> = {
  head: { bottom: RULED }, body: { bottom: THIN }, group: { bottom: THIN }, total: { top: RULED, bottom: THIN }, grand: { top: RULED, bottom: DOUBLE },
};

/** Figures end at the right edge of their column, and a column of words after them begins a little further in. */
const MARGINS = { top: 50, bottom: 50, marginUnitType: WidthType.DXA };
const GAP = 120;

/** The widths of columns, which fill the text to the last twip: programs other than Word do not understand percentages. */
export function columnWidths(columns: readonly TableColumn[], width: number): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let taken = 0;
  let given = 0;
  return columns.map(({ share }) => {
    taken += share;
    const to = Math.round((width * taken) / shares);
    const mine = to - given;
    given = to;
    return mine;
  });
}

const ALIGNMENTS = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

type CellLook = { readonly align: TableColumn['align'] | 'center'; readonly strong: boolean; readonly width: number; readonly borders: ITableCellBorders; readonly keepNext: boolean; readonly place: 'first' | 'inner' | 'last'; readonly head?: boolean; readonly span?: number };

const cell = (text: string, { align, strong, width, borders, keepNext, place, head = false, span = 1 }: CellLook): TableCell => new TableCell({
  width: { size: width, type: WidthType.DXA }, borders, verticalAlign: head ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
  margins: { ...MARGINS, left: place !== 'first' && align === 'left' ? GAP : 0, right: place === 'last' || align === 'center' ? 0 : GAP }, ...(span > 1 && { columnSpan: span }),
  children: [new Paragraph({
    style: STYLE.cell, alignment: ALIGNMENTS[align], keepNext,
    children: text.split('\n').map((line, at) => textRun(line, { ...(strong && { bold: true }), ...(at > 0 && { break: 1 }) })),
  })],
});

const placeOf = (at: number, of: number): CellLook['place'] => (at === 0 ? 'first' : at === of - 1 ? 'last' : 'inner');

/** Whether a row must not be the last on its page: a heading stays with what it is over, a total with what it sums. */
const staysWithNext = (row: ModelRow, next: ModelRow | undefined): boolean =>
  next !== undefined && (row.kind === 'group' || next.kind === 'total' || next.kind === 'grand');

/**
 * A table as wide as the text, its head repeated on every page and no row broken across two.
 * A ledger stays on one page with the chart above it, its figures under the columns that they belong to.
 */
export function wordTable({ columns, rows }: DocumentTable, width: number, as: 'table' | 'ledger' = 'table'): Table {
  const widths = columnWidths(columns, width);
  const together = as === 'ledger';
  const side = (at: number): CellLook['align'] => (together && at > 0 ? 'center' : columns[at]?.align ?? 'left');
  const head = new TableRow({
    tableHeader: true, cantSplit: true,
    children: columns.map(({ heading }, at) => cell(heading, { align: side(at), strong: true, width: widths[at] ?? 0, borders: BORDERS.head, keepNext: true, place: placeOf(at, columns.length), head: true })),
  });
  const body = rows.map((row, place) => {
    const next = rows[place + 1];
    const keepNext = staysWithNext(row, next) || (together && next !== undefined);
    const look = { borders: BORDERS[row.kind], keepNext };
    return new TableRow({
      cantSplit: true,
      children: row.kind === 'group'
        ? [cell(row.cells[0]?.text ?? '', { ...look, align: 'left', strong: true, width, span: columns.length, place: 'first' })]
        : columns.map((_, at) => cell(row.cells[at]?.text ?? '', { ...look, align: side(at), strong: row.cells[at]?.strong ?? row.kind !== 'body', width: widths[at] ?? 0, place: placeOf(at, columns.length) })),
    });
  });
  return new Table({
    rows: [head, ...body], width: { size: width, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: NO_BORDERS,
    tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
  });
}
