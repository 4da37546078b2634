import { formatPounds } from '../../planning/money.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import type { RegisterRow } from './rows.ts';

/** What several rows come to. Items without a price are counted in `withoutPrice`, never taken as £0. */
export type Totals = {
  readonly rows: number;
  /** By quantity. */
  readonly items: number;
  readonly costPence: Pence;
  /** Items whose cost is known and in `costPence`. */
  readonly priced: number;
  /** Items to be bought that have no price: `costPence` leaves them out. What leaves for good needs none. */
  readonly withoutPrice: number;
  /** What was paid, where that is known. */
  readonly paidPence: Pence;
  readonly paidItems: number;
};

/** What the rows come to together. */
export const totalsOf = (rows: readonly RegisterRow[]): Totals => {
  const sum = { rows: rows.length, items: 0, costPence: 0, priced: 0, withoutPrice: 0, paidPence: 0, paidItems: 0 };
  for (const row of rows) {
    sum.items += row.quantity;
    sum.costPence += row.costPence ?? 0;
    if (row.costPence !== null && !row.onOrder) sum.priced += row.quantity;
    if (row.due !== null && row.costPence === null && !row.leaves) sum.withoutPrice += row.quantity;
    if (row.paidPence === null) continue;
    sum.paidPence += row.paidPence;
    sum.paidItems += row.quantity;
  }
  return sum;
};

/** What replacing them costs; never £0 where no price is known or nothing is to be bought. */
export const costTotalWords = ({ costPence, priced, withoutPrice }: Totals): string =>
  (priced > 0 ? formatPounds(costPence) : withoutPrice > 0 ? 'no price' : '–');

/** What was paid for them; never £0 where nobody knows. */
export const paidTotalWords = ({ paidPence, paidItems }: Totals): string => (paidItems > 0 ? formatPounds(paidPence) : '–');
