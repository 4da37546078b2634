import { formatLongDate } from '../../../planning/calendar.ts';
import type { DocumentFacts } from '../../../planning/documents/facts.ts';
import { scheduledLines, windowKey, type ScheduledLine } from '../../../planning/documents/schedule/rows.ts';
import { sumOf } from '../../../planning/money.ts';
import { TERMS_EXPLAINED } from '../../../planning/periods.ts';
import { GUESSED_HOLIDAYS } from '../../../planning/school-holidays.ts';
import { LIMITING_FACTOR_WORDS } from '../../../planning/vocabulary.ts';
import { compareNames, itemCount } from '../../../planning/words.ts';
import { columnLetters, columnRange, dateCell, formulaCell, pounds, rowRange, textCell } from '../cells.ts';
import { writeHucreWorkbook } from '../hucre-workbook.ts';
import { registerLookup, type RegisterLookup } from '../register-lookup.ts';
import { tableSheet, type TableColumn, type TableValue } from '../table-document.ts';
import type { CellRange, WorkbookCell, WorkbookDocument, WorkbookName, WorkbookRow, WorkbookSheet } from '../workbook-writer.ts';

const ITEMS_SHEET = 'Schedule';
const NO_ROOM = 'No room entered';
const NO_WINDOW = 'After the holidays known';

/**
 * The rooms and the holidays in the order of the sheets that add them up. Sums go by their numbers: a name may hold what a
 * criterion takes for a wildcard or a comparison.
 */
type Keys = { readonly rooms: readonly string[]; readonly windows: readonly string[] };
type Row = { readonly of: ScheduledLine; readonly facts: DocumentFacts; readonly names: RegisterLookup; readonly roomKey: number; readonly windowKey: number };
type Column = TableColumn & { /** What formulas of other sheets call the whole column. */ readonly named?: string; readonly value: (row: Row) => TableValue };

const text = (heading: string, width: number, value: Column['value'], named?: string): Column => ({ heading, kind: 'text', width, value, ...(named !== undefined && { named }) });
const other = (heading: string, kind: 'date' | 'count' | 'exact', width: number, value: Column['value'], named?: string): Column =>
  ({ heading, kind, width, value, ...(named !== undefined && { named }) });

/** `Summer holiday, 23 July 2027 to 31 August 2027`: no two alike, so that sums find it. */
const windowWords = ({ window }: ScheduledLine): string =>
  (window === null ? NO_WINDOW : `${window.name}, ${formatLongDate(window.firstDay)} to ${formatLongDate(window.lastDay)}`);

const COLUMNS: readonly Column[] = [
  text('Year', 9, ({ of, facts }) => facts.forecast.years[of.line.yearIndex]?.label ?? ''),
  text('Term', 22, ({ of }) => of.period.label, 'item_term'),
  text('Put in during', 48, ({ of }) => windowWords(of)),
  other('From', 'date', 13, ({ of }) => of.window?.firstDay ?? null),
  other('To', 'date', 13, ({ of }) => of.window?.lastDay ?? null),
  text('Days are', 16, ({ of: { window } }) => (window === null ? null : window.guessed ? 'usual, a guess' : 'the school’s own')),
  text('Room', 20, ({ of }) => of.room ?? NO_ROOM),
  text('Building or site', 22, ({ of, names }) => names.place(of.asset)),
  text('Department', 18, ({ of, names }) => names.department(of.asset)),
  text('What', 28, ({ of }) => of.what),
  text('Asset tag', 14, ({ of }) => of.asset.tag),
  text('Description', 34, ({ of }) => of.asset.description),
  other('Items', 'count', 8, ({ of }) => of.line.quantity, 'item_count'),
  other('Buy by', 'date', 13, ({ of }) => of.line.date),
  other('Due', 'date', 13, ({ of }) => of.line.due),
  text('Overdue', 9, ({ of }) => (of.line.overdue ? 'overdue' : null)),
  text('Set by', 22, ({ of }) => (of.line.limitingFactor === null ? null : LIMITING_FACTOR_WORDS[of.line.limitingFactor])),
  text('Ordered', 9, ({ of }) => (of.line.committed ? 'ordered' : null)),
  other('Price of one, net', 'exact', 15, ({ of }) => of.line.unitPence),
  other('Net', 'exact', 13, ({ of }) => of.line.netPence, 'item_net'),
  text('Code', 8, ({ of }) => of.line.code),
  other('Line in “By room and term”', 'count', 12, ({ roomKey }) => roomKey, 'item_room'),
  other('Line in “By holiday”', 'count', 12, (row) => row.windowKey, 'item_window'),
];

