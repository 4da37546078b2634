import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  CheckAnswer, ConversationRole, CostPart, CostStanding, EvidenceKind, LaterYears, LinkStrength, Meets, Moscow, NeedReason, OptionKind, TalkDirection,
} from '../../planning/analysis/vocabulary.ts';
import type { CostCategory, FundKey, UserGroup } from '../../planning/vocabulary.ts';
import { recurringCosts } from './agreements.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';
import { objectives } from './development.ts';
import { categories, costCategories, funds, userGroups } from './lookups.ts';
import { assetModels, departments, locations } from './register.ts';
import { standardRequirements } from './standards.ts';

export const needs = sqliteTable('needs', {
  id: rowId(),
  number: integer('number').notNull().unique(),
  name: text('name').notNull(),
  statement: text('statement').notNull(),
  askedByRole: text('asked_by_role').notNull(),
  askedOn: isoDate('asked_on').notNull(),
  departmentId: integer('department_id').references(() => departments.id, { onDelete: 'set null' }),
  pupils: integer('pupils'),
  reason: text('reason').$type<NeedReason>().notNull(),
  neededBy: isoDate('needed_by'),
  impact: text('impact').notNull(),
  moscow: text('moscow').$type<Moscow>().notNull(),
  standardId: integer('standard_id').references(() => standardRequirements.id, { onDelete: 'set null' }),
  recommendedBecause: text('recommended_because'),
  recommendedIfNot: text('recommended_if_not'),
  needsSystem: text('needs_system'),
  needsMemoryGb: integer('needs_memory_gb'),
  leastMemoryGb: integer('least_memory_gb'),
  needsCores: integer('needs_cores'),
  leastCores: integer('least_cores'),
  needsStorageGb: integer('needs_storage_gb'),
}, (table) => [
  index('needs_department').on(table.departmentId),
  index('needs_standard').on(table.standardId),
  ...dateChecks('needs', 'asked_on', 'needed_by'),
]);

/** What a request for software says beside the need it is. */
export const softwareRequests = sqliteTable('software_requests', {
  id: rowId(),
  needId: integer('need_id').notNull().unique().references(() => needs.id, { onDelete: 'cascade' }),
  product: text('product').notNull(),
  publisher: text('publisher'),
  seats: integer('seats'),
  softwareId: integer('software_id').references(() => recurringCosts.id, { onDelete: 'set null' }),
  compatible: text('compatible').$type<CheckAnswer>().notNull(),
  networkInstall: text('network_install').$type<CheckAnswer>().notNull(),
  licenceAllows: text('licence_allows').$type<CheckAnswer>().notNull(),
  checkNote: text('check_note'),
}, (table) => [index('software_requests_software').on(table.softwareId)]);

export const needObjectives = sqliteTable('need_objectives', {
  id: rowId(),
  needId: integer('need_id').notNull().references(() => needs.id, { onDelete: 'cascade' }),
  objectiveId: integer('objective_id').notNull().references(() => objectives.id, { onDelete: 'cascade' }),
  strength: text('strength').$type<LinkStrength>().notNull(),
}, (table) => [
  uniqueIndex('need_objectives_pair').on(table.needId, table.objectiveId),
  index('need_objectives_objective').on(table.objectiveId),
]);

export const needEvidence = sqliteTable('need_evidence', {
  id: rowId(),
  needId: integer('need_id').notNull().references(() => needs.id, { onDelete: 'cascade' }),
  kind: text('kind').$type<EvidenceKind>().notNull(),
  text: text('text'),
  categoryKey: text('category_key').references(() => categories.key),
  locationId: integer('location_id').references(() => locations.id, { onDelete: 'set null' }),
  departmentId: integer('department_id').references(() => departments.id, { onDelete: 'set null' }),
}, (table) => [
  index('need_evidence_need').on(table.needId),
  index('need_evidence_location').on(table.locationId),
  index('need_evidence_department').on(table.departmentId),
]);

