import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import type { Reader, Writer } from '../connection.ts';
import { insertMany } from '../insert-many.ts';
import { referenceFacts, supportReleases } from '../schema/reference.ts';

/** When support of one release of a system ends; a missing day means that none is known. */
export type SupportRelease = {
  readonly id: number;
  readonly product: string;
  readonly cycle: string;
  readonly label: string;
  readonly releasedOn: IsoDate | null;
  readonly activeEnd: IsoDate | null;
  readonly securityEnd: IsoDate | null;
  /** Paid for. */
  readonly extendedEnd: IsoDate | null;
  /** What a year of the paid extension costs for one device, net, and the day that price is of. */
  readonly extendedYearPence: Pence | null;
  readonly extendedPriceDate: IsoDate | null;
  readonly source: string;
  /** The day the list was true. */
  readonly asOf: IsoDate;
  /** False where the school typed it. */
  readonly shipped: boolean;
};
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

/** Every fact of a file, or of all files, in the order in which they were shipped. */
export function listReferenceFacts(reader: Reader, file?: string): readonly ReferenceFact[] {
  return reader.select(factColumns).from(referenceFacts)
    .where(file === undefined ? undefined : eq(referenceFacts.file, file)).orderBy(asc(referenceFacts.id)).all();
}

export function insertReferenceFacts(writer: Writer, facts: readonly ReferenceFact[]): void {
  insertMany(writer, referenceFacts, facts);
}
