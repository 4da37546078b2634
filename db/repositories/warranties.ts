import { asc, eq, sql } from 'drizzle-orm';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { Reader, Writer } from '../connection.ts';
import { warranties } from '../schema/register.ts';

/** A period of hardware cover. An asset may have several; its cover ends with the latest. */
export type Warranty = {
  readonly id: number;
  readonly assetId: number;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate;
  readonly supplierId: number | null;
  /** The supplier's number for it. */
  readonly reference: string | null;
};
export type NewWarranty = Pick<Warranty, 'endsOn'> & Partial<Omit<Warranty, 'id' | 'assetId' | 'endsOn'>>;

/** The periods of one asset, the earliest end first. */
export function listWarranties(reader: Reader, assetId: number): readonly Warranty[] {
  return reader.select().from(warranties).where(eq(warranties.assetId, assetId))
    .orderBy(asc(warranties.endsOn), asc(warranties.id)).all();
}

export function insertWarranties(writer: Writer, periods: readonly (NewWarranty & { readonly assetId: number })[]): void {
  const insert = writer.insert(warranties).values({
    assetId: sql.placeholder('assetId'), startsOn: sql.placeholder('startsOn'), endsOn: sql.placeholder('endsOn'),
    supplierId: sql.placeholder('supplierId'), reference: sql.placeholder('reference'),
  }).prepare();
  for (const period of periods) insert.run({ startsOn: null, supplierId: null, reference: null, ...period });
}

export function addWarranty(writer: Writer, assetId: number, period: NewWarranty): void {
  insertWarranties(writer, [{ ...period, assetId }]);
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
  insertWarranties(writer, periods.filter((_, index) => {
    const print = wanted[index] ?? '';
    const isNew = !kept.has(print);
    kept.add(print);
    return isNew;
  }).map((period) => ({ ...period, assetId })));
}

const fingerprint = ({ startsOn, endsOn, supplierId, reference }: NewWarranty): string =>
  JSON.stringify([startsOn ?? null, endsOn, supplierId ?? null, reference ?? null]);
