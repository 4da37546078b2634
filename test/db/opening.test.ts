import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createPlanFile, openPlanFile } from '../../db/plan-file.ts';
import { insertAssets, listAssets } from '../../db/repositories/assets.ts';
import { insertDifference } from '../../db/repositories/scenarios.ts';
import { loadSnapshot } from '../../db/repositories/snapshot.ts';
import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import { SHIPPED_POLICIES } from '../../planning/policies.ts';
import type { PlanChange } from '../../planning/scenarios/change.ts';
import { anotherProgram, laptop, manager, memoryPlan, office, refusalOf, SEED, sha256Of } from './plan-fixtures.ts';

describe('a new plan', () => {
  it('holds the shipped categories and policies, a 3 % rise marked as shipped, and no budget', () => {
    const snapshot = loadSnapshot(office().create().reader);
    expect(snapshot.categories).toEqual(SHIPPED_CATEGORIES);
    expect(snapshot.policies.map(({ id: _id, ...policy }) => policy)).toEqual(SHIPPED_POLICIES);
    expect(snapshot.inflation).toEqual({ defaultBp: 300, shipped: true, series: [] });
    expect(snapshot.budgets).toEqual([]);
    expect(snapshot.school).toEqual({ name: 'My school', type: 'maintained', yearStartMonth: 4, horizonYears: 5, pupils: null, staff: null, accessTarget: null, backlogYears: 1, vatBp: 2_000, priceAgeMonths: 24 });
  });

  it('takes the school it is made for', () => {
    const plan = office().create({ school: { name: 'Hillcrest School', yearStartMonth: 9 } });
    expect(loadSnapshot(plan.reader).school).toMatchObject({ name: 'Hillcrest School', yearStartMonth: 9, horizonYears: 5 });
  });

  it('has nothing to undo: the lists it stands on cannot be taken away', () => {
    const plan = office().create();
    expect(plan.undoable()).toBeNull();
    expect(plan.history()).toEqual([]);
    expect(refusalOf(() => plan.undo('slt')).sentence).toBe('There is nothing to undo.');
  });

  it('is never written over a file that is there', () => {
    const { file, options } = office();
    writeFileSync(file, 'the minutes of the governors');
    expect(refusalOf(() => createPlanFile(file, options, SEED))).toEqual({
      code: 'conflict', sentence: 'Hillcrest.kitplan is there already. It was left as it is.',
    });
    expect(readFileSync(file, 'utf8')).toBe('the minutes of the governors');
  });

  it('in a folder that is not there is refused, and nothing is left behind', () => {
    const { folder, options } = office();
    expect(refusalOf(() => createPlanFile(join(folder, 'gone', 'Plan.kitplan'), options, SEED)).code).toBe('not_found');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves no file behind where it cannot be filled', () => {
    const { folder, file, options } = office();
    const [first] = SHIPPED_POLICIES;
    expect(first).toBeDefined();
    expect(() => createPlanFile(file, options, { policies: [...SHIPPED_POLICIES, ...SHIPPED_POLICIES] })).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps what was entered when it is closed and opened again', () => {
    const desk = office();
    const plan = desk.create();
    plan.change(manager('Add a laptop'), (writer) => insertAssets(writer, [laptop('LT-1')]));
    plan.close();
    const again = desk.open();
    expect(again.id).toBe(plan.id);
    expect(again.readOnly).toBeNull();
    expect(listAssets(again.reader).map((asset) => asset.tag)).toEqual(['LT-1']);
  });

  it('stands alone on a stick: closed, it leaves no file beside it', () => {
    const desk = office();
    const plan = desk.create();
    plan.change(manager('Add a laptop'), (writer) => insertAssets(writer, [laptop('LT-1')]));
    plan.close();
    expect(readdirSync(desk.folder).filter((name) => name !== 'home')).toEqual(['Hillcrest.kitplan']);
  });
});

describe('a plan in memory', () => {
  it('works like one on the disk and keeps no backups', () => {
    const plan = memoryPlan();
    plan.change(manager('Add a laptop'), (writer) => insertAssets(writer, [laptop('LT-1')]));
    expect(listAssets(plan.reader)).toHaveLength(1);
    expect(plan.path).toBeNull();
    expect(plan.backup('import')).toBeNull();
    expect(plan.backups()).toEqual([]);
    plan.undo('network_manager');
    expect(listAssets(plan.reader)).toEqual([]);
  });
});

