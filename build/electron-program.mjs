/*
 * Finds Electron's program, and fetches it once where it is missing. The electron package brings only its
 * types and checksums: the program itself comes from Electron's release server, which a school's network or a
 * test machine may not reach. So the attempt ends as soon as nothing has come for fifteen seconds.
 */
import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const packageFolder = path.join(path.dirname(here), 'node_modules', 'electron');
/** Without any progress for this long, fetching is given up. */
const PATIENCE_MS = 15_000;

/** @returns {string | null} the program's path, null where it is not on this computer */
export function installedProgram() {
  const told = path.join(packageFolder, 'path.txt');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override === undefined && !existsSync(told)) return null;
  const name = existsSync(told) ? readFileSync(told, 'utf8') : process.platform === 'win32' ? 'electron.exe' : 'electron';
  const program = path.join(override ?? path.join(packageFolder, 'dist'), name);
  return existsSync(program) ? program : null;
}

/** @returns {Promise<{program: string} | {why: string}>} the program, or in a few words why there is none */
export async function electronProgram() {
  const program = installedProgram() ?? await fetchProgram();
  return program === null ? { why: 'the desktop program could not be fetched' } : { program };
}

async function fetchProgram() {
  process.stderr.write('Fetching the desktop program, once …\n');
  const fetching = fork(path.join(here, 'fetch-electron.mjs'), [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const end = () => fetching.kill('SIGKILL');
  process.once('exit', end);
  let patience = setTimeout(end, PATIENCE_MS);
  let shown = -1;
  fetching.on('message', ({ percent }) => {
    clearTimeout(patience);
    // At 100 the rest is unpacking, which tells nothing until it is done.
    if (percent < 100) patience = setTimeout(end, PATIENCE_MS);
    if (percent >= shown + 10 || (percent === 100 && shown < 100)) {
      shown = percent;
      process.stderr.write(percent === 100 ? '  100 %, unpacking …\n' : `  ${percent} %\n`);
    }
  });
  await new Promise((resolve) => { fetching.on('exit', resolve); });
  clearTimeout(patience);
  process.off('exit', end);
  return installedProgram();
}
