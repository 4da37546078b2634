import type { FieldReading } from '../lib/field-text.ts';

/** Reads a whole number between two bounds; empty is not known. `example` is what works: "16". */
export function readWhole(text: string, least: number, most: number, example: string): FieldReading<number> {
  const typed = text.trim().replace(/(\d),(?=\d{3}(\D|$))/g, '$1');
  if (typed === '') return { ok: true, value: null };
  const value = Number(typed);
  if (!/^\d{1,9}$/.test(typed)) return { ok: false, message: `“${text.trim()}” cannot be read as a whole number. Write it like ${example}.` };
  return value < least || value > most ? { ok: false, message: `A number from ${least} to ${most} works here, such as ${example}.` } : { ok: true, value };
}

/** Reads pupils for each device: "5", "5.5" or "5 to 1"; kept in hundredths. */
export function readTarget(text: string): FieldReading<number> {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?(?:\s*(?:to|:)\s*1)?$/i.exec(typed);
  const value = found === null ? 0 : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0') || 0);
  if (found === null || value < 1 || value > 10_000) return { ok: false, message: `“${typed}” cannot be read as pupils for each device. Write it like 5 or 5.5.` };
  return { ok: true, value };
}

/** `5`, `5.5`: pupils for each device, out of hundredths. */
export const targetText = (hundredths: number | null): string => (hundredths === null ? '' : String(hundredths / 100));
