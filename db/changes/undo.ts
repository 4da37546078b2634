import type { Statement } from 'better-sqlite3';
import type { Role } from '../../planning/vocabulary.ts';
import type { Connection, Writer } from '../connection.ts';
import { PlanFileError } from '../errors.ts';
import type { ChangeKind } from '../schema/history.ts';
import { quoted, watchedTables } from './audit.ts';
import { type ChangeSummary, runChange } from './change.ts';
import { rowName, type RowValues } from './row-name.ts';

/** A change that could be taken back next. */
export type Undoable = { readonly id: number; readonly label: string; readonly kind: ChangeKind };

type LoggedRow = { readonly table_name: string; readonly row_id: number; readonly before: string | null; readonly after: string | null };

/** The latest change that nobody has taken back. A redo is one as well. */
export function nextUndo(connection: Connection): Undoable | null {
  return connection.prepare<[], Undoable>(`
    SELECT id, label, kind FROM change_set AS done WHERE kind <> 'undo'
      AND NOT EXISTS (SELECT 1 FROM change_set WHERE undoes = done.id) ORDER BY id DESC LIMIT 1`).get() ?? null;
}

/** The latest undo that nobody has taken back, unless something new was done after it. */
export function nextRedo(connection: Connection): Undoable | null {
  return connection.prepare<[], Undoable>(`
    SELECT id, label, kind FROM change_set AS undone WHERE kind = 'undo'
      AND NOT EXISTS (SELECT 1 FROM change_set WHERE undoes = undone.id)
      AND id > (SELECT ifnull(max(id), 0) FROM change_set WHERE kind = 'do') ORDER BY id DESC LIMIT 1`).get() ?? null;
}

/** The change with this id, unless it was taken back already. */
export function findUndoable(connection: Connection, id: number): Undoable | null {
  return connection.prepare<[number], Undoable>(`
    SELECT id, label, kind FROM change_set AS done WHERE id = ?
      AND NOT EXISTS (SELECT 1 FROM change_set WHERE undoes = done.id)`).get(id) ?? null;
}

/**
 * Takes a change back, as a new change: its rows in reverse order, each put as it was before. Refused with the
 * row's name where a row is no longer as that change left it, or where others have come to rely on it; then
 * nothing is changed.
 */
export function takeBack(connection: Connection, writer: Writer, now: () => Date, role: Role, target: Undoable): ChangeSummary {
  const kind = target.kind === 'undo' ? 'redo' : 'undo';
  const refuse = (what: string): PlanFileError =>
    new PlanFileError('conflict', `“${target.label}” cannot be ${kind === 'undo' ? 'undone' : 'redone'}: ${what}. Nothing was changed.`);
  const { change } = runChange(connection, writer, now, { label: target.label, role, kind, undoes: target.id }, (_, changeId) => {
    // Rows that refer to each other come and go in one change: only the end result has to hold.
    connection.pragma('defer_foreign_keys = ON');
    const rows = connection.prepare<[number], LoggedRow>(
      'SELECT table_name, row_id, before, after FROM change_row WHERE change_set_id = ? ORDER BY id DESC',
    ).all(target.id);
    const revert = reverter(connection, refuse);
    for (const row of rows) revert(row);
    refuseSpread(connection, changeId, target.id, refuse);
    refuseDangling(connection, refuse);
  });
  if (change === null) throw refuse('nothing of it is left in the plan');
  return change;
}

/** Reverts one logged row after another; statements are kept, because an import has thousands of rows alike. */
function reverter(connection: Connection, refuse: (what: string) => PlanFileError): (row: LoggedRow) => void {
  const tables = watchedTables(connection);
  const statements = new Map<string, Statement>();
  const statement = (text: string): Statement => {
    const known = statements.get(text) ?? connection.prepare(text);
    statements.set(text, known);
    return known;
  };
  return ({ table_name: table, row_id: id, before, after }) => {
    const columns = tables.get(table);
    const old = parse(before);
    const left = parse(after);
    // The history may be older than the format; and the names in it go into SQL, so only known ones are used.
    if (columns === undefined || Object.keys({ ...old, ...left }).some((column) => !columns.includes(column))) {
      throw refuse('it was made in an earlier format of the plan');
    }
    const current = statement(`SELECT * FROM ${quoted(table)} WHERE id = ?`).get(id) as RowValues | undefined;
    if (left === null) {
      if (current !== undefined) throw refuse(`${rowName(table, current)} is there again`);
      const names = ['id', ...Object.keys(old ?? {})];
      statement(`INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
        .run(id, ...Object.values(old ?? {}));
      return;
    }
    if (current === undefined) throw refuse(`${rowName(table, left)} is no longer there`);
    // A change of a row names the columns it changed; a new row left out the ones that were empty.
    const watched = old === null ? columns : Object.keys(left);
    if (watched.some((column) => (current[column] ?? null) !== (left[column] ?? null))) {
      throw refuse(`${rowName(table, current)} has been changed since`);
    }
    if (old === null) {
      statement(`DELETE FROM ${quoted(table)} WHERE id = ?`).run(id);
    } else {
      statement(`UPDATE ${quoted(table)} SET ${Object.keys(old).map((column) => `${quoted(column)} = ?`).join(', ')} WHERE id = ?`)
        .run(...Object.values(old), id);
    }
  };
}

const parse = (json: string | null): RowValues | null => (json === null ? null : JSON.parse(json) as RowValues);

/** Deleting a row takes others with it (its warranties, say). Any that the change itself did not write came later. */
function refuseSpread(connection: Connection, changeId: number, targetId: number, refuse: (what: string) => PlanFileError): void {
  const spread = connection.prepare<[number, number], LoggedRow>(`
    SELECT table_name, row_id, before, after FROM change_row AS new WHERE change_set_id = ? AND NOT EXISTS (
      SELECT 1 FROM change_row AS old WHERE old.table_name = new.table_name AND old.row_id = new.row_id AND old.change_set_id = ?
    ) ORDER BY id LIMIT 1`).get(changeId, targetId);
  if (spread !== undefined) throw refuse(`${rowName(spread.table_name, parse(spread.before) ?? {})} was added or changed since and relies on it`);
}

/** Rows left pointing at nothing would be refused when saving, but without a name. */
function refuseDangling(connection: Connection, refuse: (what: string) => PlanFileError): void {
  const [first] = connection.pragma('foreign_key_check') as { readonly table: string; readonly rowid: number }[];
  if (first === undefined) return;
  const row = connection.prepare(`SELECT * FROM ${quoted(first.table)} WHERE id = ?`).get(first.rowid) as RowValues | undefined;
  throw refuse(`${rowName(first.table, row ?? {})} relies on something that would no longer be there`);
}
