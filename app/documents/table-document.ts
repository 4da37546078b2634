import { formatLongDate } from '../../planning/calendar.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { dateCell, numberCell, pounds, textCell } from './cells.ts';
import { csvFile, type CsvCell } from './csv.ts';
import type { WorkbookCell, WorkbookDocument } from './workbook-writer.ts';

/** What a column holds. Money is pence here, pounds in the file; a date is yyyy-mm-dd here and in text files. */
export type TableKind = 'text' | 'date' | 'money' | 'count';
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
  if (format === 'csv') {
    return csvFile(`${name}.csv`, [table.columns.map(({ heading }) => heading), ...table.rows.map((row) => row.map((value, at) => csvValue(value, table.columns[at]?.kind ?? 'text')))]);
  }
  // Loaded when asked for: the spreadsheet writer is a tenth of the program.
  const { writeHucreWorkbook } = await import('./hucre-workbook.ts');
  return { fileName: `${name}.xlsx`, mimeType: XLSX, base64: Buffer.from(await writeHucreWorkbook(tableWorkbook(table))).toString('base64') };
}

const csvValue = (value: TableValue, kind: TableKind): CsvCell =>
  (kind === 'money' && typeof value === 'number' ? pounds(value satisfies Pence) : value);

/** The same table as a workbook of one sheet, with its headings in sight and repeated on every printed page. */
export function tableWorkbook({ title, sheet, school, asOf, columns, rows }: TableDocument): WorkbookDocument {
  return {
    title, description: `${title} of ${school || 'the school'} as at ${formatLongDate(asOf)}.`, school, created: asOf,
    footer: `${title}, as at ${formatLongDate(asOf)}`, names: [],
    sheets: [{
      name: sheet, columnWidths: columns.map(({ width }) => width), frozen: { rows: 1, columns: 1 }, repeatedRows: { first: 1, last: 1 },
      printedColumns: null, fit: 'one_page_wide',
      rows: [
        { cells: columns.map(({ heading, kind }) => textCell(heading, kind === 'text' ? 'head' : 'headRight')) },
        ...rows.map((row) => ({ cells: row.map((value, at) => workbookCell(value, columns[at]?.kind ?? 'text')) })),
      ],
      ...(rows.length > 0 && { filterOver: { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } } }),
    }],
  };
}

function workbookCell(value: TableValue, kind: TableKind): WorkbookCell | null {
  if (value === null) return null;
  if (kind === 'money' && typeof value === 'number') return numberCell(pounds(value), 'pence');
  if (kind === 'count' && typeof value === 'number') return numberCell(value, 'index');
  return kind === 'date' && typeof value === 'string' ? dateCell(value) : textCell(String(value));
}
