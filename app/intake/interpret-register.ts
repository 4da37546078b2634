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
import { tableColumns, type TableColumn } from './table-columns.ts';
import { categoryOf } from './values/category-words.ts';
import { cellText } from './values/cell-text.ts';

/** A row must be able to say what it is: without any of these a file is no register. */
const SAYS_WHAT: readonly ColumnField[] = ['tag', 'serial', 'description', 'make', 'model'];
const HEADERS_NAMED = 8;

/**
 * Reads a raw table as a register. Pure: the same table and the same day give the same reading.
 * @param options.asOf the as-at date: purchases after it are named, disposals after it have not happened.
 * @throws Refusal `refused_file` where there is no header, no row under it, or no column that a register has.
 */
export function interpretRegister(table: RawTable, options: { readonly asOf: IsoDate }): RegisterReading {
  const header = findHeader(table.rows);
  const body = header === null ? table.rows : table.rows.slice(header.bodyFrom);
  if (header !== null && body.length === 0) throw refused(`${table.fileName} has no rows under the header (row ${header.row}).`);
  const columns = tableColumns(header, body);
  const chosen = header === null ? tellColumnsByCells(columns, table.dateSystem) : chooseColumns(columns, table.dateSystem);
  if (chosen === null) {
    throw refused(table.rows.length === 1
      ? `${table.fileName} has one row only (row ${table.rows[0]?.row ?? 1}), so there is no table in it.`
      : `${table.fileName} has no header row that can be found in its first 20 rows, and its columns do not tell what they are.`);
  }
  if (!saysWhat(chosen)) throw refused(noRegister(table, header, columns));

  const notices = new RowNotices();
  const kind = kindOfList(columns);
  const dates = new RowDates(chosen.sources, table.dateSystem, notices, options.asOf);
  const categories = new CategoryReader(chosen.sources, kind.always);
  const reader = new RowReader(chosen.sources, header?.names ?? [], dates, categories, notices, options.asOf);
  const rows: RegisterRow[] = [];
  const refusedRows: RefusedRow[] = [];
  for (const raw of body) {
    const outcome = reader.read(raw);
    if ('refused' in outcome) refusedRows.push(outcome.refused);
    else for (const row of outcome.rows) rows.push(row);
  }
  noticeAcrossRows(rows, chosen, notices);
  const readings = columnReadings(columns, chosen, dates);
  const decisions = [
    ...table.notices, ...kind.notices,
    ...(header === null ? [{ column: WHOLE_FILE, readAs: 'there is no header row: the columns were told by their cells' }] : []),
    ...columnDecisions(readings, chosen, body.map(({ row }) => row)),
    ...categories.decisions(), ...notices.decisions(),
  ];
  return {
    headerRow: header?.row ?? null, columns: readings, rows, refused: refusedRows, leftOut: chosen.leftOut, decisions, read: body.length,
  };
}

/** A "Type" alone may be of anything: it counts where it names kit. */
const saysWhat = ({ sources }: ChosenColumns): boolean => SAYS_WHAT.some((field) => sources.has(field))
  || (sources.get('category') ?? []).some(({ cells }) => cells.some((cell) => categoryOf(cellText(cell)) !== null));

const refused = (sentence: string): Refusal => new Refusal('refused_file', sentence);

function noRegister(table: RawTable, header: HeaderRow | null, columns: readonly TableColumn[]): string {
  const named = columns.filter(({ plain }) => plain !== '').map(({ column }) => column);
  const list = named.slice(0, HEADERS_NAMED).join(', ') + (named.length > HEADERS_NAMED ? ' …' : '');
  return `${table.fileName} is not a register: none of the columns in row ${header?.row ?? 1} (${list}) is one that says what `
    + 'kit there is, such as Description, Category, Model, Serial number or Asset tag.';
}

/** A list of licences is software from top to bottom, and a list of models is no list of kit. */
function kindOfList(columns: readonly TableColumn[]): { readonly always: string | null; readonly notices: readonly Decision[] } {
  const has = (...headers: readonly string[]): boolean => headers.some((header) => columns.some(({ plain }) => plain === header));
  if (has('seats', 'product key') && has('licensed to name', 'licensed to email', 'reassignable')) {
    return { always: 'software', notices: [{ column: WHOLE_FILE, readAs: 'a list of licences: every row is software, which is never refreshed' }] };
  }
  if (has('fieldset') && has('requestable') && !has('asset tag', 'serial', 'serial number')) {
    return { always: null, notices: [{ column: WHOLE_FILE, readAs: 'it looks like a list of models, not of kit: each row was kept as one item' }] };
  }
  return { always: null, notices: [] };
}

/** What only shows when all rows are there: missing and repeated identities, prices out of all proportion. */
function noticeAcrossRows(rows: readonly RegisterRow[], chosen: ChosenColumns, notices: RowNotices): void {
  for (const field of ['tag', 'serial'] as const) {
    const column = chosen.sources.get(field)?.[0]?.column;
    if (column === undefined) continue;
    const rowsByValue = new Map<string, RegisterRow[]>();
    for (const row of rows) {
      const value = row[field];
      if (value === null) {
        if (row.quantity === 1) notices.add(row.row, column, field === 'tag' ? 'no tag' : 'no serial number', ': kept without');
        continue;
      }
      const same = rowsByValue.get(value.toLowerCase());
      if (same) same.push(row);
      else rowsByValue.set(value.toLowerCase(), [row]);
    }
    for (const same of rowsByValue.values()) {
      if (same.length < 2) continue;
      for (const row of same) {
        notices.add(row.row, column, field === 'tag' ? 'a tag that more than one row has' : 'a serial number that more than one row has',
          ': kept, and told apart by the rest of the row');
      }
    }
  }
  const cost = chosen.sources.get('cost')?.[0];
  const prices = rows.flatMap(({ row, unitPaidPence }) => (unitPaidPence === null ? [] : [{ row, pence: unitPaidPence }]));
  if (cost !== undefined) noticeDearest(prices, cost.column, notices);
}
