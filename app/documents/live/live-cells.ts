import type { IsoDate, MonthIndex, Pence } from '../../../planning/vocabulary.ts';
import { columnRange, dateCell, formulaCell, moneyCell, numberCell, pounds, textCell } from '../cells.ts';
import type { CellStyle, WorkbookCell, WorkbookName, WorkbookRow } from '../workbook-writer.ts';
import { NEVER_MONTH } from './row-values.ts';

/** What a cell shows where nobody has entered a price: never £0. */
export const NO_PRICE = 'no price';

/** A day as a spreadsheet counts it: 1 January 1900 is 1, and 30 December 1899 is 0. */
export const serialOf = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

/** A month as the sheets count it: YEAR × 12 + MONTH. */
export const sheetMonth = (month: MonthIndex): number => month + 24_001;

/** A whole number of months that never comes where there is none. */
export const monthsOr = (months: number | null): number => months ?? NEVER_MONTH;

export const dateOrNothing = (date: IsoDate | null): WorkbookCell | null => (date === null ? null : dateCell(date));
export const moneyOrNothing = (pence: Pence | null): WorkbookCell | null => (pence === null ? null : moneyCell(pence, 'pence'));
export const numberOrNothing = (value: number | null): WorkbookCell | null => (value === null ? null : numberCell(value, 'index'));

/** A formula for an amount that may be unknown. */
export const amountFormula = (formula: string, pence: Pence | null): WorkbookCell =>
  formulaCell(formula, pence === null ? NO_PRICE : pounds(pence), 'pence');

/** The price × index ÷ 1,000,000, half up to the penny: worked out in whole pence, as the forecast does. */
export const carriedFormula = (price: string, indexRow: string, indexColumn: string): string =>
  `INT((ROUND(${price}*100,0)*INDEX(live_index,${indexRow},${indexColumn})+500000)/1000000)/100`;

/** The financial year of a day in the school's own calendar. */
export const yearFormula = (date: string): string => `INT((YEAR(${date})*12+MONTH(${date})-start_month)/12)`;

/** The row of the index for a kind by its number and a price's year. */
export const indexRowFormula = (kindNo: string, year: string): string => `(${kindNo}-1)*index_years+${year}-index_first+1`;

/** One column of a sheet whose rows are all alike. */
export type LiveColumn<Row> = {
  readonly header: string;
  readonly width: number;
  /** The name that formulas use for the whole column. */
  readonly named?: string;
  readonly cell: (row: Row, at: number) => WorkbookCell | null;
};

const isText = (cell: WorkbookCell | null): boolean => cell?.kind === 'text';

/**
 * Rows and names of a sheet of like rows under a header in `headRow`. The names take in the empty row below as well: there is
 * room for one more, and never a name for a single cell, which not every program adds up.
 */
export function liveTable<Row>(
  sheet: string, columns: readonly LiveColumn<Row>[], rows: readonly Row[], headRow: number,
): { readonly rows: readonly WorkbookRow[]; readonly names: readonly WorkbookName[]; readonly lastRow: number } {
  const body = rows.map((row, index) => ({ cells: columns.map((column) => column.cell(row, headRow + 1 + index)) }));
  const lastRow = headRow + 1 + Math.max(1, rows.length);
  const style = (index: number): CellStyle => (body.length > 0 && !isText(body[0]?.cells[index] ?? null) ? 'headRight' : 'head');
  return {
    rows: [{ cells: columns.map(({ header }, index) => textCell(header, style(index))), height: 46 }, ...body],
    names: columns.flatMap(({ named }, index) => (named === undefined ? [] : [{ name: named, sheet, range: columnRange(index + 1, headRow + 1, lastRow) }])),
    lastRow,
  };
}
