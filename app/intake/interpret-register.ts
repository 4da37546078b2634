import type { IsoDate } from '../../planning/vocabulary.ts';
import { Refusal } from '../refusal.ts';
import { CategoryReader } from './category-reader.ts';
import { chooseColumns, type ChosenColumns } from './column-choice.ts';
import { columnDecisions, columnReadings } from './column-readings.ts';
import type { ColumnField } from './column-synonyms.ts';
import { findHeader, type HeaderRow } from './header-row.ts';
import { tellColumnsByCells } from './headerless.ts';
import { noticeDearest } from './money-column.ts';
import { WHOLE_FILE, type Decision, type RawTable } from './raw-table.ts';
import type { RefusedRow, RegisterReading, RegisterRow } from './register-row.ts';
import { RowDates } from './row-dates.ts';
import { RowNotices } from './row-notices.ts';
import { RowReader } from './row-reader.ts';
import { StatusReader } from './status-reader.ts';
import { tableColumns, type TableColumn } from './table-columns.ts';
import { categoryOf } from './values/category-words.ts';
import { cellText } from './values/cell-text.ts';

/** A row must be able to say what it is: without any of these a file is no register. */
const SAYS_WHAT: readonly ColumnField[] = ['tag', 'serial', 'description', 'make', 'model'];
const HEADERS_NAMED = 8;
/** Rows that list their serials one by one must not make more assets than a file may have rows. */
const MOST_ITEMS = 200_000;

/**
 * Reads a raw table as a register. Pure: the same table and the same day give the same reading.
 * @param options.asOf the as-at date: purchases after it are named, disposals after it have not happened.
 * @throws Refusal `refused_file` where there is no header, no row under it, or no column that a register has.
 */
export function interpretRegister(table: RawTable, options: { readonly asOf: IsoDate }): RegisterReading {
  const header = findHeader(table.rows);
  const body = header === null ? table.rows : table.rows.slice(header.bodyFrom);
  if (header !== null && body.length === 0) {
    throw refused(`${table.fileName} has no rows under the header (row ${header.row}).`);
  }
  const columns = tableColumns(header, body);
  const choose = header === null ? tellColumnsByCells : chooseColumns;
  const chosen = choose(columns, table.dateSystem);
  if (chosen === null) throw refused(noHeader(table));
  if (!saysWhat(chosen)) throw refused(noRegister(table, header, columns));

  const notices = new RowNotices();
  const kind = kindOfList(columns);
  const dates = new RowDates(chosen.sources, table.dateSystem, notices, options.asOf);
  const categories = new CategoryReader(chosen.sources, kind.always);
  const statuses = new StatusReader(chosen.sources, dates, notices, options.asOf);
  const reader = new RowReader(chosen.sources, header?.names ?? [], dates, categories, statuses, notices);
  const rows: RegisterRow[] = [];
  const refusedRows: RefusedRow[] = [];
  for (const raw of body) {
    const outcome = reader.read(raw);
    if ('refused' in outcome) refusedRows.push(outcome.refused);
    else for (const row of outcome.rows) rows.push(row);
    if (rows.length > MOST_ITEMS) {
      throw refused(`${table.fileName} lists more than ${MOST_ITEMS.toLocaleString('en-GB')} items.`);
    }
  }
  noticeAcrossRows(rows, chosen, notices);
  const isRefused = new Set(refusedRows.map(({ row }) => row));
  const readings = columnReadings(columns, chosen, dates);
  const decisions = [
    ...table.notices, ...kind.notices,
    ...(header === null ? [aboutTheFile('there is no header row: the columns were told by their cells')] : []),
    // Doubts first: they are what a person looks for among the plain readings.
    ...categories.doubts(), ...notices.decisions(),
    ...columnDecisions(readings, chosen, body.map(({ row }) => (isRefused.has(row) ? null : row))),
    ...categories.decisions(), ...statuses.decisions(),
  ];
  return {
    headerRow: header?.row ?? null,
    columns: readings, rows, refused: refusedRows, leftOut: chosen.leftOut, decisions, read: body.length,
  };
}

