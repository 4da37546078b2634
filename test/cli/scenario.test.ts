import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPrograms } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

/** The way forward that is asked for in the terminal, by its name. */
const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

beforeAll(async () => {
  buildPrograms();
  home = mkdtempSync(join(tmpdir(), 'kitplan-cli-'));
  process.chdir(home);
  expect((await kitplan('sample', 'hillcrest.kitplan')).code).toBe(0);
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

it('forecasts the scenario named, and says which it is', async () => {
  const asked = ['forecast', 'hillcrest.kitplan', '--as-of', '2026-11-21'];
  const [policy, spread] = [await kitplan(...asked), await kitplan(...asked, '--scenario', 'spread THE cost', '--out', 'spread.xlsx')];
  expect(policy.out).not.toContain('Scenario:');
  expect(spread.out).toContain('Scenario: Spread the cost. As at 21 Nov 2026, net of VAT.');
  expect(spread.out).not.toEqual(policy.out);
  const json = JSON.parse((await kitplan(...asked, '--scenario', 'Essentials only', '--json')).out) as { readonly scenario: string };
  expect(json.scenario).toBe('Essentials only');
});

it('names the scenarios there are where one is asked for that is not there', async () => {
  for (const command of [['forecast', 'hillcrest.kitplan'], ['export', 'hillcrest.kitplan', '--due', 'due.csv'], ['explain', 'hillcrest.kitplan', '--cell', '2028/29,total']]) {
    const { code, err } = await kitplan(...command, '--scenario', 'Plan B');
    expect([code, err.trim().split('\n').at(-1)]).toEqual([1, 'The plan has no scenario called “Plan B”. It has Keep to policy, Spread the cost, Essentials only.']);
  }
});
