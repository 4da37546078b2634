import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { forkReader } from '../../app/intake/fork-reader.ts';
import { readTable, sha256 } from '../../app/intake/read-register-file.ts';
import { processChannel } from '../../app/intake/reader/process-channel.ts';
import type { SpawnReader } from '../../app/intake/spawn-reader.ts';
import { Refusal } from '../../app/refusal.ts';
import { workbookParts, zip } from './zip-writer.ts';
import { isRunning } from '../support/running.ts';

const spawn = forkReader(fileURLToPath(new URL('../../app/intake/reader/main.ts', import.meta.url)));
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const folder = mkdtempSync(join(tmpdir(), 'kitplan-reader-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A reader with a fault of its own, to see what the parent makes of it. */
const faultyReader = (name: string, code: string): SpawnReader => {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return forkReader(path);
};

const sentenceOf = async (reading: Promise<unknown>): Promise<string> => {
  const error: unknown = await reading.then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  return error instanceof Refusal ? error.message : '';
};

describe('the reader in a process of its own', () => {
  test('gives the rows of a text register in order, over many batches', async () => {
    const lines = Array.from({ length: 5_001 }, (_, index) => `T${index},Laptop`);
    const table = await readTable(text(['Tag,Description', ...lines].join('\n')), 'kit.csv', spawn);
    expect(table).toMatchObject({ fileName: 'kit.csv', sheet: null, dateSystem: '1900' });
    expect(table.rows.map(({ row }) => row)).toEqual(Array.from({ length: 5_002 }, (_, index) => index + 1));
    expect(table.rows.at(-1)?.cells).toEqual(['T5000', 'Laptop']);
  });

  test('refuses a zip bomb in a sentence', async () => {
    const bytes = zip([...workbookParts([{ name: 'Kit', cells: '' }]), { name: 'xl/x.bin', data: Buffer.alloc(20_000_000) }]);
    expect(await sentenceOf(readTable(bytes, 'bomb.xlsx', spawn))).toBe(
      'bomb.xlsx would unpack to far more than a register needs, so it was not opened.');
  });

  test('refuses an empty file without starting', async () => {
    const never: SpawnReader = () => { throw new Error('started'); };
    expect(await sentenceOf(readTable(new Uint8Array(), 'kit.csv', never))).toBe('kit.csv is empty.');
  });

  test('a reader that hangs is killed, and the file is named', async () => {
    const pids: number[] = [];
    const hanging = faultyReader('hangs', 'process.on("message", () => { process.send({ kind: "pid", pid: process.pid }); for (;;); });');
    const watched: SpawnReader = () => {
      const reader = hanging();
      return { ...reader, onMessage: (listener) => reader.onMessage((message) => {
        if (typeof message === 'object' && message !== null && 'pid' in message) pids.push(Number(message.pid));
        listener(message);
      }) };
    };
    expect(await sentenceOf(readTable(text('Tag\nA-1'), 'slow.csv', watched, { limitMs: 1_500 })))
      .toContain('slow.csv took longer than 1.5 seconds to read');
    expect(pids).toHaveLength(1);
    await expect.poll(() => isRunning(pids[0] ?? 0), { timeout: 5_000 }).toBe(false);
  });

  test.each([
    ['dies', 'process.on("message", () => process.exit(1));'],
    ['throws', 'process.on("message", () => { throw new Error("fault"); });'],
    ['runs out of memory', 'process.on("message", () => { process.abort(); });'],
    ['never starts', 'throw new Error("fault");'],
    ['dies half way', 'process.on("message", () => { process.send({ kind: "rows", rows: [{ row: 1, cells: ["Tag"] }] }, () => process.exit(0)); });'],
  ])('a reader that %s ends in a sentence', async (name, code) => {
    expect(await sentenceOf(readTable(text('Tag\nA-1'), 'kit.csv', faultyReader(name, code)))).toContain('kit.csv could not be read');
  });

  test('a reader that is not there ends in a sentence', async () => {
    expect(await sentenceOf(readTable(text('Tag\nA-1'), 'kit.csv', forkReader(join(folder, 'nothing.mjs'))))).toContain('could not be read');
  });

  test('messages of any other shape are passed over', async () => {
    const odd = 'process.on("message", () => { for (const m of [null, 1, "rows", { kind: "rows" }, { kind: "odd" }]) process.send(m); '
      + 'process.send({ kind: "end", sheet: null, dateSystem: "1900", notices: [] }); });';
    expect((await readTable(text('Tag\nA-1'), 'kit.csv', faultyReader('odd', odd))).rows).toEqual([]);
  });

  test('reading stops when nobody wants it any more', async () => {
    const stop = new AbortController();
    const reading = readTable(text('Tag\nA-1'), 'kit.csv', faultyReader('waits', 'process.on("message", () => {}); setInterval(() => {}, 1000);'), { signal: stop.signal });
    stop.abort(new Error('closed'));
    await expect(reading).rejects.toThrow('closed');
  });
});


test('in Electron’s utility process the same reader talks through parentPort', () => {
  const sent: unknown[] = [];
  const port = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => sent.push(message) });
  const host: { parentPort?: unknown } = process;
  host.parentPort = port;
  try {
    const channel = processChannel();
    const asked: string[] = [];
    channel?.onRequest(({ fileName }) => asked.push(fileName));
    port.emit('message', { data: { kind: 'table', fileName: 'kit.csv', bytes: new Uint8Array([1]), how: {} } });
    port.emit('message', { data: { kind: 'table', fileName: 'kit.csv' } });
    port.emit('message', { data: null });
    channel?.report({ kind: 'refused', sentence: 'kit.csv is empty.' });
    expect(asked).toEqual(['kit.csv']);
    expect(sent).toEqual([{ kind: 'refused', sentence: 'kit.csv is empty.' }]);
  } finally {
    delete host.parentPort;
  }
});

test('the fingerprint of a file depends on its bytes alone', () => {
  expect(sha256(text('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
