import type { Ledger, LedgerCell, LedgerRow } from '../../planning/ledger.ts';
import { MARK_KINDS } from '../../planning/marks.ts';
import { formatPounds } from '../../planning/money.ts';
import type { Period } from '../../planning/periods.ts';

/** A row as it is now beside the same row of the saved plan; the same object where no what-if is on. */
export type PairedRow = { readonly now: LedgerRow; readonly saved: LedgerRow | null };

/** A line of the ledger on screen: a row, or the way to the rows that are too many to show. */
export type ShownLine =
  | { readonly kind: 'row'; readonly key: string; readonly pair: PairedRow; readonly level: number; readonly open: boolean | null }
  | { readonly kind: 'more'; readonly key: string; readonly level: number; readonly count: number; readonly rows: readonly LedgerRow[] };

/** Rooms of a kind, and assets of a room, that are listed here; the register lists any number. */
export const MOST_LISTED = 50;

const NOTHING: LedgerCell = { quantity: 0, pence: 0, unpriced: 0, lines: 0, overdue: 0, moved: 0, assumed: 0 };

const emptied = (row: LedgerRow): LedgerRow =>
  ({ ...row, cells: row.cells.map(() => NOTHING), total: NOTHING, get children() { return row.children.map(emptied); } });

/**
 * Rows of both plans side by side, in the order of the plan as it is now. A row that a what-if has emptied stays
 * where it was, with dashes, so that what it took away can be seen.
 */
export function pairRows(now: readonly LedgerRow[], saved: readonly LedgerRow[]): readonly PairedRow[] {
  if (now === saved) return now.map((row) => ({ now: row, saved: row }));
  const before = new Map(saved.map((row) => [row.key, row]));
  const present = new Set(now.map((row) => row.key));
  const pairs: PairedRow[] = now.map((row) => ({ now: row, saved: before.get(row.key) ?? null }));
  saved.forEach((row, at) => {
    if (present.has(row.key)) return;
    const previous = saved.slice(0, at).findLast((each) => present.has(each.key));
    const after = previous === undefined ? -1 : pairs.findIndex((pair) => pair.now.key === previous.key);
    pairs.splice(after + 1, 0, { now: emptied(row), saved: row });
    present.add(row.key);
  });
  return pairs;
}

/** The lines on screen: the rows of the open ones follow them, at most `MOST_LISTED` each. */
export function shownLines(pairs: readonly PairedRow[], open: ReadonlySet<string>, level = 1): readonly ShownLine[] {
  const listed = level === 1 ? pairs : pairs.slice(0, MOST_LISTED);
  const lines = listed.flatMap((pair): readonly ShownLine[] => {
    const { key, opens } = pair.now;
    const isOpen = open.has(key);
    const line: ShownLine = { kind: 'row', key, pair, level, open: opens ? isOpen : null };
    return isOpen ? [line, ...shownLines(pairRows(pair.now.children, pair.saved?.children ?? []), open, level + 1)] : [line];
  });
  const rest = pairs.slice(listed.length);
  const [first] = rest;
  if (first === undefined) return lines;
  return [...lines, { kind: 'more', key: `${first.now.key}/more`, level, count: rest.length, rows: rest.map((pair) => pair.now) }];
}

/** The keys of a row and of the rows it lies in, for opening the way to it. */
export const rowsOfKind = (ledger: Ledger, categoryKey: string): readonly LedgerRow[] =>
  ledger.rows.filter((row) => row.kind === 'kit' && row.categoryKey === categoryKey);

/** A cell's figure: a dash where there is nothing, "no price" where nothing of it has one, else whole pounds. */
export function cellFigure({ pence, unpriced, lines }: LedgerCell): string {
  if (lines === 0) return '–';
  if (pence === 0 && unpriced > 0) return 'no price';
  return formatPounds(pence, { symbol: false });
}

/** Some of the items behind the figure have no price: it says less than the whole. */
export const isPartlyPriced = ({ pence, unpriced }: LedgerCell): boolean => pence > 0 && unpriced > 0;

export const cellChanged = (now: LedgerCell, saved: LedgerCell | undefined): boolean =>
  now.pence !== (saved?.pence ?? 0) || now.quantity !== (saved?.quantity ?? 0) || now.unpriced !== (saved?.unpriced ?? 0);

const sameMarks = (a: LedgerCell, b: LedgerCell): boolean => MARK_KINDS.every((kind) => a[kind] === b[kind]);

/** Whether a column is the first of its year, where years are cut into terms. */
export const beginsYear = (columns: readonly Period[], at: number): boolean =>
  columns[at]?.term !== null && columns[at]?.yearIndex !== columns[at - 1]?.yearIndex;

/** Kit can be moved and kept; losses and running costs cannot, nor what belongs to no one asset. */
export const canBeMoved = ({ kind }: Pick<LedgerRow, 'kind'>): boolean =>
  kind === 'kit' || kind === 'room' || kind === 'department' || kind === 'fund' || kind === 'code' || kind === 'asset';

const sameCells = (a: readonly LedgerCell[], b: readonly LedgerCell[]): boolean =>
  a.length === b.length && a.every((cell, at) => {
    const other = b[at];
    return other !== undefined && !cellChanged(cell, other) && cell.lines === other.lines && sameMarks(cell, other);
  });

/** Two rows that look the same: what is inside them may differ, and is drawn by rows of its own. */
export const looksTheSame = (a: LedgerRow | null, b: LedgerRow | null): boolean =>
  a === b || (a !== null && b !== null && a.key === b.key && a.name === b.name && sameCells(a.cells, b.cells));
