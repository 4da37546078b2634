import type { CriterionStatus } from '../../planning/analysis/vocabulary.ts';
import { foldedName } from '../../planning/words.ts';

/** What schools write for how far something is met, folded. */
const WORDS: Readonly<Record<CriterionStatus, readonly string[]>> = {
  not_started: ['not started', 'not yet started', 'not begun', 'to do', 'todo', 'to start', 'planned', 'grey', 'gray', 'white', 'ns', 'pending', 'not yet due', 'future'],
  in_progress: ['in progress', 'in-progress', 'started', 'ongoing', 'on-going', 'on track', 'underway', 'under way', 'working towards', 'developing', 'in hand', 'wip', 'begun', 'current', 'yellow'],
  not_met: ['not met', 'unmet', 'missed', 'not achieved', 'off track', 'behind', 'delayed', 'overdue', 'red', 'r', 'no', 'failed', 'at risk'],
  partially_met: ['partially met', 'partly met', 'part met', 'partially achieved', 'partly achieved', 'partial', 'amber', 'orange', 'a', 'nearly', 'mostly met', 'embedding'],
  met: ['met', 'fully met', 'achieved', 'complete', 'completed', 'done', 'green', 'g', 'yes', 'y', 'blue', 'b', 'embedded', 'finished', 'closed', '✓', '✔', '☑', '☒'],
};

const BY_WORD: ReadonlyMap<string, CriterionStatus> = new Map(
  (Object.keys(WORDS) as CriterionStatus[]).flatMap((status) => WORDS[status].map((word) => [word, status] as const)),
);

const COLOURS = new Set(['red', 'r', 'amber', 'a', 'orange', 'yellow', 'green', 'g', 'blue', 'b']);

const plain = (text: string): string => foldedName(text).replace(/[.:;]+$/, '');

/** Words of the status column, read as a person said, else as schools mean them. A column of colours has rules of its own. */
export class StatusWords {
  readonly #said: ReadonlyMap<string, CriterionStatus>;
  /** Where blue is complete, green is on track. */
  readonly #hasBlue: boolean;
  /** Whether any word is a colour, so that what it was taken for has to be said. */
  readonly colours: boolean;
  readonly #rows = new Map<string, { readonly from: string; readonly to: CriterionStatus | null; rows: number }>();

  constructor(texts: readonly string[], said: readonly { readonly from: string; readonly to: CriterionStatus }[]) {
    this.#said = new Map(said.map(({ from, to }) => [plain(from), to]));
    const words = new Set(texts.map(plain));
    this.#hasBlue = words.has('blue') || words.has('b');
    this.colours = [...words].some((word) => COLOURS.has(word) && !this.#said.has(word));
  }

  /** Null where the word is not known. */
  read(text: string): CriterionStatus | null {
    const word = plain(text);
    const known = this.#said.get(word) ?? (this.#hasBlue && (word === 'green' || word === 'g') ? 'in_progress' : BY_WORD.get(word)) ?? null;
    const seen = this.#rows.get(word) ?? { from: text, to: known, rows: 0 };
    this.#rows.set(word, { ...seen, rows: seen.rows + 1 });
    return known;
  }

  /** Every word that was read, with what it was taken for. */
  words(): readonly { readonly from: string; readonly to: CriterionStatus | null; readonly rows: number }[] {
    return [...this.#rows.values()];
  }

  colourSentence(): string {
    return this.#hasBlue ? 'Red was read as not met, amber as partly met, green as in progress and blue as met.' : 'Red was read as not met, amber as partly met and green as met.';
  }
}
