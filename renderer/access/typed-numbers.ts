import type { FieldReading } from '../lib/field-text.ts';

const MOST_PUPILS = 20_000;

/** Pupils: a whole number up to 20,000; nothing typed is not known. */
export function readPupils(text: string): FieldReading<number> {
  const digits = text.replaceAll(',', '').trim();
  if (digits === '') return { ok: true, value: null };
  return /^\d+$/.test(digits) && Number(digits) <= MOST_PUPILS ? { ok: true, value: Number(digits) }
    : { ok: false, message: 'A whole number up to 20,000 works here, such as 180.' };
}

/** Pupils for each device, to hundredths: 5, 2.5, 5 to 1, 5:1. From 0.01 to 100; nothing typed is no target. */
export function readTarget(text: string): FieldReading<number> {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  const digits = typed.replace(/\s*(?:to|:)\s*1$/u, '');
  const hundredths = Math.round(Number(digits) * 100);
  return /^\d{1,3}(\.\d{1,2})?$/.test(digits) && hundredths >= 1 && hundredths <= 10_000 ? { ok: true, value: hundredths }
    : { ok: false, message: 'Write how many pupils may share one device, such as 5 or 2.5.' };
}
