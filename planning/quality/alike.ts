import { monthOf } from '../calendar.ts';
import { known } from '../refresh/due.ts';
import type { Asset } from '../snapshot.ts';

/* What makes rows of the register alike, said once for everything that compares a row with others. */

/** Kit of one model; where it has none, kit that is described in the same words. */
export const modelKey = ({ categoryKey, modelId, description }: Pick<Asset, 'categoryKey' | 'modelId' | 'description'>): string =>
  `${categoryKey}/${modelId ?? description.trim().toLowerCase()}`;

/** Months from its purchase to the end of its cover; null where either is not known, or cover ends before. */
export function monthsOfCover({ purchaseDate, coverEnd }: Pick<Asset, 'purchaseDate' | 'coverEnd'>): number | null {
  const [bought, end] = [known(purchaseDate), known(coverEnd)];
  return bought === null || end === null || end < bought ? null : monthOf(end) - monthOf(bought);
}
