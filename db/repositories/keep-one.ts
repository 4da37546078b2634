import { quoted, watchedTables } from '../changes/audit.ts';
import { connectionOf, type Writer } from '../connection.ts';
import { deleteAssets, findAssets, updateAssets, type AssetFields } from './assets.ts';
import { listWarranties, replaceWarranties, type NewWarranty } from './warranties.ts';

/** What describes one item and may be missing; how many there are and what state it is in is the kept row's to say. */
const TAKEN_OVER = [
  'tag', 'serial', 'userGroup', 'modelId', 'departmentId', 'locationId', 'supplierId', 'inServiceDate', 'unitPaidPence', 'unitVatPence',
  'orderNumber', 'fundKey', 'vendorSupportEnd', 'osReleaseId', 'leaseEnd', 'overridePence', 'movedTo', 'upgradeDoneOn', 'succeedsAssetId',
  'yearGroupId', 'orderLineId', 'passedDownOn',
] as const satisfies readonly (keyof AssetFields)[];

/**
 * Makes one row of several that stand for the same thing: the kept row takes what it lacks from the others, and
 * everything that refers to them (cover, contracts, decisions, the ledger, orders, successors) refers to it; then
 * they go. Where both have something of which there can be one, the kept row's stays.
 */
export function keepOneAsset(writer: Writer, keepId: number, otherIds: readonly number[]): void {
  const found = findAssets(writer, [keepId, ...otherIds]);
  const keep = found.find(({ id }) => id === keepId);
  if (keep === undefined) return;
  const others = otherIds.flatMap((id) => found.find((asset) => asset.id === id) ?? []);
  const taken: Record<string, unknown> = {};
  for (const field of TAKEN_OVER) {
    if (keep[field] !== null) continue;
    const from = others.find((other) => other[field] !== null && !(field === 'succeedsAssetId' && other[field] === keepId));
    if (from !== undefined) taken[field] = from[field];
  }
  updateAssets(writer, [keepId], { ...taken, ...boughtOf(keep, others), ...notesOf(keep, others) });
  replaceWarranties(writer, keepId, periodsOf(writer, [keepId, ...otherIds]));
  pointTo(writer, keepId, otherIds);
  deleteAssets(writer, otherIds);
}

type Bought = Pick<AssetFields, 'purchaseDate' | 'purchaseDateAssumed' | 'purchaseDateBasis'>;

/** A day that somebody knows counts before one that was assumed. */
function boughtOf(keep: Bought, others: readonly Bought[]): Partial<Bought> {
  if (keep.purchaseDate !== null && !keep.purchaseDateAssumed) return {};
  const known = others.find(({ purchaseDate, purchaseDateAssumed }) => purchaseDate !== null && !purchaseDateAssumed)
    ?? (keep.purchaseDate === null ? others.find(({ purchaseDate }) => purchaseDate !== null) : undefined);
  if (known === undefined) return {};
  const { purchaseDate, purchaseDateAssumed, purchaseDateBasis } = known;
  return { purchaseDate, purchaseDateAssumed, purchaseDateBasis };
}

function notesOf(keep: Pick<AssetFields, 'notes'>, others: readonly Pick<AssetFields, 'notes'>[]): Partial<Pick<AssetFields, 'notes'>> {
  const notes = [...new Set([keep, ...others].flatMap((asset) => (asset.notes === null ? [] : [asset.notes])))];
  return notes.length === 0 ? {} : { notes: notes.join('\n') };
}

const periodsOf = (writer: Writer, ids: readonly number[]): NewWarranty[] =>
  ids.flatMap((id) => listWarranties(writer, id).map(({ id: _id, assetId: _assetId, ...period }) => period));

/** Every column of the plan that refers to an asset, read from its own schema, so that a later table cannot be forgotten. */
function pointTo(writer: Writer, keepId: number, otherIds: readonly number[]): void {
  const connection = connectionOf(writer);
  const referring = connection.prepare<[string], { column: string }>(
    'SELECT "from" AS "column" FROM pragma_foreign_key_list(?) WHERE "table" = \'assets\'',
  );
  const ids = JSON.stringify(otherIds);
  for (const table of watchedTables(connection).keys()) {
    if (table === 'warranties') continue;
    for (const { column } of referring.all(table)) {
      // A row that would be there twice is left with the one that goes.
      connection.prepare(
        `UPDATE OR IGNORE ${quoted(table)} SET ${quoted(column)} = ? WHERE ${quoted(column)} IN (SELECT value FROM json_each(?))${table === 'assets' ? ' AND id <> ?' : ''}`,
      ).run(...(table === 'assets' ? [keepId, ids, keepId] : [keepId, ids]));
    }
  }
}
