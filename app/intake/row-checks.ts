import type { IsoDate } from '../../planning/vocabulary.ts';
import type { SourceColumn } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import { repeatsHeader } from './header-row.ts';
import type { RawRow } from './raw-table.ts';
import type { RefusedRow } from './register-row.ts';
import type { RowDates } from './row-dates.ts';
import { isTotalsRow } from './totals-row.ts';
import { knownText } from './values/cell-text.ts';
import type { DateValue } from './values/date-column.ts';

export const TOTALS_ROW = 'it is a totals row';
const REPEATS_HEADER = 'it repeats the header';

/** Whether nothing is lost with a refused row: it is a total, or the headings again. */
export const holdsNoKit = ({ reason }: RefusedRow): boolean => reason === TOTALS_ROW || reason === REPEATS_HEADER;
const PERSONAL = /^(personal|personally owned|byod|own device|private)\b/i;

type Sources = ReadonlyMap<ColumnField, readonly SourceColumn[]>;

/**
 * Why a row cannot be an asset of the school, before its values are read; null where it may be one. Only what
 * plainly is none is refused: a total, the header again, a return, a deleted row, a person's own device.
 */
export function refuseRow(
  raw: RawRow, headerNames: readonly string[], sources: Sources, dates: RowDates,
): RefusedRow | null {
  if (repeatsHeader(raw.cells, headerNames)) return { row: raw.row, column: null, reason: REPEATS_HEADER };
  if (isTotalsRow(raw, sources, dates)) return { row: raw.row, column: null, reason: TOTALS_ROW };
  for (const source of sources.get('deleted') ?? []) {
    if (saysYes(raw, source)) return { row: raw.row, column: source.column, reason: 'it is marked as deleted' };
  }
  for (const source of sources.get('returned') ?? []) {
    if (saysYes(raw, source)) return { row: raw.row, column: source.column, reason: 'it was returned' };
  }
  for (const source of sources.get('ownership') ?? []) {
    const text = knownText(raw.cells[source.index]) ?? '';
    const isPersonal = source.plain === 'byod' ? saysYes(raw, source) : PERSONAL.test(text);
    if (isPersonal) return { row: raw.row, column: source.column, reason: 'it belongs to a person, not to the school' };
  }
  return null;
}

function saysYes(raw: RawRow, { index }: SourceColumn): boolean {
  const text = knownText(raw.cells[index]);
  return text !== null && !/^(n|false|nicht|(not|never)\b.*|no\b(?! longer).*)$/i.test(text);
}

/** Whether a disposal cell says that the kit is gone: a day that has come, or any word but "no". */
export function saysDisposed(raw: RawRow, source: SourceColumn, date: DateValue, asOf: IsoDate): boolean {
  if (date.kind === 'date') return date.date <= asOf;
  return date.kind !== 'empty' && saysYes(raw, source);
}
