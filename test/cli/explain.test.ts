import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../app/contract/contract.ts';
import { redone } from '../planning/redone.ts';
import { buildEverything } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });
const explain = (...args: string[]): Promise<Ran> => kitplan('explain', 'hillcrest.kitplan', '--as-of', '2026-11-21', ...args);

beforeAll(async () => {
  buildEverything();
  home = mkdtempSync(join(tmpdir(), 'kitplan-explain-'));
  process.chdir(home);
  expect(await kitplan('sample', 'hillcrest.kitplan')).toMatchObject({ code: 0 });
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan explain', () => {
  it('tells of an asset, by its tag, every line with its numbered steps, and changes nothing', async () => {
    const before = readFileSync('hillcrest.kitplan');
    const { code, out, err } = await explain('--asset', 'hc-dt-0214');
    expect([code, err]).toEqual([0, '']);
    const [name = '', , head = '', ...steps] = out.split('\n');
    expect(name).toBe('HC-DT-0214, Kestrel 400 small desktop');
    expect(head).toBe('2026/27, upgrade, 1 item: £38');
    expect(steps[0]).toMatch(/^ {2}1\. Bought on 12 December 2023, order \d+\.$/u);
    expect(out).toContain('2028/29, replacement, 1 item: £440.27');
    expect(out).toMatch(/ {2}\d\. £415 on 12 June 2026 \(the price in its policy\), rising 3% a year from 2027\/28 to 2028\/29, is\n {5}£440\.27\./u);
    expect(readFileSync('hillcrest.kitplan').equals(before)).toBe(true);
  });

  it('tells of a figure: its parts, the dearest first, which add up to it', async () => {
    const { code, out } = await explain('--cell', '2028/29,pupil laptop');
    expect(code).toBe(0);
    expect(out).toMatch(/^Pupil laptops in 2028\/29: £[\d,.]+\n\n2028\/29, replacement, \d+ items: £/u);
    const [, all] = /^Pupil laptops in 2028\/29: (£[\d,.]+\d)$/mu.exec(out) ?? [];
    expect(out).toContain(`Together ${all}.`);
    expect(out).toMatch(/rows of the register have these reasons: \d+ × £[\d,.]+ = £[\d,.]+\./u);
  });

  it('gives both as JSON, whose steps lead to the pence and whose parts add up to the figure', async () => {
    const cell = JSON.parse((await explain('--cell', '2028/29,total', '--json')).out) as Answer<'explain.cell'>;
    const { byCategory } = JSON.parse((await kitplan('forecast', 'hillcrest.kitplan', '--as-of', '2026-11-21', '--json')).out) as { byCategory: Record<string, number[]> };
    expect(cell.netPence).toBe(Object.values(byCategory).reduce((sum, years) => sum + (years[2] ?? 0), 0));
    expect(cell.parts.reduce((sum, { netPence }) => sum + (netPence ?? 0), 0)).toBe(cell.netPence);
    for (const { steps, rows, netPence } of cell.parts) expect((redone(steps) ?? 0) * rows).toBe(netPence ?? 0);
    const asset = JSON.parse((await explain('--asset', 'HC-DT-0214', '--json')).out) as Answer<'explain.asset'>;
    expect(asset.items.flatMap(({ parts }) => parts.map(({ year, kind, netPence }) => [year, kind, netPence]))).toEqual([
      ['2026/27', 'upgrade', 3_800], ['2028/29', 'replace', 44_027],
    ]);
  });

  it('speaks of a long figure in its dearest parts and one sum for the rest', async () => {
    const { out } = await explain('--cell', 'all,total');
    expect(out).toMatch(/\n\d+ smaller groups, together £[\d,.]+: --json has them all\.\n\nTogether £[\d,.]+\.\n/u);
  });

  it('tells under another way forward', async () => {
    const { out } = await explain('--cell', '2028/29,laptops', '--scenario', 'Keep to policy');
    expect(out).toBe((await explain('--cell', '2028/29,laptops')).out);
  });

  it.each<[string[], number, RegExp]>([
    [['--asset', 'HC-DT-9999'], 1, /^No asset has the tag or serial number “HC-DT-9999”\. Tags like it: HC-DT-\d{4}, .* and HC-DT-\d{4}\.\n$/u],
    [['--cell', '2044/45,laptop'], 1, /^The plan has no year “2044\/45”\. It has 2026\/27, 2027\/28, 2028\/29, 2029\/30, 2030\/31 and all\.\n$/u],
    [['--cell', '2028/29,hoverboards'], 1, /^Nothing in 2028\/29 is called “hoverboards”\. There is total, Running costs, Devices, /u],
    [['--cell', '2028/29,laptop', '--scenario', 'Plan B'], 1, /^The plan has no scenario called “Plan B”\. It has Keep to policy/u],
    [['--cell', 'laptop'], 2, /^--cell takes a year and what it is of, such as 2028\/29,laptop; “laptop” is not that\.\nUsage: kitplan explain/u],
    [[], 2, /^Either --asset with a tag, or --cell with a year and what it is of\.\n/u],
    [['--asset', 'HC-DT-0214', '--cell', '2028/29,laptop'], 2, /^Either --asset/u],
    [['--asset', 'HC-DT-0214', '--years', '40'], 2, /^--years takes a whole number from 3 to 10\./u],
  ])('refuses %j in words', async (args, code, words) => {
    const ran = await explain(...args);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toMatch(words);
  });
});
