import { formatLongDate, monthOf } from '../../../planning/calendar.ts';
import { CFR_CODES, categoryNamed } from '../../../planning/categories.ts';
import { COST_CATEGORIES } from '../../../planning/vocabulary.ts';
import { formatCount } from '../../../planning/money.ts';
import type { ByYear } from '../../../planning/result.ts';
import { startUpper } from '../../../planning/words.ts';
import { address, columnRange, dateCell, formulaCell, moneyCell, numberCell, pounds, rangeAddress, rowRange, textCell } from '../cells.ts';
import type { CellStyle, WorkbookCell, WorkbookName, WorkbookRow, WorkbookSheet } from '../workbook-writer.ts';
import { kitName } from './kit-sheet.ts';
import { sheetMonth } from './live-cells.ts';
import type { LivePlan } from './live-plan.ts';
import { restName } from './rest-sheet.ts';

export const TOTALS_SHEET = 'Live forecast';
const FIRST_YEAR_COLUMN = 2;

/** What the formulas of every sheet go by, each under a name. */
function settings({ context, indexYears }: LivePlan): { readonly label: string; readonly name: string; readonly cell: (row: number) => WorkbookCell }[] {
  return [
    { label: 'As at', name: 'as_at', cell: () => dateCell(context.asOf) },
    { label: 'The month of that day, as a number', name: 'asof_month', cell: (row) => formulaCell(`YEAR(B${row - 1})*12+MONTH(B${row - 1})`, sheetMonth(monthOf(context.asOf)), 'faintNumber') },
    { label: 'First month of the financial year', name: 'start_month', cell: () => numberCell(context.schoolStartMonth, 'faintNumber') },
    { label: 'First year of the price index', name: 'index_first', cell: () => numberCell(indexYears.first, 'faintNumber') },
    { label: 'Years of the price index', name: 'index_years', cell: () => numberCell(indexYears.last - indexYears.first + 1, 'faintNumber') },
  ];
}

function noteOf({ context, rows, rest, tooMany }: LivePlan): string {
  const beyond = tooMany === 0 ? '' : ` ${formatCount(tooMany)} more rows of the register are in it as amounts, because so many formulas would open slowly.`;
  return `Net of VAT, figures as at ${formatLongDate(context.asOf)}: what is still to come. Every figure of the sheet Kit is a formula over what is known of the row, `
    + 'the policies, the prices and the rises: change one of those, and everything follows. '
    + `${formatCount(rows.length)} rows of the register go by formula; ${formatCount(rest.length)} amounts are on the sheet Not by formula, as Kitplan worked them out.${beyond} Which fund pays, and under which code, follows from the whole plan and stands in the budget workbook.`;
}

