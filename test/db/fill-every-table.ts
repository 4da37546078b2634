import { quoted, watchedTables } from '../../db/changes/audit.ts';
import { connectionOf, type Connection } from '../../db/connection.ts';
import type { PlanFile } from '../../db/plan-file.ts';
import { manager } from './plan-fixtures.ts';

type ColumnInfo = { readonly name: string; readonly type: string };
type Link = { readonly from: string; readonly table: string; readonly to: string };

/** Columns that hold JSON of their own, as an array or as an object. */
const LISTS = new Set(['decisions', 'left_out', 'refused', 'binding', 'purchase_months']);
const OBJECTS = new Set(['view', 'mapping', 'fact']);

/** Columns that hold one of a few words, a year or what a scenario says: a plan with anything else in them is refused. */
const KNOWN: Readonly<Record<string, string | number>> = {
  nature: 'revenue', from_nature: 'revenue', to_nature: 'revenue', basis: 'item', subject: 'order', spread: 'level', year: 2026, from_year: 2026, opening_year: 2026,
  term: 'autumn', status: 'in_progress', moscow: 'must', compatible: 'yes', network_install: 'yes', licence_allows: 'yes', strength: 'helps', meets: 'yes',
  later_years: 'funded', part: 'kit', standing: 'adds', direction: 'need', choice: 'approve', tier: 'core', fate: 'raised',
  'objectives.state': 'open', 'needs.reason': 'curriculum', 'need_evidence.kind': 'words', 'need_options.kind': 'other', 'round_people.kind': 'pupils',
  'conversations.kind': 'pupils', 'own_questions.kind': 'pupils', 'group_members.kind': 'pupils',
  'document_settings.kind': 'strategy', 'document_settings.reader': 'governors', 'document_sections.kind': 'strategy', 'sent_documents.kind': 'strategy',
  terms: '{"categoryKey":"laptop","userGroup":null,"lifeMonths":60}',
};

/**
 * Gives every table of the school's that is still empty one row, with something in every field, through a named
 * change: also a table that a later release adds, without anybody thinking of it here.
 */
export function fillEveryTable(plan: PlanFile): void {
  plan.change(manager('Fill every table'), (writer) => {
    const connection = connectionOf(writer);
    // A table whose rows refer to another that is still empty waits for its turn.
    for (let turn = 0; turn < 10; turn++) {
      for (const table of watchedTables(connection).keys()) if (isEmpty(connection, table)) tryRow(connection, table);
    }
  });
}

const isEmpty = (connection: Connection, table: string): boolean => connection.prepare(`SELECT 1 FROM ${quoted(table)} LIMIT 1`).get() === undefined;

function tryRow(connection: Connection, table: string): void {
  const links = connection.prepare<[string], Link>('SELECT "from", "table", coalesce("to", \'id\') AS "to" FROM pragma_foreign_key_list(?)').all(table);
  const columns = connection.prepare<[string], ColumnInfo>("SELECT name, type FROM pragma_table_info(?) WHERE name <> 'id'").all(table);
  const values = columns.map(({ name, type }) => {
    const link = links.find(({ from }) => from === name);
    if (link !== undefined) return connection.prepare(`SELECT ${quoted(link.to)} FROM ${quoted(link.table)} LIMIT 1`).pluck().get() ?? null;
    const known = KNOWN[`${table}.${name}`] ?? KNOWN[name];
    if (known !== undefined) return known;
    if (type === 'INTEGER') return 1;
    if (LISTS.has(name)) return '[]';
    return OBJECTS.has(name) ? '{}' : '2026-11-21';
  });
  if (columns.some(({ name }, at) => values[at] === null && links.some(({ from, table: parent }) => from === name && parent !== table))) return;
  connection.prepare(`INSERT INTO ${quoted(table)} (${columns.map(({ name }) => quoted(name)).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
}
