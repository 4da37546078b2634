import { explainLine } from '../../../planning/explain.ts';
import { numberCell, textCell } from '../cells.ts';
import type { WorkbookSheet } from '../workbook-writer.ts';
import type { BudgetFacts } from './budget-facts.ts';
import { STATE_WORDS } from './line-reason.ts';

export const REASONS_SHEET = 'Reasons';

const COLUMNS = [['Line ID', 20], ['Year', 10], ['Starting', 9], ['Category', 34], ['Fund', 22], ['What it is', 40], ['State', 10], ['Why, step by step', 120]] as const;

/** Why each line is there, when it is and what it comes to: the steps that the screen shows. */
export function reasonsSheet({ snapshot, options, rows }: BudgetFacts): WorkbookSheet {
  const whyOf = ({ entry, reason }: BudgetFacts['rows'][number]): string =>
    (entry.line === null ? reason : explainLine(snapshot, options, entry.line).map(({ text }) => text).join(' '));
  return {
    name: REASONS_SHEET, columnWidths: COLUMNS.map(([, width]) => width),
    rows: [
      { cells: COLUMNS.map(([heading]) => textCell(heading, heading === 'Starting' ? 'headRight' : 'head')) },
      ...rows.map((row) => ({
        cells: [
          textCell(row.id), textCell(row.year.label), numberCell(row.year.year, 'faintNumber'), textCell(row.bfr), textCell(row.fund), textCell(row.description),
          textCell(STATE_WORDS[row.entry.state]), textCell(whyOf(row)),
        ],
      })),
    ],
    frozen: { rows: 1, columns: 1 }, repeatedRows: { first: 1, last: 1 }, printedColumns: null, fit: 'one_page_wide',
    ...(rows.length > 0 && { filterOver: { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: COLUMNS.length } } }),
  };
}
