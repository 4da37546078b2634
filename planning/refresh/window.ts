import { addMonths, monthOf } from '../calendar.ts';
import type { RefreshPolicy } from '../snapshot.ts';
import type { IsoDate, MonthIndex } from '../vocabulary.ts';

/** A purchase may be placed so many months before it is due, at most. */
export const MOST_MONTHS_BEFORE = 11;

/** The calendar months (1 to 12) in which a policy places purchases; empty means any. */
export const purchaseMonths = (policy: Pick<RefreshPolicy, 'purchaseMonths'>): readonly number[] =>
  policy.purchaseMonths.filter((month) => Number.isInteger(month) && month >= 1 && month <= 12);

/**
 * The day on which something due is bought: in the last month at or before its own in which the policy places
 * purchases. Where that month lies before `earliest` (it has gone by, or what is replaced was not there yet), it is
 * bought when it is due.
 */
export function placedOn(policy: Pick<RefreshPolicy, 'purchaseMonths'>, due: IsoDate, earliest: MonthIndex): IsoDate {
  if (policy.purchaseMonths.length === 0) return due;
  const months = purchaseMonths(policy);
  if (months.length === 0) return due;
  const own = monthOf(due);
  let month = own;
  while (!months.includes(month - Math.floor(month / 12) * 12 + 1)) month -= 1;
  return month < earliest ? due : addMonths(due, month - own);
}
