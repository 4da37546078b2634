import { formatDate, monthOf } from '../calendar.ts';
import type { Asset } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { sequenceOf, type Sequence } from './identifiers.ts';

/** How exactly a date is meant. */
export type Exactness = 'day' | 'month' | 'year';
export type Dated = { readonly date: IsoDate; readonly exactness: Exactness };

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** A month is its first day, a year 1 September of it: as everywhere in Kitplan where only so much is known. */
export const firstOfMonth = (date: IsoDate): IsoDate => `${date.slice(0, 7)}-01`;
export const firstOfYear = (year: number): IsoDate => `${year}-09-01`;

/** The nearest date that two agree on: their day, month or year, else nothing. */
export function agreed(a: IsoDate, b: IsoDate): Dated | null {
  if (a === b) return { date: a, exactness: 'day' };
  if (monthOf(a) === monthOf(b)) return { date: firstOfMonth(a), exactness: 'month' };
  return yearOf(a) === yearOf(b) ? { date: firstOfYear(yearOf(a)), exactness: 'year' } : null;
}

/** What all of them agree on; null where they do not, or there are none. */
export function agreedByAll(dates: readonly IsoDate[]): Dated | null {
  const sorted = [...dates].sort();
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  return first === undefined || last === undefined ? null : agreed(first, last);
}

/** `12 Sep 2021`, `Sep 2021`, `2021`. */
export function exactly({ date, exactness }: Dated): string {
  if (exactness === 'year') return date.slice(0, 4);
  return exactness === 'month' ? formatDate(date).replace(/^\d+ /, '') : formatDate(date);
}

/** A row whose date is known, by its number. */
type Neighbour = { readonly number: number; readonly name: string; readonly date: IsoDate };

/** Dated rows by what their numbers share, in the order of the numbers. */
export type NumberLine = (sequence: Sequence | null) => { readonly below: Neighbour | null; readonly above: Neighbour | null } | null;

const shared = ({ before, after }: Sequence): string => `${before}\n${after}`;

/** A finder of the nearest dated rows below and above a number of the same make-up. */
export function numberLine(dated: readonly Asset[], read: (asset: Asset) => string | null): NumberLine {
  const lines = new Map<string, Neighbour[]>();
  for (const asset of dated) {
    const text = read(asset);
    const sequence = sequenceOf(text);
    if (sequence === null || text === null || asset.purchaseDate === null) continue;
    const line = lines.get(shared(sequence)) ?? [];
    if (line.length === 0) lines.set(shared(sequence), line);
    line.push({ number: sequence.number, name: text, date: asset.purchaseDate });
  }
  for (const line of lines.values()) line.sort((a, b) => a.number - b.number);
  return (sequence) => {
    if (sequence === null) return null;
    const line = lines.get(shared(sequence)) ?? [];
    let [low, high] = [0, line.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((line[middle]?.number ?? 0) < sequence.number) low = middle + 1;
      else high = middle;
    }
    return { below: line[low - 1] ?? null, above: line[low] ?? null };
  };
}
