import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPrograms } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

const CHART = '<GLAccounts>\n<LedgerCode LedgerCode="4410" LedgerDescription="Devices"><Fund FundCode="01" CFRCode="E20E"/></LedgerCode>\n'
  + '<LedgerCode LedgerCode="4420" LedgerDescription="Toner"><Fund FundCode="01" CFRCode="E20"/></LedgerCode>\n<LedgerCode LedgerCode="4430"><Fund FundCode="01" CFRCode="E20H"/></LedgerCode>\n'
  + '<LedgerCode LedgerCode="5100" LedgerDescription="Stationery"><Fund FundCode="01" CFRCode="E22"/></LedgerCode>\n</GLAccounts>';

beforeAll(async () => {
  buildPrograms();
  home = mkdtempSync(join(tmpdir(), 'kitplan-chart-'));
  process.chdir(home);
  writeFileSync('chart.xml', CHART);
  writeFileSync('kit.csv', 'Tag,Type\nL-1,Laptop\n');
  await kitplan('import', 'kit.csv', '--plan', 'school.kitplan');
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan chart', () => {
  it('only says what would come in, and what each code stands for', async () => {
    const before = readFileSync('school.kitplan');
    const { code, out, err } = await kitplan('chart', 'chart.xml', '--plan', 'school.kitplan');
    expect({ code, err }).toEqual({ code: 0, err: 'Reading chart.xml …\n' });
    expect(out).toBe('chart.xml: 5 codes read, 4 new, 0 changed, 0 unchanged, 1 refused.\n  4410 Devices: E20E Laptops, desktops and tablets\n'
      + '  4420 Toner: to be mapped (E20 does not say to what)\n  1 code is not for ICT.\n'
      + '  Line 4: E20H is none of DfE’s codes for ICT, which are E20A to E20G and CE04A to CE04E.\nNothing was changed: this was a dry run. With --take they come in.\n');
    expect(readFileSync('school.kitplan').equals(before)).toBe(true);
  });

  it('brings them in with --take, and changes nothing the second time', async () => {
    const taken = await kitplan('chart', 'chart.xml', '--plan', 'school.kitplan', '--take', '--json');
    expect(JSON.parse(taken.out)).toMatchObject({ counts: { read: 5, new: 4, refused: 1 }, ledgerCodes: [{ code: '4410', costCategory: 'laptops_desktops_tablets', nature: 'revenue' }, {}, {}] });
    const before = readFileSync('school.kitplan');
    expect((await kitplan('chart', 'chart.xml', '--plan', 'school.kitplan', '--take')).out).toContain('0 new, 0 changed, 4 unchanged, 1 refused.\n');
    expect(readFileSync('school.kitplan').equals(before)).toBe(true);
    writeFileSync('less.csv', 'Ledger code,Description\n4410,Devices\n');
    expect((await kitplan('chart', 'less.csv', '--plan', 'school.kitplan')).out).toContain('  Not in this file, and kept: 4420, 5100.\n');
  });

  it('refuses what is no chart of accounts in one sentence, and says what it takes', async () => {
    writeFileSync('hostile.xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><GLAccounts>&e;</GLAccounts>');
    writeFileSync('odd.csv', 'Key,Wording\nA,B\n');
    expect(await kitplan('chart', 'hostile.xml', '--plan', 'school.kitplan', '--take'))
      .toEqual({ code: 1, out: '', err: 'Reading hostile.xml …\nhostile.xml has a document type of its own, which Kitplan never reads.\n' });
    expect(await kitplan('chart', 'odd.csv', '--plan', 'school.kitplan', '--take')).toMatchObject({ code: 1, err: expect.stringContaining('does not say which column holds the codes') });
    expect(await kitplan('chart', 'odd.csv', '--plan', 'school.kitplan')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('odd.csv does not say which column holds the codes: its heading') });
    expect(await kitplan('chart', 'chart.xml', '--plan', 'none.kitplan')).toMatchObject({ code: 1, out: '' });
    expect(await kitplan('chart', 'chart.xml')).toMatchObject({ code: 2, err: expect.stringContaining('Which plan is missing') });
    expect(await kitplan('chart', '--plan', 'school.kitplan')).toMatchObject({ code: 2, err: expect.stringContaining('Usage: kitplan chart <file>') });
  });
});
