import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  AgreementKind, ContractKind, CostCategory, CostDriver, ExpiryDecision, ExpirySubject, FundKey, PayPeriod,
} from '../../planning/vocabulary.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';
import {
  agreementKinds, categories, contractKinds, costCategories, costDrivers, expiryDecisions, expirySubjects, funds, payPeriods,
} from './lookups.ts';
import { supportReleases } from './reference.ts';
import { assets, departments, suppliers } from './register.ts';

/**
 * What is paid for again and again: running costs, contracts and software alike have a row here with their money
 * and their dates, so that the sums meet one thing. What only a contract or only software has stands in a table
 * beside it under the same number.
 */
export const recurringCosts = sqliteTable('recurring_costs', {
  id: rowId(),
  kind: text('kind').$type<AgreementKind>().notNull().default('running').references(() => agreementKinds.key),
  name: text('name').notNull(),
  categoryKey: text('category_key').notNull().references(() => categories.key),
  costCategory: text('cost_category').$type<CostCategory>().notNull().references(() => costCategories.key),
  /** Of one period and one unit of the driver, net; null where nobody has entered it. */
  amountPence: integer('amount_pence'),
  period: text('period').$type<PayPeriod>().notNull().default('yearly').references(() => payPeriods.key),
  /** Years from one payment to the next where the period is `every_n_years`. */
  periodYears: integer('period_years'),
  driver: text('driver').$type<CostDriver>().notNull().default('site').references(() => costDrivers.key),
  /** Seats, where the driver is `per_seat`. */
  units: integer('units'),
  /** The kind of kit that is counted, where the driver is `per_device`. */
  deviceCategoryKey: text('device_category_key').references(() => categories.key),
  priceDate: isoDate('price_date'),
  startsOn: isoDate('starts_on'),
  endsOn: isoDate('ends_on'),
  /** Days before the end by which notice must be given. */
  noticeDays: integer('notice_days'),
  /** True where it goes on after its end unless notice is given: it is then charged without an end. */
  autoRenews: flag('auto_renews').notNull().default(false),
  riseBp: integer('rise_bp'),
  supplierId: integer('supplier_id').references(() => suppliers.id),
  /** The fund that pays; null where the school has not said. */
  fundKey: text('fund_key').$type<FundKey>().references(() => funds.key),
  /** The supplier's number for it. */
  reference: text('reference'),
  notes: text('notes'),
}, (table) => [
  index('recurring_costs_supplier').on(table.supplierId),
  ...flagChecks('recurring_costs', 'auto_renews'),
  ...dateChecks('recurring_costs', 'price_date', 'starts_on', 'ends_on'),
]);

/** What only a contract has. */
export const contractDetails = sqliteTable('contract_details', {
  id: rowId(),
  agreementId: integer('agreement_id').notNull().unique().references(() => recurringCosts.id, { onDelete: 'cascade' }),
  contractKind: text('contract_kind').$type<ContractKind>().notNull().references(() => contractKinds.key),
  /** True where it is hardware cover of the kit listed under it: the end of cover is then at least its end. */
  coversHardware: flag('covers_hardware').notNull(),
}, () => [...flagChecks('contract_details', 'covers_hardware')]);

/** The kit that a contract is about. */
export const contractAssets = sqliteTable('contract_assets', {
  id: rowId(),
  agreementId: integer('agreement_id').notNull().references(() => recurringCosts.id, { onDelete: 'cascade' }),
  assetId: integer('asset_id').notNull().references(() => assets.id, { onDelete: 'cascade' }),
}, (table) => [
  uniqueIndex('contract_assets_pair').on(table.assetId, table.agreementId),
  index('contract_assets_agreement').on(table.agreementId),
]);

/** What only software has. */
export const softwareDetails = sqliteTable('software_details', {
  id: rowId(),
  agreementId: integer('agreement_id').notNull().unique().references(() => recurringCosts.id, { onDelete: 'cascade' }),
  publisher: text('publisher'),
  version: text('version'),
  /** Its release in the support list, whose dates hold unless `supportEnd` says otherwise. */
  supportReleaseId: integer('support_release_id').references(() => supportReleases.id),
  supportEnd: isoDate('support_end'),
  /** What it needs to run; null where nobody has said. */
  needsSystem: text('needs_system'),
  needsMemoryGb: integer('needs_memory_gb'),
  leastMemoryGb: integer('least_memory_gb'),
  needsProcessor: text('needs_processor'),
  needsCores: integer('needs_cores'),
  leastCores: integer('least_cores'),
  needsStorageGb: integer('needs_storage_gb'),
  networkInstallable: flag('network_installable'),
}, (table) => [
  index('software_details_release').on(table.supportReleaseId),
  ...flagChecks('software_details', 'network_installable'),
  ...dateChecks('software_details', 'support_end'),
]);

/** Which departments use a title. */
export const softwareDepartments = sqliteTable('software_departments', {
  id: rowId(),
  agreementId: integer('agreement_id').notNull().references(() => recurringCosts.id, { onDelete: 'cascade' }),
  departmentId: integer('department_id').notNull().references(() => departments.id, { onDelete: 'cascade' }),
}, (table) => [
  uniqueIndex('software_departments_pair').on(table.departmentId, table.agreementId),
  index('software_departments_agreement').on(table.agreementId),
]);

/**
 * A decision about something that ends: it silences that end and no other, so that a later date is told again.
 * Either an asset (its cover or its support) or an agreement is meant.
 */
export const expiryDecided = sqliteTable('expiry_decided', {
  id: rowId(),
  subject: text('subject').$type<ExpirySubject>().notNull().references(() => expirySubjects.key),
  assetId: integer('asset_id').references(() => assets.id, { onDelete: 'cascade' }),
  agreementId: integer('agreement_id').references(() => recurringCosts.id, { onDelete: 'cascade' }),
  endsOn: isoDate('ends_on').notNull(),
  decision: text('decision').$type<ExpiryDecision>().notNull().references(() => expiryDecisions.key),
  reason: text('reason').notNull(),
}, (table) => [
  uniqueIndex('expiry_decided_asset').on(table.assetId, table.subject, table.endsOn),
  uniqueIndex('expiry_decided_agreement').on(table.agreementId, table.subject, table.endsOn),
  ...dateChecks('expiry_decided', 'ends_on'),
]);
