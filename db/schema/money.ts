import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RiseStep } from '../../planning/snapshot.ts';
import type { BindingFactor, CostCategory, FundKey, LossSource, SpendNature, UserGroup } from '../../planning/vocabulary.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';
import { categories, costCategories, funds, userGroups } from './lookups.ts';
import { assetModels, assets } from './register.ts';

/** How long kit is kept; one row for each category, user group, model or asset that has a policy of its own. */
export const refreshPolicies = sqliteTable('refresh_policies', {
  id: rowId(),
  categoryKey: text('category_key').notNull().references(() => categories.key),
  userGroup: text('user_group').$type<UserGroup>().references(() => userGroups.key),
  modelId: integer('model_id').references(() => assetModels.id, { onDelete: 'cascade' }),
  assetId: integer('asset_id').references(() => assets.id, { onDelete: 'cascade' }),
  lifeMonths: integer('life_months').notNull(),
  binding: text('binding', { mode: 'json' }).$type<readonly BindingFactor[]>().notNull(),
  toleranceMonths: integer('tolerance_months').notNull(),
  unitPence: integer('unit_pence'),
  priceDate: isoDate('price_date'),
  upgradeAtMonths: integer('upgrade_at_months'),
  upgradeUnitPence: integer('upgrade_unit_pence'),
  upgradePriceDate: isoDate('upgrade_price_date'),
  upgradeWhat: text('upgrade_what'),
  lossBp: integer('loss_bp').notNull(),
  fromYear: integer('from_year'),
  lifeMonthsBefore: integer('life_months_before'),
  shipped: flag('shipped').notNull(),
  /** The shortest and the longest life that the school has agreed to. */
  leastMonths: integer('least_months'),
  mostMonths: integer('most_months'),
  /** Where the price is from, in words. */
  priceSource: text('price_source'),
  replacementModelId: integer('replacement_model_id').references(() => assetModels.id, { onDelete: 'set null' }),
  /** `record` takes the school's own loss rate; null is its policy's. */
  lossFrom: text('loss_from').$type<LossSource>(),
  /** Calendar months in which purchases are placed; null is any. */
  purchaseMonths: text('purchase_months', { mode: 'json' }).$type<readonly number[]>(),
  fundKey: text('fund_key').$type<FundKey>().references(() => funds.key),
  /** Months in the books, and what it then stands at, of its price; null takes the school's own. */
  bookLifeMonths: integer('book_life_months'),
  residualBp: integer('residual_bp'),
  disposalPence: integer('disposal_pence'),
  tradeInPence: integer('trade_in_pence'),
}, (table) => [
  index('refresh_policies_replacement_model').on(table.replacementModelId),
  uniqueIndex('refresh_policies_category').on(table.categoryKey)
    .where(sql.raw('"user_group" IS NULL AND "model_id" IS NULL AND "asset_id" IS NULL')),
  uniqueIndex('refresh_policies_user_group').on(table.categoryKey, table.userGroup)
    .where(sql.raw('"user_group" IS NOT NULL AND "model_id" IS NULL AND "asset_id" IS NULL')),
  uniqueIndex('refresh_policies_model').on(table.modelId).where(sql.raw('"model_id" IS NOT NULL AND "asset_id" IS NULL')),
  uniqueIndex('refresh_policies_asset').on(table.assetId).where(sql.raw('"asset_id" IS NOT NULL')),
  ...flagChecks('refresh_policies', 'shipped'),
  ...dateChecks('refresh_policies', 'price_date', 'upgrade_price_date'),
  // A mid-life upgrade has both its month and its name, or neither.
  check('refresh_policies_upgrade', sql.raw('("upgrade_at_months" IS NULL) = ("upgrade_what" IS NULL)')),
]);

export const inflation = sqliteTable('inflation', {
  id: rowId(),
  defaultBp: integer('default_bp').notNull(),
  shipped: flag('shipped').notNull(),
  /** The rise of everything in single financial years; null is none. */
  steps: text('steps', { mode: 'json' }).$type<readonly RiseStep[]>(),
}, () => [check('inflation_one_row', sql.raw('"id" = 1')), ...flagChecks('inflation', 'shipped')]);

/** A category's own rise; null takes the plan's default. */
export const inflationSeries = sqliteTable('inflation_series', {
  id: rowId(),
  categoryKey: text('category_key').notNull().unique().references(() => categories.key),
  bp: integer('bp'),
});

/** A category's rise in one financial year (named by its start). */
export const inflationSteps = sqliteTable('inflation_steps', {
  id: rowId(),
  seriesId: integer('series_id').notNull().references(() => inflationSeries.id, { onDelete: 'cascade' }),
  year: integer('year').notNull(),
  bp: integer('bp').notNull(),
}, (table) => [uniqueIndex('inflation_steps_year').on(table.seriesId, table.year)]);

/**
 * Money for ICT in one financial year (named by its start) from one fund; no row means that none was entered. With a
 * cost category and a nature it is meant for that alone, without them it is not divided yet.
 */
export const budgets = sqliteTable('budgets', {
  id: rowId(),
  year: integer('year').notNull(),
  fundKey: text('fund_key').$type<FundKey>().notNull().references(() => funds.key),
  costCategory: text('cost_category').$type<CostCategory>().references(() => costCategories.key),
  nature: text('nature').$type<SpendNature>(),
  pence: integer('pence').notNull(),
}, (table) => [
  uniqueIndex('budgets_year_fund').on(table.year, table.fundKey).where(sql.raw('"cost_category" IS NULL')),
  uniqueIndex('budgets_year_fund_code').on(table.year, table.fundKey, table.costCategory, table.nature).where(sql.raw('"cost_category" IS NOT NULL')),
]);
