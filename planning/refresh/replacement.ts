import type { PlanContext } from '../context.ts';
import { modelPolicy } from '../policies.ts';
import { replacementBasis, type PriceBasis } from '../price.ts';
import type { Asset, AssetModel, RefreshPolicy } from '../snapshot.ts';
import { isUsable } from './due.ts';

/** What a row is replaced by. */
export type Replacement = {
  /** The model whose price counts. */
  readonly model: AssetModel | null;
  /** What the kit that is bought counts as. */
  readonly categoryKey: string;
  /** What the kit that is bought follows in its turn: its life, its upgrade, its window, its fund. */
  readonly policy: RefreshPolicy;
};

/**
 * What a row is replaced by: the model that its policy names, else its like. A named model brings its own kind, and
 * its own policy where it has one (the policy for that model); else the same policy goes on. The replacement of the
 * replacement is the same again: a policy says what follows today's kit, not what follows that.
 */
export function replacementOf(context: PlanContext, asset: Asset, policy: RefreshPolicy): Replacement {
  const named = context.model(policy.replacementModelId);
  if (named === null) return { model: context.model(asset.modelId), categoryKey: asset.categoryKey, policy };
  const own = modelPolicy(named.id, context.snapshot.policies);
  return { model: named, categoryKey: named.categoryKey, policy: own !== null && isUsable(own) ? own : policy };
}

/** What replacing a row costs, whatever becomes of it; null where no price is known. */
export const priceOfReplacement = (context: PlanContext, asset: Asset, policy: RefreshPolicy): PriceBasis | null =>
  replacementBasis(asset, replacementOf(context, asset, policy).model, policy, context.asOf, context.schoolStartMonth);
