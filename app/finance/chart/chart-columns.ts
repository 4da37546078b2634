import { CHART_FIELDS, type ChartField, type ChartOptions } from '../../contract/chart-options.ts';
import { plainHeader } from '../../intake/column-synonyms.ts';
import { columnLetter, type RawRow, type RawTable } from '../../intake/raw-table.ts';
import { cellText } from '../../intake/values/cell-text.ts';

/** Headings by field, written as `plainHeader` leaves them: from the exports of finance systems and the sheets of schools. */
const HEADINGS: Readonly<Record<ChartField, readonly string[]>> = {
  code: ['ledger code', 'ledger', 'ledger no', 'ledger number', 'nominal code', 'nominal', 'nominal account', 'gl code', 'account code', 'account', 'account no',
    'account number', 'code', 'detail code', 'expense code', 'subjective code', 'subjective', 'ledgercode'],
  description: ['ledger description', 'ledger code description', 'nominal description', 'nominal name', 'account description', 'account name', 'description',
    'name', 'title', 'detail', 'details', 'ledgerdescription'],
  cfrCode: ['cfr code', 'cfr', 'cfrcode', 'cfr line', 'cfr heading', 'return code', 'dfe code', 'aar code', 'benchmark code', 'coa code'],
  ledgerType: ['ledger type', 'type', 'account type', 'revenue ledger type', 'ledgertype', 'income or expenditure', 'income expenditure'],
  fundCode: ['fund code', 'fund', 'fundcode', 'fund no', 'fund number'],
  fundName: ['fund description', 'fund name', 'fund title'],
  costCentre: ['cost centre code', 'cost centre', 'cost center', 'cost center code', 'costcentre', 'cost centre no', 'cost centre number', 'cost code'],
  costCentreName: ['cost centre description', 'cost centre name', 'cost centre title', 'cost center name', 'cost center description'],
};
const FIELD_BY_HEADING: ReadonlyMap<string, ChartField> =
  new Map(CHART_FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)));

/** Columns that hold codes: a sheet is a list of what it has of these. */
const HOLD_CODES: readonly ChartField[] = ['code', 'fundCode', 'costCentre'];
/** The heading is looked for in the first filled rows. */
const ROWS_LOOKED_AT = 20;

export type ChartColumn = { readonly index: number; readonly letter: string; readonly heading: string; readonly example: string; readonly is: ChartField | null };

export type ChartColumns = {
  /** The row of the headings; null where none was found. */
  readonly headerRow: number | null;
  /** Position in the table's rows of the first row below. */
  readonly bodyFrom: number;
  readonly columns: readonly ChartColumn[];
  /** Why nothing can be read yet; null where it can. */
  readonly stuck: string | null;
};

/** Which columns of a sheet hold what: by their headings, and by what a person said of them. */
export function chartColumns({ rows, fileName }: RawTable, options: ChartOptions): ChartColumns {
  const at = headerAt(rows, options.headerRow);
  const header = at === null ? undefined : rows[at];
  const bodyFrom = at === null ? 0 : at + 1;
  const body = rows.slice(bodyFrom);
  const width = Math.max(0, ...rows.slice(0, bodyFrom + ROWS_LOOKED_AT).map(({ cells }) => cells.length));
  const taken = new Set<ChartField>();
  const said = new Map(options.columns?.map(({ index, is }) => [index, is]));
  for (const is of said.values()) if (is !== null) taken.add(is);
  const columns = Array.from({ length: width }, (_, index): ChartColumn => {
    const heading = cellText(header?.cells[index]).replaceAll(/\s+/gu, ' ');
    const byHeading = FIELD_BY_HEADING.get(plainHeader(heading)) ?? null;
    const found = said.get(index);
    const is = found === undefined ? (byHeading === null || taken.has(byHeading) ? null : byHeading) : found;
    if (is !== null) taken.add(is);
    const example = body.find(({ cells }) => cellText(cells[index]) !== '');
    return { index, letter: columnLetter(index), heading, example: cellText(example?.cells[index]).slice(0, 80), is };
  });
  return { headerRow: header?.row ?? null, bodyFrom, columns: mended(columns), stuck: stuckOn(mended(columns), fileName) };
}

/** "Cost centre" and "Description" alone: the description is the cost centre's. */
function mended(columns: readonly ChartColumn[]): readonly ChartColumn[] {
  const has = (field: ChartField): boolean => columns.some(({ is }) => is === field);
  if (has('code') || !has('description')) return columns;
  const name: ChartField | null = has('costCentre') && !has('costCentreName') ? 'costCentreName' : has('fundCode') && !has('fundName') ? 'fundName' : null;
  return name === null ? columns : columns.map((column) => (column.is === 'description' ? { ...column, is: name } : column));
}

const stuckOn = (columns: readonly ChartColumn[], fileName: string): string | null =>
  (columns.some(({ is }) => is !== null && HOLD_CODES.includes(is)) ? null
    : `${fileName} does not say which column holds the codes: its heading is usually “Ledger code” or “Nominal”.`);

/** The row with the most headings that are known, codes among them; the one that a person named before that. */
function headerAt(rows: readonly RawRow[], asked: number | undefined): number | null {
  if (asked !== undefined) {
    const at = rows.findIndex(({ row }) => row === asked);
    return at < 0 ? null : at;
  }
  let best: number | null = null;
  let most = 0;
  rows.slice(0, ROWS_LOOKED_AT).forEach(({ cells }, at) => {
    const fields = new Set(cells.map((cell) => FIELD_BY_HEADING.get(plainHeader(cellText(cell)))).filter((field) => field !== undefined));
    if (fields.size > most && HOLD_CODES.some((field) => fields.has(field))) [best, most] = [at, fields.size];
  });
  // Without a known heading the first row is one, unless it has a figure in it: then there is none.
  const [firstRow] = rows;
  return best ?? (firstRow !== undefined && firstRow.cells.every((cell) => cell === null || !/\d/.test(cellText(cell))) ? 0 : null);
}
