import type { BudgetMatrix, BudgetRow as MatrixRow } from '../../../planning/budget/matrix.ts';
import { financedRows, isRevenueFinanced } from '../../../planning/budget/memo.ts';
import { sumOf } from '../../../planning/money.ts';
import type { Pence } from '../../../planning/vocabulary.ts';
import { address, criterion, formulaCell, moneyCell, pounds, rangeAddress, columnRange, textCell } from '../cells.ts';
import type { CellStyle, WorkbookCell, WorkbookSheet } from '../workbook-writer.ts';
import { YearTable } from '../year-table.ts';
import { budgetFormulas, inState, type BudgetFormulas } from './budget-criteria.ts';
import type { BudgetFacts } from './budget-facts.ts';

/** Where the rows of a matrix stand: by row of the matrix the number of its line in each block. */
type Block = { readonly rows: readonly number[]; readonly total: number };

/** The budget by code or by fund: what was given, what is planned and what is left in each year, and the open year in its parts. */
export function matrixSheet(name: string, facts: BudgetFacts, matrix: BudgetMatrix): WorkbookSheet {
  const table = new YearTable(facts.result.years);
  const formulas = budgetFormulas(facts);
  table.row([textCell(`Budget ${name.toLowerCase()}`, 'title')], 28);
  const note = table.row([textCell(noteOf(facts), 'note')], 44);
  table.space();
  table.head('Financial year');
  const heading = table.rows().length - 1;
  const budget = addBudget(table, formulas, matrix);
  table.space();
  const planned = addForecast(table, formulas, matrix);
  table.space();
  const left = addLeft(table, formulas, matrix, budget, planned);
  if (matrix.view.by === 'code') addBeside(table, facts, matrix);
  table.space();
  const open = addOpenYear(table, formulas, matrix);
  const widths = table.widths(52);
  return {
    name, columnWidths: [...widths, ...Array.from({ length: Math.max(0, 7 - widths.length) }, () => 14)], rows: table.rows(),
    frozen: { rows: heading + 1, columns: 1 }, repeatedRows: { first: heading, last: heading }, printedColumns: null, fit: 'one_page_wide',
    joined: [{ from: { row: note, column: 1 }, to: { row: note, column: Math.max(7, table.lastColumn) } }],
    redBelowZero: [...left.map((row) => table.yearCells(row)), columnRange(7, open.first, open.last)],
  };
}

const noteOf = ({ vat, result, snapshot: { school } }: BudgetFacts): string =>
  `${vat === 'net' ? 'Net of VAT' : 'What things cost is with VAT; budgets are as they were entered'}. The amounts are formulas over the sheets Budget lines and Allocations and virements. `
  + 'Budgets hold the virements that were agreed. Left is budget less forecast: minus is over, and a code without a figure is paid from money that no code has yet. '
  + `Years are financial years of ${school.name || 'the school'}; the open one is ${result.years[0]?.label ?? ''}.`;

function addBudget(table: YearTable, formulas: BudgetFormulas, matrix: BudgetMatrix): Block {
  table.part('Budget');
  const rows = matrix.rows.map((row) => table.maybe(formulas.label(row), (year) => formulas.allocated(row, year), row.cells.map(({ allocated }) => allocated)));
  return { rows, total: table.maybe('Budget', (year) => formulas.allocated(null, year), matrix.total.map(({ allocated }) => allocated), { none: 'none entered', total: true }) };
}

function addForecast(table: YearTable, formulas: BudgetFormulas, matrix: BudgetMatrix): Block {
  table.part('Forecast');
  const rows = matrix.rows.map((row) => table.sum(formulas.label(row), (year) => formulas.forecast(row, year), row.cells.map(({ forecast }) => forecast)));
  return { rows, total: table.total('Forecast', rows, matrix.total.map(({ forecast }) => forecast)) };
}

/** What a row has left is its budget less its forecast, except where it is drawn on money that no code has yet. */
function addLeft(table: YearTable, formulas: BudgetFormulas, matrix: BudgetMatrix, budget: Block, planned: Block): readonly number[] {
  table.part('Left, or − over');
  const total = table.rows().length + matrix.rows.length + 1;
  const rows = matrix.rows.map((row, at) => table.differences(formulas.label(row), row.cells.map((_, year) => leftCell(matrix, row, year, {
    less: `ROUND(${table.at(budget.rows[at] ?? 0, year)}-${table.at(planned.rows[at] ?? 0, year)},2)`,
    rest: `ROUND(${table.at(total, year)}-(${matrix.rows.flatMap((other, index) => (other === row ? [] : [table.at(total - matrix.rows.length + index, year)])).join('+') || '0'}),2)`,
  })), row.cells.map(({ left }) => left)));
  const lefts = matrix.total.map(({ left }) => left);
  table.differences('Left, or − over', lefts.map((left, year) => (left === null ? null
    : formulaCell(`ROUND(${table.at(budget.total, year)}-${table.at(planned.total, year)},2)`, pounds(left), 'difference'))), lefts, 'totalText');
  return [...rows, total];
}

