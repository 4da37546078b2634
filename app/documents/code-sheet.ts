import { codeWithTitle } from '../../planning/budget/code-titles.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Forecast } from '../../planning/result.ts';
import { textCell } from './cells.ts';
import type { WorkbookSheet } from './workbook-writer.ts';
import { YearTable } from './year-table.ts';

export const CODE_SHEET = 'By code';

/** What is still to come under each code that the school accounts by. */
export function codeSheet({ finance }: Pick<PlanSnapshot, 'finance'>, forecast: Forecast): WorkbookSheet {
  const table = new YearTable(forecast.years);
  table.row([textCell('Still to come, by code', 'title')], 28);
  const note = table.row([textCell(
    'Codes as the school accounts by them, revenue first. Why a cost stands under its code is among the reasons of its line. What has been spent already is not split by code.', 'note')], 32);
  table.space();
  table.head('Code');
  const rows = Object.entries(forecast.totals.byCode).map(([code, pence]) => table.sum(
    codeWithTitle(code, finance.returnLines), (year) => `SUMIFS(line_net,line_code,"${code.replaceAll('"', '""')}",line_year,${year})`, pence));
  table.total('Still to come', rows, forecast.totals.totalPence);
  return {
    name: CODE_SHEET, columnWidths: table.widths(44), rows: table.rows(), frozen: { rows: 0, columns: 1 },
    repeatedRows: null, printedColumns: null, fit: 'one_page',
    joined: [{ from: { row: note, column: 1 }, to: { row: note, column: table.lastColumn } }],
  };
}
