import type { Statement } from 'better-sqlite3';
import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { quoted } from './changes/audit.ts';
import { connectionOf, type Writer } from './connection.ts';

/** Rows a statement. Each statement that fires triggers costs more than the rows in it; beyond a hundred it no longer matters. */
const BATCH = 100;

/**
 * Adds many rows to a table and answers their ids, in the order given. Columns left out are null. Made for
 * imports: drizzle, which fills its placeholders row by row, takes three times as long.
 */
export function insertMany<T extends SQLiteTable>(writer: Writer, table: T, rows: readonly InferInsertModel<T>[]): readonly number[] {
  const connection = connectionOf(writer);
  const name = getTableName(table);
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => column.name !== 'id');
  const names = ['id', ...columns.map(([, column]) => column.name)].map(quoted).join(', ');
  const group = `(${Array.from({ length: columns.length + 1 }, () => '?').join(', ')})`;
  const prepare = (count: number): Statement => connection.prepare(
    `INSERT INTO ${quoted(name)} (${names}) VALUES ${Array.from({ length: count }, () => group).join(', ')}`,
  );
  // Numbered here and not by SQLite, which does not say in which order it numbers the rows of one statement.
  const last = connection.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(name) ?? 0;
  const valuesOf = (row: Readonly<Record<string, unknown>>, index: number): unknown[] => [
    last + 1 + index,
    ...columns.map(([key, column]) => {
      const value = row[key] ?? null;
      return value === null ? null : column.mapToDriverValue(value);
    }),
  ];
  const full = rows.length < BATCH ? null : prepare(BATCH);
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const insert = batch.length === BATCH && full !== null ? full : prepare(batch.length);
    insert.run(...batch.flatMap((row, index) => valuesOf(row, start + index)));
  }
  return rows.map((_, index) => last + 1 + index);
}
