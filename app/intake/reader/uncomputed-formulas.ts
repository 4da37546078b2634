import type { Decision } from '../raw-table.ts';

/** A cell with a formula and no value beside it: written by a program, never opened in Excel. */
const PREFIX = '(?:[\\w.-]+:)?';
const UNCOMPUTED = new RegExp(
  `<${PREFIX}c\\s[^>]*?\\br="([A-Z]{1,3})(\\d{1,7})"[^>]*>`
  + `<${PREFIX}f(?:\\s[^>]*)?(?:/>|>[^<]*</${PREFIX}f>)(?:<${PREFIX}v\\s*/>)?</${PREFIX}c>`, 'g');

type Cell = { readonly column: string; readonly row: string };

/**
 * Such cells arrive empty, which must not look as if whoever wrote the file had left them blank.
 * @param sheet the XML of the worksheet.
 */
export const uncomputedFormulas = (sheet: string): Cell[] =>
  [...sheet.matchAll(UNCOMPUTED)].map(([, column = '', row = '']) => ({ column, row }));

export function remarksOnUncomputedFormulas(cells: readonly Cell[]): Decision[] {
  const rowsByColumn = new Map<string, string[]>();
  for (const { column, row } of cells) {
    const rows = rowsByColumn.get(column) ?? [];
    rows.push(row);
    rowsByColumn.set(column, rows);
  }
  return [...rowsByColumn].map(([column, rows]) => ({
    column: `Column ${column}`,
    readAs: `${rows.length === 1 ? 'one cell holds a formula that has' : `${rows.length} cells hold formulas that have`} `
      + `no result yet and ${rows.length === 1 ? 'was' : 'were'} read as empty (first in row ${rows[0] ?? ''}): open the `
      + 'file in Excel, save it, and bring it in again',
  }));
}
