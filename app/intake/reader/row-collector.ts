import { columnLetter, type RawCell, type RawRow } from '../raw-table.ts';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, ROWS_IN_A_BATCH } from './limits.ts';
import { RefusedFile } from './refused-file.ts';

/** Gathers filled rows into batches and holds every limit, whatever kind of file they come from. */
export class RowCollector {
  readonly #fileName: string;
  readonly #send: (rows: readonly RawRow[]) => void;
  #batch: RawRow[] = [];
  #count = 0;

  constructor(fileName: string, send: (rows: readonly RawRow[]) => void) {
    this.#fileName = fileName;
    this.#send = send;
  }

  get count(): number {
    return this.#count;
  }

  /**
   * @param row counted from 1, as a spreadsheet shows it.
   * @throws RefusedFile where a limit is passed.
   */
  add(row: number, cells: readonly RawCell[]): void {
    const width = filledWidth(cells);
    if (width === 0) return;
    this.#holdLimits(row, cells, width);
    this.#count += 1;
    this.#batch.push({ row, cells: width === cells.length ? cells : cells.slice(0, width) });
    if (this.#batch.length >= ROWS_IN_A_BATCH) this.flush();
  }

  flush(): void {
    if (this.#batch.length > 0) this.#send(this.#batch);
    this.#batch = [];
  }

  #holdLimits(row: number, cells: readonly RawCell[], width: number): void {
    if (this.#count >= MAX_ROWS) {
      throw new RefusedFile(`${this.#fileName} has more than ${MAX_ROWS.toLocaleString('en-GB')} rows, `
        + 'which is more than a register can hold. Split it into smaller files.');
    }
    if (width > MAX_COLUMNS) {
      throw new RefusedFile(`${this.#fileName} has a filled cell in column ${columnLetter(width - 1)} (row ${row}); `
        + `a register can have up to ${MAX_COLUMNS} columns.`);
    }
    for (let index = 0; index < width; index += 1) {
      const cell = cells[index];
      if (typeof cell === 'string' && cell.length > MAX_CELL_CHARACTERS) {
        throw new RefusedFile(`${this.#fileName} has a cell of ${cell.length.toLocaleString('en-GB')} characters in `
          + `row ${row}, column ${columnLetter(index)}, which is too long for a register.`);
      }
    }
  }
}

/** One past the last filled cell. */
function filledWidth(cells: readonly RawCell[]): number {
  for (let width = cells.length; width > 0; width -= 1) {
    const cell = cells[width - 1];
    if (typeof cell === 'string' ? cell.trim() !== '' : cell !== null && cell !== undefined) return width;
  }
  return 0;
}
