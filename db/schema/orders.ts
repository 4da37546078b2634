import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FundKey } from '../../planning/vocabulary.ts';
import { dateChecks, isoDate, rowId } from './columns.ts';
import { categories, funds } from './lookups.ts';
import { assetModels, suppliers } from './register.ts';

/** An order to a supplier. What has come of it and what has not is told by the status of its assets. */
export const purchaseOrders = sqliteTable('purchase_orders', {
  id: rowId(),
  /** The school's own order number. */
  number: text('number').notNull(),
  supplierId: integer('supplier_id').references(() => suppliers.id),
  orderedOn: isoDate('ordered_on').notNull(),
  expectedOn: isoDate('expected_on'),
  fundKey: text('fund_key').$type<FundKey>().references(() => funds.key),
  notes: text('notes'),
}, (table) => [
  index('purchase_orders_supplier').on(table.supplierId),
  ...dateChecks('purchase_orders', 'ordered_on', 'expected_on'),
]);

/** One thing on an order: so many, what the plan had them at, what was agreed. */
export const orderLines = sqliteTable('order_lines', {
  id: rowId(),
  orderId: integer('order_id').notNull().references(() => purchaseOrders.id, { onDelete: 'cascade' }),
  description: text('description').notNull(),
  categoryKey: text('category_key').notNull().references(() => categories.key),
  modelId: integer('model_id').references(() => assetModels.id),
  quantity: integer('quantity').notNull(),
  /** What the forecast had one at when it was ordered, net; null where it had no price. */
  plannedUnitPence: integer('planned_unit_pence'),
  /** The price agreed for one, net. */
  unitPence: integer('unit_pence'),
  /** The code it is to be booked under, as the school writes it. */
  code: text('code'),
}, (table) => [
  index('order_lines_order').on(table.orderId),
  index('order_lines_model').on(table.modelId),
]);
