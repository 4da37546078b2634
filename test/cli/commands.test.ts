import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../app/contract/contract.ts';
import { buildEverything } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import { kitplanScript, runKitplan, startProgram, type Ran, type Running } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const running: Running[] = [];
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });
const result = ({ out }: Ran): unknown => JSON.parse(out);

beforeAll(async () => {
  buildEverything();
  home = mkdtempSync(join(tmpdir(), 'kitplan-commands-'));
  process.chdir(home);
  expect(await kitplan('sample', 'hillcrest.kitplan')).toMatchObject({ code: 0, err: '' });
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.process.kill('SIGKILL');
    await program.ended;
  }
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan', () => {
  it('without a command, or with one it does not have, prints how it is used and ends with 2', async () => {
    const { code, out, err } = await runKitplan([], { home });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const word of ['forecast', 'import', 'call', 'serve', 'check', 'sample']) expect(err).toMatch(new RegExp(`^  ${word} `, 'mu'));
    expect(await kitplan('forcast')).toMatchObject({ code: 2, err: expect.stringMatching(/^Kitplan has no command called “forcast”\.\nUsage: kitplan <command>\n/u) });
    expect(await kitplan('__proto__')).toMatchObject({ code: 2 });
  });

  it('explains itself when asked, on stdout and with 0', async () => {
    expect(await kitplan('--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Usage: kitplan <command>') });
    expect(await kitplan('check', '--help')).toMatchObject({ code: 0, out: expect.stringMatching(/^Usage: kitplan check <plan\.kitplan>\n/u) });
  });
});

describe('kitplan call', () => {
  it('--list prints every entry of the contract with what it is for', async () => {
    const { code, out } = await kitplan('call', '--list');
    expect(code).toBe(0);
    for (const [name, { kind, about }] of Object.entries(contract)) {
      expect(out).toMatch(new RegExp(`^${name.replace('.', '\\.')} +${kind} +`, 'mu'));
      expect(out).toContain(about);
    }
    expect(out.trimEnd().split('\n')).toHaveLength(Object.keys(contract).length);
  });

  it('asks a question without changing the plan, not even its lock', async () => {
    const before = readFileSync('hillcrest.kitplan');
    const ran = await runKitplan(['call', 'forecast.explain', '{"assetId":1,"asOf":"2026-11-21"}', '--plan', 'hillcrest.kitplan'], { home });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(result(ran)).toMatchObject({ ok: true, value: { steps: expect.arrayContaining([expect.any(String)]) } });
    expect(readFileSync('hillcrest.kitplan').equals(before)).toBe(true);
  });

  it('writes a command’s change, which a second call then finds', async () => {
    copyFileSync('hillcrest.kitplan', 'mine.kitplan');
    expect(await kitplan('call', 'school.update', '{"name":"Ashdown School","reason":"merger"}', '--plan', 'mine.kitplan')).toMatchObject({ code: 0 });
    expect(result(await kitplan('call', 'plan.history', '{"limit":1}', '--plan', 'mine.kitplan')))
      .toMatchObject({ value: [{ label: 'Name the school Ashdown School', reason: 'merger' }] });
    expect(existsSync('mine.kitplan.lock')).toBe(false);
  });

  it('takes a long input from the pipe', async () => {
    const ran = await runCommand(['call', 'school.update', '-', '--plan', 'mine.kitplan'], { home, input: '{"name":"Piped School"}' });
    expect(ran.code).toBe(0);
    const process = await runKitplan(['call', 'school.update', '-', '--plan', 'mine.kitplan'], { home, input: '{"name":"Ashdown School"}' });
    expect(process).toMatchObject({ code: 0, err: '' });
  });

  it('prints a refusal as JSON, its sentence on stderr, and ends with 1', async () => {
    const ran = await kitplan('call', 'budget.set', '{"year":1066,"pence":1}', '--plan', 'mine.kitplan');
    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(/\.\n$/u) });
    expect(result(ran)).toMatchObject({ ok: false, error: { code: 'invalid_input', field: 'year' } });
    for (const name of ['no.such', '__proto__', 'constructor']) {
      expect(result(await kitplan('call', name, '{}', '--plan', 'mine.kitplan'))).toMatchObject({ ok: false, error: { code: 'unknown_entry' } });
    }
    expect(result(await kitplan('call', 'plan.snapshot'))).toMatchObject({ ok: false, error: { code: 'no_plan' } });
  });

  it('needs an entry and JSON', async () => {
    expect(await kitplan('call')).toMatchObject({ code: 2, err: expect.stringContaining('\nUsage: kitplan call <entry> [json | -]') });
    expect(await kitplan('call', 'app.state', '{')).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read as JSON.') });
  });
});

