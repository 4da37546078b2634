import type { Connection } from './connection.ts';

export type Integrity = { readonly ok: boolean; readonly problems: readonly string[] };

/** Whether the file is whole and every row still has what it refers to. */
export function checkIntegrity(connection: Connection): Integrity {
  const pages = (connection.pragma('integrity_check') as { readonly integrity_check: string }[])
    .map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const keys = (connection.pragma('foreign_key_check') as { readonly table: string; readonly rowid: number; readonly parent: string }[])
    .map(({ table, rowid, parent }) => `Table ${table}, row ${rowid}: refers to a row of ${parent} that is not there.`);
  const problems = [...pages, ...keys];
  return { ok: problems.length === 0, problems };
}
