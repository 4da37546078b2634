import { itemsOf } from '../context.ts';
import { standingOf } from '../refresh/due.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import type { ListedRelease } from './release.ts';

/* What can be done about kit that loses support: what the plan replaces of it, and what paying for longer costs. */

export type Replacement = {
  /** Devices that the plan replaces in the years shown, and what that costs. */
  readonly quantity: number;
  readonly pence: Pence;
  /** Of those, devices without a price. */
  readonly unpriced: number;
  /** The years in which, by their labels. */
  readonly years: readonly string[];
  /** Devices whose successor is on order. */
  readonly onOrder: number;
  /** Devices that the years shown replace nothing for. */
  readonly none: number;
};

export type Extension = {
  readonly until: IsoDate;
  /** What a year costs for one device and for all of them; null where the school has not typed a price. */
  readonly yearPence: Pence | null;
  readonly totalPence: Pence | null;
  readonly priceDate: IsoDate | null;
};

/** What the plan holds for each row: its first replacement in the years shown, and what is on order for it. */
export type PlanFor = {
  readonly next: ReadonlyMap<number, ForecastLine>;
  /** Items on order by the row that they replace. */
  readonly ordered: ReadonlyMap<number, number>;
};

export const planFor = (snapshot: PlanSnapshot, forecast: Forecast): PlanFor => ({ next: nextLines(forecast), ordered: orderedFor(snapshot) });

const orderedFor = (snapshot: PlanSnapshot): ReadonlyMap<number, number> => {
  const ordered = new Map<number, number>();
  for (const { status, succeedsAssetId, quantity } of snapshot.assets) {
    if (succeedsAssetId !== null && standingOf(status) === 'on_the_way') ordered.set(succeedsAssetId, (ordered.get(succeedsAssetId) ?? 0) + quantity);
  }
  return ordered;
};

/** Each row's first replacement in the years shown. */
const nextLines = (forecast: Forecast): ReadonlyMap<number, ForecastLine> => {
  const next = new Map<number, ForecastLine>();
  for (const line of forecast.lines) {
    if (line.kind === 'replace' && line.assetId !== null && !next.has(line.assetId)) next.set(line.assetId, line);
  }
  return next;
};

export function replacementOf(assets: readonly Asset[], forecast: Forecast, { next, ordered }: PlanFor): Replacement {
  let [quantity, pence, unpriced, onOrder, none] = [0, 0, 0, 0, 0];
  const years = new Set<number>();
  for (const asset of assets) {
    const line = next.get(asset.id);
    const coming = Math.min(itemsOf(asset), ordered.get(asset.id) ?? 0);
    onOrder += coming;
    if (line === undefined) {
      none += itemsOf(asset) - coming;
      continue;
    }
    quantity += line.quantity;
    pence += line.netPence ?? 0;
    if (line.netPence === null) unpriced += line.quantity;
    years.add(line.yearIndex);
  }
  return { quantity, pence, unpriced, onOrder, none, years: [...years].sort((a, b) => a - b).map((index) => forecast.years[index]?.label ?? '') };
}

/** Paid updates after an end, where the release has them and they can still be had. */
export function extensionOf(asOf: IsoDate, { release, end }: { readonly release: ListedRelease | null; readonly end: IsoDate | null }, quantity: number): Extension | null {
  if (release === null || release.extendedEnd === null || release.extendedEnd < asOf || (end !== null && release.extendedEnd <= end)) return null;
  const yearPence = release.extendedYearPence;
  const devices = Math.max(1, quantity);
  return { until: release.extendedEnd, yearPence, totalPence: yearPence === null ? null : yearPence * devices, priceDate: release.extendedPriceDate };
}
