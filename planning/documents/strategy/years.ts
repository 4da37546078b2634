import { ledgerRows, type LedgerRow } from '../../ledger.ts';
import { formatCount, formatPounds } from '../../money.ts';
import { refreshSentence } from '../../sentences.ts';
import type { Pence } from '../../vocabulary.ts';
import { inWords } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead, note, paragraph, type DocumentTable, type TableRow } from '../model.ts';
import { figureColumn, groupRow, moneyCell, tableRow, wordsColumn } from '../tables.ts';

/** Kinds of kit named in one year; the rest are one row. */
const MOST_KINDS = 7;

/** What is bought in each year of the plan, the dearest first. */
export function yearsSection(facts: DocumentFacts): DraftSection {
  const { snapshot, forecast } = facts;
  const costs = forecast.totals.plannedPence.some((pence) => pence !== 0);
  return {
    key: 'years', title: 'The plan, year by year',
    blocks: [
      lead(...refreshSentence(snapshot, forecast).parts),
      ...(costs ? [paragraph('This is what the money buys in each year, the dearest first.'), yearsTable(facts), ...spentNote(facts)] : []),
    ],
  };
}

const spentNote = ({ forecast }: DocumentFacts): readonly ReturnType<typeof note>[] =>
  (forecast.totals.alreadyPence.every((pence) => pence === 0) ? [] : [note('“Already spent” is what was bought and paid in the year that is running, before this document.')]);

function yearsTable(facts: DocumentFacts): DocumentTable {
  const { snapshot, forecast } = facts;
  const rows = ledgerRows(snapshot, forecast, { levels: ['kind'] }).rows.flatMap((row) => (row.kind === 'needs' ? row.children : [row]));
  return {
    kind: 'table', caption: 'What is bought in each year, £', note: null,
    columns: [wordsColumn('What', 4), figureColumn('Items', 1), figureColumn('Cost, £', 1.2)],
    rows: forecast.years.flatMap(({ label }, year) => yearRows(facts, rows, label, year)),
  };
}

function yearRows({ forecast: { totals } }: DocumentFacts, rows: readonly LedgerRow[], label: string, year: number): readonly TableRow[] {
  const there = rows.flatMap((row) => {
    const cell = row.cells[year];
    return cell === undefined || cell.lines === 0 ? [] : [{ name: row.name, ...cell }];
  }).toSorted((a, b) => b.pence - a.pence);
  const shown = there.length > MOST_KINDS + 1 ? there.slice(0, MOST_KINDS) : there;
  const rest = there.slice(shown.length);
  const spent = totals.alreadyPence[year] ?? 0;
  return [
    groupRow(`${label}${leftWords(totals.budgetEntered[year] === true ? totals.differencePence?.[year] ?? null : null)}`),
    ...(spent === 0 ? [] : [tableRow('body', 'Already spent', '', moneyCell(spent))]),
    ...shown.map(({ name, quantity, pence, unpriced }) => tableRow('body', name, countOf(quantity), costCell(pence, unpriced))),
    ...(rest.length === 0 ? [] : [tableRow('body', `${inWords(rest.length)} other kinds`.replace(/^./u, (first) => first.toUpperCase()), countOf(rest.reduce((sum, each) => sum + each.quantity, 0)), moneyCell(rest.reduce((sum, each) => sum + each.pence, 0)))]),
    { kind: 'total', cells: [{ text: `All of ${label}` }, { text: '' }, moneyCell(totals.plannedPence[year] ?? 0)] },
  ];
}

const countOf = (quantity: number): string => (quantity === 0 ? '' : formatCount(quantity));
const costCell = (pence: Pence, unpriced: number): ReturnType<typeof moneyCell> => (pence === 0 && unpriced > 0 ? { text: 'no price', pence: 0 } : moneyCell(pence));
const leftWords = (left: Pence | null): string => (left === null ? '' : `: ${formatPounds(Math.abs(left))} ${left < 0 ? 'over its budget' : 'of its budget left'}`);
