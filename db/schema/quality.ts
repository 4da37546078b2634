import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FindingKind } from '../../planning/quality/settled.ts';
import { rowId } from './columns.ts';

/**
 * What a school said of something that looked wrong in its register and is right: it silences that finding and no
 * other. The key names the rows and, of an odd value, the value itself, so that another value is told again. A
 * row's number is never given a second time: a key of rows that are gone silences nothing.
 */
export const qualitySettled = sqliteTable('quality_settled', {
  id: rowId(),
  finding: text('finding').$type<FindingKind>().notNull(),
  key: text('key').notNull(),
  reason: text('reason').notNull(),
}, (table) => [uniqueIndex('quality_settled_key').on(table.finding, table.key)]);
