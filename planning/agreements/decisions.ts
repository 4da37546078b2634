import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import type { Acknowledgement } from './agreement.ts';

/** What was decided about things that end, quick to look up. A decision is about one end alone: a later one is told again. */
export type Decisions = {
  /** About the end of an asset's cover. Kit whose cover was never known is silenced by any decision about its cover. */
  readonly aboutCover: (asset: Pick<Asset, 'id' | 'coverEnd'>) => Acknowledgement | null;
  readonly aboutAgreement: (agreementId: number, endsOn: IsoDate | null) => Acknowledgement | null;
  /** About the end of a title's support. */
  readonly aboutSupport: (agreementId: number, endsOn: IsoDate | null) => Acknowledgement | null;
};

export function decisionsOf({ acknowledgements }: Pick<PlanSnapshot, 'acknowledgements'>): Decisions {
  const exact = new Map<string, Acknowledgement>();
  const ofAsset = new Map<number, Acknowledgement>();
  for (const decision of acknowledgements) {
    if (decision.subject === 'cover' && decision.assetId !== null) {
      exact.set(`cover/${decision.assetId}/${decision.endsOn}`, decision);
      ofAsset.set(decision.assetId, decision);
    }
    if (decision.subject !== 'cover' && decision.agreementId !== null) {
      exact.set(`${decision.subject}/${decision.agreementId}/${decision.endsOn}`, decision);
    }
  }
  return {
    aboutCover: ({ id, coverEnd }) => (coverEnd === null ? ofAsset.get(id) : exact.get(`cover/${id}/${coverEnd}`)) ?? null,
    aboutAgreement: (id, endsOn) => (endsOn === null ? null : exact.get(`agreement/${id}/${endsOn}`) ?? null),
    aboutSupport: (id, endsOn) => (endsOn === null ? null : exact.get(`support/${id}/${endsOn}`) ?? null),
  };
}
