import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgerKind, UserGroup } from '../../planning/vocabulary.ts';
import { dateChecks, isoDate, rowId } from './columns.ts';
import { categories, ledgerKinds, userGroups } from './lookups.ts';
import { assets } from './register.ts';

/** What was bought, used up, lost, broken or repaired, on its day: the school's own record. */
export const ledgerEntries = sqliteTable('ledger_entries', {
  id: rowId(),
  kind: text('kind').$type<LedgerKind>().notNull().references(() => ledgerKinds.key),
  happenedOn: isoDate('happened_on').notNull(),
  categoryKey: text('category_key').notNull().references(() => categories.key),
  userGroup: text('user_group').$type<UserGroup>().references(() => userGroups.key),
  /** The asset it happened to, where it is one of the register's. */
  assetId: integer('asset_id').references(() => assets.id, { onDelete: 'set null' }),
  /** What it was, for consumables: "Black toner, MFD". Null where the category says enough. */
  item: text('item'),
  quantity: integer('quantity').notNull(),
  /** For all of the entry, net; null where nobody has written it down. */
  pence: integer('pence'),
  notes: text('notes'),
}, (table) => [
  index('ledger_entries_asset').on(table.assetId),
  ...dateChecks('ledger_entries', 'happened_on'),
]);
