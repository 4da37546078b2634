import { asc, eq, inArray } from 'drizzle-orm';
import type { LedgerEntry } from '../../planning/upkeep/ledger-entry.ts';
import type { Reader, Writer } from '../connection.ts';
import { ledgerEntries } from '../schema/ledger.ts';

/** An entry to write down: what is left out is not known, and one item is meant. */
export type NewLedgerEntry = Pick<LedgerEntry, 'kind' | 'happenedOn' | 'categoryKey'> & Partial<Omit<LedgerEntry, 'id'>>;

/** Consumables and losses, oldest first. */
export function listLedger(reader: Reader): readonly LedgerEntry[] {
  return reader.select().from(ledgerEntries).orderBy(asc(ledgerEntries.happenedOn), asc(ledgerEntries.id)).all();
}

/** Writes one entry down. Answers its id. */
export const insertLedgerEntry = (writer: Writer, entry: NewLedgerEntry): number =>
  writer.insert(ledgerEntries).values({ quantity: 1, ...entry }).returning({ id: ledgerEntries.id }).get().id;

/** Changes the fields named; the others stay. */
export function updateLedgerEntry(writer: Writer, id: number, fields: Partial<Omit<LedgerEntry, 'id'>>): void {
  if (Object.keys(fields).length === 0) return;
  writer.update(ledgerEntries).set(fields).where(eq(ledgerEntries.id, id)).run();
}

export function deleteLedgerEntries(writer: Writer, ids: readonly number[]): void {
  writer.delete(ledgerEntries).where(inArray(ledgerEntries.id, [...ids])).run();
}
