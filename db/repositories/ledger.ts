import { asc } from 'drizzle-orm';
import type { LedgerEntry } from '../../planning/upkeep/ledger-entry.ts';
import type { Reader } from '../connection.ts';
import { ledgerEntries } from '../schema/ledger.ts';

/** Consumables and losses, oldest first. */
export function listLedger(reader: Reader): readonly LedgerEntry[] {
  return reader.select().from(ledgerEntries).orderBy(asc(ledgerEntries.happenedOn), asc(ledgerEntries.id)).all();
}
