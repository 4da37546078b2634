import { index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { PlanChangeKind, PlannedActionKind, ScenarioState, UserGroup } from '../../planning/vocabulary.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';
import { planChangeKinds, plannedActionKinds, scenarioStates, userGroups } from './lookups.ts';
import { assets } from './register.ts';

/** What is to become of kit when it falls due, in the plan's own facts. */
export const plannedActions = sqliteTable('planned_actions', {
  id: rowId(),
  assetId: integer('asset_id').notNull().references(() => assets.id, { onDelete: 'cascade' }),
  action: text('action').$type<PlannedActionKind>().notNull().references(() => plannedActionKinds.key),
  years: integer('years'),
  yearlyPence: integer('yearly_pence'),
  priceDate: isoDate('price_date'),
  nextUserGroup: text('next_user_group').$type<UserGroup>().references(() => userGroups.key),
  nextMonths: integer('next_months'),
  reason: text('reason'),
}, (table) => [
  uniqueIndex('planned_actions_asset').on(table.assetId, table.action),
  ...dateChecks('planned_actions', 'price_date'),
]);

/** A named way forward; the first one, without a parent, is the plan's own facts. */
export const scenarios = sqliteTable('scenarios', {
  id: rowId(),
  name: text('name').notNull().unique(),
  parentId: integer('parent_id').references((): AnySQLiteColumn => scenarios.id),
  state: text('state').$type<ScenarioState>().notNull().references(() => scenarioStates.key),
  recommended: flag('recommended').notNull(),
  note: text('note'),
}, (table) => [
  index('scenarios_parent').on(table.parentId),
  ...flagChecks('scenarios', 'recommended'),
]);

/** What a scenario says differently, in the order in which it was said. The kit it is about stands in a table beside it. */
export const scenarioDifferences = sqliteTable('scenario_differences', {
  id: rowId(),
  scenarioId: integer('scenario_id').notNull().references(() => scenarios.id, { onDelete: 'cascade' }),
  kind: text('kind').$type<PlanChangeKind>().notNull().references(() => planChangeKinds.key),
  /** The change without its kind and without its kit. */
  terms: text('terms', { mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
  reason: text('reason'),
}, (table) => [index('scenario_differences_scenario').on(table.scenarioId)]);

/** The kit that a difference is about, and for a move the day that each was moved to. */
export const scenarioDifferenceAssets = sqliteTable('scenario_difference_assets', {
  id: rowId(),
  differenceId: integer('difference_id').notNull().references(() => scenarioDifferences.id, { onDelete: 'cascade' }),
  assetId: integer('asset_id').notNull().references(() => assets.id, { onDelete: 'cascade' }),
  movedTo: isoDate('moved_to'),
}, (table) => [
  uniqueIndex('scenario_difference_assets_pair').on(table.differenceId, table.assetId),
  index('scenario_difference_assets_asset').on(table.assetId),
  ...dateChecks('scenario_difference_assets', 'moved_to'),
]);

/** A published scenario as it was on the day: later edits of the plan never change it. */
export const planVersions = sqliteTable('plan_versions', {
  id: rowId(),
  scenarioId: integer('scenario_id').notNull().unique().references(() => scenarios.id, { onDelete: 'cascade' }),
  publishedAt: text('published_at').notNull(),
  asOf: isoDate('as_of').notNull(),
  engineVersion: text('engine_version').notNull(),
  /** The facts and the totals, as JSON, deflated and written in base64: a plan is read far more often than it is published. */
  frozen: text('frozen').notNull(),
}, () => [...dateChecks('plan_versions', 'as_of')]);
