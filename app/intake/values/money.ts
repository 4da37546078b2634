import type { Pence } from '../../../planning/vocabulary.ts';
import type { RawCell } from '../raw-table.ts';
import { cellText, isPlaceholder, LONGEST_VALUE } from './cell-text.ts';

/** Unit prices above £10 million do not occur in a school and would leave the range of the sums. */
export const DEAREST_PENCE = 1_000_000_000;

export type MoneyReading =
  | { readonly kind: 'empty' }
  | {
    readonly kind: 'money';
    /** As written: for one or for all, with or without VAT. Rounded half up to the penny. */
    readonly pence: Pence;
    /** What the cell itself says about VAT. */
    readonly vat: 'net' | 'gross' | null;
    readonly foreign: '$' | '€' | null;
  }
  | { readonly kind: 'negative' }
  | { readonly kind: 'unreadable' };

const GROSS_WORDS = /\b(inc|incl|including|inclusive)\b\.?( of)? ?(vat|tax)?|\bgross\b/i;
const NET_WORDS = /\b(exc|excl|excluding|ex|exclusive|plus)\b\.?( of)? ?(vat|tax)?|\+ ?vat\b|\bnet\b/i;
const MONEY_WORDS = /\b(gbp|pounds?|each|ea|per (unit|item)|p\/u|approx\.?|total)\b\.?/gi;

/** Reads one cell of a money column: `£1,234.50`, `1 234,50`, `(12.00)`, `£365 inc VAT`. Zero and placeholders are empty. */
export function readMoney(cell: RawCell | undefined): MoneyReading {
  const text = cellText(cell);
  if (text === '' || isPlaceholder(text)) return { kind: 'empty' };
  if (text.length > LONGEST_VALUE) return { kind: 'unreadable' };
  const vat = GROSS_WORDS.test(text) ? 'gross' : NET_WORDS.test(text) ? 'net' : null;
  const foreign = /\$|\busd\b/i.test(text) ? '$' : /€|\beur\b/i.test(text) ? '€' : null;
  const figures = text.replace(GROSS_WORDS, '').replace(NET_WORDS, '').replaceAll(MONEY_WORDS, '')
    .replaceAll(/[£$€]|\b(usd|eur)\b/gi, '').replaceAll(/[\s'’]/g, '').replace(/\/-$/, '');
  const bracketed = /^\((.+)\)$/.exec(figures);
  const negative = bracketed !== null || /^[-−]/.test(figures) || figures.endsWith('-');
  const digits = decimalText((bracketed?.[1] ?? figures).replaceAll(/[-−+]/g, ''));
  if (digits === null) return { kind: 'unreadable' };
  const pence = penceOf(digits);
  if (pence === 0) return { kind: 'empty' };
  if (negative) return { kind: 'negative' };
  return Number.isSafeInteger(pence) ? { kind: 'money', pence, vat, foreign } : { kind: 'unreadable' };
}

/** `1,234.5` and `1.234,50` as `1234.5` and `1234.50`; null where it is no number. */
function decimalText(text: string): string | null {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^\d+,\d{1,2}$/.test(text)) return text.replace(',', '.');
  return /^(\d+\.?\d*|\.\d+)$/.test(text) ? text : null;
}

/** From the digits, not from a binary fraction: 1.005 is 101 pence. */
function penceOf(digits: string): Pence {
  const [whole = '', fraction = ''] = digits.split('.');
  const pence = Number(`${whole}${fraction.slice(0, 2).padEnd(2, '0')}`);
  return pence + (Number(fraction.charAt(2) || '0') >= 5 ? 1 : 0);
}

/** a ÷ b, half up, for whole numbers that are not negative. */
export const divideHalfUp = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor));

export type UnitPrice = { readonly netPence: Pence; readonly vatPence: Pence | null };

/**
 * What one item cost, net, with VAT apart where the register gave the price with it: first ÷ quantity, then
 * ÷ 1.2, each half up.
 */
export function unitPrice(pence: Pence, basis: { readonly total: boolean; readonly gross: boolean }, quantity: number): UnitPrice {
  const each = basis.total ? divideHalfUp(pence, quantity) : pence;
  if (!basis.gross) return { netPence: each, vatPence: null };
  const netPence = divideHalfUp(each * 5, 6);
  return { netPence, vatPence: each - netPence };
}