function leftCell(matrix: BudgetMatrix, row: MatrixRow, year: number, formula: { readonly less: string; readonly rest: string }): WorkbookCell | null {
  const cell = row.cells[year];
  const left = cell?.left ?? null;
  if (cell === undefined || left === null) return null;
  if (left === (cell.allocated ?? 0) - cell.forecast) return formulaCell(formula.less, pounds(left), 'difference');
  const others = sumOf(matrix.rows.map((other) => (other === row ? 0 : other.cells[year]?.left ?? 0)));
  return left === (matrix.total[year]?.left ?? 0) - others ? formulaCell(formula.rest, pounds(left), 'difference') : moneyCell(left, 'difference');
}

/** What schools are compared by, and what revenue pays for that lasts. */
function addBeside(table: YearTable, facts: BudgetFacts, matrix: BudgetMatrix): void {
  table.space();
  table.part('What schools are compared by');
  addIctTotals(table, facts, matrix);
  const { revenueFinanced } = matrix;
  if (revenueFinanced === null) return;
  const { funds } = facts.snapshot;
  const paying = [...new Set(facts.rows.flatMap(({ nature, fund, entry: { paidFrom } }) => (isRevenueFinanced(funds, { nature, paidFrom }) ? [fund] : [])))];
  const formulas = budgetFormulas(facts);
  const codes = financedRows(facts.snapshot, matrix).map(({ code }) => code).join(', ');
  table.sum(`Capital that revenue pays for, in no total (${codes})`, (year) =>
    paying.map((fund) => formulas.forecast(null, year, 'line_nature', '"Capital"', 'line_fund', criterion(fund))).join('+') || '0', revenueFinanced);
}

/** All seven of DfE's categories, and the six that it compares schools by. */
export function addIctTotals(table: YearTable, facts: BudgetFacts, { total, benchmark }: BudgetMatrix): void {
  const formulas = budgetFormulas(facts);
  table.sum('All ICT: seven categories, revenue and capital', (year) => formulas.forecast(null, year), total.map(({ forecast }) => forecast));
  if (benchmark === null) return;
  const administration = facts.byCode.rows.find(({ costCategory, nature }) => costCategory === 'admin_software' && nature === 'revenue');
  table.sum('Educational ICT benchmark: six, without E20D', (year) => {
    const revenue = formulas.forecast(null, year, 'line_nature', '"Revenue"');
    return administration === undefined ? revenue : `${revenue}-${formulas.forecast(administration, year)}`;
  }, benchmark.map(({ forecast }) => forecast));
}

const OPEN_HEADINGS = ['Budget', 'Spent', 'Ordered', 'To come', 'Forecast', 'Left, or − over'] as const;

/** The open year as a business manager asks for it: given, spent, ordered, still to come, and what that leaves. */
function addOpenYear(table: YearTable, formulas: BudgetFormulas, matrix: BudgetMatrix): { readonly first: number; readonly last: number } {
  table.row([textCell(`Open year, ${matrix.years[0]?.label ?? ''}`, 'head'), ...OPEN_HEADINGS.map((heading) => textCell(heading, 'headRight'))], 30);
  const first = table.rows().length + 1;
  const year = table.startingAt(0);
  const add = (row: MatrixRow | null, label: string, styles: { readonly text: CellStyle; readonly money: CellStyle }): void => {
    const cell = (row === null ? matrix.total : row.cells)[0];
    if (cell === undefined) return;
    const at = table.rows().length + 1;
    const column = (number: number): string => address({ row: at, column: number });
    const money = (formula: string, pence: Pence): WorkbookCell => formulaCell(formula, pounds(pence), styles.money);
    table.row([
      textCell(label, styles.text), cell.allocated === null ? null : money(formulas.allocated(row, year), cell.allocated),
      money(formulas.forecast(row, year, ...inState('spent')), cell.spent), money(formulas.forecast(row, year, ...inState('committed')), cell.committed),
      money(formulas.forecast(row, year, ...inState('to_come')), cell.toCome),
      money(`SUM(${rangeAddress({ from: { row: at, column: 3 }, to: { row: at, column: 5 } })})`, cell.forecast),
      cell.left === null ? null : cell.left === (cell.allocated ?? 0) - cell.forecast ? formulaCell(`ROUND(${column(2)}-${column(6)},2)`, pounds(cell.left), 'difference')
        : moneyCell(cell.left, 'difference'),
    ]);
  };
  for (const row of matrix.rows) add(row, formulas.label(row), { text: 'text', money: 'money' });
  add(null, 'All', { text: 'totalText', money: 'moneyTotal' });
  return { first, last: table.rows().length };
}
