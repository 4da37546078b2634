import type { Reserve } from '../../../planning/budget/finance.ts';
import { PAYING_WORDS } from '../../../planning/budget/reserve.ts';
import { formatExact } from '../../../planning/money.ts';
import type { FinancialYear } from '../../../planning/result.ts';
import { SPREADS, type Spread } from '../../../planning/smoothing.ts';
import type { Pence } from '../../../planning/vocabulary.ts';
import { readPounds, type FieldReading } from '../../lib/field-text.ts';

/** The reserve as it stands in the fields of its form. */
export type TypedReserve = {
  readonly opening: string; readonly openingYear: number; readonly floor: string; readonly spread: Spread | null;
  /** What is paid in by hand, by year; with a minus for what is taken out. */
  readonly paidIn: Readonly<Record<number, string>>;
};

export const AS_DUE = 'as_due';
export const PAYING_OPTIONS = [
  { value: AS_DUE, label: PAYING_WORDS.as_due }, ...SPREADS.map((spread) => ({ value: spread as string, label: PAYING_WORDS[spread] })),
];

const plain = (pence: Pence): string => formatExact(pence).replace('£', '');

export function typedReserve(reserve: Reserve | null, years: readonly FinancialYear[]): TypedReserve {
  const first = years[0]?.year ?? 0;
  return {
    opening: reserve === null ? '' : plain(reserve.openingPence), openingYear: reserve?.openingYear ?? first,
    floor: reserve === null || reserve.floorPence === 0 ? '' : plain(reserve.floorPence), spread: reserve?.spread ?? null,
    paidIn: Object.fromEntries(years.map(({ year }) => {
      const pence = reserve?.contributions.find((each) => each.year === year)?.pence;
      return [year, pence === undefined ? '' : plain(pence)];
    })),
  };
}

/** Pounds that may be less than nothing: `-500`, `−500`, `£1,200`. */
export function readSignedPounds(text: string): FieldReading<Pence> {
  const typed = text.trim();
  const taken = /^[-−]\s*/u.exec(typed);
  const read = readPounds(taken === null ? typed : typed.slice(taken[0].length));
  return read.ok && read.value !== null && taken !== null ? { ok: true, value: -read.value } : read;
}
