import { budgetEntries, type BudgetEntry, type MoneyState } from '../../budget/entries.ts';
import { budgetMatrix } from '../../budget/matrix.ts';
import { ownVat } from '../../budget/own-cost.ts';
import { formatPounds, sumOf } from '../../money.ts';
import { itemCount } from '../../words.ts';
import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead, words, type DocumentTable, type Words } from '../model.ts';
import { yearColumns, yearsRow } from '../tables.ts';
import { matrixTable } from './budget-tables.ts';

const STATE_WORDS: Readonly<Record<MoneyState, string>> = { spent: 'Spent already', committed: 'Ordered, not here yet', to_come: 'Still to come' };

/** What the flat file holds, to be checked against before a finance system takes it in. */
export function composeLines(facts: DocumentFacts): Draft {
  const { snapshot, forecast } = facts;
  const entries = budgetEntries(snapshot, forecast);
  return {
    layout: 'paper', title: 'Budget lines', opening: opening(facts, entries), numbered: false,
    sections: [
      { key: 'sums', title: 'What the file adds up to', landscape: true, blocks: [lead('The sums of the file’s columns Net and VAT, by year. A finance system that has taken it in should show the same.'), sumsTable(facts, entries)] },
      { key: 'codes', title: 'By code', landscape: true, blocks: [lead('What each code costs by year, against the budget.'), matrixTable(budgetMatrix(snapshot, forecast, { nature: 'all', vat: ownVat(snapshot), by: 'code' }))] },
      { key: 'file', title: 'How the file is made', blocks: [lead('One row for each line and year. Nothing is merged, and no row is a sum.'), { kind: 'list', ordered: false, items: FILE.map((each) => words(each)) }] },
    ],
  };
}

const FILE: readonly string[] = [
  'The first row names the columns. Their names and order stay the same, so that a program finds them again.',
  'Money is in pounds and pence, net, VAT and gross in columns of their own.',
  'Each row says its year, code, fund, month, whether it is revenue or capital, and why it is there.',
  'A row without a price has no amount; it is not nought.',
];

function opening({ forecast: { years, totals } }: DocumentFacts, entries: readonly BudgetEntry[]): Words {
  if (entries.length === 0) return words('There is nothing to pay for in these years yet, so the file has its headings alone.');
  const unpriced = sumOf(entries.map(({ netPence, quantity }) => (netPence === null ? quantity : 0)));
  return words(
    `${years[0]?.label ?? ''} to ${years.at(-1)?.label ?? ''} come to `, { text: formatPounds(sumOf(totals.plannedPence)), strong: true }, ' without VAT, line by line.',
    unpriced === 0 ? '' : ` ${itemCount(unpriced)} without a price ${unpriced === 1 ? 'stands' : 'stand'} in the file with no amount.`,
  );
}

function sumsTable({ forecast: { years } }: DocumentFacts, entries: readonly BudgetEntry[]): DocumentTable {
  const sums = (kept: (entry: BudgetEntry) => boolean, of: (entry: BudgetEntry) => number | null): readonly number[] => {
    const byYear = years.map(() => 0);
    for (const entry of entries) if (kept(entry)) byYear[entry.yearIndex] = (byYear[entry.yearIndex] ?? 0) + (of(entry) ?? 0);
    return byYear;
  };
  const all = (): boolean => true;
  const net = ({ netPence }: BudgetEntry): number | null => netPence;
  const vat = ({ netPence, vatPence }: BudgetEntry): number | null => (netPence === null ? null : vatPence);
  const states: readonly MoneyState[] = ['spent', 'committed', 'to_come'];
  return {
    kind: 'table', caption: 'Net and VAT by year, £', note: null, columns: yearColumns('', years.map(({ label }) => label)),
    rows: [
      ...states.map((state) => yearsRow('body', STATE_WORDS[state], sums((entry) => entry.state === state, net))),
      yearsRow('total', 'Net', sums(all, net)), yearsRow('body', 'VAT', sums(all, vat)), yearsRow('grand', 'Gross', sums(all, (entry) => (entry.netPence === null ? null : entry.netPence + (entry.vatPence ?? 0)))),
    ],
  };
}
