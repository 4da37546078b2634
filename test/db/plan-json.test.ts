import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeSample } from '../../app/sample/write-sample.ts';
import { watchedTables } from '../../db/changes/audit.ts';
import { connectionOf } from '../../db/connection.ts';
import { createPlanFromJson, type PlanFile } from '../../db/plan-file.ts';
import { deleteAssets, insertAssets, updateAssets } from '../../db/repositories/assets.ts';
import { loadSnapshot } from '../../db/repositories/snapshot.ts';
import { fillEveryTable } from './fill-every-table.ts';
import { laptop, manager, office, refusalOf } from './plan-fixtures.ts';

type Document = { planFormat: number; format: number; tables: Record<string, Record<string, unknown>[]>; history: Record<string, Record<string, unknown>[]>; numbers: Record<string, number> };
type Row = Record<string, unknown>;

/** The plan that the JSON makes, in a file of its own. */
function restored(json: string): PlanFile {
  const desk = office();
  const plan = createPlanFromJson(desk.file, desk.options, json);
  onTestFinished(() => plan.close());
  return plan;
}

const documentOf = (plan: PlanFile): Document => JSON.parse(plan.json()) as Document;

function expectSame(before: PlanFile): PlanFile {
  const json = before.json();
  const after = restored(json);
  expect(after.json()).toBe(json);
  expect(after.id).toBe(before.id);
  expect(loadSnapshot(after.reader)).toEqual(loadSnapshot(before.reader));
  expect(after.history()).toEqual(before.history());
  expect(after.undoable()).toEqual(before.undoable());
  expect(after.integrity()).toEqual({ ok: true, problems: [] });
  return after;
}

describe('a plan written as JSON and read back', () => {
  it('is the same plan: the made-up school', () => {
    const plan = office().create({ fill: (writer) => writeSample(writer), madeUp: true });
    expect(expectSame(plan).madeUp).toBe(true);
  });

  it('is the same plan with every table in use, also one that nobody has thought of here', () => {
    const plan = office().create();
    plan.change(manager('Add kit'), (writer) => insertAssets(writer, [laptop('LT-1', { notes: '“Quotes”, £, \\ and\nlines\u2028 \u{1f4bb}', importId: null, warranties: [{ endsOn: '2026-01-01' }] })]));
    fillEveryTable(plan);
    const empty = [...watchedTables(connectionOf(plan.reader)).keys()].filter((table) => documentOf(plan).tables[table]?.length === 0);
    expect(empty).toEqual([]);
    expectSame(plan);
  });

  it('can still be undone and redone, change by change, and gives no number a second time', () => {
    const plan = office().create();
    plan.change(manager('Add kit'), (writer) => insertAssets(writer, [laptop('LT-1'), laptop('LT-2')]));
    plan.change(manager('Move it', 'Spread the cost'), (writer) => updateAssets(writer, [1], { movedTo: '2028-12-12' }));
    plan.change(manager('Remove one'), (writer) => deleteAssets(writer, [2]));
    const after = expectSame(plan);
    expect(after.rowHistory('assets', 1).map(({ label, reason }) => [label, reason])).toEqual([['Move it', 'Spread the cost'], ['Add kit', null]]);
    for (const label of ['Remove one', 'Move it', 'Add kit']) expect(after.undo('network_manager').label).toBe(label);
    expect(loadSnapshot(after.reader).assets).toEqual([]);
    after.redo('network_manager');
    expect(loadSnapshot(after.reader).assets).toHaveLength(2);
    const { value } = after.change(manager('Add another'), (writer) => insertAssets(writer, [laptop('LT-3')]));
    expect(value).toEqual([3]);
  });

  it('is the same plan where it comes from a plan file of an earlier release', () => {
    const desk = office();
    cpSync(join(import.meta.dirname, '../files/plan-0.1.0.kitplan'), desk.file);
    const after = expectSame(desk.open());
    expect(after.undo('network_manager').label).toBe('Remove the server');
  });

  it('is brought to the format of this Kitplan where it was written in an earlier one', () => {
    // As the first release would have written it: the tables and columns of the first step alone.
    const plan = office().create();
    const document = documentOf(plan);
    const first: Document = { ...document, planFormat: 1 };
    const reader = restoredAtFirstStep();
    first.tables = Object.fromEntries(reader.tables.map(({ table, columns }) => [table, (document.tables[table] ?? []).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column))))]));
    first.numbers = Object.fromEntries(Object.entries(document.numbers).filter(([table]) => table in first.tables || table.startsWith('change_')));
    const after = restored(JSON.stringify(first));
    expect(loadSnapshot(after.reader)).toEqual(loadSnapshot(plan.reader));
    expect(documentOf(after).planFormat).toBe(document.planFormat);
  });
});

