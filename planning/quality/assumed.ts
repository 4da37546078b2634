import { formatDate, formatLongDate } from '../calendar.ts';
import { known } from '../refresh/due.ts';
import type { Asset } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';

type Bought = Pick<Asset, 'purchaseDate' | 'purchaseDateAssumed' | 'purchaseDateBasis'>;

/** The first of a month stands for the whole month: nobody has said which day. */
const monthOnly = (date: IsoDate): boolean => date.endsWith('-01');
const withoutDay = (words: string): string => words.replace(/^\d+ /, '');

/**
 * When it was bought, as a table says it: `12 Sep 2021`, `about Sep 2021`, `about 12 Sep 2021`. "About" wherever the
 * date is an assumption: on screens, in documents and in files alike. Null where no date is known.
 */
export function boughtWords(asset: Bought): string | null {
  const date = known(asset.purchaseDate);
  if (date === null) return null;
  const words = formatDate(date);
  return asset.purchaseDateAssumed ? `about ${monthOnly(date) ? withoutDay(words) : words}` : words;
}

/** The same in a sentence: `on 12 September 2021`, `about September 2021`. */
export function boughtWhen(asset: Bought): string | null {
  const date = known(asset.purchaseDate);
  if (date === null) return null;
  const words = formatLongDate(date);
  if (!asset.purchaseDateAssumed) return `on ${words}`;
  return `about ${monthOnly(date) ? withoutDay(words) : words}`;
}

/** What an assumed date rests on, as a sentence; null where the date is no assumption. */
export function assumptionWords(asset: Bought): string | null {
  if (!asset.purchaseDateAssumed || known(asset.purchaseDate) === null) return null;
  return asset.purchaseDateBasis === null
    ? 'That day is assumed: the register holds only its month or year.'
    : `That date is assumed, going by ${asset.purchaseDateBasis}.`;
}

/** What an assumed date goes by, for a cell beside it; null where the date is no assumption. */
export const assumedBasis = (asset: Bought): string | null =>
  (asset.purchaseDateAssumed && known(asset.purchaseDate) !== null ? asset.purchaseDateBasis ?? 'only its month or year is known' : null);
