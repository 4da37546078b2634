import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../app/contract/contract.ts';
import { buildEverything } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

beforeAll(async () => {
  buildEverything();
  home = mkdtempSync(join(tmpdir(), 'kitplan-needs-'));
  process.chdir(home);
  expect(await kitplan('sample', 'hillcrest.kitplan')).toMatchObject({ code: 0 });
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan needs', () => {
  it('prints each need with where it stands and what its options cost, stars what is recommended, and changes nothing', async () => {
    const before = readFileSync('hillcrest.kitplan');
    const { code, out, err } = await kitplan('needs', 'hillcrest.kitplan', '--as-of', '2026-11-21');
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse((await kitplan('needs', 'hillcrest.kitplan', '--as-of', '2026-11-21', '--json')).out) as Answer<'need.report'>;
    expect(report.needs.length).toBeGreaterThan(5);
    for (const { ref, name, state, options } of report.needs) {
      expect(out).toContain(`${ref} ${name}: ${state.toLowerCase()}`);
      for (const { letter, name: option, recommended, byYear, totalPence } of options) {
        expect(out).toContain(`${recommended ? '*' : ' '} ${letter} ${option}`);
        expect(byYear.reduce((sum, pence) => sum + pence, 0)).toBe(totalPence);
      }
    }
    expect(readFileSync('hillcrest.kitplan').equals(before)).toBe(true);
  });
});
