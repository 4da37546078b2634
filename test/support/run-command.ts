import { createRequire } from 'node:module';
import type { runCommandLine } from '../../cli/main.ts';
import type { Ran, RunOptions } from './spawn-kitplan.ts';

const requireBuilt = createRequire(import.meta.url);

/**
 * The built command line without a process of its own: quicker, for the many ways of saying something wrong.
 * File names are as seen from the test's own working folder. `buildPrograms` comes first.
 */
export async function runCommand(args: readonly string[], { home, input = '' }: Pick<RunOptions, 'home' | 'input'>): Promise<Ran> {
  const built = requireBuilt('../../out/cli/index.js') as { runCommandLine: typeof runCommandLine };
  const said = { out: '', err: '' };
  const code = await built.runCommandLine(args, {
    out: (text) => { said.out += text; },
    err: (text) => { said.err += text; },
    env: { KITPLAN_HOME: home },
    readIn: () => Promise.resolve(input),
    now: () => new Date(),
  });
  return { code, ...said };
}
