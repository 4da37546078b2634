import { ownReturn, RETURN_NAMES, returnNote, returnSentence } from '../../../planning/budget/return-sentence.ts';
import { RETURN_KINDS, returnTable, yearOfColumn, type ReturnKind, type ReturnTable } from '../../../planning/budget/returns.ts';
import { columnRange, formulaCell, moneyCell, pounds, rangeAddress, textCell } from '../cells.ts';
import type { CellRange, WorkbookRow, WorkbookSheet } from '../workbook-writer.ts';
import type { BudgetFacts } from './budget-facts.ts';

export const RETURNS_SHEET = 'Returns';

/**
 * The plan in the columns of both returns, the school's own first, as Kitplan shows them on screen. Amounts are values:
 * a return reaches back into the year before, which the flat lines do not hold. Totals are sums of their lines.
 */
export function returnsSheet(facts: BudgetFacts): WorkbookSheet {
  const { snapshot, asOf, vat } = facts;
  const own = ownReturn(snapshot, asOf);
  const tables = [own, ...RETURN_KINDS.filter((kind) => kind !== own)].map((kind) => returnTable(snapshot, kind, { asOf, years: facts.result.years.length, vat }));
  const widest = Math.max(...tables.map(({ columns }) => columns.length));
  const rows: WorkbookRow[] = [{ cells: [textCell('Returns', 'title')], height: 28 }];
  const joined: CellRange[] = [];
  const wide = (text: string, style: 'sentence' | 'note', height: number): void => {
    rows.push({ cells: [textCell(text, style)], height });
    joined.push({ from: { row: rows.length, column: 1 }, to: { row: rows.length, column: 2 + widest } });
  };
  for (const table of tables) {
    rows.push({ cells: [] }, { cells: [textCell(RETURN_NAMES[table.kind], 'section')] });
    wide(returnSentence(snapshot, table, asOf).text, 'sentence', 46);
    addTable(rows, table);
    wide(`${returnNote(table)} ${vat === 'net' ? 'Net of VAT.' : 'With VAT.'}`, 'note', 44);
  }
  return {
    name: RETURNS_SHEET, columnWidths: [14, 42, ...Array.from({ length: widest }, () => 13)], rows, joined,
    frozen: { rows: 1, columns: 2 }, repeatedRows: null, printedColumns: null, fit: 'one_page',
  };
}

const NUMBER_HEADS: Readonly<Record<ReturnKind, string>> = { bfr: 'Line', cfr: 'Code' };

function addTable(rows: WorkbookRow[], { kind, columns, rows: lines, total, memo }: ReturnTable): void {
  if (kind === 'bfr') rows.push({ cells: [null, textCell('Year', 'faint'), ...columns.map((column) => textCell(yearOfColumn(kind, column), 'faint'))] });
  rows.push({ cells: [textCell(NUMBER_HEADS[kind], 'head'), textCell('Category', 'head'), ...columns.map(({ label }) => textCell(label, 'headRight'))], height: 20 });
  const first = rows.length + 1;
  for (const { number, name, pence } of lines) rows.push({ cells: [textCell(number ?? ''), textCell(name), ...pence.map((each) => moneyCell(each))] });
  const last = rows.length;
  rows.push({ cells: [null, textCell('All', 'totalText'), ...total.map((pence, at) => formulaCell(`SUM(${rangeAddress(columnRange(at + 3, first, last))})`, pounds(pence), 'moneyTotal'))] });
  for (const { code, name, pence } of memo) rows.push({ cells: [textCell(code), textCell(`${name.startsWith(code) ? name.slice(code.length).trim() : name}, not in the total`), ...pence.map((each) => moneyCell(each))] });
}
