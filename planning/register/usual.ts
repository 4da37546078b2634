import { monthsOfCover } from '../quality/alike.ts';
import type { Asset, AssetModel, PlanSnapshot } from '../snapshot.ts';
import type { Pence, UserGroup } from '../vocabulary.ts';

/** What more kit of a model is likely to be like, from the library and from what was bought last. */
export type UsualKit = {
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  /** What one costs: the model's price, else what was paid last; null where neither is known. */
  readonly unitPence: Pence | null;
  /** Months of cover that came with it last; null where nobody wrote it down. */
  readonly warrantyMonths: number | null;
  readonly supplierId: number | null;
};

/** The newest purchase for which something is known. */
const lastKnown = <Value>(assets: readonly Asset[], of: (asset: Asset) => Value | null): Value | null => {
  for (const asset of assets) {
    const value = of(asset);
    if (value !== null) return value;
  }
  return null;
};

export function usualKit({ assets }: PlanSnapshot, model: AssetModel): UsualKit {
  const newest = assets.filter(({ modelId }) => modelId === model.id)
    .toSorted((a, b) => ((a.purchaseDate ?? '') > (b.purchaseDate ?? '') ? -1 : 1));
  return {
    categoryKey: model.categoryKey, userGroup: newest[0]?.userGroup ?? null,
    unitPence: model.unitPence ?? lastKnown(newest, ({ unitPaidPence }) => unitPaidPence),
    warrantyMonths: lastKnown(newest, monthsOfCover),
    supplierId: lastKnown(newest, ({ supplierId }) => supplierId),
  };
}
