import { expect } from 'vitest';
import { interpretRegister } from '../../app/intake/interpret-register.ts';
import { matchRegister, type ExistingAsset } from '../../app/intake/match-register.ts';
import type { RawTable } from '../../app/intake/raw-table.ts';
import { readTable } from '../../app/intake/read-register-file.ts';
import { answer } from '../../app/intake/reader/answer.ts';
import type { RegisterReading, RegisterRow } from '../../app/intake/register-row.ts';
import type { SpawnReader } from '../../app/intake/spawn-reader.ts';
import { Refusal } from '../../app/refusal.ts';

export const AS_OF = '2026-11-21';

/** The reader's own code without a process around it, for the many tests that are not about the process. */
export const readerInThisProcess: SpawnReader = () => {
  let listen: (message: unknown) => void = () => undefined;
  return {
    send: (request) => {
      void answer(request, (message) => listen(structuredClone(message)));
    },
    onMessage: (listener) => { listen = listener; },
    onExit: () => undefined,
    kill: () => undefined,
  };
};

export const tableOf = (file: string | Uint8Array, fileName = 'kit.csv'): Promise<RawTable> =>
  readTable(typeof file === 'string' ? new TextEncoder().encode(file) : file, fileName, readerInThisProcess);

/** Reads a file as a register and holds what is true of every register: all rows are accounted for, twice is once. */
export async function bringIn(file: string | Uint8Array, fileName = 'kit.csv'): Promise<RegisterReading> {
  const reading = interpretRegister(await tableOf(file, fileName), { asOf: AS_OF });
  holdLaws(reading);
  return reading;
}

export function holdLaws(reading: RegisterReading): void {
  const first = matchRegister(reading, []).counts;
  expect(first.new + first.changed + first.unchanged + first.refused).toBe(reading.read);
  expect(first).toMatchObject({ changed: 0, unchanged: 0, refused: reading.refused.length });
  const again = matchRegister(reading, reading.rows.map(asExisting)).counts;
  expect(again).toMatchObject({ new: 0, changed: 0 });
  expect(again.unchanged + again.refused).toBe(reading.read);
}

/** A row as the plan would give it back. */
export function asExisting(row: RegisterRow, index: number): ExistingAsset {
  const { row: _row, purchaseDateAssumed: _assumed, warrantyMonths: _months, filledIn: _filledIn, ...kept } = row;
  return { ...kept, id: index + 1, ownWarrantyEnd: row.warrantyEnd, make: row.model === null ? null : row.make };
}

/** The sentence with which a file is refused. */
export async function refusalOf(file: string | Uint8Array, fileName = 'kit.csv'): Promise<string> {
  try {
    await bringIn(file, fileName);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.error.code).toBe('refused_file');
    expect(error.message.startsWith(fileName), error.message).toBe(true);
    expect(error.message).toMatch(/^[^\n!]+[.)]$/);
    return error.message;
  }
  throw new Error(`${fileName} was read, though it should be refused`);
}

/** Everything that was said about a column, as one text. */
export const said = (reading: RegisterReading, column: string): string =>
  reading.decisions.filter((decision) => decision.column === column).map(({ readAs }) => readAs).join(' | ');

export const leftOut = (reading: RegisterReading, column: string): string | undefined =>
  reading.leftOut.find((left) => left.column === column)?.reason;

export function onlyRow(reading: RegisterReading): RegisterRow {
  expect(reading.rows).toHaveLength(1);
  const [row] = reading.rows;
  if (row === undefined) throw new Error('no row');
  return row;
}
