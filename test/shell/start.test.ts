import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildEverything } from '../support/built.ts';
import { startProgram, startScript, type Running } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

/** `npm start` as it runs behind npm: what it opens, what it says, and that it never outlives who started it. */
let home: string;
const running: Running[] = [];

const start = (env: Record<string, string> = {}, args: readonly string[] = []): Running => {
  const program = startProgram([startScript, ...args], { cwd: home, env: { KITPLAN_HOME: home, ...env } });
  running.push(program);
  return program;
};

const address = async (program: Running): Promise<string> => (await program.says(/Kitplan is at (http:\/\/127\.0\.0\.1:\d+\/)#token=[\w-]{43}\n/u))[1] ?? '';
const reachable = (url: string): Promise<boolean> => fetch(url).then((response) => response.ok, () => false);

beforeAll(() => buildEverything());
beforeEach(() => { home = mkdtempSync(join(tmpdir(), 'kitplan-start-')); });
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.process.kill('SIGKILL');
    await program.ended;
  }
  removeFolder(home);
});

describe('npm start without a display', () => {
  it('serves a new plan to a browser, says why it is no window, and prints the address', async () => {
    const program = start();
    const url = await address(program);
    expect(program.err()).toContain('Kitplan opens in a browser, not in a window of its own: there is no display.\n');
    expect(await reachable(url)).toBe(true);
    expect(existsSync(join(home, 'plans', 'My plan.kitplan'))).toBe(true);
  });

  it('closes the plan in order when it is told to stop', async () => {
    const program = start();
    const url = await address(program);
    const lock = join(home, 'plans', 'My plan.kitplan.lock');
    expect(existsSync(lock)).toBe(true);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(existsSync(lock)).toBe(false);
    expect(await reachable(url)).toBe(false);
  });

  it('opens the plan that was open last', async () => {
    const first = start();
    await address(first);
    first.process.kill('SIGINT');
    await first.ended;
    const again = start();
    await address(again);
    expect(existsSync(join(home, 'plans', 'My plan 2.kitplan'))).toBe(false);
  });

  it('refuses a host that it does not know with one sentence', async () => {
    const program = start({ KITPLAN_HOST: 'phone' });
    expect(await program.ended).toBe(2);
    expect(program.err()).toBe('KITPLAN_HOST is window or browser; “phone” is neither.\n');
  });

  it('says that a browser was asked for where it was', async () => {
    const program = start({ KITPLAN_HOST: 'browser', DISPLAY: '' });
    await address(program);
    expect(program.err()).toContain('not in a window of its own: KITPLAN_HOST asks for a browser.\n');
  });
});

const onLinux = process.platform === 'linux';
if (!onLinux) console.log('SKIPPED: a stand-in for Electron’s program and a killed shell are tried on Linux alone.');

describe.skipIf(!onLinux)('whoever started it', () => {
  it('takes it along when killed outright, shell and all', async () => {
    const shell = startProgram(['-c', `"${process.execPath}" "${startScript}"; true`], {
      program: '/bin/sh', cwd: home, env: { KITPLAN_HOME: home, npm_lifecycle_event: 'start' },
    });
    running.push(shell);
    const url = await address(shell);
    shell.process.kill('SIGKILL');
    await expect.poll(() => reachable(url), { timeout: 10_000 }).toBe(false);
    await expect.poll(() => existsSync(join(home, 'plans', 'My plan.kitplan.lock')), { timeout: 10_000 }).toBe(false);
  });
});

describe.skipIf(!onLinux)('npm start with a display', () => {
  /** A stand-in for Electron's program that does what `script` says. */
  const program = (script: string): Record<string, string> => {
    for (const [name, text] of [['electron', script], ['xdg-open', `require('node:fs').writeFileSync('opened', process.argv[2]);`]] as const) {
      writeFileSync(join(home, name), `#!${process.execPath}\n${text}`);
      chmodSync(join(home, name), 0o755);
    }
    return { DISPLAY: ':99', KITPLAN_HOST: 'window', ELECTRON_OVERRIDE_DIST_PATH: home, PATH: home };
  };

  it('opens the window on the built program with the named plan, and ends with it', async () => {
    const env = program(`
      require('node:fs').writeFileSync('told.json', JSON.stringify({ args: process.argv.slice(2), asNode: process.env.ELECTRON_RUN_AS_NODE ?? null }));
      process.send('open', () => process.exit(0));`);
    const started = start({ ...env, ELECTRON_RUN_AS_NODE: '1' }, ['Hillcrest.kitplan']);
    expect(await started.ended).toBe(0);
    expect(started.out()).not.toContain('http');
    const told: unknown = JSON.parse(readFileSync(join(home, 'told.json'), 'utf8'));
    expect(told).toEqual({ args: [join(import.meta.dirname, '../..'), 'Hillcrest.kitplan'], asNode: null });
  });

  it('opens a browser instead where the window ends before it was open', async () => {
    const started = start(program('process.exit(1);'));
    const url = await address(started);
    expect(await reachable(url)).toBe(true);
    await expect.poll(() => existsSync(join(home, 'opened')) && readFileSync(join(home, 'opened'), 'utf8'), { timeout: 10_000 }).toContain(`${url}#token=`);
    expect(started.err()).toContain('not in a window of its own: the window did not open: it ended with code 1.\n');
  });

  it('closes the window when it is told to stop', async () => {
    const env = program(`
      process.on('disconnect', () => process.exit(0));
      process.send('open');
      require('node:fs').writeFileSync('pid', String(process.pid));
      setInterval(() => undefined, 1000);`);
    const started = start(env);
    await expect.poll(() => existsSync(join(home, 'pid')) && readFileSync(join(home, 'pid'), 'utf8') !== '', { timeout: 10_000 }).toBe(true);
    const pid = Number(readFileSync(join(home, 'pid'), 'utf8'));
    started.process.kill('SIGTERM');
    await started.ended;
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('gives the window up together with itself, even when killed outright', async () => {
    const env = program(`
      process.on('disconnect', () => process.exit(0));
      process.send('open');
      require('node:fs').writeFileSync('pid', String(process.pid));
      setInterval(() => undefined, 1000);`);
    const started = start(env);
    await expect.poll(() => existsSync(join(home, 'pid')) && readFileSync(join(home, 'pid'), 'utf8') !== '', { timeout: 10_000 }).toBe(true);
    const pid = Number(readFileSync(join(home, 'pid'), 'utf8'));
    started.process.kill('SIGKILL');
    await expect.poll(() => { try { process.kill(pid, 0); return 'alive'; } catch { return 'gone'; } }, { timeout: 10_000 }).toBe('gone');
  });
});
