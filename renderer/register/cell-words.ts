import { addDays, formatDate } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import type { IsoDate, NotForecastReason, Pence } from '../../planning/vocabulary.ts';
import type { Choice, ColumnFilter } from './filters.ts';
import { columnOf } from './columns.ts';
import type { Subtotal } from './grid-items.ts';
import type { RegisterRow } from './rows.ts';

/** `12 Dec 26`: in tables the century goes without saying. */
export const tableDate = (date: IsoDate): string => formatDate(date).replace(/\d\d(?=\d\d$)/, '');

/** What stands in the Due column of kit that has no due date. */
export const LEFT_OUT_WORDS: Readonly<Record<NotForecastReason, string>> = {
  no_purchase_date: 'not known', no_cover_date: 'not known', run_to_fail: 'until it fails',
  status_retired: 'retired', status_disposed: 'disposed of', status_lost: 'lost', status_stolen: 'stolen',
  unusable_value: 'cannot be said',
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
  return row.costPence === null ? 'no price' : formatPounds(row.costPence);
};

/** What several rows come to; never £0 where no price is known or nothing is to be bought. */
export const subtotalWords = ({ costPence, priced, withoutPrice }: Subtotal): string =>
  (priced > 0 ? formatPounds(costPence) : withoutPrice > 0 ? 'no price' : '–');

/** What a choice is called: its own word, or the column's for "not known". */
export const choiceWords = (filter: { readonly column: ColumnFilter['column'] }, value: Choice['value']): string =>
  value ?? columnOf(filter.column).unknownWords;

const amount = (column: ColumnFilter['column'], value: number): string =>
  (column === 'quantity' ? formatCount(value) : formatPounds(value satisfies Pence));

/** A column's condition on its chip, without the column's name. */
export const filterWords = (filter: ColumnFilter): string => {
  switch (filter.kind) {
    case 'text': return `has “${filter.text.trim()}”`;
    case 'choice': return filter.values.length > 2
      ? `${formatCount(filter.values.length)} chosen`
      : filter.values.map((value) => choiceWords(filter, value)).join(' or ');
    case 'amount': {
      const { column, least, most } = filter;
      if (least !== null && most !== null) return `${amount(column, least)} to ${amount(column, most)}`;
      if (least !== null) return `${amount(column, least)} or more`;
      return most === null ? '' : `${amount(column, most)} or less`;
    }
    case 'unknown': return columnOf(filter.column).unknownWords.toLowerCase();
  }
};
