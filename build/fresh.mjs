/*
 * Builds what is out of date: nothing on most days, everything on a fresh clone. Two parts, because the command
 * line needs no screens. A part is fresh when nothing it is built from is newer than what it makes.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, 'out');
/** Longer than any build: a lock this old was left by one that was stopped. */
const STALE_MS = 120_000;

const PARTS = {
  programs: {
    words: 'Building Kitplan …\n',
    from: ['app', 'cli', 'db', 'electron', 'planning'],
    environments: ['main', 'preload', 'cli', 'reader', 'typesetter'],
    makes: ['main/index.js', 'preload/index.cjs', 'cli/index.js', 'reader/index.js', 'typesetter/index.js', 'typesetter/typst.wasm'],
  },
  client: {
    words: 'Building the screens …\n',
    from: ['app/contract', 'planning', 'renderer'],
    environments: ['client'],
    makes: ['client/index.html'],
  },
};

/**
 * Ends the program with exit code 1 where a source does not build.
 * @param {readonly ('programs' | 'client')[]} parts
 */
export async function buildFresh(parts) {
  mkdirSync(out, { recursive: true });
  for (const part of parts) {
    if (isFresh(part)) continue;
    const release = await takeTurn(part);
    const built = isFresh(part) || await build(part);
    release();
    if (!built) {
      process.stderr.write('Kitplan could not be built: the lines above say where.\n');
      process.exit(1);
    }
  }
}

/** @returns {Promise<boolean>} false where a source does not build */
async function build(part) {
  const { words, environments, makes } = PARTS[part];
  process.stderr.write(words);
  const startedAt = new Date();
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--app'], {
    cwd: root, stdio: ['ignore', 2, 2], // A test run says NODE_ENV=test, and React would then be built for developers: ten times slower on a long register.
    env: { ...process.env, NODE_ENV: 'production', KITPLAN_BUILD_ONLY: environments.join(',') },
  });
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', resolve);
  });
  if (code !== 0) return false;
  // A source that is changed during the build counts as newer.
  for (const file of makes) utimesSync(path.join(out, file), startedAt, startedAt);
  return true;
}

function isFresh(part) {
  const { from, makes } = PARTS[part];
  const made = makes.map((file) => path.join(out, file));
  if (!made.every((file) => existsSync(file))) return false;
  const newest = Math.max(...[...from, 'vite.config.ts', 'package-lock.json'].map((name) => newestIn(path.join(root, name))));
  return made.every((file) => statSync(file).mtimeMs >= newest);
}

/** A folder's own time counts too: it moves when a file is taken away. */
function newestIn(place) {
  const entry = statSync(place);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
}

/** Two programs that start together must not build into the same folder: the second waits and finds it done. */
async function takeTurn(part) {
  const lock = path.join(out, `${part}-building`);
  while (!take(lock)) await wait(100);
  return () => rmSync(lock, { recursive: true, force: true });
}

function take(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(path.join(lock, 'pid'), String(process.pid));
    return true;
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault;
    if (isLeft(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** Left by a build that was stopped: its process is gone, or it is older than any build can be. */
function isLeft(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > STALE_MS) return true;
    process.kill(Number(readFileSync(path.join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (fault) {
    // No such process; anything else (the lock just went, or has no number yet) is looked at again.
    return fault.code === 'ESRCH';
  }
}
