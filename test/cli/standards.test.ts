import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StandardsReport } from '../../app/contract/standards.ts';
import { buildPrograms } from '../support/built.ts';
import { testPlan } from '../support/plan-in-memory.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

let home: string;
let file: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });
const AS_OF = ['--as-of', '2026-11-21'];

beforeAll(async () => {
  buildPrograms();
  home = mkdtempSync(join(tmpdir(), 'kitplan-standards-'));
  file = join(home, 'hillcrest.kitplan');
  expect((await kitplan('sample', file)).code).toBe(0);
  using plan = testPlan({ kind: 'file', path: file, readOnly: false }, { home: mkdtempSync(join(tmpdir(), 'kitplan-test-')) });
  await plan.call('standard.takeShipped', {});
  const { snapshot: { analysis } } = await plan.call('plan.snapshot', {});
  const id = analysis.standards.find(({ ref }) => ref === 'FM-1')?.id ?? 0;
  await plan.call('standard.answer', { id, status: 'not_started', evidence: 'No governor is named', ownerRole: 'Headteacher', answeredOn: '2026-10-01', nextReview: '2026-11-01' });
});
afterAll(() => removeFolder(home));

describe('kitplan standards', () => {
  it('prints each standard, the worst first, and the core ones ahead, within a terminal’s width', async () => {
    const { code, out, err } = await kitplan('standards', file, ...AS_OF);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Of \d+ core requirements, /u);
    expect(out).toMatch(/^Core, at the end of the year +2026\/27 +2027\/28/mu);
    expect(out).toMatch(/^Filtering and monitoring: not met \(already required\)$/mu);
    expect(out).toContain('No governor is named. Its review is late.');
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('leaves out what is met when asked for gaps, and gives all of it as JSON', async () => {
    const { out } = await kitplan('standards', file, '--json', ...AS_OF);
    const report = JSON.parse(out) as StandardsReport;
    const all = report.standards.flatMap(({ requirements }) => requirements);
    expect(all).toHaveLength(53);
    const met = all.find(({ standing }) => standing === 'meets');
    const gaps = (await kitplan('standards', file, '--gaps', ...AS_OF)).out;
    expect(gaps).toContain('FM-1 Not met.');
    expect(met === undefined || !gaps.includes(`${met.ref} Met.`)).toBe(true);
    // Every core requirement is counted in every year.
    const core = report.standards.filter(({ tier }) => tier === 'core').reduce((sum, { requirements }) => sum + requirements.length, 0);
    for (const { counts } of report.road.years) expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(core);
  });

  it('says what works where it is asked for what is not there', async () => {
    expect(await kitplan('standards')).toMatchObject({ code: 2 });
    expect(await kitplan('standards', file, '--as-of', '21/11/2026')).toMatchObject({ code: 2 });
  });
});
