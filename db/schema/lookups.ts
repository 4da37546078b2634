import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AssetStatus, ChartGroup, CostCategory, FundKey, UserGroup } from '../../planning/vocabulary.ts';
import { rowId } from './columns.ts';

/*
 * Lists that may grow in a later release. They are tables with foreign keys and not CHECKs, because SQLite can
 * only change a CHECK by rebuilding the table. The words for people live in planning/vocabulary.ts.
 */

export const assetStatuses = sqliteTable('asset_statuses', {
  id: rowId(),
  key: text('key').$type<AssetStatus>().notNull().unique(),
});

export const userGroups = sqliteTable('user_groups', {
  id: rowId(),
  key: text('key').$type<UserGroup>().notNull().unique(),
});

export const funds = sqliteTable('funds', {
  id: rowId(),
  key: text('key').$type<FundKey>().notNull().unique(),
});

export const chartGroups = sqliteTable('chart_groups', {
  id: rowId(),
  key: text('key').$type<ChartGroup>().notNull().unique(),
});

export const costCategories = sqliteTable('cost_categories', {
  id: rowId(),
  key: text('key').$type<CostCategory>().notNull().unique(),
});

/** Kinds of kit and cost: the shipped ones, and the school's own beside them. */
export const categories = sqliteTable('categories', {
  id: rowId(),
  key: text('key').notNull().unique(),
  singular: text('singular').notNull(),
  plural: text('plural').notNull(),
  costCategory: text('cost_category').$type<CostCategory>().notNull().references(() => costCategories.key),
  chartGroup: text('chart_group').$type<ChartGroup>().notNull().references(() => chartGroups.key),
  /** Where lists and ties name it. */
  position: integer('position').notNull(),
});
