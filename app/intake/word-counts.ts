const WORDS_NAMED = 12;
const LONGEST_WORD = 60;

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
