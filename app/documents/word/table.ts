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

const MARGINS = { top: 50, bottom: 50, left: 0, right: 110, marginUnitType: WidthType.DXA };

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

type CellLook = { readonly align: TableColumn['align']; readonly strong: boolean; readonly width: number; readonly borders: ITableCellBorders; readonly keepNext: boolean; readonly span?: number };

const cell = (text: string, { align, strong, width, borders, keepNext, span = 1 }: CellLook): TableCell => new TableCell({
  width: { size: width, type: WidthType.DXA }, borders, verticalAlign: VerticalAlign.BOTTOM, ...(span > 1 && { columnSpan: span }),
  children: [new Paragraph({
    style: STYLE.cell, alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT, keepNext,
    children: text.split('\n').map((line, at) => textRun(line, { ...(strong && { bold: true }), ...(at > 0 && { break: 1 }) })),
  })],
});

/** Whether a row must not be the last on its page: a heading stays with what it is over, a total with what it sums. */
const staysWithNext = (row: ModelRow, next: ModelRow | undefined): boolean =>
  next !== undefined && (row.kind === 'group' || next.kind === 'total' || next.kind === 'grand');

/**
 * A table as wide as the text, its head repeated on every page and no row broken across two.
 * `together` keeps a short one on one page, as the ledger under a chart.
 */
export function wordTable({ columns, rows }: DocumentTable, width: number, together = false): Table {
  const widths = columnWidths(columns, width);
  const head = new TableRow({
    tableHeader: true, cantSplit: true,
    children: columns.map(({ heading, align }, at) => cell(heading, { align, strong: true, width: widths[at] ?? 0, borders: BORDERS.head, keepNext: true })),
  });
  const body = rows.map((row, place) => {
    const next = rows[place + 1];
    const keepNext = staysWithNext(row, next) || (together && next !== undefined);
    const look = { borders: BORDERS[row.kind], keepNext };
    return new TableRow({
      cantSplit: true,
      children: row.kind === 'group'
        ? [cell(row.cells[0]?.text ?? '', { ...look, align: 'left', strong: true, width, span: columns.length })]
        : columns.map(({ align }, at) => cell(row.cells[at]?.text ?? '', { ...look, align, strong: row.cells[at]?.strong ?? row.kind !== 'body', width: widths[at] ?? 0 })),
    });
  });
  return new Table({
    rows: [head, ...body], width: { size: width, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: NO_BORDERS, margins: MARGINS,
    tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
  });
}
