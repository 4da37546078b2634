import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MoneyProfile } from '../../planning/budget/finance.ts';
import type { CodeScheme, SchoolType } from '../../planning/vocabulary.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';

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
  /** The codes it accounts by; null follows its kind. */
  codeScheme: text('code_scheme').$type<CodeScheme>(),
  /** Whether VAT comes back; null is yes. */
  vatRecoverable: flag('vat_recoverable'),
  /** A change of kind in the middle of a plan; all three or none. */
  convertsOn: isoDate('converts_on'),
  convertsTo: text('converts_to').$type<SchoolType>(),
  convertsStartMonth: integer('converts_start_month'),
  /** How a first and a last year are written off; null is by months. */
  depreciation: text('depreciation').$type<MoneyProfile['depreciation']>(),
  /** Months in the books where no policy says; null is three years. */
  bookLifeMonths: integer('book_life_months'),
  /** Hundredths of a penny for a kilowatt-hour. */
  energyRate: integer('energy_rate'),
  supportHourPence: integer('support_hour_pence'),
  selfSupportHourPence: integer('self_support_hour_pence'),
}, () => [
  check('school_one_row', sql.raw('"id" = 1')), ...flagChecks('school', 'vat_recoverable'), ...dateChecks('school', 'converts_on'),
]);

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
