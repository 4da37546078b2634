import { readXlsx } from 'hucre/xlsx';
import { writeHucreWorkbook } from '../../app/documents/hucre-workbook.ts';
import type { WorkbookDocument } from '../../app/documents/workbook-writer.ts';
import { recalculatedByOffice } from './calc-libreoffice.ts';
import { formulasOf, poisoned } from './xlsx-document.ts';

/** The formulas of a workbook that LibreOffice, which trusts no stored value, works out to anything else, in words. */
export async function wrongInOffice(program: string, document: WorkbookDocument): Promise<string[]> {
  const saved = await readXlsx(recalculatedByOffice(program, await writeHucreWorkbook(poisoned(document))));
  return formulasOf(document).flatMap(({ sheet, cell, formula }) => {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const value = saved.sheets.find(({ name }) => name === sheet)?.rows[Number(digits) - 1]?.[letters.charCodeAt(0) - 65];
    const right = typeof formula.result === 'string' ? value === formula.result
      : typeof value === 'number' && Math.round(value * 100) === Math.round(formula.result * 100);
    return right ? [] : [`${sheet}!${cell} =${formula.formula} gives ${String(value)}, not ${formula.result}`];
  });
}
