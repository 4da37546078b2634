import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import type { SourceColumn } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import { WHOLE_FILE, type Decision, type RawRow } from './raw-table.ts';
import type { RegisterRow } from './register-row.ts';
import { counted } from './row-notices.ts';
import { categoryOf } from './values/category-words.ts';
import { knownText } from './values/cell-text.ts';
import { readUserGroup } from './values/status.ts';

const WORDS_NAMED = 12;

type Word = { readonly word: string; readonly column: string };
type CategoryWords = { readonly column: string; readonly key: string; readonly words: Map<string, number> };
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
  readonly #unknownWords = new Map<string, number>();
  #unknown = 0;

  constructor(sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>, always: string | null) {
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
    const userGroup = groupText !== null && /^shared$/i.test(groupText) ? 'shared' : readUserGroup(allWords);
    const said = this.#always ?? this.#categoryOfWords(words);
    const categoryKey = said ?? this.#categoryOfTheRest(raw, words, told);
    return { categoryKey, userGroup, filledIn: said === null ? ['categoryKey'] : [] };
  }

  #categoryOfWords(words: readonly Word[]): string | null {
    for (const { word, column } of words) {
      const key = this.#keyOf(word);
      if (key === null) continue;
      const counts = this.#byWord.get(`${column}\n${key}`) ?? { column, key, words: new Map<string, number>() };
      counts.words.set(word, (counts.words.get(word) ?? 0) + 1);
      this.#byWord.set(`${column}\n${key}`, counts);
      return key;
    }
    return null;
  }

  #categoryOfTheRest(raw: RawRow, words: readonly Word[], told: Told): string {
    const describing = (this.#sources.get('description') ?? []).map(({ index }) => knownText(raw.cells[index]));
    for (const text of [told.model, told.description, ...describing]) {
      const key = text === null ? null : this.#keyOf(text);
      if (key === null) continue;
      this.#byDescription.set(key, (this.#byDescription.get(key) ?? 0) + 1);
      return key;
    }
    const word = words[0]?.word;
    if (word !== undefined) this.#unknownWords.set(word, (this.#unknownWords.get(word) ?? 0) + 1);
    this.#unknown += 1;
    return 'other';
  }

  /** A register of thousands names a few dozen things: each is looked up once. */
  #keyOf(text: string): string | null {
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const key = categoryOf(text);
    this.#keys.set(text, key);
    return key;
  }

  decisions(): Decision[] {
    const column = this.#sources.get('category')?.[0]?.column ?? WHOLE_FILE;
    const decisions = [...this.#byWord.values()].map(({ column: from, key, words }) =>
      ({ column: from, readAs: `${named(key)}: ${listed(words)}` }));
    if (this.#byDescription.size > 0) {
      const found = [...this.#byDescription].map(([key, rows]) => `${named(key)} (${rows})`).join(', ');
      decisions.push({ column, readAs: `category from words in the model or description: ${found}` });
    }
    if (this.#unknown > 0) {
      const rows = counted(this.#unknown, 'row');
      const words = this.#unknownWords.size === 0 ? '' : `: ${listed(this.#unknownWords)}`;
      decisions.push({ column, readAs: `${rows} became other, for want of a word that Kitplan knows${words}` });
    }
    return decisions;
  }
}

const named = (key: string): string => SHIPPED_CATEGORIES.find((category) => category.key === key)?.singular ?? key;

function listed(words: ReadonlyMap<string, number>): string {
  const named = [...words].toSorted((one, other) => other[1] - one[1]).slice(0, WORDS_NAMED)
    .map(([word, rows]) => `“${word.slice(0, 60)}” (${rows})`).join(', ');
  return words.size > WORDS_NAMED ? `${named} and ${words.size - WORDS_NAMED} more` : named;
}
