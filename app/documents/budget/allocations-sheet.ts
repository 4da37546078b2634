import { agreed, allocations } from '../../../planning/budget/allocation.ts';
import type { Place, Virement } from '../../../planning/budget/finance.ts';
import { spentUnder } from '../../../planning/budget/matrix.ts';
import { codeOfPlace } from '../../../planning/budget/words.ts';
import { financialYearLabel } from '../../../planning/calendar.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { Pence } from '../../../planning/vocabulary.ts';
import { columnLetters, columnRange, criterion, dateCell, formulaCell, moneyCell, numberCell, pounds, textCell } from '../cells.ts';
import type { WorkbookCell, WorkbookName, WorkbookRow, WorkbookSheet } from '../workbook-writer.ts';
import type { BudgetFacts } from './budget-facts.ts';
import { bfrWords } from './code-words.ts';
import { fundLabels } from './fund-labels.ts';

export const ALLOCATIONS_SHEET = 'Allocations and virements';

/** Money of one year, fund and category: as it was entered, and what virements have made of it. */
export type AllocationRow = {
  readonly year: number;
  readonly fund: string;
  readonly code: string | null;
  readonly category: string;
  readonly place: Place;
  readonly enteredPence: Pence;
  readonly inPence: Pence;
  readonly outPence: Pence;
  /** What the plan goes by: entered, with what agreed virements brought and took. */
  readonly allocatedPence: Pence;
};

/** The budgets of the years shown, one row for each year, fund and category. */
export function allocationRows({ snapshot, result }: Pick<BudgetFacts, 'snapshot' | 'result'>): readonly AllocationRow[] {
  const shown = new Set(result.years.map(({ year }) => year));
  const fundOf = fundLabels(snapshot.funds);
  const rows = new Map<string, { -readonly [Key in keyof AllocationRow]: AllocationRow[Key] }>();
  const categoryOf = (place: Place): string => bfrWords(snapshot.finance.returnLines, place);
  const at = (year: number, where: Place) => {
    const { fundKey, costCategory, nature } = spentUnder(where);
    const place = { fundKey, costCategory, nature };
    const key = `${year}/${place.fundKey}/${categoryOf(place)}`;
    const found = rows.get(key);
    if (found !== undefined) return found;
    const made = {
      year, fund: fundOf(place.fundKey), code: codeOfPlace(snapshot, place, year), category: categoryOf(place), place,
      enteredPence: 0, inPence: 0, outPence: 0, allocatedPence: 0,
    };
    rows.set(key, made);
    return made;
  };
  for (const each of allocations(snapshot)) if (shown.has(each.year)) at(each.year, each).allocatedPence += each.pence;
  for (const each of snapshot.budgets) if (shown.has(each.year) && Number.isSafeInteger(each.pence)) at(each.year, each).enteredPence += each.pence;
  for (const { year, from, to, pence } of agreed(snapshot.finance.virements)) {
    if (!shown.has(year)) continue;
    at(year, from).outPence += pence;
    at(year, to).inPence += pence;
  }
  return [...rows.values()].sort((a, b) => a.year - b.year || (a.fund < b.fund ? -1 : a.fund > b.fund ? 1 : 0) || (a.category < b.category ? -1 : 1));
}

const HEADINGS = ['Year', 'Starting', 'Fund', 'Code', 'Category', 'As entered', 'Moved in', 'Moved out', 'Budget'] as const;
const TRAIL = ['Year', 'Starting', 'From fund', 'From code', 'From category', 'To fund', 'To code', 'To category', 'Amount', 'Counts', 'Reason', 'Asked by', 'Asked on', 'Agreed by', 'Agreed on'] as const;
const WIDTHS = [10, 9, 26, 12, 36, 26, 14, 36, 13, 9, 40, 18, 13, 18, 13];
const RIGHT = new Set<string>(['Starting', 'As entered', 'Moved in', 'Moved out', 'Budget', 'Amount', 'Asked on', 'Agreed on']);

const headings = (texts: readonly string[]): WorkbookRow => ({ cells: texts.map((text) => textCell(text, RIGHT.has(text) ? 'headRight' : 'head')) });

/** Title, note, space, then the headings. */
const FIRST_BUDGET = 5;

