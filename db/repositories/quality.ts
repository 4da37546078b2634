import { and, asc, eq } from 'drizzle-orm';
import type { FindingKind, Settled } from '../../planning/quality/settled.ts';
import type { Reader, Writer } from '../connection.ts';
import { qualitySettled } from '../schema/quality.ts';

/** What the school has said is right, in the order in which it said so. */
export function listSettled(reader: Reader): readonly Settled[] {
  return reader.select().from(qualitySettled).orderBy(asc(qualitySettled.id)).all();
}

/** Says that a finding is right as it stands; said again, the newer reason holds. */
export function settleFinding(writer: Writer, finding: FindingKind, key: string, reason: string): void {
  writer.insert(qualitySettled).values({ finding, key, reason })
    .onConflictDoUpdate({ target: [qualitySettled.finding, qualitySettled.key], set: { reason } }).run();
}

/** Takes that back: the finding is told again. */
export function unsettleFinding(writer: Writer, finding: FindingKind, key: string): void {
  writer.delete(qualitySettled).where(and(eq(qualitySettled.finding, finding), eq(qualitySettled.key, key))).run();
}
