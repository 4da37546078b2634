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
  home = mkdtempSync(join(tmpdir(), 'kitplan-value-'));
  process.chdir(home);
  expect(await kitplan('sample', 'hillcrest.kitplan')).toMatchObject({ code: 0 });
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan value', () => {
  it('says what the school’s ICT stands at on a day, by fund or by kind, and changes nothing', async () => {
    const before = readFileSync('hillcrest.kitplan');
    const { code, out, err } = await kitplan('value', 'hillcrest.kitplan', '--as-of', '2027-03-31');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^On 31 March 2027 the school’s ICT stands at £/u);
    const json = JSON.parse((await kitplan('value', 'hillcrest.kitplan', '--as-of', '2027-03-31', '--json')).out) as Answer<'value.book'>;
    const sum = (groups: Answer<'value.book'>['byFund']): number => groups.reduce((all, { there }) => all + there.closingPence, 0);
    expect([sum(json.byFund), sum(json.byKind)]).toEqual([json.total.there.closingPence, json.total.there.closingPence]);
    expect(json.years[0]?.there.closingPence).toBe(json.total.there.closingPence);
    const kinds = (await kitplan('value', 'hillcrest.kitplan', '--as-of', '2027-03-31', '--by', 'kind')).out;
    for (const { name } of json.byKind) expect(kinds).toContain(`\n${name} `);
    expect(readFileSync('hillcrest.kitplan').equals(before)).toBe(true);
  });

  it('says what is wrong with a day or a list that it cannot give', async () => {
    expect(await kitplan('value', 'hillcrest.kitplan', '--as-of', '31/03/2027')).toMatchObject({ code: 2, err: expect.stringContaining('--as-of takes a day written like 2026-11-21.') as string });
    expect(await kitplan('value', 'hillcrest.kitplan', '--by', 'room')).toMatchObject({ code: 2, err: expect.stringContaining('--by takes fund or kind; “room” is neither.') as string });
  });
});
