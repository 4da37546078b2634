import { sql } from 'drizzle-orm';
import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, flagChecks, rowId } from './columns.ts';

/** A way of looking at one of the register's lists, kept under a name: filters, order, columns. */
export const savedViews = sqliteTable('saved_views', {
  id: rowId(),
  /** The list it belongs to: assets, cover, software, ledger. */
  area: text('area').notNull(),
  name: text('name').notNull(),
  starred: flag('starred').notNull(),
  /** The one that the list opens with. */
  isDefault: flag('is_default').notNull(),
  /** As the screen wrote it; read again through the contract's schema, and passed over where it no longer fits. */
  view: text('view', { mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
}, (table) => [
  uniqueIndex('saved_views_name').on(table.area, sql.raw('lower("name")')),
  uniqueIndex('saved_views_default').on(table.area).where(sql.raw('"is_default" = 1')),
  ...flagChecks('saved_views', 'starred', 'is_default'),
]);