/** The totals, by kind and by cost category, with Kitplan’s own figure beside them. */
export function totalsSheet(live: LivePlan): { readonly sheet: WorkbookSheet; readonly names: readonly WorkbookName[] } {
  const { context, forecast, kinds } = live;
  const { years } = context;
  const { totals } = forecast;
  const lastColumn = FIRST_YEAR_COLUMN + years.length;
  const rows: WorkbookRow[] = [];
  const names: WorkbookName[] = [];
  const add = (cells: readonly (WorkbookCell | null)[], height?: number): number => rows.push({ cells, ...(height !== undefined && { height }) });
  const head = (text: string): number => add([
    textCell(text, 'head'), ...years.map(({ label }) => textCell(label, 'headRight')), textCell(years.length === 1 ? '1 year' : `${years.length} years`, 'headRight'),
  ]);
  const figures = (label: string, cellFor: (yearAt: number, column: number) => WorkbookCell, all: number, style: CellStyle, labelStyle: CellStyle = 'text'): number => {
    const row = rows.length + 1;
    return add([
      textCell(label, labelStyle), ...years.map((_, yearAt) => cellFor(yearAt, FIRST_YEAR_COLUMN + yearAt)),
      formulaCell(`SUM(${rangeAddress(rowRange(row, FIRST_YEAR_COLUMN, lastColumn - 1))})`, all, style),
    ]);
  };
  const yearNo = (yearAt: number): number => years[yearAt]?.year ?? 0;
  const sumOf = (byYear: ByYear | undefined): number => (byYear ?? []).reduce((sum, each) => sum + each, 0);
  const money = (label: string, formula: (yearAt: number, column: number) => string, pence: ByYear | undefined, style: CellStyle = 'money', labelStyle: CellStyle = 'text'): number =>
    figures(label, (yearAt, column) => formulaCell(formula(yearAt, column), pounds(pence?.[yearAt] ?? 0), style), pounds(sumOf(pence)), style, labelStyle);
  const sumDown = (from: number, to: number, column: number): string => (to < from ? '0' : `SUM(${rangeAddress(columnRange(column, from, to))})`);
  /** From both sheets, where the number or text in `of` is the criterion. */
  const both = (block: 'items' | 'cost', of: 'kind' | 'cost_category', criterion: string) => (yearAt: number): string =>
    `SUMIFS(${kitName(block, yearNo(yearAt))},kit_${of},${criterion})+SUMIFS(${restName(block, yearNo(yearAt))},rest_${of},${criterion})`;
  const kindLabel = (kind: string): string => startUpper(categoryNamed(context.snapshot.categories, kind).plural);

  add([textCell(`${context.snapshot.school.name}: live forecast ${years[0]?.label ?? ''} to ${years.at(-1)?.label ?? ''}`, 'title')], 28);
  const note = add([textCell(noteOf(live), 'note')], 60);
  for (const { label, name, cell } of settings(live)) {
    const row = rows.length + 1;
    add([textCell(label), cell(row)]);
    names.push({ name, sheet: TOTALS_SHEET, range: rowRange(row, 2, 2) });
  }
  add([]);
  const first = head('Cost by kind') + 1;
  kinds.forEach((kind, index) => money(kindLabel(kind), both('cost', 'kind', String(index + 1)), totals.byCategory[kind]));
  const last = rows.length;
  const total = money('Still to come', (_, column) => sumDown(first, last, column), totals.totalPence, 'moneyGrand', 'grandText');
  const own = figures('Kitplan’s own figure', (yearAt) => moneyCell(totals.totalPence[yearAt] ?? 0), pounds(sumOf(totals.totalPence)), 'money');
  const difference = figures('Difference', (_, column) =>
    formulaCell(`ROUND(${address({ row: total, column })}-${address({ row: own, column })},2)`, 0, 'difference'), 0, 'difference', 'strong');
  money('Of that, not by formula', (yearAt) => `SUM(${restName('cost', yearNo(yearAt))})`,
    years.map((_, yearAt) => live.rest.reduce((sum, { pence }) => sum + (pence[yearAt] ?? 0), 0)));
  add([]);
  head('Cost by cost category');
  const firstCode = rows.length + 1;
  const there = new Set([...live.rows, ...live.rest].map(({ costCategory }) => costCategory));
  for (const cost of COST_CATEGORIES.filter((each) => there.has(each))) {
    const { title } = CFR_CODES[cost];
    money(title, both('cost', 'cost_category', `"${title}"`), totals.byCostCategory[cost]);
  }
  const lastCode = rows.length;
  money('Still to come', (_, column) => sumDown(firstCode, lastCode, column), totals.totalPence, 'moneyTotal', 'totalText');
  add([]);
  head('Items replaced');
  kinds.forEach((kind, index) => {
    const counts = totals.quantityByCategory[kind];
    if (counts === undefined) return;
    figures(kindLabel(kind), (yearAt) => formulaCell(both('items', 'kind', String(index + 1))(yearAt), counts[yearAt] ?? 0, 'count'), sumOf(counts), 'count');
  });
  return {
    sheet: {
      name: TOTALS_SHEET, columnWidths: [44, ...years.map(() => 14), 15], rows, frozen: { rows: 0, columns: 1 }, repeatedRows: null, printedColumns: null,
      fit: 'one_page', joined: [{ from: { row: note, column: 1 }, to: { row: note, column: lastColumn } }],
      redBelowZero: [rowRange(difference, FIRST_YEAR_COLUMN, lastColumn)],
    },
    names,
  };
}
