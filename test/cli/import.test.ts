import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPrograms } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import { runKitplan, type Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

type Report = {
  rows: { read: number; new: number; changed: number; unchanged: number; refused: { row: number; column: string | null; reason: string }[] };
  leftOut: { column: string; reason: string }[]; decisions: { column: string; readAs: string }[];
};
const imported = async (...args: string[]): Promise<Report> => {
  const { code, out, err } = await kitplan('import', ...args, '--json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as Report;
};
const assetRows = async (plan: string): Promise<number> => {
  const { out } = await kitplan('call', 'app.state', '--plan', plan);
  return (JSON.parse(out) as { value: { plan: { assetRows: number } } }).value.plan.assetRows;
};

const FIRST = 'Asset tag,Category,Purchase date,Cost,User email\nL-1,Laptop,12/12/2022,365.00,someone@example.org\nL-2,Laptop,12/12/2022,365.00,\n';
const SECOND = 'Asset tag,Category,Purchase date,Cost\nL-1,Laptop,12/12/2022,365.00\nL-2,Laptop,05/11/2023,365.00\nL-3,Laptop,05/11/2023,372.50\n';

beforeAll(() => {
  buildPrograms();
  home = mkdtempSync(join(tmpdir(), 'kitplan-import-'));
  process.chdir(home);
  writeFileSync('first.csv', FIRST);
  writeFileSync('second.csv', SECOND);
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan import', () => {
  it('starts a plan where there is none, and says every row in JSON', async () => {
    const { code, out, err } = await runKitplan(['import', 'first.csv', '--plan', 'school.kitplan', '--json'], { home });
    expect(code, err).toBe(0);
    const found = JSON.parse(out) as Report;
    expect(Object.keys(found)).toEqual(['rows', 'leftOut', 'decisions']);
    expect(found.rows).toEqual({ read: 2, new: 2, changed: 0, unchanged: 0, refused: [] });
    expect(found.leftOut.map(({ column }) => column)).toEqual(['User email']);
    expect(found.decisions.find(({ column }) => column === 'Purchase date')).toBeDefined();
    expect(err).toContain('school.kitplan is a new plan.\n');
    expect(await assetRows('school.kitplan')).toBe(2);
    expect(readdirSync('.').filter((name) => name.startsWith('.kitplan-'))).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    const before = readFileSync('school.kitplan');
    expect((await imported('first.csv', '--plan', 'school.kitplan')).rows).toEqual({ read: 2, new: 0, changed: 0, unchanged: 2, refused: [] });
    expect(readFileSync('school.kitplan').equals(before)).toBe(true);
  });

  it('only says what would come in with --dry-run', async () => {
    const before = readFileSync('school.kitplan');
    const { code, out } = await kitplan('import', 'second.csv', '--plan', 'school.kitplan', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('second.csv: 3 rows read, 1 new, 1 changed, 1 unchanged, 0 refused.\n');
    expect(out.endsWith('Nothing was changed: this was a dry run.\n')).toBe(true);
    expect(readFileSync('school.kitplan').equals(before)).toBe(true);
    expect((await kitplan('import', 'second.csv', '--plan', 'not yet.kitplan', '--dry-run')).code).toBe(0);
    expect(existsSync('not yet.kitplan')).toBe(false);
  });

  it('brings the changes of a newer list in as one change that can be undone, after a backup', async () => {
    expect((await imported('second.csv', '--plan', 'school.kitplan')).rows).toEqual({ read: 3, new: 1, changed: 1, unchanged: 1, refused: [] });
    expect(await assetRows('school.kitplan')).toBe(3);
    const backups = JSON.parse((await kitplan('call', 'plan.backups', '--plan', 'school.kitplan')).out) as { value: { why: string }[] };
    expect(backups.value.map(({ why }) => why)).toContain('import');
    expect((await kitplan('call', 'plan.undo', '--plan', 'school.kitplan')).code).toBe(0);
    expect(await assetRows('school.kitplan')).toBe(2);
  });

  it('refuses an empty file, and leaves no half-made plan behind', async () => {
    writeFileSync('empty.csv', '');
    const before = readdirSync('.');
    expect(await kitplan('import', 'empty.csv', '--plan', 'other.kitplan')).toMatchObject({ code: 1, out: '', err: 'Reading empty.csv …\nempty.csv is empty.\n' });
    expect(readdirSync('.')).toEqual(before);
  });

  it('refuses a plan in a folder that is not there, and one that is no plan', async () => {
    expect((await kitplan('import', 'first.csv', '--plan', 'nowhere/a.kitplan'))).toMatchObject({ code: 1, err: expect.stringContaining('its folder does not exist.\n') });
    expect((await kitplan('import', 'first.csv', '--plan', 'second.csv'))).toMatchObject({ code: 1, out: '' });
    expect(readFileSync('second.csv', 'utf8')).toBe(SECOND);
  });

  it('reads a file as its options say, and writes the rows that cannot come in beside it', async () => {
    writeFileSync('titled.csv', 'Kit of the school\nTag;Item;Qty\nA-1;Laptop;1\nA-2;Laptop;-1\n'.replaceAll(';', ','));
    writeFileSync('mapping.json', JSON.stringify({ columns: [{ index: 1, goesTo: 'notes' }], match: 'serial' }));
    const found = await imported('titled.csv', '--plan', 'titled.kitplan', '--header-row', '2', '--match', 'tag', '--mapping', 'mapping.json', '--refused', 'out.csv');
    expect(found.rows).toMatchObject({ read: 2, new: 1, refused: [{ row: 4 }] });
    expect(found.decisions.find(({ column }) => column === 'Item')?.readAs).toBe('notes');
    expect(readFileSync('out.csv', 'utf8')).toBe('\u{feff}Tag,Item,Qty,Row in the file,Why it was left out\r\nA-2,Laptop,\'-1,4,Qty: the quantity -1 is less than one\r\n');
    writeFileSync('places.json', JSON.stringify({ columns: [{ index: 0, goesTo: 'tag' }] }));
    const headless = await imported('titled.csv', '--plan', 'titled.kitplan', '--header-row', 'none', '--mapping', 'places.json', '--dry-run');
    expect(headless.rows.read).toBe(4);
  });

  it('refuses options that it does not take, and a mapping that is none', async () => {
    writeFileSync('bad.json', '{"match":"name"}');
    expect(await kitplan('import', 'first.csv', '--plan', 'a.kitplan', '--match', 'name')).toMatchObject({ code: 2, err: expect.stringContaining('--match takes one of both, serial, tag, none.') });
    expect(await kitplan('import', 'first.csv', '--plan', 'a.kitplan', '--header-row', '0')).toMatchObject({ code: 2, err: expect.stringContaining('--header-row takes a whole number') });
    expect(await kitplan('import', 'first.csv', '--plan', 'a.kitplan', '--mapping', 'bad.json')).toMatchObject({ code: 1, err: expect.stringContaining('bad.json is no mapping: match: ') });
    expect(await kitplan('import', 'first.csv', '--plan', 'a.kitplan', '--mapping', 'gone.json')).toMatchObject({ code: 1, err: 'gone.json was not found.\n' });
    expect(await kitplan('import', 'first.csv', '--plan', 'a.kitplan', '--sheet', 'Kit')).toMatchObject({ code: 0 });
    expect(existsSync('a.kitplan')).toBe(true);
  });

  it('needs a plan and a register', async () => {
    const usage = 'Usage: kitplan import <register> --plan <file.kitplan> [--sheet <name>] [--header-row <n>|none] [--match both|serial|tag|none]\n'
      + '         [--mapping <file.json>] [--refused <out.csv>] [--dry-run] [--json]\n';
    expect(await kitplan('import', 'first.csv')).toEqual({ code: 2, out: '', err: `Which plan is missing: --plan <file.kitplan>.\n${usage}` });
    expect(await kitplan('import', '--plan', 'school.kitplan')).toEqual({ code: 2, out: '', err: `Something is missing.\n${usage}` });
  });
});
