import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildEverything } from '../support/built.ts';
import { launchChromium } from '../support/chromium.ts';
import { layOutShell, removeFolder, startShell, type Shell } from '../support/spawn-shell.ts';

/**
 * The three built bundles joined without Electron: main on the fake one, the preload as a script that runs
 * before the page, the screens in a Chromium that is offline. The page's files and the content policy come
 * from main's own answer to `app://kitplan/`; only the name of the address is another.
 */
const ADDRESS = 'https://kitplan.invalid';

let folder: string;
let home: string;
let shell: Shell;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

/** The built preload between a `require` that knows Electron alone and the page. */
const preloadScript = (): string => `(() => {
  const electron = {
    contextBridge: { exposeInMainWorld: (name, api) => { Object.defineProperty(window, name, { value: Object.freeze(api) }); } },
    ipcRenderer: { invoke: (channel, ...args) => channel === 'kitplan' ? window.kitplanChannel(...args) : Promise.reject(new Error(channel)) },
  };
  const require = (name) => { if (name === 'electron') return electron; throw new Error('module not found: ' + name); };
  (() => {
    ${readFileSync(join(folder, 'out', 'preload', 'index.cjs'), 'utf8')}
  })();
})();`;

beforeAll(async () => {
  buildEverything();
  folder = layOutShell();
  home = mkdtempSync(join(tmpdir(), 'kitplan-joined-'));
  [shell, browser] = await Promise.all([startShell({ folder, home }), launchChromium()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', offline: true });
  await context.exposeBinding('kitplanChannel', (_source, name: unknown, raw: unknown) => shell.invoke(name, raw));
  await context.addInitScript({ content: preloadScript() });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (!url.startsWith(`${ADDRESS}/`)) {
      complaints.push(`asked the network for ${url}`);
      return route.abort();
    }
    const { status, headers, body } = await shell.request(url.replace(ADDRESS, 'app://kitplan'));
    return route.fulfill({ status, headers, body });
  });
  page = await context.newPage();
  page.on('pageerror', (fault) => complaints.push(`script error: ${fault.message}`));
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(`console: ${message.text()}`); });
  await page.goto(`${ADDRESS}/`);
});
afterAll(async () => {
  await browser.close();
  await shell.close();
  removeFolder(folder);
  removeFolder(home);
});

describe('the window as a person meets it', () => {
  it('begins with what the school has', async () => {
    await page.getByRole('heading', { level: 1, name: 'Start with what you have.' }).waitFor();
  });

  it('shows the made-up school through the bridge, from a plan file on disk', async () => {
    await page.getByRole('button', { name: 'Open Hillcrest' }).click();
    await page.getByText('This is Hillcrest, a made-up school.').waitFor();
    expect(await shell.invoke('app.state', {})).toMatchObject({ ok: true, value: { plan: { sample: true, assetRows: expect.any(Number) } } });
  });

  it('gives the page one bridge with one function', async () => {
    expect(await page.evaluate(() => Object.keys((window as unknown as { kitplan: object }).kitplan))).toEqual(['dispatch']);
  });

  it('breaks no rule of the content policy and asks no network for anything', () => {
    expect(complaints).toEqual([]);
  });
});