describe('a file that is not a plan of ours is refused and left untouched', () => {
  const refusedAs = (prepare: (file: string) => void) => {
    const desk = office();
    prepare(desk.file);
    const before = existsSync(desk.file) ? sha256Of(desk.file) : null;
    const refusals = [undefined, true].map((readOnly) => refusalOf(() => openPlanFile(desk.file, desk.as(readOnly ? { readOnly } : {}))));
    expect(refusals[1]).toEqual(refusals[0]);
    expect(existsSync(desk.file) ? sha256Of(desk.file) : null).toBe(before);
    expect(readdirSync(desk.folder).filter((name) => name !== 'Hillcrest.kitplan')).toEqual([]);
    return refusals[0];
  };
  const plan = (file: string): void => {
    createPlanFile(file, office().options, SEED).close();
  };

  it('no file', () => {
    expect(refusedAs(() => undefined)).toEqual({ code: 'not_found', sentence: 'Hillcrest.kitplan is not there.' });
  });
  it('an empty file', () => {
    expect(refusedAs((file) => { writeFileSync(file, ''); })).toEqual({ code: 'not_a_plan', sentence: 'Hillcrest.kitplan is empty: there is no plan in it.' });
  });
  it('a text with the ending of a plan', () => {
    expect(refusedAs((file) => { writeFileSync(file, 'Asset tag,Description\n'.repeat(100)); })?.code).toBe('not_a_plan');
  });
  it('a file of a few bytes', () => {
    expect(refusedAs((file) => { writeFileSync(file, 'SQLite'); })?.code).toBe('not_a_plan');
  });
  it('a database of another program', () => {
    expect(refusedAs((file) => { anotherProgram(file, (database) => { database.exec('CREATE TABLE photos (id); PRAGMA user_version = 1'); }); })).toEqual({
      code: 'not_a_plan', sentence: 'Hillcrest.kitplan is a database of another program, not a Kitplan plan.',
    });
  });
  it('a folder', () => {
    const desk = office();
    mkdirSync(desk.file);
    expect(refusalOf(() => openPlanFile(desk.file, desk.options)).sentence).toBe('Hillcrest.kitplan is a folder, not a plan.');
  });
  it('a plan from a newer Kitplan', () => {
    const refusal = refusedAs((file) => { plan(file); anotherProgram(file, (database) => { database.pragma('user_version = 9000'); }); });
    expect(refusal?.code).toBe('newer');
    expect(refusal?.sentence).toContain('was saved by a newer Kitplan');
  });
  it('a plan that was cut short while it was copied', () => {
    const refusal = refusedAs((file) => { plan(file); truncateSync(file, 100_000); });
    expect(refusal?.code).toBe('damaged');
    expect(refusal?.sentence).toMatch(/^Hillcrest\.kitplan is cut short: 100,000 of its [\d,]+ bytes are there\./u);
  });
  it('a plan whose pages were overwritten', () => {
    const refusal = refusedAs((file) => {
      plan(file);
      const bytes = readFileSync(file);
      bytes.fill(0xff, 4096, 60_000);
      writeFileSync(file, bytes);
    });
    expect(refusal?.code).toBe('damaged');
  });
  it('a file that carries our mark but none of our tables', () => {
    const refusal = refusedAs((file) => { anotherProgram(file, (database) => { database.exec('CREATE TABLE plan (id); PRAGMA application_id = 0x4b504c4e; PRAGMA user_version = 1'); }); });
    expect(refusal).toEqual({ code: 'damaged', sentence: 'Hillcrest.kitplan lacks parts of a plan and cannot be opened. It was left as it is.' });
  });
  it.each([
    ['policies', "UPDATE refresh_policies SET binding = 'age' WHERE category_key = 'laptop'"],
    ['policies', "UPDATE refresh_policies SET purchase_months = '{\"from\":7}' WHERE category_key = 'laptop'"],
    ['price rises', "UPDATE inflation SET steps = '[{\"year\":2027}]'"],
    ['scenarios', "INSERT INTO scenario_differences (scenario_id, kind, terms) VALUES (2, 'life', 'five years')"],
    ['scenarios', "INSERT INTO scenario_differences (scenario_id, kind, terms) VALUES (2, 'policy', '{\"categoryKey\":\"laptop\",\"userGroup\":null,\"set\":{\"binding\":7}}')"],
    ['scenarios', "INSERT INTO scenario_differences (scenario_id, kind, terms) VALUES (2, 'budget', '{\"year\":2027,\"fundKey\":\"dfc\",\"costCategory\":\"connectivity\",\"pence\":1}')"],
    ['scenarios', "INSERT INTO scenario_differences (scenario_id, kind, terms) VALUES (2, 'price_rise', '{\"bp\":1e400}')"],
  ])('a plan whose %s another program wrote so that nobody can read them', (holds, sql) => {
    expect(refusedAs((file) => { plan(file); anotherProgram(file, (database) => { database.exec(sql); }); })).toEqual({
      code: 'damaged', sentence: `Hillcrest.kitplan holds ${holds} that cannot be read, so it cannot be opened. It was left as it is; a backup of it can be opened instead.`,
    });
  });
  it('but no plan whose scenarios say every kind of thing that a scenario can say', () => {
    const { create, open } = office();
    const first = create();
    const laptops = { categoryKey: 'laptop', userGroup: null } as const;
    first.change(manager('Try much'), (writer) => {
      const [assetId = 0] = insertAssets(writer, [laptop('LT-1')]);
      const changes: readonly PlanChange[] = [
        { kind: 'life', ...laptops, lifeMonths: 60, fromYear: 2028 }, { kind: 'life', ...laptops, assetId, lifeMonths: 0 },
        { kind: 'policy', ...laptops, set: { binding: [], purchaseMonths: [7, 8], upgrade: null, unitPence: null, lossFrom: 'record' } },
        { kind: 'policy', ...laptops, set: { upgrade: { atMonths: 24, unitPence: null, priceDate: null, what: 'memory' }, fundKey: 'dfc', priceSource: 'quote' } },
        { kind: 'price_rise', bp: -500 }, { kind: 'price_rise', bp: 90_000, categoryKey: 'laptop', year: 2028 }, { kind: 'loss_rate', bp: 100 },
        { kind: 'move', moves: [{ assetId, date: null }] }, { kind: 'need', needId: 1, included: false }, { kind: 'backlog', years: 3 },
        { kind: 'action', assetIds: [assetId], action: 'keep', years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null },
        { kind: 'budget', year: 2027, fundKey: 'delegated', pence: null }, { kind: 'budget', year: 2027, fundKey: 'dfc', costCategory: 'connectivity', nature: 'capital', pence: 1 },
      ];
      for (const change of changes) insertDifference(writer, 2, change, null);
    });
    const before = loadSnapshot(first.reader).scenarios;
    first.close();
    expect(loadSnapshot(open().reader).scenarios).toEqual(before);
  });
  it('a plan whose id would name a folder elsewhere', () => {
    const refusal = refusedAs((file) => { plan(file); anotherProgram(file, (database) => { database.exec("UPDATE plan SET uuid = '../../elsewhere'"); }); });
    expect(refusal?.code).toBe('damaged');
  });
});

