import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEverything } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';
import { wordFile, wordTable } from '../app/development-import/word-file.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

beforeAll(async () => {
  buildEverything();
  home = mkdtempSync(join(tmpdir(), 'kitplan-development-'));
  process.chdir(home);
  expect(await kitplan('sample', 'hillcrest.kitplan')).toMatchObject({ code: 0 });
  writeFileSync('plan.docx', wordFile(wordTable([['Theme', 'Ref', 'Target', 'Actions', 'By whom', 'By when'], ['Rowing', '91.1', 'A boat for each year', 'Build a boat house', 'Rowing lead', 'soonish']])));
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

test('kitplan development import says what a Word document would bring, brings it in with --commit, and the annex tells of it', async () => {
  const before = readFileSync('hillcrest.kitplan');
  const dry = await kitplan('development', 'import', 'plan.docx', '--plan', 'hillcrest.kitplan', '--new');
  expect(dry).toMatchObject({ code: 0, err: 'Reading plan.docx …\n' });
  expect(dry.out).toContain('plan.docx: 1 row read, 1 new, 0 added to, 0 unchanged, 0 refused.');
  expect(dry.out).toContain('  Row 2, By when: “soonish” cannot be read as a date');
  expect(dry.out).toContain('Nothing was changed: this was a dry run.');
  expect(readFileSync('hillcrest.kitplan').equals(before)).toBe(true);
  expect((await kitplan('development', 'import', 'plan.docx', '--plan', 'hillcrest.kitplan', '--commit')).code).toBe(0);
  expect((await kitplan('development', 'import', 'plan.docx', '--plan', 'hillcrest.kitplan', '--commit')).out).toContain('0 new, 0 added to, 1 unchanged');
  const annex = await kitplan('annex', 'hillcrest.kitplan');
  expect(annex.code).toBe(0);
  expect(annex.out).toContain('Rowing,,91.1 A boat for each year,No need has been written down for it yet.,');
  expect(await kitplan('annex', 'hillcrest.kitplan', '--out', 'annex.xlsx')).toMatchObject({ code: 0, out: 'annex.xlsx\n' });
  expect(await kitplan('annex', 'hillcrest.kitplan', '--out', 'annex.pdf')).toMatchObject({ code: 2, err: expect.stringContaining('“annex.pdf” does neither') as string });
  expect(await kitplan('development', 'import', 'plan.docx')).toMatchObject({ code: 2, err: expect.stringContaining('Which plan is missing') as string });
});
