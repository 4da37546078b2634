import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { insertAssets } from '../../db/repositories/assets.ts';
import {
  AGREEMENT_KINDS, ASSET_STATUSES, CHART_GROUPS, CONTRACT_KINDS, COST_CATEGORIES, COST_DRIVERS, DISPOSAL_ROUTES, EXPIRY_DECISIONS,
  EXPIRY_SUBJECTS, FUND_KINDS, LEDGER_KINDS, LOCATION_KINDS, PAY_PERIODS, PLAN_CHANGE_KINDS, PLANNED_ACTIONS, SCENARIO_STATES, USER_GROUPS, WARRANTY_KINDS,
} from '../../planning/vocabulary.ts';
import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import { laptop, manager, memoryPlan, temporaryFolder } from './plan-fixtures.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'db/migrations');

describe('the plan format', () => {
  it('has only STRICT tables, each numbered by a key that is never given twice', () => {
    const plan = memoryPlan();
    const tables = plan.reader.all<{ name: string; strict: number; wr: number }>(sql`
      SELECT name, strict, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'`);
    expect(tables.filter((table) => table.strict !== 1 || table.wr !== 0)).toEqual([]);
    const unnumbered = plan.reader.all(sql`
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%\`id\` integer PRIMARY KEY AUTOINCREMENT%'`);
    expect(unnumbered).toEqual([]);
  });

  it('is what db/schema declares: there is nothing left to generate', () => {
    const copy = temporaryFolder();
    cpSync(folder, join(copy, 'migrations'), { recursive: true });
    const run = spawnSync(process.execPath, [
      join(root, 'node_modules/drizzle-kit/bin.cjs'), 'generate', '--dialect', 'sqlite',
      '--schema', `${root.replaceAll('\\', '/')}/db/schema/*.ts`, '--out', 'migrations',
    ], { cwd: copy, encoding: 'utf8' });
    expect(run.stdout + run.stderr).toContain('No schema changes');
    expect(readdirSync(join(copy, 'migrations')).filter((name) => name.endsWith('.sql'))).toHaveLength(MIGRATIONS.length);
  });

  it('carries its steps in the program exactly as they stand in the .sql files', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort();
    expect(MIGRATIONS).toEqual(files.map((name) => ({ name: name.replace('.sql', ''), sql: readFileSync(join(folder, name), 'utf8') })));
  });

  it('knows every key of the vocabulary', () => {
    const plan = memoryPlan();
    const keys = (table: string) => plan.reader.all<{ key: string }>(sql.raw(`SELECT key FROM ${table} ORDER BY id`)).map((row) => row.key);
    expect({
      asset_statuses: keys('asset_statuses'), user_groups: keys('user_groups'), funds: keys('funds'), chart_groups: keys('chart_groups'),
      cost_categories: keys('cost_categories'), categories: keys('categories'), disposal_routes: keys('disposal_routes'),
      location_kinds: keys('location_kinds'), agreement_kinds: keys('agreement_kinds'), pay_periods: keys('pay_periods'),
      cost_drivers: keys('cost_drivers'), contract_kinds: keys('contract_kinds'), warranty_kinds: keys('warranty_kinds'),
      ledger_kinds: keys('ledger_kinds'), planned_action_kinds: keys('planned_action_kinds'), scenario_states: keys('scenario_states'), plan_change_kinds: keys('plan_change_kinds'), expiry_subjects: keys('expiry_subjects'), expiry_decisions: keys('expiry_decisions'),
    }).toEqual({
      asset_statuses: ASSET_STATUSES, user_groups: USER_GROUPS, funds: FUND_KINDS, chart_groups: CHART_GROUPS,
      cost_categories: COST_CATEGORIES, categories: SHIPPED_CATEGORIES.map((category) => category.key), disposal_routes: DISPOSAL_ROUTES, location_kinds: LOCATION_KINDS,
      planned_action_kinds: PLANNED_ACTIONS, scenario_states: SCENARIO_STATES, plan_change_kinds: PLAN_CHANGE_KINDS,
      agreement_kinds: AGREEMENT_KINDS, pay_periods: PAY_PERIODS, cost_drivers: COST_DRIVERS, contract_kinds: CONTRACT_KINDS,
      warranty_kinds: WARRANTY_KINDS, ledger_kinds: LEDGER_KINDS, expiry_subjects: EXPIRY_SUBJECTS, expiry_decisions: EXPIRY_DECISIONS,
    });
  });

  it('refuses a status, a category, a fund and a text for a number that it does not know', () => {
    const plan = memoryPlan();
    for (const [field, value] of [['status', 'misplaced'], ['categoryKey', 'abacus'], ['fundKey', 'tombola'], ['quantity', 'several'], ['unitPaidPence', 12.5]] as const) {
      // What a faulty caller might send in spite of the types.
      const row = { ...laptop('LT-1'), [field]: value } as ReturnType<typeof laptop>;
      expect(() => plan.change(manager('Add'), (writer) => insertAssets(writer, [row])), field).toThrow();
    }
    expect(plan.history()).toEqual([]);
  });
});

