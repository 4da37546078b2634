import { describe, expect, it } from 'vitest';
import { openedAfter } from './plan-fixtures.ts';

const VIREMENT = 'INSERT INTO virements (year, from_fund_key, from_cost_category, from_nature, to_fund_key, to_cost_category, to_nature, pence, reason, asked_by, asked_on, agreed_by, agreed_on)';
const RUN = "INSERT INTO actuals_runs (id, year, through, file_name, sha256) VALUES (1, 2026, '2026-10-31', 'ledger.csv', 'x')";
const ACTUAL = 'INSERT INTO actuals (run_id, on_date, cost_category, nature, fund_key, pence, ledger_code, row)';

describe('a plan whose money another program wrote so that nobody can read it', () => {
  it.each<[string, string]>([
    ['funds', "INSERT INTO funds (key, kind, name) VALUES ('wifi', 'lottery', 'Wi-Fi')"],
    ['funds', "UPDATE funds SET pays_for = 'sweets' WHERE key = 'grant'"],
    ['funds', "UPDATE funds SET left_over = 'burnt' WHERE key = 'grant'"],
    ['funds', "UPDATE funds SET excludes = '[\"software\",\"cake\"]' WHERE key = 'grant'"],
    ['funds', "UPDATE funds SET excludes = '[1]' WHERE key = 'grant'"],
    ['funds', "UPDATE funds SET excludes = '\"software\"' WHERE key = 'grant'"],
    ['funds', "UPDATE funds SET excludes = 'software, cake' WHERE key = 'grant'"],
    ['funds', "UPDATE funds SET usual = 1 WHERE key IN ('grant', 'reserve')"],
    ['capital rules', "INSERT INTO capital_rules (from_year, threshold_pence, basis) VALUES (2026, -1, 'item')"],
    ['capital rules', "INSERT INTO capital_rules (from_year, threshold_pence, basis) VALUES (2026, 10000000001, 'item')"],
    ['capital rules', "INSERT INTO capital_rules (from_year, threshold_pence, basis) VALUES (2026, 200000, 'cupboard')"],
    ['capital rules', "INSERT INTO capital_rules (from_year, threshold_pence, basis) VALUES (26, 200000, 'item')"],
    ['answers on what is capital', "INSERT INTO capital_choices (year, cost_category, fund_key, nature) VALUES (2026, 'connectivity', 'delegated', 'foo')"],
    ['approvals of budgets', "INSERT INTO budget_approvals (year, approved_on, approved_by) VALUES (2101, '2026-05-03', 'Governors')"],
    ['budgets', "INSERT INTO budgets (year, fund_key, cost_category, nature, pence) VALUES (2026, 'delegated', 'connectivity', NULL, 1)"],
    ['budgets', "INSERT INTO budgets (year, fund_key, cost_category, nature, pence) VALUES (2026, 'delegated', 'connectivity', 'foo', 1)"],
    ['budgets', "INSERT INTO budgets (year, fund_key, pence) VALUES (2026, 'delegated', -1)"],
    ['virements', `${VIREMENT} VALUES (2026, 'delegated', 'connectivity', NULL, 'grant', NULL, NULL, 1, 'r', 'a', '2026-10-01', NULL, NULL)`],
    ['virements', `${VIREMENT} VALUES (2026, 'delegated', NULL, NULL, 'grant', NULL, 'capital', 1, 'r', 'a', '2026-10-01', NULL, NULL)`],
    ['virements', `${VIREMENT} VALUES (2026, 'delegated', NULL, NULL, 'grant', NULL, NULL, -500, 'r', 'a', '2026-10-01', NULL, NULL)`],
    ['virements', `${VIREMENT} VALUES (2026, 'delegated', NULL, NULL, 'grant', NULL, NULL, 500, 'r', 'a', '2026-10-01', NULL, '2026-10-02')`],
    ['ledger codes', "INSERT INTO ledger_codes (code, description, cost_category, nature, preferred) VALUES ('4410', 'ICT', 'connectivity', 'foo', 0)"],
    ['lines of a return', "INSERT INTO return_lines (cost_category, nature, line_number) VALUES ('connectivity', 'foo', '336')"],
    ['actuals', `${RUN}; ${ACTUAL} VALUES (1, NULL, 'connectivity', 'foo', 'delegated', 1, '4410', 2)`],
    ['actuals', `${RUN}; ${ACTUAL} VALUES (1, NULL, 'connectivity', 'revenue', 'delegated', 1000000000001, '4410', 2)`],
    ['limits of who may agree what', "INSERT INTO approval_limits (subject, role) VALUES ('holiday', 'Headteacher')"],
    ['limits of who may agree what', "INSERT INTO approval_limits (subject, role, up_to_pence) VALUES ('order', 'Headteacher', -1)"],
    ['an ICT reserve', "INSERT INTO reserve (id, opening_pence, opening_year, floor_pence, spread) VALUES (1, 1, 2026, 0, 'jam')"],
    ['an ICT reserve', 'INSERT INTO reserve (id, opening_pence, opening_year, floor_pence) VALUES (1, -1, 2026, 0)'],
    ['an ICT reserve', "INSERT INTO reserve_contributions (year, pence) VALUES (1066, 1)"],
    ['what kit takes while it is used', "INSERT INTO kind_upkeep (category_key, watts) VALUES ('laptop', -45)"],
    ['a money profile', "UPDATE school SET code_scheme = 'abacus'"],
    ['a money profile', "UPDATE school SET converts_on = '2027-09-01', converts_to = 'academy'"],
    ['a money profile', "UPDATE school SET converts_on = '2027-09-01', converts_to = 'academy', converts_start_month = 13"],
    ['a money profile', 'UPDATE school SET book_life_months = 0'],
    ['a money profile', 'UPDATE school SET energy_rate = -1'],
  ])('is refused for its %s: %s', (holds, sql) => {
    expect(openedAfter(sql)).toBe(`Hillcrest.kitplan holds ${holds} that cannot be read, so it cannot be opened. It was left as it is; a backup of it can be opened instead.`);
  });

  it.each([
    ['a second reserve', 'INSERT INTO reserve (id, opening_pence, opening_year, floor_pence) VALUES (2, 1, 2026, 0)'],
    ['30 February', `${RUN}; ${ACTUAL} VALUES (1, '2026-02-30', 'connectivity', 'revenue', 'delegated', 1, '4410', 2)`],
    ['a fund that ends on no day', "UPDATE funds SET ends_on = 'soon' WHERE key = 'grant'"],
  ])('is refused as damaged for %s, which no rule of its tables allows', (_what, sql) => {
    expect(openedAfter(`PRAGMA ignore_check_constraints = ON; ${sql}`)).toBe('Hillcrest.kitplan is damaged and cannot be opened. It was left as it is.');
  });

  it('is not refused for what Kitplan writes itself: everything said, and nothing said', () => {
    expect(openedAfter(`${RUN}; ${ACTUAL} VALUES (1, '2026-09-30', 'connectivity', 'revenue', 'delegated', -500, '4410', 2);
      UPDATE funds SET usual = 0 WHERE key = 'delegated'; UPDATE funds SET usual = 1, excludes = '["software"]', pays_for = 'capital', left_over = 'returned', kind = 'grant' WHERE key = 'grant';
      INSERT INTO funds (key, kind, name, excludes) VALUES ('wifi', 'grant', 'Wi-Fi', '[]');
      INSERT INTO capital_rules (from_year, threshold_pence, basis) VALUES (2026, 1, 'ask');
      INSERT INTO reserve (id, opening_pence, opening_year, floor_pence, spread) VALUES (1, 0, 2026, 0, 'level'); INSERT INTO reserve_contributions (year, pence) VALUES (2026, -1);
      ${VIREMENT} VALUES (2026, 'delegated', NULL, NULL, 'grant', 'connectivity', 'capital', 1, 'r', 'a', '2026-10-01', 'b', '2026-10-02');
      INSERT INTO kind_upkeep (category_key, watts) VALUES ('laptop', 45); INSERT INTO approval_limits (subject, role) VALUES ('order', 'Headteacher');
      UPDATE school SET converts_on = '2027-09-01', converts_to = 'academy', converts_start_month = 9, depreciation = 'days', code_scheme = 'cfr', book_life_months = 36`)).toBeNull();
  });
});
