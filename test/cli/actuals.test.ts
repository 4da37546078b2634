import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActualsReport } from '../../app/contract/actuals.ts';
import { buildEverything } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });
const actuals = (...more: string[]): Promise<Ran> =>
  kitplan('actuals', 'ledger.csv', '--plan', 'hillcrest.kitplan', '--year', '2026', '--through', '2026-10-31', '--as-of', '2026-11-21', ...more);

beforeAll(async () => {
  buildEverything();
  home = mkdtempSync(join(tmpdir(), 'kitplan-actuals-'));
  process.chdir(home);
  writeFileSync('ledger.csv', 'Ledger,Spent,Owed\nE20E,34100.00,9130\nE20F,"(100.00)",0\n4471,12.50,\nTotal,34012.50,9130\n');
  expect(await kitplan('sample', 'hillcrest.kitplan')).toMatchObject({ code: 0 });
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan actuals', () => {
  it('says what an export would bring and changes nothing until --take, and then changes it once', async () => {
    const before = readFileSync('hillcrest.kitplan');
    const dry = await actuals();
    expect(dry).toMatchObject({ code: 0 });
    // 34,100 − 100 = 34,000; the total row is left out, 4471 is not in the chart.
    expect(dry.out).toContain('£34,000 of ICT was spent in 2026/27 up to 31 October 2026, in 2 rows.');
    expect(dry.out).toContain('4 rows read (£68,025): 2 rows matched (£34,000), 1 row left out (£34,012.50), 1 row refused (£12.50).');
    expect(dry.out).toContain('  Row 4: 4471 is not among the school’s ledger codes.\n');
    expect(dry.out).toMatch(/Nothing was changed: this was a dry run\. Add --take to bring it in\.\n$/u);
    expect(readFileSync('hillcrest.kitplan').equals(before)).toBe(true);
    expect(await actuals('--take')).toMatchObject({ code: 0 });
    const taken = readFileSync('hillcrest.kitplan');
    expect(taken.equals(before)).toBe(false);
    expect((await actuals('--take')).out).toMatch(/Nothing was changed: the plan has exactly this already\.\n$/u);
    expect(readFileSync('hillcrest.kitplan').equals(taken)).toBe(true);
  });

  it('takes the layout by letters and rows, and leaves what it does not name as it was found', async () => {
    const { out } = await actuals('--layout', 'rows=2-2,spent=B+C', '--json');
    const report = JSON.parse(out) as ActualsReport;
    expect(report.layout).toMatchObject({ startRow: 2, endRow: 2, ledgerCode: 'A', actual: ['B', 'C'], ignoreText: ['total'] });
    expect(report.matched).toEqual({ rows: 1, pence: 4_323_000 });
  });

  it.each([
    [['--layout', 'column=B'], 2, /^Reading ledger\.csv …\n--layout cannot read “column=B”: it takes tab, rows, code/u],
    [['--layout', 'rows=two'], 2, /--layout: rows=two names no rows; write rows=5 or rows=5-210\./u],
    [['--layout', 'spent=7'], 2, /--layout: A column is named by the letters over it, such as D\./u],
    [['--through', '2027-04-01'], 1, /1 April 2027 does not lie in 2026\/27, which runs from 1 April 2026 to 31 March 2027\./u],
    [['--through', '31/10/2026'], 2, /--through takes a day written like 2026-11-21\./u],
    [['--layout', 'code=Z'], 1, /No row of this file is ICT spending of 2026\/27\. 3 rows cannot come in\. Nothing was changed\./u],
  ])('%j ends with %i and one sentence', async (more, code, sentence) => {
    const ran = await actuals(...more, '--take');
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(sentence);
  });
});
