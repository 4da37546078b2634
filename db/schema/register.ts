import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AssetStatus, DisposalRoute, FundKey, LocationKind, UserGroup, WarrantyKind } from '../../planning/vocabulary.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';
import { imports } from './imports.ts';
import { assetStatuses, categories, disposalRoutes, funds, locationKinds, userGroups, warrantyKinds } from './lookups.ts';
import { orderLines } from './orders.ts';
import { supportReleases } from './reference.ts';

/**
 * Names are one name in capitals and in small letters. An index expression may hold no comma and a rule about
 * missing values stands in `where`, because drizzle-kit cuts an expression at its commas.
 */
const lowerName = sql.raw('lower("name")');

export const departments = sqliteTable('departments', {
  id: rowId(),
  name: text('name').notNull(),
  /** Pupils who are taught there, and the target for them: pupils for each device, in hundredths. */
  pupils: integer('pupils'),
  accessTarget: integer('access_target'),
}, () => [uniqueIndex('departments_name').on(lowerName)]);

/** Year groups, whose pupils share the devices that are theirs. */
export const yearGroups = sqliteTable('year_groups', {
  id: rowId(),
  name: text('name').notNull(),
  pupils: integer('pupils'),
  accessTarget: integer('access_target'),
}, () => [uniqueIndex('year_groups_name').on(lowerName)]);

/** Rooms, and whatever holds rooms: a place may lie within another. */
export const locations = sqliteTable('locations', {
  id: rowId(),
  name: text('name').notNull(),
  parentId: integer('parent_id').references((): AnySQLiteColumn => locations.id),
  kind: text('kind').$type<LocationKind>().notNull().default('room').references(() => locationKinds.key),
  /** Of a site: the pupils who learn there, and the target for them in hundredths. */
  pupils: integer('pupils'),
  accessTarget: integer('access_target'),
}, (table) => [
  uniqueIndex('locations_top_name').on(lowerName).where(sql.raw('"parent_id" IS NULL')),
  uniqueIndex('locations_name_within').on(table.parentId, lowerName).where(sql.raw('"parent_id" IS NOT NULL')),
]);

export const suppliers = sqliteTable('suppliers', {
  id: rowId(),
  name: text('name').notNull(),
}, () => [uniqueIndex('suppliers_name').on(lowerName)]);

export const assetModels = sqliteTable('asset_models', {
  id: rowId(),
  categoryKey: text('category_key').notNull().references(() => categories.key),
  make: text('make'),
  name: text('name').notNull(),
  /** What one costs today, net. */
  unitPence: integer('unit_pence'),
  priceDate: isoDate('price_date'),
  vendorSupportEnd: isoDate('vendor_support_end'),
  watts: integer('watts'),
  memoryGb: integer('memory_gb'),
  processor: text('processor'),
  cores: integer('cores'),
  storageGb: integer('storage_gb'),
}, (table) => [
  uniqueIndex('asset_models_name').on(lowerName, table.categoryKey).where(sql.raw('"make" IS NULL')),
  uniqueIndex('asset_models_make_name').on(lowerName, table.categoryKey, sql.raw('lower("make")'))
    .where(sql.raw('"make" IS NOT NULL')),
  ...dateChecks('asset_models', 'price_date', 'vendor_support_end'),
]);

