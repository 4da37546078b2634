import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../app/contract/contract.ts';
import { buildEverything } from '../support/built.ts';
import { kitplanScript, startProgram, type Running } from '../support/spawn-kitplan.ts';
import { layOutShell, removeFolder, startShell, type Shell } from '../support/spawn-shell.ts';

/**
 * The same questions and commands, in the same order, over both bridges: the window's channel and the loopback
 * address. What a school does in one must come out the same in the other.
 */
let folder: string;
const homes: string[] = [];
let shell: Shell;
let served: Running;
let ask: (name: string, raw: unknown) => Promise<unknown>;

/** What the window's program says it is, as its package would. */
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { readonly version: string };

beforeAll(async () => {
  buildEverything();
  folder = layOutShell();
  homes.push(mkdtempSync(join(tmpdir(), 'kitplan-window-')), mkdtempSync(join(tmpdir(), 'kitplan-browser-')));
  const [window = '', browser = ''] = homes;
  shell = await startShell({ folder, home: window, env: { KITPLAN_FAKE_VERSION: version } });
  served = startProgram([kitplanScript, 'serve'], { cwd: browser, env: { KITPLAN_HOME: browser } });
  const [, url = '', token = ''] = await served.says(/(http:\/\/127\.0\.0\.1:\d+\/)#token=([\w-]+)/u);
  ask = async (name, raw) => {
    const response = await fetch(`${url}api/${name}`, {
      method: 'POST', body: JSON.stringify(raw), headers: { 'content-type': 'application/json', 'x-kitplan-token': token },
    });
    return response.json();
  };
});
afterAll(async () => {
  served.process.kill('SIGKILL');
  await served.ended;
  await shell.close();
  for (const home of [folder, ...homes]) removeFolder(home);
});

/** Without what rightly differs: where the plan lies, its own id, the time, the host, a file's bytes. */
const compared = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer, (key, value: unknown) => {
  if (['host', 'can', 'base64', 'bytes'].includes(key)) return typeof value;
  if (typeof value !== 'string') return value;
  return homes.reduce((text, home) => text.replaceAll(home, 'HOME'), value)
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'TIME')
    .replaceAll(/\d{4}-\d\d-\d\d[T_ -]?\d\d[-:.]?\d\d[-:.]?\d\d(?:[-.]?\d+)?Z?/gu, 'TIME')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu, 'ID');
}));

describe('every question and command', () => {
  it('gives the same answer in the window and in a browser, one after the other on plans of their own', async () => {
    // The made-up school first, so that the examples have an asset to speak of.
    const entries = [['plan.sample', {}], ...Object.entries(contract).map(([name, { example }]) => [name, example])] as [string, unknown][];
    for (const [name, example] of entries) {
      const [inWindow, inBrowser] = [await shell.invoke(name, example), await ask(name, example)];
      if (name === 'plan.choose') {
        expect(inWindow).toEqual({ ok: true, value: null });
        expect(inBrowser).toMatchObject({ ok: false, error: { code: 'unsupported' } });
      } else {
        expect(compared(inBrowser), name).toEqual(compared(inWindow));
      }
    }
  }, 120_000);

  it('refuses the same nonsense in the same words', async () => {
    for (const [name, raw] of [
      ['no.such', {}], ['__proto__', {}], ['constructor', {}], ['app.settings', { theme: 'loud' }], ['budget.set', { year: '2026', pence: 1 }],
      ['plan.history', { limit: 0 }], ['register.remove', { ids: [] }], ['school.update', [1]], ['app.state', { __proto__: null, more: 1 }],
      ['intake.preview', { fileName: '../../etc/passwd', base64: '???' }],
    ] as const) {
      const [inWindow, inBrowser] = [await shell.invoke(name, raw), await ask(name, raw)];
      expect(inWindow, name).toMatchObject({ ok: false });
      expect(inBrowser, name).toEqual(inWindow);
    }
  });
});
