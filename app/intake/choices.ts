import { SHIPPED_CATEGORIES, type Category } from '../../planning/categories.ts';
import type { ColumnOptions, ImportOptions, MappedAbout } from '../contract/import-options.ts';

/** A word of a file without what is no difference: capitals and spaces. */
export const foldedWord = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** What a person said about one file, laid out for looking up row by row. */
export class Choices {
  readonly options: ImportOptions;
  /** Kinds of kit that the plan has beside the shipped ones, and those made with this import. */
  readonly ownKinds: readonly Category[];
  readonly #columns: ReadonlyMap<number, ColumnOptions>;
  readonly #values: ReadonlyMap<string, string>;

  constructor(options: ImportOptions = {}, ownKinds: readonly Category[] = []) {
    this.options = options;
    this.ownKinds = [...ownKinds, ...(options.newKinds ?? [])];
    this.#columns = new Map((options.columns ?? []).map((column) => [column.index, column]));
    // A kind may have been taken out of the plan since the matching was kept.
    const kinds = new Set([...SHIPPED_CATEGORIES, ...this.ownKinds].map(({ key }) => key));
    this.#values = new Map((options.values ?? []).filter(({ about, to }) => about !== 'kind' || kinds.has(to))
      .map(({ about, from, to }) => [`${about}\n${foldedWord(from)}`, to]));
  }

  column(index: number): ColumnOptions | undefined {
    return this.#columns.get(index);
  }

  /** What a person said that a word of the file stands for; null where nothing was said. */
  mapped(about: MappedAbout, text: string): string | null {
    return this.#values.size === 0 ? null : this.#values.get(`${about}\n${foldedWord(text)}`) ?? null;
  }

  /** Whether a cell of this column that cannot be read keeps its row out. */
  refusesDoubts(index: number): boolean {
    return (this.#columns.get(index)?.doubtful ?? this.options.doubtful) === 'refuse';
  }

  isSettled(question: string): boolean {
    return this.options.settled?.includes(question) ?? false;
  }
}
