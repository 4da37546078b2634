/*
 * Makes the installer for this computer's own system in dist/; `--dir` leaves it unpacked, to try it. Electron's
 * program and the installer tools come from their release servers, so this needs a network.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, Platform } from 'electron-builder';
import './check-node.mjs';
import { buildFresh } from './fresh.mjs';
import { packaging } from './packaging.mjs';

// Files of earlier builds may lie among the screens; an installer carries the newest only.
rmSync(path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'out', 'client'), { recursive: true, force: true });
await buildFresh(['programs', 'client']);
const unpacked = process.argv.includes('--dir');
await build({ config: packaging, publish: 'never', targets: Platform.current().createTarget(unpacked ? 'dir' : null) });
