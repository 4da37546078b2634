import { asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Warranty } from '../../planning/snapshot.ts';
import { connectionOf, type Reader, type Writer } from '../connection.ts';
import { insertMany } from '../insert-many.ts';
import { warranties } from '../schema/register.ts';

export type NewWarranty = Pick<Warranty, 'endsOn'> & Partial<Omit<Warranty, 'id' | 'assetId' | 'endsOn'>>;

/** Every period of the plan, by asset and end. Written out, because drizzle's mapping of fifty thousand rows takes longer than reading them. */
export function listAllWarranties(reader: Reader): readonly Warranty[] {
  return connectionOf(reader).prepare<[], Warranty>(`SELECT id, asset_id AS assetId, starts_on AS startsOn, ends_on AS endsOn,
    supplier_id AS supplierId, reference, kind, cost_pence AS costPence FROM warranties ORDER BY asset_id, ends_on, id`).all();
}

/** The periods of one asset, the earliest end first. */
export function listWarranties(reader: Reader, assetId: number): readonly Warranty[] {
  return reader.select().from(warranties).where(eq(warranties.assetId, assetId))
    .orderBy(asc(warranties.endsOn), asc(warranties.id)).all();
}

/** The periods of these assets, each asset's earliest end first. */
export function listWarrantiesOf(reader: Reader, assetIds: readonly number[]): ReadonlyMap<number, readonly Warranty[]> {
  const periods = connectionOf(reader).prepare<[string], Warranty>(`SELECT id, asset_id AS assetId, starts_on AS startsOn, ends_on AS endsOn,
    supplier_id AS supplierId, reference, kind, cost_pence AS costPence FROM warranties
    WHERE asset_id IN (SELECT value FROM json_each(?)) ORDER BY asset_id, ends_on, id`).all(JSON.stringify(assetIds));
  return Map.groupBy(periods, ({ assetId }) => assetId);
}

/** What becomes of periods: gone, with other days, or new. Prepared once, because ten thousand assets may be covered anew at a time. */
export function changeWarranties(writer: Writer, { removed, moved, added }: {
  readonly removed: readonly number[];
  readonly moved: readonly Pick<Warranty, 'id' | 'startsOn' | 'endsOn'>[];
  readonly added: readonly (Pick<Warranty, 'assetId'> & NewWarranty)[];
}): void {
  const connection = connectionOf(writer);
  connection.prepare<[string]>('DELETE FROM warranties WHERE id IN (SELECT value FROM json_each(?))').run(JSON.stringify(removed));
  const move = connection.prepare<[string | null, string, number]>('UPDATE warranties SET starts_on = ?, ends_on = ? WHERE id = ?');
  for (const { id, startsOn, endsOn } of moved) move.run(startsOn, endsOn, id);
  insertMany(writer, warranties, added.map(({ assetId, ...period }) => warrantyRow(assetId, period)));
}

export const warrantyRow = (assetId: number, period: NewWarranty): typeof warranties.$inferInsert =>
  ({ startsOn: null, supplierId: null, reference: null, kind: 'standard', costPence: null, ...period, assetId });

export function addWarranty(writer: Writer, assetId: number, period: NewWarranty): void {
  writer.insert(warranties).values(warrantyRow(assetId, period)).run();
}

/** Makes these the periods of an asset. Periods that are there already are left as they are. */
export function replaceWarranties(writer: Writer, assetId: number, periods: readonly NewWarranty[]): void {
  const wanted = periods.map(fingerprint);
  const kept = new Set<string>();
  for (const old of listWarranties(writer, assetId)) {
    const print = fingerprint(old);
    if (wanted.includes(print) && !kept.has(print)) kept.add(print);
    else writer.delete(warranties).where(eq(warranties.id, old.id)).run();
  }
  for (const [index, period] of periods.entries()) {
    const print = wanted[index] ?? '';
    if (!kept.has(print)) addWarranty(writer, assetId, period);
    kept.add(print);
  }
}

const fingerprint = ({ startsOn, endsOn, supplierId, reference, kind, costPence }: NewWarranty): string =>
  JSON.stringify([startsOn ?? null, endsOn, supplierId ?? null, reference ?? null, kind ?? 'standard', costPence ?? null]);

/** Adds the same period to each of these assets. */
export const addWarrantyToEach = (writer: Writer, assetIds: readonly number[], period: NewWarranty): readonly number[] =>
  insertMany(writer, warranties, assetIds.map((assetId) => warrantyRow(assetId, period)));

/** The periods whose number is in the list, however long it is: SQLite takes it as one value. */
const amongIds = (ids: readonly number[]): SQL => sql`${warranties.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** Changes the fields named in each of these periods; the others stay. */
export function updateWarranties(writer: Writer, ids: readonly number[], fields: Partial<Omit<Warranty, 'id' | 'assetId'>>): void {
  if (Object.keys(fields).length > 0) writer.update(warranties).set(fields).where(amongIds(ids)).run();
}

export function deleteWarranties(writer: Writer, ids: readonly number[]): void {
  writer.delete(warranties).where(amongIds(ids)).run();
}
