import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Answer, EntryName, Request } from '../../app/contract/contract.ts';
import type { Result } from '../../app/contract/result.ts';
import { typesetHere, typesetterFiles } from '../../app/documents/typeset/typesetter.ts';
import { forkReader } from '../../app/intake/fork-reader.ts';
import { createKitplan } from '../../app/kitplan.ts';
import type { KitplanPorts, StartWith } from '../../app/ports.ts';

const READER_ENTRY = resolve(import.meta.dirname, '../../app/intake/reader/main.ts');

/** The typesetter as it lies in the project, before anything is built. */
export const readFromSource = typesetterFiles(resolve(import.meta.dirname, '../..'), 'source');

/** The as-at date of every test that does not choose its own. */
export const TODAY = '2026-11-21';

export type TestPlan = {
  readonly dispatch: (name: string, raw: unknown) => Promise<Result<unknown>>;
  /** Sends a request that must succeed. */
  readonly call: <Name extends EntryName>(name: Name, request: Request<Name>) => Promise<Answer<Name>>;
  readonly home: string;
  readonly logged: readonly string[];
  readonly [Symbol.dispose]: () => void;
};

/** The real application over a temporary home, with every answer checked against the contract. */
export const testPlan = (start: StartWith, ports: Partial<KitplanPorts> = {}): TestPlan => {
  const home = ports.home ?? mkdtempSync(join(tmpdir(), 'kitplan-test-'));
  const logged: string[] = [];
  const kitplan = createKitplan({
    host: 'terminal', version: '0.0.0-test', now: () => new Date(`${TODAY}T09:00:00`), home,
    plansFolder: join(home, 'plans'), holder: { user: 'tester', computer: 'test', pid: process.pid },
    spawnReader: forkReader(READER_ENTRY), typesetter: typesetHere(readFromSource), log: (line) => logged.push(line), ...ports,
  }, start, { checkAnswers: true });
  return {
    dispatch: kitplan.dispatch,
    call: async (name, request) => {
      const result = await kitplan.dispatch(name, request);
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return result.value as Answer<typeof name>;
    },
    home, logged,
    [Symbol.dispose]: () => {
      kitplan.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
};

export const planInMemory = (ports: Partial<KitplanPorts> = {}): TestPlan => testPlan({ kind: 'memory' }, ports);
