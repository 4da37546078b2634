import type { Category } from '../../planning/categories.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { ImportOptions, ListKind } from '../contract/import-options.ts';
import { Refusal } from '../refusal.ts';
import { CategoryReader } from './category-reader.ts';
import { Choices } from './choices.ts';
import { withChoicesByHand } from './chosen-by-hand.ts';
import { chooseColumns, type ChosenColumns } from './column-choice.ts';
import { columnDecisions, columnReadings } from './column-readings.ts';
import type { ColumnField } from './column-synonyms.ts';
import type { HeaderRow } from './header-row.ts';
import { tellColumnsByCells } from './headerless.ts';
import { repeatedIdentities, noticePrices, withoutRepeated } from './across-rows.ts';
import { adaptRows } from './lists/adapted-rows.ts';
import { listKindOf, noticeOfList } from './lists/list-kind.ts';
import { NAMED_ABOUT, type NamesFound } from './names-found.ts';
import { WHOLE_FILE, type Decision, type RawTable } from './raw-table.ts';
import type { RefusedRow, RegisterReading, RegisterRow } from './register-row.ts';
import { LeavingReader } from './leaving-reader.ts';
import { labelsOfBlocks } from './record-blocks.ts';
import { factDecisions, modelFacts } from './model-facts.ts';
import { RowDates } from './row-dates.ts';
import { RowNotices } from './row-notices.ts';
import { RowReader } from './row-reader.ts';
import { StatusReader } from './status-reader.ts';
import { bodyOf, type TableBody } from './table-body.ts';
import { tableColumns, type TableColumn } from './table-columns.ts';
import { categoryOf } from './values/category-words.ts';
import { cellText } from './values/cell-text.ts';

/** A row must be able to say what it is: without any of these a file is no register. */
const SAYS_WHAT: readonly ColumnField[] = ['tag', 'serial', 'description', 'make', 'model'];
const HEADERS_NAMED = 8;
/** Rows that list their serials one by one must not make more assets than a file may have rows. */
const MOST_ITEMS = 200_000;
/** Rows between two moments at which a reading can be stopped. */
const ROWS_IN_A_STEP = 2_000;

export type Interpreting = {
  /** The as-at date: purchases after it are named, disposals after it have not happened. */
  readonly asOf: IsoDate;
  /** What a person said of this file. */
  readonly options?: ImportOptions;
  /** Kinds of kit that the plan has beside the shipped ones. */
  readonly ownKinds?: readonly Category[];
};

/** A table laid out: its headings, its rows and what each column is taken for; `chosen` is null where nothing could be told. */
export type LaidOut = TableBody & {
  readonly columns: readonly TableColumn[];
  readonly chosen: ChosenColumns | null;
  readonly list: ListKind;
};

/**
 * Lays a table out without reading its cells one by one.
 * @throws Refusal `refused_file` where the row said to hold the headings is blank.
 */
export function layOut(table: RawTable, choices: Choices): LaidOut {
  const body = bodyOf(table, choices);
  const columns = tableColumns(body.header, body.rows);
  const choose = body.header === null ? tellColumnsByCells : chooseColumns;
  const list = choices.options.list ?? listKindOf(columns);
  return { ...body, columns, list, chosen: withChoicesByHand(choose(columns, table.dateSystem), columns, list, choices) };
}

/**
 * Reads a raw table as a register. Pure: the same table, day and options give the same reading.
 * @throws Refusal `refused_file` where there is no header, no row under it, or no column that a register has.
 */
