import { streamXlsxRows } from 'hucre/xlsx';
import { tableScore } from '../header-row.ts';
import { WHOLE_FILE, type Decision, type RawCell, type RawRow } from '../raw-table.ts';
import { MergedTexts } from './merged-cells.ts';
import type { FileEnd } from './read-file.ts';
import { RefusedFile } from './refused-file.ts';
import { RowCollector } from './row-collector.ts';
import { remarksOnUncomputedFormulas } from './uncomputed-formulas.ts';
import { listSheets, type WorkbookSheet } from './workbook-sheets.ts';
import { guardPackage, type GuardedPackage } from './zip-guard.ts';

/** Enough rows of a sheet to tell whether a register is on it. */
const ROWS_TO_JUDGE_BY = 60;

/**
 * Reads the best table of an .xlsx or .xlsm: hidden sheets are passed over, the sheet with the most columns a
 * register has is taken, and where several are as good the first, which is said.
 * @throws RefusedFile where the package is no workbook, is damaged, or has no sheet with a row.
 */
export async function readWorkbook(
  bytes: Uint8Array, fileName: string, send: (rows: readonly RawRow[]) => void,
): Promise<FileEnd> {
  const parts = guardPackage(bytes, fileName);
  refuseOtherPackages(parts, fileName);
  const { sheets, dateSystem } = listSheets(parts, fileName);
  const visible = sheets.filter((sheet) => !sheet.hidden && sheet.path !== null);
  if (visible.length === 0) {
    throw new RefusedFile(`${fileName} has no sheet that can be seen, so there is no table to read.`);
  }
  const { chosen, notices } = await chooseSheet(bytes, fileName, visible, sheets);
  const xml = chosen.path === null ? '' : Buffer.from(parts.part(chosen.path) ?? []).toString('latin1');
  const merged = new MergedTexts(xml);
  const collector = new RowCollector(fileName, send);
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: chosen.position })) {
    collector.add(index + 1, merged.fill(index + 1, values.map(rawCell)));
  }
  collector.flush();
  return { sheet: chosen.name, dateSystem, notices: [...notices, ...merged.remarks(), ...remarksOnUncomputedFormulas(xml)] };
}

async function chooseSheet(
  bytes: Uint8Array, fileName: string, visible: readonly WorkbookSheet[], all: readonly WorkbookSheet[],
): Promise<{ readonly chosen: WorkbookSheet; readonly notices: readonly Decision[] }> {
  const judged: { readonly sheet: WorkbookSheet; readonly score: number }[] = [];
  for (const sheet of visible) {
    const rows: RawRow[] = [];
    const collector = new RowCollector(fileName, (batch) => rows.push(...batch));
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet.position, maxRows: ROWS_TO_JUDGE_BY })) {
      collector.add(index + 1, values.map(rawCell));
    }
    collector.flush();
    if (rows.length > 0) judged.push({ sheet, score: tableScore(rows) });
  }
  const best = Math.max(...judged.map(({ score }) => score));
  const chosen = judged.find(({ score }) => score === best)?.sheet;
  if (!chosen) {
    throw new RefusedFile(`${fileName} has no sheet with a table on it: every sheet that can be seen is empty.`);
  }
  return { chosen, notices: noticesAbout(chosen, judged, best, all.filter((sheet) => sheet.hidden).length) };
}

function noticesAbout(
  chosen: WorkbookSheet, judged: readonly { readonly sheet: WorkbookSheet; readonly score: number }[],
  best: number, hidden: number,
): Decision[] {
  const readAs: string[] = [];
  const asGood = judged.filter(({ sheet, score }) => sheet !== chosen && score === best && score > 0);
  const others = judged.length - 1 - asGood.length;
  if (judged.length > 1) readAs.push(`the sheet “${chosen.name}” was read`);
  if (asGood.length > 0) {
    readAs.push(`${asGood.map(({ sheet }) => `“${sheet.name}”`).join(', ')} may hold registers too and `
      + `${asGood.length === 1 ? 'was' : 'were'} not read: save each as a file of its own to bring it in`);
  }
  if (others > 0) readAs.push(`${others} other ${others === 1 ? 'sheet was' : 'sheets were'} not read`);
  if (hidden > 0) readAs.push(`${hidden} hidden ${hidden === 1 ? 'sheet was' : 'sheets were'} passed over`);
  return readAs.length === 0 ? [] : [{ column: WHOLE_FILE, readAs: readAs.join('; ') }];
}

/** A day as text, so that no time zone can move it; a time of day is kept where there is one. */
function rawCell(value: string | number | boolean | Date | null | undefined): RawCell {
  if (value === null || value === undefined || value === '') return null;
  if (!(value instanceof Date)) return value;
  if (Number.isNaN(value.getTime())) return null;
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function refuseOtherPackages(parts: GuardedPackage, fileName: string): void {
  const mimetype = parts.has('mimetype') ? Buffer.from(parts.part('mimetype') ?? []).toString('latin1') : '';
  const saveAs = 'Open it there and save it as .xlsx or .csv.';
  if (mimetype.includes('opendocument.spreadsheet')) {
    throw new RefusedFile(`${fileName} is an OpenDocument spreadsheet (.ods). ${saveAs}`);
  }
  if (parts.has('xl/workbook.bin')) throw new RefusedFile(`${fileName} is a binary workbook (.xlsb). ${saveAs}`);
  if (parts.names.some((name) => name.endsWith('.iwa'))) {
    throw new RefusedFile(`${fileName} is a Numbers spreadsheet. Export it from Numbers as .xlsx or .csv.`);
  }
  if (parts.names.some((name) => /^(word|ppt)\//.test(name)) || mimetype.includes('opendocument')) {
    throw new RefusedFile(`${fileName} is a document or a presentation, not a spreadsheet.`);
  }
  if (!parts.has('[Content_Types].xml')) {
    const isWorkbook = parts.names.some((name) => name.startsWith('xl/'));
    throw new RefusedFile(isWorkbook
      ? `${fileName} is a workbook with a part missing. Opening it in Excel and saving a new copy often mends it.`
      : `${fileName} is a ZIP archive, not a spreadsheet. Unpack it and bring in the files that are inside.`);
  }
}
