import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  AgreementKind, AssetStatus, ChartGroup, ContractKind, CostCategory, CostDriver, DisposalRoute, ExpiryDecision, ExpirySubject,
  FundKey, LedgerKind, LocationKind, PayPeriod, PlanChangeKind, PlannedActionKind, ScenarioState, UserGroup, WarrantyKind,
} from '../../planning/vocabulary.ts';
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

/** A list of keys and nothing else. */
const keyList = <Key extends string>(name: string) => sqliteTable(name, { id: rowId(), key: text('key').$type<Key>().notNull().unique() });

export const disposalRoutes = keyList<DisposalRoute>('disposal_routes');
export const locationKinds = keyList<LocationKind>('location_kinds');
export const agreementKinds = keyList<AgreementKind>('agreement_kinds');
export const payPeriods = keyList<PayPeriod>('pay_periods');
export const costDrivers = keyList<CostDriver>('cost_drivers');
export const contractKinds = keyList<ContractKind>('contract_kinds');
export const warrantyKinds = keyList<WarrantyKind>('warranty_kinds');
export const ledgerKinds = keyList<LedgerKind>('ledger_kinds');
export const expirySubjects = keyList<ExpirySubject>('expiry_subjects');
export const plannedActionKinds = keyList<PlannedActionKind>('planned_action_kinds');
export const scenarioStates = keyList<ScenarioState>('scenario_states');
export const planChangeKinds = keyList<PlanChangeKind>('plan_change_kinds');
export const expiryDecisions = keyList<ExpiryDecision>('expiry_decisions');

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
