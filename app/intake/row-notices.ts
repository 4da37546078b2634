import type { Decision } from './raw-table.ts';

const ROWS_NAMED = 5;
const EXAMPLES_NAMED = 3;
const LONGEST_EXAMPLE = 40;

type Notice = {
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly rows: number[];
  readonly examples: Set<string>;
};

/** Gathers what was noticed row by row, and says each thing once with its count and its first rows. */
export class RowNotices {
  readonly #notices = new Map<string, Notice>();

  /** Reads "`before` (“example”) in rows 4, 9 and 12`after`". */
  add(row: number, column: string, before: string, after = '', example: string | null = null): void {
    const key = `${column}\n${before}\n${after}`;
    const notice = this.#notices.get(key) ?? { column, before, after, rows: [], examples: new Set() };
    notice.rows.push(row);
    if (example !== null && notice.examples.size <= EXAMPLES_NAMED) notice.examples.add(example.slice(0, LONGEST_EXAMPLE));
    this.#notices.set(key, notice);
  }

  decisions(): Decision[] {
    return [...this.#notices.values()].map(({ column, before, after, rows, examples }) => ({
      column, readAs: `${before}${inBrackets(examples)} in ${rowsInWords(rows)}${after}`,
    }));
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
