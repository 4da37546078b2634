import { quoted, watchedTables } from '../changes/audit.ts';
import type { Connection } from '../connection.ts';
import { errorCode, PlanFileError } from '../errors.ts';
import { migrate, type MigrateOptions } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { unreadableIn } from '../readable.ts';
import { checkedPlan, type CheckedPlan } from './check.ts';
import { HISTORY_TABLES } from './format.ts';
import { type Column, type JsonRow, rowValues } from './row-check.ts';

/**
 * Fills an empty database with the plan that the JSON holds: first as the plan format was when it was written,
 * then step by step to that of this Kitplan, as an old plan file would be. All of it or nothing: whatever cannot
 * be is refused with a sentence that names the table, the row and the field.
 */
export function restorePlan(connection: Connection, text: string, options: MigrateOptions): void {
  const plan = checkedPlan(text, MIGRATIONS.length);
  migrate(connection, MIGRATIONS.slice(0, plan.planFormat), options);
  const tables = [...watchedTables(connection).keys(), ...HISTORY_TABLES];
  refuseOtherTables(plan, tables);
  connection.pragma('foreign_keys = OFF');
  try {
    connection.transaction(() => {
      // A step of the format may have brought lists of its own.
      for (const table of tables) connection.exec(`DELETE FROM ${quoted(table)}`);
      for (const table of tables) insertRows(connection, table, plan.tables.get(table) ?? []);
      setNumbers(connection, plan, new Set(tables));
      refuseBrokenLinks(connection, plan);
    })();
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  refuseIncomplete(connection);
  migrate(connection, MIGRATIONS, { ...options, backup: () => undefined });
  const unreadable = unreadableIn(connection);
  if (unreadable !== null) throw refused(`The JSON holds ${unreadable} that cannot be read.`);
}

const refused = (sentence: string): PlanFileError => new PlanFileError('not_a_plan', `${sentence} No plan was made.`);

function refuseOtherTables(plan: CheckedPlan, tables: readonly string[]): void {
  const known = new Set(tables);
  const stranger = [...plan.tables.keys()].find((table) => !known.has(table));
  if (stranger !== undefined) throw refused(`“${stranger.slice(0, 60)}” is no table of a plan in format ${plan.planFormat}.`);
  const missing = tables.find((table) => !plan.tables.has(table));
  if (missing !== undefined) throw refused(`The table “${missing}” is missing.`);
}

function insertRows(connection: Connection, table: string, rows: readonly JsonRow[]): void {
  const columns = connection.prepare<[string], Column>('SELECT name, type, "notnull" AS required FROM pragma_table_info(?) ORDER BY cid').all(table);
  const insert = connection.prepare(
    `INSERT INTO ${quoted(table)} (${columns.map(({ name }) => quoted(name)).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  rows.forEach((row, index) => {
    const values = rowValues(table, columns, row, index + 1);
    try {
      insert.run(...values);
    } catch (error) {
      throw constraintRefusal(error, table, index + 1) ?? error;
    }
  });
}

/** What a rule of the table refuses, in words: a day that is none, a number that is there twice. */
function constraintRefusal(error: unknown, table: string, row: number): PlanFileError | null {
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : '';
  const where = `${table}, row ${row}`;
  if (code === 'SQLITE_CONSTRAINT_CHECK') {
    const rule = /failed: (\w+)/u.exec(message)?.[1] ?? '';
    const field = rule.startsWith(`${table}_`) ? rule.slice(table.length + 1) : rule;
    if (field.endsWith('_day')) return refused(`${where}: “${field.slice(0, -4)}” is not a day written like 2026-11-21.`);
    if (field.endsWith('_flag')) return refused(`${where}: “${field.slice(0, -5)}” is 0 or 1.`);
    return refused(`${where}: “${field}” breaks a rule of that table.`);
  }
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return refused(`${where}: “id” is the number of another row as well.`);
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') {
    const field = /failed: (?:index '[^']*_([a-z]+)'|\w+\.(\w+))/u.exec(message);
    return refused(`${where}: “${field?.[1] ?? field?.[2] ?? 'a field'}” is the same as in another row, where each must differ.`);
  }
  return null;
}

function setNumbers(connection: Connection, plan: CheckedPlan, tables: ReadonlySet<string>): void {
  const raise = connection.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?');
  const add = connection.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)');
  connection.prepare("DELETE FROM sqlite_sequence WHERE name <> 'schema_migration' AND name NOT IN (SELECT value FROM json_each(?))").run(JSON.stringify([...plan.numbers.keys()]));
  for (const [table, last] of plan.numbers) {
    if (!tables.has(table)) throw refused(`numbers: “${table.slice(0, 60)}” is no table of a plan in format ${plan.planFormat}.`);
    if (raise.run(last, table).changes === 0) add.run(table, last);
  }
}

/** Every row must have what it refers to: the first that has not is named. */
function refuseBrokenLinks(connection: Connection, plan: CheckedPlan): void {
  const broken = connection.pragma('foreign_key_check') as { readonly table: string; readonly rowid: number; readonly parent: string; readonly fkid: number }[];
  const [first] = broken;
  if (first === undefined) return;
  const row = (plan.tables.get(first.table) ?? []).findIndex(({ id }) => id === first.rowid) + 1;
  const column = connection.prepare<[string, number], string>('SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?').pluck().get(first.table, first.fkid);
  throw refused(`${first.table}, row ${row}: “${column ?? 'a field'}” names a row of ${first.parent} that is not there.`);
}

/** A plan says which one it is and which school it is for. */
function refuseIncomplete(connection: Connection): void {
  for (const table of ['plan', 'school', 'inflation']) {
    const rows = connection.prepare<[], number>(`SELECT count(*) FROM ${quoted(table)}`).pluck().get();
    if (rows !== 1) throw refused(`The table “${table}” has exactly one row in a plan; here it has ${rows ?? 0}.`);
  }
}