/** What each fund was given and every move between them since, with who asked and who agreed: budgets change in no other way. */
export function allocationsSheet(facts: BudgetFacts): { readonly sheet: WorkbookSheet; readonly names: readonly WorkbookName[] } {
  const { snapshot } = facts;
  const rows = allocationRows(facts);
  const { virements } = snapshot.finance;
  const lastBudget = FIRST_BUDGET - 1 + Math.max(1, rows.length);
  const firstMove = lastBudget + 4;
  const lastMove = firstMove - 1 + Math.max(1, virements.length);
  const named = (name: string, column: number, first: number, last: number): WorkbookName => ({ name, sheet: ALLOCATIONS_SHEET, range: columnRange(column, first, last) });
  return {
    sheet: {
      name: ALLOCATIONS_SHEET, columnWidths: WIDTHS,
      rows: [
        { cells: [textCell('Allocations and virements', 'title')], height: 28 },
        { cells: [textCell('A budget is what was entered, with what virements brought and took. A virement counts once somebody has agreed to it.', 'note')], height: 18 },
        { cells: [] }, headings(HEADINGS),
        ...(rows.length === 0 ? [{ cells: [textCell('No budget has been entered.')] }] : rows.map((row, at) => ({ cells: budgetCells(snapshot, row, FIRST_BUDGET + at) }))),
        { cells: [] }, { cells: [textCell('Virements', 'section')] }, headings(TRAIL),
        ...(virements.length === 0 ? [{ cells: [textCell('Nothing has been moved.')] }] : virements.map((virement) => ({ cells: virementCells(snapshot, virement) }))),
      ],
      frozen: { rows: 1, columns: 0 }, repeatedRows: { first: 1, last: 1 }, printedColumns: null, fit: 'one_page_wide',
    },
    names: [
      named('budget_year', 2, FIRST_BUDGET, lastBudget), named('budget_fund', 3, FIRST_BUDGET, lastBudget), named('budget_category', 5, FIRST_BUDGET, lastBudget),
      named('budget_amount', 9, FIRST_BUDGET, lastBudget),
      named('move_year', 2, firstMove, lastMove), named('move_from_fund', 3, firstMove, lastMove), named('move_from_category', 5, firstMove, lastMove),
      named('move_to_fund', 6, firstMove, lastMove), named('move_to_category', 8, firstMove, lastMove), named('move_amount', 9, firstMove, lastMove),
      named('move_counts', 10, firstMove, lastMove),
    ],
  };
}

const code = (text: string | null): WorkbookCell | null => (text === null ? null : textCell(text));

function budgetCells({ school }: PlanSnapshot, row: AllocationRow, at: number): (WorkbookCell | null)[] {
  const moved = (way: 'from' | 'to'): string =>
    `SUMIFS(move_amount,move_year,B${at},move_${way}_fund,${criterion(row.fund)},move_${way}_category,${criterion(row.category)},move_counts,"Yes")`;
  const [entered, into, out] = [6, 7, 8].map((column) => `${columnLetters(column)}${at}`);
  return [
    textCell(financialYearLabel(row.year, school.yearStartMonth)), numberCell(row.year, 'faintNumber'), textCell(row.fund), code(row.code), textCell(row.category),
    moneyCell(row.enteredPence, 'pence'), formulaCell(moved('to'), pounds(row.inPence), 'pence'), formulaCell(moved('from'), pounds(row.outPence), 'pence'),
    formulaCell(`ROUND(${entered}+${into}-${out},2)`, pounds(row.allocatedPence), 'pence'),
  ];
}

function virementCells(snapshot: PlanSnapshot, { year, from, to, pence, reason, askedBy, askedOn, agreedBy, agreedOn }: Virement): (WorkbookCell | null)[] {
  const fundOf = fundLabels(snapshot.funds);
  const place = (each: Place): (WorkbookCell | null)[] => {
    const under = spentUnder(each);
    return [textCell(fundOf(under.fundKey)), code(codeOfPlace(snapshot, under, year)), textCell(bfrWords(snapshot.finance.returnLines, under))];
  };
  return [
    textCell(financialYearLabel(year, snapshot.school.yearStartMonth)), numberCell(year, 'faintNumber'), ...place(from), ...place(to),
    moneyCell(pence, 'pence'), textCell(agreedOn === null ? 'Not yet' : 'Yes'), textCell(reason), textCell(askedBy), dateCell(askedOn),
    agreedBy === null ? null : textCell(agreedBy), agreedOn === null ? null : dateCell(agreedOn),
  ];
}
