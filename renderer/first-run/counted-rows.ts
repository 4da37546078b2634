import type { Request } from '../../app/contract/contract.ts';
import { USER_GROUPS } from '../../planning/vocabulary.ts';
import { readBoughtIn, readCount, readPounds } from '../lib/field-text.ts';
import type { FieldReading } from '../lib/field-text.ts';

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
export const isBlank = (row: TypedRow): boolean => [row.quantity, row.boughtIn, row.paid].every((text) => text.trim() === '');

/** What must be put right in a line before it can be counted, by field; null where nothing. */
export type RowProblems = { readonly quantity: string | null; readonly boughtIn: string | null; readonly paid: string | null };
export const NO_PROBLEMS: RowProblems = { quantity: null, boughtIn: null, paid: null };

const problem = (reading: FieldReading<unknown>): string | null => (reading.ok ? null : reading.message);
const valueOf = <Value>(reading: FieldReading<Value>): Value | null => (reading.ok ? reading.value : null);

/** How many is needed; when it came and what it cost may be left out. */
export const problemsOf = (row: TypedRow): RowProblems => ({
  quantity: problem(readCount(row.quantity)),
  boughtIn: problem(readBoughtIn(row.boughtIn)),
  paid: problem(readPounds(row.paid)),
});

export const hasProblem = (problems: RowProblems): boolean => Object.values(problems).some((text) => text !== null);

/** The line as the register takes it. Only for lines without problems. */
export const countedFrom = (row: TypedRow): Request<'register.count'>['rows'][number] => ({
  categoryKey: row.categoryKey,
  userGroup: USER_GROUPS.find((group) => group === row.userGroup) ?? null,
  quantity: valueOf(readCount(row.quantity)) ?? 1,
  boughtIn: valueOf(readBoughtIn(row.boughtIn)),
  unitPaidPence: valueOf(readPounds(row.paid)),
});
