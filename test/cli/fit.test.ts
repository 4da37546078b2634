import { mkdtempSync } from 'node:fs';
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
  home = mkdtempSync(join(tmpdir(), 'kitplan-fit-'));
  process.chdir(home);
  expect(await kitplan('sample', 'hillcrest.kitplan')).toMatchObject({ code: 0 });
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan fit', () => {
  it('lists the rooms of those who use a title, year by year, and the rest where they are asked for', async () => {
    const { code, out, err } = await kitplan('fit', 'hillcrest.kitplan', '--software', 'sound stage', '--as-of', '2026-11-21');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Sound stage runs well /u);
    expect(out).toMatch(/\nRoom +2026\/27 +2027\/28 +2028\/29 +2029\/30 +2030\/31\n/u);
    expect(out).toMatch(/\d+ more rooms: --all has them too\./u);
    const all = JSON.parse((await kitplan('fit', 'hillcrest.kitplan', '--software', 'Sound stage', '--as-of', '2026-11-21', '--json')).out) as Answer<'fit.check'>;
    const text = (await kitplan('fit', 'hillcrest.kitplan', '--software', 'Sound stage', '--as-of', '2026-11-21', '--all')).out;
    for (const { name } of all.rooms) expect(text).toContain(`\n${name}`);
    // However wide an answer, it never runs into the one beside it.
    expect(text).toMatch(/Not known/u);
    expect(text.split('\n').filter((line) => /\d{4}(?:No|Not known|Runs|Slow)/u.test(line))).toEqual([]);
  });

  it('gives the reasons of one answer and what it would take', async () => {
    const { rooms } = JSON.parse((await kitplan('fit', 'hillcrest.kitplan', '--software', 'Sound stage', '--as-of', '2026-11-21', '--json')).out) as Answer<'fit.check'>;
    const lacking = rooms.find(({ years }) => years[0]?.answer === 'no');
    const { code, out } = await kitplan('fit', 'hillcrest.kitplan', '--software', 'Sound stage', '--as-of', '2026-11-21', '--room', lacking?.name ?? '', '--year', '2026/27');
    expect(code).toBe(0);
    expect(out).toContain('  1. Sound stage needs 16 GB');
    expect(out).toMatch(/What would it take\?|Nothing that the plan knows of makes it run there by then\./u);
  });

  it('says what is missing or not there', async () => {
    expect(await kitplan('fit', 'hillcrest.kitplan')).toMatchObject({ code: 2, err: expect.stringContaining('Either --need with its number, or --software with its name.') as string });
    expect(await kitplan('fit', 'hillcrest.kitplan', '--software', 'Sound stage', '--room', 'MU1')).toMatchObject({ code: 2, err: expect.stringContaining('--room and --year go together.') as string });
    expect(await kitplan('fit', 'hillcrest.kitplan', '--software', 'Nothing of the kind')).toMatchObject({ code: 1, err: 'The plan has no title of software called “Nothing of the kind”.\n' });
    expect(await kitplan('fit', 'hillcrest.kitplan', '--need', 'N-999')).toMatchObject({ code: 1, err: expect.stringContaining('The plan has no need “N-999”.') as string });
    expect(await kitplan('fit', 'hillcrest.kitplan', '--software', 'Sound stage', '--room', 'The moon', '--year', '2026/27')).toMatchObject({ code: 1, err: 'No room with such kit is called “The moon”.\n' });
  });
});
