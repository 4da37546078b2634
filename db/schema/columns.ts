import { sql } from 'drizzle-orm';
import { check, integer, text, type CheckBuilder } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '../../planning/vocabulary.ts';

/** The number of a row: never given twice, so that a history entry can only ever mean one row. */
export const rowId = () => integer('id').primaryKey({ autoIncrement: true });

/** A calendar day, `yyyy-mm-dd`; pair it with `dateChecks`. */
export const isoDate = (name: string) => text(name).$type<IsoDate>();

/** Yes or no, kept as 1 or 0; pair it with `flagChecks`. */
export const flag = (name: string) => integer(name, { mode: 'boolean' });

/**
 * A day must be one that exists: SQLite turns 2026-02-30 into 2 March, so a day that comes back changed is
 * refused. Column names are written bare, because a table rebuild would keep the old table's name otherwise.
 */
export function dateChecks(table: string, ...columns: readonly string[]): CheckBuilder[] {
  return columns.map((column) => check(`${table}_${column}_day`, sql.raw(`"${column}" IS date("${column}")`)));
}

export function flagChecks(table: string, ...columns: readonly string[]): CheckBuilder[] {
  return columns.map((column) => check(`${table}_${column}_flag`, sql.raw(`"${column}" IN (0, 1)`)));
}
