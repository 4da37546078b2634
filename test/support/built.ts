import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** In a program of its own, because a source that does not build ends the program that asked. */
function build(parts: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [
    '--input-type=module', '--eval',
    `import { buildFresh } from './build/fresh.mjs'; await buildFresh(${JSON.stringify(parts)});`,
  ], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** The built main, preload, command line and reader are as new as their sources after this. */
export const buildPrograms = (): void => build(['programs']);
export const clientFolder = join(root, 'out', 'client');
/** The built screens are as new as their sources after this. */
export const buildScreens = (): void => build(['client']);
/** Both. */
export const buildEverything = (): void => build(['programs', 'client']);
