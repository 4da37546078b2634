import { formatDate } from '../../planning/calendar.ts';
import { formatExact, formatRate } from '../../planning/money.ts';
import type { BasisPoints, BindingFactor, IsoDate, Pence } from '../../planning/vocabulary.ts';
import { spanOf, startUpper } from '../../planning/words.ts';
import type { FieldReading } from '../lib/field-text.ts';
import { typedLife, typedYearlyRate } from '../lib/typed-figures.ts';

/** What the fields of a policy say, and how what is typed in them is read. */

/** `4`, `4½`: years where they are whole or half, else `50 months`. */
export const lifeText = (months: number): string =>
  (months % 12 === 0 ? String(months / 12) : months % 6 === 0 && months > 12 ? spanOf(months).replace(/ years$/, '') : `${months} months`);

/** A life as typed, in years or months. Nothing typed is no life. */
export const readLife = (text: string): FieldReading<number> => {
  if (text.trim() === '') return { ok: true, value: null };
  const typed = typedLife(text);
  return 'figure' in typed ? { ok: true, value: typed.figure } : { ok: false, message: typed.problem };
};

/** Months past the end of cover: `6`, `6 months`, 0 to 120. */
export const readTolerance = (text: string): FieldReading<number> => {
  const digits = /^(\d{1,3})\s*(?:m|months?)?$/i.exec(text.trim())?.[1];
  const months = digits === undefined ? NaN : Number(digits);
  return months >= 0 && months <= 120 ? { ok: true, value: months } : { ok: false, message: 'A number of months from 0 to 120 works here, such as 6.' };
};

export const readLossRate = (text: string): FieldReading<BasisPoints> => {
  if (text.trim() === '') return { ok: true, value: null };
  const typed = typedYearlyRate(text, 0, 10_000);
  return 'figure' in typed ? { ok: true, value: typed.figure } : { ok: false, message: 'A rate from 0% to 100% a year works here, such as 5%.' };
};

/** A share of a price: `10`, `12.5%`, 0 to 100%. */
export const readShare = (text: string): FieldReading<BasisPoints> => {
  if (text.trim() === '') return { ok: true, value: null };
  const typed = typedYearlyRate(text, 0, 10_000);
  return 'figure' in typed ? { ok: true, value: typed.figure } : { ok: false, message: 'A share of the price from 0% to 100% works here, such as 10%.' };
};

export const readRise = (text: string): FieldReading<BasisPoints> => {
  if (text.trim() === '') return { ok: true, value: null };
  const typed = typedYearlyRate(text, -5_000, 5_000);
  return 'figure' in typed ? { ok: true, value: typed.figure } : { ok: false, message: 'A rise from −50% to 50% a year works here, such as 3 or −2.5.' };
};

export const readWords = (text: string): FieldReading<string> => {
  const words = text.trim();
  return words.length > 200 ? { ok: false, message: 'At most 200 characters fit here.' } : { ok: true, value: words === '' ? null : words };
};

/** `3`, `−2.5`: per cent under a heading that says so. */
export const riseText = (bp: BasisPoints): string => `${bp < 0 ? '−' : ''}${formatRate(bp).replace('%', '')}`;

export const poundsText = (pence: Pence | null): string => (pence === null ? '' : formatExact(pence).replace('£', ''));
export const dateText = (date: IsoDate | null): string => (date === null ? '' : formatDate(date));

const SHORT_FACTORS: Readonly<Record<BindingFactor, string>> = {
  policy_life: 'policy', warranty_end: 'warranty', vendor_support_end: 'support', os_end: 'system', contract_end: 'lease',
};

/** `Policy, support`: what binds, in a column. */
export const bindingText = (binding: readonly BindingFactor[]): string =>
  (binding.length === 0 ? 'Until it fails' : startUpper(binding.map((factor) => SHORT_FACTORS[factor]).join(', ')));
