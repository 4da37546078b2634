import type { BasisPoints, Pence } from './vocabulary.ts';

/** The dearest single item that the sums take: £10 million, in pence. Above it products leave exact doubles. */
export const MOST_UNIT_PENCE: Pence = 1_000_000_000;

/** The most that a budget, a reserve, a limit or a row of the ledger comes to: £100 million, a large trust's, in pence. */
export const MOST_BUDGET_PENCE: Pence = 10_000_000_000;

/** Whether a figure can stand as the price of one: whole pence from nothing to £10 million. */
export const isUnitPrice = (pence: number | null | undefined): pence is Pence =>
  typeof pence === 'number' && Number.isInteger(pence) && pence >= 0 && pence <= MOST_UNIT_PENCE;

/** n ÷ d to the nearest whole number, halves up. Whole numbers, d above 0, |n| below 2^52: exact. */
export const divideHalfUp = (n: number, d: number): number => Math.floor((2 * n + d) / (2 * d));

/** Amounts, or counts, added up. */
export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/**
 * Pounds as typed or read from a cell, to whole pence, half a penny up. Works on the decimal digits, because
 * 1.005 × 100 is 100.49999999999999 in a computer's fractions and must still be 101 pence.
 * Throws a RangeError for anything that is not a number below ten million million.
 */
export function poundsToPence(pounds: number): Pence {
  if (!Number.isFinite(pounds) || Math.abs(pounds) >= 1e13) throw new RangeError('That is not an amount of money.');
  const [whole = '0', fraction = ''] = decimalText(Math.abs(pounds)).split('.');
  const kept = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  const rest = fraction.slice(2);
  // Digits after the second decide; as text, '5' is exactly half a penny and anything after '5' is more.
  if (pounds >= 0) return kept + (rest >= '5' ? 1 : 0);
  const size = kept + (rest > '5' ? 1 : 0);
  return size === 0 ? 0 : -size;
}

/** A number in plain digits: below a millionth, `String` would write an exponent. */
const decimalText = (value: number): string => (value < 1e-6 ? '0' : String(value));

export type PoundsFormat = {
  /** Write the £; true unless set. Big tables carry it in their heading instead. */
  readonly symbol?: boolean;
  /** Show pence; false unless set: whole pounds. */
  readonly pence?: boolean;
};

/** `£1,234`, `−£1,234` with a true minus, `1,234` without the symbol, `£1,234.56` with pence. */
export function formatPounds(pence: Pence, options: PoundsFormat = {}): string {
  const size = Math.abs(pence);
  const pounds = options.pence === true ? Math.floor(size / 100) : divideHalfUp(size, 100);
  const digits = formatCount(pounds) + (options.pence === true ? `.${String(size % 100).padStart(2, '0')}` : '');
  const shownAsNothing = options.pence === true ? size === 0 : pounds === 0;
  return `${pence < 0 && !shownAsNothing ? '−' : ''}${options.symbol === false ? '' : '£'}${digits}`;
}

/** As short as it can be and still exact: `£415`, `£440.27`. For sentences that must add up. */
export const formatExact = (pence: Pence): string => formatPounds(pence, { pence: pence % 100 !== 0 });

/** A whole number with thousands commas: `1,063`. The same in every locale. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** A rate as people say it: 300 is `3%`, 250 is `2.5%`, 325 is `3.25%`. Its size only: the words say rise or fall. */
export function formatRate(bp: BasisPoints): string {
  const size = Math.abs(bp);
  const decimals = String(size % 100).padStart(2, '0').replace(/0+$/, '');
  return `${Math.floor(size / 100)}${decimals === '' ? '' : `.${decimals}`}%`;
}
