import { asc, eq } from 'drizzle-orm';
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

export const warrantyRow = (assetId: number, period: NewWarranty): typeof warranties.$inferInsert =>
  ({ startsOn: null, supplierId: null, reference: null, ...period, assetId });

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

const fingerprint = ({ startsOn, endsOn, supplierId, reference }: NewWarranty): string =>
  JSON.stringify([startsOn ?? null, endsOn, supplierId ?? null, reference ?? null]);