describe('a plan opened for reading alone', () => {
  it('answers questions, refuses changes with a sentence, and is not touched', () => {
    const desk = office();
    desk.create().close();
    const before = sha256Of(desk.file);
    const plan = desk.open({ readOnly: true });
    expect(plan.readOnly).toEqual({ code: 'read_only', sentence: 'Hillcrest.kitplan is open for reading only.' });
    expect(loadSnapshot(plan.reader).school.name).toBe('My school');
    expect(refusalOf(() => plan.change(manager('Add a laptop'), (writer) => insertAssets(writer, [laptop('LT-1')])))).toEqual({
      code: 'read_only', sentence: 'Hillcrest.kitplan is open for reading only. Nothing was changed.',
    });
    expect(refusalOf(() => plan.undo('slt')).code).toBe('read_only');
    plan.close();
    expect(sha256Of(desk.file)).toBe(before);
    expect(readdirSync(desk.folder)).toEqual(['Hillcrest.kitplan']);
  });

  it('is how a plan in a folder without the right to write is opened, with the reason', ({ skip }) => {
    if (process.platform === 'win32') skip('Windows keeps the right to write in access lists, which Node cannot set');
    const desk = office();
    desk.create().close();
    const before = sha256Of(desk.file);
    chmodSync(desk.file, 0o644);
    chmodSync(desk.folder, 0o555);
    // An administrator may write anywhere, so this is tried under an account without rights.
    const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const script = `
      import { openPlanFile } from ${JSON.stringify(join(import.meta.dirname, '../../db/plan-file.ts'))};
      import { loadSnapshot } from ${JSON.stringify(join(import.meta.dirname, '../../db/repositories/snapshot.ts'))};
      const plan = openPlanFile(process.argv[1], { now: () => new Date(), home: '/nowhere', appVersion: '0', holder: { user: 'u', computer: 'c', pid: process.pid } });
      let refused = null;
      try { plan.change({ label: 'x', role: 'slt' }, () => 1); } catch (error) { refused = error.code; }
      console.log(JSON.stringify({ readOnly: plan.readOnly, refused, school: loadSnapshot(plan.reader).school.name }));
      plan.close();`;
    const run = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script, desk.file], { encoding: 'utf8', cwd: '/', ...account });
    chmodSync(desk.folder, 0o755);
    if (run.stderr.includes('EACCES') && run.stdout === '') skip('the account without rights cannot read the program itself');
    expect(JSON.parse(run.stdout)).toEqual({
      readOnly: { code: 'read_only', sentence: expect.stringMatching(/^Hillcrest\.kitplan may not be written where it is kept|^Nothing may be written in the folder of Hillcrest\.kitplan/u) },
      refused: 'read_only', school: 'My school',
    });
    expect(sha256Of(desk.file)).toBe(before);
  });
});