/** A "Type" alone may be of anything: it counts where it names kit. */
const saysWhat = ({ sources }: ChosenColumns): boolean => SAYS_WHAT.some((field) => sources.has(field))
  || (sources.get('category') ?? []).some(({ cells }) => cells.some((cell) => categoryOf(cellText(cell)) !== null));

const refused = (sentence: string): Refusal => new Refusal('refused_file', sentence);

function noRegister(table: RawTable, header: HeaderRow | null, columns: readonly TableColumn[]): string {
  const named = columns.filter(({ plain }) => plain !== '').map(({ column }) => column);
  const list = named.slice(0, HEADERS_NAMED).join(', ') + (named.length > HEADERS_NAMED ? ' …' : '');
  return `${table.fileName} is not a register: none of the columns in row ${header?.row ?? 1} (${list}) is one that `
    + 'says what kit there is, such as Description, Category, Model, Serial number or Asset tag.';
}

function noHeader({ fileName, rows }: RawTable): string {
  return rows.length === 1
    ? `${fileName} has one row only (row ${rows[0]?.row ?? 1}), so there is no table in it.`
    : `${fileName} has no header row that can be found in its first 20 rows, and its columns do not tell what they are.`;
}

const aboutTheFile = (readAs: string): Decision => ({ column: WHOLE_FILE, readAs });

/** A list of licences is software from top to bottom, and a list of models is no list of kit. */
function kindOfList(
  columns: readonly TableColumn[],
): { readonly always: string | null; readonly notices: readonly Decision[] } {
  const has = (...headers: readonly string[]): boolean => columns.some(({ plain }) => headers.includes(plain));
  if (has('seats', 'product key') && has('licensed to name', 'licensed to email', 'reassignable')) {
    return { always: 'software', notices: [aboutTheFile('a list of licences: every row is software, which is never refreshed')] };
  }
  if (has('fieldset') && has('requestable') && !has('asset tag', 'serial', 'serial number')) {
    return { always: null, notices: [aboutTheFile('it looks like a list of models, not of kit: each row was kept as one item')] };
  }
  return { always: null, notices: [] };
}

/** What only shows when all rows are there: missing and repeated identities, prices out of all proportion. */
function noticeAcrossRows(rows: readonly RegisterRow[], chosen: ChosenColumns, notices: RowNotices): void {
  noticeIdentities(rows, 'tag', chosen, notices);
  noticeIdentities(rows, 'serial', chosen, notices);
  const cost = chosen.sources.get('cost')?.[0];
  if (cost === undefined) return;
  const prices = rows.flatMap(({ row, unitPaidPence: pence }) => (pence === null ? [] : [{ row, pence }]));
  noticeDearest(prices, cost.column, notices);
}

function noticeIdentities(
  rows: readonly RegisterRow[], field: 'tag' | 'serial', chosen: ChosenColumns, notices: RowNotices,
): void {
  const column = chosen.sources.get(field)?.[0]?.column;
  if (column === undefined) return;
  const name = field === 'tag' ? 'tag' : 'serial number';
  const rowsByValue = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const value = row[field]?.toLowerCase();
    const same = value === undefined ? undefined : rowsByValue.get(value);
    // A group has no serial of its own, and its tag is only its label.
    if (value === undefined && row.quantity === 1) notices.add(row.row, column, `no ${name}`, ': kept without');
    if (same !== undefined) same.push(row);
    else if (value !== undefined) rowsByValue.set(value, [row]);
  }
  for (const same of rowsByValue.values()) {
    if (same.length < 2) continue;
    for (const row of same) {
      const after = ': kept, and told apart by the rest of the row';
      notices.add(row.row, column, `a ${name} that more than one row has`, after, row[field]);
    }
  }
}
