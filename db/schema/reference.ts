import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';

/**
 * When support of a system release ends. A missing day means that none is known, never "supported for ever";
 * nothing is claimed beyond `asOf`, the day the list was true. A shipped row stays as it came: a school that knows
 * better writes one of its own beside it.
 */
export const supportReleases = sqliteTable('support_releases', {
  id: rowId(),
  product: text('product').notNull(),
  cycle: text('cycle').notNull(),
  label: text('label').notNull(),
  releasedOn: isoDate('released_on'),
  activeEnd: isoDate('active_end'),
  securityEnd: isoDate('security_end'),
  /** Paid for: extended security updates. */
  extendedEnd: isoDate('extended_end'),
  /** What a year of the paid extension costs for one device, net, and the day that price is of. */
  extendedYearPence: integer('extended_year_pence'),
  extendedPriceDate: isoDate('extended_price_date'),
  source: text('source').notNull(),
  asOf: isoDate('as_of').notNull(),
  /** False where the school typed it. */
  shipped: flag('shipped').notNull(),
}, (table) => [
  uniqueIndex('support_releases_cycle').on(table.product, table.cycle, table.shipped),
  ...flagChecks('support_releases', 'shipped'),
  ...dateChecks('support_releases', 'released_on', 'active_end', 'security_end', 'extended_end', 'extended_price_date', 'as_of'),
]);

/** A fact that Kitplan ships (a code, a standard, a threshold), with where it is from and the day it was true. */
export const referenceFacts = sqliteTable('reference_facts', {
  id: rowId(),
  file: text('file').notNull(),
  key: text('key').notNull(),
  fact: text('fact', { mode: 'json' }).$type<Readonly<Record<string, string | number | boolean | null>>>().notNull(),
  source: text('source').notNull(),
  licence: text('licence').notNull(),
  asOf: isoDate('as_of').notNull(),
}, (table) => [
  uniqueIndex('reference_facts_key').on(table.file, table.key),
  ...dateChecks('reference_facts', 'as_of'),
]);
