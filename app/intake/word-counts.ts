import { foldedWord } from './choices.ts';

const WORDS_NAMED = 12;
const LONGEST_WORD = 60;
/** A longer word cannot be mapped: it is a text. */
const LONGEST_VALUE = 200;

/** The words of a register that were taken for one thing, each with its rows. */
export class WordCounts {
  readonly #rows = new Map<string, number>();

  get size(): number {
    return this.#rows.size;
  }

  /** How often any of them stands. */
  get rows(): number {
    return [...this.#rows.values()].reduce((sum, rows) => sum + rows, 0);
  }

  add(word: string): void {
    this.#rows.set(word, (this.#rows.get(word) ?? 0) + 1);
  }

  /** `“Notebook” (12), “MacBook” (3)`, the most frequent first; beyond twelve, how many more there are. */
  listed(): string {
    const named = [...this.#rows].toSorted((one, other) => other[1] - one[1]).slice(0, WORDS_NAMED)
      .map(([word, rows]) => `“${word.slice(0, LONGEST_WORD)}” (${rows})`).join(', ');
    return this.size > WORDS_NAMED ? `${named} and ${this.size - WORDS_NAMED} more` : named;
  }
}

/** A word of a column and the rows in which it stands. */
export type WordInRows = { readonly word: string; readonly rows: readonly number[] };

/**
 * Words of a register with their rows, in the order in which they came; capitals and spaces are no difference, and
 * each is written as most of its rows write it.
 */
export class WordRows {
  readonly #words = new Map<string, { readonly rows: number[]; readonly spelled: Map<string, number> }>();

  add(word: string, row: number): void {
    const key = foldedWord(word);
    const found = this.#words.get(key);
    const spelling = word.slice(0, LONGEST_VALUE);
    if (found === undefined) {
      this.#words.set(key, { rows: [row], spelled: new Map([[spelling, 1]]) });
      return;
    }
    if (found.rows.at(-1) !== row) found.rows.push(row);
    found.spelled.set(spelling, (found.spelled.get(spelling) ?? 0) + 1);
  }

  list(): readonly WordInRows[] {
    return [...this.#words.values()].map(({ rows, spelled }) => ({ word: usualOf(spelled), rows }));
  }
}

/** The spelling that stands most often, of equals the first. */
const usualOf = (spelled: ReadonlyMap<string, number>): string =>
  [...spelled].reduce((usual, each) => (each[1] > usual[1] ? each : usual))[0];
