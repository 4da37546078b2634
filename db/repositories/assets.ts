import { asc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { Asset } from '../../planning/snapshot.ts';
import type { Reader, Writer } from '../connection.ts';
import { imports } from '../schema/imports.ts';
import { assets, warranties } from '../schema/register.ts';
import { insertWarranties, type NewWarranty } from './warranties.ts';

/** What a register row itself holds: cover lies in its warranty periods, its source in its import. */
export type AssetFields = Omit<Asset, 'id' | 'coverEnd' | 'source'>;

/** A row to add: what is left out is unknown, one item, in use. */
export type NewAsset = Pick<AssetFields, 'description' | 'categoryKey'> & Partial<AssetFields> & {
  readonly importId?: number | null;
  readonly warranties?: readonly NewWarranty[];
};

const { createdByImport: _, ...ownColumns } = getTableColumns(assets);
const assetColumns = {
  ...ownColumns,
  coverEnd: sql<string | null>`(SELECT max(${warranties.endsOn}) FROM ${warranties} WHERE ${warranties.assetId} = ${assets.id})`,
  source: sql<string | null>`(SELECT 'Import ' || ${imports.id} || ' (' || ${imports.fileName} || ')' FROM ${imports} WHERE ${imports.id} = ${assets.createdByImport})`,
};

/** The rows whose number is in the list, however long it is: SQLite takes it as one value. */
const amongIds = (ids: readonly number[]): SQL => sql`${assets.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** The whole register, oldest row first. */
export function listAssets(reader: Reader): readonly Asset[] {
  return reader.select(assetColumns).from(assets).orderBy(asc(assets.id)).all();
}

/** These rows of the register, oldest first; numbers that are not there are passed over. */
export function findAssets(reader: Reader, ids: readonly number[]): readonly Asset[] {
  return reader.select(assetColumns).from(assets).where(amongIds(ids)).orderBy(asc(assets.id)).all();
}

const UNKNOWN: Omit<AssetFields, 'description' | 'categoryKey'> = {
  tag: null, serial: null, userGroup: null, modelId: null, departmentId: null, locationId: null, supplierId: null,
  quantity: 1, status: 'in_use', purchaseDate: null, purchaseDateAssumed: false, inServiceDate: null,
  unitPaidPence: null, unitVatPence: null, orderNumber: null, fundKey: null, vendorSupportEnd: null, osEnd: null,
  osCanMove: true, leaseEnd: null, overridePence: null, overridePriceDate: null, movedTo: null, movedReason: null,
  upgradeDoneOn: null, succeedsAssetId: null, notes: null,
};

/** Adds rows with their warranty periods. Answers their ids in the order given. */
export function insertAssets(writer: Writer, rows: readonly NewAsset[]): readonly number[] {
  // Built once: a statement for every row would take five times as long as the rows themselves.
  const insert = writer.insert(assets).values({
    tag: sql.placeholder('tag'), serial: sql.placeholder('serial'), description: sql.placeholder('description'),
    categoryKey: sql.placeholder('categoryKey'), userGroup: sql.placeholder('userGroup'),
    modelId: sql.placeholder('modelId'), departmentId: sql.placeholder('departmentId'),
    locationId: sql.placeholder('locationId'), supplierId: sql.placeholder('supplierId'),
    quantity: sql.placeholder('quantity'), status: sql.placeholder('status'),
    purchaseDate: sql.placeholder('purchaseDate'), purchaseDateAssumed: sql.placeholder('purchaseDateAssumed'),
    inServiceDate: sql.placeholder('inServiceDate'), unitPaidPence: sql.placeholder('unitPaidPence'),
    unitVatPence: sql.placeholder('unitVatPence'), orderNumber: sql.placeholder('orderNumber'),
    fundKey: sql.placeholder('fundKey'), vendorSupportEnd: sql.placeholder('vendorSupportEnd'),
    osEnd: sql.placeholder('osEnd'), osCanMove: sql.placeholder('osCanMove'), leaseEnd: sql.placeholder('leaseEnd'),
    overridePence: sql.placeholder('overridePence'), overridePriceDate: sql.placeholder('overridePriceDate'),
    movedTo: sql.placeholder('movedTo'), movedReason: sql.placeholder('movedReason'),
    upgradeDoneOn: sql.placeholder('upgradeDoneOn'), succeedsAssetId: sql.placeholder('succeedsAssetId'),
    createdByImport: sql.placeholder('createdByImport'), notes: sql.placeholder('notes'),
  }).prepare();
  const covers: (NewWarranty & { readonly assetId: number })[] = [];
  const ids = rows.map(({ importId, warranties: periods, ...fields }) => {
    const id = Number(insert.run({ ...UNKNOWN, ...fields, createdByImport: importId ?? null }).lastInsertRowid);
    for (const period of periods ?? []) covers.push({ ...period, assetId: id });
    return id;
  });
  insertWarranties(writer, covers);
  return ids;
}

/** Sets the fields named on every row of the list; the others stay. */
export function updateAssets(writer: Writer, ids: readonly number[], fields: Partial<AssetFields>): void {
  if (Object.keys(fields).length === 0) return;
  writer.update(assets).set(fields).where(amongIds(ids)).run();
}

/** Sets on each row its own fields: what an import does with rows that changed. */
export function updateEachAsset(
  writer: Writer, changes: readonly { readonly id: number; readonly fields: Partial<AssetFields> }[],
): void {
  for (const { id, fields } of changes) {
    if (Object.keys(fields).length > 0) writer.update(assets).set(fields).where(eq(assets.id, id)).run();
  }
}

/** Takes rows out of the register, with their warranty periods and policies of their own. */
export function deleteAssets(writer: Writer, ids: readonly number[]): void {
  writer.delete(assets).where(amongIds(ids)).run();
}
