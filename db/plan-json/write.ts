import { quoted, watchedTables } from '../changes/audit.ts';
import { type Connection, pragmaNumber } from '../connection.ts';
import { HISTORY_TABLES, PLAN_JSON_FORMAT, PLAN_JSON_MARK } from './format.ts';

type Row = Readonly<Record<string, string | number | null>>;

/**
 * The whole plan as JSON text: every table of the school's, read from the file's own schema so that a later one
 * cannot be left out, the history, and the last number of each table. A field that is empty is left out. One row
 * a line, tables by name, rows by number: the same plan gives the same bytes, and two of them can be compared.
 */
export function planJson(connection: Connection, appVersion: string): string {
  const tables = [...watchedTables(connection).keys()].map((table) => tableJson(table, rowsOf(connection, table)));
  const history = HISTORY_TABLES.map((table) => tableJson(table, rowsOf(connection, table), table === 'change_row' ? changeRow : (row) => row));
  const numbers = connection.prepare<[], { name: string; seq: number }>(
    "SELECT name, seq FROM sqlite_sequence WHERE name NOT IN ('schema_migration') ORDER BY name",
  ).all().map(({ name, seq }) => `  ${JSON.stringify(name)}: ${seq}`);
  return [
    '{',
    ` "kitplan": ${JSON.stringify(PLAN_JSON_MARK)},`,
    ` "format": ${PLAN_JSON_FORMAT},`,
    ` "planFormat": ${pragmaNumber(connection, 'user_version')},`,
    ` "writtenBy": ${JSON.stringify(`Kitplan ${appVersion}`)},`,
    ' "tables": {', tables.join(',\n'), ' },',
    ' "history": {', history.join(',\n'), ' },',
    ' "numbers": {', numbers.join(',\n'), ' }',
    '}', '',
  ].join('\n');
}

const rowsOf = (connection: Connection, table: string): readonly Row[] =>
  connection.prepare<[], Row>(`SELECT * FROM ${quoted(table)} ORDER BY id`).all();

function tableJson(table: string, rows: readonly Row[], shaped: (row: Row) => Readonly<Record<string, unknown>> = (row) => row): string {
  const lines = rows.map((row) => `   ${JSON.stringify(shaped(withoutEmpty(row)))}`);
  return `  ${JSON.stringify(table)}: [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]`;
}

const withoutEmpty = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** What a row was before and after stands in the history as text of its own; here it is part of the document. */
function changeRow(row: Row): Readonly<Record<string, unknown>> {
  const parsed = (text: string | number | null | undefined): unknown => (typeof text === 'string' ? JSON.parse(text) : undefined);
  return { ...row, ...(row.before !== undefined && { before: parsed(row.before) }), ...(row.after !== undefined && { after: parsed(row.after) }) };
}
