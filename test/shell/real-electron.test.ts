import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { installedProgram } from '../../build/electron-program.mjs';
import { buildEverything } from '../support/built.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = join(import.meta.dirname, '../..');
const program = installedProgram();
const display = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

const missing = program === null ? 'Electron’s program is not on this computer' : display ? null : 'there is no display';
if (missing !== null) console.log(`SKIPPED: Kitplan in the real Electron was not tried, because ${missing}. The built bundles were tried without it.`);

describe('Kitplan in the real Electron', () => {
  it.skipIf(missing !== null)('opens its window and answers its page through the real bridge', async () => {
    buildEverything();
    const home = mkdtempSync(join(tmpdir(), 'kitplan-electron-'));
    const application = await _electron.launch({
      executablePath: program ?? '', args: [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      env: { ...process.env as Record<string, string>, KITPLAN_HOME: home },
    });
    try {
      const page = await application.firstWindow();
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(page.url()).toBe('app://kitplan/');
      expect(await page.evaluate(() => Object.keys((window as unknown as { kitplan: object }).kitplan))).toEqual(['dispatch']);
      expect(await page.evaluate(() => typeof (globalThis as Record<string, unknown>)['require'])).toBe('undefined');
    } finally {
      await application.close();
      removeFolder(home);
    }
  });
});
