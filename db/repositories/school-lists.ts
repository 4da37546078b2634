import { desc, eq, inArray } from 'drizzle-orm';
import type { Category } from '../../planning/categories.ts';
import type { Department, Location, YearGroup } from '../../planning/snapshot.ts';
import { foldedName } from '../../planning/words.ts';
import type { Writer } from '../connection.ts';
import { softwareDepartments } from '../schema/agreements.ts';
import { groupMembers } from '../schema/decisions.ts';
import { categories } from '../schema/lookups.ts';
import { refreshPolicies } from '../schema/money.ts';
import { conversations, needEvidence, needs, optionCosts, roundPeople } from '../schema/needs.ts';
import { assets, departments, locations, yearGroups } from '../schema/register.ts';

/* The lists that register rows share, kept by hand: places, departments, year groups, kinds. */

export const insertPlace = (writer: Writer, place: Omit<Location, 'id'>): number =>
  writer.insert(locations).values(place).returning({ id: locations.id }).get().id;

export function updatePlace(writer: Writer, id: number, fields: Partial<Omit<Location, 'id'>>): void {
  if (Object.keys(fields).length > 0) writer.update(locations).set(fields).where(eq(locations.id, id)).run();
}

/** Kit and places of those that go are in the one that is kept, and what needs say of them is said of it. */
export function mergePlaces(writer: Writer, keepId: number, goIds: readonly number[]): void {
  const going = [...goIds];
  writer.update(assets).set({ locationId: keepId }).where(inArray(assets.locationId, going)).run();
  for (const table of [needEvidence, optionCosts]) writer.update(table).set({ locationId: keepId }).where(inArray(table.locationId, going)).run();
  writer.update(locations).set({ parentId: keepId }).where(inArray(locations.parentId, going)).run();
  writer.delete(locations).where(inArray(locations.id, going)).run();
}

export function deletePlace(writer: Writer, id: number): void {
  writer.delete(locations).where(eq(locations.id, id)).run();
}

export const insertDepartment = (writer: Writer, fields: Omit<Department, 'id'>): number =>
  writer.insert(departments).values(fields).returning({ id: departments.id }).get().id;

export function updateDepartment(writer: Writer, id: number, fields: Partial<Omit<Department, 'id'>>): void {
  if (Object.keys(fields).length > 0) writer.update(departments).set(fields).where(eq(departments.id, id)).run();
}

/** Kit, software and people of those that go are the kept one's, with their needs; a title that both used is used once, and nobody is heard twice. */
export function mergeDepartments(writer: Writer, keepId: number, goIds: readonly number[]): void {
  const going = [...goIds];
  writer.update(assets).set({ departmentId: keepId }).where(inArray(assets.departmentId, going)).run();
  const titles = new Set(writer.select().from(softwareDepartments).where(eq(softwareDepartments.departmentId, keepId)).all().map(({ agreementId }) => agreementId));
  for (const { id, agreementId } of writer.select().from(softwareDepartments).where(inArray(softwareDepartments.departmentId, going)).all()) {
    if (titles.has(agreementId)) continue;
    titles.add(agreementId);
    writer.update(softwareDepartments).set({ departmentId: keepId }).where(eq(softwareDepartments.id, id)).run();
  }
  mergePeople(writer, keepId, going);
  writer.delete(departments).where(inArray(departments.id, going)).run();
}

/** People, conversations and needs that name a department which goes name the kept one. */
function mergePeople(writer: Writer, keepId: number, going: number[]): void {
  for (const table of [conversations, groupMembers, needs, needEvidence]) writer.update(table).set({ departmentId: keepId }).where(inArray(table.departmentId, going)).run();
  const keyOf = ({ year, role }: { readonly year: number; readonly role: string }): string => `${year} ${foldedName(role)}`;
  const there = new Set(writer.select().from(roundPeople).where(eq(roundPeople.departmentId, keepId)).all().map(keyOf));
  for (const person of writer.select().from(roundPeople).where(inArray(roundPeople.departmentId, going)).all()) {
    if (there.has(keyOf(person))) writer.delete(roundPeople).where(eq(roundPeople.id, person.id)).run();
    else writer.update(roundPeople).set({ departmentId: keepId }).where(eq(roundPeople.id, person.id)).run();
    there.add(keyOf(person));
  }
}

export function deleteDepartment(writer: Writer, id: number): void {
  writer.delete(departments).where(eq(departments.id, id)).run();
}

export const insertYearGroup = (writer: Writer, fields: Omit<YearGroup, 'id'>): number =>
  writer.insert(yearGroups).values(fields).returning({ id: yearGroups.id }).get().id;

export function updateYearGroup(writer: Writer, id: number, fields: Partial<Omit<YearGroup, 'id'>>): void {
  if (Object.keys(fields).length > 0) writer.update(yearGroups).set(fields).where(eq(yearGroups.id, id)).run();
}

export function mergeYearGroups(writer: Writer, keepId: number, goIds: readonly number[]): void {
  const going = [...goIds];
  writer.update(assets).set({ yearGroupId: keepId }).where(inArray(assets.yearGroupId, going)).run();
  writer.delete(yearGroups).where(inArray(yearGroups.id, going)).run();
}

export function deleteYearGroup(writer: Writer, id: number): void {
  writer.delete(yearGroups).where(eq(yearGroups.id, id)).run();
}

/** Adds a kind of the school's own, after all others. */
export function insertCategory(writer: Writer, category: Category): void {
  const last = writer.select({ position: categories.position }).from(categories).orderBy(desc(categories.position)).limit(1).get();
  writer.insert(categories).values({ ...category, position: (last?.position ?? 0) + 1 }).run();
}

export function updateCategory(writer: Writer, key: string, fields: Partial<Omit<Category, 'key'>>): void {
  if (Object.keys(fields).length > 0) writer.update(categories).set(fields).where(eq(categories.key, key)).run();
}

/** Takes a kind away with its policies; what is of that kind must be gone. */
export function deleteCategory(writer: Writer, key: string): void {
  writer.delete(refreshPolicies).where(eq(refreshPolicies.categoryKey, key)).run();
  writer.delete(categories).where(eq(categories.key, key)).run();
}
