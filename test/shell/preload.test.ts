import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPrograms } from '../support/built.ts';

/** What a sandboxed preload may require: Electron's page half and a few of Node's names. */
const ALLOWED = new Set(['electron', 'events', 'timers', 'url']);

let source: string;
beforeAll(() => {
  buildPrograms();
  source = readFileSync(join(import.meta.dirname, '../../out/preload/index.cjs'), 'utf8');
});

/** Runs the built preload as a sandbox would: no Node around it, only the requires that a sandbox grants. */
const runPreload = () => {
  const required: string[] = [];
  const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {};
  const invoked: unknown[][] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => { exposed[name] = api; } },
    ipcRenderer: { invoke: (...args: unknown[]) => { invoked.push(args); return Promise.resolve('answered'); } },
  };
  const require = (name: string): unknown => {
    required.push(name);
    if (!ALLOWED.has(name)) throw new Error(`module not found: ${name}`);
    return name === 'electron' ? electron : {};
  };
  runInContext(source, createContext({ require, module: { exports: {} }, exports: {} }));
  return { required, exposed, invoked };
};

describe('the bridge that a page is given', () => {
  it('is one file that a sandbox can run, and requires Electron alone', () => {
    expect(runPreload().required).toEqual(['electron']);
  });

  it('is window.kitplan with dispatch, and nothing else', () => {
    const { exposed } = runPreload();
    expect(Object.keys(exposed)).toEqual(['kitplan']);
    expect(Object.keys(exposed['kitplan'] ?? {})).toEqual(['dispatch']);
  });

  it('speaks on one channel that a page cannot choose', async () => {
    const { exposed, invoked } = runPreload();
    await expect(exposed['kitplan']?.['dispatch']?.('plan.open', { path: 'a' }, 'another-channel')).resolves.toBe('answered');
    expect(invoked).toEqual([['kitplan', 'plan.open', { path: 'a' }]]);
  });
});
