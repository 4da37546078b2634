import { itemsOf, priceYearOf, type PlanContext } from '../context.ts';
import { divideHalfUp } from '../money.ts';
import { policyFor } from '../policies.ts';
import { basisOf, type PriceBasis } from '../price.ts';
import { priceOfReplacement, replacementOf } from '../refresh/replacement.ts';
import type { Asset } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';

/** The price that a replacement of it is worked out from; null where neither it nor its policy has one. */
export function basisToday(context: PlanContext, asset: Asset): PriceBasis | null {
  const policy = policyFor(asset, context.snapshot.policies);
  return policy === null ? null : priceOfReplacement(context, asset, policy);
}

/** What a replacement would cost today, net. */
export function priceToday(context: PlanContext, asset: Asset): Pence | null {
  const policy = policyFor(asset, context.snapshot.policies);
  const basis = policy === null ? null : priceOfReplacement(context, asset, policy);
  if (policy === null || basis === null) return null;
  const { categoryKey } = replacementOf(context, asset, policy);
  return context.prices.priceIn(basis, context.prices.seriesFor(categoryKey), priceYearOf(context, context.asOfMonth));
}

/** The mean of what replacing each kind of kit would cost today, over all its items that have a price. */
export function meanPrices(context: PlanContext, assets: readonly Asset[]): ReadonlyMap<string, Pence> {
  const sums = new Map<string, { pence: number; items: number }>();
  for (const asset of assets) {
    const unit = priceToday(context, asset);
    if (unit === null) continue;
    const sum = sums.get(asset.categoryKey) ?? { pence: 0, items: 0 };
    sums.set(asset.categoryKey, { pence: sum.pence + unit * itemsOf(asset), items: sum.items + itemsOf(asset) });
  }
  return new Map([...sums].map(([key, { pence, items }]) => [key, divideHalfUp(pence, items)]));
}

/**
 * The price to estimate with: its own, else the mean of its kind, dated the as-at date. Null where no kit of its
 * kind has a price at all.
 */
export function estimatedBasis(context: PlanContext, asset: Asset, means: ReadonlyMap<string, Pence>): PriceBasis | null {
  const own = basisToday(context, asset);
  if (own !== null) return own;
  const mean = means.get(asset.categoryKey);
  return mean === undefined ? null : basisOf('policy', mean, context.asOf, context.asOf, context.schoolStartMonth);
}
