import { sumOf } from '../../../planning/money.ts';
import { address, columnRange, criterion, formulaCell, pounds, rangeAddress, textCell } from '../cells.ts';
import type { WorkbookSheet } from '../workbook-writer.ts';
import type { BudgetFacts } from './budget-facts.ts';
import { bfrWords } from './code-words.ts';

export const RETURN_SHEET = 'Forecast return';

/** Of a year from September: to the end of March, and from April on. */
const PARTS = ['P1', 'P2'] as const;

/** Title, note, space, headings. */
const HEAD_ROW = 4;

/**
 * What is planned by the categories of an academy's budget forecast return, each year in the return's two parts, as
 * formulas over the flat lines. Null for a school whose year is not that of the return: its codes by year are the return.
 */
export function returnSheet(facts: BudgetFacts): WorkbookSheet | null {
  const { result, rows, byCode, snapshot, vat } = facts;
  if (!rows.some(({ part }) => part !== 'Full')) return null;
  const columns = result.years.flatMap((year) => PARTS.map((part) => ({ year, part })));
  const coded = byCode.rows.filter(({ kind }) => kind === 'code');
  const cost = (row: BudgetFacts['rows'][number]): number => (vat === 'net' ? row.entry.netPence : row.grossPence) ?? 0;
  const penceOf = (category: string | null, { year, part }: (typeof columns)[number]): number =>
    sumOf(rows.filter((row) => row.year === year && row.part === part && (category === null || row.bfr === category)).map(cost));
  const lastRow = HEAD_ROW + coded.length;
  return {
    name: RETURN_SHEET, columnWidths: [48, ...columns.map(() => 13)],
    rows: [
      { cells: [textCell('Budget forecast return: ICT', 'title')], height: 28 },
      { cells: [textCell(`P1 is September to March, P2 April to August, by the day of each line. Numbers of lines are those the school has filled in. ${vat === 'net' ? 'Net of VAT.' : 'With VAT.'}`, 'note')], height: 30 },
      { cells: [] },
      { cells: [textCell('Category', 'head'), ...columns.map(({ year, part }) => textCell(`${year.label} ${part}`, 'headRight'))], height: 30 },
      ...coded.map((row) => {
        const category = bfrWords(snapshot.finance.returnLines, row);
        return { cells: [textCell(category), ...columns.map((column) => formulaCell(partFormula(facts, column, category), pounds(penceOf(category, column)), 'money'))] };
      }),
      { cells: [textCell('All', 'totalText'), ...columns.map((column, at) => formulaCell(
        coded.length === 0 ? '0' : `SUM(${rangeAddress(columnRange(at + 2, HEAD_ROW + 1, lastRow))})`, pounds(penceOf(null, column)), 'moneyTotal'))] },
      { cells: [textCell('Year', 'totalText'), ...columns.map(({ part }, at) => (part === 'P1' ? null
        : formulaCell(`${address({ row: lastRow + 1, column: at + 1 })}+${address({ row: lastRow + 1, column: at + 2 })}`, pounds(byCode.total[Math.floor(at / 2)]?.forecast ?? 0), 'moneyGrand')))] },
    ],
    frozen: { rows: HEAD_ROW, columns: 1 }, repeatedRows: { first: HEAD_ROW, last: HEAD_ROW }, printedColumns: null, fit: 'one_page_wide',
    joined: [{ from: { row: 2, column: 1 }, to: { row: 2, column: 1 + columns.length } }],
  };
}

const partFormula = ({ vat, result: { yearStartMonth } }: BudgetFacts, { year, part }: { readonly year: { readonly year: number }; readonly part: string }, category: string): string =>
  `SUMIFS(${vat === 'net' ? 'line_net' : 'line_gross'},line_start,DATE(${year.year},${yearStartMonth},1),line_part,"${part}",line_category,${criterion(category)})`;
