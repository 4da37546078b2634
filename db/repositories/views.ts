import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../connection.ts';
import { savedViews } from '../schema/views.ts';

export type StoredView = typeof savedViews.$inferSelect;
type Content = StoredView['view'];

/** The saved views: those with a star first, then by name. */
export function listViews(reader: Reader): readonly StoredView[] {
  return reader.select().from(savedViews).orderBy(desc(savedViews.starred), asc(sql`lower("name")`), asc(savedViews.id)).all();
}

/** Keeps a view under its name; one of that name in the same list is replaced. Answers its number. */
export function saveView(writer: Writer, { area, name, view }: { readonly area: string; readonly name: string; readonly view: Content }): number {
  const found = writer.select({ id: savedViews.id }).from(savedViews)
    .where(and(eq(savedViews.area, area), sql`lower("name") = lower(${name})`)).get();
  if (found === undefined) {
    return writer.insert(savedViews).values({ area, name, view, starred: false, isDefault: false }).returning({ id: savedViews.id }).get().id;
  }
  writer.update(savedViews).set({ name, view }).where(eq(savedViews.id, found.id)).run();
  return found.id;
}

export function updateView(writer: Writer, id: number, fields: Partial<Pick<StoredView, 'name' | 'starred'>>): void {
  writer.update(savedViews).set(fields).where(eq(savedViews.id, id)).run();
}

/** Lets its list open with this view, or with none; the one before steps back first, because a list has one at most. */
export function setDefaultView(writer: Writer, { id, area }: Pick<StoredView, 'id' | 'area'>, isDefault: boolean): void {
  if (isDefault) writer.update(savedViews).set({ isDefault: false }).where(and(eq(savedViews.area, area), eq(savedViews.isDefault, true))).run();
  writer.update(savedViews).set({ isDefault }).where(eq(savedViews.id, id)).run();
}

export function deleteView(writer: Writer, id: number): void {
  writer.delete(savedViews).where(eq(savedViews.id, id)).run();
}