function keysOf(lines: readonly ScheduledLine[]): Keys {
  const rooms = [...new Set(lines.map(({ room }) => room ?? NO_ROOM))].toSorted((a, b) => Number(a === NO_ROOM) - Number(b === NO_ROOM) || compareNames(a, b));
  return { rooms, windows: [...new Set(lines.map(({ window }) => windowKey(window)))] };
}

/** The schedule as a workbook: by room and term, by holiday, and every item; the sums are formulas over the items. */
export function scheduleDocument(facts: DocumentFacts): WorkbookDocument {
  const { snapshot: { school }, forecast: { asOf, years } } = facts;
  const lines = scheduledLines(facts);
  const names = registerLookup(facts.snapshot);
  const { rooms, windows } = keysOf(lines);
  const [roomAt, windowAt] = [numbered(rooms), numbered(windows)];
  const rows = lines.map((of): Row => ({ of, facts, names, roomKey: roomAt.get(of.room ?? NO_ROOM) ?? 0, windowKey: windowAt.get(windowKey(of.window)) ?? 0 }));
  const title = `Refresh schedule ${years[0]?.label ?? ''} to ${years.at(-1)?.label ?? ''}`;
  return {
    title: `${school.name || 'The school'}: ${title}`, school: school.name, created: asOf, footer: `${title}, figures as at ${formatLongDate(asOf)}, net of VAT`,
    description: `${title}: what is bought and put in when and where, as at ${formatLongDate(asOf)}.`,
    sheets: [termsSheet(title, facts, lines, rooms), holidaysSheet(title, lines), { ...tableSheet({ sheet: ITEMS_SHEET, columns: COLUMNS, rows: rows.map((row) => COLUMNS.map(({ value }) => value(row))) }), frozen: { rows: 1, columns: 0 } }],
    names: COLUMNS.flatMap(({ named }, at): WorkbookName[] => (named === undefined ? [] : [{ name: named, sheet: ITEMS_SHEET, range: columnRange(at + 1, 2, 1 + Math.max(1, lines.length)) }])),
  };
}

export const scheduleWorkbook = (facts: DocumentFacts): Promise<Uint8Array> => writeHucreWorkbook(scheduleDocument(facts));

/** Title, notes and a space stand above the headings of both sheets of sums. */
const HEAD_ROW = 5;
const penceIn = (lines: readonly ScheduledLine[]): number => pounds(sumOf(lines.map(({ line }) => line.netPence ?? 0)));
const numbered = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, at) => [name, at + 1]));
const itemsIn = (lines: readonly ScheduledLine[]): number => sumOf(lines.map(({ line }) => line.quantity));

const above = (title: string, sentence: string, note: string): readonly WorkbookRow[] =>
  [{ cells: [textCell(title, 'title')] }, { cells: [textCell(sentence, 'note')] }, { cells: [textCell(note, 'note')] }, { cells: [] }];

/** The notes run over all columns: a cell of one would cut them off. */
const notesOver = (columns: number): readonly CellRange[] => [rowRange(2, 1, columns), rowRange(3, 1, columns)];

const unpricedWords = (lines: readonly ScheduledLine[]): string => {
  const items = itemsIn(lines.filter(({ line }) => line.netPence === null));
  return items === 0 ? 'Pounds, net of VAT.' : `Pounds, net of VAT. ${itemCount(items)} without a price ${items === 1 ? 'is' : 'are'} in no sum.`;
};

