import { formatLongDate } from '../../planning/calendar.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { dateCell, numberCell, pounds, textCell } from './cells.ts';
import { csvFile, type CsvCell } from './csv.ts';
import type { WorkbookCell, WorkbookDocument, WorkbookSheet } from './workbook-writer.ts';

/**
 * What a column holds. Money is pence here, pounds in the file, `exact` with both decimals also in text files; a date
 * is yyyy-mm-dd here and in text files; a rate is 3 for 3%.
 */
export type TableKind = 'text' | 'date' | 'money' | 'exact' | 'count' | 'rate';
export type TableColumn = { readonly heading: string; readonly kind: TableKind; readonly width: number };
export type TableValue = string | number | null;

/** One flat table: a row of headings, then one row each, nothing merged and nothing added up. Finance systems read no other. */
export type TableDocument = {
  readonly title: string;
  readonly sheet: string;
  readonly school: string;
  readonly asOf: IsoDate;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableValue[])[];
};

export type GeneratedFile = { readonly fileName: string; readonly mimeType: string; readonly base64: string };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The table as a file of that format. */
export async function tableFile(format: 'csv' | 'xlsx', table: TableDocument): Promise<GeneratedFile> {
  const name = `${table.school || 'Kitplan'} ${table.title.toLowerCase()} ${table.asOf}`;
  if (format === 'csv') return csvFile(`${name}.csv`, csvRows(table));
  // Loaded when asked for: the spreadsheet writer is a tenth of the program.
  const { writeHucreWorkbook } = await import('./hucre-workbook.ts');
  return workbookFile(`${name}.xlsx`, await writeHucreWorkbook(tableWorkbook(table)));
}

export const workbookFile = (fileName: string, bytes: Uint8Array): GeneratedFile => ({ fileName, mimeType: XLSX, base64: Buffer.from(bytes).toString('base64') });

/** The headings and the rows as a text file has them. */
export const csvRows = ({ columns, rows }: Pick<TableDocument, 'columns' | 'rows'>): readonly (readonly CsvCell[])[] =>
  [columns.map(({ heading }) => heading), ...rows.map((row) => row.map((value, at) => csvValue(value, columns[at]?.kind ?? 'text')))];

function csvValue(value: TableValue, kind: TableKind): CsvCell {
  if (typeof value !== 'number') return value;
  return kind === 'exact' ? { pence: value satisfies Pence } : kind === 'money' ? pounds(value) : value;
}

/** The same table as a workbook of one sheet. */
export function tableWorkbook(table: TableDocument): WorkbookDocument {
  const { title, school, asOf } = table;
  return {
    title, description: `${title} of ${school || 'the school'} as at ${formatLongDate(asOf)}.`, school, created: asOf,
    footer: `${title}, as at ${formatLongDate(asOf)}`, names: [], sheets: [tableSheet(table)],
  };
}

/** The table as a sheet, with its headings in sight and repeated on every printed page. */
export const tableSheet = ({ sheet, columns, rows }: Pick<TableDocument, 'sheet' | 'columns' | 'rows'>): WorkbookSheet => ({
  name: sheet, columnWidths: columns.map(({ width }) => width), frozen: { rows: 1, columns: 1 }, repeatedRows: { first: 1, last: 1 },
  printedColumns: null, fit: 'one_page_wide',
  rows: [
    { cells: columns.map(({ heading, kind }) => textCell(heading, kind === 'text' ? 'head' : 'headRight')) },
    ...rows.map((row) => ({ cells: row.map((value, at) => workbookCell(value, columns[at]?.kind ?? 'text')) })),
  ],
  ...(rows.length > 0 && { filterOver: { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } } }),
});

function workbookCell(value: TableValue, kind: TableKind): WorkbookCell | null {
  if (value === null) return null;
  if ((kind === 'money' || kind === 'exact') && typeof value === 'number') return numberCell(pounds(value), 'pence');
  if (kind === 'count' && typeof value === 'number') return numberCell(value, 'index');
  if (kind === 'rate' && typeof value === 'number') return numberCell(value, 'rate');
  return kind === 'date' && typeof value === 'string' ? dateCell(value) : textCell(String(value));
}
