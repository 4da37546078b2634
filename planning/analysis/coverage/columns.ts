import type { Objective } from '../development-facts.ts';
import type { AnalysisFacts } from '../facts.ts';

/** The objectives of a plan that are open, in the order of the plan: areas, their priorities, and what stands under an area at once first. */
export function openObjectives({ areas, priorities, objectives }: Pick<AnalysisFacts, 'areas' | 'priorities' | 'objectives'>, planId: number): readonly Objective[] {
  const areaAt = new Map(areas.filter((area) => area.planId === planId).map(({ id, position }) => [id, position]));
  const priorityAt = new Map(priorities.map(({ id, position }) => [id, position]));
  const places = ({ areaId, priorityId, position, id }: Objective): number[] =>
    [areaAt.get(areaId) ?? 0, areaId, priorityId === null ? -1 : priorityAt.get(priorityId) ?? 0, priorityId ?? -1, position, id];
  return objectives.filter(({ areaId, state }) => state === 'open' && areaAt.has(areaId)).toSorted((a, b) => {
    const [one, other] = [places(a), places(b)];
    return one.reduce((order, each, at) => (order === 0 ? each - (other[at] ?? 0) : order), 0);
  });
}

/** A word longer than this is given places where it may be broken. */
const LONG_WORD = 7;
/** Letters that stay together at the end and at the beginning of a line. */
const LEAST_PART = 3;
/** Two letters that say one sound are not torn apart. */
const PAIRS = ['th', 'sh', 'ch', 'ph', 'wh', 'ck', 'ng', 'gh', 'st', 'qu'];
const SOFT_HYPHEN = '\u00AD';

const isVowel = (letters: string): boolean => /[aeiouy]/iu.test(letters);
const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);

/**
 * A name with places where a narrow column may break it ("Atten-dance"), as letters that show only at the end of a line: between
 * two consonants, or before a single one, that have a vowel on either side. Short words stay whole.
 */
export const breakable = (name: string): string => name.split(' ').map((word) => (word.length <= LONG_WORD ? word : breakableWord(word))).join(' ');

function breakableWord(word: string): string {
  const pieces = Array.from({ length: word.length }, (_, at) => (mayBreakBefore(word, at) ? `${SOFT_HYPHEN}${word.charAt(at)}` : word.charAt(at)));
  return pieces.join('');
}

function mayBreakBefore(word: string, at: number): boolean {
  if (at < LEAST_PART || word.length - at < LEAST_PART) return false;
  const [before, here, after] = [word.charAt(at - 1), word.charAt(at), word.charAt(at + 1)];
  if (!isLetter(before) || !isLetter(here) || isVowel(here) || !isVowel(after)) return false;
  if (PAIRS.includes(`${before}${here}`.toLowerCase())) return false;
  return isVowel(word.slice(0, at));
}
