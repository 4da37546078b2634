import type { Decision } from './raw-table.ts';

const ROWS_NAMED = 5;
const EXAMPLES_NAMED = 3;
const LONGEST_EXAMPLE = 40;

/** What kind of cell could not be read. */
export type DoubtKind = 'date' | 'warranty' | 'money' | 'status';

/** Cells of one column that could not be read, in the same way. */
export type Doubt = {
  readonly kind: DoubtKind;
  readonly index: number;
  readonly column: string;
  /** "text that cannot be read as a date". */
  readonly words: string;
  readonly rows: readonly number[];
  readonly examples: readonly string[];
};

type Remark = {
  readonly row: number;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly example: string | null;
  readonly doubt: { readonly kind: DoubtKind; readonly index: number } | null;
};
type Notice = Omit<Remark, 'row' | 'example'> & { readonly rows: number[]; readonly examples: Set<string> };

type Source = { readonly column: string; readonly index: number };

/** Gathers what was noticed row by row, and says each thing once with its count and its first rows. */
export class RowNotices {
  readonly #notices = new Map<string, Notice>();
  /** Of the row that is being read: it may yet be refused, and then nothing is said of it. */
  #pending: Remark[] | null = null;

  /** Reads "`before` (“example”) in rows 4, 9 and 12`after`". */
  add(row: number, column: string, before: string, after = '', example: string | null = null): void {
    this.#remark({ row, column, before, after, example, doubt: null });
  }

  /** As `add`, of a cell that says something which cannot be read. */
  doubt(kind: DoubtKind, row: number, { column, index }: Source, before: string, after: string, example: string | null): void {
    this.#remark({ row, column, before, after, example, doubt: { kind, index } });
  }

  startRow(): void {
    this.#pending = [];
  }

  /** The first cell of the row in hand that could not be read in a column for which that matters; null where none. */
  doubtOfRow(matters: (index: number) => boolean): { readonly column: string; readonly reason: string } | null {
    const found = this.#pending?.find(({ doubt }) => doubt !== null && matters(doubt.index));
    if (found === undefined) return null;
    return { column: found.column, reason: `${found.before}${inBrackets(new Set(found.example === null ? [] : [found.example]))}` };
  }

  endRow(kept: boolean): void {
    const remarks = this.#pending ?? [];
    this.#pending = null;
    if (kept) for (const remark of remarks) this.#remark(remark);
  }

  #remark(remark: Remark): void {
    if (this.#pending !== null) {
      this.#pending.push(remark);
      return;
    }
    const { row, column, before, after, example, doubt } = remark;
    const key = `${column}\n${before}\n${after}`;
    const notice = this.#notices.get(key) ?? { column, before, after, doubt, rows: [], examples: new Set() };
    notice.rows.push(row);
    if (example !== null && notice.examples.size <= EXAMPLES_NAMED) notice.examples.add(example.slice(0, LONGEST_EXAMPLE));
    this.#notices.set(key, notice);
  }

  decisions(): Decision[] {
    return [...this.#notices.values()].map(({ column, before, after, rows, examples }) => ({
      column, readAs: `${before}${inBrackets(examples)} in ${rowsInWords(rows)}${after}`,
    }));
  }

  doubts(): Doubt[] {
    return [...this.#notices.values()].flatMap(({ column, before, rows, examples, doubt }) =>
      (doubt === null ? [] : [{ ...doubt, column, words: before, rows, examples: [...examples].slice(0, EXAMPLES_NAMED) }]));
  }
}

function inBrackets(examples: ReadonlySet<string>): string {
  if (examples.size === 0) return '';
  const named = [...examples].slice(0, EXAMPLES_NAMED).map((example) => `“${example}”`).join(', ');
  return ` (${named}${examples.size > EXAMPLES_NAMED ? ' …' : ''})`;
}

/** "row 4", "rows 4, 9 and 12", "41 rows (4, 9, 12, 15, 20 …)". */
export function rowsInWords(rows: readonly number[]): string {
  const distinct = [...new Set(rows)];
  if (distinct.length === 1) return `row ${distinct[0]}`;
  if (distinct.length > ROWS_NAMED) return `${distinct.length} rows (${distinct.slice(0, ROWS_NAMED).join(', ')} …)`;
  return `rows ${distinct.slice(0, -1).join(', ')} and ${distinct.at(-1)}`;
}

/** "1 row", "12 rows", "1,182 cells". */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;
