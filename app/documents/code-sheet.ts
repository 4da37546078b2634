import { CFR_CODES } from '../../planning/categories.ts';
import type { Forecast } from '../../planning/result.ts';
import { textCell } from './cells.ts';
import type { WorkbookSheet } from './workbook-writer.ts';
import { YearTable } from './year-table.ts';

export const CODE_SHEET = 'By code';

const TITLES: ReadonlyMap<string, string> = new Map(
  Object.values(CFR_CODES).flatMap(({ revenue, capital, title }) =>
    [[revenue, title] as const, ...(capital === null ? [] : [[capital, `${title} (capital)`] as const])]),
);

/** What is still to come under each code that the school accounts by. */
export function codeSheet(forecast: Forecast): WorkbookSheet {
  const table = new YearTable(forecast.years);
  table.row([textCell('Still to come, by code', 'title')], 28);
  const note = table.row([textCell(
    'Codes of consistent financial reporting (CFR). Every cost counts as revenue. What has been spent already is not split by code.', 'note')], 32);
  table.space();
  table.head('Code');
  const rows = Object.entries(forecast.totals.byCode).map(([code, pence]) => table.sum(
    `${code} ${TITLES.get(code) ?? ''}`.trim(), (year) => `SUMIFS(line_net,line_code,"${code}",line_year,${year})`, pence));
  table.total('Still to come', rows, forecast.totals.totalPence);
  return {
    name: CODE_SHEET, columnWidths: table.widths(44), rows: table.rows(), frozen: { rows: 0, columns: 1 },
    repeatedRows: null, printedColumns: null, fit: 'one_page',
    joined: [{ from: { row: note, column: 1 }, to: { row: note, column: table.lastColumn } }],
  };
}
