import { CONVENTIONS } from '../planning/finance/depreciation.ts';
import { MOST_BUDGET_PENCE } from '../planning/money.ts';
import { SPREADS } from '../planning/smoothing.ts';
import {
  APPROVAL_SUBJECTS, CODE_SCHEMES, FUND_EXCLUSIONS, FUND_KINDS, FUND_USES, LEFT_OVERS, SCHOOL_TYPES, THRESHOLD_BASES,
} from '../planning/vocabulary.ts';
import { amount, listOf, nature, oneOf, rows, together, wholeFrom, year, type UnsoundRows } from './sound.ts';

/** Of what may have been added up: columns of the finance system, budgets of funds that became one. */
const MOST_ROW_PENCE = 100 * MOST_BUDGET_PENCE;

/**
 * What the rules of the school's money are made of: words, years, amounts that decide. Which codes and funds the plan's
 * costs stand under hangs on them, so that a plan without one of them would be another plan.
 */
export const UNSOUND_MONEY: readonly UnsoundRows[] = [
  rows('funds', 'funds', oneOf('kind', FUND_KINDS), oneOf('pays_for', FUND_USES), oneOf('left_over', LEFT_OVERS), listOf('excludes', FUND_EXCLUSIONS)),
  { holds: 'funds', sql: 'SELECT count(*) > 1 FROM "funds" WHERE "usual" = 1' },
  rows('capital_rules', 'capital rules', year('from_year'), wholeFrom('threshold_pence', 1, MOST_BUDGET_PENCE), oneOf('basis', THRESHOLD_BASES)),
  rows('capital_choices', 'answers on what is capital', year('year'), nature('nature')),
  rows('budget_approvals', 'approvals of budgets', year('year')),
  rows('budgets', 'budgets', year('year'), nature('nature'), together('cost_category', 'nature'), wholeFrom('pence', 0, MOST_ROW_PENCE)),
  rows('virements', 'virements', year('year'), amount('pence', 1), nature('from_nature'), nature('to_nature'), together('from_cost_category', 'from_nature'),
    together('to_cost_category', 'to_nature'), together('agreed_by', 'agreed_on')),
  rows('ledger_codes', 'ledger codes', nature('nature')),
  rows('return_lines', 'lines of a return', nature('nature')),
  rows('actuals_runs', 'actuals', year('year')),
  rows('actuals', 'actuals', nature('nature'), wholeFrom('pence', -MOST_ROW_PENCE, MOST_ROW_PENCE), wholeFrom('committed_pence', -MOST_ROW_PENCE, MOST_ROW_PENCE)),
  rows('approval_limits', 'limits of who may agree what', oneOf('subject', APPROVAL_SUBJECTS), amount('up_to_pence')),
  rows('reserve', 'an ICT reserve', amount('opening_pence'), year('opening_year'), amount('floor_pence'), oneOf('spread', SPREADS)),
  rows('reserve_contributions', 'an ICT reserve', year('year'), amount('pence', -MOST_BUDGET_PENCE)),
  rows('kind_upkeep', 'what kit takes while it is used', wholeFrom('watts', 0, 20_000), wholeFrom('hours_per_day_tenths', 0, 240), wholeFrom('days_per_year', 0, 366),
    wholeFrom('support_minutes', 0, 60_000), wholeFrom('self_support_minutes', 0, 60_000)),
  rows('school', 'a money profile', oneOf('code_scheme', CODE_SCHEMES), together('converts_on', 'converts_to', 'converts_start_month'), oneOf('converts_to', SCHOOL_TYPES),
    wholeFrom('converts_start_month', 1, 12), oneOf('depreciation', CONVENTIONS), wholeFrom('book_life_months', 1, 600),
    wholeFrom('energy_rate', 0, 100_000), wholeFrom('support_hour_pence', 0, 100_000), wholeFrom('self_support_hour_pence', 0, 100_000)),
];
