import { monthOf } from '../calendar.ts';
import { isSaneQuantity, yearIndexOf, type PlanContext } from '../context.ts';
import { exposuresOf } from '../loss.ts';
import { NO_POLICY, policyFor } from '../policies.ts';
import { replacementBasis } from '../price.ts';
import { isUsable, known, otherLimit, serviceDate, standingOf } from '../refresh/due.ts';
import { courseOf } from '../refresh/occurrences.ts';
import type { Asset, AssetModel, RefreshPolicy } from '../snapshot.ts';
import { purchaseOf } from '../spent.ts';
import { addRow, slotOf, type Block, type Slot } from './block.ts';
import { FAR, type Row } from './columns.ts';
import { leafAt } from './leaves.ts';
import { indexRowOf } from './prices.ts';

/** 1 puts a register row into a block, −1 takes it out again. */
export type Sign = 1 | -1;

/** A register row that went into columns, and the numbers it put there. The numbers are overwritten by the next row. */
export type Read = { readonly slot: Slot; readonly row: Row };

/** Reads register rows into blocks, in the light of one plan. */
export type Reader = (block: Block, asset: Asset, sign: Sign, merges: boolean) => Read | null;

export function readerOf(context: PlanContext): Reader {
  const placeOf = new Map(context.snapshot.policies.map((policy, at) => [policy, at]));
  const row: Row = { service: FAR, limit: FAR, leaf: 0, indexRow: 0, upgradeMonth: FAR, quantity: 0, unitPence: 0 };
  return (block, asset, sign, merges) => {
    addPurchase(context, block, asset, sign);
    const standing = standingOf(asset.status);
    if ((standing !== 'in_service' && standing !== 'on_the_way') || !isSaneQuantity(asset.quantity)) return null;
    const policy = policyFor(asset, context.snapshot.policies) ?? NO_POLICY;
    if (!isUsable(policy)) return null;
    if (standing === 'on_the_way' || context.successions.has(asset.id)) {
      if (sign === 1) block.slow.add(asset);
      else block.slow.delete(asset);
      return null;
    }
    const model = context.model(asset.modelId);
    if (!readDates(row, asset, policy, model)) return null;
    if (policy.lossBp > 0) addExposures(context, block, asset, sign);
    const basis = replacementBasis(asset, model, policy, context.asOf, context.schoolStartMonth);
    const slot = slotOf(context, block, policy, placeOf.get(policy) ?? -1, merges);
    row.unitPence = basis?.unitPence ?? 0;
    row.indexRow = indexRowOf(block.prices, basis);
    row.leaf = leafAt(block.leaves, policy.fundKey, asset.departmentId, asset.locationId);
    row.quantity = sign * asset.quantity;
    row.upgradeMonth = slot.upgradeAt === 0 ? FAR : upgradeMonth(context, asset, slot.upgradeAt);
    addRow(slot, asset, row);
    return { slot, row };
  };
}

/** The limits of kit in service, in months; false where nothing says when it is due. */
function readDates(row: Row, asset: Asset, policy: RefreshPolicy, model: AssetModel | null): boolean {
  const moved = known(asset.movedTo);
  if (moved !== null) {
    row.service = FAR;
    row.limit = monthOf(moved);
    return true;
  }
  const since = policy.binding.includes('policy_life') ? serviceDate(asset) : null;
  const limit = otherLimit(asset, policy, model);
  row.service = since === null ? FAR : monthOf(since);
  row.limit = limit === null ? FAR : monthOf(limit);
  return since !== null || limit !== null;
}

/** When the kit that is there now reaches the age of its upgrade; FAR where that is past, done or not known. */
function upgradeMonth(context: PlanContext, asset: Asset, upgradeAt: number): number {
  const since = asset.upgradeDoneOn === null ? serviceDate(asset) : null;
  const month = since === null ? FAR : monthOf(since) + upgradeAt;
  return month < context.asOfMonth ? FAR : month;
}

function addPurchase(context: PlanContext, block: Block, asset: Asset, sign: Sign): void {
  const bought = asset.purchaseDate;
  // Asked first, and as text: most of a register was bought before the years shown.
  if (bought === null || bought > context.asOf || bought < (context.years[0]?.start ?? '')) return;
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
  const basis = replacementBasis(asset, course.model, course.policy, context.asOf, context.schoolStartMonth);
  block.exposures.set(asset, exposuresOf(context, asset, course, basis));
}
