import { financialYear } from '../../../planning/calendar.ts';
import type { Pence } from '../../../planning/vocabulary.ts';
import { decimalPounds } from '../csv.ts';
import { xmlDocument, xmlRecord } from '../xml.ts';
import { allocationRows } from './allocations-sheet.ts';
import type { BudgetFacts } from './budget-facts.ts';
import { cfrWords } from './code-words.ts';
import { ledgerLookup, type LedgerWords } from './ledger-words.ts';

/*
 * Budgets in the shape of the draft import format of CLFP: one Budget for each year and place, fields in the format's
 * order, amounts in pounds with two decimals. TotalSpend is all that the year is planned to cost; of it Actuals is spent
 * and Commitments is ordered. BudgetLeft is CurrentBudget less TotalSpend: minus is over.
 */

/** What is added up for one place in one year. */
type Place = {
  readonly year: number;
  readonly fund: string;
  readonly code: string | null;
  readonly category: string;
  readonly ledger: LedgerWords;
  commitments: Pence;
  actuals: Pence;
  total: Pence;
  current: Pence;
  original: Pence;
};

/** The plan's budget as the text of an XML file. */
export const clfpXml = (facts: BudgetFacts): string =>
  xmlDocument('Root', placesOf(facts).map((place) => xmlRecord('Budget', fieldsOf(facts, place))));

function placesOf(facts: BudgetFacts): readonly Place[] {
  const places = new Map<string, Place>();
  const at = ({ year, fund, code, category, ledger }: Omit<Place, 'commitments' | 'actuals' | 'total' | 'current' | 'original'>): Place => {
    const key = JSON.stringify([year, fund, category, code, ledger.ledgerCode, ledger.costCentre]);
    const found = places.get(key) ?? { year, fund, code, category, ledger, commitments: 0, actuals: 0, total: 0, current: 0, original: 0 };
    places.set(key, found);
    return found;
  };
  const ledgerOf = ledgerLookup(facts.snapshot);
  for (const { year, fund, category, code, place, enteredPence, allocatedPence } of allocationRows(facts)) {
    const sums = at({ year, fund, code, category, ledger: ledgerOf(place, null) });
    sums.original += enteredPence;
    sums.current += allocatedPence;
  }
  for (const { entry, year, fund, bfr, ledger, grossPence } of facts.rows) {
    const pence = (facts.vat === 'net' ? entry.netPence : grossPence) ?? 0;
    const sums = at({ year: year.year, fund, code: entry.code, category: bfr, ledger });
    sums.total += pence;
    if (entry.state === 'spent') sums.actuals += pence;
    if (entry.state === 'committed') sums.commitments += pence;
  }
  return [...places.values()].sort((a, b) => a.year - b.year || compare(a.fund, b.fund) || compare(a.code ?? '', b.code ?? '') || compare(a.ledger.costCentre ?? '', b.ledger.costCentre ?? ''));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function fieldsOf({ asOf, snapshot: { school } }: BudgetFacts, place: Place): readonly (readonly [string, string])[] {
  const { label, start, end } = financialYear(place.year, school.yearStartMonth);
  const { ledger, code } = place;
  const cfr = code === null ? null : cfrWords(code);
  return [
    ['DateofData', asOf], ['FinancialYear', label], ['Start_Date', start], ['End_Date', end],
    ['LedgerGroup', ''], ['Ledger_Code', ledger.ledgerCode ?? ''], ['LedgerCodeDescription', ledger.ledgerName ?? place.category], ['RevenueLedgerType', ledger.ledgerType ?? 'EX'],
    ['Fund', ledger.fundCode ?? ''], ['FundDescription', place.fund], ['CostCentre', ledger.costCentre ?? ''], ['CostCentreDescription', ledger.costCentreName ?? ''],
    ['CFR_Code', cfr?.code ?? ''], ['CFRDescription', cfr?.name ?? place.category],
    ['Commitments', decimalPounds(place.commitments)], ['CentrallyInvoiced', decimalPounds(0)], ['Actuals', decimalPounds(place.actuals)],
    ['CurrentBudget', decimalPounds(place.current)], ['OriginalBudget', decimalPounds(place.original)],
    ['TotalSpend', decimalPounds(place.total)], ['BudgetLeft', decimalPounds(place.current - place.total)],
  ];
}
