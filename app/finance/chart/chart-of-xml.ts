import { elementsNamed, fieldOf, type XmlDocument, type XmlElement } from '../../intake/xml-element.ts';
import { WHOLE_FILE } from '../../intake/raw-table.ts';
import { Refusal } from '../../refusal.ts';
import { ChartGatherer, returnCodesOf, type ChartAbout, type ChartReading } from './chart-reading.ts';

/** The outermost element of the chart of accounts that FMS gives out. Source: SIMS, budget planning interface of FMS6. */
const ROOT = 'GLAccounts';

/**
 * The chart of accounts in the XML of FMS: `GLAccounts` with a `Header` and `LedgerCode`s, each with its `Fund`s and the
 * CFR code it has in each. Fields may be elements or attributes, in any order.
 * @throws Refusal `refused_file` where the document is something else, or has no ledger code.
 */
export function chartOfXml({ root, remarks }: XmlDocument, fileName: string): ChartReading {
  if (root.name.toLowerCase() !== ROOT.toLowerCase()) {
    throw new Refusal('refused_file', `${fileName} is not a chart of accounts: its outermost element is <${root.name.slice(0, 60)}>. One from FMS has <${ROOT}>. Nothing was changed.`);
  }
  const gatherer = new ChartGatherer(fileName);
  const codes = elementsNamed(root, 'LedgerCode').filter((element) => !isField(element));
  if (codes.length === 0) throw new Refusal('refused_file', `${fileName} is a chart of accounts without a ledger code in it. Nothing was changed.`);
  const leftOut = new Set(codes.filter((element) => !takeLedgerCode(gatherer, element)).flatMap((element) => elementsNamed(element, 'Fund')));
  for (const centre of elementsNamed(root, 'CostCentre').filter((element) => !isField(element))) {
    gatherer.costCentre(centre.line, { code: first(centre, 'CostCentreCode', 'Code'), name: first(centre, 'CostCentreDescription', 'Description', 'Name') });
  }
  for (const fund of elementsNamed(root, 'Fund').filter((element) => !isField(element) && !leftOut.has(element))) takeFund(gatherer, fund);
  return gatherer.reading(aboutOf(root), remarks.map((readAs) => ({ column: WHOLE_FILE, readAs })));
}

/** `<LedgerCode>4410</LedgerCode>` within a ledger code is its field; the ledger code itself has fields of its own. */
const isField = ({ children, attributes, text }: XmlElement): boolean => children.length === 0 && (attributes.size === 0 || text !== '');

const first = (element: XmlElement, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const found = fieldOf(element, name);
    if (found !== null) return found;
  }
  return null;
};

function takeLedgerCode(gatherer: ChartGatherer, element: XmlElement): boolean {
  const funds = elementsNamed(element, 'Fund').filter((fund) => !isField(fund));
  const returnCodes = [element, ...funds].flatMap((each) => returnCodesOf(first(each, 'CFRCode', 'CFR_Code')));
  return gatherer.ledgerCode(element.line, {
    code: first(element, 'LedgerCode', 'Ledger_Code', 'Code'), description: first(element, 'LedgerDescription', 'LedgerCodeDescription', 'Description'),
    ledgerType: ledgerTypeOf(first(element, 'LedgerType', 'Type')), returnCodes,
  });
}

const takeFund = (gatherer: ChartGatherer, fund: XmlElement): void =>
  gatherer.fundCode(fund.line, { code: first(fund, 'FundCode', 'Code'), name: first(fund, 'FundDescription', 'Description', 'Name') });

function aboutOf(root: XmlElement): ChartAbout {
  const header = elementsNamed(root, 'Header')[0] ?? root;
  return {
    schoolName: first(header, 'SchoolName'), exportDate: first(header, 'ExportDate'),
    financialYear: first(header, 'FinancialYearDescription', 'FinancialYearStartDate', 'FinancialYearID'),
  };
}

/** EX expenditure, IN income, ES expenditure on staff; as words in sheets. Null for what says none of them. */
export function ledgerTypeOf(text: string | null): string | null {
  const said = (text ?? '').trim().toUpperCase();
  if (/^(ES|STAFF|SALAR|EMPLOY|PAY\b)/.test(said)) return 'ES';
  if (/^(EX|EXPEND|COST)/.test(said)) return 'EX';
  return /^(IN|INC|INCOME)\b/.test(said) ? 'IN' : null;
}

