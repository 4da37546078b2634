import { fork, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Result } from '../../app/contract/result.ts';

/** The built desktop program, run unchanged on a fake Electron in a process of its own. */

const support = import.meta.dirname;
const root = dirname(dirname(support));

export type Frame = { readonly url: string; readonly parent: null | { readonly url: string } } | null;
export const OWN_PAGE: Frame = { url: 'app://kitplan/', parent: null };

export type SeenWindow = {
  readonly options: { readonly webPreferences: Readonly<Record<string, unknown>> };
  readonly url: string; readonly shown?: boolean; readonly focused?: number; readonly reloads: number;
};
export type Seen = {
  readonly schemes: readonly { readonly scheme: string; readonly privileges: Readonly<Record<string, boolean>> }[];
  readonly windows: readonly SeenWindow[];
  readonly boxes: readonly { readonly title: string; readonly content: string }[];
  readonly sandboxed: boolean; readonly spelling: boolean;
  readonly paths: Readonly<Record<string, string>>;
};

export type Shell = {
  readonly home: string;
  /** As a page's `window.kitplan.dispatch` would ask; `frame` is who asks. */
  readonly invoke: (name: unknown, raw: unknown, frame?: Frame) => Promise<Result<unknown>>;
  readonly request: (url: string, method?: string) => Promise<{ status: number; headers: Record<string, string>; body: Buffer }>;
  readonly emit: (event: string, ...args: unknown[]) => Promise<void>;
  /** What the person picks in the next file dialog. */
  readonly choose: (path: string | null) => Promise<void>;
  readonly seen: () => Promise<Seen>;
  /** Breaks the line to whoever started it, and waits for its end. @returns the exit code */
  readonly abandon: () => Promise<number | null>;
  readonly close: () => Promise<void>;
};

/** Lays a copy of the built bundles beside a fake Electron. better-sqlite3 is the real one. */
export function layOutShell(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kitplan-shell-'));
  for (const bundle of ['main', 'preload', 'reader', 'typesetter', 'client']) cpSync(join(root, 'out', bundle), join(folder, 'out', bundle), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  putFakeElectron(folder);
  symlinkSync(join(root, 'node_modules', 'better-sqlite3'), join(folder, 'node_modules', 'better-sqlite3'), 'junction');
  return folder;
}

export function putFakeElectron(folder: string): void {
  const place = join(folder, 'node_modules', 'electron');
  mkdirSync(place, { recursive: true });
  cpSync(join(support, 'fake-electron.mjs'), join(place, 'index.mjs'));
  writeFileSync(join(place, 'package.json'), '{"name":"electron","type":"module","exports":"./index.mjs"}');
}

type StartOptions = { readonly folder: string; readonly home: string; readonly argv?: readonly string[]; readonly env?: Record<string, string> };

/** @throws Error where the program does not come up: an entry module that waits to be ready never ends */
export async function startShell({ folder, home, argv = [], env = {} }: StartOptions): Promise<Shell> {
  const child = fork(join(support, 'fake-electron-driver.mjs'), [...argv], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, KITPLAN_HOME: home, KITPLAN_FAKE_ROOT: folder, ...env },
  });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => { said += piece.toString(); });
  child.stdout?.on('data', (piece: Buffer) => { said += piece.toString(); });
  const answers = new Map<number, (answer: { value?: unknown; fault?: string }) => void>();
  const started = new Promise<void>((resolve, reject) => {
    answers.set(0, () => resolve());
    child.once('exit', (code) => reject(new Error(`The program ended with code ${code} before it was up.\n${said}`)));
  });
  child.on('message', (message: { id?: number; value?: unknown; fault?: string }) => {
    if (message.id !== undefined) answers.get(message.id)?.(message);
  });
  await started;
  return shellOver(child, answers, home);
}

function shellOver(child: ChildProcess, answers: Map<number, (answer: { value?: unknown; fault?: string }) => void>, home: string): Shell {
  let last = 0;
  const ask = <Value>(question: Record<string, unknown>): Promise<Value> => new Promise((resolve, reject) => {
    const id = ++last;
    answers.set(id, ({ value, fault }) => {
      if (fault === undefined) resolve(value as Value);
      else reject(new Error(fault));
    });
    child.send({ id, ...question });
  });
  const ended = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
  return {
    home,
    invoke: (name, raw, frame = OWN_PAGE) => ask({ ask: 'invoke', frame, args: [name, raw] }),
    request: async (url, method = 'GET') => {
      const { base64, ...rest } = await ask<{ status: number; headers: Record<string, string>; base64: string }>({ ask: 'request', url, method });
      return { ...rest, body: Buffer.from(base64, 'base64') };
    },
    emit: (event, ...args) => ask({ ask: 'emit', event, args }),
    choose: (path) => ask({ ask: 'choose', path }),
    seen: () => ask({ ask: 'seen' }),
    abandon: () => {
      child.disconnect();
      return ended;
    },
    close: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
