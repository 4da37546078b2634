import { streamXlsxRows } from 'hucre/xlsx';
import type { RawRow } from '../raw-table.ts';
import type { FileEnd, ReadHow } from '../spawn-reader.ts';
import { MergedTexts, mergesIn } from './merged-cells.ts';
import { rawCell } from './raw-cell.ts';
import { RowCollector } from './row-collector.ts';
import { chooseSheet, ROWS_TO_JUDGE_BY, widthOf, type JudgedSheet } from './sheet-choice.ts';
import { remarksOnUncomputedFormulas, uncomputedFormulas } from './uncomputed-formulas.ts';
import { listSheets, type WorkbookSheet } from './workbook-sheets.ts';
import type { GuardedPackage } from './zip-guard.ts';

/** Cells without a result that are named one by one: a sheet with more was never opened in Excel at all. */
const MOST_NAMED = 100_000;

/**
 * Reads one sheet of an .xlsx or .xlsm: the one asked for, else the best.
 * @throws RefusedFile where the package is damaged, or has no sheet with a row.
 */
export async function readWorkbook(
  bytes: Uint8Array, parts: GuardedPackage, fileName: string, how: ReadHow, send: (rows: readonly RawRow[]) => void,
): Promise<FileEnd> {
  const { sheets, dateSystem } = listSheets(parts, fileName);
  const judged = await judgeSheets(bytes, parts, fileName, sheets);
  const { chosen, notices } = chooseSheet(judged.map(({ sheet: _sheet, ...rest }) => rest), how, fileName);
  const { sheet } = judged.find(({ size }) => size === chosen.size) ?? {};
  const xml = sheet === undefined ? '' : xmlOf(parts, sheet);
  const merged = new MergedTexts(mergesIn(xml));
  const collector = new RowCollector(fileName, send);
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet?.position ?? 0 })) {
    collector.add(index + 1, merged.fill(index + 1, values.map(rawCell)));
  }
  collector.flush();
  const uncomputed = uncomputedFormulas(xml);
  return {
    sheet: chosen.size.name, dateSystem, text: null, sheets: judged.map(({ size }) => size),
    notices: [...notices, ...merged.remarks(), ...remarksOnUncomputedFormulas(uncomputed)],
    uncomputed: uncomputed.slice(0, MOST_NAMED).map(({ column, row }) => `${column}${row}`),
  };
}

const xmlOf = (parts: GuardedPackage, { path }: WorkbookSheet): string =>
  (path === null ? '' : Buffer.from(parts.part(path) ?? []).toString('latin1'));

async function judgeSheets(
  bytes: Uint8Array, parts: GuardedPackage, fileName: string, sheets: readonly WorkbookSheet[],
): Promise<(JudgedSheet & { readonly sheet: WorkbookSheet })[]> {
  const judged: (JudgedSheet & { readonly sheet: WorkbookSheet })[] = [];
  for (const sheet of sheets) {
    // A chart sheet has no cells.
    if (sheet.path === null) continue;
    const rows: RawRow[] = [];
    const collector = new RowCollector(fileName, (batch) => rows.push(...batch));
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet.position, maxRows: ROWS_TO_JUDGE_BY })) {
      collector.add(index + 1, values.map(rawCell));
    }
    collector.flush();
    judged.push({ sheet, rows, size: { name: sheet.name, hidden: sheet.hidden, columns: widthOf(rows), rows: filledRows(xmlOf(parts, sheet)) } });
  }
  return judged;
}

/** Rows of a worksheet's XML with a value in them: a used range far beyond the data is no size. */
function filledRows(xml: string): number {
  let count = 0;
  const row = /<(?:[\w.-]+:)?row[\s>]/g;
  const value = /<(?:[\w.-]+:)?(?:v|is)>/g;
  let start = row.exec(xml)?.index;
  while (start !== undefined) {
    const next = row.exec(xml)?.index;
    value.lastIndex = start;
    const found = value.exec(xml)?.index;
    if (found === undefined) break;
    if (next === undefined || found < next) count += 1;
    start = next;
  }
  return count;
}
