import type { ForecastOptions } from '../context.ts';
import { forecast } from '../forecast.ts';
import type { Forecast } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { itemsWithoutPrice } from '../totals.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { foldedName } from '../words.ts';

type Counted = 'categoryKey' | 'userGroup' | 'quantity' | 'status' | 'purchaseDate' | 'inServiceDate' | 'unitPaidPence' | 'coverEnd'
  | 'vendorSupportEnd' | 'osEnd' | 'osCanMove' | 'leaseEnd' | 'overridePence' | 'movedTo' | 'upgradeDoneOn';

/** The fields of a register row that the sums look at, by the names people set them under; one left out stays. */
export type CountedFields = { readonly [Field in Counted]?: Asset[Field] | undefined }
  & { readonly [Name in 'make' | 'model']?: string | null | undefined };

const modelKey = (categoryKey: string, make: string | null, name: string): string =>
  [categoryKey, foldedName(make ?? ''), foldedName(name)].join('\n');

/** Finds the model that a row will have: null where it will have none, or one that the plan does not know yet. */
function modelFinder({ models }: PlanSnapshot): (asset: Asset, set: CountedFields) => number | null {
  const byId = new Map(models.map((model) => [model.id, model]));
  // Of two that are called alike the first is meant, as when it is written.
  const byName = new Map(models.toReversed().map(({ id, categoryKey, make, name }) => [modelKey(categoryKey, make, name), id]));
  return (asset, { make, model, categoryKey }) => {
    const before = asset.modelId === null ? undefined : byId.get(asset.modelId);
    const [newMake, newName] = [make === undefined ? before?.make ?? null : make, model === undefined ? before?.name ?? null : model];
    return newName === null ? null : byName.get(modelKey(categoryKey ?? asset.categoryKey, newMake, newName)) ?? null;
  };
}

/** What turns a row into what the sums would see after a change; a field that is left out stays. The library is read once for all rows. */
export function rowChanger(snapshot: PlanSnapshot, asOf: IsoDate): (asset: Asset, set: CountedFields) => Asset {
  const modelAfter = modelFinder(snapshot);
  return (asset, set) => {
    const { make, model, ...own } = set;
    const given = Object.fromEntries(Object.entries(own).filter(([key, value]) => value !== undefined && key in asset));
    const names = make !== undefined || model !== undefined || set.categoryKey !== undefined;
    return {
      ...asset, ...given,
      ...(set.purchaseDate === undefined ? {} : { purchaseDateAssumed: false }),
      ...(set.overridePence === undefined ? {} : { overridePriceDate: set.overridePence === null ? null : asOf }),
      ...(names ? { modelId: modelAfter(asset, set) } : {}),
    };
  };
}

export type MovedYear = { readonly label: string; readonly pence: Pence };

/** The years whose planned cost differs between two forecasts of the same years, and by how much. */
export const yearsMoved = (before: Forecast, after: Forecast): readonly MovedYear[] => after.years.flatMap(({ label }, index) => {
  const pence = (after.totals.plannedPence[index] ?? 0) - (before.totals.plannedPence[index] ?? 0);
  return pence === 0 ? [] : [{ label, pence }];
});

export type ChangeEffect = {
  /** Years whose planned cost moves, and by how much; empty when the money stays as it is. */
  readonly years: readonly MovedYear[];
  /** Items that come into the forecast, or leave it when negative. */
  readonly itemsForecast: number;
  /** Items without a price that are added to the figures, or fewer when negative. */
  readonly withoutPrice: number;
};

/** What a change of these rows would do to the plan, worked out before it is made by the same sums. */
export function changeEffect(
  snapshot: PlanSnapshot, before: Forecast, options: ForecastOptions, changed: ReadonlyMap<number, Asset>,
): ChangeEffect {
  const after = forecast({ ...snapshot, assets: snapshot.assets.map((asset) => changed.get(asset.id) ?? asset) }, options);
  return {
    years: yearsMoved(before, after),
    itemsForecast: after.quantityForecast - before.quantityForecast,
    withoutPrice: itemsWithoutPrice(after) - itemsWithoutPrice(before),
  };
}
