import type { Column, ColumnKey } from './columns.ts';
import { columnOf } from './columns.ts';
import { naturalKey } from './order.ts';
import type { RowPositions } from './order.ts';
import { OVERDUE } from './rows.ts';
import type { RegisterRow } from './rows.ts';

/** One condition on one column. `null` among the values of a choice means "not known". */
export type ColumnFilter =
  | { readonly kind: 'text'; readonly column: ColumnKey; readonly text: string }
  | { readonly kind: 'choice'; readonly column: ColumnKey; readonly values: readonly (string | null)[] }
  /** Both ends count; in pence for money. */
  | { readonly kind: 'amount'; readonly column: ColumnKey; readonly least: number | null; readonly most: number | null }
  | { readonly kind: 'unknown'; readonly column: ColumnKey };

/** A condition that another page asked for and no column's filter can say: "Warranty ends by 19 Feb 2027". */
export type AskedFor = { readonly words: string; readonly test: (row: RegisterRow) => boolean };

export type RegisterFilters = {
  /** Typed into "Find in the register": every word must stand somewhere in the row. */
  readonly find: string;
  /** At most one a column. */
  readonly columns: readonly ColumnFilter[];
  readonly askedFor: readonly AskedFor[];
};

export const NO_FILTERS: RegisterFilters = { find: '', columns: [], askedFor: [] };

export const anyFilter = (filters: RegisterFilters): boolean =>
  filters.find.trim() !== '' || filters.columns.length > 0 || filters.askedFor.length > 0;

/** Replaces the column's condition; one that asks for nothing takes it off. */
export const withFilter = (filters: RegisterFilters, column: ColumnKey, filter: ColumnFilter | null): RegisterFilters => {
  const others = filters.columns.filter((each) => each.column !== column);
  return { ...filters, columns: filter === null || asksNothing(filter) ? others : [...others, filter] };
};

const asksNothing = (filter: ColumnFilter): boolean => {
  switch (filter.kind) {
    case 'text': return filter.text.trim() === '';
    case 'choice': return filter.values.length === 0;
    case 'amount': return filter.least === null && filter.most === null;
    case 'unknown': return false;
  }
};

type Test = (row: RegisterRow, position: number) => boolean;

const testOf = (filter: ColumnFilter): Test => {
  const column = columnOf(filter.column);
  switch (filter.kind) {
    case 'text': {
      const wanted = foldText(filter.text);
      return (row) => foldText(String(column.sortValue(row) ?? '')).includes(wanted);
    }
    case 'choice': {
      const wanted = new Set(filter.values);
      return (row) => {
        const also = column.alsoUnder(row);
        return wanted.has(column.choice(row)) || (also !== null && wanted.has(also));
      };
    }
    case 'amount': {
      const least = filter.least ?? Number.NEGATIVE_INFINITY;
      const most = filter.most ?? Number.POSITIVE_INFINITY;
      return (row) => {
        const value = column.sortValue(row);
        return typeof value === 'number' && value >= least && value <= most;
      };
    }
    case 'unknown': return (row) => column.sortValue(row) === null;
  }
};

/** Text as a person means it when looking for it: capitals, accents and spaces around make no difference. */
export const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().trim();

/** Finds the rows of the register that hold every word typed. */
export class RegisterIndex {
  readonly #rows: readonly RegisterRow[];
  #texts: readonly string[] | null = null;

  constructor(rows: readonly RegisterRow[]) {
    this.#rows = rows;
  }

  /** Positions, in the register's order, of the rows that pass every condition. */
  matching(filters: RegisterFilters): RowPositions {
    const tests = this.#tests(filters);
    const found = new Uint32Array(this.#rows.length);
    let count = 0;
    this.#rows.forEach((row, position) => {
      if (tests.every((test) => test(row, position))) found[count++] = position;
    });
    return found.slice(0, count);
  }

  /** Whether the row would be among those matching. */
  fits(row: RegisterRow, filters: RegisterFilters): boolean {
    const position = this.#rows.indexOf(row);
    return this.#tests(filters).every((test) => test(row, position));
  }

  /** What a scanner types: the row whose tag, else whose serial number, is exactly this; null if none or several. */
  byCode(code: string): RegisterRow | null {
    const wanted = foldText(code);
    if (wanted === '') return null;
    for (const read of [(row: RegisterRow) => row.tag, (row: RegisterRow) => row.asset.serial]) {
      const found = this.#rows.filter((row) => foldText(read(row) ?? '') === wanted);
      if (found.length > 0) return found.length === 1 ? found[0] ?? null : null;
    }
    return null;
  }

  #tests(filters: RegisterFilters): readonly Test[] {
    const words = foldText(filters.find).split(/\s+/).filter((word) => word !== '');
    const texts = words.length > 0 ? this.#readTexts() : [];
    return [
      ...filters.askedFor.map(({ test }) => test),
      ...filters.columns.map(testOf),
      ...(words.length > 0 ? [(_: RegisterRow, position: number) => words.every((word) => texts[position]?.includes(word))] : []),
    ];
  }

  #readTexts(): readonly string[] {
    this.#texts ??= this.#rows.map((row) => foldText(
      [row.tag, row.asset.serial, row.description, row.kind, row.room, row.statusWords, row.asset.orderNumber].join('\n'),
    ));
    return this.#texts;
  }
}

export type Choice = { readonly value: string | null; readonly quantity: number };

/**
 * The words a column's filter can tick, and how many items stand behind each: what is overdue first, then in
 * natural order, "not known" last.
 */
export const choicesOf = (rows: readonly RegisterRow[], column: Column): readonly Choice[] => {
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    const value = column.choice(row);
    counts.set(value, (counts.get(value) ?? 0) + row.quantity);
    const also = column.alsoUnder(row);
    if (also !== null) counts.set(also, (counts.get(also) ?? 0) + row.quantity);
  }
  const place = (value: string | null): string => (value === null ? '\uffff' : value === OVERDUE ? '' : naturalKey(value));
  return [...counts].map(([value, quantity]) => ({ value, quantity }))
    .sort((left, right) => (place(left.value) < place(right.value) ? -1 : 1));
};
