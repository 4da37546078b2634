import { knownMonth, monthOf } from '../calendar.ts';
import { isSaneQuantity, yearIndexOf, type PlanContext } from '../context.ts';
import { courseBasis } from '../event-price.ts';
import { mayBeLost } from '../loss-rate.ts';
import { exposuresOf } from '../loss.ts';
import { NO_POLICY, policyFor } from '../policies.ts';
import { replacementBasis } from '../price.ts';
import { UNDECIDED } from '../refresh/decision.ts';
import { isUsable, otherLimit, standingOf } from '../refresh/due.ts';
import { courseOf } from '../refresh/occurrences.ts';
import type { Asset, AssetModel, RefreshPolicy } from '../snapshot.ts';
import { purchaseOf } from '../spent.ts';
import type { MonthIndex, UserGroup } from '../vocabulary.ts';
import { addRow, slotOf, type Block, type Slot } from './block.ts';
import { FAR, type Row } from './columns.ts';
import { leafAt } from './leaves.ts';
import { indexRowOf } from './prices.ts';

/** 1 puts a register row into a block, −1 takes it out again. */
export type Sign = 1 | -1;

/** Reads register rows into a block. Answers with the slot that a row went into, null where it went into none. */
export type Reader = (asset: Asset, sign: Sign) => Slot | null;

/** What all kit under one policy has in common, asked once. */
type Terms = {
  readonly policy: RefreshPolicy;
  readonly usable: boolean;
  readonly lifeBinds: boolean;
  /** Whether any other date binds. */
  readonly othersBind: boolean;
  /** Whether it says more of its kit's purchases than their month and price. */
  readonly slow: boolean;
  /** Its slot, once a row went into it. */
  slot: Slot | null;
};

const termsOf = (policy: RefreshPolicy): Terms => {
  const lifeBinds = policy.binding.includes('policy_life');
  return { policy, usable: isUsable(policy), lifeBinds, othersBind: policy.binding.length > (lifeBinds ? 1 : 0), slow: saysMore(policy), slot: null };
};

/** A policy that names what follows, or what kit brings in when it leaves: that hangs on what each item cost. */
const saysMore = ({ replacementModelId, tradeInPence }: RefreshPolicy): boolean => replacementModelId !== null || tradeInPence !== null;

/**
 * A reader of one category in the light of one plan. Most of opening a plan is spent here: what can be asked once of a
 * policy is, no object is made for a row, and what columns cannot hold is left to the forecast (`isSlow`).
 */
export function readerOf(context: PlanContext, block: Block, merges: boolean): Reader {
  const { policies } = context.snapshot;
  const anyDecided = context.snapshot.actions.length > 0;
  const ownPolicies = policies.some((policy) => policy.assetId !== null || policy.modelId !== null);
  const byGroup = new Map<UserGroup | null, Terms>();
  const byPolicy = new Map<RefreshPolicy, Terms>();
  const row: Row = { service: FAR, limit: FAR, leaf: 0, indexRow: 0, upgradeMonth: FAR, quantity: 0, unitPence: 0 };

  const find = (asset: Asset): Terms => {
    const policy = policyFor(asset, policies) ?? NO_POLICY;
    let terms = byPolicy.get(policy);
    if (terms === undefined) byPolicy.set(policy, terms = termsOf(policy));
    if (!ownPolicies) byGroup.set(asset.userGroup, terms);
    return terms;
  };

  return (asset, sign) => {
    const bought = knownMonth(asset.purchaseDate);
    if (bought !== null && bought >= context.firstMonth && bought <= context.asOfMonth) addPurchase(context, block, asset, sign);
    const standing = asset.status === 'in_use' ? 'in_service' : standingOf(asset.status);
    if ((standing !== 'in_service' && standing !== 'on_the_way') || !isSaneQuantity(asset.quantity)) return null;
    const terms = byGroup.get(asset.userGroup) ?? find(asset);
    const decided = anyDecided && context.decisionOf(asset.id) !== UNDECIDED;
    if (!terms.usable && !decided) return null;
    // A day set by hand stays where it is, where the policy would place the others.
    const fixed = asset.movedTo !== null && terms.policy.purchaseMonths.length > 0;
    if (standing === 'on_the_way' || decided || fixed || terms.slow || isSlow(context, asset)) {
      if (sign === 1) block.slow.add(asset);
      else block.slow.delete(asset);
      return null;
    }
    const { policy } = terms;
    const model = context.model(asset.modelId);
    const used = asset.inServiceDate === null ? null : knownMonth(asset.inServiceDate);
    const since = used !== null && (asset.status === 'in_stock' || used <= context.asOfMonth) ? used : bought;
    if (!readDates(row, context, asset, terms, model, since)) return null;
    if (mayBeLost(policy)) addExposures(context, block, asset, sign);
    const basis = replacementBasis(asset, model, policy, context.asOf, context.schoolStartMonth);
    const slot = terms.slot ??= slotOf(context, block, policy, policies.lastIndexOf(policy), merges);
    row.unitPence = basis === null ? 0 : basis.unitPence;
    row.indexRow = indexRowOf(block.prices, basis);
    row.leaf = leafAt(block.leaves, policy.fundKey, asset.departmentId, asset.locationId);
    row.quantity = sign * asset.quantity;
    row.upgradeMonth = slot.upgradeAt === 0 || since === null || asset.upgradeDoneOn !== null ? FAR : toCome(context, since + slot.upgradeAt);
    addRow(slot, row);
    return slot;
  };
}

/** Kit of which more has to be asked than columns can say: that whose successor is on order, or whose backlog waits its turn. */
const isSlow = (context: PlanContext, asset: Asset): boolean =>
  context.backlogYears > 1 || (context.successions.size > 0 && context.successions.has(asset.id));

const toCome = ({ asOfMonth }: PlanContext, month: MonthIndex): MonthIndex => (month < asOfMonth ? FAR : month);

/** The limits of kit in service, in months; false where nothing says when it is due. */
function readDates(
  row: Row, context: PlanContext, asset: Asset, { policy, lifeBinds, othersBind }: Terms, model: AssetModel | null, since: MonthIndex | null,
): boolean {
  const moved = asset.movedTo === null ? null : knownMonth(asset.movedTo);
  if (moved !== null) {
    row.service = FAR;
    row.limit = moved;
    return true;
  }
  const limit = othersBind ? otherLimit(asset, policy, model, context.asOfMonth) : null;
  row.service = lifeBinds && since !== null ? since : FAR;
  row.limit = limit === null ? FAR : monthOf(limit);
  return row.service !== FAR || limit !== null;
}

function addPurchase(context: PlanContext, block: Block, asset: Asset, sign: Sign): void {
  const purchase = purchaseOf(context, asset);
  if (purchase !== null && purchase.pence !== null) block.boughtPence[yearIndexOf(context, purchase.month)]! += sign * purchase.pence;
}

function addExposures(context: PlanContext, block: Block, asset: Asset, sign: Sign): void {
  if (sign === -1) {
    block.exposures.delete(asset);
    return;
  }
  const course = courseOf(context, asset);
  if (course.standing === 'out') return;
  block.exposures.set(asset, exposuresOf(context, asset, course, courseBasis(context, asset, course)));
}
