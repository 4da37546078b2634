import { unfundedCosts, unfundedSentence, unfundedWhy, type Unfunded } from '../../../planning/budget/sustainability.ts';
import { sumOf } from '../../../planning/money.ts';
import { formulaCell, moneyCell, pounds, rangeAddress, rowRange, textCell } from '../cells.ts';
import type { WorkbookCell, WorkbookSheet } from '../workbook-writer.ts';
import type { BudgetFacts } from './budget-facts.ts';

export const UNFUNDED_SHEET = 'Unfunded later costs';

/** What, bought in, why: then the years. */
const FIRST_YEAR_COLUMN = 4;
/** Title, sentence, space, headings. */
const HEAD_ROW = 4;

/** What the plan buys that costs something in later years for which no fund was found, each with its years and why. */
export function unfundedSheet({ snapshot, result }: BudgetFacts): WorkbookSheet {
  const { years } = result;
  const found = unfundedCosts(snapshot, result);
  const lastColumn = FIRST_YEAR_COLUMN + years.length;
  return {
    name: UNFUNDED_SHEET, columnWidths: [44, 15, 46, ...years.map(() => 13), 14],
    rows: [
      { cells: [textCell(UNFUNDED_SHEET, 'title')], height: 28 },
      { cells: [textCell(unfundedSentence(result, found), 'sentence')], height: 34 },
      { cells: found.length === 0 ? [] : [textCell('Net of VAT. These costs are in the forecast, where they fall on the usual fund without anybody having said so.', 'note')] },
      {
        cells: [
          ...['What', 'Bought in', 'Why nobody pays'].map((heading) => textCell(heading, 'head')),
          ...[...years.map(({ label }) => label), 'All years'].map((heading) => textCell(heading, 'headRight')),
        ],
      },
      ...found.map((cost, at) => ({
        cells: [
          textCell(cost.what), textCell(cost.boughtIn === null ? 'Before the plan' : years[cost.boughtIn]?.label ?? ''), textCell(whyOf(snapshot, cost)),
          ...years.map((_, year) => costCell(cost, year)),
          formulaCell(`SUM(${rangeAddress(rowRange(HEAD_ROW + 1 + at, FIRST_YEAR_COLUMN, lastColumn - 1))})`, pounds(sumOf(cost.pence)), 'money'),
        ],
      })),
    ],
    frozen: { rows: HEAD_ROW, columns: 1 }, repeatedRows: { first: HEAD_ROW, last: HEAD_ROW }, printedColumns: null, fit: 'one_page_wide',
    joined: [{ from: { row: 2, column: 1 }, to: { row: 2, column: lastColumn } }],
  };
}

/** Of a cost without a price no year can say £0. */
const costCell = ({ pence, unpriced }: Unfunded, year: number): WorkbookCell | null =>
  ((pence[year] ?? 0) === 0 && unpriced ? null : moneyCell(pence[year] ?? 0));

const whyOf = (snapshot: BudgetFacts['snapshot'], cost: Unfunded): string =>
  `${unfundedWhy(snapshot, cost)}${cost.unpriced ? `; ${sumOf(cost.pence) === 0 ? 'no price' : 'some of it has no price'}` : ''}`;
