import type { RawCell } from '../raw-table.ts';
import { cellText, isPlaceholder, LONGEST_VALUE } from './cell-text.ts';

export const LARGEST_QUANTITY = 1_000_000;

export type QuantityReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'quantity'; readonly quantity: number }
  /** Why the row cannot be kept. */
  | { readonly kind: 'refused'; readonly reason: string };

const QUANTITY =
  /^x? ?(-|−)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)? ?(x|off|no\.?|nr\.?|pcs?\.?|pieces|units?|items?|ea\.?|each)?$/i;

/** Reads `30`, `1,200`, `30.0`, `30 units`, `x30`. A zero is not a placeholder here: it says that there is none. */
export function readQuantity(cell: RawCell | undefined): QuantityReading {
  const text = cellText(cell);
  if (text === '' || (isPlaceholder(text) && !/\d/.test(text))) return { kind: 'empty' };
  const found = text.length > LONGEST_VALUE ? null : QUANTITY.exec(text);
  if (!found) return refused(`the quantity “${text.slice(0, 40)}” is not a number`);
  const [, minus, whole = '', fraction = ''] = found;
  if (minus !== undefined) return refused(`the quantity ${text.slice(0, 40)} is less than one`);
  if (Number(fraction || '0') !== 0) return refused(`the quantity ${text.slice(0, 40)} is not a whole number`);
  const quantity = Number(whole.replaceAll(',', ''));
  if (quantity < 1) return refused('the quantity is 0');
  if (quantity > LARGEST_QUANTITY) return refused(`the quantity ${text.slice(0, 40)} is more than 1,000,000`);
  return { kind: 'quantity', quantity };
}

const refused = (reason: string): QuantityReading => ({ kind: 'refused', reason });
