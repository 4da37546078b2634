import type { Category } from './categories.ts';
import { formatCount } from './money.ts';
import type { UserGroup } from './vocabulary.ts';

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** `an objective`, `a target`: for words that a school chooses itself. */
export const withArticle = (word: string): string => `${/^[aeiou]/iu.test(word) ? 'an' : 'a'} ${word}`;

const SMALL_NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** `four`; above ten in figures. */
export const inWords = (count: number): string => SMALL_NUMBERS[count] ?? formatCount(count);

/** The first letter large, the rest as it is: "Chromebooks" and "CCTV" keep theirs. */
export const startUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A reason that somebody wrote, in a sentence with a full stop of its own. */
export const reasonWords = (reason: string | null): string => (reason === null ? 'no reason given' : reason.replace(/[.\s]+$/u, '') || reason);

export const startLower = (text: string): string =>
  /^(?:[A-Z][a-z]|A (?!level))/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A stretch of months as people say it: `5 years`, `1 year`, `4½ years`, `4 years 1 month`, `6 months`. */
export function spanOf(months: number): string {
  const of = (count: number, unit: string): string => `${formatCount(count)} ${unit}${count === 1 ? '' : 's'}`;
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years < 1) return of(months, 'month');
  if (rest === 6) return `${formatCount(years)}½ years`;
  return rest === 0 ? of(years, 'year') : `${of(years, 'year')} ${of(rest, 'month')}`;
}

/** `pupil laptop` or `pupil laptops`, in the middle of a sentence. */
export const kitName = (category: Category, userGroup: UserGroup | null, quantity: number): string =>
  `${userGroup === null ? '' : `${userGroup} `}${quantity === 1 ? category.singular : category.plural}`;

/** `90 pupil laptops`, `1 server`. */
export const kitCount = (category: Category, userGroup: UserGroup | null, quantity: number): string =>
  `${formatCount(quantity)} ${kitName(category, userGroup, quantity)}`;

/** `Pupil laptops`: the name of a row. */
export const rowName = (category: Category, userGroup: UserGroup | null): string =>
  startUpper(kitName(category, userGroup, 2));

/** `1 item`, `170 items`. */
export const itemCount = (quantity: number): string => `${formatCount(quantity)} item${quantity === 1 ? '' : 's'}`;

/** A name as it is compared: capitals or small letters, and however many spaces stand in it, make no other name. */
export const foldedName = (name: string): string => name.trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/** Names in the order people expect: "IT2" before "IT10", small and large letters alike. The same on every machine. */
export const compareNames = (a: string, b: string): number => compareNameKeys(nameKeyOf(a), nameKeyOf(b)) || compareText(a, b);

/** A name cut into words and numbers, for lists so long that cutting it for every comparison would show. */
export type NameKey = readonly string[];

export function compareNameKeys(left: NameKey, right: NameKey): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one = '', other = ''] = [left[index], right[index]];
    const order = isNumber(one) && isNumber(other) ? Number(one) - Number(other) : compareText(one, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

export const nameKeyOf = (text: string): NameKey => text.toLowerCase().match(/\d+|\D+/g) ?? [];
const isNumber = (piece: string): boolean => /^\d/.test(piece);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
