import type { Writer } from '../db/connection.ts';
import { listWarranties, replaceWarranties } from '../db/repositories/warranties.ts';
import type { IsoDate } from '../planning/vocabulary.ts';

/**
 * Sets the day an asset's hardware cover ends: that of its latest warranty period. Periods that ended earlier
 * stay as they are; null takes all cover away.
 */
export const setCoverEnd = (writer: Writer, assetId: number, coverEnd: IsoDate | null, startsOn: IsoDate | null = null): void => {
  if (coverEnd === null) return replaceWarranties(writer, assetId, []);
  const periods = listWarranties(writer, assetId).toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
  const latest = periods.at(-1);
  const earlier = periods.slice(0, -1).filter(({ endsOn }) => endsOn < coverEnd)
    .map(({ id: _id, assetId: _asset, ...period }) => period);
  const start = latest?.startsOn ?? startsOn;
  replaceWarranties(writer, assetId, [...earlier, {
    endsOn: coverEnd,
    startsOn: start !== null && start <= coverEnd ? start : null,
    ...(latest && { supplierId: latest.supplierId, reference: latest.reference, kind: latest.kind, costPence: latest.costPence }),
  }]);
};
