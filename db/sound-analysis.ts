import {
  CHECK_ANSWERS, CONVERSATION_ROLES, COST_PARTS, COST_STANDINGS, CRITERION_STATUSES, DECISION_CHOICES, EVIDENCE_KINDS, IDEA_FATES, LATER_YEARS,
  LINK_STRENGTHS, MEETS, MOSCOW, NEED_REASONS, OBJECTIVE_STATES, OPTION_KINDS, STANDARD_STATUSES, STANDARD_TIERS, TALK_DIRECTIONS, TERMS,
} from '../planning/analysis/vocabulary.ts';
import { amount, oneOf, rows, together, wholeFrom, year, type UnsoundRows } from './sound.ts';

/** What the school wants, needs and has decided: words that Kitplan knows, amounts that it can add up. */
export const UNSOUND_ANALYSIS: readonly UnsoundRows[] = [
  rows('objectives', 'objectives', oneOf('state', OBJECTIVE_STATES), together('no_ict_by', 'no_ict_on')),
  rows('success_criteria', 'success criteria', oneOf('status', CRITERION_STATUSES)),
  rows('objective_actions', 'actions of the development plan', amount('cost_pence')),
  rows('progress_notes', 'progress notes', year('year'), oneOf('term', TERMS)),
  rows('needs', 'needs', oneOf('reason', NEED_REASONS), oneOf('moscow', MOSCOW), wholeFrom('number', 1, 1_000_000), wholeFrom('pupils', 0, 20_000)),
  rows('software_requests', 'requests for software', oneOf('compatible', CHECK_ANSWERS), oneOf('network_install', CHECK_ANSWERS), oneOf('licence_allows', CHECK_ANSWERS)),
  rows('need_objectives', 'links from needs to objectives', oneOf('strength', LINK_STRENGTHS)),
  rows('need_evidence', 'evidence of needs', oneOf('kind', EVIDENCE_KINDS)),
  rows('need_options', 'options of needs', oneOf('kind', OPTION_KINDS), oneOf('meets', MEETS), oneOf('later_years', LATER_YEARS)),
  rows('option_costs', 'costs of options', oneOf('part', COST_PARTS), oneOf('standing', COST_STANDINGS), wholeFrom('quantity', 1, 1_000_000), amount('unit_pence'),
    amount('yearly_pence'), wholeFrom('rise_bp', -10_000, 100_000)),
  rows('round_people', 'people to be heard', year('year'), oneOf('kind', CONVERSATION_ROLES)),
  rows('conversations', 'conversations', oneOf('kind', CONVERSATION_ROLES)),
  rows('talk_notes', 'notes of conversations', oneOf('direction', TALK_DIRECTIONS)),
  rows('own_questions', 'questions', oneOf('kind', CONVERSATION_ROLES), oneOf('direction', TALK_DIRECTIONS)),
  rows('decisions', 'decisions', oneOf('choice', DECISION_CHOICES), together('choice', 'decided_on'), wholeFrom('number', 1, 1_000_000)),
  rows('weighed_options', 'options weighed', amount('pence')),
  rows('standard_requirements', 'standards', oneOf('tier', STANDARD_TIERS), oneOf('status', STANDARD_STATUSES)),
  rows('group_members', 'members of user groups', oneOf('kind', CONVERSATION_ROLES)),
  rows('group_ideas', 'ideas of user groups', oneOf('fate', IDEA_FATES)),
];
