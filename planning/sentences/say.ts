import { formatPounds } from '../money.ts';
import type { Pence } from '../vocabulary.ts';
import { startUpper } from '../words.ts';

/** A piece of a sentence; strong pieces are what a reader must not miss. */
export type SentencePart = { readonly text: string; readonly strong?: boolean };

export type Sentence = {
  /** The whole, without marks: for the command line, documents and screen readers. */
  readonly text: string;
  readonly parts: readonly SentencePart[];
};

export const strong = (text: string): SentencePart => ({ text, strong: true });

/** Pieces joined as they stand; empty ones drop out, and the first letter is large. */
export function say(...pieces: readonly (string | SentencePart)[]): Sentence {
  const parts = pieces
    .map((piece): SentencePart => (typeof piece === 'string' ? { text: piece } : piece))
    .filter((part) => part.text !== '')
    .map((part, index) => (index === 0 ? { ...part, text: startUpper(part.text) } : part));
  return { text: parts.map((part) => part.text).join(''), parts };
}

/** One sentence after another. */
export const followedBy = (first: Sentence, second: Sentence | null): Sentence => second === null ? first : {
  text: `${first.text} ${second.text}`, parts: [...first.parts, { text: ' ' }, ...second.parts],
};

/** Money in a sentence: whole pounds, and pence where there is less than a pound. Its size: words say over or left. */
export const money = (pence: Pence): string => formatPounds(Math.abs(pence), { pence: pence !== 0 && Math.abs(pence) < 100 });
