import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BackupEntry, outdated } from '../../db/backups.ts';
import { openPlanFile } from '../../db/plan-file.ts';
import { insertAssets, listAssets } from '../../db/repositories/assets.ts';
import { laptop, manager, office, refusalOf, sha256Of } from './plan-fixtures.ts';

const days = (entries: readonly BackupEntry[]): string[] => entries.map((entry) => `${entry.at.slice(0, 10)} ${entry.kind}`);

describe('backups', () => {
  it('are whole plans under the id of the plan, which open on their own', () => {
    const desk = office();
    const plan = desk.create();
    plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1')]));
    const copy = plan.backup('import') ?? '';
    expect(copy).toBe(join(desk.home, 'backups', plan.id, '20261121-091400-import.kitplan'));
    expect(plan.backups()).toEqual([{ path: copy, at: '2026-11-21T09:14:00.000Z', kind: 'import', bytes: expect.any(Number) }]);
    plan.change(manager('Add another'), (writer) => insertAssets(writer, [laptop('LT-2')]));
    const opened = openPlanFile(copy, desk.as({ readOnly: true }));
    expect(opened.id).toBe(plan.id);
    expect(listAssets(opened.reader).map((asset) => asset.tag)).toEqual(['LT-1']);
    opened.close();
  });

  it('of the same second each keep a file', () => {
    const plan = office().create();
    const copies = [plan.backup('import'), plan.backup('import'), plan.backup('import')];
    expect(new Set(copies).size).toBe(3);
    expect(plan.backups()).toHaveLength(3);
  });

  it('are made once a day, at the first opening', () => {
    const desk = office();
    desk.create().close();
    const openings = ['2026-11-21T10:00', '2026-11-21T15:00', '2026-11-22T08:00', '2026-11-24T08:00', '2026-11-24T23:59'];
    for (const opening of openings) {
      desk.setClock(`${opening}:00.000Z`);
      desk.open().close();
    }
    expect(days(desk.open().backups())).toEqual(['2026-11-24 daily', '2026-11-22 daily', '2026-11-21 daily']);
  });

  it('are not made by opening for reading', () => {
    const desk = office();
    desk.create().close();
    desk.open({ readOnly: true }).close();
    expect(existsSync(desk.home)).toBe(false);
  });

  it('keep ten days and, of the daily ones, the first of each of twelve months', () => {
    const desk = office();
    const plan = desk.create();
    for (let day = 0; day < 500; day += 5) {
      desk.setClock(new Date(Date.UTC(2025, 6, 1) + day * 86_400_000).toISOString());
      plan.backup('daily');
    }
    const kept = plan.backups().map((entry) => entry.at.slice(0, 10));
    expect(kept.slice(0, 10)).toEqual([
      '2026-11-08', '2026-11-03', '2026-10-29', '2026-10-24', '2026-10-19', '2026-10-14', '2026-10-09', '2026-10-04', '2026-09-29', '2026-09-24',
    ]);
    expect(kept.slice(10)).toEqual([
      '2026-09-04', '2026-08-05', '2026-07-01', '2026-06-01', '2026-05-02', '2026-04-02', '2026-03-03', '2026-02-01', '2026-01-02', '2025-12-03',
    ]);
  });

  it('before imports never push out the daily ones', () => {
    const entry = (kind: BackupEntry['kind'], at: string): BackupEntry => ({ path: `${at}-${kind}`, at, kind, bytes: 1 });
    const imports = Array.from({ length: 25 }, (_, index) => entry('import', `2026-11-21T10:${String(59 - index)}:00.000Z`));
    const others = [entry('daily', '2026-11-21T08:00:00.000Z'), entry('migration', '2026-11-20T08:00:00.000Z'), entry('daily', '2026-11-20T08:00:00.000Z')];
    expect(outdated([...imports, ...others])).toEqual(imports.slice(10));
  });

  it('pass over files of other people’s in their folder', () => {
    const desk = office();
    const plan = desk.create();
    const folder = dirname(plan.backup('import') ?? '');
    writeFileSync(join(folder, 'read me.txt'), 'x');
    writeFileSync(join(folder, '20261121-091400-1.part'), 'half a backup');
    expect(plan.backups()).toHaveLength(1);
    for (let count = 0; count < 15; count += 1) plan.backup('import');
    expect(readdirSync(folder)).toContain('read me.txt');
    expect(plan.backups()).toHaveLength(10);
  });
});

describe('a backup that cannot be written', () => {
  const blocked = () => {
    const desk = office();
    desk.create().close();
    writeFileSync(join(desk.folder, 'home'), 'a file where the folder should be');
    return desk;
  };

  it('is said on opening, which goes on', () => {
    const plan = blocked().open();
    expect(plan.readOnly).toBeNull();
    expect(plan.notices).toEqual([expect.stringMatching(/^A backup of Hillcrest\.kitplan could not be written to .*: that place gave an error\. The plan is as it was before\.$/u)]);
  });

  it('refuses what it was to come before', () => {
    const desk = blocked();
    const plan = desk.open();
    const before = sha256Of(desk.file);
    expect(refusalOf(() => plan.backup('import')).sentence).toContain('A backup of Hillcrest.kitplan could not be written');
    expect(sha256Of(desk.file)).toBe(before);
  });

  it('leaves no half of itself', () => {
    const desk = office();
    const plan = desk.create();
    const folder = join(desk.home, 'backups', plan.id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `20261121-091400-${process.pid}.part`), 'in the way');
    expect(refusalOf(() => plan.backup('import')).sentence).toContain('could not be written');
    expect(readdirSync(folder)).toEqual([]);
  });
});
