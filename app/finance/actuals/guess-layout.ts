import { createHash } from 'node:crypto';
import type { ActualsLayout } from '../../contract/actuals-layout.ts';
import { foldedWord } from '../../intake/choices.ts';
import { columnLetter, type RawRow, type RawTable } from '../../intake/raw-table.ts';
import { cellText } from '../../intake/values/cell-text.ts';
import { readAmount } from './amount.ts';

/** What a column of a finance export can be. */
const ROLES = ['ledgerCode', 'fund', 'costCentre', 'actual', 'committed', 'date', 'description'] as const;
type Role = (typeof ROLES)[number];

/** What finance systems write over each, the surest first; without spaces and marks. */
const HEADINGS: Readonly<Record<Role, readonly string[]>> = {
  ledgerCode: ['ledgercode', 'ledger', 'nominalcode', 'nominal', 'nominalaccount', 'glcode', 'glaccount', 'accountcode', 'account', 'detailcode', 'subjective', 'code'],
  fund: ['fundcode', 'fund'],
  costCentre: ['costcentre', 'costcentrecode', 'costcenter', 'costcode', 'centre', 'cc'],
  actual: ['actuals', 'actual', 'actualtodate', 'actualspend', 'actualspendtodate', 'spendtodate', 'spenttodate', 'ytdactual', 'actualytd', 'yeartodate', 'ytd', 'invoiced', 'spent', 'netamount', 'net', 'amount', 'netvalue', 'value', 'expenditure', 'totalspend'],
  committed: ['commitments', 'committed', 'commitment', 'onorder', 'orders', 'outstandingorders', 'encumbrance'],
  date: ['date', 'transactiondate', 'postingdate', 'posted', 'entrydate', 'invoicedate', 'taxdate'],
  description: ['ledgercodedescription', 'ledgerdescription', 'accountname', 'nominaldescription', 'narrative', 'description', 'details', 'detail', 'name'],
};
/** A month's own column: `Apr`, `April 2026`, `Period 1`, `P01`. */
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*(\d{2}|\d{4})?$|^(period|p|month|m)0?(\d|1[0-2])$/;

const ROWS_LOOKED_AT = 40;
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

type Heading = { readonly row: number; readonly names: readonly string[]; readonly columns: Readonly<Partial<Record<Role, number>>>; readonly months: readonly number[] };

/** The row of headings: the one that names most of what an export holds; null where none names two of them. */
function headingOf(rows: readonly RawRow[]): Heading | null {
  let best: Heading | null = null;
  const size = (heading: Heading | null): number => (heading === null ? 1 : Object.keys(heading.columns).length + (heading.months.length > 1 ? 1 : 0));
  for (const { row, cells } of rows.slice(0, ROWS_LOOKED_AT)) {
    const names = cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : ''));
    const found = { row, names, columns: rolesOf(names), months: names.flatMap((name, at) => (MONTH.test(plain(name)) ? [at] : [])) };
    if (size(found) > size(best)) best = found;
  }
  return best;
}

function rolesOf(names: readonly string[]): Partial<Record<Role, number>> {
  const taken = new Set<number>();
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const at = HEADINGS[role].map((word) => names.findIndex((name, column) => !taken.has(column) && plain(name) === word)).find((column) => column >= 0);
    if (at === undefined) continue;
    taken.add(at);
    columns[role] = at;
  }
  return columns;
}

/**
 * A first guess of how an export is laid out, by its headings; where it has none, its first column is taken for the
 * code and its last column of amounts for what was spent. A person can always say otherwise.
 */
export function guessLayout(table: Pick<RawTable, 'rows'>): ActualsLayout {
  const heading = headingOf(table.rows);
  const found = heading?.columns ?? {};
  const body = table.rows.filter(({ row }) => row > (heading?.row ?? 0));
  const letter = (role: Role): string | null => (found[role] === undefined ? null : columnLetter(found[role]));
  const months = found.actual === undefined && (heading?.months.length ?? 0) > 1 ? heading?.months ?? [] : [];
  return {
    tab: null, startRow: heading === null ? body[0]?.row ?? 1 : heading.row + 1, endRow: null, ignoreText: totalsIn(body),
    ledgerCode: letter('ledgerCode') ?? 'A', fund: letter('fund'), costCentre: letter('costCentre'),
    actual: months.length > 0 ? months.map(columnLetter) : [letter('actual') ?? columnLetter(lastAmounts(body))],
    committed: found.committed === undefined ? [] : [columnLetter(found.committed)], date: letter('date'), description: letter('description'),
  };
}

/** Most exports end, or break, with totals: where a row begins so, such rows are left out. */
const totalsIn = (rows: readonly RawRow[]): string[] =>
  (rows.some(({ cells }) => cells.some((cell) => typeof cell === 'string' && /^(grand |sub-? ?)?total\b/i.test(cell.trim()))) ? ['total'] : []);

/** The last column in which most filled cells are amounts, and that is not the first. */
function lastAmounts(rows: readonly RawRow[]): number {
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const width = looked.reduce((most, { cells }) => Math.max(most, cells.length), 2);
  for (let column = width - 1; column > 0; column--) {
    const readings = looked.map(({ cells }) => readAmount(cells[column])).filter(({ kind }) => kind !== 'empty');
    if (readings.length > 0 && readings.filter(({ kind }) => kind === 'amount').length * 2 > readings.length) return column;
  }
  return 1;
}

/** What tells that two exports are laid out alike: their headings, or how many columns they have without. */
export function layoutSignature(table: Pick<RawTable, 'rows'>): string {
  const heading = headingOf(table.rows);
  const width = table.rows.slice(0, ROWS_LOOKED_AT).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const said = heading === null ? [`${width} columns without headings`] : heading.names.map(foldedWord);
  return createHash('sha256').update(JSON.stringify(['actuals', ...said])).digest('hex');
}
