import { eq } from 'drizzle-orm';
import type { Reserve } from '../../planning/budget/finance.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import type { Writer } from '../connection.ts';
import { reserve, reserveContributions } from '../schema/finance.ts';

/** The table has one row. */
const ONLY = 1;

/** Says what the reserve holds and how kit is paid for; what is paid in by hand stays. */
export function setReserve(writer: Writer, terms: Omit<Reserve, 'contributions'>): void {
  writer.insert(reserve).values({ id: ONLY, ...terms }).onConflictDoUpdate({ target: reserve.id, set: terms }).run();
}

/** Sets what is paid in, or taken out, in one financial year (named by its start); null takes the entry away. */
export function setContribution(writer: Writer, year: number, pence: Pence | null): void {
  if (pence === null) writer.delete(reserveContributions).where(eq(reserveContributions.year, year)).run();
  else writer.insert(reserveContributions).values({ year, pence }).onConflictDoUpdate({ target: reserveContributions.year, set: { pence } }).run();
}

export function deleteReserve(writer: Writer): void {
  for (const { id } of writer.select({ id: reserveContributions.id }).from(reserveContributions).all()) {
    writer.delete(reserveContributions).where(eq(reserveContributions.id, id)).run();
  }
  writer.delete(reserve).where(eq(reserve.id, ONLY)).run();
}
