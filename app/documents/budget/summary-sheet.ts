import { budgetSentence } from '../../../planning/budget/sentence.ts';
import type { BudgetRow as MatrixRow } from '../../../planning/budget/matrix.ts';
import { formatLongDate } from '../../../planning/calendar.ts';
import { formatPounds } from '../../../planning/money.ts';
import { listOf } from '../../../planning/words.ts';
import { columnRange, formulaCell, pounds, textCell } from '../cells.ts';
import { STACK_COLOURS, TONE_COLOURS } from '../tone-colours.ts';
import type { CellRange, ChartSeries, WorkbookCell, WorkbookChart, WorkbookSheet } from '../workbook-writer.ts';
import { leftOrOver, YearTable } from '../year-table.ts';
import { budgetFormulas } from './budget-criteria.ts';
import type { BudgetFacts } from './budget-facts.ts';
import { addIctTotals } from './matrix-sheet.ts';

export const SUMMARY_SHEET = 'Summary';

/** The chart stands to the right of the figures, over this many columns and rows. */
const CHART_COLUMNS = 8;
const CHART_ROWS = 24;

/** The first sheet: what each year was given, what is planned and what that leaves, with a chart that can be edited. */
export function budgetSummarySheet(facts: BudgetFacts): WorkbookSheet {
  const { snapshot, result, byCode, scenario, version } = facts;
  const table = new YearTable(result.years);
  const formulas = budgetFormulas(facts);
  table.row([textCell(`${snapshot.school.name}: ICT budget ${result.years[0]?.label ?? ''} to ${result.years.at(-1)?.label ?? ''}`, 'title')], 28);
  const sentence = table.row([textCell(budgetSentence(byCode).text, 'sentence')], 34);
  const note = table.row([textCell(
    `Scenario: ${scenario.name}. ${version}. Figures as at ${formatLongDate(facts.asOf)}, ${vatWords(facts)}. `
      + 'The amounts are formulas over the sheets Budget lines and Allocations and virements; what they rest on is on the sheet Assumptions.', 'note')], 30);
  table.space();
  table.head('All funds');
  const budget = table.maybe('Budget', (year) => formulas.allocated(null, year), byCode.total.map(({ allocated }) => allocated), { none: 'none entered' });
  const planned = table.sum('Forecast', (year) => formulas.forecast(null, year), byCode.total.map(({ forecast }) => forecast));
  const lefts = byCode.total.map(({ left }) => left);
  const left = table.difference('Left, or − over', budget, planned, lefts);
  table.inWords('In words', left, lefts.map((pence) => (pence === null ? null : leftOrOver(pence))));
  table.space();
  const charted = chartedRows(facts);
  table.head('Forecast by code');
  const codeRows = charted.map((row) => table.sum(formulas.label(row), (year) => formulas.forecast(row, year), row.cells.map(({ forecast }) => forecast)));
  table.total('Forecast', codeRows, byCode.total.map(({ forecast }) => forecast));
  table.space();
  table.head('What schools are compared by');
  addIctTotals(table, facts, byCode);
  table.space();
  const chart = addChart(table, facts, charted, codeRows, budget);
  return {
    name: SUMMARY_SHEET, columnWidths: [...table.widths(50), ...Array.from({ length: CHART_COLUMNS + 1 }, () => 12)], rows: table.rows(),
    frozen: { rows: 0, columns: 1 }, repeatedRows: null, printedColumns: null, fit: 'one_page',
    joined: [sentence, note].map((row) => ({ from: { row, column: 1 }, to: { row, column: table.lastColumn + 1 + CHART_COLUMNS } })),
    redBelowZero: [table.yearCells(left)], charts: [chart],
  };
}

export const vatWords = ({ vat }: Pick<BudgetFacts, 'vat'>): string =>
  (vat === 'net' ? 'net of VAT' : 'what things cost with VAT, budgets as they were entered');

/** Codes that cost anything in the years shown. */
const chartedRows = ({ byCode }: BudgetFacts): readonly MatrixRow[] =>
  byCode.rows.filter(({ kind, cells }) => kind === 'code' && cells.some(({ forecast }) => forecast !== 0));

/**
 * Two columns for each year, what is planned stacked by code and what was given beside it: a stack that holds both
 * would add the budget on top of the costs.
 */
function addChart(table: YearTable, facts: BudgetFacts, rows: readonly MatrixRow[], codeRows: readonly number[], budgetRow: number): WorkbookChart {
  const { years } = facts.result;
  const { total } = facts.byCode;
  const formulas = budgetFormulas(facts);
  const given = facts.byCode.entered.includes(true);
  table.row([textCell('Figures of the chart', 'head'), ...rows.map((row) => textCell(shortLabel(row), 'headRight')), ...(given ? [textCell('Budget', 'headRight')] : [])], 30);
  const first = table.rows().length + 1;
  years.forEach(({ label }, year) => {
    table.row([textCell(given ? `${label} forecast` : label), ...rows.map((row, at): WorkbookCell =>
      formulaCell(table.at(codeRows[at] ?? 0, year), pounds(row.cells[year]?.forecast ?? 0), 'money'))]);
    const allocated = total[year]?.allocated ?? null;
    if (given) {
      table.row([textCell(`${label} budget`), ...rows.map(() => null), allocated === null ? null : formulaCell(table.at(budgetRow, year), pounds(allocated), 'money')]);
    }
  });
  const column = (number: number): CellRange => columnRange(number, first, table.rows().length);
  const left = table.lastColumn + 2;
  const series = rows.map((row, at): ChartSeries => ({ name: formulas.label(row), values: column(at + 2), colour: STACK_COLOURS[at % STACK_COLOURS.length] ?? TONE_COLOURS.ink }));
  return {
    kind: 'stacked_columns', title: given ? 'Forecast by code, and budget' : 'Forecast by code', altText: altTextOf(facts, rows), categories: column(1),
    series: given ? [...series, { name: 'Budget', values: column(rows.length + 2), colour: TONE_COLOURS.ink }] : series,
    over: { from: { row: 5, column: left }, to: { row: 5 + CHART_ROWS, column: left + CHART_COLUMNS } },
  };
}

const shortLabel = ({ codes, name }: MatrixRow): string => codes.at(-1) ?? name;

/** The figures of the chart in words, for people who do not see it. */
function altTextOf({ result: { years }, byCode }: BudgetFacts, rows: readonly MatrixRow[]): string {
  const figures = years.map(({ label }, year) => {
    const { allocated = null, forecast = 0 } = byCode.total[year] ?? {};
    const parts = rows.flatMap((row) => {
      const pence = row.cells[year]?.forecast ?? 0;
      return pence === 0 ? [] : [`${shortLabel(row)} ${formatPounds(pence)}`];
    });
    return `${label}: forecast ${formatPounds(forecast)}${parts.length === 0 ? '' : `, of it ${listOf(parts)}`}; ${allocated === null ? 'no budget entered' : `budget ${formatPounds(allocated)}`}.`;
  });
  return `Forecast of each year, stacked by code, beside its budget. ${figures.join(' ')}`;
}
