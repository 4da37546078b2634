import { and, eq, inArray } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Writer } from '../connection.ts';
import { insertMany } from '../insert-many.ts';
import { contractAssets, expiryDecided } from '../schema/agreements.ts';
import { ledgerEntries } from '../schema/ledger.ts';
import { refreshPolicies } from '../schema/money.ts';
import { assets, warranties } from '../schema/register.ts';
import { plannedActions, scenarioDifferenceAssets } from '../schema/scenarios.ts';
import type { AssetFields } from './assets.ts';
import { copyPolicyDifferences, deleteEmptyDifferences } from './scenarios.ts';

/** What a part of a row has of its own; what it replaced stays the row's, unless it is said. */
export type PartFields = Pick<AssetFields, 'quantity' | 'tag' | 'serial'> & Partial<Pick<AssetFields, 'succeedsAssetId'>>;

type Row = typeof assets.$inferSelect;

/**
 * Takes a row apart: what stays keeps its number, and each copy gets all that the row has, with its cover, its
 * contracts, what was decided about it, what is planned for it in every scenario and a policy of its own. The row is written before its copies: the history of
 * a copy finds the row it came from by that order. Answers the copies' ids.
 */
export function splitAssetRow(writer: Writer, id: number, stays: PartFields, copies: readonly PartFields[]): readonly number[] {
  const row = rowOf(writer, id);
  writer.update(assets).set(stays).where(eq(assets.id, id)).run();
  const ids = insertMany(writer, assets, copies.map((part) => ({ ...row, ...part })));
  for (const table of ATTACHED) copyAttached(writer, table, id, ids);
  copyPolicyDifferences(writer, id, ids);
  return ids;
}

/** What lies beside a row and is about it. */
const ATTACHED = [warranties, contractAssets, expiryDecided, refreshPolicies, plannedActions, scenarioDifferenceAssets] as const;
type Attached = (typeof ATTACHED)[number];

function copyAttached(writer: Writer, table: Attached, from: number, to: readonly number[]): void {
  const rows: readonly Readonly<Record<string, unknown>>[] = writer.select().from(table as SQLiteTable).where(eq(table.assetId, from)).all();
  insertMany(writer, table as SQLiteTable, to.flatMap((assetId) => rows.map((row) => ({ ...row, assetId }))));
}

/** The rows that become one, as `planMerge` settled it. */
export type RowMerge = {
  readonly keepId: number;
  readonly goIds: readonly number[];
  readonly quantity: number;
  /** Columns taken from another row; with null, cleared. */
  readonly columns: readonly { readonly columns: readonly (keyof AssetFields)[]; readonly from: number | null }[];
  /** Cover, contracts, a policy or what is planned, taken from another row as a whole. */
  readonly wholes: readonly { readonly whole: keyof typeof WHOLE_TABLES; readonly from: number }[];
  /** To be added to the notes; '' adds nothing. */
  readonly note: string;
};

const WHOLE_TABLES = { warranties, contracts: contractAssets, policy: refreshPolicies, actions: plannedActions, scenarios: scenarioDifferenceAssets } as const;

/** Makes rows into one group. What points at the rows that go points at the one that stays afterwards. */
export function mergeAssetRows(writer: Writer, { keepId, goIds, quantity, columns, wholes, note }: RowMerge): void {
  const taken = columns.flatMap(({ columns: names, from }) => {
    const source: Row | null = from === null ? null : rowOf(writer, from);
    return names.map((name) => [name, source === null ? null : source[name]] as const);
  });
  const kept: Row = { ...rowOf(writer, keepId), ...Object.fromEntries(taken) };
  const succeeds = kept.succeedsAssetId !== null && goIds.includes(kept.succeedsAssetId) ? null : kept.succeedsAssetId;
  writer.update(assets).set({
    ...Object.fromEntries(taken), quantity, succeedsAssetId: succeeds,
    ...(note === '' ? {} : { notes: kept.notes === null ? note : `${kept.notes}\n${note}` }),
  }).where(eq(assets.id, keepId)).run();
  for (const { whole, from } of wholes) {
    const table = WHOLE_TABLES[whole];
    writer.delete(table).where(eq(table.assetId, keepId)).run();
    copyAttached(writer, table, from, [keepId]);
  }
  writer.update(assets).set({ succeedsAssetId: keepId }).where(inArray(assets.succeedsAssetId, [...goIds])).run();
  writer.update(ledgerEntries).set({ assetId: keepId }).where(inArray(ledgerEntries.assetId, [...goIds])).run();
  moveDecisions(writer, keepId, goIds);
  writer.delete(assets).where(inArray(assets.id, [...goIds])).run();
  deleteEmptyDifferences(writer);
}

/** What was decided about an end holds for the group; where both were decided about, the group's own word stays. */
function moveDecisions(writer: Writer, keepId: number, goIds: readonly number[]): void {
  for (const decided of writer.select().from(expiryDecided).where(inArray(expiryDecided.assetId, [...goIds])).all()) {
    const own = writer.select({ id: expiryDecided.id }).from(expiryDecided).where(and(
      eq(expiryDecided.assetId, keepId), eq(expiryDecided.subject, decided.subject), eq(expiryDecided.endsOn, decided.endsOn),
    )).get();
    if (own === undefined) writer.update(expiryDecided).set({ assetId: keepId }).where(eq(expiryDecided.id, decided.id)).run();
  }
}

function rowOf(writer: Writer, id: number): Row {
  const row = writer.select().from(assets).where(eq(assets.id, id)).get();
  if (row === undefined) throw new Error(`There is no asset ${id}.`);
  return row;
}
