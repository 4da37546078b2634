import { index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ConversationRole, DecisionChoice, IdeaFate } from '../../planning/analysis/vocabulary.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';
import { objectives } from './development.ts';
import { virements } from './finance.ts';
import { needOptions, needs } from './needs.ts';
import { departments } from './register.ts';

/** Decisions; one without a choice is waiting to be made. */
export const decisions = sqliteTable('decisions', {
  id: rowId(),
  number: integer('number').notNull().unique(),
  title: text('title').notNull(),
  needId: integer('need_id').references(() => needs.id),
  choice: text('choice').$type<DecisionChoice>(),
  optionId: integer('option_id').references(() => needOptions.id),
  mergedIntoNeedId: integer('merged_into_need_id').references(() => needs.id),
  decider: text('decider').notNull(),
  decideBy: isoDate('decide_by'),
  decidedOn: isoDate('decided_on'),
  because: text('because'),
  ifNot: text('if_not'),
  conditions: text('conditions'),
  workaround: text('workaround'),
  whoNote: text('who_note'),
  reviewOn: isoDate('review_on'),
  reviewQuestion: text('review_question'),
  reviewedOn: isoDate('reviewed_on'),
  outcome: text('outcome'),
  pilotUntil: isoDate('pilot_until'),
  pilotMeasure: text('pilot_measure'),
  virementId: integer('virement_id').references(() => virements.id, { onDelete: 'set null' }),
  replacesId: integer('replaces_id').references((): AnySQLiteColumn => decisions.id),
}, (table) => [
  index('decisions_need').on(table.needId),
  index('decisions_option').on(table.optionId),
  index('decisions_merged_into').on(table.mergedIntoNeedId),
  index('decisions_virement').on(table.virementId),
  index('decisions_replaces').on(table.replacesId),
  ...dateChecks('decisions', 'decide_by', 'decided_on', 'review_on', 'reviewed_on', 'pilot_until'),
]);

/** What was weighed, with the figures of the day of the decision. */
export const weighedOptions = sqliteTable('weighed_options', {
  id: rowId(),
  decisionId: integer('decision_id').notNull().references(() => decisions.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  pence: integer('pence'),
  follows: text('follows'),
  chosen: flag('chosen').notNull(),
}, (table) => [index('weighed_options_decision').on(table.decisionId), ...flagChecks('weighed_options', 'chosen')]);

/** Who is to be told of a decision, what of it, and whether they have been. */
export const tellings = sqliteTable('tellings', {
  id: rowId(),
  decisionId: integer('decision_id').notNull().references(() => decisions.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  role: text('role').notNull(),
  what: text('what'),
  dueOn: isoDate('due_on'),
  toldOn: isoDate('told_on'),
  how: text('how'),
}, (table) => [index('tellings_decision').on(table.decisionId), ...dateChecks('tellings', 'due_on', 'told_on')]);

/** Groups of people who speak for those who use the ICT. */
export const peopleGroups = sqliteTable('people_groups', {
  id: rowId(),
  name: text('name').notNull(),
  aims: text('aims'),
  backerRole: text('backer_role'),
  backedOn: isoDate('backed_on'),
  meets: text('meets'),
}, () => [...dateChecks('people_groups', 'backed_on')]);

export const groupObjectives = sqliteTable('group_objectives', {
  id: rowId(),
  groupId: integer('group_id').notNull().references(() => peopleGroups.id, { onDelete: 'cascade' }),
  objectiveId: integer('objective_id').notNull().references(() => objectives.id, { onDelete: 'cascade' }),
}, (table) => [
  uniqueIndex('group_objectives_pair').on(table.groupId, table.objectiveId),
  index('group_objectives_objective').on(table.objectiveId),
]);

export const groupMembers = sqliteTable('group_members', {
  id: rowId(),
  groupId: integer('group_id').notNull().references(() => peopleGroups.id, { onDelete: 'cascade' }),
  kind: text('kind').$type<ConversationRole>().notNull(),
  role: text('role').notNull(),
  departmentId: integer('department_id').references(() => departments.id, { onDelete: 'set null' }),
}, (table) => [index('group_members_group').on(table.groupId), index('group_members_department').on(table.departmentId)]);

export const groupIdeas = sqliteTable('group_ideas', {
  id: rowId(),
  groupId: integer('group_id').notNull().references(() => peopleGroups.id, { onDelete: 'cascade' }),
  raisedOn: isoDate('raised_on').notNull(),
  text: text('text').notNull(),
  fate: text('fate').$type<IdeaFate>().notNull(),
  because: text('because'),
  needId: integer('need_id').references(() => needs.id, { onDelete: 'set null' }),
}, (table) => [
  index('group_ideas_group').on(table.groupId),
  index('group_ideas_need').on(table.needId),
  ...dateChecks('group_ideas', 'raised_on'),
]);
