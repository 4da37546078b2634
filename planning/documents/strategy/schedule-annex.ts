import { ledgerRows, type LedgerRow } from '../../ledger.ts';
import { formatCount, formatPounds, sumOf } from '../../money.ts';
import { termPeriods, TERMS_EXPLAINED } from '../../periods.ts';
import type { Pence } from '../../vocabulary.ts';
import { listOf, startLower } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead, paragraph, type DocumentTable, type TableCell, type TableRow } from '../model.ts';
import { figureColumn, groupRow, moneyCell, wordsColumn, yearColumns, yearsRow } from '../tables.ts';

/** Rooms shown one by one, the dearest; the rest are one row. */
const MOST_ROOMS = 30;
const KINDS_IN_TERM = 3;

/** What is replaced when and where: by kind, by term and by room, each table adding up to the whole plan. */
export function scheduleAnnex(facts: DocumentFacts): DraftSection {
  const section = { key: 'schedule', title: 'Refresh schedule', annex: true, landscape: true };
  if (facts.forecast.totals.plannedPence.every((pence) => pence === 0)) return { ...section, blocks: [lead('Nothing is planned yet, so there is nothing to list.')] };
  return {
    ...section,
    blocks: [lead('What is bought when, and for which rooms. Each table adds up to the cost of the whole plan.'), kindTable(facts), termTable(facts), ...roomTable(facts)],
  };
}

/** A figure with its items: `26,946 (62)`. */
const withItems = (pence: Pence, items: number, unpriced: number): TableCell => {
  if (pence === 0 && items === 0 && unpriced === 0) return { text: '–' };
  const cost = pence === 0 && unpriced > 0 ? 'no price' : formatPounds(pence, { symbol: false });
  return { text: items === 0 ? cost : `${cost} (${formatCount(items)})`, pence };
};

const rowOf = ({ name, cells, total }: Pick<LedgerRow, 'name' | 'cells' | 'total'>): TableRow =>
  ({ kind: 'body', cells: [{ text: name }, ...[...cells, total].map(({ pence, quantity, unpriced }) => withItems(pence, quantity, unpriced))] });

const closing = ({ forecast: { totals } }: DocumentFacts): readonly TableRow[] => [
  ...(totals.alreadyPence.some((pence) => pence !== 0) ? [yearsRow('body', 'Already spent', totals.alreadyPence)] : []), yearsRow('grand', 'The whole plan', totals.plannedPence),
];

function kindTable(facts: DocumentFacts): DocumentTable {
  const { snapshot, forecast } = facts;
  return {
    kind: 'table', caption: 'By kind: cost in £ and, in brackets, items', note: null, columns: yearColumns('Kind', forecast.years.map(({ label }) => label)),
    rows: [...ledgerRows(snapshot, forecast, { levels: ['kind'] }).rows.map(rowOf), ...closing(facts)],
  };
}

/** What each term brings, with the kinds that cost most. */
function termTable(facts: DocumentFacts): DocumentTable {
  const { snapshot, forecast } = facts;
  const columns = termPeriods(forecast.years);
  const ledger = ledgerRows(snapshot, forecast, { levels: ['kind'], columns });
  return {
    kind: 'table', caption: 'By term', note: TERMS_EXPLAINED,
    columns: [wordsColumn('Term', 1.6), wordsColumn('Mostly', 4), figureColumn('Items', 0.8), figureColumn('To come, £', 1), figureColumn('Already spent, £', 1.1), figureColumn('Together, £', 1)],
    rows: forecast.years.flatMap(({ label }, yearIndex) => [
      groupRow(label),
      ...columns.flatMap((column, at): TableRow[] => (column.yearIndex === yearIndex ? [termRow(column.label, ledger.rows, at, ledger.toCome.years[at] ?? 0, ledger.already.years[at] ?? 0)] : [])),
      { kind: 'total', cells: [{ text: `All of ${label}` }, { text: '' }, { text: '' }, moneyCell(forecast.totals.totalPence[yearIndex] ?? 0), moneyCell(forecast.totals.alreadyPence[yearIndex] ?? 0), moneyCell(forecast.totals.plannedPence[yearIndex] ?? 0)] },
    ]),
  };
}

function termRow(term: string, rows: readonly LedgerRow[], at: number, toCome: Pence, already: Pence): TableRow {
  const kit = rows.filter(({ kind }) => kind === 'kit').flatMap(({ name, nameOfOne, cells }) => {
    const { quantity = 0, pence = 0 } = cells[at] ?? {};
    return quantity === 0 ? [] : [{ name: quantity === 1 ? nameOfOne : name, quantity, pence }];
  }).toSorted((a, b) => b.pence - a.pence);
  const mostly = listOf(kit.slice(0, KINDS_IN_TERM).map(({ name, quantity }) => `${formatCount(quantity)} ${startLower(name)}`));
  return { kind: 'body', cells: [{ text: term }, { text: mostly === '' ? 'No kit' : mostly }, { text: formatCount(sumOf(kit.map(({ quantity }) => quantity))) }, moneyCell(toCome), moneyCell(already), moneyCell(toCome + already)] };
}

/** The rooms that cost most by name, the rest in one row; nothing where no room is named. */
function roomTable(facts: DocumentFacts): readonly (DocumentTable | ReturnType<typeof paragraph>)[] {
  const { snapshot, forecast } = facts;
  const { rows } = ledgerRows(snapshot, forecast, { levels: ['room'] });
  const rooms = rows.filter(({ locationId }) => locationId !== null);
  if (rooms.length === 0) return [paragraph('No kit in the plan has a room yet, so there is no list by room.')];
  const dearest = new Set(rooms.toSorted((a, b) => b.total.pence - a.total.pence).slice(0, MOST_ROOMS));
  const others = rooms.filter((room) => !dearest.has(room));
  const more = others.length === 0 ? [] : [yearsRow('body', `${formatCount(others.length)} rooms more`, forecast.years.map((_, year) => sumOf(others.map(({ cells }) => cells[year]?.pence ?? 0))))];
  return [{
    kind: 'table', caption: 'By room, £', columns: yearColumns('Room', forecast.years.map(({ label }) => label)),
    note: others.length === 0 ? null : `The ${MOST_ROOMS} rooms that cost most, and ${formatCount(others.length)} rooms more, which stand in the refresh schedule as Excel.`,
    rows: [...rooms.filter((room) => dearest.has(room)).map(roomRow), ...more, ...rows.filter(({ locationId }) => locationId === null).map(roomRow), ...closing(facts)],
  }];
}

const roomRow = ({ name, cells }: LedgerRow): TableRow => yearsRow('body', name, cells.map(({ pence }) => pence));
