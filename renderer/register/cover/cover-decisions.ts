import { known } from '../../../planning/refresh/due.ts';
import type { ExpiryDecision, IsoDate } from '../../../planning/vocabulary.ts';
import type { End } from '../list/decide-form.tsx';
import type { CoverRow } from './cover-rows.ts';

/** What can be decided about cover that ends. */
export const COVER_DECISIONS: readonly ExpiryDecision[] = ['accept', 'extend', 'replace', 'retire'];

/**
 * The ends that a decision about a row is about: a contract's own end; of a lot, the end of its cover for each asset
 * that this period is the last of. Cover that was never known is decided about as of today.
 */
export function endsOf({ contract, lot, end, uncovered }: CoverRow, asOf: IsoDate): readonly End[] {
  if (contract !== null) return known(end) === null ? [] : [{ subject: 'agreement', assetId: null, agreementId: contract.id, endsOn: end ?? asOf }];
  if (lot === null) return [];
  const ids = uncovered.assetIds.length > 0 ? uncovered.assetIds : lot.assetIds;
  return ids.map((assetId): End => ({ subject: 'cover', assetId, agreementId: null, endsOn: end ?? asOf }));
}
