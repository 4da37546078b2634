import { monthOf } from './calendar.ts';
import { isSaneQuantity, type PlanContext } from './context.ts';
import { isUnitPrice } from './money.ts';
import { known, standingOf } from './refresh/due.ts';
import type { Asset } from './snapshot.ts';
import type { Spent } from './totals.ts';
import type { CostCategory, FundKey, MonthIndex, Pence } from './vocabulary.ts';

/** Money spent in the open year, and what the plan knows it by. At most one of the two is set. */
export type SpentLine = Spent & {
  /** The register's own purchase, a running cost of a month gone, consumables bought. */
  readonly source: 'purchase' | 'charge' | 'consumable';
  readonly month: MonthIndex;
  readonly costCategory: CostCategory;
  /** The fund that was named for it; null where none was. */
  readonly fundKey: FundKey | null;
  readonly assetId: number | null;
  readonly recurringId: number | null;
};

/** A purchase of the register's own that the open year has already paid for. */
export type Purchase = {
  readonly month: MonthIndex;
  readonly quantity: number;
  /** What was paid for all of them, net; null where the register does not say. */
  readonly pence: Pence | null;
};

/**
 * What was bought in the years shown up to the as-at date, at what was paid: also in the as-at month, for what has
 * come in it is no longer to come. Kit that has left since was still paid for; kit that is planned or on order is
 * still to come.
 */
export function purchaseOf(context: PlanContext, asset: Asset): Purchase | null {
  if (standingOf(asset.status) === 'on_the_way' || !isSaneQuantity(asset.quantity)) return null;
  const bought = known(asset.purchaseDate);
  if (bought === null) return null;
  const month = monthOf(bought);
  if (month < context.firstMonth || bought > context.asOf || month >= context.endMonth) return null;
  const paid = isUnitPrice(asset.unitPaidPence) ? asset.unitPaidPence * asset.quantity : null;
  return { month, quantity: asset.quantity, pence: paid };
}
