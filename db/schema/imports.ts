import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { rowId } from './columns.ts';

/** What a column was read as, or why a row or a column was left out: shown again in the import's history. */
export type ImportDecision = { readonly column: string; readonly readAs: string };
export type ImportRefusal = { readonly row: number; readonly column: string | null; readonly reason: string };
export type ImportLeftOut = { readonly column: string; readonly reason: string };

/** Registers that were brought in. rows read = new + changed + unchanged + refused. */
export const imports = sqliteTable('imports', {
  id: rowId(),
  at: text('at').notNull(),
  fileName: text('file_name').notNull(),
  /** Of the file's bytes, so that the same file is known again. */
  sha256: text('sha256').notNull(),
  sheet: text('sheet'),
  rowsRead: integer('rows_read').notNull(),
  rowsNew: integer('rows_new').notNull(),
  rowsChanged: integer('rows_changed').notNull(),
  rowsUnchanged: integer('rows_unchanged').notNull(),
  rowsRefused: integer('rows_refused').notNull(),
  decisions: text('decisions', { mode: 'json' }).$type<readonly ImportDecision[]>().notNull(),
  leftOut: text('left_out', { mode: 'json' }).$type<readonly ImportLeftOut[]>().notNull(),
  refused: text('refused', { mode: 'json' }).$type<readonly ImportRefusal[]>().notNull(),
}, (table) => [index('imports_sha256').on(table.sha256)]);

/** How the columns of a kind of file were matched by a person, by the file's signature: its headings in order. */
export const importMappings = sqliteTable('import_mappings', {
  id: rowId(),
  /** SHA-256 of the headings, folded. */
  signature: text('signature').notNull().unique(),
  /** As the wizard wrote it; read again through the contract's schema, and passed over where it no longer fits. */
  mapping: text('mapping', { mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
  usedAt: text('used_at').notNull(),
});
