import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '../../planning/vocabulary.ts';
import { rowId } from './columns.ts';

/** `do` is a person's own change, `undo` takes one back, `redo` takes an undo back. */
export type ChangeKind = 'do' | 'undo' | 'redo';

/** Every named change of the plan, for ever: rows are added and never altered. */
export const changeSet = sqliteTable('change_set', {
  id: rowId(),
  at: text('at').notNull(),
  role: text('role').$type<Role>().notNull(),
  label: text('label').notNull(),
  reason: text('reason'),
  kind: text('kind').$type<ChangeKind>().notNull(),
  /** The change that this one takes back; a change can be taken back once. */
  undoes: integer('undoes').references((): AnySQLiteColumn => changeSet.id),
}, (table) => [uniqueIndex('change_set_undoes').on(table.undoes)]);

/**
 * What a change did to each row, in order. An insert has no `before`, a delete no `after`; an update holds
 * only the columns that it changed. Values left out of an insert or a delete are null.
 */
export const changeRow = sqliteTable('change_row', {
  id: rowId(),
  changeSetId: integer('change_set_id').notNull().references(() => changeSet.id),
  tableName: text('table_name').notNull(),
  rowId: integer('row_id').notNull(),
  before: text('before'),
  after: text('after'),
}, (table) => [
  index('change_row_set').on(table.changeSetId),
  index('change_row_row').on(table.tableName, table.rowId),
]);
