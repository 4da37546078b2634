import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { migrationHash, type Migration } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { openPlanFile } from '../../db/plan-file.ts';
import { deleteAssets, insertAssets } from '../../db/repositories/assets.ts';
import { loadSnapshot } from '../../db/repositories/snapshot.ts';
import { yearlyAmount } from '../../planning/agreements/agreement.ts';
import { countsOf } from '../../planning/agreements/driver.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { anotherProgram, laptop, manager, memoryPlan, office, refusalOf, sha256Of } from './plan-fixtures.ts';

/* The steps of the format are a list here that each test adds its own to, as the next release would. */
vi.mock(import('../../db/migrations/index.ts'), async (original) => ({ MIGRATIONS: [...(await original()).MIGRATIONS] }));
const steps = MIGRATIONS as Migration[];
const released = [...MIGRATIONS];
beforeEach(() => { steps.splice(0, steps.length, ...released); });

const FILES = join(import.meta.dirname, '../files');
const releases = readdirSync(FILES).filter((name) => /^plan-.*\.kitplan$/u.test(name));
type Told = {
  readonly id: string; readonly snapshot: { readonly recurring: readonly { readonly yearlyPence?: number; readonly end?: string | null }[] }; readonly undoable: { readonly label: string };
};
const toldOf = (release: string): Told => JSON.parse(readFileSync(join(FILES, release.replace('.kitplan', '.json')), 'utf8')) as Told;

/** What a release said of a plan. Before 0.3.0 it told running costs by the year; today's terms must come to the same. */
const told = (release: string): Told => {
  const { snapshot, ...rest } = toldOf(release);
  // What renews by itself was told without its end.
  const recurring = snapshot.recurring.map(({ yearlyPence: _yearly, end, ...cost }) => (end === null || end === undefined ? cost : { ...cost, end }));
  return { ...rest, snapshot: { ...snapshot, recurring } };
};
const yearlyOf = (snapshot: PlanSnapshot): (number | null)[] => snapshot.recurring.map((cost) => yearlyAmount(cost, countsOf(snapshot)));

/** A desk with a released plan on it. */
function withRelease(release: string) {
  const desk = office();
  cpSync(join(FILES, release), desk.file);
  return desk;
}
const latest = releases.at(-1) ?? '';

/** What drizzle-kit writes where a column is no longer wanted: the table is built anew and the old one dropped. */
function rebuildOf(table: string, change: (create: string) => string): Migration {
  const { reader } = memoryPlan();
  const [create] = reader.all<{ sql: string }>(sql`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ${table}`);
  const columns = reader.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${table})`).map(({ name }) => `"${name}"`).join(', ');
  const indexes = reader.all<{ sql: string }>(sql`SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ${table} AND sql IS NOT NULL`);
  return {
    name: '9000_rebuild',
    sql: [
      `${change(create?.sql ?? '').replace(new RegExp(`^CREATE TABLE [\`"]${table}[\`"]`, 'u'), `CREATE TABLE \`__new_${table}\``)};`,
      `INSERT INTO \`__new_${table}\`(${columns}) SELECT ${columns} FROM \`${table}\`;`,
      `DROP TABLE \`${table}\`;`, `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`, ...indexes.map((index) => `${index.sql};`),
    ].join('--> statement-breakpoint\n'),
  };
}
const rebuildAssets = (): Migration => rebuildOf('assets', (create) => create.replace('`description` text NOT NULL', '`description` text'));

describe.each(releases)('a plan of an earlier release (%s)', (release) => {
  it('opens with everything that was in it, and can still be undone', () => {
    const plan = withRelease(release).open();
    const { id, snapshot, undoable } = told(release);
    const byTheYear = toldOf(release).snapshot.recurring.flatMap(({ yearlyPence }) => yearlyPence ?? []);
    if (byTheYear.length > 0) expect(yearlyOf(loadSnapshot(plan.reader))).toEqual(byTheYear);
    expect(plan.id).toBe(id);
    expect(loadSnapshot(plan.reader)).toMatchObject(snapshot);
    expect(plan.undoable()).toEqual(undoable);
    plan.undo('network_manager');
    expect(plan.integrity()).toEqual({ ok: true, problems: [] });
  });

  it('reads the same through a copy in memory where it cannot be written', () => {
    const desk = withRelease(release);
    const before = sha256Of(desk.file);
    expect(loadSnapshot(desk.open({ readOnly: true }).reader)).toMatchObject(told(release).snapshot);
    expect(sha256Of(desk.file)).toBe(before);
  });
});

