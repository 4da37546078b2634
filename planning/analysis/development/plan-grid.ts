import { foldedName } from '../../words.ts';
import { HEADING_ABOVE, targetsNamed } from './plan-headings.ts';

/** A cell of a table with merged cells, placed on the fine grid that Word and web pages lay under their tables. */
export type PlacedCell = {
  /** The column of the fine grid where it begins, and how many it spans. */
  readonly at: number;
  readonly across: number;
  /** What stands in it; of a cell merged downwards, in every row that it spans. */
  readonly text: string;
};

/** A table as it was found, with the line that stands over it where there is one. */
export type PlacedTable = { readonly title: string | null; readonly rows: readonly (readonly PlacedCell[])[] };

/** A row that spans most of its table and says one thing heads the rows below it: "Priority 2: Reading". */
const HEADS_FROM_SHARE = 0.5;
const LEAST_COLUMNS = 3;
/** The headings of a table are looked for in its first rows. */
const ROWS_LOOKED_AT = 5;

/**
 * The table as plain rows of texts. Each text stands in one column, whatever it spans; rows that span the table become a
 * column of their own at the left, named "Heading above", which also holds what stands over the table.
 */
export function gridOf({ title, rows }: PlacedTable): string[][] {
  const starts = columnStarts(rows);
  const plain: { readonly heading: string | null; readonly cells: string[] }[] = [];
  let heading = title;
  for (const row of rows) {
    const banner = bannerOf(row, starts);
    if (banner !== null) {
      heading = banner;
      continue;
    }
    plain.push({ heading, cells: cellsOf(row, starts) });
  }
  if (plain.every((row) => row.heading === null)) return plain.map(({ cells }) => cells);
  const first = plain.findIndex(({ cells }, at) => at < ROWS_LOOKED_AT && targetsNamed(cells) >= 2);
  return plain.map((row, at) => [at === first ? HEADING_ABOVE : row.heading ?? '', ...row.cells]);
}

/**
 * Where the columns of a table begin: as in the rows with the most usual number of cells. Borders that were dragged a little
 * from row to row give a fine grid with more columns than anybody sees.
 */
function columnStarts(rows: PlacedTable['rows']): readonly number[] {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const usual = [...counts].toSorted(([length, count], [otherLength, other]) => other * otherLength - count * length)[0]?.[0] ?? 0;
  const like = rows.filter(({ length }) => length === usual);
  return Array.from({ length: usual }, (_, column) => mostUsual(like.map((row) => row[column]?.at ?? 0)));
}

function mostUsual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, count], [, other]) => other - count)[0]?.[0] ?? 0;
}

function cellsOf(row: readonly PlacedCell[], starts: readonly number[]): string[] {
  const cells = starts.map(() => '');
  row.forEach(({ at, text }, index) => {
    const column = row.length === starts.length ? index : nearest(starts, at);
    cells[column] = [cells[column], text].filter(Boolean).join('\n');
  });
  return cells;
}

const nearest = (starts: readonly number[], at: number): number =>
  starts.reduce((best, start, column) => (Math.abs(start - at) < Math.abs((starts[best] ?? 0) - at) ? column : best), 0);

function bannerOf(row: readonly PlacedCell[], starts: readonly number[]): string | null {
  const filled = row.filter(({ text }) => text !== '');
  const [only] = filled;
  if (only === undefined || filled.length > 1 || starts.length < LEAST_COLUMNS) return null;
  const spanned = starts.filter((start) => start >= only.at && start < only.at + only.across).length;
  return spanned > starts.length * HEADS_FROM_SHARE ? only.text : null;
}

/** One table, or several of the same headings that were read as one. */
export type GridTable = { readonly name: string; readonly rows: readonly (readonly string[])[]; readonly score: number };

/** Names are told apart and shown in a list. */
const LONGEST_NAME = 60;

/**
 * The tables of a document that can be read as a development plan, the one that is read unless somebody says otherwise
 * first: schools make a table for each priority, and those that have the same headings are one plan.
 */
export function gridTables(placed: readonly PlacedTable[]): GridTable[] {
  const single = placed.map((table, at) => ({ table, number: at + 1, rows: gridOf(table) }))
    .filter(({ rows }) => rows.some((cells) => cells.some((cell) => cell !== '')))
    .map(({ table, number, rows }) => ({ number, rows, headings: headingsOf(rows), name: nameOf(number, table.title), score: scoreOf(rows) }));
  const best = single.toSorted((one, other) => other.score - one.score || one.number - other.number)[0];
  if (best === undefined) return [];
  const others = single.filter((table) => table !== best).map(({ name, rows, score }) => ({ name, rows, score }));
  const like = best.headings === null ? [] : single.filter(({ headings }) => headings?.key === best.headings?.key);
  if (like.length < 2) return [{ name: best.name, rows: best.rows, score: best.score }, ...others];
  const together = joined(like.map(({ rows }) => rows));
  return [{ name: `All ${like.length} tables with these headings`, rows: together, score: best.score }, { name: best.name, rows: best.rows, score: best.score }, ...others];
}

/** The tables under one row of headings. A table without a line above it gets a blank there, as the others have one. */
function joined(tables: readonly (readonly (readonly string[])[])[]): string[][] {
  const headed = tables.some((rows) => headingsOf(rows)?.headed === true);
  return tables.flatMap((rows, at) => {
    const headings = headingsOf(rows);
    const body = at === 0 ? rows : rows.slice((headings?.row ?? -1) + 1);
    return body.map((cells, row) => (!headed || headings?.headed === true ? [...cells] : [at === 0 && row === headings?.row ? HEADING_ABOVE : '', ...cells]));
  });
}

type Headings = { readonly row: number; readonly key: string; readonly headed: boolean };

function headingsOf(rows: readonly (readonly string[])[]): Headings | null {
  const row = rows.findIndex((cells, at) => at < ROWS_LOOKED_AT && targetsNamed(cells) >= 2);
  const cells = rows[row];
  if (cells === undefined) return null;
  const headed = cells[0] === HEADING_ABOVE;
  return { row, headed, key: JSON.stringify(cells.slice(headed ? 1 : 0).map(foldedName)) };
}

/** How much rows look like a development plan: the columns that their headings name, and that there is something below. */
export function scoreOf(rows: readonly (readonly string[])[]): number {
  const named = Math.max(0, ...rows.slice(0, ROWS_LOOKED_AT).map(targetsNamed));
  return rows.length < 2 ? 0 : named >= 2 ? named * 10 + 2 : 1;
}

function nameOf(number: number, title: string | null): string {
  const words = title === null || title.length <= LONGEST_NAME ? title : `${title.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
  return words === null ? `Table ${number}` : `Table ${number}: ${words}`;
}
