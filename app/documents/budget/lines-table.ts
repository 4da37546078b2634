import { startUpper } from '../../../planning/words.ts';
import { columnRange } from '../cells.ts';
import { tableSheet, type TableColumn, type TableDocument, type TableValue } from '../table-document.ts';
import type { WorkbookName, WorkbookSheet } from '../workbook-writer.ts';
import type { BudgetFacts } from './budget-facts.ts';
import type { BudgetRow } from './budget-rows.ts';

export const BUDGET_LINES_SHEET = 'Budget lines';

type Column = TableColumn & {
  /** A name that formulas of other sheets use for the whole column. */
  readonly named?: string;
  readonly value: (row: BudgetRow, facts: BudgetFacts) => TableValue;
};

const text = (heading: string, width: number, value: Column['value'], named?: string): Column =>
  ({ heading, kind: 'text', width, value, ...(named !== undefined && { named }) });
const figure = (heading: string, kind: 'exact' | 'count' | 'rate' | 'date', width: number, value: Column['value'], named?: string): Column =>
  ({ heading, kind, width, value, ...(named !== undefined && { named }) });
/** Not known yet; there from the start, because programs read these columns by their letters. */
const later = (heading: string, width: number): Column => text(heading, width, () => null);

/** One row for each line and year, in the order that schools' finance programs are told: neither names nor places may change. */
const COLUMNS: readonly Column[] = [
  text('Plan', 26, (_, { result }) => `ICT plan ${result.years[0]?.label ?? ''} to ${result.years.at(-1)?.label ?? ''}`),
  text('Scenario', 20, (_, { scenario }) => scenario.name),
  text('Version', 16, (_, { version }) => version),
  text('Line ID', 20, ({ id }) => id),
  text('School', 24, (_, { snapshot }) => snapshot.school.name),
  later('URN', 9),
  text('Year label', 10, ({ year }) => year.label),
  figure('Year start', 'date', 12, ({ year }) => year.start, 'line_start'),
  figure('Year end', 'date', 12, ({ year }) => year.end),
  text('Part (P1/P2/Full)', 8, ({ part }) => part, 'line_part'),
  text('CFR code', 9, ({ cfr }) => cfr?.code ?? null),
  text('CFR name', 32, ({ cfr }) => cfr?.name ?? null),
  text('BFR category', 34, ({ bfr }) => bfr, 'line_category'),
  text('Ledger code', 12, ({ ledger }) => ledger.ledgerCode),
  text('Cost centre', 12, ({ ledger }) => ledger.costCentre),
  text('Fund', 22, ({ ledger, fund }) => ledger.fundCode ?? fund),
  text('Description', 40, ({ description }) => description),
  text('Category', 22, ({ category }) => category),
  figure('Qty', 'count', 7, ({ entry }) => entry.quantity),
  figure('Unit cost net', 'exact', 12, ({ unitPence }) => unitPence),
  figure('Inflation %', 'rate', 9, ({ rise }) => rise),
  figure('Net', 'exact', 13, ({ entry }) => entry.netPence, 'line_net'),
  figure('VAT', 'exact', 12, ({ entry }) => (entry.netPence === null ? null : entry.vatPence ?? 0)),
  figure('Gross', 'exact', 13, ({ grossPence }) => grossPence, 'line_gross'),
  text('Revenue/Capital', 10, ({ nature }) => startUpper(nature), 'line_nature'),
  text('One-off/Recurring', 11, ({ recurring }) => (recurring ? 'Recurring' : 'One-off')),
  text('Funding source', 24, ({ fund }) => fund, 'line_fund'),
  figure('Month (1–12)', 'count', 8, ({ month }) => month),
  text('Need ref', 10, ({ need }) => need.refs), text('SDP priority', 30, ({ need }) => need.priorities), text('Decision status', 24, ({ need }) => need.decisions),
  text('Reason', 80, ({ reason }) => reason, 'line_reason'),
  text('Impact if not funded', 40, ({ need }) => need.impact),
];

/** The lines as one flat table, for a text file and for the workbook alike. */
export const budgetLinesTable = (facts: BudgetFacts): TableDocument => ({
  title: 'Budget lines', sheet: BUDGET_LINES_SHEET, school: facts.snapshot.school.name, asOf: facts.asOf, columns: COLUMNS,
  rows: facts.rows.map((row) => COLUMNS.map(({ value }) => value(row, facts))),
});

/** The same as a sheet: the headings in the first row, then the lines, and nothing else for a program to trip over. */
export function budgetLinesSheet(facts: BudgetFacts): { readonly sheet: WorkbookSheet; readonly names: readonly WorkbookName[] } {
  const lastRow = 1 + Math.max(1, facts.rows.length);
  return {
    sheet: { ...tableSheet(budgetLinesTable(facts)), frozen: { rows: 1, columns: 0 } },
    names: COLUMNS.flatMap(({ named }, column) => (named === undefined ? [] : [{ name: named, sheet: BUDGET_LINES_SHEET, range: columnRange(column + 1, 2, lastRow) }])),
  };
}
