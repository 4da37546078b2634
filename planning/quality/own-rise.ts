import { monthOf } from '../calendar.ts';
import { isUnitPrice } from '../money.ts';
import { known } from '../refresh/due.ts';
import type { Asset } from '../snapshot.ts';
import type { BasisPoints } from '../vocabulary.ts';

/** How the school's own prices have moved: a rate a year, from so many purchases of so many models. */
export type OwnRise = { readonly bp: BasisPoints; readonly purchases: number; readonly models: number };

/** Purchases of one model on one day are one observation. */
type Purchase = { readonly years: number; readonly logPrice: number };

const ENOUGH_PURCHASES = 6;
const ENOUGH_MONTHS = 6;
/** A price so many times its model's middle one, or that part of it, is a slip: a decimal point is ten, twice a price is not. */
const TIMES_THE_MIDDLE = 3;

/**
 * The yearly rise in what the school itself paid for the same model on different days: the slope of the logarithm
 * of the price over time, within models (each model has a level of its own), every purchase counting once however
 * many items it had. One price typed with its point in the wrong place would tell more than all the others, so slips
 * are left out, and both of two that a slip parts: nobody knows which is meant. Null with fewer than six purchases of models that were bought at least half a year apart:
 * fewer say nothing.
 */
export function ownRise(assets: readonly Asset[]): OwnRise | null {
  const models = Map.groupBy(pricesPaid(assets), ({ model }) => model);
  let [covariance, variance, purchases, counted] = [0, 0, 0, 0];
  for (const rows of models.values()) {
    const points = withoutSlips([...new Map(rows.map(({ point, day }) => [day, point])).values()]);
    const times = points.map(({ years }) => years);
    if (points.length < 2 || Math.max(...times) - Math.min(...times) < ENOUGH_MONTHS / 12) continue;
    const meanTime = mean(times);
    const meanPrice = mean(points.map(({ logPrice }) => logPrice));
    for (const { years, logPrice } of points) {
      covariance += (years - meanTime) * (logPrice - meanPrice);
      variance += (years - meanTime) ** 2;
    }
    purchases += points.length;
    counted += 1;
  }
  if (purchases < ENOUGH_PURCHASES || variance === 0) return null;
  return { bp: Math.round((Math.exp(covariance / variance) - 1) * 10_000), purchases, models: counted };
}

function withoutSlips(points: readonly Purchase[]): readonly Purchase[] {
  const middle = medianOf(points.map(({ logPrice }) => logPrice));
  return points.filter(({ logPrice }) => Math.abs(logPrice - middle) < Math.log(TIMES_THE_MIDDLE));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [below = 0, above = below] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return (below + above) / 2;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

type Paid = { readonly model: number; readonly day: string; readonly point: Purchase };

const pricesPaid = (assets: readonly Asset[]): Paid[] => assets.flatMap((asset): Paid[] => {
  const bought = known(asset.purchaseDate);
  const { modelId, unitPaidPence: paid } = asset;
  if (bought === null || asset.purchaseDateAssumed || modelId === null || !isUnitPrice(paid) || paid === 0) return [];
  return [{ model: modelId, day: `${bought}/${paid}`, point: { years: monthOf(bought) / 12, logPrice: Math.log(paid) } }];
});
