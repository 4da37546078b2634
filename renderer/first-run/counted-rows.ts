import type { Request } from '../../app/contract/contract.ts';
import { poundsToPence } from '../../planning/money.ts';
import { USER_GROUPS } from '../../planning/vocabulary.ts';

/** One line of the counting table as it was typed. */
export type TypedRow = {
  readonly categoryKey: string;
  readonly userGroup: string;
  readonly quantity: string;
  readonly boughtIn: string;
  readonly paid: string;
};

export const BLANK_ROW: TypedRow = { categoryKey: 'laptop', userGroup: '', quantity: '', boughtIn: '', paid: '' };

/** A line nobody has written on: it is not counted and not complained about. */
export const isBlank = (row: TypedRow): boolean => row.quantity.trim() === '' && row.boughtIn.trim() === '' && row.paid.trim() === '';

export type RowProblems = { readonly quantity?: string; readonly boughtIn?: string; readonly paid?: string };

const MOST_ITEMS = 1_000_000;
const MOST_POUNDS = 10_000_000;
const BOUGHT_IN = /^(\d{4}|\d{4}\/\d{2}|\d{4}-\d{2}|\d{4}-\d{2}-\d{2})$/;

/** A whole number as people write it: `1,140`. null where it is not one. */
const wholeNumber = (typed: string): number | null => {
  const digits = typed.replaceAll(',', '').trim();
  return /^\d+$/.test(digits) ? Number(digits) : null;
};

/** Pounds as people write them: `365`, `£1,240.50`. null where they are not pounds. */
const pounds = (typed: string): number | null => {
  const digits = typed.replaceAll(/[£,\s]/g, '');
  return /^\d+(\.\d{1,2})?$/.test(digits) ? Number(digits) : null;
};

/** What must be put right in a line before it can be counted, by field; empty where nothing. */
export function problemsOf(row: TypedRow): RowProblems {
  const quantity = wholeNumber(row.quantity);
  const paid = pounds(row.paid);
  return {
    ...(quantity === null || quantity < 1 || quantity > MOST_ITEMS ? { quantity: 'A whole number from 1 works here.' } : {}),
    ...(row.boughtIn.trim() !== '' && !BOUGHT_IN.test(row.boughtIn.trim()) ? { boughtIn: 'Write a year, a month or a day: 2021, 2021-09 or 2021-09-14.' } : {}),
    ...(row.paid.trim() !== '' && (paid === null || paid > MOST_POUNDS) ? { paid: 'Pounds for one, such as 365, work here.' } : {}),
  };
}

/** The line as the register takes it. Only for lines without problems. */
export function countedFrom(row: TypedRow): Request<'register.count'>['rows'][number] {
  const paid = pounds(row.paid);
  return {
    categoryKey: row.categoryKey,
    userGroup: USER_GROUPS.find((group) => group === row.userGroup) ?? null,
    quantity: wholeNumber(row.quantity) ?? 1,
    boughtIn: row.boughtIn.trim() === '' ? null : row.boughtIn.trim(),
    unitPaidPence: paid === null ? null : poundsToPence(paid),
  };
}
