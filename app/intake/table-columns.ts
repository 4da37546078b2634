import type { HeaderRow } from './header-row.ts';
import { plainHeader } from './column-synonyms.ts';
import { columnLetter, type RawCell, type RawRow } from './raw-table.ts';
import { cellText, isPlaceholder } from './values/cell-text.ts';

/** A column of the file with its name and its cells below the header. */
export type TableColumn = {
  readonly index: number;
  /** Distinct within the file, for people. */
  readonly column: string;
  /** Its header as the synonyms know it; empty without one. */
  readonly plain: string;
  readonly cells: readonly (RawCell | undefined)[];
  /** Cells that say something: neither empty nor a placeholder. */
  readonly filled: number;
  /** The column with the same header that stands before it. */
  readonly repeats: string | null;
};

/** Every column that has a header or a filled cell. */
export function tableColumns(header: HeaderRow | null, body: readonly RawRow[]): TableColumn[] {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), header?.names.length ?? 0);
  const { cellsByColumn, filledByColumn } = turned(body, width);
  const firstByName = new Map<string, string>();
  const columns: TableColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const name = header?.names[index] ?? '';
    const cells = cellsByColumn[index] ?? [];
    const filled = filledByColumn[index] ?? 0;
    if (name === '' && filled === 0) continue;
    const repeats = name === '' ? null : firstByName.get(name.toLowerCase()) ?? null;
    const column = name === '' ? `Column ${columnLetter(index)}`
      : repeats === null ? name : `${name} (column ${columnLetter(index)})`;
    if (name !== '' && repeats === null) firstByName.set(name.toLowerCase(), name);
    columns.push({ index, column, plain: plainHeader(name), cells, filled, repeats });
  }
  return columns;
}

type Turned = { readonly cellsByColumn: readonly (RawCell | undefined)[][]; readonly filledByColumn: readonly number[] };

/** The rows as columns, in one pass: a register of a hundred thousand rows is a million cells and more. */
function turned(body: readonly RawRow[], width: number): Turned {
  const cellsByColumn = Array.from({ length: width }, (): (RawCell | undefined)[] => []);
  const filledByColumn = Array.from({ length: width }, () => 0);
  for (const { cells } of body) {
    for (let index = 0; index < width; index += 1) {
      const cell = cells[index];
      cellsByColumn[index]?.push(cell);
      if (cell !== null && cell !== undefined && saysSomething(cell)) filledByColumn[index] = (filledByColumn[index] ?? 0) + 1;
    }
  }
  return { cellsByColumn, filledByColumn };
}

function saysSomething(cell: RawCell | undefined): boolean {
  const text = cellText(cell);
  return text !== '' && !isPlaceholder(text);
}
