import { choiceIn } from './column.ts';
import type { Column, GridRow } from './column.ts';
import { naturalKey } from './order.ts';
import type { RowPositions } from './order.ts';

/** One condition on one column. `null` among the values of a choice means "not known". */
export type ColumnFilter =
  | { readonly kind: 'text'; readonly column: string; readonly text: string }
  | { readonly kind: 'choice'; readonly column: string; readonly values: readonly (string | null)[] }
  /** Both ends count; in pence for money. */
  | { readonly kind: 'amount'; readonly column: string; readonly least: number | null; readonly most: number | null }
  | { readonly kind: 'unknown'; readonly column: string };

/** A condition that another page asked for and no column's filter can say: "Warranty ends by 19 Feb 2027". */
export type AskedFor<Row> = {
  readonly words: string;
  readonly test: (row: Row) => boolean;
  /** A button of the list asks it, and shows that it holds: it needs no chip. */
  readonly byButton?: true;
};

export type GridFilters<Row> = {
  /** Typed into the find box: every word must stand somewhere in the row. */
  readonly find: string;
  /** At most one a column. */
  readonly columns: readonly ColumnFilter[];
  readonly askedFor: readonly AskedFor<Row>[];
};

export const NO_FILTERS: GridFilters<unknown> = { find: '', columns: [], askedFor: [] };

/** How many conditions hold: the words to find count as one. */
export const filterCount = <Row>({ find, columns, askedFor }: GridFilters<Row>): number =>
  (find.trim() === '' ? 0 : 1) + columns.length + askedFor.length;

/** Replaces the column's condition; one that asks for nothing takes it off. */
export const withFilter = <Row>(filters: GridFilters<Row>, column: string, filter: ColumnFilter | null): GridFilters<Row> => {
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

type Test<Row> = (row: Row, position: number) => boolean;

const testOf = <Row>(filter: ColumnFilter, column: Column<Row>): Test<Row> => {
  switch (filter.kind) {
    case 'text': {
      const wanted = foldText(filter.text);
      return (row) => foldText(column.text(row)).includes(wanted);
    }
    case 'choice': {
      const wanted = new Set(filter.values);
      return (row) => {
        const also = column.alsoUnder?.(row) ?? null;
        return wanted.has(choiceIn(column, row)) || (also !== null && wanted.has(also));
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

export type Searched<Row> = {
  /** The words of a row that Find looks in. */
  readonly search: (row: Row) => readonly (string | null)[];
  /** What a scanner may type: the first that fits one row alone opens it. */
  readonly codes: readonly ((row: Row) => string | null)[];
};

/** Finds the rows of a list that hold every word typed and pass every column's filter. */
export class RowIndex<Row extends GridRow> {
  readonly #rows: readonly Row[];
  readonly #columns: ReadonlyMap<string, Column<Row>>;
  readonly #searched: Searched<Row>;
  #texts: readonly string[] | null = null;

  constructor(rows: readonly Row[], columns: readonly Column<Row>[], searched: Searched<Row>) {
    this.#rows = rows;
    this.#columns = new Map(columns.map((column) => [column.key, column]));
    this.#searched = searched;
  }

  /** Positions, in the list's order, of the rows that pass every condition. */
  matching(filters: GridFilters<Row>): RowPositions {
    const tests = this.#tests(filters);
    const found = new Uint32Array(this.#rows.length);
    let count = 0;
    this.#rows.forEach((row, position) => {
      if (tests.every((test) => test(row, position))) found[count++] = position;
    });
    return found.slice(0, count);
  }

  /** Whether the row would be among those matching. */
  fits(row: Row, filters: GridFilters<Row>): boolean {
    const position = this.#rows.indexOf(row);
    return this.#tests(filters).every((test) => test(row, position));
  }

  /** What a scanner types: the row whose code is exactly this; null if none or several. */
  byCode(code: string): Row | null {
    const wanted = foldText(code);
    if (wanted === '') return null;
    for (const read of this.#searched.codes) {
      const found = this.#rows.filter((row) => foldText(read(row) ?? '') === wanted);
      if (found.length > 0) return found.length === 1 ? found[0] ?? null : null;
    }
    return null;
  }

  #tests(filters: GridFilters<Row>): readonly Test<Row>[] {
    const words = foldText(filters.find).split(/\s+/).filter((word) => word !== '');
    const texts = words.length > 0 ? this.#readTexts() : [];
    return [
      ...filters.askedFor.map(({ test }) => test),
      ...filters.columns.flatMap((filter) => {
        const column = this.#columns.get(filter.column);
        return column ? [testOf(filter, column)] : [];
      }),
      ...(words.length > 0 ? [(_: Row, position: number) => words.every((word) => texts[position]?.includes(word))] : []),
    ];
  }

  #readTexts(): readonly string[] {
    this.#texts ??= this.#rows.map((row) => foldText(this.#searched.search(row).join('\n')));
    return this.#texts;
  }
}

export type Choice = { readonly value: string | null; readonly quantity: number };

/** The order of a column's words: its own, else the natural one; "not known" last. */
export const byChoice = <Row>(column: Pick<Column<Row>, 'order'>): (left: string | null, right: string | null) => number => {
  const places = new Map(column.order?.map((word, place) => [word, place]));
  const key = (value: string | null): string => {
    if (value === null) return '\uffff';
    const place = places.get(value);
    return place === undefined ? `~${naturalKey(value)}` : `!${String(place).padStart(6, '0')}`;
  };
  return (left, right) => (key(left) < key(right) ? -1 : 1);
};

/** The words a column's filter can tick, and how many items stand behind each. */
export const choicesOf = <Row>(rows: readonly Row[], column: Column<Row>, itemsOf: (row: Row) => number): readonly Choice[] => {
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    const value = choiceIn(column, row);
    counts.set(value, (counts.get(value) ?? 0) + itemsOf(row));
    const also = column.alsoUnder?.(row) ?? null;
    if (also !== null) counts.set(also, (counts.get(also) ?? 0) + itemsOf(row));
  }
  const order = byChoice(column);
  return [...counts].map(([value, quantity]) => ({ value, quantity })).sort((left, right) => order(left.value, right.value));
};
