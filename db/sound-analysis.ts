import {
  CHECK_ANSWERS, CONVERSATION_ROLES, COST_PARTS, COST_STANDINGS, CRITERION_STATUSES, DECISION_CHOICES, EVIDENCE_KINDS, IDEA_FATES, LATER_YEARS,
  LINK_STRENGTHS, MEETS, MOSCOW, NEED_REASONS, OBJECTIVE_STATES, OPTION_KINDS, STANDARD_STATUSES, STANDARD_TIERS, TALK_DIRECTIONS, TERMS,
} from '../planning/analysis/vocabulary.ts';
import { DOCUMENT_KINDS, DOCUMENT_READERS } from '../planning/documents/kinds.ts';
import { RISE_RANGE_BP } from '../planning/price.ts';
import { amount, oneOf, onlyWhere, rows, together, wholeFrom, year, type Condition, type UnsoundRows } from './sound.ts';

const gigabytes = (column: string): Condition => wholeFrom(column, 1, 1_000_000);
const cores = (column: string): Condition => wholeFrom(column, 1, 1_000);
const hours = (column: string): Condition => wholeFrom(column, 0, 100_000);

/**
 * Rows that each make sense and not together. Such a plan would say one thing in one place and another elsewhere: an option that
 * was approved and costs nothing, an objective in two areas, a decision whose place was taken for one need and not for the other.
 */
const UNSOUND_TOGETHER: readonly UnsoundRows[] = [
  { holds: 'objectives', sql: 'SELECT count(*) FROM "objectives" JOIN "plan_priorities" ON "plan_priorities"."id" = "priority_id" WHERE "plan_priorities"."area_id" <> "objectives"."area_id"' },
  { holds: 'options of needs', sql: 'SELECT count(*) FROM (SELECT 1 FROM "need_options" WHERE "recommended" = 1 GROUP BY "need_id" HAVING count(*) > 1)' },
  { holds: 'decisions', sql: 'SELECT count(*) FROM "decisions" JOIN "need_options" ON "need_options"."id" = "option_id" WHERE "need_options"."need_id" IS NOT "decisions"."need_id"' },
  { holds: 'decisions', sql: 'SELECT count(*) FROM "decisions" JOIN "decisions" AS "before" ON "before"."id" = "decisions"."replaces_id" WHERE "before"."need_id" IS NOT "decisions"."need_id"' },
  // Whatever is not reached from a decision that took nobody's place goes round in a circle, where none would stand.
  { holds: 'decisions', sql: `WITH RECURSIVE "reached" ("id") AS (SELECT "id" FROM "decisions" WHERE "replaces_id" IS NULL
    UNION SELECT "decisions"."id" FROM "decisions" JOIN "reached" ON "decisions"."replaces_id" = "reached"."id")
    SELECT count(*) FROM "decisions" WHERE "id" NOT IN (SELECT "id" FROM "reached")` },
];

/** What the school wants, needs and has decided: words that Kitplan knows, amounts that it can add up. */
export const UNSOUND_ANALYSIS: readonly UnsoundRows[] = [
  rows('objectives', 'objectives', oneOf('state', OBJECTIVE_STATES), together('no_ict_by', 'no_ict_on')),
  rows('success_criteria', 'success criteria', oneOf('status', CRITERION_STATUSES)),
  rows('objective_actions', 'actions of the development plan', amount('cost_pence')),
  rows('progress_notes', 'progress notes', year('year'), oneOf('term', TERMS)),
  rows('needs', 'needs', oneOf('reason', NEED_REASONS), oneOf('moscow', MOSCOW), wholeFrom('number', 1, 1_000_000), wholeFrom('pupils', 0, 20_000),
    gigabytes('needs_memory_gb'), gigabytes('least_memory_gb'), gigabytes('needs_storage_gb'), cores('needs_cores'), cores('least_cores')),
  rows('software_requests', 'requests for software', oneOf('compatible', CHECK_ANSWERS), oneOf('network_install', CHECK_ANSWERS), oneOf('licence_allows', CHECK_ANSWERS)),
  rows('need_objectives', 'links from needs to objectives', oneOf('strength', LINK_STRENGTHS)),
  rows('need_evidence', 'evidence of needs', oneOf('kind', EVIDENCE_KINDS)),
  rows('need_options', 'options of needs', oneOf('kind', OPTION_KINDS), oneOf('meets', MEETS), oneOf('later_years', LATER_YEARS),
    hours('support_hours_once'), hours('support_hours_yearly')),
  rows('option_costs', 'costs of options', oneOf('part', COST_PARTS), oneOf('standing', COST_STANDINGS), wholeFrom('quantity', 1, 1_000_000), amount('unit_pence'),
    amount('yearly_pence'), wholeFrom('rise_bp', RISE_RANGE_BP.least, RISE_RANGE_BP.most), gigabytes('memory_gb'), gigabytes('storage_gb')),
  rows('round_people', 'people to be heard', year('year'), oneOf('kind', CONVERSATION_ROLES)),
  rows('conversations', 'conversations', oneOf('kind', CONVERSATION_ROLES)),
  rows('talk_notes', 'notes of conversations', oneOf('direction', TALK_DIRECTIONS)),
  rows('own_questions', 'questions', oneOf('kind', CONVERSATION_ROLES), oneOf('direction', TALK_DIRECTIONS)),
  rows('decisions', 'decisions', oneOf('choice', DECISION_CHOICES), together('choice', 'decided_on'), wholeFrom('number', 1, 1_000_000),
    onlyWhere(`"choice" = 'approve_pilot'`, '"pilot_until" IS NOT NULL'),
    onlyWhere(`"choice" = 'merge'`, '"need_id" IS NOT NULL AND "merged_into_need_id" IS NOT NULL AND "merged_into_need_id" <> "need_id"'),
    onlyWhere(`"choice" IN ('approve', 'approve_pilot') AND "need_id" IS NOT NULL`, '"option_id" IS NOT NULL')),
  rows('weighed_options', 'options weighed', amount('pence')),
  rows('standard_requirements', 'standards', oneOf('tier', STANDARD_TIERS), oneOf('status', STANDARD_STATUSES)),
  rows('group_members', 'members of user groups', oneOf('kind', CONVERSATION_ROLES)),
  rows('group_ideas', 'ideas of user groups', oneOf('fate', IDEA_FATES)),
  rows('document_settings', 'documents', oneOf('kind', DOCUMENT_KINDS), oneOf('reader', DOCUMENT_READERS)),
  rows('document_sections', 'sections of documents', oneOf('kind', DOCUMENT_KINDS)),
  rows('sent_documents', 'documents sent', oneOf('kind', DOCUMENT_KINDS), wholeFrom('number', 1, 1_000_000), wholeFrom('plan_version', 0, Number.MAX_SAFE_INTEGER)),
  rows('school_holidays', 'school holidays', `"last_day" >= "first_day"`),
  ...UNSOUND_TOGETHER,
];