describe('no question that grows with the plan reads a whole table', () => {
  const planOf = (query: string): string[] => memoryPlan().reader
    .all<{ detail: string }>(sql.raw(`EXPLAIN QUERY PLAN ${query}`)).map((row) => row.detail).filter((detail) => detail.startsWith('S'));

  it('the end of cover of an asset comes out of an index alone', () => {
    expect(planOf('SELECT (SELECT max(ends_on) FROM warranties WHERE asset_id = assets.id) FROM assets ORDER BY id')).toEqual([
      'SCAN assets', 'SEARCH warranties USING COVERING INDEX warranties_asset (asset_id=?)',
    ]);
  });
  it.each([
    ['the rows of a change', 'SELECT * FROM change_row WHERE change_set_id = 1 ORDER BY id DESC', 'SEARCH change_row USING INDEX change_row_set (change_set_id=?)'],
    ['the history of a row', "SELECT * FROM change_row WHERE table_name = 'assets' AND row_id = 1 ORDER BY id DESC", 'SEARCH change_row USING INDEX change_row_row (table_name=? AND row_id=?)'],
    ['a file that was imported before', "SELECT * FROM imports WHERE sha256 = 'x' ORDER BY id DESC", 'SEARCH imports USING INDEX imports_sha256 (sha256=?)'],
    ['a room by its name', "SELECT id FROM locations WHERE parent_id IS NULL AND lower(\"name\") = lower('S12')", 'SEARCH locations USING INDEX locations_top_name (<expr>=?)'],
    ['a supplier by its name', "SELECT id FROM suppliers WHERE lower(\"name\") = lower('x')", 'SEARCH suppliers USING INDEX suppliers_name (<expr>=?)'],
  ])('%s', (_, query, expected) => {
    expect(planOf(query)).toEqual([expected]);
  });
  it('what can be undone next is found from the newest change backwards', () => {
    expect(planOf(`SELECT id FROM change_set AS done WHERE kind <> 'undo'
      AND NOT EXISTS (SELECT 1 FROM change_set WHERE undoes = done.id) ORDER BY id DESC LIMIT 1`)).toEqual([
      'SCAN done', 'SEARCH change_set USING COVERING INDEX change_set_undoes (undoes=?)',
    ]);
  });
  it('removing what others refer to looks each of them up by an index', () => {
    const plan = memoryPlan();
    const missing = plan.reader.all<{ child: string; column: string; parent: string }>(sql`
      SELECT child.name AS child, fk."from" AS "column", fk."table" AS parent
      FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS fk
      WHERE child.type = 'table' AND fk."to" = 'id' AND NOT EXISTS (
        SELECT 1 FROM pragma_index_list(child.name) AS list, pragma_index_info(list.name) AS info
        WHERE info.seqno = 0 AND info.name = fk."from")`);
    expect(missing).toEqual([]);
  });
});
