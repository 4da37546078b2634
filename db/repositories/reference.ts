import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SupportRelease } from '../../planning/support/release.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { Reader, Writer } from '../connection.ts';
import { insertMany } from '../insert-many.ts';
import { softwareDetails } from '../schema/agreements.ts';
import { referenceFacts, supportReleases } from '../schema/reference.ts';
import { assets } from '../schema/register.ts';

export type NewSupportRelease = Omit<SupportRelease, 'id' | 'extendedYearPence' | 'extendedPriceDate'>
  & Partial<Pick<SupportRelease, 'extendedYearPence' | 'extendedPriceDate'>>;

/** A shipped fact, its fields as the file names them, with where it is from and the day it was true. */
export type ReferenceFact = {
  readonly file: string;
  /** Names the fact within its file. */
  readonly key: string;
  readonly fact: Readonly<Record<string, string | number | boolean | null>>;
  readonly source: string;
  readonly licence: string;
  readonly asOf: IsoDate;
};

const { id: _, ...factColumns } = getTableColumns(referenceFacts);

export function listSupportReleases(reader: Reader): readonly SupportRelease[] {
  return reader.select().from(supportReleases).orderBy(asc(supportReleases.product), asc(supportReleases.id)).all();
}

export function insertSupportReleases(writer: Writer, releases: readonly NewSupportRelease[]): void {
  insertMany(writer, supportReleases, releases);
}

/** Adds a release of the school's own; answers its id. */
export const insertOwnRelease = (writer: Writer, release: Omit<SupportRelease, 'id' | 'shipped'>): number =>
  writer.insert(supportReleases).values({ ...release, shipped: false }).returning({ id: supportReleases.id }).get().id;

/** Changes the fields named of a release of the school's own. */
export function updateRelease(writer: Writer, id: number, fields: Partial<Omit<SupportRelease, 'id' | 'shipped'>>): void {
  if (Object.keys(fields).length > 0) writer.update(supportReleases).set(fields).where(eq(supportReleases.id, id)).run();
}

/** Takes a release out; what runs it must have been given another, or none, before. */
export function deleteRelease(writer: Writer, id: number): void {
  writer.delete(supportReleases).where(eq(supportReleases.id, id)).run();
}

/** Gives all kit and software of one release another, or none; where it has none the words say what it was. */
export function moveRelease(writer: Writer, from: number, to: number | null, words: string): void {
  const named = to === null ? { osName: sql`coalesce(${assets.osName}, ${words})` } : {};
  writer.update(assets).set({ osReleaseId: to, ...named }).where(eq(assets.osReleaseId, from)).run();
  writer.update(softwareDetails).set({ supportReleaseId: to }).where(eq(softwareDetails.supportReleaseId, from)).run();
}

/** Every fact of a file, or of all files, in the order in which they were shipped. */
export function listReferenceFacts(reader: Reader, file?: string): readonly ReferenceFact[] {
  return reader.select(factColumns).from(referenceFacts)
    .where(file === undefined ? undefined : eq(referenceFacts.file, file)).orderBy(asc(referenceFacts.id)).all();
}

export function insertReferenceFacts(writer: Writer, facts: readonly ReferenceFact[]): void {
  insertMany(writer, referenceFacts, facts);
}
