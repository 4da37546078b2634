import type { AssetField, AssetFieldValues } from '../../app/contract/asset-fields.ts';
import { assetProblems, NO_DAYS } from '../../planning/asset-checks.ts';
import type { CheckedDays } from '../../planning/asset-checks.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import type { RowEdit } from '../grid/edit.ts';
import type { RegisterRow } from './rows.ts';

/** What typing into the register sets: the fields of an asset, and what was paid for all items of a row together. */
export type AssetSet = AssetFieldValues & {
  /** Becomes the price of one once the number of items is known. */
  readonly paidPence?: Pence | null;
};

/** Which column shows a field: where a sentence about it stands. */
const COLUMN_OF: Partial<Record<AssetField, string>> = {
  purchaseDate: 'bought', inServiceDate: 'inUse', coverEnd: 'warranty', vendorSupportEnd: 'vendorSupport', leaseEnd: 'leaseEnd', disposedOn: 'disposed', dataWipedOn: 'wiped',
};

const quantityOf = (row: RegisterRow | null, set: AssetSet): number => set.quantity ?? row?.quantity ?? 1;

/** What cannot be true of a row after all of what was typed into it, by column. */
export const assetSetProblems = (row: RegisterRow | null, set: AssetSet, asOf: IsoDate): readonly { readonly column: string; readonly message: string }[] => {
  const { status, purchaseDate, inServiceDate, coverEnd, vendorSupportEnd, leaseEnd, disposedOn, dataWipedOn } = { ...(row?.asset ?? NO_DAYS), ...set };
  const after: CheckedDays = {
    status: status ?? NO_DAYS.status, purchaseDate: purchaseDate ?? null, inServiceDate: inServiceDate ?? null, coverEnd: coverEnd ?? null,
    vendorSupportEnd: vendorSupportEnd ?? null, leaseEnd: leaseEnd ?? null,
    disposedOn: disposedOn ?? null, dataWipedOn: dataWipedOn ?? null,
  };
  const problems = assetProblems(after, new Set(Object.keys(set)), asOf)
    .map(({ field, sentence }) => ({ column: COLUMN_OF[field] ?? field, message: sentence }));
  const quantity = quantityOf(row, set);
  if (set.paidPence !== undefined && set.paidPence !== null && set.paidPence % quantity !== 0) {
    problems.push({ column: 'paid', message: `That is no whole number of pence for each of ${quantity}. Type what one cost under “Paid each”.` });
  }
  if (set.make && set.model === undefined && (row?.asset.modelId ?? null) === null) {
    problems.push({ column: 'make', message: 'A make is kept with its model: give the model too.' });
  }
  return problems;
};

/** The fields as the command takes them. */
export const assetFieldsOf = ({ row, set: { paidPence, ...fields } }: RowEdit<RegisterRow, AssetSet>): AssetFieldValues =>
  (paidPence === undefined ? fields : { ...fields, unitPaidPence: paidPence === null ? null : paidPence / quantityOf(row, fields) });

/** A row that a paste adds is of the kind of the row above it and says that, unless it says otherwise. */
export const completedRow = (set: AssetSet, above: RegisterRow | null): AssetSet => ({
  ...set,
  categoryKey: set.categoryKey ?? above?.asset.categoryKey ?? 'other',
  ...(set.categoryKey === undefined && set.userGroup === undefined && above !== null ? { userGroup: above.asset.userGroup } : {}),
  description: set.description ?? (set.make && set.model ? `${set.make} ${set.model}` : set.model ?? above?.kind ?? 'Other items'),
});
