import { fieldOfHeader, type ColumnField } from './column-synonyms.ts';
import { moneyHeader, type MoneyHeader } from './money-headers.ts';
import { looksLikePeople, privateByContent, privateByHeader } from './private-columns.ts';
import type { TableColumn } from './table-columns.ts';
import { categoryOf } from './values/category-words.ts';
import { cellText, isPlaceholder, knownText } from './values/cell-text.ts';
import { dateColumn } from './values/date-column.ts';
import { readMoney } from './values/money.ts';
import { readStatus, readUserGroup } from './values/status.ts';
import { readSize } from './values/size.ts';
import { isYearGroup } from './values/year-group.ts';
import { readLength } from './values/warranty.ts';

/** What one column could be used for, before columns of the same kind compete. */
export type ColumnRole =
  | { readonly kind: 'field'; readonly field: ColumnField; readonly rank: number; readonly money: MoneyHeader | null }
  | { readonly kind: 'left_out'; readonly reason: string; readonly isPrivate: boolean };

/** Fields whose cells must be dates; at least half of them, or the header means something else here. */
const DATE_FIELDS: ReadonlySet<ColumnField> = new Set([
  'purchaseDate', 'inServiceDate', 'warrantyStart', 'vendorSupportEnd', 'leaseEnd',
]);

const BY_POLICY = 'how long kit is kept is set in the refresh policy';
const UNKNOWN_HEADING = 'Kitplan does not know this heading; Room, Category, Purchase date, Cost and Notes are among those it knows';
/** Columns that schools keep and Kitplan works out by itself. */
const KNOWN_AND_UNUSED: readonly (readonly [RegExp, string])[] = [
  [/^(life ?span|life ?cycle|((useful|expected|asset|economic) )?life( expectancy)?)( in)?( years| yrs| months)?$/, BY_POLICY],
  [/^(refresh|replacement|replace|due|replace by|replace in)( cycle| year| date| due)?$/, 'when kit is due follows from the refresh policy'],
  [/^(condition|(replacement|replace|warranty|repairs?|insurance|maintenance|delivery|carriage|running|lease|rental) (cost|price|value)s?)$/,
    'Kitplan does not use it'],
  [/^(age|age years|depreciation.*|accumulated depreciation|depreciated)$/, 'Kitplan works it out from the purchase'],
];

/**
 * What a column is for, by its header and then by what its cells look like: a header with a known meaning is
 * not believed where the cells say otherwise.
 * @param headers all plain headers of the file: a few words mean one thing in one program's export only.
 */
export function columnRole(column: TableColumn, headers: ReadonlySet<string>, dateSystem: '1900' | '1904'): ColumnRole {
  const privately = privateByContent(column.cells);
  if (privately !== null) return { kind: 'left_out', reason: privately, isPrivate: true };
  const named = fieldOfHeader(column.plain);
  if (named !== null) return byContent(column, named.field, named.rank, headers, dateSystem);
  const money = moneyHeader(column.plain);
  if (money === 'worth') return leftOut('it says what the kit is worth now, which is not what was paid');
  const known = KNOWN_AND_UNUSED.find(([header]) => header.test(column.plain));
  if (known !== undefined) return leftOut(known[1]);
  const isPrivate = privateByHeader(column.plain);
  if (isPrivate !== null) {
    return isUserGroup(column) ? field('userGroup', 50) : { kind: 'left_out', reason: isPrivate, isPrivate: true };
  }
  if (column.plain === 'total' && share(column, (text) => /^\d+$/.test(text)) === 1) {
    return leftOut('it may count items or pounds: a header such as Quantity or Total cost tells which');
  }
  if (money !== null) {
    return column.filled > 0 && column.cells.every((cell) => ['empty', 'unreadable'].includes(readMoney(cell).kind))
      ? leftOut('its cells are not amounts of money') : field('cost', money.rank, money);
  }
  if (column.filled === 0) return leftOut('it is empty');
  return leftOut(column.plain === '' ? 'it has no header' : UNKNOWN_HEADING);
}

