import { formatLongDate } from '../../../planning/calendar.ts';
import type { FinancialYear } from '../../../planning/result.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { CostCategory, FundKey, IsoDate, Pence, SpendNature } from '../../../planning/vocabulary.ts';
import { columnIndex, type ActualsLayout } from '../../contract/actuals-layout.ts';
import { columnLetter, type RawCell, type RawRow, type RawTable } from '../../intake/raw-table.ts';
import { dateColumn, type DateColumn } from '../../intake/values/date-column.ts';
import { cellText } from '../../intake/values/cell-text.ts';
import { NO_RESULT, quoted, readAmount } from './amount.ts';
import type { Booked } from '../../../planning/budget/ledger-codes.ts';
import { placeFinder, type PlaceOfRow, type UnknownCode } from './place-of-row.ts';

/** Codes and texts are kept up to this many characters. */
const LONGEST_CODE = 60;
const LONGEST_TEXT = 200;

/** Why a row is left out although it can be read. */
export const LEFT_OUT_REASONS = ['ignored_text', 'no_money', 'not_ict', 'cost_centre'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export type ReadActual = Booked & {
  readonly row: number; readonly on: IsoDate | null; readonly costCategory: CostCategory; readonly nature: SpendNature; readonly fundKey: FundKey;
  readonly pence: Pence; readonly committedPence: Pence | null; readonly description: string | null;
};

export type RowReading =
  | { readonly kind: 'matched'; readonly row: number; readonly actual: ReadActual }
  /** `pence` as far as they can be read. */
  | { readonly kind: 'left_out'; readonly row: number; readonly reason: LeftOutReason; readonly pence: Pence; readonly ledgerCode: string }
  | {
    readonly kind: 'refused'; readonly row: number; readonly sentence: string; readonly pence: Pence;
    /** The code that the plan does not know; null where that is not why. */
    readonly unknown: UnknownCode | null;
    readonly description: string | null;
  };

/** What the rows of an export are held against. */
export type Asked = { readonly layout: ActualsLayout; readonly year: FinancialYear; readonly through: IsoDate };

/** The rows of an export under a layout, each matched, left out or refused with its reason, in their order. */
export function readRows(table: RawTable, snapshot: Pick<PlanSnapshot, 'finance' | 'funds'>, asked: Asked): readonly RowReading[] {
  const { layout } = asked;
  const rows = table.rows.filter(({ row }) => row >= layout.startRow && (layout.endRow === null || row <= layout.endRow));
  const ignored = layout.ignoreText.map((text) => text.toLowerCase());
  const reader: Reader = {
    ...asked, placeOf: placeFinder(snapshot), uncomputed: new Set(table.uncomputed ?? []),
    dates: layout.date === null ? null : dateColumn(rows.map(({ cells }) => cells[columnIndex(layout.date ?? 'A')]), table.dateSystem),
  };
  return rows.map((raw) => (raw.cells.some((cell) => holdsOne(cell, ignored)) ? leftOut(reader, raw, 'ignored_text') : readRow(reader, raw)));
}

type Reader = Asked & {
  readonly placeOf: (booked: Booked) => PlaceOfRow; readonly dates: DateColumn | null;
  /** Cells with a formula and no result, as `F12`. */
  readonly uncomputed: ReadonlySet<string>;
};

const holdsOne = (cell: RawCell, texts: readonly string[]): boolean => {
  if (typeof cell !== 'string' || texts.length === 0) return false;
  const text = cell.toLowerCase();
  return texts.some((each) => text.includes(each));
};

const textAt = ({ cells }: RawRow, column: string | null, most: number): string | null => {
  const text = column === null ? '' : cellText(cells[columnIndex(column)]).replaceAll(/\s+/g, ' ').slice(0, most);
  return text === '' ? null : text;
};

type Money = { readonly pence: Pence; readonly filled: boolean; readonly refused: string | null };

/** Several columns added up; the first that cannot be read refuses the row, named by its letters. */
function moneyIn({ uncomputed }: Reader, { row, cells }: RawRow, columns: readonly string[]): Money {
  let [pence, filled] = [0, false];
  let refused: string | null = null;
  for (const column of columns) {
    if (uncomputed.has(`${column}${row}`)) refused ??= `column ${column} ${NO_RESULT}`;
    const reading = readAmount(cells[columnIndex(column)]);
    if (reading.kind === 'refused') refused ??= `column ${column} ${reading.reason}`;
    if (reading.kind !== 'amount') continue;
    pence += reading.pence;
    filled ||= true;
  }
  return { pence, filled, refused };
}

const leftOut = (reader: Reader, raw: RawRow, reason: LeftOutReason): RowReading =>
  ({ kind: 'left_out', row: raw.row, reason, pence: moneyIn(reader, raw, reader.layout.actual).pence, ledgerCode: textAt(raw, reader.layout.ledgerCode, LONGEST_CODE) ?? '' });

function readRow(reader: Reader, raw: RawRow): RowReading {
  const { layout, placeOf } = reader;
  const description = textAt(raw, layout.description, LONGEST_TEXT);
  const actual = moneyIn(reader, raw, layout.actual);
  const committed = moneyIn(reader, raw, layout.committed);
  const refuse = (sentence: string, unknown: UnknownCode | null = null): RowReading =>
    ({ kind: 'refused', row: raw.row, sentence, pence: actual.pence, unknown, description });
  const ledgerCode = textAt(raw, layout.ledgerCode, LONGEST_CODE);
  const unreadable = actual.refused ?? committed.refused;
  const empty = !actual.filled && !committed.filled && unreadable === null;
  if (empty) return leftOut(reader, raw, 'no_money');
  if (ledgerCode === null) return refuse(`Row ${raw.row} has no ledger code in column ${layout.ledgerCode}.`);
  const booked = { ledgerCode, fundCode: textAt(raw, layout.fund, LONGEST_CODE), costCentre: textAt(raw, layout.costCentre, LONGEST_CODE) };
  const place = placeOf(booked);
  if (place.kind === 'not_ict') return leftOut(reader, raw, place.because);
  if (unreadable !== null) return refuse(`Row ${raw.row}: ${unreadable}.`);
  if (place.kind === 'unknown') return refuse(`Row ${raw.row}: ${place.sentence}`, place.unknown);
  const day = dayOf(reader, raw);
  if ('wrong' in day) return refuse(day.wrong);
  return {
    kind: 'matched', row: raw.row,
    actual: { row: raw.row, ...booked, ...place.place, on: day.on, pence: actual.pence, committedPence: layout.committed.length === 0 ? null : committed.pence, description },
  };
}

function dayOf({ dates, layout, year, through }: Reader, raw: RawRow): { readonly on: IsoDate | null } | { readonly wrong: string } {
  if (dates === null || layout.date === null) return { on: null };
  const cell = raw.cells[columnIndex(layout.date)];
  const read = dates.read(cell);
  if (read.kind === 'empty') return { on: null };
  if (read.kind === 'unreadable') return { wrong: `Row ${raw.row}: column ${layout.date} holds ${quoted(cellText(cell))}, which is not a day.` };
  const { date } = read;
  if (date < year.start || date > year.end) {
    return { wrong: `Row ${raw.row} is dated ${formatLongDate(date)}, outside ${year.label} (${formatLongDate(year.start)} to ${formatLongDate(year.end)}).` };
  }
  if (date > through) return { wrong: `Row ${raw.row} is dated ${formatLongDate(date)}, after ${formatLongDate(through)}, the last day that the export is said to cover.` };
  return { on: date };
}

/** The first rows of an export as they stand there, from two above its first: what a person sets the letters by. */
export function firstRows({ rows }: RawTable, startRow: number, count: number): { readonly row: number; readonly cells: readonly string[] }[] {
  const from = Math.max(1, startRow - 2);
  return rows.filter(({ row }) => row >= from).slice(0, count).map(({ row, cells }) => ({ row, cells: cells.map((cell) => cellText(cell).slice(0, 80)) }));
}

/** The letters of every column that the preview can show. */
export const lettersOf = ({ rows }: RawTable): string[] =>
  Array.from({ length: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0) }, (_, at) => columnLetter(at));