/** At most one option of a need is recommended. */
export const needOptions = sqliteTable('need_options', {
  id: rowId(),
  needId: integer('need_id').notNull().references(() => needs.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  kind: text('kind').$type<OptionKind>().notNull(),
  name: text('name').notNull(),
  meets: text('meets').$type<Meets>(),
  meetsWords: text('meets_words'),
  supportHoursOnce: integer('support_hours_once'),
  supportHoursYearly: integer('support_hours_yearly'),
  laterYears: text('later_years').$type<LaterYears>(),
  recommended: flag('recommended').notNull(),
}, (table) => [index('need_options_need').on(table.needId), ...flagChecks('need_options', 'recommended')]);

export const optionCosts = sqliteTable('option_costs', {
  id: rowId(),
  optionId: integer('option_id').notNull().references(() => needOptions.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  part: text('part').$type<CostPart>().notNull(),
  name: text('name').notNull(),
  standing: text('standing').$type<CostStanding>().notNull(),
  categoryKey: text('category_key').notNull().references(() => categories.key),
  costCategory: text('cost_category').$type<CostCategory>().notNull().references(() => costCategories.key),
  fundKey: text('fund_key').$type<FundKey>().references(() => funds.key),
  on: isoDate('on').notNull(),
  until: isoDate('until'),
  quantity: integer('quantity').notNull(),
  unitPence: integer('unit_pence'),
  yearlyPence: integer('yearly_pence').notNull(),
  priceDate: isoDate('price_date'),
  riseBp: integer('rise_bp'),
  modelId: integer('model_id').references(() => assetModels.id, { onDelete: 'set null' }),
  locationId: integer('location_id').references(() => locations.id, { onDelete: 'set null' }),
  userGroup: text('user_group').$type<UserGroup>().references(() => userGroups.key),
  memoryGb: integer('memory_gb'),
  storageGb: integer('storage_gb'),
  recurringId: integer('recurring_id').references(() => recurringCosts.id, { onDelete: 'set null' }),
}, (table) => [
  index('option_costs_option').on(table.optionId),
  index('option_costs_model').on(table.modelId),
  index('option_costs_location').on(table.locationId),
  index('option_costs_recurring').on(table.recurringId),
  ...dateChecks('option_costs', 'on', 'until', 'price_date'),
]);

/** Who is to be heard in a school year. */
export const roundPeople = sqliteTable('round_people', {
  id: rowId(),
  year: integer('year').notNull(),
  kind: text('kind').$type<ConversationRole>().notNull(),
  role: text('role').notNull(),
  departmentId: integer('department_id').references(() => departments.id, { onDelete: 'set null' }),
}, (table) => [index('round_people_department').on(table.departmentId)]);

export const conversations = sqliteTable('conversations', {
  id: rowId(),
  heldOn: isoDate('held_on').notNull(),
  kind: text('kind').$type<ConversationRole>().notNull(),
  role: text('role').notNull(),
  departmentId: integer('department_id').references(() => departments.id, { onDelete: 'set null' }),
}, (table) => [index('conversations_department').on(table.departmentId), ...dateChecks('conversations', 'held_on')]);

export const talkNotes = sqliteTable('talk_notes', {
  id: rowId(),
  conversationId: integer('conversation_id').notNull().references(() => conversations.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  direction: text('direction').$type<TalkDirection>().notNull(),
  text: text('text').notNull(),
  needId: integer('need_id').references(() => needs.id, { onDelete: 'set null' }),
}, (table) => [index('talk_notes_conversation').on(table.conversationId), index('talk_notes_need').on(table.needId)]);

/** Questions that the school has added to the guide. */
export const ownQuestions = sqliteTable('own_questions', {
  id: rowId(),
  kind: text('kind').$type<ConversationRole>().notNull(),
  direction: text('direction').$type<TalkDirection>().notNull(),
  text: text('text').notNull(),
});
