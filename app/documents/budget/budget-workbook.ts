import { formatLongDate } from '../../../planning/calendar.ts';
import type { IsoDate } from '../../../planning/vocabulary.ts';
import { assumptionsSheet } from '../assumptions-sheet.ts';
import { writeHucreWorkbook } from '../hucre-workbook.ts';
import type { WorkbookDocument, WorkbookWriter } from '../workbook-writer.ts';
import { allocationsSheet } from './allocations-sheet.ts';
import type { BudgetFacts } from './budget-facts.ts';
import { budgetLinesSheet } from './lines-table.ts';
import { matrixSheet } from './matrix-sheet.ts';
import { reasonsSheet } from './reasons-sheet.ts';
import { returnSheet } from './return-sheet.ts';
import { returnsSheet } from './returns-sheet.ts';
import { budgetSummarySheet, vatWords } from './summary-sheet.ts';
import { unfundedSheet } from './unfunded-sheet.ts';

/**
 * The budget as a workbook: summary, code and fund by year, the flat lines for finance systems, what was allocated and
 * moved, what nobody pays later, and what it all rests on. Summary, codes and funds are formulas over the flat lines.
 * @param created the day the file says it was made; the as-at date when left out. The same day gives the same bytes.
 */
export function budgetDocument(facts: BudgetFacts, created: IsoDate = facts.asOf): WorkbookDocument {
  const { snapshot, options, result, scenario } = facts;
  const lines = budgetLinesSheet(facts);
  const allocated = allocationsSheet(facts);
  const returned = returnSheet(facts);
  return {
    title: `${snapshot.school.name}: ICT budget`, school: snapshot.school.name, created,
    description: `ICT budget ${result.years[0]?.label ?? ''} to ${result.years.at(-1)?.label ?? ''}, ${scenario.name}, ${vatWords(facts)}, figures as at ${formatLongDate(facts.asOf)}.`,
    footer: `ICT budget, ${scenario.name}, figures as at ${formatLongDate(facts.asOf)}, ${facts.vat === 'net' ? 'net of VAT' : 'with VAT'}`,
    sheets: [
      budgetSummarySheet(facts), matrixSheet('By code', facts, facts.byCode), matrixSheet('By fund', facts, facts.byFund), ...(returned === null ? [] : [returned]), returnsSheet(facts), lines.sheet, allocated.sheet, unfundedSheet(facts),
      assumptionsSheet(snapshot, options, result, scenario, `Pounds, ${vatWords(facts)}`), reasonsSheet(facts),
    ],
    names: [...lines.names, ...allocated.names],
  };
}

/** The budget as the bytes of an .xlsx file. */
export const budgetWorkbook = (facts: BudgetFacts, write: WorkbookWriter = writeHucreWorkbook): Promise<Uint8Array> => write(budgetDocument(facts));
