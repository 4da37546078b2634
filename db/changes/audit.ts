import type { Connection } from '../connection.ts';

/** Tables that keep the history itself, or the file's format: no change of the school's ever touches them. */
const UNWATCHED = new Set(['change_set', 'change_row', 'schema_migration']);

/** SQL name: whatever it holds, it can only be a name. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Every table of the school's, with its columns (without `id`), read from the file's own schema. */
export function watchedTables(connection: Connection): ReadonlyMap<string, readonly string[]> {
  const tables = connection.prepare<[], { name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
  ).all();
  const columns = connection.prepare<[string], { name: string }>(
    "SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid",
  );
  return new Map(tables.filter(({ name }) => !UNWATCHED.has(name))
    .map(({ name }) => [name, columns.all(name).map((column) => column.name)]));
}

/**
 * Sets the watch that makes every write a named change: triggers of this connection, built from the schema, so
 * that no table can be forgotten and cascades and bulk edits are seen as well. A write while no change is open
 * is aborted by SQLite itself. The history can be added to and never altered.
 *
 * They are TEMP triggers: other programs that open the file are not bound by them, and a migration (which runs
 * before they are set) is not logged row by row.
 */
export function watch(connection: Connection): void {
  connection.exec('CREATE TEMP TABLE open_change (id INTEGER PRIMARY KEY)');
  for (const [table, columns] of watchedTables(connection)) connection.exec(triggersFor(table, columns));
  for (const table of ['change_set', 'change_row']) {
    for (const event of ['UPDATE', 'DELETE']) {
      connection.exec(`CREATE TEMP TRIGGER ${quoted(`kept_${table}_${event.toLowerCase()}`)} BEFORE ${event} ON main.${table}
        BEGIN SELECT RAISE(ABORT, 'the history of a plan is never altered'); END`);
    }
  }
}

function triggersFor(table: string, columns: readonly string[]): string {
  const guard = "SELECT RAISE(ABORT, 'written outside a change') WHERE NOT EXISTS (SELECT 1 FROM open_change);";
  const log = (id: string, before: string, after: string, where = '1'): string =>
    `INSERT INTO change_row (change_set_id, table_name, row_id, before, after)
     SELECT id, ${literal(table)}, ${id}, ${before}, ${after} FROM open_change WHERE ${where};`;
  const trigger = (event: string, body: string): string =>
    `CREATE TEMP TRIGGER ${quoted(`watch_${table}_${event.toLowerCase()}`)} AFTER ${event} ON main.${quoted(table)}
     BEGIN ${guard} ${body} END;`;
  const changed = columns.map((column) => `OLD.${quoted(column)} IS NOT NEW.${quoted(column)}`);
  return [
    trigger('INSERT', log('NEW.id', 'NULL', jsonOf('NEW', columns, (column) => `NEW.${quoted(column)} IS NOT NULL`))),
    trigger('DELETE', log('OLD.id', jsonOf('OLD', columns, (column) => `OLD.${quoted(column)} IS NOT NULL`), 'NULL')),
    trigger('UPDATE', [
      "SELECT RAISE(ABORT, 'a row keeps its number') WHERE OLD.id IS NOT NEW.id;",
      log('OLD.id',
        jsonOf('OLD', columns, (_, index) => changed[index] ?? '0'),
        jsonOf('NEW', columns, (_, index) => changed[index] ?? '0'),
        changed.length === 0 ? '0' : changed.join(' OR ')),
    ].join(' ')),
  ].join('\n');
}

/**
 * SQL for a JSON object of the columns for which `when` holds. Put together as text: json_object would list all
 * thirty columns of an asset, nulls too, for every row of an import, and make the file several times as large.
 */
function jsonOf(side: 'OLD' | 'NEW', columns: readonly string[], when: (column: string, index: number) => string): string {
  if (columns.length === 0) return "'{}'";
  const parts = columns.map((column, index) =>
    `CASE WHEN ${when(column, index)} THEN ${literal(`,${JSON.stringify(column)}:`)} || json_quote(${side}.${quoted(column)}) END`);
  return `'{' || substr(concat(${parts.join(', ')}), 2) || '}'`;
}
