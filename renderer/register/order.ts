import type { Column, ColumnKey, SortValue } from './columns.ts';
import { columnOf } from './columns.ts';
import type { RegisterRow } from './rows.ts';

export type Sort = { readonly column: ColumnKey; readonly descending: boolean };

/** Positions into the register's rows. */
export type RowPositions = Uint32Array;

/**
 * Text as people expect it in order: capitals and accents make no difference, and HC-2 comes before HC-10.
 */
export const naturalKey = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));

const comparable = (value: Exclude<SortValue, null>): string | number => (typeof value === 'string' ? naturalKey(value) : value);

const ascending = (left: string | number, right: string | number): number => (left < right ? -1 : left > right ? 1 : 0);

/** Each row's place among the column's different values, 0 first; `unknown` for a row without one. */
const rank = (rows: readonly RegisterRow[], column: Column): { readonly ranks: Int32Array; readonly unknown: number } => {
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
 * Sorts the register by any column. A column's values are ranked once and kept, so that sorting again, in the
 * other direction or over a filtered part, compares nothing but whole numbers.
 */
export class RegisterOrder {
  readonly #rows: readonly RegisterRow[];
  readonly #ranked = new Map<ColumnKey, { readonly ranks: Int32Array; readonly unknown: number }>();

  constructor(rows: readonly RegisterRow[]) {
    this.#rows = rows;
  }

  /** Stable: equal rows keep the order of the register. Unknown values stand last in both directions. */
  sorted(positions: RowPositions, sort: Sort | null): RowPositions {
    if (sort === null) return positions;
    const { ranks, unknown } = this.#rankedBy(sort.column);
    const size = this.#rows.length;
    // Rank and position in one double (at most size², far below 2^53), so that the engine's own number sort
    // does all of the work and stays stable.
    const keys = new Float64Array(positions.length);
    positions.forEach((position, index) => {
      const place = ranks[position] ?? unknown;
      const directed = place === unknown || !sort.descending ? place : unknown - 1 - place;
      keys[index] = directed * size + position;
    });
    keys.sort();
    return Uint32Array.from(keys, (key) => key % size);
  }

  #rankedBy(key: ColumnKey): { readonly ranks: Int32Array; readonly unknown: number } {
    const known = this.#ranked.get(key);
    if (known) return known;
    const ranked = rank(this.#rows, columnOf(key));
    this.#ranked.set(key, ranked);
    return ranked;
  }
}

/** What a press on a column's heading does: up, then down, then back to the register's own order. */
export const nextSort = (sort: Sort | null, column: ColumnKey): Sort | null => {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
};
