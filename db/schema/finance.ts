import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Spread } from '../../planning/smoothing.ts';
import type { ApprovalSubject, CostCategory, FundKey, SpendNature, ThresholdBasis } from '../../planning/vocabulary.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';
import { categories, costCategories, funds } from './lookups.ts';
import { departments } from './register.ts';

const fundRef = (name: string) => text(name).$type<FundKey>().references(() => funds.key);
const costRef = (name: string) => text(name).$type<CostCategory>().references(() => costCategories.key);

/** What counts as capital from a financial year on, until the next rule. */
export const capitalRules = sqliteTable('capital_rules', {
  id: rowId(),
  fromYear: integer('from_year').notNull().unique(),
  thresholdPence: integer('threshold_pence').notNull(),
  basis: text('basis').$type<ThresholdBasis>().notNull(),
  source: text('source'),
});

/** What was answered where the rule is a question each time. */
export const capitalChoices = sqliteTable('capital_choices', {
  id: rowId(),
  year: integer('year').notNull(),
  costCategory: costRef('cost_category').notNull(),
  fundKey: fundRef('fund_key').notNull(),
  nature: text('nature').$type<SpendNature>().notNull(),
  reason: text('reason'),
}, (table) => [uniqueIndex('capital_choices_place').on(table.year, table.costCategory, table.fundKey)]);

/** A year whose budget was agreed: from then on it changes by virements alone. */
export const budgetApprovals = sqliteTable('budget_approvals', {
  id: rowId(),
  year: integer('year').notNull().unique(),
  approvedOn: isoDate('approved_on').notNull(),
  approvedBy: text('approved_by').notNull(),
  note: text('note'),
}, () => [...dateChecks('budget_approvals', 'approved_on')]);

/** Money moved from one place to another within a year; it counts once it is agreed. */
export const virements = sqliteTable('virements', {
  id: rowId(),
  year: integer('year').notNull(),
  fromFundKey: fundRef('from_fund_key').notNull(),
  fromCostCategory: costRef('from_cost_category'),
  fromNature: text('from_nature').$type<SpendNature>(),
  toFundKey: fundRef('to_fund_key').notNull(),
  toCostCategory: costRef('to_cost_category'),
  toNature: text('to_nature').$type<SpendNature>(),
  pence: integer('pence').notNull(),
  reason: text('reason').notNull(),
  askedBy: text('asked_by').notNull(),
  askedOn: isoDate('asked_on').notNull(),
  agreedBy: text('agreed_by'),
  agreedOn: isoDate('agreed_on'),
}, (table) => [index('virements_year').on(table.year), ...dateChecks('virements', 'asked_on', 'agreed_on')]);

/** The school's own ledger codes; empty category and nature: not mapped yet. */
export const ledgerCodes = sqliteTable('ledger_codes', {
  id: rowId(),
  code: text('code').notNull().unique(),
  description: text('description').notNull(),
  ledgerType: text('ledger_type'),
  cfrCode: text('cfr_code'),
  costCategory: costRef('cost_category'),
  nature: text('nature').$type<SpendNature>(),
  preferred: flag('preferred').notNull(),
}, () => [...flagChecks('ledger_codes', 'preferred')]);

export const costCentres = sqliteTable('cost_centres', {
  id: rowId(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  departmentId: integer('department_id').references(() => departments.id, { onDelete: 'set null' }),
  counts: flag('counts').notNull(),
  preferred: flag('preferred').notNull(),
}, (table) => [index('cost_centres_department').on(table.departmentId), ...flagChecks('cost_centres', 'counts', 'preferred')]);

/** A fund's code in the finance system; an empty fund: not mapped yet. */
export const fundCodes = sqliteTable('fund_codes', {
  id: rowId(),
  code: text('code').notNull().unique(),
  name: text('name'),
  fundKey: fundRef('fund_key'),
});

/** The numbers of an academy's return, as the school has filled them in. */
export const returnLines = sqliteTable('return_lines', {
  id: rowId(),
  costCategory: costRef('cost_category').notNull(),
  nature: text('nature').$type<SpendNature>().notNull(),
  lineNumber: text('line_number').notNull(),
}, (table) => [uniqueIndex('return_lines_place').on(table.costCategory, table.nature)]);

/** An export of the finance system that was brought in; a year has at most one. */
export const actualsRuns = sqliteTable('actuals_runs', {
  id: rowId(),
  year: integer('year').notNull().unique(),
  through: isoDate('through').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
}, () => [...dateChecks('actuals_runs', 'through')]);

export const actuals = sqliteTable('actuals', {
  id: rowId(),
  runId: integer('run_id').notNull().references(() => actualsRuns.id, { onDelete: 'cascade' }),
  on: isoDate('on_date'),
  costCategory: costRef('cost_category').notNull(),
  nature: text('nature').$type<SpendNature>().notNull(),
  fundKey: fundRef('fund_key').notNull(),
  pence: integer('pence').notNull(),
  committedPence: integer('committed_pence'),
  ledgerCode: text('ledger_code').notNull(),
  fundCode: text('fund_code'),
  costCentre: text('cost_centre'),
  description: text('description'),
  row: integer('row').notNull(),
}, (table) => [index('actuals_run').on(table.runId), ...dateChecks('actuals', 'on_date')]);

/** Who may agree to what, and up to how much; empty is any amount. */
export const approvalLimits = sqliteTable('approval_limits', {
  id: rowId(),
  subject: text('subject').$type<ApprovalSubject>().notNull(),
  role: text('role').notNull(),
  upToPence: integer('up_to_pence'),
}, (table) => [uniqueIndex('approval_limits_role').on(table.subject, table.role)]);

/** Money put by for ICT; no row while the school has none. */
export const reserve = sqliteTable('reserve', {
  id: rowId(),
  openingPence: integer('opening_pence').notNull(),
  openingYear: integer('opening_year').notNull(),
  floorPence: integer('floor_pence').notNull(),
  spread: text('spread').$type<Spread>(),
}, () => [check('reserve_one_row', sql.raw('"id" = 1'))]);

export const reserveContributions = sqliteTable('reserve_contributions', {
  id: rowId(),
  year: integer('year').notNull().unique(),
  pence: integer('pence').notNull(),
});

/** What a kind of kit takes while it is used. */
export const kindUpkeep = sqliteTable('kind_upkeep', {
  id: rowId(),
  categoryKey: text('category_key').notNull().unique().references(() => categories.key),
  watts: integer('watts'),
  hoursPerDayTenths: integer('hours_per_day_tenths'),
  daysPerYear: integer('days_per_year'),
  supportMinutes: integer('support_minutes'),
  selfSupportMinutes: integer('self_support_minutes'),
});
