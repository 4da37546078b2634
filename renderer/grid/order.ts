import type { Column, SortValue } from './column.ts';

/** One of the columns sorted by; the first counts most. */
export type Sort = { readonly column: string; readonly descending: boolean };

/** Positions into a list's rows. */
export type RowPositions = Uint32Array;

/** Text as people expect it in order: capitals and accents make no difference, and HC-2 comes before HC-10. */
export const naturalKey = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));

const comparable = (value: Exclude<SortValue, null>): string | number => (typeof value === 'string' ? naturalKey(value) : value);

const ascending = (left: string | number, right: string | number): number => (left < right ? -1 : left > right ? 1 : 0);

type Ranked = { readonly ranks: Int32Array; readonly unknown: number };

/** Each row's place among the column's different values, 0 first; `unknown` for a row without one. */
const rank = <Row>(rows: readonly Row[], column: Pick<Column<Row>, 'sortValue'>): Ranked => {
  const keyOf = new Map<SortValue, string | number>();
  for (const row of rows) {
    const value = column.sortValue(row);
    if (value !== null && !keyOf.has(value)) keyOf.set(value, comparable(value));
  }
  const places = new Map([...new Set(keyOf.values())].sort(ascending).map((key, place) => [key, place]));
  const unknown = places.size;
  const ranks = new Int32Array(rows.length);
  rows.forEach((row, position) => {
    const key = keyOf.get(column.sortValue(row));
    ranks[position] = key === undefined ? unknown : places.get(key) ?? unknown;
  });
  return { ranks, unknown };
};

/**
 * Sorts a list by any of its columns, and by several. A column's values are ranked once and kept, so that sorting
 * again, in the other direction or over a filtered part, compares nothing but whole numbers.
 */
export class RowOrder<Row> {
  readonly #rows: readonly Row[];
  readonly #columns: ReadonlyMap<string, Pick<Column<Row>, 'sortValue'>>;
  readonly #ranked = new Map<string, Ranked>();

  constructor(rows: readonly Row[], columns: readonly Pick<Column<Row>, 'key' | 'sortValue'>[]) {
    this.#rows = rows;
    this.#columns = new Map(columns.map((column) => [column.key, column]));
  }

  /** Stable: equal rows keep the order of the list. Unknown values stand last in both directions. */
  sorted(positions: RowPositions, sorts: readonly Sort[]): RowPositions {
    // By the least important first: each sort keeps the order of the one before among its equals.
    return sorts.toReversed().reduce((order, sort) => this.#sortedBy(order, sort), positions);
  }

  #sortedBy(positions: RowPositions, { column, descending }: Sort): RowPositions {
    const ranked = this.#rankedBy(column);
    if (ranked === null) return positions;
    const { ranks, unknown } = ranked;
    const size = positions.length;
    // Rank and place in one double (at most size², far below 2^53), so that the engine's own number sort does all
    // of the work and stays stable.
    const keys = new Float64Array(size);
    positions.forEach((position, index) => {
      const place = ranks[position] ?? unknown;
      const directed = place === unknown || !descending ? place : unknown - 1 - place;
      keys[index] = directed * size + index;
    });
    keys.sort();
    return Uint32Array.from(keys, (key) => positions[key % size] ?? 0);
  }

  #rankedBy(key: string): Ranked | null {
    const known = this.#ranked.get(key);
    if (known) return known;
    const column = this.#columns.get(key);
    if (!column) return null;
    const ranked = rank(this.#rows, column);
    this.#ranked.set(key, ranked);
    return ranked;
  }
}

/** What a press on a heading does: up, then down, then back to the list's own order. With `also`, beside the other columns. */
export const nextSort = (sorts: readonly Sort[], column: string, also = false): readonly Sort[] => {
  const now = sorts.find((each) => each.column === column);
  const next: readonly Sort[] = now === undefined ? [{ column, descending: false }] : now.descending ? [] : [{ column, descending: true }];
  if (!also) return next;
  if (now === undefined) return [...sorts, ...next];
  return sorts.flatMap((each) => (each.column === column ? next : [each]));
};
