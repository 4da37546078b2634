import { categoryNamed } from '../../planning/categories.ts';
import { USER_GROUPS } from '../../planning/vocabulary.ts';
import { foldedWord, type Choices } from './choices.ts';
import type { SourceColumn } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import { WHOLE_FILE, type Decision, type RawRow } from './raw-table.ts';
import type { RegisterRow } from './register-row.ts';
import { counted } from './row-notices.ts';
import { categoryOf } from './values/category-words.ts';
import { knownText } from './values/cell-text.ts';
import { groupUnsaid, readUserGroup } from './values/status.ts';
import { WordCounts, WordRows, type WordInRows } from './word-counts.ts';

/** A cell that says that no kind of the list fits: nothing better is known, and no word was missed. */
export const SAYS_OTHER = /^(other|others|misc\.?|miscellaneous|various|sundry|sundries)( items?| kit| equipment| devices?| hardware)?$/i;

/** What kind a word stands for, where nobody has said so by hand: one of the school's own by its name, else by the word table. */
export function kindUnsaid({ ownKinds }: Choices): (text: string) => string | null {
  const own = new Map(ownKinds.flatMap(({ key, singular, plural }) => [[foldedWord(singular), key], [foldedWord(plural), key]]));
  return (text) => own.get(foldedWord(text)) ?? categoryOf(text);
}

type Word = { readonly word: string; readonly column: string };
type CategoryWords = { readonly column: string; readonly key: string; readonly words: WordCounts };
/** What a row says of itself beside its category column. */
type Told = Pick<RegisterRow, 'description' | 'model'>;

/**
 * Finds each row's category: the category column by the word table, else words in the model, the description
 * and the other columns that describe, else `other`. Counts what it did.
 */
export class CategoryReader {
  readonly #sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>;
  /** What every row is, where the whole list is about one thing. */
  readonly #always: string | null;
  readonly #keys = new Map<string, string | null>();
  /** From words of a category column: column and key → word → rows. */
  readonly #byWord = new Map<string, CategoryWords>();
  /** From words elsewhere: key → rows. */
  readonly #byDescription = new Map<string, number>();
  readonly #unknownWords = new WordCounts();
  #unknown = 0;

  readonly #choices: Choices;
  readonly #kindUnsaid: (text: string) => string | null;
  readonly #unknownRows = new WordRows();
  readonly #found = new Set<string>();

  constructor(sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>, always: string | null, choices: Choices) {
    this.#choices = choices;
    this.#kindUnsaid = kindUnsaid(choices);
    this.#sources = sources;
    this.#always = always;
  }

  read(raw: RawRow, told: Told): Pick<RegisterRow, 'categoryKey' | 'userGroup' | 'filledIn'> {
    const words = (this.#sources.get('category') ?? []).flatMap(({ index, column }) => {
      const word = knownText(raw.cells[index]);
      return word === null ? [] : [{ word, column }];
    });
    const group = this.#sources.get('userGroup')?.[0];
    const groupText = group === undefined ? null : knownText(raw.cells[group.index]);
    const allWords = [groupText ?? '', ...words.map(({ word }) => word), told.description].join(' ');
    const saidGroup = groupText === null ? null : this.#choices.mapped('userGroup', groupText);
    const userGroup = USER_GROUPS.find((each) => each === saidGroup) ?? (groupText === null ? null : groupUnsaid(groupText)) ?? readUserGroup(allWords);
    const said = this.#always ?? this.#categoryOfWords(words);
    const categoryKey = said ?? this.#categoryOfTheRest(raw, words, told);
    this.#found.add(categoryKey);
    return { categoryKey, userGroup, filledIn: said === null ? ['categoryKey'] : [] };
  }

  #categoryOfWords(words: readonly Word[]): string | null {
    for (const { word, column } of words) {
      const key = this.#keyOf(word);
      if (key === null) continue;
      this.#count(column, key, word);
      return key;
    }
    return null;
  }

  #count(column: string, key: string, word: string): void {
    const counts = this.#byWord.get(`${column}\n${key}`) ?? { column, key, words: new WordCounts() };
    counts.words.add(word);
    this.#byWord.set(`${column}\n${key}`, counts);
  }

  #categoryOfTheRest(raw: RawRow, words: readonly Word[], told: Told): string {
    const describing = (this.#sources.get('description') ?? []).map(({ index }) => knownText(raw.cells[index]));
    for (const text of [told.model, told.description, ...describing]) {
      const key = text === null ? null : this.#keyOf(text);
      if (key === null) continue;
      this.#byDescription.set(key, (this.#byDescription.get(key) ?? 0) + 1);
      return key;
    }
    const [first] = words;
    if (first !== undefined && SAYS_OTHER.test(first.word)) {
      this.#count(first.column, 'other', first.word);
      return 'other';
    }
    if (first !== undefined) {
      this.#unknownWords.add(first.word);
      this.#unknownRows.add(first.word, raw.row);
    }
    this.#unknown += 1;
    return 'other';
  }

  /** A register of thousands names a few dozen things: each is looked up once. */
  #keyOf(text: string): string | null {
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const key = this.#choices.mapped('kind', text) ?? this.#kindUnsaid(text);
    this.#keys.set(text, key);
    return key;
  }

  /** Words of the category column that name no kind, each with its rows. */
  unknownWords(): readonly WordInRows[] {
    return this.#unknownRows.list();
  }

  /** How many different kinds the rows are of. */
  get kinds(): number {
    return this.#found.size;
  }

  /** Rows whose category was not said in words that Kitplan knows. */
  doubts(): Decision[] {
    if (this.#unknown === 0) return [];
    const rows = counted(this.#unknown, 'row');
    const words = this.#unknownWords.size === 0 ? '' : `: ${this.#unknownWords.listed()}`;
    return [{ column: this.#column(), readAs: `${rows} became other, for want of a word that Kitplan knows${words}` }];
  }

  #column(): string {
    return this.#sources.get('category')?.[0]?.column ?? WHOLE_FILE;
  }

  /** One line for each category and column, with its rows and the words that it was told by. */
  decisions(): Decision[] {
    const decisions = [...this.#byWord.values()].map(({ column: from, key, words }) =>
      ({ column: from, readAs: `${this.#named(key)} in ${counted(words.rows, 'row')}: ${words.listed()}` }));
    if (this.#byDescription.size > 0) {
      const found = [...this.#byDescription].map(([key, rows]) => `${this.#named(key)} (${rows})`).join(', ');
      decisions.push({ column: this.#column(), readAs: `category from words in the model or description: ${found}` });
    }
    return decisions;
  }

  #named(key: string): string {
    return categoryNamed(this.#choices.ownKinds, key).singular;
  }
}
