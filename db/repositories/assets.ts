import type { Statement } from 'better-sqlite3';
import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { Asset } from '../../planning/snapshot.ts';
import { releaseName, type SupportRelease } from '../../planning/support/release.ts';
import { connectionOf, type Reader, type Writer } from '../connection.ts';
import { insertMany } from '../insert-many.ts';
import { assets, warranties } from '../schema/register.ts';
import { deleteEmptyDifferences } from './scenarios.ts';
import { type NewWarranty, warrantyRow } from './warranties.ts';

/** What a register row itself holds: cover lies in its warranty periods, its source in its import. */
export type AssetFields = Omit<Asset, 'id' | 'coverEnd' | 'source'>;

/** A row to add: what is left out is unknown, one item, in use. */
export type NewAsset = Pick<AssetFields, 'description' | 'categoryKey'> & Partial<AssetFields> & {
  readonly importId?: number | null;
  readonly warranties?: readonly NewWarranty[];
};

/** A row as SQLite answers it: its flags are numbers. */
type StoredAsset = Omit<Asset, Flag> & Readonly<Record<Flag, 0 | 1>>;
type Flag = 'purchaseDateAssumed' | 'osCanMove';

/** What a screen is told of the system is its own word or date, else that of its release. */
const { createdByImport: _, osEnd: _end, ...ownColumns } = getTableColumns(assets);

/**
 * Written out and not built by drizzle, whose mapping of fifty thousand rows of thirty columns takes four times as
 * long as reading them.
 */
const SELECT_ASSETS = `SELECT ${Object.entries(ownColumns).map(([key, column]) => `"${column.name}" AS "${key}"`).join(', ')},
  nullif(max(coalesce((SELECT max(ends_on) FROM warranties WHERE asset_id = assets.id), ''), coalesce((
    SELECT max(ends_on) FROM contract_assets JOIN contract_details USING (agreement_id) JOIN recurring_costs ON recurring_costs.id = agreement_id
    WHERE contract_assets.asset_id = assets.id AND covers_hardware = 1), '')), '') AS coverEnd,
  coalesce(os_end, (SELECT security_end FROM support_releases WHERE id = assets.os_release_id)) AS osEnd,
  (SELECT 'Import ' || id || ' (' || file_name || ')' FROM imports WHERE id = assets.created_by_import) AS source
  FROM assets`;

/** The whole register, oldest row first. */
export function listAssets(reader: Reader): readonly Asset[] {
  return connectionOf(reader).prepare<[], StoredAsset>(`${SELECT_ASSETS} ORDER BY id`).all().map(assetReader(reader));
}

/** These rows of the register, oldest first; numbers that are not there are passed over. */
export function findAssets(reader: Reader, ids: readonly number[]): readonly Asset[] {
  return connectionOf(reader).prepare<[string], StoredAsset>(
    `${SELECT_ASSETS} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ).all(JSON.stringify(ids)).map(assetReader(reader));
}

/** Turns rows into assets. The names of releases are looked up once for all of them. */
function assetReader(reader: Reader): (row: StoredAsset) => Asset {
  const names = new Map(connectionOf(reader).prepare<[], Pick<SupportRelease, 'id' | 'product' | 'label'>>(
    'SELECT id, product, label FROM support_releases WHERE id IN (SELECT os_release_id FROM assets)',
  ).all().map((release) => [release.id, releaseName(release)]));
  return (row) => ({
    ...row, purchaseDateAssumed: row.purchaseDateAssumed === 1, osCanMove: row.osCanMove === 1,
    osName: row.osName ?? (row.osReleaseId === null ? null : names.get(row.osReleaseId) ?? null),
  });
}

const UNKNOWN: Omit<AssetFields, 'description' | 'categoryKey'> = {
  tag: null, serial: null, userGroup: null, modelId: null, departmentId: null, locationId: null, supplierId: null,
  quantity: 1, status: 'in_use', purchaseDate: null, purchaseDateAssumed: false, inServiceDate: null,
  unitPaidPence: null, unitVatPence: null, orderNumber: null, fundKey: null, vendorSupportEnd: null, osEnd: null,
  osCanMove: true, leaseEnd: null, overridePence: null, overridePriceDate: null, movedTo: null, movedReason: null,
  upgradeDoneOn: null, succeedsAssetId: null, notes: null, purchaseDateBasis: null, osReleaseId: null, osName: null,
  yearGroupId: null, orderLineId: null, passedDownOn: null, disposedOn: null, disposalRoute: null, disposalCertificate: null,
  dataWipedOn: null, disposalPence: null,
};

/** Adds rows with their warranty periods. Answers their ids in the order given. */
export function insertAssets(writer: Writer, rows: readonly NewAsset[]): readonly number[] {
  const ids = insertMany(writer, assets, rows.map(({ importId, warranties: _periods, ...fields }) =>
    ({ ...UNKNOWN, ...fields, createdByImport: importId ?? null })));
  insertMany(writer, warranties, rows.flatMap((row, index) =>
    (row.warranties ?? []).map((period) => warrantyRow(ids[index] ?? 0, period))));
  return ids;
}

/** The rows whose number is in the list, however long it is: SQLite takes it as one value. */
const amongIds = (ids: readonly number[]): SQL => sql`${assets.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** Sets the fields named on every row of the list; the others stay. */
export function updateAssets(writer: Writer, ids: readonly number[], fields: Partial<AssetFields>): void {
  if (Object.keys(fields).length === 0) return;
  writer.update(assets).set(fields).where(amongIds(ids)).run();
}

/**
 * Sets on each row its own fields: what an import does with rows that changed, and a paste. One statement is prepared
 * for each set of fields, because building ten thousand of them takes ten times as long as running them.
 */
export function updateEachAsset(
  writer: Writer, changes: readonly { readonly id: number; readonly fields: Partial<AssetFields> }[],
): void {
  const columns = getTableColumns(assets);
  const statements = new Map<string, Statement>();
  for (const { id, fields } of changes) {
    const named = (Object.keys(fields) as (keyof AssetFields)[]).filter((key) => fields[key] !== undefined);
    if (named.length === 0) continue;
    const set = named.map((key) => `"${columns[key].name}" = ?`).join(', ');
    const statement = statements.get(set) ?? connectionOf(writer).prepare(`UPDATE assets SET ${set} WHERE id = ?`);
    statements.set(set, statement);
    statement.run(...named.map((key) => {
      const value = fields[key] ?? null;
      return value === null ? null : columns[key].mapToDriverValue(value);
    }), id);
  }
}

/** Takes rows out of the register, with their warranty periods and policies of their own. */
export function deleteAssets(writer: Writer, ids: readonly number[]): void {
  writer.delete(assets).where(amongIds(ids)).run();
  deleteEmptyDifferences(writer);
}
