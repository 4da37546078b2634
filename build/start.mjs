/*
 * `npm start`: builds what has changed and opens Kitplan. In a window of its own where Electron's program can
 * be had and there is a display, otherwise in a browser on this computer, saying why. KITPLAN_HOST=window or
 * browser chooses. A plan file may follow: npm start -- "Hillcrest School.kitplan".
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import './check-node.mjs';
import { electronProgram } from './electron-program.mjs';
import { buildFresh } from './fresh.mjs';
import { whenStarterEnds } from './starter.mjs';
import { terminal } from './terminal.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const plan = process.argv.slice(2);
const wanted = process.env.KITPLAN_HOST ?? '';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @returns {Promise<{program: string} | {why: string}>} */
async function chooseHost() {
  if (wanted === 'browser') return { why: 'KITPLAN_HOST asks for a browser' };
  if (wanted !== 'window' && !hasDisplay) return { why: 'there is no display' };
  return electronProgram();
}

/** @returns {Promise<string | null>} null after a window that was open and is closed, else why none opened */
async function openWindow(program) {
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const window = spawn(program, [root, ...plan], { cwd: process.cwd(), env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const end = () => window.kill();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  let opened = false;
  window.on('message', (message) => { opened ||= message === 'open'; });
  const ended = await new Promise((resolve) => {
    window.on('error', (fault) => resolve(fault.message));
    window.on('exit', (code, signal) => resolve(code === 0 ? null : `it ended with ${signal ?? `code ${code}`}`));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, end);
  if (opened || ended === null || window.killed) return null;
  return `the window did not open: ${ended}`;
}

async function openInBrowser(why) {
  process.stderr.write(`Kitplan opens in a browser, not in a window of its own: ${why}.\n`);
  const { runCommandLine } = await import('../out/cli/index.js');
  process.exitCode = await runCommandLine(['serve', ...plan, ...(hasDisplay ? ['--open'] : [])], terminal);
}

if (wanted !== '' && wanted !== 'window' && wanted !== 'browser') {
  process.stderr.write(`KITPLAN_HOST is window or browser; “${wanted}” is neither.\n`);
  process.exit(2);
}
whenStarterEnds(() => process.kill(process.pid, 'SIGTERM'));
await buildFresh(['programs', 'client']);
const host = await chooseHost();
const why = 'program' in host ? await openWindow(host.program) : host.why;
if (why !== null) await openInBrowser(why);
