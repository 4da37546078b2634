import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { SpawnTypesetter } from '../../../app/documents/typeset/process/messages.ts';
import { typesetInProcess } from '../../../app/documents/typeset/typeset-in-process.ts';
import { typesetHere, type Typesetter } from '../../../app/documents/typeset/typesetter.ts';
import { forkChild } from '../../../app/processes/fork-child.ts';
import { Refusal } from '../../../app/refusal.ts';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import { readFromSource } from '../../support/plan-in-memory.ts';
import { specimen } from '../../support/specimen-document.ts';
import { isRunning } from '../../support/running.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'kitplan-typesetter-'));
const opened: Typesetter[] = [];
afterEach(() => { for (const each of opened.splice(0)) each.close(); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const real: SpawnTypesetter = forkChild({ entry: join(root, 'app/documents/typeset/process/main.ts'), heapMb: 1024 });

/** Stands in for the typesetter: answers with its process's number, unless the title says what to do instead. */
const STAND_IN = `process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, model }) => {
  if (model.title === 'dies') process.exit(1);
  if (model.title === 'hangs') for (;;);
  if (model.title === 'fails') return process.send({ id, fault: 'a template does not fit' });
  for (const odd of [null, 1, { id }, { id: id - 1, bytes: new Uint8Array([0]) }]) process.send(odd);
  process.send({ id, bytes: Buffer.from(String(process.pid)) });
});`;
const standIn = (code = STAND_IN): SpawnTypesetter => {
  const entry = join(folder, code === STAND_IN ? 'stand-in.mjs' : 'faulty.mjs');
  writeFileSync(entry, code);
  return forkChild({ entry, heapMb: 64 });
};

const titled = (title: string): DocumentModel => ({ ...specimen(), title });

function press(...given: Parameters<typeof typesetInProcess>): { readonly typesetter: Typesetter; readonly pidOf: (title: string) => Promise<number> } {
  const typesetter = typesetInProcess(...given);
  opened.push(typesetter);
  return { typesetter, pidOf: async (title) => Number(Buffer.from(await typesetter.typeset(titled(title))).toString()) };
}

const refusalOf = async (setting: Promise<unknown>): Promise<string> => {
  const fault: unknown = await setting.then(() => null, (reason: unknown) => reason);
  expect(fault).toBeInstanceOf(Refusal);
  return fault instanceof Refusal ? fault.message : '';
};

const hasGone = async (pid: number): Promise<void> => expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);

describe('a document set in a process of its own', () => {
  it('is the same PDF, byte for byte, also the second time', async () => {
    const here = Buffer.from(await typesetHere(readFromSource).typeset(specimen()));
    const { typesetter } = press(real);
    const [first, second] = await Promise.all([typesetter.typeset(specimen()), typesetter.typeset(specimen())]);
    expect(here.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(first).equals(here)).toBe(true);
    expect(Buffer.from(second).equals(here)).toBe(true);
  }, 120_000);

  it('starts nothing before a document is asked for', () => {
    press(() => { throw new Error('started'); });
  });

  it('waits its turn in the process that is there', async () => {
    const { pidOf } = press(standIn());
    const pids = await Promise.all(['one', 'two', 'three'].map(pidOf));
    expect(new Set(pids).size).toBe(1);
    expect(pids[0]).not.toBe(process.pid);
  });
});

describe('a process that sets documents', () => {
  it('is replaced after as many as it may set', async () => {
    const { pidOf } = press(standIn(), { documents: 2 });
    const [a = 0, b, c = 0, d, e] = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(pidOf));
    expect([b, d]).toEqual([a, c]);
    expect(new Set([a, c, e]).size).toBe(3);
    await hasGone(a);
    await hasGone(c);
  });

  it('that dies says so in a sentence, and the next document is set', async () => {
    const { typesetter, pidOf } = press(standIn());
    const dying = refusalOf(typesetter.typeset(titled('dies')));
    const next = pidOf('next');
    expect(await dying).toBe('dies could not be made as PDF just now; this computer may be short of memory. It can be asked for again.');
    expect(await next).toBeGreaterThan(0);
  });

  it('that hangs is ended, with a sentence, and the next document is set', async () => {
    const { typesetter, pidOf } = press(standIn(), { documentMs: 3_000 });
    const first = await pidOf('first');
    expect(await refusalOf(typesetter.typeset(titled('hangs'))))
      .toBe('hangs took longer than 3 seconds to make as PDF, so it was given up. With fewer sections it may be quicker.');
    await hasGone(first);
    expect(await pidOf('next')).not.toBe(first);
  });

  it('that has a fault of ours tells it to the log, not to the reader, and is replaced', async () => {
    const { typesetter, pidOf } = press(standIn());
    const first = await pidOf('first');
    const fault: unknown = await typesetter.typeset(titled('fails')).catch((reason: unknown) => reason);
    expect(fault).toBeInstanceOf(Error);
    expect(fault).not.toBeInstanceOf(Refusal);
    expect(String(fault)).toContain('a template does not fit');
    expect(await pidOf('next')).not.toBe(first);
  });

  it('that never starts ends in a sentence', async () => {
    const { typesetter } = press(standIn('throw new Error("fault");'));
    expect(await refusalOf(typesetter.typeset(titled('The strategy')))).toContain('The strategy could not be made as PDF just now');
  });

  it('is stopped when nothing is asked of it, and started again', async () => {
    const { pidOf } = press(standIn(), { idleMs: 50 });
    const first = await pidOf('first');
    await hasGone(first);
    expect(await pidOf('next')).not.toBe(first);
  });

  it('ends with Kitplan, and what waited is told', async () => {
    const { typesetter, pidOf } = press(standIn());
    const first = await pidOf('first');
    const waited = ['hangs', 'next'].map((title) => refusalOf(typesetter.typeset(titled(title))));
    await Promise.resolve();
    typesetter.close();
    expect(await Promise.all(waited)).toEqual(['hangs was not made: Kitplan is being closed.', 'next was not made: Kitplan is being closed.']);
    await hasGone(first);
  });
});
