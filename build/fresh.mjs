/*
 * Builds what is out of date: nothing on most days, everything on a fresh clone. Two parts, because the command
 * line needs no screens. What a part was built from is remembered as one fingerprint over the names, sizes and
 * times of its sources.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, 'out');

const PARTS = {
  programs: {
    from: ['app', 'cli', 'db', 'electron', 'planning'],
    environments: ['main', 'preload', 'cli', 'reader'],
    makes: ['main/index.js', 'preload/index.cjs', 'cli/index.js', 'reader/index.js'],
  },
  client: { from: ['app/contract', 'planning', 'renderer'], environments: ['client'], makes: ['client/index.html'] },
};

/** @param {readonly ('programs' | 'client')[]} parts @throws where a source does not build */
export async function buildFresh(parts) {
  if (parts.every(isFresh)) return;
  await holdingLock(async () => {
    for (const part of parts) if (!isFresh(part)) await build(part);
  });
}

async function build(part) {
  process.stderr.write(part === 'client' ? 'Building the screens …\n' : 'Building Kitplan …\n');
  const fingerprint = fingerprintOf(part);
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--app'], {
    cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, KITPLAN_BUILD_ONLY: PARTS[part].environments.join(',') },
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0) {
    process.stderr.write('Kitplan could not be built: see above.\n');
    process.exit(1);
  }
  writeFileSync(stampOf(part), fingerprint);
}

const stampOf = (part) => path.join(out, `${part}.built`);

function isFresh(part) {
  if (!PARTS[part].makes.every((file) => existsSync(path.join(out, file)))) return false;
  return existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === fingerprintOf(part);
}

function fingerprintOf(part) {
  const hash = createHash('sha256');
  const files = PARTS[part].from.flatMap((folder) => filesIn(path.join(root, folder)));
  for (const file of [...files, path.join(root, 'vite.config.ts'), path.join(root, 'package-lock.json')].sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));

/** Two programs that start together must not build into the same folder: the second waits and finds it done. */
async function holdingLock(work) {
  mkdirSync(out, { recursive: true });
  const lock = path.join(out, '.building');
  while (!take(lock)) await wait(100);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault;
    if (!isAlive(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (fault) {
    // EPERM: somebody else's process, alive. A lock that is gone or empty is looked at again.
    return fault.code === 'EPERM' || fault.code === 'ENOENT';
  }
}
