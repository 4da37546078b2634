import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { forkReader } from '../../app/intake/fork-reader.ts';
import { interpretRegister } from '../../app/intake/interpret-register.ts';
import { readTable } from '../../app/intake/read-register-file.ts';
import type { SpawnReader } from '../../app/intake/spawn-reader.ts';
import { Refusal } from '../../app/refusal.ts';
import { AS_OF, holdLaws, readerInThisProcess } from './bring-in.ts';

const inItsOwnProcess = forkReader(fileURLToPath(new URL('../../app/intake/reader/main.ts', import.meta.url)));

/** Mulberry32: the same seed gives the same files on every computer. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Changes, drops, repeats or cuts some bytes. */
function mutate(original: Uint8Array, random: () => number): Uint8Array {
  const bytes = Buffer.from(original);
  const place = (): number => Math.floor(random() * bytes.length);
  for (let times = 1 + Math.floor(random() * 6); times > 0; times -= 1) bytes[place()] = Math.floor(random() * 256);
  const [one, other] = [place(), place()].toSorted((a, b) => a - b) as [number, number];
  switch (Math.floor(random() * 4)) {
    case 0: return bytes.subarray(0, other);
    case 1: return Buffer.concat([bytes.subarray(0, one), bytes.subarray(other)]);
    case 2: return Buffer.concat([bytes.subarray(0, other), bytes.subarray(one)]);
    default: return bytes;
  }
}

/** What a damaged file may do: be read, with every row accounted for, or be refused in a sentence. */
async function readOrRefuse(bytes: Uint8Array, spawn: SpawnReader): Promise<'read' | 'refused'> {
  try {
    holdLaws(interpretRegister(await readTable(bytes, 'kit.xlsx', spawn, { limitMs: 10_000 }), { asOf: AS_OF }));
    return 'read';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.message).toContain('kit.xlsx');
    expect(error.message).not.toContain('longer than');
    return 'refused';
  }
}

const header = ['Asset tag', 'Serial', 'Description', 'Qty', 'Purchase date', 'Cost inc VAT', 'Warranty', 'Room', 'Status'];
const rows = Array.from({ length: 40 }, (_, index) => [`A-${index}`, `S${index}`, 'Laptop', 1, `0${(index % 9) + 1}/09/2021`, 365.5, '36 months', 'R1', 'In use']);
const csv = Buffer.from([header, ...rows].map((cells) => cells.join(',')).join('\n'));

describe('cells made to keep a computer busy', () => {
  test.each([
    ['letters', 'T'.repeat(32_000)], ['spaces', `1${' '.repeat(31_000)}x`], ['dots', `a@${'.'.repeat(31_000)}@`], ['digits', '1,'.repeat(16_000)],
    ['words', 'laptop total '.repeat(2_400)], ['months', 'sep '.repeat(8_000)], ['brackets', '('.repeat(32_000)], ['minus signs', '-'.repeat(32_000)],
  ])('%s in every column of a register', async (_, cell) => {
    const lines = Array.from({ length: 30 }, () => header.map(() => `"${cell}"`).join(','));
    const table = await readTable(Buffer.from([header.join(','), 'A-1,S,Laptop,1,01/09/2021,3,36,R,In use', ...lines].join('\n')), 'kit.xlsx', readerInThisProcess);
    const start = performance.now();
    const reading = interpretRegister(table, { asOf: AS_OF });
    holdLaws(reading);
    // Fractions of a second where every pattern is linear; minutes where one is not.
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(reading.read).toBe(31);
  }, 60_000);
});

describe('damaged files', () => {
  test('200 damaged text registers', async () => {
    const random = randomFrom(1);
    const outcomes = { read: 0, refused: 0 };
    for (let file = 0; file < 200; file += 1) outcomes[await readOrRefuse(mutate(csv, random), readerInThisProcess)] += 1;
    expect(outcomes.read).toBeGreaterThan(100);
  }, 60_000);

  test('400 damaged workbooks, stored and compressed', async () => {
    const random = randomFrom(2);
    const workbook = await writeXlsx({ sheets: [{ name: 'Kit', rows: [header, ...rows] }] });
    const outcomes = { read: 0, refused: 0 };
    for (let file = 0; file < 400; file += 1) outcomes[await readOrRefuse(mutate(workbook, random), readerInThisProcess)] += 1;
    expect(outcomes.refused).toBeGreaterThan(200);
  }, 60_000);

  test('12 damaged files, each read in a process of its own', async () => {
    const random = randomFrom(3);
    const workbook = await writeXlsx({ sheets: [{ name: 'Kit', rows: [header, ...rows] }] });
    for (let file = 0; file < 12; file += 1) await readOrRefuse(mutate(file % 2 === 0 ? workbook : csv, random), inItsOwnProcess);
  }, 120_000);
});
