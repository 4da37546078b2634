import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPrograms } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

beforeAll(async () => {
  buildPrograms();
  home = mkdtempSync(join(tmpdir(), 'kitplan-decisions-'));
  process.chdir(home);
  expect((await kitplan('sample', 'hillcrest.kitplan')).code).toBe(0);
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

it('prints what waits and what was decided with its reasons within a terminal’s width, and finds by words', async () => {
  const add = (request: object): Promise<Ran> => kitplan('call', 'decision.add', JSON.stringify(request), '--plan', 'hillcrest.kitplan');
  expect(await add({ title: 'A bank of scooters', decider: 'Business manager', decideBy: '2031-01-31', weighed: [{ name: 'Renew', pence: 577_000, chosen: true }] })).toMatchObject({ code: 0 });
  expect(await add({ title: 'Scooters for the hall', decider: 'Leadership team', choice: 'decline', decidedOn: '2020-07-03', because: 'Serves no objective', workaround: null })).toMatchObject({ code: 0 });
  const { code, out, err } = await kitplan('decisions', 'hillcrest.kitplan', '--as-of', '2026-11-21', '--find', 'scooters');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/A bank of scooters\n {6}By 31 Jan 2031, Business manager, £5,770\n/u);
  expect(out).toMatch(/3 Jul 2020: Scooters for the hall \(decline\)\n {6}Because: Serves no objective; Leadership team; No review; told 0 of 0\n/u);
  for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  expect((await kitplan('decisions', 'hillcrest.kitplan', '--waiting')).out).not.toContain('Scooters for the hall');
});
