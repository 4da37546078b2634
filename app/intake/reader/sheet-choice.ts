import { scoreOf } from '../../../planning/analysis/development/plan-grid.ts';
import { tableScore } from '../header-row.ts';
import { WHOLE_FILE, type Decision, type RawRow, type SheetSize } from '../raw-table.ts';
import type { ReadHow } from '../spawn-reader.ts';
import { cellText } from '../values/cell-text.ts';
import { RefusedFile } from './refused-file.ts';

/** Enough rows of a sheet to tell whether a register is on it. */
export const ROWS_TO_JUDGE_BY = 60;

export type JudgedSheet = {
  readonly size: SheetSize;
  /** Its first filled rows. */
  readonly rows: readonly RawRow[];
};

/**
 * The sheet that is read: the one asked for, else the visible one with the most columns of what is looked for, and
 * where several are as good the first, which is said.
 * @throws RefusedFile where the one asked for is not there, or none that can be seen holds a row.
 */
export function chooseSheet(
  sheets: readonly JudgedSheet[], { sheet: asked, seeks }: ReadHow, fileName: string,
): { readonly chosen: JudgedSheet; readonly notices: readonly Decision[] } {
  if (asked !== undefined) return { chosen: sheetNamed(sheets, asked, fileName), notices: [] };
  const score = seeks === 'development' ? planScore : tableScore;
  const visible = sheets.filter(({ size }) => !size.hidden);
  if (visible.length === 0) throw new RefusedFile(`${fileName} has no sheet that can be seen, so there is no table to read.`);
  const judged = visible.filter(({ rows }) => rows.length > 0).map((sheet) => ({ sheet, score: score(sheet.rows) }));
  const best = Math.max(...judged.map(({ score }) => score));
  const chosen = judged.find(({ score }) => score === best)?.sheet;
  if (!chosen) throw new RefusedFile(`${fileName} has no sheet with a table on it: every sheet that can be seen is empty.`);
  return { chosen, notices: noticesAbout(chosen, judged, best, sheets.length - visible.length) };
}

const planScore = (rows: readonly RawRow[]): number => scoreOf(rows.map(({ cells }) => cells.map(cellText)));

function sheetNamed(sheets: readonly JudgedSheet[], name: string, fileName: string): JudgedSheet {
  const named = sheets.find(({ size }) => size.name === name) ?? sheets.find(({ size }) => size.name.toLowerCase() === name.toLowerCase());
  if (named === undefined) {
    throw new RefusedFile(`${fileName} has no sheet called “${name}”. It has ${sheets.map(({ size }) => `“${size.name}”`).join(', ') || 'none'}.`);
  }
  if (named.rows.length === 0) throw new RefusedFile(`${fileName} has nothing on the sheet “${named.size.name}”.`);
  return named;
}

function noticesAbout(
  chosen: JudgedSheet, judged: readonly { readonly sheet: JudgedSheet; readonly score: number }[], best: number, hidden: number,
): Decision[] {
  const readAs: string[] = [];
  const asGood = judged.filter(({ sheet, score }) => sheet !== chosen && score === best && score > 0);
  const others = judged.length - 1 - asGood.length;
  if (judged.length > 1) readAs.push(`the sheet “${chosen.size.name}” was read`);
  if (asGood.length > 0) {
    readAs.push(`${asGood.map(({ sheet }) => `“${sheet.size.name}”`).join(', ')} may hold registers too and `
      + `${asGood.length === 1 ? 'was' : 'were'} not read: choose the sheet to bring it in`);
  }
  if (others > 0) readAs.push(`${others} other ${others === 1 ? 'sheet was' : 'sheets were'} not read`);
  if (hidden > 0) readAs.push(`${hidden} hidden ${hidden === 1 ? 'sheet was' : 'sheets were'} passed over`);
  return readAs.length === 0 ? [] : [{ column: WHOLE_FILE, readAs: readAs.join('; ') }];
}

/** One past the last filled column of the rows. */
export const widthOf = (rows: readonly RawRow[]): number => rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
