import { categoryNamed } from '../categories.ts';
import { formatCount, formatPounds } from '../money.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { readKindKey } from '../upkeep/record.ts';
import type { Pence } from '../vocabulary.ts';
import { rowName } from '../words.ts';

/** From here on an end of a range is told in whole thousands: it is no more certain than that. */
const THOUSANDS_FROM: Pence = 1_000_000;

const thousands = (pence: Pence): string => `${formatCount(Math.round(pence / 100_000))}k`;

/** Pounds to the nearest ten: what is only likely has no odd pounds. */
const tens = (pence: Pence): string => formatPounds(Math.round(pence / 1_000) * 1_000, { symbol: false });

/**
 * `115k to 120k`, `840 to 1,250` under a heading that has the £. Ends that would be written alike have more digits;
 * one figure where nothing may move it.
 */
export function rangeText(lowPence: Pence, highPence: Pence): string {
  if (lowPence === highPence) return formatPounds(lowPence, { symbol: false });
  const write = lowPence >= THOUSANDS_FROM && thousands(lowPence) !== thousands(highPence) ? thousands : tens;
  const [low, high] = [write(lowPence), write(highPence)];
  return low === high ? `about ${low}` : `${low} to ${high}`;
}

/** `£115,000 to £120,000`, for sentences. */
export function rangeInPounds(lowPence: Pence, highPence: Pence): string {
  const step = lowPence >= THOUSANDS_FROM && thousands(lowPence) !== thousands(highPence) ? 100_000 : 1_000;
  const [low, high] = [lowPence, highPence].map((pence) => formatPounds(Math.round(pence / step) * step));
  return low === high ? `about ${low}` : `${low} to ${high}`;
}

/** `Pupil laptops`, for the key of a kind. */
export function kindName(snapshot: PlanSnapshot, kind: string): string {
  const [categoryKey, userGroup] = readKindKey(kind);
  return rowName(categoryNamed(snapshot.categories, categoryKey), userGroup);
}
