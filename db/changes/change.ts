import type { Role } from '../../planning/vocabulary.ts';
import { type Connection, type Writer } from '../connection.ts';
import { PlanFileError } from '../errors.ts';
import type { ChangeKind } from '../schema/history.ts';

/** What a person calls their change, and whose view they had when they made it. */
export type ChangeMeta = { readonly label: string; readonly role: Role; readonly reason?: string | null };

export type ChangeSummary = {
  readonly id: number;
  /** ISO date and time, UTC. */
  readonly at: string;
  readonly label: string;
  readonly role: Role;
  readonly reason: string | null;
  readonly kind: ChangeKind;
  /** Which tables it wrote, in the order of the alphabet: screens read these again. */
  readonly tables: readonly string[];
};

type ChangeHeader = ChangeMeta & { readonly kind: ChangeKind; readonly undoes: number | null };

/**
 * Runs `write` as one change: all of it is saved under one name, or nothing is. Where it wrote nothing, no change
 * is left behind and `change` is null.
 */
export function runChange<T>(
  connection: Connection, writer: Writer, now: () => Date, header: ChangeHeader, write: (writer: Writer, changeId: number) => T,
): { readonly value: T; readonly change: ChangeSummary | null } {
  if (connection.inTransaction) throw new PlanFileError('internal', 'A change was begun inside another change.');
  connection.exec('BEGIN IMMEDIATE');
  try {
    const at = now().toISOString();
    const id = openChange(connection, at, header);
    const value = write(writer, id);
    // A promise would go on writing after the change is closed.
    if (value instanceof Promise) throw new PlanFileError('internal', 'A change must be made in one go.');
    connection.exec('DELETE FROM temp.open_change');
    const tables = connection.prepare<[number], string>(
      'SELECT DISTINCT table_name FROM change_row WHERE change_set_id = ? ORDER BY table_name',
    ).pluck().all(id);
    if (tables.length === 0) {
      connection.exec('ROLLBACK');
      return { value, change: null };
    }
    connection.exec('COMMIT');
    const { label, role, reason, kind } = header;
    return { value, change: { id, at, label, role, reason: reason ?? null, kind, tables } };
  } catch (error) {
    // SQLite has rolled back by itself where the disk was full.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function openChange(connection: Connection, at: string, header: ChangeHeader): number {
  const added = connection.prepare(
    'INSERT INTO change_set (at, role, label, reason, kind, undoes) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(at, header.role, header.label, header.reason ?? null, header.kind, header.undoes);
  connection.prepare('INSERT INTO temp.open_change (id) VALUES (?)').run(added.lastInsertRowid);
  return Number(added.lastInsertRowid);
}
