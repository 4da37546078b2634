import type { ChartSpec } from '../../../planning/documents/chart-spec.ts';
import type { IsoDate } from '../../../planning/vocabulary.ts';
import { numberCell, textCell } from '../cells.ts';
import { writeHucreWorkbook } from '../hucre-workbook.ts';
import type { WorkbookCell, WorkbookRow } from '../workbook-writer.ts';
import { columnsOf, DATA_SHEET, worth } from './chart-part.ts';

/** The figures of a chart as a workbook: what "Edit data" opens in PowerPoint. Categories in column A, a series in each column after it. */
export async function chartWorkbook(chart: ChartSpec, { school, made }: { readonly school: string; readonly made: IsoDate }): Promise<Uint8Array> {
  const columns = columnsOf(chart);
  const figure = (value: number | null): WorkbookCell | null => (value === null ? null : numberCell(worth(chart, value), chart.unit === 'pence' ? 'pence' : 'count'));
  const rows: WorkbookRow[] = [
    { cells: [textCell('', 'head'), ...columns.map(({ name }) => textCell(name, 'headRight'))] },
    ...chart.categories.map((name, at) => ({ cells: [textCell(name), ...columns.map(({ values }) => figure(values[at] ?? null))] })),
  ];
  return writeHucreWorkbook({
    title: chart.title, description: chart.altText, school, created: made, footer: chart.title, names: [],
    sheets: [{ name: DATA_SHEET, columnWidths: [28, ...columns.map(() => 16)], rows, frozen: { rows: 1, columns: 1 }, repeatedRows: null, printedColumns: null, fit: 'one_page' }],
  });
}
