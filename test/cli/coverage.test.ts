import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../app/contract/contract.ts';
import { buildEverything } from '../support/built.ts';
import { writeNeeds } from '../support/needs-school.ts';
import { testPlan } from '../support/plan-in-memory.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

beforeAll(async () => {
  buildEverything();
  home = mkdtempSync(join(tmpdir(), 'kitplan-coverage-'));
  process.chdir(home);
  expect(await kitplan('sample', 'plan.kitplan')).toMatchObject({ code: 0 });
  using plan = testPlan({ kind: 'file', path: join(home, 'plan.kitplan'), readOnly: false });
  const { snapshot: { analysis } } = await plan.call('plan.snapshot', {});
  // The made-up school may have a development plan of its own: these needs are then read beside it.
  if (analysis.plans.length === 0) await writeNeeds(plan);
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan coverage', () => {
  it('prints the matrix with its sentence, what is not covered and why, and changes nothing', async () => {
    const before = readFileSync('plan.kitplan');
    const { code, out, err } = await kitplan('coverage', 'plan.kitplan', '--as-of', '2026-11-21');
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse((await kitplan('coverage', 'plan.kitplan', '--as-of', '2026-11-21', '--json')).out) as Answer<'coverage.report'>;
    expect(out.replaceAll(/\s+/gu, ' ')).toContain(report.sentence);
    for (const { ref, name } of report.needs) expect(out).toContain(`${ref} ${name.slice(0, 20)}`);
    for (const { title, covered, why } of report.objectives) if (covered !== 'agreed') expect(out.replaceAll(/\s+/gu, ' ')).toContain(`${title}: ${why.join(' ')}`);
    expect(out).toContain('Covered?');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(150);
    expect(readFileSync('plan.kitplan').equals(before)).toBe(true);
  });

  it('says what is wrong with a day or a scenario that it cannot give', async () => {
    expect(await kitplan('coverage', 'plan.kitplan', '--as-of', 'tomorrow')).toMatchObject({ code: 2, err: expect.stringContaining('--as-of takes a day written like 2026-11-21.') as string });
    expect(await kitplan('coverage', 'plan.kitplan', '--scenario', 'Nowhere')).toMatchObject({ code: 1, err: expect.stringContaining('The plan has no scenario called “Nowhere”.') as string });
  });
});
