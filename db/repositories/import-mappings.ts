import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '../connection.ts';
import { importMappings } from '../schema/imports.ts';

/** How a kind of file was matched. `mapping` is as the wizard wrote it, and checked by whoever reads it. */
export type ImportMapping = Omit<typeof importMappings.$inferSelect, 'id'>;

export function findMapping(reader: Reader, signature: string): ImportMapping | null {
  return reader.select({ signature: importMappings.signature, mapping: importMappings.mapping, usedAt: importMappings.usedAt })
    .from(importMappings).where(eq(importMappings.signature, signature)).get() ?? null;
}

/** The latest matching of a kind of file takes the place of the one before. */
export function keepMapping(writer: Writer, kept: ImportMapping): void {
  const known = writer.select({ id: importMappings.id }).from(importMappings).where(eq(importMappings.signature, kept.signature)).get();
  if (known === undefined) writer.insert(importMappings).values(kept).run();
  else writer.update(importMappings).set(kept).where(eq(importMappings.id, known.id)).run();
}