describe('a full disk', () => {
  it('while saving refuses the change in one sentence and leaves the plan as it was', () => {
    const desk = office();
    const plan = desk.create();
    plan.change(manager('Add a laptop'), (writer) => insertAssets(writer, [laptop('LT-1')]));
    const before = sha256Of(desk.file);
    const { page_count: pages } = plan.reader.get<{ page_count: number }>(sql`PRAGMA page_count`);
    plan.reader.get(sql.raw(`PRAGMA max_page_count = ${pages + 2}`));
    const refusal = refusalOf(() => plan.change(manager('Import a register'), (writer) =>
      insertAssets(writer, Array.from({ length: 2000 }, (_, index) => laptop(`LT-${index}`)))));
    expect(refusal).toEqual({ code: 'disk_full', sentence: 'Hillcrest.kitplan could not be saved because the disk is full. The plan is as it was before.' });
    expect(sha256Of(desk.file)).toBe(before);
    expect(listAssets(plan.reader)).toHaveLength(1);
    expect(plan.undoable()).toEqual({ label: 'Add a laptop' });
    plan.reader.get(sql.raw('PRAGMA max_page_count = 1000000'));
    plan.change(manager('Add another'), (writer) => insertAssets(writer, [laptop('LT-2')]));
    expect(plan.integrity()).toEqual({ ok: true, problems: [] });
  });
});

describe('a computer that goes off while saving', () => {
  it('leaves a plan that opens as it was before, once it can be written', () => {
    const desk = office();
    const plan = desk.create();
    plan.change(manager('Add a laptop'), (writer) => insertAssets(writer, [laptop('LT-1')]));
    plan.close();
    // A memory of five pages, so that SQLite has to write to the file before the change is complete.
    const script = `
      import Sqlite from 'better-sqlite3';
      const database = new Sqlite(${JSON.stringify(desk.file)});
      database.exec("PRAGMA cache_size = 5; BEGIN; UPDATE assets SET tag = 'HALF SAVED'");
      const insert = database.prepare('INSERT INTO suppliers (name) VALUES (?)');
      for (let count = 0; count < 3000; count += 1) insert.run('Half saved ' + count);
      process.kill(process.pid, 'SIGKILL');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);`;
    const run = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script], { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' });
    expect([run.stderr, run.signal]).toEqual(['', 'SIGKILL']);
    expect(readdirSync(desk.folder)).toContain('Hillcrest.kitplan-journal');
    expect(refusalOf(() => desk.open({ readOnly: true })).sentence).toBe(
      'The last save of Hillcrest.kitplan was cut short. Opening it in Kitplan, where it can be written, puts it right.',
    );
    const again = desk.open();
    expect(listAssets(again.reader).map((asset) => asset.tag)).toEqual(['LT-1']);
    expect(again.undoable()).toEqual({ label: 'Add a laptop' });
    expect(again.integrity().ok).toBe(true);
  });
});

describe('a check of the file', () => {
  it('names a row that lost what it refers to', () => {
    const desk = office();
    const plan = desk.create();
    const { value: ids } = plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1', { warranties: [{ endsOn: '2027-01-31' }] })]));
    plan.close();
    anotherProgram(desk.file, (database) => { database.pragma('foreign_keys = OFF'); database.exec('DELETE FROM assets'); });
    expect(ids).toEqual([1]);
    expect(desk.open().integrity()).toEqual({ ok: false, problems: ['Table warranties, row 1: refers to a row of assets that is not there.'] });
  });
});