describe('from the first format to the register in full', () => {
  it('running costs keep what they cost, and everything done before can still be undone to the beginning', () => {
    const plan = withRelease('plan-0.1.0.kitplan').open();
    expect(loadSnapshot(plan.reader).recurring).toMatchObject([{ name: 'Broadband', amountPence: 840_000, period: 'yearly', riseBp: 500 }]);
    while (plan.undoable() !== null) plan.undo('network_manager');
    const empty = loadSnapshot(plan.reader);
    expect([empty.assets, empty.recurring, empty.locations, empty.warranties]).toEqual([[], [], [], []]);
    while (plan.redoable() !== null) plan.redo('network_manager');
    expect(loadSnapshot(plan.reader)).toMatchObject(told('plan-0.1.0.kitplan').snapshot);
    expect(plan.integrity()).toEqual({ ok: true, problems: [] });
  });
});

describe('bringing a plan to a newer format', () => {
  it('keeps the warranties of every asset when the assets table is built anew', () => {
    const desk = withRelease(latest);
    const before = desk.open();
    const snapshot = loadSnapshot(before.reader);
    const warranties = before.reader.get<{ count: number }>(sql`SELECT count(*) AS count FROM warranties`).count;
    before.close();
    expect(warranties).toBeGreaterThan(1);
    steps.push(rebuildAssets());
    const plan = desk.open();
    expect(plan.reader.get<{ count: number }>(sql`SELECT count(*) AS count FROM warranties`).count).toBe(warranties);
    expect(loadSnapshot(plan.reader)).toEqual(snapshot);
    expect(plan.reader.get<{ foreign_keys: number }>(sql`PRAGMA foreign_keys`)).toEqual({ foreign_keys: 1 });
    expect(plan.integrity()).toEqual({ ok: true, problems: [] });
    expect(plan.reader.get<{ user_version: number }>(sql`PRAGMA user_version`)).toEqual({ user_version: released.length + 1 });
  });

  it('never gives the number of a removed row to a new one, also in a table that was built anew', () => {
    const desk = withRelease(latest);
    const before = desk.open();
    const { value: ids } = before.change(manager('Add'), (writer) => insertAssets(writer, [laptop('A'), laptop('B')]));
    before.change(manager('Remove'), (writer) => { deleteAssets(writer, ids); });
    before.close();
    steps.push(rebuildAssets());
    const plan = desk.open();
    const { value: later } = plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('C')]));
    expect(later[0]).toBe(Math.max(...ids) + 1);
  });

  it('can undo what was done before', () => {
    const desk = withRelease(latest);
    steps.push({ name: '9000_room_plan', sql: 'ALTER TABLE `locations` ADD `floor` text;' });
    const plan = desk.open();
    plan.undo('network_manager');
    expect(loadSnapshot(plan.reader).assets.some((asset) => asset.tag === 'SRV-1')).toBe(true);
    plan.undo('network_manager');
    plan.redo('network_manager');
  });

  it('writes a backup of the old format first', () => {
    const desk = withRelease(latest);
    steps.push({ name: '9000_note', sql: 'ALTER TABLE `school` ADD `note` text;' });
    const plan = desk.open();
    const [backup] = plan.backups().filter((entry) => entry.kind === 'migration');
    plan.close();
    steps.pop();
    const old = openPlanFile(backup?.path ?? '', desk.as({ readOnly: true }));
    onTestFinished(() => { old.close(); });
    expect(loadSnapshot(old.reader)).toMatchObject(told(latest).snapshot);
  });

  it('reads an older plan that cannot be written from a copy in memory, and leaves the file alone', () => {
    const desk = withRelease(latest);
    const before = sha256Of(desk.file);
    steps.push({ name: '9000_note', sql: "ALTER TABLE `school` ADD `note` text DEFAULT 'new' NOT NULL;" });
    const plan = desk.open({ readOnly: true });
    expect(plan.reader.get(sql`SELECT note FROM school`)).toEqual({ note: 'new' });
    expect(loadSnapshot(plan.reader)).toMatchObject(told(latest).snapshot);
    expect(() => plan.reader.all(sql`UPDATE school SET name = 'x' RETURNING id`)).toThrow('readonly');
    expect(refusalOf(() => plan.change(manager('x'), () => 1)).code).toBe('read_only');
    plan.close();
    expect(sha256Of(desk.file)).toBe(before);
    expect(existsSync(desk.home)).toBe(false);
  });
});

