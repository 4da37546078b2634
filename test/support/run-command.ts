import { runCommandLine } from '../../cli/main.ts';
import type { Ran, RunOptions } from './spawn-kitplan.ts';

/**
 * The command line without a process of its own: many times quicker, for the many ways of saying something
 * wrong. File names are as seen from the test's own working folder.
 */
export async function runCommand(args: readonly string[], { home, input = '' }: Pick<RunOptions, 'home' | 'input'>): Promise<Ran> {
  const said = { out: '', err: '' };
  const code = await runCommandLine(args, {
    out: (text) => { said.out += text; },
    err: (text) => { said.err += text; },
    env: { KITPLAN_HOME: home },
    readIn: () => Promise.resolve(input),
    now: () => new Date(),
  });
  return { code, ...said };
}
