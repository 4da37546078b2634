#!/usr/bin/env node
/* The command line: builds what has changed since last time (a second or two), then runs it. */
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import './check-node.mjs';
import { buildFresh } from './fresh.mjs';

// A pipe that was closed early ("| head") is not a fault.
process.stdout.on('error', (fault) => { if (fault.code === 'EPIPE') process.exit(0); else throw fault; });

const argv = process.argv.slice(2);
await buildFresh(argv[0] === 'serve' ? ['programs', 'client'] : ['programs']);
const { runCommandLine } = await import('../out/cli/index.js');

process.exitCode = await runCommandLine(argv, {
  out: (written) => process.stdout.write(written),
  err: (written) => process.stderr.write(written),
  env: process.env,
  readIn: () => text(process.stdin),
  now: () => new Date(),
});
if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
