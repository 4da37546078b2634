import { formatLongDate } from './calendar.ts';
import type { Asset } from './snapshot.ts';
import type { AssetStatus, IsoDate } from './vocabulary.ts';

/** The days of a register row that must agree with one another. */
export type CheckedDays = Pick<Asset, 'status' | 'purchaseDate' | 'inServiceDate' | 'coverEnd' | 'vendorSupportEnd' | 'leaseEnd' | 'disposedOn' | 'dataWipedOn'>;
export type CheckedField = Exclude<keyof CheckedDays, 'status'>;
export type AssetProblem = { readonly field: CheckedField; readonly sentence: string };

/** The days of a row before anything is known of it. */
export const NO_DAYS: CheckedDays = {
  status: 'in_use', purchaseDate: null, inServiceDate: null, coverEnd: null, vendorSupportEnd: null, leaseEnd: null, disposedOn: null, dataWipedOn: null,
};

const yetToCome = (status: AssetStatus): boolean => status === 'planned' || status === 'ordered';
/** Kit that lies in a cupboard may have a first day of use already. */
const yetToBeUsed = (status: AssetStatus): boolean => yetToCome(status) || status === 'in_stock';

/** What cannot end before the day it was bought. */
const AFTER_BOUGHT = ['coverEnd', 'vendorSupportEnd', 'leaseEnd', 'disposedOn'] as const;
const ENDS_WORDS: Readonly<Record<(typeof AFTER_BOUGHT)[number], string>> = {
  coverEnd: 'its warranty ends', vendorSupportEnd: 'its maker’s support ends', leaseEnd: 'its lease ends', disposedOn: 'it left',
};

/**
 * What cannot be true of a row after a change, each at a field that the change touched: kit that is here was bought, and
 * kit in use first used, by the as-at date, nothing of it ends before it was bought, and what has happened did not happen in time to come. What
 * was already so before the change is passed over: a change to the room must not be refused for an old date.
 */
export function assetProblems(after: CheckedDays, touched: ReadonlySet<string>, asOf: IsoDate): readonly AssetProblem[] {
  const problems: AssetProblem[] = [];
  const { purchaseDate: bought } = after;
  if (bought !== null && bought > asOf && !yetToCome(after.status) && (touched.has('purchaseDate') || touched.has('status'))) {
    problems.push({ field: 'purchaseDate', sentence: `${formatLongDate(bought)} is still to come. Kit that has not arrived has the status On order.` });
  }
  const { inServiceDate: used } = after;
  if (used !== null && used > asOf && !yetToBeUsed(after.status) && (touched.has('inServiceDate') || touched.has('status'))) {
    problems.push({ field: 'inServiceDate', sentence: `${formatLongDate(used)} is still to come. Kit that is in use was first used on ${formatLongDate(asOf)} or earlier.` });
  }
  for (const field of AFTER_BOUGHT) {
    const end = after[field];
    if (bought === null || end === null || end >= bought) continue;
    if (touched.has(field)) problems.push({ field, sentence: `Must be after ${formatLongDate(bought)}, when it was bought.` });
    else if (touched.has('purchaseDate')) problems.push({ field: 'purchaseDate', sentence: `Must be before ${formatLongDate(end)}, when ${ENDS_WORDS[field]}.` });
  }
  for (const field of ['disposedOn', 'dataWipedOn'] as const) {
    const day = after[field];
    if (day !== null && day > asOf && touched.has(field)) problems.push({ field, sentence: `${formatLongDate(day)} is still to come.` });
  }
  return problems;
}
