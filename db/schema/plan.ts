import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SchoolType } from '../../planning/vocabulary.ts';
import { flag, flagChecks, rowId } from './columns.ts';

/** The one row that says which plan this is; copies of the file keep its id and share its backups. */
export const plan = sqliteTable('plan', {
  id: rowId(),
  uuid: text('uuid').notNull(),
  createdAt: text('created_at').notNull(),
  createdByVersion: text('created_by_version').notNull(),
  /** True for a copy of the made-up school: every screen says so. */
  madeUp: flag('made_up').notNull(),
}, () => [check('plan_one_row', sql.raw('"id" = 1')), ...flagChecks('plan', 'made_up')]);

export const school = sqliteTable('school', {
  id: rowId(),
  name: text('name').notNull(),
  type: text('type').$type<SchoolType>().notNull(),
  yearStartMonth: integer('year_start_month').notNull(),
  horizonYears: integer('horizon_years').notNull(),
  pupils: integer('pupils'),
  /** Members of staff, for what is paid by the head. */
  staff: integer('staff'),
  /** The school's own target: pupils for each usable pupil device, in hundredths (500 is 5 to 1). */
  accessTarget: integer('access_target'),
  /** Years over which kit overdue today is bought; null is at once. */
  backlogYears: integer('backlog_years'),
  /** VAT beside net, in basis points; null is 20 %. */
  vatBp: integer('vat_bp'),
  /** Months after which a price counts as old; null is two years. */
  priceAgeMonths: integer('price_age_months'),
}, () => [check('school_one_row', sql.raw('"id" = 1'))]);

/** Pupils and staff expected in one financial year (named by its start), where the school has said so. */
export const schoolRolls = sqliteTable('school_rolls', {
  id: rowId(),
  year: integer('year').notNull().unique(),
  pupils: integer('pupils'),
  staff: integer('staff'),
});

/** Which steps of the plan format this file has been through; read and written by db/migrate.ts alone. */
export const schemaMigration = sqliteTable('schema_migration', {
  id: rowId(),
  name: text('name').notNull().unique(),
  sha256: text('sha256').notNull(),
  appliedAt: text('applied_at').notNull(),
  appVersion: text('app_version').notNull(),
});
