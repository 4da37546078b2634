import { address } from '../../app/documents/cells.ts';
import type { WorkbookCell, WorkbookDocument, WorkbookSheet } from '../../app/documents/workbook-writer.ts';

export type FormulaCell = Extract<WorkbookCell, { kind: 'formula' }>;

const withCells = (document: WorkbookDocument, change: (cell: WorkbookCell) => WorkbookCell): WorkbookDocument => ({
  ...document,
  sheets: document.sheets.map((sheet) => ({
    ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell === null ? null : change(cell))) })),
  })),
});

/** The document with a wrong value stored beside every formula: whoever shows it did not work the formula out. */
export const poisoned = (document: WorkbookDocument): WorkbookDocument => withCells(document, (cell) =>
  (cell.kind === 'formula' ? { ...cell, result: typeof cell.result === 'number' ? -1 : 'poisoned' } : cell));

/** Every formula of a document with its sheet and address. */
export const formulasOf = (document: WorkbookDocument): { readonly sheet: string; readonly cell: string; readonly formula: FormulaCell }[] =>
  document.sheets.flatMap((sheet) => sheet.rows.flatMap((row, rowIndex) => row.cells.flatMap((cell, columnIndex) =>
    (cell?.kind === 'formula' ? [{ sheet: sheet.name, cell: address({ row: rowIndex + 1, column: columnIndex + 1 }), formula: cell }] : []))));

export const sheetNamed = (document: WorkbookDocument, name: string): WorkbookSheet => {
  const found = document.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`There is no sheet ${name}.`);
  return found;
};

/** Row number (from 1) of the row whose first cell says so, from `after` on; throws where there is none. */
export function rowLabelled(sheet: WorkbookSheet, label: string, after = 0): number {
  const found = sheet.rows.findIndex(({ cells }, index) => index >= after && cells[0]?.kind === 'text' && cells[0].text === label);
  if (found < 0) throw new Error(`${sheet.name} has no row ${label}.`);
  return found + 1;
}

/** What a cell shows, without its format: null where it is empty. */
export function shown(cell: WorkbookCell | null | undefined): string | number | null {
  if (cell === null || cell === undefined) return null;
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'number') return cell.value;
  return cell.kind === 'date' ? cell.date : cell.result;
}

export const shownRow = (sheet: WorkbookSheet, row: number): (string | number | null)[] =>
  (sheet.rows[row - 1]?.cells ?? []).map(shown);
