import { fieldOfHeader, plainHeader } from './column-synonyms.ts';
import { moneyHeader } from './money-headers.ts';
import { privateByHeader } from './private-columns.ts';
import type { RawCell, RawRow } from './raw-table.ts';
import { cellText } from './values/cell-text.ts';
import { readDateCell } from './values/dates.ts';

/** The header of a table is looked for in its first filled rows. */
const ROWS_LOOKED_AT = 20;
const LONGEST_HEADER = 120;
/** Fields that say what kit there is. */
const SAYS_WHAT: ReadonlySet<string> = new Set(['tag', 'serial', 'description', 'make', 'model', 'category']);

export type HeaderRow = {
  /** Position in the table's rows of the first row below the header. */
  readonly bodyFrom: number;
  /** The header's row number as a person sees it. */
  readonly row: number;
  /** One name for each column; empty where the header is blank. */
  readonly names: readonly string[];
  /** Different fields of a register among them. */
  readonly recognised: number;
};

/**
 * Finds the header: the row whose names most look like a register's columns; where none does, the row with
 * the most different texts that has figures or dates below. Two rows that belong together are joined; a title
 * above the table, which is one text, never is.
 * @returns null where every row looks like data.
 */
export function findHeader(rows: readonly RawRow[]): HeaderRow | null {
  let best: HeaderRow | null = null;
  let bestTexts = 0;
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  looked.forEach(({ row, cells }, index) => {
    const names = cells.map(headerText);
    const single = candidate(names, row, index + 1);
    if (!isAllText(cells)) return;
    const texts = textsIn(names);
    const found = joinWithNext(names, looked[index + 1], row, index + 2) ?? single;
    const most = best?.recognised ?? 0;
    if (found.recognised > most || (found.recognised === most && most > 0 && texts > bestTexts)) {
      best = found;
      bestTexts = texts;
    }
  });
  return best ?? headerOverFigures(looked);
}

/** The row that a person named as the one with the headings; null where it is blank. */
export function headerAtRow(rows: readonly RawRow[], row: number): HeaderRow | null {
  const at = rows.findIndex((raw) => raw.row === row);
  const cells = rows[at]?.cells;
  return cells === undefined ? null : candidate(cells.map(headerText), row, at + 1);
}

/** How much a sheet looks like a register: fields recognised in its header, and whether it has rows below. */
export function tableScore(rows: readonly RawRow[]): number {
  const header = findHeader(rows);
  if (header === null) return rows.length > 1 ? 1 : 0;
  // A pivot or a summary may have more headings that a register knows, and still says of nothing what it is.
  const saysWhat = header.names.some((name) => SAYS_WHAT.has(fieldNamed(plainHeader(name)) ?? ''));
  return rows.length > header.bodyFrom ? 2 + header.recognised * 10 + (saysWhat ? 1_000 : 0) : 0;
}

/** Whether a row below the header repeats it, as printed lists do on each page. */
export function repeatsHeader(cells: readonly RawCell[], names: readonly string[]): boolean {
  const same = cells.filter((cell, index) => {
    const name = names[index] ?? '';
    if (name === '' || typeof cell !== 'string' || cell.length < name.length) return false;
    // Asked of every row: most cells are told apart by their first character.
    const isLike = cell.trimStart().charAt(0).toLowerCase() === name.charAt(0).toLowerCase();
    return isLike && headerText(cell).toLowerCase() === name.toLowerCase();
  }).length;
  if (same === 0) return false;
  const filled = cells.filter((cell) => cellText(cell) !== '').length;
  const onlyColumn = filled === 1 && names.filter((name) => name !== '').length === 1;
  return onlyColumn || (same >= 2 && same * 5 >= filled * 3);
}

const headerText = (cell: RawCell): string => cellText(cell).replaceAll(/\s+/g, ' ');

/** Different texts of a row; a title that a merged cell repeats over all columns is one. */
const textsIn = (names: readonly string[]): number =>
  new Set(names.filter((name) => name !== '').map((name) => name.toLowerCase())).size;

function candidate(names: readonly string[], row: number, bodyFrom: number): HeaderRow {
  // Columns that are left out as private still tell that this is a header, but "checked by" in a title does not.
  const left = textsIn(names) > 1 ? names.map(plainHeader).filter((plain) => !isField(plain) && privateByHeader(plain) !== null) : [];
  return { bodyFrom, row, names, recognised: fieldsIn(names) + new Set(left).size };
}

function fieldNamed(plain: string): string | null {
  return fieldOfHeader(plain)?.field ?? (moneyHeader(plain) === null ? null : 'money');
}

const isField = (plain: string): boolean => fieldNamed(plain) !== null;

/** Different fields of a register that the names stand for. */
const fieldsIn = (names: readonly string[]): number =>
  new Set(names.map((name) => fieldNamed(plainHeader(name))).filter((field) => field !== null)).size;

/** A header holds words; a single figure or date in it makes it data. Years above columns are allowed. */
function isAllText(cells: readonly RawCell[]): boolean {
  return cells.every((cell) => {
    const text = cellText(cell);
    if (text === '') return true;
    if (text.length > LONGEST_HEADER || typeof cell === 'boolean') return false;
    return !/^[£$€]?[\d.,\s/:-]+%?$/.test(text) && !['day', 'figures'].includes(readDateCell(cell).kind);
  });
}

/**
 * A group name over several columns stands only over the first of them; it is carried to the right.
 * @returns null where the two rows together name no more fields than each of them alone.
 */
function joinWithNext(
  names: readonly string[], next: RawRow | undefined, row: number, bodyFrom: number,
): HeaderRow | null {
  if (next === undefined || textsIn(names) < 2 || !isAllText(next.cells)) return null;
  const below = next.cells.map(headerText);
  const width = Math.max(names.length, below.length);
  let group = '';
  const joined = Array.from({ length: width }, (_, index) => {
    const above = names[index] ?? '';
    const under = below[index] ?? '';
    if (above !== '') group = above;
    if (under === '') return above;
    const both = group === '' ? under : `${group} ${under}`;
    return isField(plainHeader(both)) || !isField(plainHeader(under)) ? both : under;
  });
  return fieldsIn(joined) > Math.max(fieldsIn(names), fieldsIn(below)) ? candidate(joined, row, bodyFrom) : null;
}

function headerOverFigures(rows: readonly RawRow[]): HeaderRow | null {
  let best: HeaderRow | null = null;
  let most = 0;
  rows.forEach(({ row, cells }, index) => {
    const names = cells.map(headerText);
    const texts = textsIn(names);
    const below = rows.slice(index + 1, index + 6);
    const hasFigures = below.some((lower) =>
      lower.cells.some((cell, column) => (names[column] ?? '') !== '' && !isAllText([cell])));
    if (isAllText(cells) && hasFigures && texts > most) {
      most = texts;
      best = candidate(names, row, index + 1);
    }
  });
  return best;
}
