import { createRequire } from 'node:module';
import { join } from 'node:path';
import { init } from 'excelize-wasm';

/** A workbook opened by another program than the one that wrote it, which works its formulas out itself. */
export type CalculatedWorkbook = {
  /** What a cell's formula gives, or what it holds: never the value that was stored beside a formula. */
  readonly valueOf: (sheet: string, cell: string) => string;
};

type Excelize = Awaited<ReturnType<typeof init>>;
let started: Promise<Excelize> | null = null;

const excelize = (): Promise<Excelize> => {
  const wasm = join(createRequire(import.meta.url).resolve('excelize-wasm'), '..', 'excelize.wasm.gz');
  started ??= init(wasm);
  return started;
};

/** Opens a workbook for working out. Throws where it cannot be opened. */
export async function calculatedWorkbook(bytes: Uint8Array): Promise<CalculatedWorkbook> {
  const { OpenReader } = await excelize();
  const file = OpenReader(bytes, {});
  if (file.error !== null) throw new Error(file.error);
  return {
    valueOf: (sheet, cell) => {
      const { value, error } = file.CalcCellValue(sheet, cell, { RawCellValue: true });
      if (error !== null) throw new Error(`${sheet}!${cell}: ${error}`);
      return value;
    },
  };
}
