import type { PlanContext } from '../context.ts';
import type { Exposure } from '../loss.ts';
import { upgradeOf } from '../refresh/occurrences.ts';
import type { Asset, RefreshPolicy } from '../snapshot.ts';
import type { FundKey, Pence } from '../vocabulary.ts';
import { appendRow, isIdle, mergeRow, newColumns, newMerger, settled, type Columns, type Merger, type Row } from './columns.ts';
import { newLeaves, type Leaves } from './leaves.ts';
import { backOf, type Back } from './placing.ts';
import { fillPrices, leavePrices, newPriceRows, upgradePrices, type PriceRows } from './prices.ts';

/** The kit of one policy within a category: what varies from row to row is in the columns. */
export type Slot = {
  /** Its policy's place in the plan's list; −1 where nobody has set one. */
  readonly policyAt: number;
  readonly fundKey: FundKey | null;
  /** Whether one replacement follows another; not so for kit that is run until it fails. */
  readonly chained: boolean;
  /** Age of the mid-life upgrade in months; 0 for none. */
  readonly upgradeAt: number;
  /** Its price in each year of prices; 0 where it has none. */
  upgradePence: Float64Array;
  /** What getting rid of one costs in each year of prices; null where the policy names nothing. */
  leavePence: Float64Array | null;
  /** Where its purchases are placed. */
  readonly back: Back | null;
  columns: Columns;
  /** Merges equal rows while a register is read; null afterwards, and where every row is to be a line. */
  merger: Merger | null;
};

/** All of one category: a slider, an edit or a rise is worked out within one of these. */
export type Block = {
  readonly categoryKey: string;
  readonly leaves: Leaves;
  readonly slots: Slot[];
  /** The slots by the place of their policy, one further on. */
  readonly slotAt: (Slot | undefined)[];
  readonly prices: PriceRows;
  /** Kit of which more has to be asked than columns can say: worked out by the forecast itself, row by row. */
  readonly slow: Set<Asset>;
  readonly exposures: Map<Asset, readonly Exposure[]>;
  /** Already spent in each year shown: the register's own purchases. */
  readonly boughtPence: Pence[];
};

export const newBlock = (context: PlanContext, categoryKey: string): Block => ({
  categoryKey, leaves: newLeaves(), slots: [], slotAt: [], prices: newPriceRows(context), slow: new Set(), exposures: new Map(),
  boughtPence: context.years.map(() => 0),
});

/** Rows that a slot begins with room for: of a kind that is a large part of the register nothing has to be moved to more room while it is read. */
const firstRoom = ({ snapshot: { assets } }: PlanContext): number => Math.max(16, Math.ceil(assets.length / 8));

/** The slot of a policy, found or made. */
export function slotOf(context: PlanContext, block: Block, policy: RefreshPolicy, policyAt: number, merges: boolean): Slot {
  const found = block.slotAt[policyAt + 1];
  if (found !== undefined) return found;
  const slot: Slot = {
    policyAt, fundKey: policy.fundKey, chained: policy.binding.length > 0, upgradeAt: upgradeOf(policy)?.atMonths ?? 0,
    upgradePence: upgradePrices(context, policy, block.categoryKey, block.prices.years),
    leavePence: leavePrices(context, policy, block.categoryKey, block.prices.years), back: backOf(policy),
    columns: newColumns(firstRoom(context)), merger: merges ? newMerger() : null,
  };
  block.slots.push(slot);
  return block.slotAt[policyAt + 1] = slot;
}

/** Puts a register row into the columns: into the line of its equals while a register is read, else at the end. */
export function addRow(slot: Slot, row: Row): void {
  if (slot.merger === null) return appendRow(slot.columns, row);
  mergeRow(slot.columns, slot.merger, row);
  if (isIdle(slot.merger, slot.columns)) slot.merger = null;
}

/** Once the register has been read: rows in their order, prices filled in, nothing merged any more. */
export function closeBlock(context: PlanContext, block: Block): void {
  for (const slot of block.slots) {
    slot.columns = settled(slot.columns);
    slot.merger = null;
  }
  fillPrices(context, block.prices, block.categoryKey);
}

/** The prices again, after the rises of the plan have changed. */
export function reprice(context: PlanContext, block: Block): void {
  fillPrices(context, block.prices, block.categoryKey);
  for (const slot of block.slots) {
    const policy = context.snapshot.policies[slot.policyAt];
    if (policy === undefined) continue;
    slot.upgradePence = upgradePrices(context, policy, block.categoryKey, block.prices.years);
    slot.leavePence = leavePrices(context, policy, block.categoryKey, block.prices.years);
  }
}
