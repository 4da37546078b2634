import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../app/contract/contract.ts';
import { buildEverything } from '../support/built.ts';
import { testPlan, TODAY } from '../support/plan-in-memory.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

/** A school with a development plan of one objective and last year's. */
async function writeSchool(): Promise<Buffer> {
  using plan = testPlan({ kind: 'last_or_new' });
  await plan.call('development.addPlan', { name: 'Last year', startsOn: '2025-09-01', endsOn: '2026-08-31' });
  const { value: { id: planId } } = await plan.call('development.addPlan', { name: 'Improvement plan', startsOn: '2026-09-01', endsOn: '2029-08-31', ownerRole: 'Headteacher' });
  await plan.call('development.addTree', { planId, rows: [{
    area: 'Attendance', priority: 'Every day counts', priorityNumber: '3', number: '3.2', name: 'Attendance', statement: 'Above 94% in every year group', leadRole: 'Attendance lead',
    criteria: [{ text: 'Year 9 above 94%', status: 'partially_met' }], actions: [{ text: 'Call home', leadRole: 'Officer', dueOn: '2026-11-14', costPence: 120_000 }],
  }] });
  await plan.call('progress.set', { objectiveId: 1, year: 2026, term: 'autumn', text: 'Year 9 is at 93%.' });
  return readFileSync((await plan.call('app.state', {})).plan?.path ?? '');
}

beforeAll(async () => {
  buildEverything();
  home = mkdtempSync(join(tmpdir(), 'kitplan-development-'));
  process.chdir(home);
  writeFileSync('school.kitplan', await writeSchool());
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan development', () => {
  it('prints the plan that the day falls in, and says which others there are', async () => {
    const { code, out, err } = await kitplan('development', 'school.kitplan', '--as-of', TODAY);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`Improvement plan
1 September 2026 to 31 August 2029, Headteacher

The one success criterion is still to be met. One action for 3.2 Attendance is overdue (Officer).
Nobody has said yet what ICT 3.2 Attendance needs.

Attendance
----------

Priority 3 Every day counts

  3.2 Attendance
    Above 94% in every year group
    Led by Attendance lead. No ICT need written down yet.
    [Partly met] Year 9 above 94%
    - Call home; Officer; Overdue since 14 Nov 2026; £1,200
    Autumn term 2026/27: Year 9 is at 93%.

Other development plans: Last year (1 September 2025 to 31 August 2026).
`);
  });

  it('gives the same as JSON, and last year’s plan by its name', async () => {
    const json = JSON.parse((await kitplan('development', 'school.kitplan', '--as-of', TODAY, '--json')).out) as Answer<'development.read'>;
    expect(json.plan?.parts.map(({ title, objectives }) => [title, objectives.length])).toEqual([['Attendance', 0], ['Priority 3 Every day counts', 1]]);
    expect((await kitplan('development', 'school.kitplan', '--as-of', TODAY, '--plan', 'last YEAR')).out)
      .toContain('Last year has no areas and no objectives yet.');
    expect(await kitplan('development', 'school.kitplan', '--plan', 'Next year')).toMatchObject({
      code: 2, err: expect.stringContaining('--plan takes the name of a development plan: “Last year”, “Improvement plan”.') as string,
    });
  });
});