export function interpretRegister(table: RawTable, interpreting: Interpreting): RegisterReading {
  const steps = interpretingSteps(table, interpreting);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As `interpretRegister`, in steps: it yields the rows read so far, so that others have their turn between two of them. */
export function* interpretingSteps(table: RawTable, { asOf, options, ownKinds }: Interpreting): Generator<number, RegisterReading> {
  const choices = new Choices(options, ownKinds);
  const laidOut = layOut(table, choices);
  const { header, rows: body, columns, list } = laidOut;
  yield 0;
  const chosen = readable(table, laidOut);
  const notices = new RowNotices();
  const dates = new RowDates(chosen.sources, table.dateSystem, notices, asOf, choices);
  const categories = new CategoryReader(chosen.sources, list === 'software' ? 'software' : null, choices);
  const leaving = new LeavingReader(chosen.sources, dates, notices, asOf, choices);
  const statuses = new StatusReader(chosen.sources, dates, notices, asOf, choices);
  const reader = new RowReader(chosen.sources, header?.names ?? [], dates, categories, statuses, leaving, notices, choices, list);
  const read: RegisterRow[] = [];
  const refusedRows: RefusedRow[] = [];
  for (const [at, raw] of body.entries()) {
    if (at % ROWS_IN_A_STEP === ROWS_IN_A_STEP - 1) yield at;
    const outcome = reader.read(raw);
    if ('refused' in outcome) refusedRows.push(outcome.refused);
    else for (const row of outcome.rows) read.push(row);
    if (read.length > MOST_ITEMS) throw refused(`${table.fileName} lists more than ${MOST_ITEMS.toLocaleString('en-GB')} items.`);
  }
  const facts = modelFacts(read);
  const rows = facts.rows.map(spelledAsUsual(reader.names));
  const repeated = repeatedIdentities(rows, chosen, notices);
  noticePrices(rows, chosen, notices);
  yield body.length;
  const adapted = adaptRows(list, withoutRepeated(rows, repeated, chosen, choices));
  const allRefused = adapted.refused.length === 0 ? refusedRows : [...refusedRows, ...adapted.refused].toSorted((one, other) => one.row - other.row);
  const isRefused = new Set(allRefused.map(({ row }) => row));
  const readings = columnReadings(columns, chosen, dates);
  return {
    headerRow: header?.row ?? null, headings: header?.names ?? null,
    list, columns: readings, rows: adapted.rows, placesSaid: adapted.rows, refused: allRefused, leftOut: chosen.leftOut, read: body.length,
    decisions: [
      ...table.notices, ...noticeOfList(list), ...laidOut.notices,
      ...(header === null ? [aboutTheFile('there is no header row: the columns were told by their cells')] : []),
      // Doubts first: they are what a person looks for among the plain readings.
      ...categories.doubts(), ...notices.decisions(),
      ...columnDecisions(readings, chosen, body.map(({ row }) => (isRefused.has(row) ? null : row))),
      ...categories.decisions(), ...statuses.decisions(), ...leaving.decisions(), ...factDecisions(facts, chosen),
    ],
    findings: {
      // What is private goes no further than this.
      tableColumns: columns.map((column) => (chosen.isPrivate.has(column.index) ? { ...column, cells: [] } : column)), sources: chosen.sources, isPrivate: chosen.isPrivate, bodyRows: body.map(({ row }) => (isRefused.has(row) ? null : row)), doubts: notices.doubts(), repeated,
      unknownKinds: categories.unknownWords(), unknownStatuses: statuses.unknownWords(), kinds: categories.kinds, names: reader.names, dates,
    },
  };
}

/** Capitals are no difference: each name comes in as most rows of the file write it. */
const spelledAsUsual = (names: NamesFound): ((row: RegisterRow) => RegisterRow) => {
  const usual = NAMED_ABOUT.map((about) => [about, names.usual(about)] as const);
  return (row) => ({ ...row, ...Object.fromEntries(usual.map(([about, spelled]) => [about, spelled(row[about])])) });
};

/** @throws Refusal where nothing in the table says what kit there is */
function readable(table: RawTable, { header, rows, columns, chosen }: LaidOut): ChosenColumns {
  const labels = labelsOfBlocks(table.rows);
  if (labels.length > 0) {
    throw refused(`${table.fileName} writes its items one under the other, with ${labels.slice(0, 3).join(', ')} at the start of the rows: `
      + 'a register has one row for each item, under one row of headings.');
  }
  if (header !== null && rows.length === 0) throw refused(`${table.fileName} has no rows under the header (row ${header.row}).`);
  if (chosen === null) throw refused(noHeader(table));
  if (!saysWhat(chosen)) throw refused(noRegister(table, header, columns));
  return chosen;
}

/** A "Type" alone may be of anything: it counts where it names kit. */
const saysWhat = ({ sources }: ChosenColumns): boolean => SAYS_WHAT.some((field) => sources.has(field))
  || (sources.get('category') ?? []).some(({ cells }) => cells.some((cell) => categoryOf(cellText(cell)) !== null));

const refused = (sentence: string): Refusal => new Refusal('refused_file', sentence);

function noRegister(table: RawTable, header: HeaderRow | null, columns: readonly TableColumn[]): string {
  const named = columns.filter(({ plain }) => header === null || plain !== '').map(({ column }) => column);
  const list = named.slice(0, HEADERS_NAMED).join(', ') + (named.length > HEADERS_NAMED ? ' …' : '');
  return `${table.fileName} is not a register: none of ${header === null ? 'its columns' : `the columns in row ${header.row}`} (${list}) is one that `
    + 'says what kit there is, such as Description, Category, Model, Serial number or Asset tag.';
}

function noHeader({ fileName, rows }: RawTable): string {
  return rows.length === 1
    ? `${fileName} has one row only (row ${rows[0]?.row ?? 1}), so there is no table in it.`
    : `${fileName} has no header row that can be found in its first 20 rows, and its columns do not tell what they are.`;
}

const aboutTheFile = (readAs: string): Decision => ({ column: WHOLE_FILE, readAs });