/** Rooms down, terms across: what is spent in each. */
function termsSheet(title: string, { forecast: { years } }: DocumentFacts, lines: readonly ScheduledLine[], rooms: readonly string[]): WorkbookSheet {
  const terms = [...new Set(lines.map(({ period }) => period.label))];
  const ofRoom = Map.groupBy(lines, ({ room }) => room ?? NO_ROOM);
  const last = HEAD_ROW + Math.max(1, rooms.length);
  const cell = (room: string, key: number, term: string, at: number): WorkbookCell =>
    formulaCell(`SUMIFS(item_net,item_room,${key},item_term,${columnLetters(at + 2)}$${HEAD_ROW})`, penceIn((ofRoom.get(room) ?? []).filter(({ period }) => period.label === term)), 'money');
  const sumRow = (column: number, result: number): WorkbookCell => formulaCell(`SUM(${columnLetters(column)}${HEAD_ROW + 1}:${columnLetters(column)}${last})`, result, 'moneyGrand');
  return {
    name: 'By room and term', columnWidths: [26, ...terms.map(() => 15), 15], frozen: { rows: HEAD_ROW, columns: 1 }, repeatedRows: { first: HEAD_ROW, last: HEAD_ROW }, printedColumns: null, fit: 'one_page_wide',
    joined: notesOver(terms.length + 2),
    rows: [
      ...above(title, unpricedWords(lines), years.length === 0 ? '' : TERMS_EXPLAINED),
      { cells: [textCell('Room', 'head'), ...terms.map((term) => textCell(term, 'headRight')), textCell('All terms', 'headRight')] },
      ...rooms.map((room, at): WorkbookRow => ({
        cells: [textCell(room), ...terms.map((term, column) => cell(room, at + 1, term, column)), formulaCell(`SUMIFS(item_net,item_room,${at + 1})`, penceIn(ofRoom.get(room) ?? []), 'moneyTotal')],
      })),
      ...(rooms.length === 0 ? [{ cells: [textCell('Nothing is due for replacement in these years.', 'note')] }] : [{
        cells: [textCell('All rooms', 'grandText'), ...terms.map((term, at) => sumRow(at + 2, penceIn(lines.filter(({ period }) => period.label === term)))), sumRow(terms.length + 2, penceIn(lines))],
      }]),
    ],
  };
}

/** What each holiday has to take. */
function holidaysSheet(title: string, lines: readonly ScheduledLine[]): WorkbookSheet {
  const windows = [...Map.groupBy(lines, ({ window }) => windowKey(window)).values()];
  const last = HEAD_ROW + Math.max(1, windows.length);
  const total = (column: number, result: number, style: 'moneyGrand' | 'strongCount'): WorkbookCell => formulaCell(`SUM(${columnLetters(column)}${HEAD_ROW + 1}:${columnLetters(column)}${last})`, result, style);
  return {
    name: 'By holiday', columnWidths: [48, 13, 13, 18, 10, 15], frozen: { rows: HEAD_ROW, columns: 1 }, repeatedRows: { first: HEAD_ROW, last: HEAD_ROW }, printedColumns: null, fit: 'one_page_wide',
    joined: notesOver(6),
    rows: [
      ...above(title, unpricedWords(lines), lines.some(({ window }) => window?.guessed === true) ? GUESSED_HOLIDAYS : 'The holidays are the school’s own.'),
      { cells: [textCell('Put in during', 'head'), textCell('From', 'headRight'), textCell('To', 'headRight'), textCell('Days are', 'head'), textCell('Items', 'headRight'), textCell('Net', 'headRight')] },
      ...windows.flatMap((its, at): WorkbookRow[] => (its[0] === undefined ? [] : [windowRow(its[0], its, at + 1)])),
      ...(windows.length === 0 ? [{ cells: [textCell('Nothing is to be put in.', 'note')] }] : [{
        cells: [textCell('All of them', 'grandText'), null, null, null, total(5, itemsIn(lines), 'strongCount'), total(6, penceIn(lines), 'moneyGrand')],
      }]),
    ],
  };
}

function windowRow(first: ScheduledLine, lines: readonly ScheduledLine[], key: number): WorkbookRow {
  const { window } = first;
  return {
    cells: [
      textCell(windowWords(first)), window === null ? null : dateCell(window.firstDay), window === null ? null : dateCell(window.lastDay),
      window === null ? null : textCell(window.guessed ? 'usual, a guess' : 'the school’s own'),
      formulaCell(`SUMIFS(item_count,item_window,${key})`, itemsIn(lines), 'count'), formulaCell(`SUMIFS(item_net,item_window,${key})`, penceIn(lines), 'money'),
    ],
  };
}
