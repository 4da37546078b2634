/*
 * Makes the installer for this computer's own system in dist/; `--dir` leaves it unpacked, to try it. Electron's
 * program and the installer tools come from their release servers, so this needs a network.
 */
import process from 'node:process';
import { build, Platform } from 'electron-builder';
import './check-node.mjs';
import { buildFresh } from './fresh.mjs';
import { packaging } from './packaging.mjs';

await buildFresh(['programs', 'client']);
const unpacked = process.argv.includes('--dir');
await build({ config: packaging, publish: 'never', targets: Platform.current().createTarget(unpacked ? 'dir' : null) });
