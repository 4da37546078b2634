import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { AssetModel, Department, Location, Supplier, YearGroup } from '../../planning/snapshot.ts';
import { placesOf } from '../../planning/places.ts';
import type { Reader, Writer } from '../connection.ts';
import { assetModels, departments, locations, suppliers, yearGroups } from '../schema/register.ts';

/*
 * The names that register rows share. `ensure…` answers the id of the one with that name, adding it where it is
 * new. A name is the same in capitals and small letters, and however many spaces stand in it; the first
 * spelling is kept.
 */

const tidy = (name: string): string => name.trim().replaceAll(/\s+/gu, ' ');

export function listDepartments(reader: Reader): readonly Department[] {
  return reader.select().from(departments).orderBy(asc(departments.id)).all();
}

export function listLocations(reader: Reader): readonly Location[] {
  return reader.select().from(locations).orderBy(asc(locations.id)).all();
}

export function listYearGroups(reader: Reader): readonly YearGroup[] {
  return reader.select().from(yearGroups).orderBy(asc(yearGroups.id)).all();
}

export function listSuppliers(reader: Reader): readonly Supplier[] {
  return reader.select().from(suppliers).orderBy(asc(suppliers.id)).all();
}

export function listModels(reader: Reader): readonly AssetModel[] {
  return reader.select().from(assetModels).orderBy(asc(assetModels.id)).all();
}

export function ensureDepartment(writer: Writer, name: string): number {
  const tidied = tidy(name);
  const found = writer.select({ id: departments.id }).from(departments)
    .where(sql`lower("name") = lower(${tidied})`).get();
  return found?.id ?? writer.insert(departments).values({ name: tidied }).returning({ id: departments.id }).get().id;
}

export function ensureYearGroup(writer: Writer, name: string): number {
  const tidied = tidy(name);
  const found = writer.select({ id: yearGroups.id }).from(yearGroups)
    .where(sql`lower("name") = lower(${tidied})`).get();
  return found?.id ?? writer.insert(yearGroups).values({ name: tidied }).returning({ id: yearGroups.id }).get().id;
}

export function ensureSupplier(writer: Writer, name: string): number {
  const tidied = tidy(name);
  const found = writer.select({ id: suppliers.id }).from(suppliers)
    .where(sql`lower("name") = lower(${tidied})`).get();
  return found?.id ?? writer.insert(suppliers).values({ name: tidied }).returning({ id: suppliers.id }).get().id;
}

/**
 * The place of that name, wherever in the tree it lies; the one that lies in none first. A name with what it lies in
 * ("Tech block, Store") tells two of one name apart. A new one lies in none.
 */
export function ensureLocation(writer: Writer, name: string): number {
  const tidied = tidy(name);
  const top = writer.select({ id: locations.id }).from(locations)
    .where(and(isNull(locations.parentId), sql`lower("name") = lower(${tidied})`)).get();
  const found = top ?? writer.select({ id: locations.id }).from(locations)
    .where(sql`lower("name") = lower(${tidied})`).orderBy(asc(locations.id)).get();
  const meant = found?.id ?? (tidied.includes(',') ? placeByPath(writer, tidied) : null);
  return meant ?? writer.insert(locations).values({ name: tidied }).returning({ id: locations.id }).get().id;
}

/** The one place whose path is that, or ends so; null where none or several do. */
function placeByPath(reader: Reader, path: string): number | null {
  const places = placesOf(listLocations(reader));
  const wanted = path.toLowerCase();
  const fitting = [...places.byId.keys()].filter((id) => {
    const whole = places.pathOf(id)?.toLowerCase() ?? '';
    return whole === wanted || whole.endsWith(`, ${wanted}`);
  });
  return fitting.length === 1 ? fitting[0] ?? null : null;
}

/** The model of that make and name in that category; a new one has no price and no end of support yet. */
export function ensureModel(
  writer: Writer, model: { readonly categoryKey: string; readonly make: string | null; readonly name: string },
): number {
  const { categoryKey } = model;
  const make = model.make === null ? null : tidy(model.make);
  const name = tidy(model.name);
  const found = writer.select({ id: assetModels.id }).from(assetModels).where(and(
    sql`lower("name") = lower(${name})`, eq(assetModels.categoryKey, categoryKey),
    make === null ? isNull(assetModels.make) : and(sql`"make" IS NOT NULL`, sql`lower("make") = lower(${make})`),
  )).get();
  return found?.id ?? writer.insert(assetModels).values({ categoryKey, make, name }).returning({ id: assetModels.id }).get().id;
}

/** Writes what is known of a model into the fields that it lacks; what it says stays. */
export function fillModel(writer: Writer, id: number, known: Pick<AssetModel, 'memoryGb' | 'processor' | 'storageGb'>): void {
  const model = writer.select().from(assetModels).where(eq(assetModels.id, id)).get();
  if (model === undefined) return;
  updateModel(writer, id, {
    ...(model.memoryGb === null && known.memoryGb !== null && { memoryGb: known.memoryGb }),
    ...(model.processor === null && known.processor !== null && { processor: known.processor }),
    ...(model.storageGb === null && known.storageGb !== null && { storageGb: known.storageGb }),
  });
}

/** Changes the fields named; the others stay. */
export function updateModel(writer: Writer, id: number, fields: Partial<Omit<AssetModel, 'id'>>): void {
  if (Object.keys(fields).length === 0) return;
  writer.update(assetModels).set(fields).where(eq(assetModels.id, id)).run();
}
