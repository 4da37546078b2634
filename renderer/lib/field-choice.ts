import { listOf } from '../../planning/words.ts';
import type { FieldReading } from './field-text.ts';

/** One of a closed list: its key, the word people read, and what else it is called. */
export type Option<Key> = { readonly key: Key; readonly words: string; readonly also?: readonly string[] };

const empty = { ok: true, value: null } as const;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** How many words of a list a sentence names before it only counts the rest. */
const NAMED = 6;

/**
 * Reads one of a closed list: its word in any spelling of capitals, another name for it, or so many of its first
 * letters that no other begins so. `what` is "a status".
 */
export const readChoice = <Key>(text: string, options: readonly Option<Key>[], what: string): FieldReading<Key> => {
  const typed = fold(text);
  if (typed === '') return empty;
  const named = options.filter(({ words, also = [] }) => [words, ...also].some((each) => fold(each) === typed));
  const begins = named.length > 0 ? named : options.filter(({ words }) => fold(words).startsWith(typed));
  const [found] = begins;
  if (found !== undefined && (begins.length === 1 || named.length > 0)) return { ok: true, value: found.key };
  if (begins.length > 1) return { ok: false, message: `“${text.trim()}” may be ${listOf(begins.slice(0, NAMED).map(({ words }) => words)).replace(/ and (?=[^,]*$)/, ' or ')}. Write more of it.` };
  const some = options.slice(0, NAMED).map(({ words }) => words).join(', ');
  return { ok: false, message: `“${text.trim()}” is not ${what}. ${options.length > NAMED ? `Some that are: ${some}.` : `It is one of ${some}.`}` };
};

/** Reads a name: a room, a supplier, a tag. At most 200 characters; spaces in a row count as one. */
export const readName = (text: string): FieldReading<string> => {
  const typed = text.replace(/\s+/g, ' ').trim();
  if (typed === '') return empty;
  return typed.length > 200 ? { ok: false, message: 'A name has at most 200 characters.' } : { ok: true, value: typed };
};

/** Reads a name that must be there. */
export const readNeededName = (text: string, sentence: string): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string } => {
  const reading = readName(text);
  if (!reading.ok) return reading;
  return reading.value === null ? { ok: false, message: sentence } : { ok: true, value: reading.value };
};

/** Reads a note of several lines, at most 4,000 characters. */
export const readNote = (text: string): FieldReading<string> => {
  const typed = text.trim();
  if (typed === '') return empty;
  return typed.length > 4000 ? { ok: false, message: 'Notes have at most 4,000 characters.' } : { ok: true, value: typed };
};

const YES_NO: readonly Option<boolean>[] = [
  { key: true, words: 'Yes', also: ['y', 'true', '1'] }, { key: false, words: 'No', also: ['n', 'false', '0'] },
];

/** Reads yes or no. */
export const readYesNo = (text: string): FieldReading<boolean> => readChoice(text, YES_NO, 'yes or no');
