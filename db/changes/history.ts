import type { Role } from '../../planning/vocabulary.ts';
import type { Connection } from '../connection.ts';
import type { ChangeKind } from '../schema/history.ts';
import type { ChangeSummary } from './change.ts';

export type HistoryOptions = {
  /** At most so many, 50 unless said. */
  readonly limit?: number;
  /** Only changes older than this one: the last id of the page before. */
  readonly before?: number;
};

/** A change in the list of all changes. */
export type ChangeSetEntry = ChangeSummary & {
  /** How many rows it wrote. */
  readonly rows: number;
  /** The change that this one took back. */
  readonly undoes: number | null;
  /** The change that took this one back. */
  readonly undoneBy: number | null;
};

/** What one change did to one row. An update names only the columns that it changed. */
export type RowHistoryEntry = {
  readonly changeId: number;
  readonly at: string;
  readonly label: string;
  readonly role: Role;
  readonly reason: string | null;
  readonly kind: ChangeKind;
  readonly before: RowFields | null;
  readonly after: RowFields | null;
};
export type RowFields = Readonly<Record<string, string | number | null>>;

type EntryRow = Omit<ChangeSetEntry, 'tables'> & { readonly tables: string };
type HistoryRow = Omit<RowHistoryEntry, 'before' | 'after'> & { readonly before: string | null; readonly after: string | null };

export type LatestChange = { readonly id: number; /** ISO date and time, UTC. */ readonly at: string };

export const latestChange = (connection: Connection): LatestChange | null =>
  connection.prepare<[], LatestChange>('SELECT id, at FROM change_set ORDER BY id DESC LIMIT 1').get() ?? null;

/** All changes, the newest first. */
export function listChanges(connection: Connection, options: HistoryOptions): readonly ChangeSetEntry[] {
  return connection.prepare<[number, number], EntryRow>(`
    SELECT id, at, label, role, reason, kind, undoes,
      (SELECT later.id FROM change_set AS later WHERE later.undoes = change_set.id) AS undoneBy,
      (SELECT count(*) FROM change_row WHERE change_set_id = change_set.id) AS rows,
      (SELECT json_group_array(table_name) FROM (
        SELECT DISTINCT table_name FROM change_row WHERE change_set_id = change_set.id ORDER BY table_name)) AS tables
    FROM change_set WHERE id < ? ORDER BY id DESC LIMIT ?`)
    .all(options.before ?? Number.MAX_SAFE_INTEGER, options.limit ?? 50)
    .map((row) => ({ ...row, tables: JSON.parse(row.tables) as string[] }));
}

/** Who changed one row, when and why; the newest first. */
export function listRowChanges(connection: Connection, table: string, id: number): readonly RowHistoryEntry[] {
  return connection.prepare<[string, number], HistoryRow>(`
    SELECT change_set.id AS changeId, at, label, role, reason, kind, before, after
    FROM change_row JOIN change_set ON change_set.id = change_set_id
    WHERE table_name = ? AND row_id = ? ORDER BY change_row.id DESC`).all(table, id)
    .map((row) => ({ ...row, before: fields(row.before), after: fields(row.after) }));
}

const fields = (json: string | null): RowFields | null => (json === null ? null : JSON.parse(json) as RowFields);
