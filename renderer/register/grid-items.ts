import type { Pence } from '../../planning/vocabulary.ts';
import type { RowPositions } from './order.ts';
import type { RegisterRow } from './rows.ts';

/** What several rows come to. Items without a price are counted in `withoutPrice`, never taken as £0. */
export type Subtotal = {
  readonly rows: number;
  /** By quantity. */
  readonly items: number;
  readonly costPence: Pence;
  /** Items whose cost is known and in `costPence`. */
  readonly priced: number;
  /** Items that fall due but have no price: `costPence` leaves them out. */
  readonly withoutPrice: number;
};

export type KindGroup = Subtotal & { readonly words: string };

/** One line of the grid: the heading of a kind, or a row of the register. */
export type GridItem =
  | { readonly kind: 'group'; readonly group: KindGroup; readonly open: boolean }
  | { readonly kind: 'row'; readonly row: RegisterRow };

/** The rows that stand at these positions. */
export const rowsAt = (rows: readonly RegisterRow[], positions: RowPositions): readonly RegisterRow[] =>
  Array.from(positions, (position) => {
    const row = rows[position];
    if (!row) throw new Error(`The register has no row at ${position}.`);
    return row;
  });

/** What the rows come to together. */
export const subtotalOf = (rows: readonly RegisterRow[]): Subtotal => {
  const sum = { rows: rows.length, items: 0, costPence: 0, priced: 0, withoutPrice: 0 };
  for (const row of rows) {
    sum.items += row.quantity;
    sum.costPence += row.costPence ?? 0;
    if (row.costPence !== null && !row.onOrder) sum.priced += row.quantity;
    if (row.due !== null && row.costPence === null) sum.withoutPrice += row.quantity;
  }
  return sum;
};

export type Grouping = {
  /** The kinds in the order in which the plan lists them. */
  readonly kinds: readonly string[];
  /** Kinds whose rows are folded away. */
  readonly closed: ReadonlySet<string>;
};

/** The lines of the grid, top to bottom: the sorted rows alone, or under a heading for each kind. */
export const gridItems = (sorted: readonly RegisterRow[], grouping: Grouping | null): readonly GridItem[] => {
  if (grouping === null) return sorted.map((row): GridItem => ({ kind: 'row', row }));
  const byKind = Map.groupBy(sorted, (row) => row.kind);
  return grouping.kinds.flatMap((words): readonly GridItem[] => {
    const members = byKind.get(words);
    if (!members) return [];
    const open = !grouping.closed.has(words);
    const heading: GridItem = { kind: 'group', group: { ...subtotalOf(members), words }, open };
    return open ? [heading, ...members.map((row): GridItem => ({ kind: 'row', row }))] : [heading];
  });
};
