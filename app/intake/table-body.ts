import { Refusal } from '../refusal.ts';
import type { Choices } from './choices.ts';
import { findHeader, headerAtRow, type HeaderRow } from './header-row.ts';
import { WHOLE_FILE, type Decision, type RawRow, type RawTable } from './raw-table.ts';
import { rowsInWords } from './row-notices.ts';
import { cellText } from './values/cell-text.ts';

/** A table divided into its headings and what stands under them. */
export type TableBody = {
  readonly header: HeaderRow | null;
  readonly rows: readonly RawRow[];
  readonly notices: readonly Decision[];
};

/**
 * Finds the headings, or takes the row that a person named, and leaves out the rows that they said.
 * @throws Refusal `refused_file` where the named row is blank.
 */
export function bodyOf(table: RawTable, { options }: Choices): TableBody {
  const header = headerOf(table, options.headerRow);
  const below = header === null ? table.rows : table.rows.slice(header.bodyFrom);
  const dropped = new Set(options.leaveOutRows ?? []);
  const texts = (options.leaveOutContaining ?? []).map((text) => text.toLowerCase());
  const leftOut: number[] = [];
  const rows = below.filter((raw) => {
    const stays = raw.row >= (options.firstRow ?? 0) && raw.row <= (options.lastRow ?? Infinity)
      && !dropped.has(raw.row) && (texts.length === 0 || !holdsOneOf(raw, texts));
    if (!stays) leftOut.push(raw.row);
    return stays;
  });
  const notices = leftOut.length === 0 ? [] : [{ column: WHOLE_FILE, readAs: `left out as you said: ${rowsInWords(leftOut)}` }];
  return { header, rows, notices };
}

function headerOf(table: RawTable, asked: number | null | undefined): HeaderRow | null {
  if (asked === undefined) return findHeader(table.rows);
  if (asked === null) return null;
  const header = headerAtRow(table.rows, asked);
  if (header === null) {
    throw new Refusal('refused_file', `${table.fileName} has nothing in row ${asked}: the headings are in another row, or there are none.`);
  }
  return header;
}

const holdsOneOf = ({ cells }: RawRow, texts: readonly string[]): boolean => cells.some((cell) => {
  const text = cellText(cell).toLowerCase();
  return text !== '' && texts.some((each) => text.includes(each));
});
