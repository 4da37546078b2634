import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { RawCell, RawRow } from '../raw-table.ts';
import type { FileEnd, ReadHow } from '../spawn-reader.ts';
import { decodeText } from './decode-text.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { MergedTexts, type ColumnMerge } from './merged-cells.ts';
import { rawCell } from './raw-cell.ts';
import { RefusedFile } from './refused-file.ts';
import { RowCollector } from './row-collector.ts';
import { chooseSheet, ROWS_TO_JUDGE_BY, widthOf, type JudgedSheet } from './sheet-choice.ts';

/*
 * Old and rare workbooks: .xls, .ods, .xlsb, .fods, Excel's XML of 2003 and web pages saved as .xls. The library
 * behind this file reads them rightly and can be hung or exhausted by a hostile one: it is loaded only in the
 * reader process, which is killed after its time.
 */

const OPTIONS = {
  dense: true, cellDates: true, UTC: true,
  // Texts stay texts: without it a web page's 00123 becomes 123, and 03/04/2021 an American day.
  raw: true,
  sheetRows: MAX_ROWS + 1, cellFormula: false, cellHTML: false, cellText: false,
} as const;

/** Its rows are read directly: a helper of the library would walk over the range that the file claims. */
type DenseSheet = WorkSheet & { readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[] };

/**
 * Reads one sheet of an old workbook: the one asked for, else the best.
 * @param form.markup text in angle brackets, which is decoded here first.
 * @throws RefusedFile where it has a password, is damaged, or holds no sheet with a row.
 */
export function readOldWorkbook(
  bytes: Uint8Array, fileName: string, form: { readonly markup: boolean }, how: ReadHow, send: (rows: readonly RawRow[]) => void,
): FileEnd {
  const workbook = open(bytes, fileName, form.markup);
  const sheets = workbook.SheetNames.map((name, position): JudgedSheet & { readonly sheet: DenseSheet } => {
    const sheet: DenseSheet = workbook.Sheets[name] ?? {};
    const rows: RawRow[] = [];
    const collector = new RowCollector(fileName, (batch) => rows.push(...batch));
    let filled = 0;
    for (const [index, cells] of filledRows(sheet)) {
      filled += 1;
      if (filled <= ROWS_TO_JUDGE_BY) collector.add(index + 1, cells);
    }
    collector.flush();
    const hidden = (workbook.Workbook?.Sheets?.[position]?.Hidden ?? 0) !== 0;
    return { sheet, rows, size: { name, hidden, columns: widthOf(rows), rows: filled } };
  });
  const { chosen, notices } = chooseSheet(sheets, how, fileName);
  const { sheet } = sheets.find(({ size }) => size === chosen.size) ?? { sheet: {} };
  const merged = new MergedTexts(mergesOf(sheet));
  const collector = new RowCollector(fileName, send);
  for (const [index, cells] of filledRows(sheet)) collector.add(index + 1, merged.fill(index + 1, cells));
  collector.flush();
  return {
    sheet: chosen.size.name, sheets: sheets.map(({ size }) => size), text: null, notices: [...notices, ...merged.remarks()],
    dateSystem: workbook.Workbook?.WBProps?.date1904 === true ? '1904' : '1900',
  };
}

function open(bytes: Uint8Array, fileName: string, markup: boolean): WorkBook {
  try {
    const workbook = markup ? read(decodeText(bytes, fileName).text, { ...OPTIONS, type: 'string' }) : read(bytes, { ...OPTIONS, type: 'buffer' });
    if (workbook.SheetNames.length > 0) return workbook;
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new RefusedFile(sentenceFor(error, fileName, markup));
  }
  throw new RefusedFile(`${fileName} has no sheet in it, so there is no table to read.`);
}

function sentenceFor(error: unknown, fileName: string, markup: boolean): string {
  const words = error instanceof Error ? error.message : '';
  if (/password/i.test(words)) {
    return `${fileName} has a password. Open it in Excel, take the password off (File, Info, Protect Workbook) and save it again.`;
  }
  if (markup) return `${fileName} is a web page or an XML file without a table in it, so there is nothing to read.`;
  if (/Cannot find Workbook|Unsupported file/i.test(words)) return `${fileName} is a file of Office, but no workbook.`;
  return `${fileName} is damaged and cannot be read. Opening it in Excel and saving a new copy as .xlsx often mends it.`;
}

function* filledRows(sheet: DenseSheet): Generator<readonly [number, readonly RawCell[]]> {
  const rows = sheet['!data'] ?? [];
  // Only rows that are there: an array with one cell in its last row is as long as the sheet.
  for (const key of Object.keys(rows)) {
    const row = rows[Number(key)];
    if (row === undefined) continue;
    const cells = cellsOf(row);
    if (cells.some((cell) => cell !== null)) yield [Number(key), cells];
  }
}

function cellsOf(row: readonly (CellObject | undefined)[]): RawCell[] {
  const cells: RawCell[] = [];
  for (const key of Object.keys(row)) {
    const column = Number(key);
    const cell = valueOf(row[column]);
    if (cell === null) continue;
    // One beyond the limit is enough to be refused for it.
    const place = Math.min(column, MAX_COLUMNS);
    while (cells.length < place) cells.push(null);
    cells[place] = cell;
  }
  return cells;
}

/** A cell that holds an error keeps its word (#N/A), which is said and read as empty. */
function valueOf(cell: CellObject | undefined): RawCell {
  if (cell === undefined || cell.t === 'z') return null;
  if (cell.t === 'e') return typeof cell.w === 'string' ? cell.w : ERRORS.get(Number(cell.v)) ?? '#N/A';
  return rawCell(cell.v);
}

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'], [0x07, '#DIV/0!'], [0x0f, '#VALUE!'], [0x17, '#REF!'], [0x1d, '#NAME?'], [0x24, '#NUM!'], [0x2a, '#N/A'],
]);

function* mergesOf(sheet: DenseSheet): Generator<ColumnMerge> {
  for (const { s, e } of sheet['!merges'] ?? []) {
    if (s.c === e.c && e.r > s.r) yield { column: s.c, from: s.r + 1, to: e.r + 1 };
  }
}