describe('kitplan check', () => {
  it('finds a whole plan sound, and says what is missing from the register', async () => {
    const { code, out } = await kitplan('check', 'hillcrest.kitplan');
    expect(code).toBe(0);
    expect(out).toMatch(/\d+ {2}.*purchase date/u);
    expect(out.endsWith('hillcrest.kitplan is sound.\n')).toBe(true);
  });

  it('refuses a plan with a damaged page in one sentence, and leaves it alone', async () => {
    const whole = readFileSync('hillcrest.kitplan');
    // The second half overwritten, the length and the first pages as they were.
    whole.fill(0x58, Math.floor(whole.length / 2));
    writeFileSync('damaged.kitplan', whole);
    const { code, err } = await kitplan('check', 'damaged.kitplan');
    expect(code).toBe(1);
    expect(err).toMatch(/^damaged\.kitplan .*\.\n$/u);
    expect(readFileSync('damaged.kitplan').equals(whole)).toBe(true);
  });

  it.each([['a plan that is not there', 'none.kitplan'], ['a file that is no plan', 'note.kitplan']])('refuses %s', async (_what, name) => {
    writeFileSync('note.kitplan', 'This is a note.');
    expect(await kitplan('check', name)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(new RegExp(`^${name} .*\\.\n$`, 'u')) });
  });
});

describe('kitplan sample', () => {
  it('writes Hillcrest, and neither settings nor a list of last plans', () => {
    expect(readdirSync('.').filter((name) => !name.endsWith('.kitplan'))).not.toContain('settings.json');
    expect(readFileSync('hillcrest.kitplan').subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('never writes over a file', async () => {
    writeFileSync('precious.kitplan', 'precious');
    const { code, err } = await kitplan('sample', 'precious.kitplan');
    expect({ code, err }).toEqual({ code: 1, err: `${join(process.cwd(), 'precious.kitplan')} is there already and was left as it is.\n` });
    expect(readFileSync('precious.kitplan', 'utf8')).toBe('precious');
  });

  it('refuses a folder that is not there', async () => {
    expect(await kitplan('sample', 'nowhere/h.kitplan')).toMatchObject({ code: 1, err: expect.stringContaining('its folder does not exist.') });
  });
});

describe('kitplan serve', () => {
  const serve = (...args: string[]): Running => {
    const program = startProgram([kitplanScript, 'serve', ...args], { cwd: home, env: { KITPLAN_HOME: home } });
    running.push(program);
    return program;
  };
  const addressOf = async (program: Running): Promise<{ url: string; token: string }> => {
    const [, url = '', token = ''] = await program.says(/Kitplan is at (http:\/\/127\.0\.0\.1:\d+\/)#token=([\w-]{43})\n/u);
    return { url, token };
  };

  it('answers the contract for the named plan while others may only read it', async () => {
    copyFileSync('hillcrest.kitplan', 'open.kitplan');
    const { url, token } = await addressOf(serve('open.kitplan'));
    const answer = await fetch(`${url}api/app.state`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'x-kitplan-token': token } });
    expect(await answer.json()).toMatchObject({ ok: true, value: { host: 'browser', can: { choosePlanFile: false }, plan: { fileName: 'open.kitplan', readOnly: null } } });

    const before = readFileSync('open.kitplan');
    const refused = await kitplan('call', 'school.update', '{"name":"Taken over"}', '--plan', 'open.kitplan');
    expect(refused.code).toBe(1);
    expect(result(refused)).toMatchObject({ ok: false, error: { code: 'read_only', message: expect.stringContaining('open.kitplan') } });
    writeFileSync('one.csv', 'Asset tag,Category,Purchase date,Cost\nL-1,Laptop,12/12/2022,365\n');
    expect(await kitplan('import', 'one.csv', '--plan', 'open.kitplan')).toMatchObject({ code: 1, out: '' });
    for (const args of [['forecast', 'open.kitplan'], ['check', 'open.kitplan'], ['call', 'plan.history', '--plan', 'open.kitplan']]) {
      expect((await kitplan(...args)).code, args.join(' ')).toBe(0);
    }
    expect(readFileSync('open.kitplan').equals(before)).toBe(true);
  });

  it('stops at Ctrl+C, with the plan closed and nothing left behind', async () => {
    copyFileSync('hillcrest.kitplan', 'stopped.kitplan');
    const program = serve('stopped.kitplan');
    await addressOf(program);
    expect(existsSync('stopped.kitplan.lock')).toBe(true);
    program.process.kill('SIGINT');
    expect(await program.ended).toBe(0);
    expect(existsSync('stopped.kitplan.lock')).toBe(false);
    expect(existsSync('stopped.kitplan-journal')).toBe(false);
  });

  it('takes the port it is given, and says so in one sentence where another program has it', async () => {
    const { url } = await addressOf(serve('hillcrest.kitplan'));
    const port = new URL(url).port;
    copyFileSync('hillcrest.kitplan', 'second.kitplan');
    const second = serve('second.kitplan', '--port', port);
    expect(await second.ended).toBe(1);
    expect(second.err()).toBe(`Port ${port} is taken by another program. Without --port, Kitplan finds a free one.\n`);
    expect(existsSync('second.kitplan.lock')).toBe(false);
  });

  it('refuses a port that is none, and a plan that is not there', async () => {
    expect(await kitplan('serve', '--port', '99999')).toMatchObject({ code: 2, err: expect.stringContaining('--port takes a whole number from 1 to 65535.') });
    expect(await kitplan('serve', 'none.kitplan')).toMatchObject({ code: 1, err: expect.stringMatching(/^none\.kitplan .*\.\n$/u) });
  });
});
