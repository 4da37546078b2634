import { WHOLE_FILE, type RawTable } from '../../intake/raw-table.ts';
import { elementsNamed, fieldOf, type XmlDocument } from '../../intake/xml-element.ts';
import { Refusal } from '../../refusal.ts';

/*
 * The draft XML in which finance systems hand budgets and actuals to planning programs: one Budget element for each
 * ledger code, fund and cost centre. Read as a table, so that all that is said of an export in letters and rows holds
 * for it too. Source: ParentPay Group, CLFP financial system import format (draft).
 */

/** In the order in which the draft names them; each is a column, A the first. */
const FIELDS = [
  'Ledger_Code', 'LedgerCodeDescription', 'RevenueLedgerType', 'LedgerGroup', 'Fund', 'FundDescription', 'CostCentre', 'CostCentreDescription',
  'CFR_Code', 'CFRDescription', 'Actuals', 'Commitments', 'CentrallyInvoiced', 'CurrentBudget', 'OriginalBudget', 'TotalSpend', 'BudgetLeft',
  'DateofData', 'FinancialYear', 'Start_Date', 'End_Date',
] as const;

/** @throws Refusal `refused_file` where the document holds no Budget element with a ledger code. */
export function tableOfBudgets({ root, remarks }: XmlDocument, fileName: string): RawTable {
  const budgets = elementsNamed(root, 'Budget').filter((element) => fieldOf(element, 'Ledger_Code') !== null);
  if (budgets.length === 0) {
    throw new Refusal('refused_file', `${fileName} is an XML file without actuals in it: Kitplan reads the Budget elements of a finance system’s export. A spreadsheet works too.`);
  }
  const rows = budgets.map((budget, at) => ({ row: at + 2, cells: FIELDS.map((field) => fieldOf(budget, field)) }));
  return {
    fileName, sheet: null, sheets: [], dateSystem: '1900', text: null,
    rows: [{ row: 1, cells: FIELDS }, ...rows], notices: remarks.map((readAs) => ({ column: WHOLE_FILE, readAs })),
  };
}
