import { addDays } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import type { IsoDate, NotForecastReason } from '../../planning/vocabulary.ts';
import type { RegisterRow } from './rows.ts';

/** What stands in the Due column of kit that has no due date. */
export const LEFT_OUT_WORDS: Readonly<Record<NotForecastReason, string>> = {
  no_purchase_date: 'not known', no_cover_date: 'not known', run_to_fail: 'until it fails',
  status_retired: 'retired', status_disposed: 'disposed of', status_lost: 'lost', status_stolen: 'stolen',
  unusable_value: 'cannot be said', kept: 'kept in use',
};

/** Days ahead in which the end of a warranty wants a look. */
const SOON_DAYS = 90;

export type WarrantyState = 'unknown' | 'ended' | 'soon' | 'covered';

export const warrantyState = (row: RegisterRow, asOf: IsoDate): WarrantyState => {
  if (row.warranty === null) return 'unknown';
  if (row.warranty < asOf) return 'ended';
  return row.warranty <= addDays(asOf, SOON_DAYS) ? 'soon' : 'covered';
};

export const costWords = (row: RegisterRow): string => {
  if (row.due === null) return '';
  if (row.onOrder) return 'on order';
  if (row.leaves) return 'not replaced';
  return row.costPence === null ? 'no price' : formatPounds(row.costPence);
};
