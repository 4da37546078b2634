import type { MappedAbout } from '../contract/import-options.ts';
import type { Choices } from './choices.ts';
import { WordRows, type WordInRows } from './word-counts.ts';

/** What a register names freely, so that one thing may be spelled in several ways. */
export const NAMED_ABOUT = ['site', 'building', 'room', 'make', 'department', 'yearGroup', 'supplier'] as const;
export type NamedAbout = (typeof NAMED_ABOUT)[number] & MappedAbout;

/** One thing in several spellings, those of the file with their rows; `name` is what they would be joined under. */
export type Spellings = {
  readonly about: NamedAbout;
  readonly name: string;
  readonly spelled: readonly WordInRows[];
  /** Whether a person has said of each what it stands for. */
  readonly settled: boolean;
};

/** The names of a register as its file spells them. */
export class NamesFound {
  readonly #choices: Choices;
  readonly #words: Readonly<Record<NamedAbout, WordRows>> = {
    site: new WordRows(), building: new WordRows(), room: new WordRows(), make: new WordRows(), department: new WordRows(), yearGroup: new WordRows(),
    supplier: new WordRows(),
  };

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  add(row: number, names: Readonly<Record<NamedAbout, string | null>>): void {
    for (const about of NAMED_ABOUT) {
      const name = names[about];
      if (name !== null) this.#words[about].add(name, row);
    }
  }

  /** A name as most rows write it, or as a person said: "LENOVO", "Lenovo" and "lenovo" are one maker and come in under one name. */
  usual(about: NamedAbout): (name: string | null) => string | null {
    const usual = new Map(this.#words[about].list().flatMap(({ word }) => {
      const said = this.#choices.mapped(about, word) ?? word;
      return foldedLook(said) === foldedLook(word) ? [[foldedLook(word), said] as const] : [];
    }));
    return (name) => (name === null ? null : usual.get(foldedLook(name)) ?? name);
  }

  count(about: NamedAbout): number {
    return this.#words[about].list().length;
  }

  /**
   * Names that look like one: the same letters and figures, or the same but for a word such as "Room" or "Ltd". Of the
   * spellings the plan's own is proposed, else the one with the most rows.
   * @param known the names that the plan has.
   */
  spellings(about: NamedAbout, known: readonly string[]): readonly Spellings[] {
    const groups = new Map<string, WordInRows[]>();
    for (const found of this.#words[about].list()) {
      const key = lookOf(about, found.word);
      if (key !== '') groups.set(key, [...(groups.get(key) ?? []), found]);
    }
    const knownByLook = new Map(known.map((name) => [lookOf(about, name), name]));
    return [...groups].flatMap(([key, spelled]) => {
      const own = knownByLook.get(key);
      const differsFromOwn = own !== undefined && spelled.some(({ word }) => foldedLook(word) !== foldedLook(own));
      if (spelled.length < 2 && !differsFromOwn) return [];
      const most = spelled.toSorted((one, other) => other.rows.length - one.rows.length)[0];
      const settled = spelled.every(({ word }) => this.#choices.mapped(about, word) !== null || (own !== undefined && foldedLook(word) === foldedLook(own)));
      return [{ about, name: own ?? most?.word ?? '', spelled, settled }];
    });
  }
}

/** A name as the plan tells names apart: capitals and spaces at the ends are no difference. */
const foldedLook = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** Firms that registers call by two names. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([['hewlettpackard', 'hp']]);
const KIND_OF_FIRM = /[ ,]+(inc|incorporated|ltd|limited|plc|llp|llc|corp|corporation|co|gmbh)\.?$/;

/** What is left of a name when its spaces, dashes, accents and words such as "room" or "Ltd" are taken away. */
function lookOf(about: NamedAbout, name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}+/gu, '').replaceAll('&', ' and ').trim();
  const isFirm = about === 'make' || about === 'supplier';
  const own = isFirm ? plain.replace(KIND_OF_FIRM, '') : plain.replace(/^(the |room |rm\.? ?|classroom )/, '');
  const look = own.replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return isFirm ? SHORT_NAMES.get(look) ?? look : look;
}