/** One register row: a single item, or a group of equal ones. Tags and serials are often missing or repeated. */
export const assets = sqliteTable('assets', {
  id: rowId(),
  tag: text('tag'),
  serial: text('serial'),
  description: text('description').notNull(),
  categoryKey: text('category_key').notNull().references(() => categories.key),
  userGroup: text('user_group').$type<UserGroup>().references(() => userGroups.key),
  modelId: integer('model_id').references(() => assetModels.id),
  departmentId: integer('department_id').references(() => departments.id),
  locationId: integer('location_id').references(() => locations.id),
  supplierId: integer('supplier_id').references(() => suppliers.id),
  quantity: integer('quantity').notNull(),
  status: text('status').$type<AssetStatus>().notNull().references(() => assetStatuses.key),
  purchaseDate: isoDate('purchase_date'),
  purchaseDateAssumed: flag('purchase_date_assumed').notNull(),
  /** What an assumed date rests on, in the school's words: "serial range and order 3980". */
  purchaseDateBasis: text('purchase_date_basis'),
  inServiceDate: isoDate('in_service_date'),
  unitPaidPence: integer('unit_paid_pence'),
  unitVatPence: integer('unit_vat_pence'),
  orderNumber: text('order_number'),
  fundKey: text('fund_key').$type<FundKey>().references(() => funds.key),
  vendorSupportEnd: isoDate('vendor_support_end'),
  /** The system it runs: a release of the support list, or in words where the list has none. */
  osReleaseId: integer('os_release_id').references(() => supportReleases.id),
  osName: text('os_name'),
  osEnd: isoDate('os_end'),
  osCanMove: flag('os_can_move').notNull(),
  leaseEnd: isoDate('lease_end'),
  overridePence: integer('override_pence'),
  overridePriceDate: isoDate('override_price_date'),
  movedTo: isoDate('moved_to'),
  movedReason: text('moved_reason'),
  upgradeDoneOn: isoDate('upgrade_done_on'),
  succeedsAssetId: integer('succeeds_asset_id').references((): AnySQLiteColumn => assets.id, { onDelete: 'set null' }),
  yearGroupId: integer('year_group_id').references(() => yearGroups.id),
  orderLineId: integer('order_line_id').references((): AnySQLiteColumn => orderLines.id),
  passedDownOn: isoDate('passed_down_on'),
  disposedOn: isoDate('disposed_on'),
  disposalRoute: text('disposal_route').$type<DisposalRoute>().references(() => disposalRoutes.key),
  disposalCertificate: text('disposal_certificate'),
  dataWipedOn: isoDate('data_wiped_on'),
  /** What one brought in when it left, net. */
  disposalPence: integer('disposal_pence'),
  createdByImport: integer('created_by_import').references(() => imports.id),
  notes: text('notes'),
}, (table) => [
  index('assets_model').on(table.modelId),
  index('assets_department').on(table.departmentId),
  index('assets_location').on(table.locationId),
  index('assets_supplier').on(table.supplierId),
  index('assets_succeeds').on(table.succeedsAssetId),
  index('assets_created_by_import').on(table.createdByImport),
  index('assets_os_release').on(table.osReleaseId),
  index('assets_year_group').on(table.yearGroupId),
  index('assets_order_line').on(table.orderLineId),
  ...flagChecks('assets', 'purchase_date_assumed', 'os_can_move'),
  ...dateChecks(
    'assets', 'purchase_date', 'in_service_date', 'vendor_support_end', 'os_end', 'lease_end',
    'override_price_date', 'moved_to', 'upgrade_done_on', 'passed_down_on', 'disposed_on', 'data_wiped_on',
  ),
]);

/** Hardware cover of an asset: several periods where it was extended. */
export const warranties = sqliteTable('warranties', {
  id: rowId(),
  assetId: integer('asset_id').notNull().references(() => assets.id, { onDelete: 'cascade' }),
  startsOn: isoDate('starts_on'),
  endsOn: isoDate('ends_on').notNull(),
  supplierId: integer('supplier_id').references(() => suppliers.id),
  reference: text('reference'),
  kind: text('kind').$type<WarrantyKind>().notNull().default('standard').references(() => warrantyKinds.key),
  /** What the period cost for one item, net; null where it came with the purchase or was not written down. */
  costPence: integer('cost_pence'),
}, (table) => [
  index('warranties_asset').on(table.assetId, table.endsOn),
  index('warranties_supplier').on(table.supplierId),
  ...dateChecks('warranties', 'starts_on', 'ends_on'),
]);
