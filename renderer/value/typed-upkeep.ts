import { formatCount } from '../../planning/money.ts';
import type { FieldReading } from '../lib/field-text.ts';

/** What is typed of a kind's use, and of what time and power cost. Nothing typed is not known. */

/** A whole number from 0 to `most`. */
export const readWhole = (most: number, example: string) => (text: string): FieldReading<number> => {
  const digits = text.replaceAll(',', '').trim();
  if (digits === '') return { ok: true, value: null };
  return /^\d{1,6}$/u.test(digits) && Number(digits) <= most ? { ok: true, value: Number(digits) }
    : { ok: false, message: `A whole number up to ${formatCount(most)} works here, such as ${example}.` };
};

export const readWatts = readWhole(20_000, '45');
export const readDays = readWhole(366, '190');
export const readMinutes = readWhole(60_000, '40');

/** Hours a day to a tenth, in tenths: 6.5, 8. From 0 to 24. */
export function readHours(text: string): FieldReading<number> {
  const digits = text.trim().replace(/\s*(?:h|hours?)$/iu, '');
  if (digits === '') return { ok: true, value: null };
  const tenths = Math.round(Number(digits) * 10);
  return /^\d{1,2}(\.\d)?$/u.test(digits) && tenths <= 240 ? { ok: true, value: tenths } : { ok: false, message: 'Hours a day from 0 to 24 work here, such as 6.5.' };
}

/** Pence for a kilowatt-hour, to hundredths: 24.5, 24.55p. From 0 to 1,000. */
export function readEnergyRate(text: string): FieldReading<number> {
  const digits = text.trim().replace(/\s*p$/iu, '');
  if (digits === '') return { ok: true, value: null };
  const rate = Math.round(Number(digits) * 100);
  return /^\d{1,4}(\.\d{1,2})?$/u.test(digits) && rate <= 100_000 ? { ok: true, value: rate } : { ok: false, message: 'Pence for a kilowatt-hour work here, such as 24.5.' };
}
