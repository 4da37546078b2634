import type { ForecastOptions } from '../context.ts';
import { forecast } from '../forecast.ts';
import type { Forecast } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';

type Counted = 'categoryKey' | 'userGroup' | 'quantity' | 'status' | 'purchaseDate' | 'inServiceDate' | 'unitPaidPence' | 'coverEnd'
  | 'vendorSupportEnd' | 'osEnd' | 'osCanMove' | 'leaseEnd' | 'overridePence' | 'movedTo' | 'upgradeDoneOn';

/** The fields of a register row that the sums look at, by the names people set them under; one left out stays. */
export type CountedFields = { readonly [Field in Counted]?: Asset[Field] | undefined }
  & { readonly [Name in 'make' | 'model']?: string | null | undefined };

const folded = (name: string | null): string => (name ?? '').trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/** The model that a row will have; null where it will have none, or one that the plan does not know yet. */
const modelAfter = ({ models }: PlanSnapshot, asset: Asset, { make, model, categoryKey }: CountedFields): number | null => {
  const before = models.find(({ id }) => id === asset.modelId);
  const [newMake, newName] = [make === undefined ? before?.make ?? null : make, model === undefined ? before?.name ?? null : model];
  if (newName === null) return null;
  const kind = categoryKey ?? asset.categoryKey;
  return models.find((each) => each.categoryKey === kind && folded(each.name) === folded(newName) && folded(each.make) === folded(newMake))?.id ?? null;
};

/** A row as the sums would see it after a change; a field that is left out stays. */
export function changedAsset(snapshot: PlanSnapshot, asset: Asset, set: CountedFields, asOf: string): Asset {
  const { make, model, ...own } = set;
  const given = Object.fromEntries(Object.entries(own).filter(([key, value]) => value !== undefined && key in asset));
  const names = make !== undefined || model !== undefined || set.categoryKey !== undefined;
  return {
    ...asset, ...given,
    ...(set.purchaseDate === undefined ? {} : { purchaseDateAssumed: false }),
    ...(set.overridePence === undefined ? {} : { overridePriceDate: set.overridePence === null ? null : asOf }),
    ...(names ? { modelId: modelAfter(snapshot, asset, set) } : {}),
  };
}

export type ChangeEffect = {
  /** Years whose planned cost moves, and by how much; empty when the money stays as it is. */
  readonly years: readonly { readonly label: string; readonly pence: Pence }[];
  /** Items that come into the forecast, or leave it when negative. */
  readonly itemsForecast: number;
  /** Items without a price that are added to the figures, or fewer when negative. */
  readonly withoutPrice: number;
};

const unpriced = (result: Forecast): number => result.noPrice.reduce((sum, { quantity }) => sum + quantity, 0);

/** What a change of these rows would do to the plan, worked out before it is made by the same sums. */
export function changeEffect(
  snapshot: PlanSnapshot, before: Forecast, options: ForecastOptions, changed: ReadonlyMap<number, Asset>,
): ChangeEffect {
  const after = forecast({ ...snapshot, assets: snapshot.assets.map((asset) => changed.get(asset.id) ?? asset) }, options);
  return {
    years: after.years.flatMap(({ label }, index) => {
      const pence = (after.totals.plannedPence[index] ?? 0) - (before.totals.plannedPence[index] ?? 0);
      return pence === 0 ? [] : [{ label, pence }];
    }),
    itemsForecast: after.quantityForecast - before.quantityForecast,
    withoutPrice: unpriced(after) - unpriced(before),
  };
}
