import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CriterionStatus, ObjectiveState, Term } from '../../planning/analysis/vocabulary.ts';
import { dateChecks, isoDate, rowId } from './columns.ts';

/** The school development plan of some years, with the headings that the school uses. */
export const developmentPlans = sqliteTable('development_plans', {
  id: rowId(),
  name: text('name').notNull(),
  startsOn: isoDate('starts_on').notNull(),
  endsOn: isoDate('ends_on').notNull(),
  ownerRole: text('owner_role'),
  areaHeading: text('area_heading').notNull(),
  priorityHeading: text('priority_heading').notNull(),
  objectiveHeading: text('objective_heading').notNull(),
}, () => [...dateChecks('development_plans', 'starts_on', 'ends_on')]);

export const planAreas = sqliteTable('plan_areas', {
  id: rowId(),
  planId: integer('plan_id').notNull().references(() => developmentPlans.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  name: text('name').notNull(),
}, (table) => [index('plan_areas_plan').on(table.planId)]);

export const planPriorities = sqliteTable('plan_priorities', {
  id: rowId(),
  areaId: integer('area_id').notNull().references(() => planAreas.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  number: text('number'),
  name: text('name').notNull(),
  rationale: text('rationale'),
  ownerRole: text('owner_role'),
}, (table) => [index('plan_priorities_area').on(table.areaId)]);

/** An objective stands under a priority, or under its area at once. */
export const objectives = sqliteTable('objectives', {
  id: rowId(),
  areaId: integer('area_id').notNull().references(() => planAreas.id, { onDelete: 'cascade' }),
  priorityId: integer('priority_id').references(() => planPriorities.id, { onDelete: 'set null' }),
  position: integer('position').notNull(),
  number: text('number'),
  name: text('name').notNull(),
  statement: text('statement'),
  leadRole: text('lead_role'),
  state: text('state').$type<ObjectiveState>().notNull(),
  closedOn: isoDate('closed_on'),
  noIctBy: text('no_ict_by'),
  noIctOn: isoDate('no_ict_on'),
}, (table) => [
  index('objectives_area').on(table.areaId),
  index('objectives_priority').on(table.priorityId),
  ...dateChecks('objectives', 'closed_on', 'no_ict_on'),
]);

export const successCriteria = sqliteTable('success_criteria', {
  id: rowId(),
  objectiveId: integer('objective_id').notNull().references(() => objectives.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  text: text('text').notNull(),
  status: text('status').$type<CriterionStatus>().notNull(),
}, (table) => [index('success_criteria_objective').on(table.objectiveId)]);

export const objectiveActions = sqliteTable('objective_actions', {
  id: rowId(),
  objectiveId: integer('objective_id').notNull().references(() => objectives.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  text: text('text').notNull(),
  leadRole: text('lead_role'),
  startsOn: isoDate('starts_on'),
  dueOn: isoDate('due_on'),
  doneOn: isoDate('done_on'),
  costPence: integer('cost_pence'),
}, (table) => [
  index('objective_actions_objective').on(table.objectiveId),
  ...dateChecks('objective_actions', 'starts_on', 'due_on', 'done_on'),
]);

/** One note for each objective and term; `year` is the school year by its start. */
export const progressNotes = sqliteTable('progress_notes', {
  id: rowId(),
  objectiveId: integer('objective_id').notNull().references(() => objectives.id, { onDelete: 'cascade' }),
  year: integer('year').notNull(),
  term: text('term').$type<Term>().notNull(),
  writtenOn: isoDate('written_on').notNull(),
  role: text('role'),
  text: text('text').notNull(),
}, (table) => [
  uniqueIndex('progress_notes_term').on(table.objectiveId, table.year, table.term),
  ...dateChecks('progress_notes', 'written_on'),
]);