function byContent(
  column: TableColumn, name: ColumnField, rank: number, headers: ReadonlySet<string>, dateSystem: '1900' | '1904',
): ColumnRole {
  if (column.plain === 'company') return companyRole(column, rank, headers);
  if (column.filled === 0) return field(name, rank);
  if (column.plain === 'year' && share(column, isYearGroup) >= 0.5) return field('yearGroup', 50);
  if (DATE_FIELDS.has(name) && dateColumn(column.cells, dateSystem).share < 0.5) {
    return leftOut('fewer than half of its cells can be read as dates');
  }
  if (name === 'warranty') return warrantyRole(column, rank, dateSystem);
  if (name === 'endOfLife') return endOfLifeRole(column, rank, headers, dateSystem);
  if ((name === 'memory' || name === 'storage') && share(column, (_, cell) => readSize(cell, name, column.plain) !== null) < 0.5) {
    return leftOut('fewer than half of its cells are sizes such as 8 GB');
  }
  if (name === 'quantity' && numbersTheRows(column)) return leftOut('it numbers the rows');
  if (column.plain === 'state' && share(column, (text) => readStatus(text) !== null) < 0.5) {
    return leftOut('its cells do not say what state the kit is in');
  }
  if (column.plain === 'class' && share(column, (text) => categoryOf(text) !== null) >= 0.5) return field('category', 60);
  if (column.plain === 'asset' && share(column, (text) => /^\S*\d\S*$/.test(text)) > 0.5) return field('tag', 20);
  if (column.plain === 'title' && (headers.has('asset name') || headers.has('employee no'))) {
    return { kind: 'left_out', reason: privateByHeader('job title') ?? '', isPrivate: true };
  }
  if (column.plain === 'name' && looksLikePeople(column.cells, (text) => categoryOf(text) !== null)) {
    return { kind: 'left_out', reason: privateByHeader('user name') ?? '', isPrivate: true };
  }
  return field(name, rank);
}

/** Snipe-IT's Company is the school that a thing belongs to: of use where there are several. Elsewhere it may be who sold it. */
function companyRole(column: TableColumn, rank: number, headers: ReadonlySet<string>): ColumnRole {
  if (column.filled === 0) return leftOut('it is empty');
  const isSnipe = headers.has('asset tag') && ['model no', 'model number', 'eol rate', 'checkout type', 'depreciation'].some((header) => headers.has(header));
  if (!isSnipe) return leftOut('a company may be whose it is or who sold it: take it for Site or for Supplier');
  const companies = new Set(column.cells.flatMap((cell) => knownText(cell)?.toLowerCase() ?? []));
  return companies.size > 1 ? field('site', rank) : leftOut('it names one company for all rows: take it for Site where the plan is to have it');
}

/** An end date, a length, or only a word such as "expired", which is of no use for a plan. */
function warrantyRole(column: TableColumn, rank: number, dateSystem: '1900' | '1904'): ColumnRole {
  const lengths = share(column, (_, cell) => readLength(cell).kind !== 'unreadable');
  // A bare "36" is a length; only a column that is not lengths can be dates.
  if (lengths >= 0.5 || dateColumn(column.cells, dateSystem).share >= 0.5) return field('warranty', rank);
  return leftOut('it holds words, neither lengths of cover nor dates');
}

function endOfLifeRole(
  column: TableColumn, rank: number, headers: ReadonlySet<string>, dateSystem: '1900' | '1904',
): ColumnRole {
  if (share(column, (_, cell) => readLength(cell).kind !== 'unreadable') >= 0.5) {
    return leftOut(`it holds lives in months or years: ${BY_POLICY}`);
  }
  if (headers.has('eol rate') || [...headers].some((header) => header.startsWith('checked out to'))) {
    return leftOut('another program worked this date out from its own life: Kitplan uses the refresh policy');
  }
  return dateColumn(column.cells, dateSystem).share >= 0.5
    ? field('vendorSupportEnd', 50 + rank) : leftOut('fewer than half of its cells can be read as dates');
}

function numbersTheRows(column: TableColumn): boolean {
  if (!['no', 'number', 'count'].includes(column.plain) || column.filled < 3) return false;
  const numbers = column.cells.map((cell) => Number(cellText(cell) || Number.NaN)).filter((number) => !Number.isNaN(number));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

function isUserGroup(column: TableColumn): boolean {
  return column.filled > 0 && share(column, (text) => /^(all )?\w+$/.test(text)
    && (readUserGroup(text) !== null || /^shared$/i.test(text))) === 1;
}

/** Share of the filled cells that pass, 0 to 1. */
function share(column: TableColumn, passes: (text: string, cell: TableColumn['cells'][number]) => boolean): number {
  const filled = column.cells.filter((cell) => cellText(cell) !== '' && !isPlaceholder(cellText(cell)));
  return filled.length === 0 ? 0 : filled.filter((cell) => passes(knownText(cell) ?? '', cell)).length / filled.length;
}

const field = (name: ColumnField, rank: number, money: MoneyHeader | null = null): ColumnRole =>
  ({ kind: 'field', field: name, rank, money });
const leftOut = (reason: string): ColumnRole => ({ kind: 'left_out', reason, isPrivate: false });
