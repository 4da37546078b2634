import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** The command line as a person runs it: a process of its own, its own home, its own exit code. */

const root = join(import.meta.dirname, '..', '..');
const launcher = join(root, 'build', 'kitplan.mjs');

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

export type RunOptions = { readonly home: string; readonly cwd?: string; readonly input?: string };

export const runKitplan = async (args: readonly string[], { home, cwd = home, input = '' }: RunOptions): Promise<Ran> => {
  const child = startProgram([launcher, ...args], { cwd, env: { KITPLAN_HOME: home } });
  child.process.stdin?.end(input);
  const code = await child.ended;
  return { code, out: child.out(), err: child.err() };
};

export type Running = {
  readonly process: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
  /** Waits until stdout or stderr holds it. @throws Error where the program ends before */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
};

/** Starts Node on a script with an environment that knows no display and no home but the given one. */
export function startProgram(
  args: readonly string[], { cwd, env, program = process.execPath }: { cwd: string; env: Record<string, string>; program?: string },
): Running {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const child = spawn(program, args, { cwd, env: { ...rest, ...env }, stdio: 'pipe' });
  const said = { out: '', err: '' };
  child.stdout.on('data', (piece: Buffer) => { said.out += piece.toString(); });
  child.stderr.on('data', (piece: Buffer) => { said.err += piece.toString(); });
  const ended = new Promise<number | null>((resolve) => { child.on('close', resolve); });
  const says = (pattern: RegExp): Promise<RegExpExecArray> => new Promise((resolve, reject) => {
    const look = (): void => {
      const found = pattern.exec(said.out) ?? pattern.exec(said.err);
      if (found !== null) resolve(found);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('close', () => reject(new Error(`The program ended without saying ${String(pattern)}:\n${said.out}${said.err}`)));
    look();
  });
  return { process: child, out: () => said.out, err: () => said.err, ended, says };
}

/** `npm start` without npm. */
export const startScript = join(root, 'build', 'start.mjs');
export { launcher as kitplanScript };
