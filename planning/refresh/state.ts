import { monthOf } from '../calendar.ts';
import { isSaneQuantity, type PlanContext, type Succession } from '../context.ts';
import { NO_POLICY, policyFor } from '../policies.ts';
import type { Asset, AssetModel, RefreshPolicy } from '../snapshot.ts';
import type { NotForecastReason } from '../vocabulary.ts';
import type { Decision } from './decision.ts';
import { dueOf, isUsable, standingOf, type Due } from './due.ts';

type Followed = { readonly policy: RefreshPolicy; readonly model: AssetModel | null };

/** How one register row stands by itself, before the rest of the register has a say in when it is bought. */
export type State =
  | (Followed & {
    readonly standing: 'in_service';
    readonly due: Due;
    readonly overdue: boolean;
    readonly successions: readonly Succession[];
    readonly decision: Decision;
    /** Items left to this row's own chain: less those whose successor is on order. */
    readonly quantity: number;
  })
  | (Followed & { readonly standing: 'on_the_way' })
  | { readonly standing: 'out'; readonly reason: NotForecastReason };

/**
 * In service with its due date, on the way, or out with the reason. What was decided to keep is out whatever else is
 * known of it; what was decided about kit that is not in service yet waits until it is.
 */
export function stateOf(context: PlanContext, asset: Asset): State {
  const standing = standingOf(asset.status);
  if (standing !== 'in_service' && standing !== 'on_the_way') return { standing: 'out', reason: standing };
  if (!isSaneQuantity(asset.quantity)) return { standing: 'out', reason: 'unusable_value' };
  const policy = policyFor(asset, context.snapshot.policies) ?? NO_POLICY;
  const model = context.model(asset.modelId);
  if (standing === 'on_the_way') return isUsable(policy) ? { standing, policy, model } : { standing: 'out', reason: 'unusable_value' };
  const decision = context.decisionOf(asset.id);
  if (decision.fate?.action === 'keep') return { standing: 'out', reason: 'kept' };
  const due = dueOf(asset, policy, model, context.schoolStartMonth, decision, context.asOfMonth);
  if (typeof due === 'string') return { standing: 'out', reason: due };
  const successions = context.successions.get(asset.id) ?? [];
  const onOrder = successions.reduce((sum, succession) => sum + succession.quantity, 0);
  return {
    standing, policy, model, due, successions, decision,
    overdue: monthOf(due.date) < context.asOfMonth, quantity: Math.max(0, asset.quantity - onOrder),
  };
}