/** Tables and columns of the first step of the plan format. */
function restoredAtFirstStep(): { readonly tables: readonly { readonly table: string; readonly columns: readonly string[] }[] } {
  const desk = office();
  cpSync(join(import.meta.dirname, '../files/plan-0.1.0.kitplan'), desk.file);
  const json = { tables: [] as { table: string; columns: string[] }[] };
  // The released file itself still has that format on the disk.
  const database = new Sqlite(desk.file, { readonly: true });
  for (const { name } of database.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all()) {
    if (['change_set', 'change_row', 'schema_migration'].includes(name)) continue;
    json.tables.push({ table: name, columns: database.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(name).map((column) => column.name) });
  }
  database.close();
  return json;
}

describe('JSON that is no plan', () => {
  const sound = (): Document => {
    const plan = office().create();
    plan.change(manager('Add kit'), (writer) => insertAssets(writer, [laptop('LT-1'), laptop('LT-2')]));
    return documentOf(plan);
  };
  const refusal = (text: string) => {
    const desk = office();
    const told = refusalOf(() => createPlanFromJson(desk.file, desk.options, text));
    expect(existsSync(desk.file), 'nothing is left behind').toBe(false);
    expect(existsSync(`${desk.file}.lock`)).toBe(false);
    return told.sentence;
  };
  const changed = (change: (document: Document) => void): string => {
    const document = sound();
    change(document);
    return JSON.stringify(document);
  };
  const asset = (document: Document, at = 1): Row => document.tables.assets?.[at] ?? {};

  it.each<[string, string, string]>([
    ['that is cut short', '{"kitplan": "plan", "tab', 'cannot be read as JSON'],
    ['of another kind', '{"version": 3}', 'is not a plan that Kitplan wrote'],
    ['that is a list', '[1, 2]', 'is not a plan that Kitplan wrote'],
    ['of thousands of brackets', '['.repeat(200_000), 'cannot be read as JSON'],
    ['that only looks like one', '{"kitplan": "plan", "format": 1, "planFormat": 1}', '“tables” is missing'],
  ])('%s is refused', (_, text, words) => {
    expect(refusal(text)).toContain(words);
    expect(refusal(text)).toContain('No plan was made.');
  });

  it.each<[string, (document: Document) => void, string]>([
    ['a newer format', (d) => { d.format = 2; }, 'written by a newer Kitplan'],
    ['a newer plan format', (d) => { d.planFormat = 999; }, 'written by a newer Kitplan'],
    ['a format that is no number', (d) => { Object.assign(d, { planFormat: '2' }); }, '“format” and “planFormat” are whole numbers'],
    ['a part of its own', (d) => { Object.assign(d, { triggers: [] }); }, '“triggers” is no part of a plan'],
    ['a table that no plan has', (d) => { d.tables.sqlite_master = []; }, '“sqlite_master” is no table of a plan'],
    ['a table missing', (d) => { delete d.tables.assets; }, 'The table “assets” is missing.'],
    ['a table that is no list', (d) => { Object.assign(d.tables, { assets: { 1: {} } }); }, 'The table “assets” is not a list of rows.'],
    ['a row that is no object', (d) => { Object.assign(d.tables, { assets: [[1]] }); }, 'assets, row 1: a row is an object'],
    ['a field that no row has', (d) => { asset(d).colour = 'red'; }, 'assets, row 2: “colour” is no field of that table.'],
    ['a required field missing', (d) => { delete asset(d).description; }, 'assets, row 2: “description” is missing.'],
    ['text where a number belongs', (d) => { asset(d).quantity = 'three'; }, 'assets, row 2: “quantity” is a whole number'],
    ['a number with a fraction', (d) => { asset(d).unit_paid_pence = 10.5; }, 'assets, row 2: “unit_paid_pence” is a whole number'],
    ['a number beyond all numbers', (d) => { asset(d).unit_paid_pence = 1e300; }, 'assets, row 2: “unit_paid_pence” is a whole number'],
    ['a list where text belongs', (d) => { asset(d).notes = ['a']; }, 'assets, row 2: “notes” is text'],
    ['a day that is none', (d) => { asset(d).purchase_date = '2026-02-30'; }, 'assets, row 2: “purchase_date” is not a day'],
    ['neither yes nor no', (d) => { asset(d).os_can_move = 7; }, 'assets, row 2: “os_can_move” is 0 or 1.'],
    ['a number twice', (d) => { asset(d).id = 1; }, 'assets, row 2: “id” is the number of another row as well.'],
    ['a number of nothing', (d) => { asset(d).id = 0; }, 'assets, row 2: “id” is a number from 1 up.'],
    ['a model that is not there', (d) => { asset(d).model_id = 77; }, 'assets, row 2: “model_id” names a row of asset_models that is not there.'],
    ['a status that nobody knows', (d) => { asset(d).status = 'vaporised'; }, 'assets, row 2: “status” names a row of asset_statuses that is not there.'],
    ['two schools', (d) => { d.tables.school?.push({ ...d.tables.school[0], id: 2 }); }, 'school, row 2'],
    ['no school', (d) => { d.tables.school = []; }, 'The table “school” has exactly one row in a plan; here it has 0.'],
    ['the same fund twice', (d) => { const [fund] = d.tables.funds ?? []; d.tables.funds?.push({ ...fund, id: 99 }); }, 'funds, row 11: “key” is the same as in another row'],
    ['a history of its own', (d) => { d.history.secrets = []; }, '“secrets” is no part of the history'],
    ['a change of a row that is no object', (d) => { Object.assign(d.history.change_row?.[0] ?? {}, { after: 'x' }); }, 'change_row, row 1: “after” is an object'],
    ['a change of a row with depths', (d) => { Object.assign(d.history.change_row?.[0] ?? {}, { after: { tag: { deep: true } } }); }, 'change_row, row 1: “after.tag” is a text, a number or null'],
    ['numbers that are none', (d) => { Object.assign(d.numbers, { assets: -1 }); }, 'numbers: “assets” is a whole number'],
    ['numbers of a stranger', (d) => { d.numbers.strangers = 3; }, 'numbers: “strangers” is no table of a plan'],
    ['a plan id that would name a folder', (d) => { Object.assign(d.tables.plan?.[0] ?? {}, { uuid: '../../etc' }); }, 'does not say which plan it is'],
  ])('with %s is refused with the table, the row and the field', (_, change, words) => {
    expect(refusal(changed(change))).toContain(words);
  });

  it.each<[string, (tables: Document['tables']) => void, string]>([
    ['a nature that there is none of', (tables) => { tables.capital_choices?.push({ id: 1, year: 2026, cost_category: 'connectivity', fund_key: 'delegated', nature: 'foo' }); }, 'answers on what is capital'],
    ['capital from less than nothing on', (tables) => { tables.capital_rules?.push({ id: 1, from_year: 2026, threshold_pence: -1, basis: 'item' }); }, 'capital rules'],
    ['a place of money half set', (tables) => { tables.budgets?.push({ id: 1, year: 2026, fund_key: 'delegated', cost_category: 'connectivity', pence: 1 }); }, 'budgets'],
    ['two usual funds', (tables) => { for (const fund of tables.funds?.slice(0, 2) ?? []) fund.usual = 1; }, 'funds'],
    ['a list of nonsense in a fund', (tables) => { Object.assign(tables.funds?.[0] ?? {}, { excludes: '[["software"]]' }); }, 'funds'],
  ])('with %s in its money is refused, and says where', (_, change, holds) => {
    expect(refusal(changed(({ tables }) => { change(tables); }))).toBe(`The JSON holds ${holds} that cannot be read. No plan was made.`);
  });

  it.each<[string, (tables: Document['tables']) => void, string]>([
    ['a year approved twice', (tables) => { tables.budget_approvals?.push({ id: 1, year: 2026, approved_on: '2026-05-03', approved_by: 'G' }, { id: 2, year: 2026, approved_on: '2026-05-04', approved_by: 'G' }); }, 'budget_approvals, row 2: “year” is the same as in another row'],
    ['a second reserve', (tables) => { tables.reserve?.push({ id: 2, opening_pence: 1, opening_year: 2026, floor_pence: 0 }); }, 'reserve, row 1: “one_row” breaks a rule of that table'],
    ['money of a fund that is not there', (tables) => { tables.budgets?.push({ id: 1, year: 2026, fund_key: 'lottery', pence: 1 }); }, 'budgets, row 1: “fund_key” names a row of funds that is not there'],
  ])('with %s is refused by its table', (_, change, words) => {
    expect(refusal(changed(({ tables }) => { change(tables); }))).toContain(words);
  });

  it('cannot reach the prototype of anything', () => {
    const hostile = JSON.stringify(sound()).replace('"tables":{', '"tables":{"__proto__":[{"polluted":1}],');
    expect(refusal(hostile)).toContain('“__proto__” is no table of a plan');
    const inRow = JSON.stringify(sound()).replace('"tag":"LT-2"', '"tag":"LT-2","__proto__":{"polluted":1}');
    expect(refusal(inRow)).toContain('“__proto__” is no field of that table');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('is not written over a plan that is there', () => {
    const desk = office();
    const plan = desk.create();
    expect(refusalOf(() => createPlanFromJson(desk.file, desk.options, plan.json())).sentence).toContain('is there already');
    expect(plan.reader.all<{ n: number }>(sql`SELECT count(*) AS n FROM school`)).toEqual([{ n: 1 }]);
  });
});
