import { budgetMatrix } from '../../budget/matrix.ts';
import { ownVat } from '../../budget/own-cost.ts';
import { budgetSentence } from '../../budget/sentence.ts';
import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead, words } from '../model.ts';
import { matrixTable } from './budget-tables.ts';

/** In the order of the workbook. */
const SHEETS: readonly string[] = [
  'Summary: what each year has, costs and leaves, with a chart.', 'By code and By fund: forecast, budget and what is left, in live sums.', 'Returns: the same by the lines of the school’s returns.',
  'Budget lines: one row for each line and year, for finance systems.', 'Allocations and virements: what each fund was given, and every move since.', 'Unfunded later costs: what nobody pays for yet.',
  'Assumptions: rises of price, VAT and what the figures rest on.', 'Reasons: why each line is there.',
];

/** What the budget workbook shows, to be looked at before it is saved. */
export function composeWorkbook({ snapshot, forecast }: DocumentFacts): Draft {
  const view = { nature: 'all', vat: ownVat(snapshot) } as const;
  const byCode = budgetMatrix(snapshot, forecast, { ...view, by: 'code' });
  return {
    layout: 'paper', title: 'Budget workbook', opening: budgetSentence(byCode).parts, numbered: false,
    sections: [
      { key: 'codes', title: 'By code', landscape: true, blocks: [lead('What each code costs by year, against the budget.'), matrixTable(byCode)] },
      { key: 'funds', title: 'By fund', landscape: true, blocks: [lead('The same money by who pays it.'), matrixTable(budgetMatrix(snapshot, forecast, { ...view, by: 'fund' }))] },
      { key: 'sheets', title: 'What the workbook holds', blocks: [lead('The Excel file works its sums out by itself. Its sheets:'), { kind: 'list', ordered: false, items: SHEETS.map((sheet) => words(sheet)) }] },
    ],
  };
}
