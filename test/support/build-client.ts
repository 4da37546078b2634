import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createBuilder } from 'vite';

/** The built screens, for tests that open them: built once a run, and only when a source is newer. */

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const clientFolder = join(root, 'out', 'client');
const built = join(clientFolder, 'index.html');
const building = join(root, 'out', 'client-building');
const SOURCES = ['renderer', 'planning', 'app/contract', 'vite.config.ts', 'package-lock.json'];
/** Longer than any build: a lock this old was left by a run that was stopped. */
const STALE_MS = 120_000;

const newestUnder = (path: string): number => {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
};

const isFresh = (): boolean =>
  existsSync(built) && statSync(built).mtimeMs >= Math.max(...SOURCES.map((path) => newestUnder(join(root, path))));

/** True where this process holds the lock; several test workers may want the same build at the same moment. */
function takeLock(): boolean {
  try {
    mkdirSync(building, { recursive: false });
    return true;
  } catch {
    if (existsSync(building) && Date.now() - statSync(building).mtimeMs > STALE_MS) rmSync(building, { recursive: true, force: true });
    return false;
  }
}

async function build(): Promise<void> {
  const startedAt = new Date();
  const builder = await createBuilder({
    root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), logLevel: 'error',
    // A page that is still open on the build before must find the files it has not read yet.
    environments: { client: { build: { emptyOutDir: false } } },
  });
  const { client } = builder.environments;
  if (client === undefined) throw new Error('vite.config.ts has no client environment.');
  await builder.build(client);
  // A source that changed during the build counts as newer.
  utimesSync(built, startedAt, startedAt);
}

/** Builds `out/client` if a source is newer than it; waits for another worker that is at it already. */
export async function setup(): Promise<void> {
  mkdirSync(join(root, 'out'), { recursive: true });
  while (!isFresh()) {
    if (!takeLock()) {
      await pause(100);
      continue;
    }
    try {
      if (!isFresh()) await build();
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
    // A source edited meanwhile would make this go round for ever; what was asked for has been built.
    return;
  }
}
