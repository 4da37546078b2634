import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installedProgram } from '../../build/electron-program.mjs';
import { buildEverything } from '../support/built.ts';
import { startProgram, startScript } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const there = installedProgram() !== null;
if (there) console.log('SKIPPED: fetching Electron’s program was not tried, because it is on this computer already.');

describe.skipIf(there)('fetching the desktop program', () => {
  it('shows how far it is, and is given up fifteen seconds after the last of it came', async () => {
    buildEverything();
    const home = mkdtempSync(join(tmpdir(), 'kitplan-fetch-'));
    const asked: string[] = [];
    let lastByteAt = 0;
    // Three tenths of the archive, five seconds late; then nothing more.
    const mirror = createServer((request, response) => {
      asked.push(request.url ?? '');
      setTimeout(() => {
        lastByteAt = Date.now();
        response.writeHead(200, { 'content-length': 1000 });
        response.write(Buffer.alloc(300));
      }, 5_000);
    });
    await new Promise<void>((resolve) => { mirror.listen(0, '127.0.0.1', resolve); });
    const program = startProgram([startScript], {
      cwd: home,
      env: {
        KITPLAN_HOME: home, KITPLAN_HOST: 'window', electron_config_cache: join(home, 'cache'),
        ELECTRON_MIRROR: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`,
      },
    });
    try {
      await program.says(/not in a window of its own: the desktop program could not be fetched\.\n/u);
      const waited = Date.now() - lastByteAt;
      expect(program.err()).toContain('Fetching the desktop program, once …\n  30 %\n');
      expect(asked).toHaveLength(1);
      expect(waited).toBeGreaterThan(14_000);
      expect(waited).toBeLessThan(25_000);
      await program.says(/Kitplan is at http:\/\/127\.0\.0\.1:\d+\//u);
    } finally {
      program.process.kill('SIGKILL');
      await program.ended;
      mirror.closeAllConnections();
      mirror.close();
      removeFolder(home);
    }
  }, 90_000);
});