describe('what cannot be brought to the newer format is left exactly as it was', () => {
  const refused = (prepare: (desk: ReturnType<typeof office>) => void) => {
    const desk = withRelease(latest);
    prepare(desk);
    const before = sha256Of(desk.file);
    const refusal = refusalOf(() => desk.open());
    expect(sha256Of(desk.file)).toBe(before);
    expect(existsSync(`${desk.file}.lock`)).toBe(false);
    return { refusal, desk };
  };

  it('where a later step fails: the earlier ones are rolled back with it', () => {
    const { refusal, desk } = refused(() => {
      steps.push({ name: '9000_note', sql: 'ALTER TABLE `school` ADD `note` text;' }, { name: '9001_broken', sql: 'INSERT INTO `nowhere` VALUES (1);' });
    });
    expect(refusal).toEqual({ code: 'internal', sentence: 'Hillcrest.kitplan could not be brought to the format of this Kitplan. It was left as it is.' });
    steps.splice(0, steps.length, ...released);
    expect(loadSnapshot(desk.open().reader)).toMatchObject(told(latest).snapshot);
  });

  it('where rows would lose what they refer to', () => {
    const { refusal } = refused(() => { steps.push({ name: '9000_drop', sql: 'DELETE FROM `locations`;' }); });
    expect(refusal.sentence).toContain('3 rows would lose the row referred to');
  });

  it('where a released step was edited afterwards', () => {
    const { refusal } = refused(() => {
      const [first] = released;
      if (first !== undefined) steps[0] = { ...first, sql: `${first.sql}\n-- tidied` };
    });
    expect(refusal.code).toBe('damaged');
    expect(refusal.sentence).toMatch(/^Hillcrest\.kitplan was made by another build of Kitplan/u);
  });

  it('where the plan is newer, even when it is only read', () => {
    const { refusal, desk } = refused(({ file }) => { anotherProgram(file, (database) => { database.pragma(`user_version = ${released.length + 1}`); }); });
    expect(refusal).toEqual({
      code: 'newer',
      sentence: `Hillcrest.kitplan was saved by a newer Kitplan (plan format ${released.length + 1}; this one knows up to ${released.length}). It was left as it is; the newer Kitplan opens it.`,
    });
    expect(refusalOf(() => desk.open({ readOnly: true }))).toEqual(refusal);
  });

  it('where the backup before it cannot be written', () => {
    const { refusal } = refused((desk) => {
      cpSync(desk.file, desk.home);
      steps.push({ name: '9000_note', sql: 'ALTER TABLE `school` ADD `note` text;' });
    });
    expect(refusal.sentence).toContain('A backup of Hillcrest.kitplan could not be written');
  });
});

it('each step that a plan went through is recorded with the hash of its text', () => {
  const plan = withRelease(latest).open();
  const applied = plan.reader.all<{ name: string; sha256: string }>(sql`SELECT name, sha256 FROM schema_migration ORDER BY id`);
  expect(applied).toEqual(released.map((step) => ({ name: step.name, sha256: migrationHash(step) })));
});
