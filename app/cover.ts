import type { Writer } from '../db/connection.ts';
import { changeWarranties, listWarrantiesOf } from '../db/repositories/warranties.ts';
import type { Warranty } from '../planning/snapshot.ts';
import type { IsoDate } from '../planning/vocabulary.ts';

/** The day an asset's hardware cover is to end; null takes all cover away. `startsOn` is that of cover it had none of before. */
export type CoverEnd = { readonly assetId: number; readonly coverEnd: IsoDate | null; readonly startsOn?: IsoDate | null };

/**
 * Sets the days hardware cover ends: those of each asset's latest warranty period. Periods that ended earlier stay as
 * they are; those that would outlast the new end go.
 */
export function setCoverEnds(writer: Writer, ends: readonly CoverEnd[]): void {
  const periodsOf = listWarrantiesOf(writer, ends.map(({ assetId }) => assetId));
  const removed: number[] = [];
  const moved: Pick<Warranty, 'id' | 'startsOn' | 'endsOn'>[] = [];
  const added: (Pick<Warranty, 'assetId' | 'startsOn' | 'endsOn'>)[] = [];
  for (const { assetId, coverEnd, startsOn = null } of ends) {
    const periods = periodsOf.get(assetId) ?? [];
    const latest = periods.at(-1);
    const gone = coverEnd === null ? periods : periods.slice(0, -1).filter(({ endsOn }) => endsOn >= coverEnd);
    removed.push(...gone.map(({ id }) => id));
    if (coverEnd === null) continue;
    const start = latest?.startsOn ?? startsOn;
    const days = { startsOn: start !== null && start <= coverEnd ? start : null, endsOn: coverEnd };
    if (latest === undefined) added.push({ assetId, ...days });
    else if (latest.endsOn !== coverEnd || latest.startsOn !== days.startsOn) moved.push({ id: latest.id, ...days });
  }
  changeWarranties(writer, { removed, moved, added });
}

/** Sets the day one asset's hardware cover ends. */
export const setCoverEnd = (writer: Writer, assetId: number, coverEnd: IsoDate | null, startsOn: IsoDate | null = null): void =>
  setCoverEnds(writer, [{ assetId, coverEnd, startsOn }]);
