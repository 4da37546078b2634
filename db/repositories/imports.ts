import { desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '../connection.ts';
import { type ImportDecision, type ImportLeftOut, type ImportRefusal, imports } from '../schema/imports.ts';

/** A register that was brought in. rowsRead = rowsNew + rowsChanged + rowsUnchanged + rowsRefused. */
export type ImportRecord = {
  readonly id: number;
  /** ISO date and time, UTC. */
  readonly at: string;
  readonly fileName: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly sheet: string | null;
  readonly rowsRead: number;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly rowsUnchanged: number;
  readonly rowsRefused: number;
  readonly decisions: readonly ImportDecision[];
  readonly leftOut: readonly ImportLeftOut[];
  readonly refused: readonly ImportRefusal[];
};
export type NewImport = Omit<ImportRecord, 'id'>;

/** Records an import, before its rows name it as where they come from. Answers its id. */
export function insertImport(writer: Writer, record: NewImport): number {
  return writer.insert(imports).values(record).returning({ id: imports.id }).get().id;
}

/** The newest first. */
export function listImports(reader: Reader): readonly ImportRecord[] {
  return reader.select().from(imports).orderBy(desc(imports.id)).all();
}

/** The latest import of a file with exactly these bytes, if there was one. */
export function findImportOf(reader: Reader, sha256: string): ImportRecord | null {
  return reader.select().from(imports).where(eq(imports.sha256, sha256)).orderBy(desc(imports.id)).limit(1).get() ?? null;
}
