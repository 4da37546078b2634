import { monthOf } from './calendar.ts';
import { isCovered, isSaneQuantity, type PlanContext } from './context.ts';
import { isUnitPrice } from './money.ts';
import { known, standingOf } from './refresh/due.ts';
import type { Placement } from './result.ts';
import type { Asset } from './snapshot.ts';
import type { Spent } from './totals.ts';
import type { CostCategory, FundKey, IsoDate, MonthIndex, Pence, SpendNature } from './vocabulary.ts';

/** Money spent in the open year, before it is said from which fund and under which code. */
export type UnplacedSpent = Spent & {
  /** The register's own purchase, a running cost of a month gone, consumables bought; or a month's sum as the finance system has it. */
  readonly source: 'purchase' | 'charge' | 'consumable' | 'actual';
  readonly date: IsoDate;
  readonly month: MonthIndex;
  /** Null for an actual: the finance system knows codes and no kinds of kit. */
  readonly categoryKey: string | null;
  readonly costCategory: CostCategory;
  /** The fund that was named for it; null where none was. */
  readonly fundKey: FundKey | null;
  /** 0 for an actual, which is money alone. */
  readonly quantity: number;
  /** VAT beside the net figure: the register's own where it says, else at the school's rate. In no total. */
  readonly vatPence: Pence;
  /** What an actual was booked as; null where the school's rules say. */
  readonly bookedAs: SpendNature | null;
  /** At most one of the two is set. */
  readonly assetId: number | null;
  readonly recurringId: number | null;
};

/** Money spent in the open year, with the fund it was paid from and the code it stands under. */
export type SpentLine = UnplacedSpent & Placement;

/** A purchase of the register's own that the open year has already paid for. */
export type Purchase = {
  readonly date: IsoDate;
  readonly month: MonthIndex;
  readonly quantity: number;
  /** What was paid for all of them, net; null where the register does not say. */
  readonly pence: Pence | null;
  /** VAT on all of them, where the register says. */
  readonly vatPence: Pence | null;
};

/**
 * What was bought in the years shown up to the as-at date, at what was paid: also in the as-at month, for what has
 * come in it is no longer to come. Kit that has left since was still paid for; kit that is planned or on order is
 * still to come. Of a day that the finance system has told of, the register is not asked.
 */
export function purchaseOf(context: PlanContext, asset: Asset): Purchase | null {
  const bought = boughtAs(asset);
  if (bought === null) return null;
  return bought.month < context.firstMonth || bought.date > context.asOf || bought.month >= context.endMonth || isCovered(context, bought.date) ? null : bought;
}

/** What was paid for kit that is here or was, whenever that was; null for kit still to come and where no day is known. */
export function boughtAs(asset: Asset): Purchase | null {
  if (standingOf(asset.status) === 'on_the_way' || !isSaneQuantity(asset.quantity)) return null;
  const date = known(asset.purchaseDate);
  if (date === null) return null;
  const all = (unit: Pence | null): Pence | null => (isUnitPrice(unit) ? unit * asset.quantity : null);
  return { date, month: monthOf(date), quantity: asset.quantity, pence: all(asset.unitPaidPence), vatPence: all(asset.unitVatPence) };
}
