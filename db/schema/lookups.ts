import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  AgreementKind, AssetStatus, ChartGroup, ContractKind, CostCategory, CostDriver, DisposalRoute, ExpiryDecision, ExpirySubject,
  FundExclusion, FundKey, FundKind, FundUse, LedgerKind, LeftOver, LocationKind, PayPeriod, PlanChangeKind, PlannedActionKind, ScenarioState, UserGroup, WarrantyKind,
} from '../../planning/vocabulary.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';

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

/**
 * Where money comes from: the shipped funds and the school's own. What is empty is as it comes with the kind of fund
 * (planning/budget/fund.ts), so that a rule that is mended later holds for every school that has not set its own.
 */
export const funds = sqliteTable('funds', {
  id: rowId(),
  key: text('key').$type<FundKey>().notNull().unique(),
  /** Empty where the key is the kind. */
  kind: text('kind').$type<FundKind>(),
  name: text('name'),
  paysFor: text('pays_for').$type<FundUse>(),
  excludes: text('excludes', { mode: 'json' }).$type<readonly FundExclusion[]>(),
  condition: text('condition'),
  endsOn: isoDate('ends_on'),
  stopsAtAllocation: flag('stops_at_allocation'),
  leftOver: text('left_over').$type<LeftOver>(),
  leftOverNote: text('left_over_note'),
  shownTo: text('shown_to'),
  /** The one fund that pays for what no fund was named for. */
  usual: flag('usual'),
}, () => [...dateChecks('funds', 'ends_on'), ...flagChecks('funds', 'stops_at_allocation', 'usual')]);

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
