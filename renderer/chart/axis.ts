import type { Pence } from '../../planning/vocabulary.ts';

/** Steps that people can count in: 1, 2, 4 or 5 times a power of ten. */
const STEPS = [1, 2, 4, 5, 10] as const;
const MOST_STEPS = 5;
const SMALLEST_TOP_POUNDS = 100;

/**
 * Marks of the money axis in pence, from £0 up to the first mark at or above `tallest`. Always at least £0
 * and one more; never more than five above £0.
 */
export const moneyTicks = (tallest: Pence): readonly Pence[] => {
  const pounds = Math.max(tallest / 100, SMALLEST_TOP_POUNDS);
  const power = 10 ** Math.floor(Math.log10(pounds / MOST_STEPS));
  const step = STEPS.map((factor) => factor * power).find((size) => size * MOST_STEPS >= pounds) ?? 10 * power;
  const count = Math.ceil(pounds / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Math.round(index * step * 100));
};

/** `£0`, `£400`, `£40k`, `£2.5m`: short enough for the edge of a chart. */
export const axisLabel = (pence: Pence): string => {
  const pounds = pence / 100;
  const short = (amount: number, unit: string): string => `£${Number(amount.toFixed(1))}${unit}`;
  if (pounds >= 1_000_000) return short(pounds / 1_000_000, 'm');
  if (pounds >= 1_000) return short(pounds / 1_000, 'k');
  return `£${Math.round(pounds)}`;
};
