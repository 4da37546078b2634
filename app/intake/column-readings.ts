import type { ChosenColumns, SourceColumn } from './column-choice.ts';
import { isDeliveryHeader, type ColumnField } from './column-synonyms.ts';
import { FIELD_WORDS } from './field-words.ts';
import { moneyInWords } from './money-column.ts';
import type { Decision, RawCell } from './raw-table.ts';
import type { ColumnReading } from './register-row.ts';
import type { RowDates } from './row-dates.ts';
import { rowsInWords } from './row-notices.ts';
import type { TableColumn } from './table-columns.ts';
import { cellText, isExcelError, isShortenedNumber } from './values/cell-text.ts';

const VALUES_SHOWN = 3;
const IDENTIFIERS: ReadonlySet<ColumnField> = new Set(['tag', 'serial', 'model', 'orderNumber']);

/** `place`: 0 for the column that is used, 1 for the first that fills its gaps. */
type UsedColumn = { readonly field: ColumnField; readonly place: number; readonly source: SourceColumn };

/** What each column was read as or why it stays out, in the order of the file. */
export function columnReadings(columns: readonly TableColumn[], chosen: ChosenColumns, dates: RowDates): ColumnReading[] {
  const fields = new Map<number, UsedColumn>();
  for (const [field, sources] of chosen.sources) {
    sources.forEach((source, place) => fields.set(source.index, { field, place, source }));
  }
  const reasons = new Map(chosen.leftOut.map(({ column, reason }) => [column, reason]));
  return columns.map(({ index, column, cells }) => {
    const used = fields.get(index);
    const firstValues = chosen.isPrivate.has(index) ? [] : shown(cells);
    if (used === undefined) {
      return { index, column, goesTo: null, readAs: `left out: ${reasons.get(column) ?? ''}`, firstValues };
    }
    return { index, column, goesTo: FIELD_WORDS[used.field].goesTo, readAs: readAs(used, chosen, dates), firstValues };
  });
}

function readAs({ field, place, source }: UsedColumn, chosen: ChosenColumns, dates: RowDates): string {
  const words = [FIELD_WORDS[field].words];
  const first = chosen.sources.get(field)?.[0]?.column ?? '';
  if (place > 0) {
    words[0] = field === 'description' ? 'read for words that tell the category'
      : field === 'notes' ? 'notes, added to the others' : `${words[0] ?? ''} where ${first} says nothing`;
  }
  if (field === 'purchaseDate' && isDeliveryHeader(source.plain)) words.push('of planned and ordered kit, when it is to come');
  if (field === 'cost') words.push(moneyInWords(source, chosen.sources.has('vat')));
  return [...words, ...dates.readAs(source)].join('; ');
}

/**
 * The reading of each used column, and what its cells suffered in Excel.
 * @param rowNumbers of each row of the body; null for one that was refused, about which nothing more is said.
 */
export function columnDecisions(
  readings: readonly ColumnReading[], chosen: ChosenColumns, rowNumbers: readonly (number | null)[],
): Decision[] {
  const decisions: Decision[] = readings.filter(({ goesTo }) => goesTo !== null)
    .map(({ column, readAs: words }) => ({ column, readAs: words }));
  for (const [field, sources] of chosen.sources) {
    for (const { column, cells } of sources) {
      const errors = rowsWhere(cells, rowNumbers, isExcelError);
      if (errors.length > 0) {
        decisions.push({ column, readAs: `an Excel error such as #N/A in ${rowsInWords(errors)}: read as empty` });
      }
      if (!IDENTIFIERS.has(field)) continue;
      const shortened = rowsWhere(cells, rowNumbers, (cell) => isShortenedNumber(cellText(cell)));
      if (shortened.length > 0) {
        decisions.push({
          column,
          readAs: `a number that Excel has shortened, such as 6.37702E+15, in ${rowsInWords(shortened)}: `
            + 'its last digits are lost in the file',
        });
      }
    }
  }
  return decisions;
}

function rowsWhere(
  cells: readonly (RawCell | undefined)[], rowNumbers: readonly (number | null)[],
  passes: (cell: RawCell | undefined) => boolean,
): number[] {
  return cells.flatMap((cell, index) => {
    const row = rowNumbers[index] ?? null;
    return row !== null && passes(cell) ? [row] : [];
  });
}

function shown(cells: readonly (RawCell | undefined)[]): string[] {
  const values: string[] = [];
  for (const cell of cells) {
    const text = cellText(cell);
    if (text !== '') values.push(text.slice(0, 80));
    if (values.length === VALUES_SHOWN) break;
  }
  return values;
}
