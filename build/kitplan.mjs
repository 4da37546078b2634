#!/usr/bin/env node
/* The command line: builds what has changed since last time (a second or two), then runs it. */
import process from 'node:process';
import './check-node.mjs';
import { buildFresh } from './fresh.mjs';
import { terminal } from './terminal.mjs';

const argv = process.argv.slice(2);
await buildFresh(argv[0] === 'serve' ? ['programs', 'client'] : ['programs']);
const { runCommandLine } = await import('../out/cli/index.js');
process.exitCode = await runCommandLine(argv, terminal);
