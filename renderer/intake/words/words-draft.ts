import { newKindNamed, type ImportOptions, type MappedAbout, type NewKind } from '../../../app/contract/import-options.ts';
import type { ColumnWord, ColumnWords } from '../../../app/contract/intake-report.ts';
import type { Category } from '../../../planning/categories.ts';

/** What was said of the words of a column and is not put to the import yet; `to` is null for "as Kitplan reads it". */
export type WordsDraft = {
  readonly said: ReadonlyMap<string, { readonly from: string; readonly to: string | null }>;
  readonly newKinds: readonly NewKind[];
};

export const NOTHING_SAID: WordsDraft = { said: new Map(), newKinds: [] };

const folded = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** What a word becomes, with what was just said of it. */
export function becomes({ said }: WordsDraft, word: ColumnWord): { readonly to: string | null; readonly byHand: boolean } {
  const now = said.get(folded(word.word));
  if (now === undefined) return { to: word.becomes, byHand: word.said };
  return now.to === null ? { to: word.unsaid, byHand: false } : { to: now.to, byHand: true };
}

/** The draft with these words said to stand for something; null takes back what was said of them. */
export function say(draft: WordsDraft, words: readonly ColumnWord[], to: (word: ColumnWord) => string | null): WordsDraft {
  const said = new Map(draft.said);
  for (const word of words) said.set(folded(word.word), { from: word.word, to: to(word) });
  return { ...draft, said };
}

/** The draft with a word said to be of a new kind; a kind that there is already by that name is taken. */
export function sayNewKind(draft: WordsDraft, word: ColumnWord, name: string, categories: readonly Category[]): WordsDraft {
  const known = [...categories, ...draft.newKinds].find(({ singular, plural }) => [singular, plural].some((each) => folded(each) === folded(name)));
  const kind = known ?? newKindNamed(name.trim());
  const newKinds = known === undefined ? [...draft.newKinds, newKindNamed(name.trim())] : draft.newKinds;
  return say({ ...draft, newKinds }, [word], () => kind.key);
}

/** The options of the import with a draft put to them. A word about which nothing is said any more is in no list. */
export function optionsWith(options: ImportOptions, about: MappedAbout, draft: WordsDraft): ImportOptions {
  const others = (options.values ?? []).filter((value) => value.about !== about || !draft.said.has(folded(value.from)));
  const said = [...draft.said.values()].flatMap(({ from, to }) => (to === null || to.trim() === '' ? [] : [{ about, from, to: to.trim() }]));
  const used = new Set(said.map(({ to }) => to));
  const kinds = new Map([...options.newKinds ?? [], ...draft.newKinds.filter(({ key }) => used.has(key))].map((kind) => [kind.key, kind]));
  const { values: _values, newKinds: _kinds, ...rest } = options;
  return {
    ...rest,
    ...(others.length + said.length > 0 && { values: [...others, ...said] }),
    ...(kinds.size > 0 && { newKinds: [...kinds.values()] }),
  };
}

/** Words that stand together: the spellings of one thing, or a word by itself. */
export type WordGroup = {
  readonly key: string;
  /** What the spellings would be joined under; null for a word by itself. */
  readonly name: string | null;
  readonly words: readonly ColumnWord[];
};

/** The words that are wanted, in groups; one spelling that is wanted brings the others of its group. */
export function groupsOf({ words, spellings }: ColumnWords, search: string, onlyUnsure: boolean): readonly WordGroup[] {
  const wanted = folded(search);
  const groups = new Map<string, ColumnWord[]>();
  for (const word of words) {
    const key = word.spelling === null ? `word ${word.word}` : `spelling ${word.spelling}`;
    groups.set(key, [...groups.get(key) ?? [], word]);
  }
  return [...groups].flatMap(([key, members]) => {
    const name = spellings[members[0]?.spelling ?? -1]?.name ?? null;
    const fits = members.some(({ word, becomes: to, unsure }) => (!onlyUnsure || unsure)
      && [word, to ?? '', name ?? ''].some((text) => folded(text).includes(wanted)));
    return fits ? [{ key, name, words: members }] : [];
  });
}
