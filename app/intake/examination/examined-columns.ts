import { formatDate } from '../../../planning/calendar.ts';
import { categoryNamed, type Category } from '../../../planning/categories.ts';
import { formatCount, formatExact } from '../../../planning/money.ts';
import { DISPOSAL_ROUTE_WORDS, STATUS_WORDS } from '../../../planning/vocabulary.ts';
import { startUpper } from '../../../planning/words.ts';
import { IMPORT_TARGETS, type ImportTarget } from '../../contract/import-options.ts';
import type { ExaminedColumn } from '../../contract/intake-report.ts';
import type { SourceColumn } from '../column-choice.ts';
import type { ColumnField } from '../column-synonyms.ts';
import type { DryRun } from '../dry-run.ts';
import { FIELD_WORDS } from '../field-words.ts';
import type { LaidOut } from '../interpret-register.ts';
import { NAMED_ABOUT } from '../names-found.ts';
import { columnLetter } from '../raw-table.ts';
import type { RegisterRow } from '../register-row.ts';
import type { TableColumn } from '../table-columns.ts';
import { cellText, isPlaceholder } from '../values/cell-text.ts';
import { readLength } from '../values/warranty.ts';
import { distinctWords, wordsAbout } from './column-words.ts';
import { rowsSpelledOtherwise, spellingsOf } from './word-problems.ts';

const VALUES_SHOWN = 3;
const DATES: ReadonlySet<ColumnField> = new Set(['purchaseDate', 'inServiceDate', 'warrantyStart', 'vendorSupportEnd', 'endOfLife', 'leaseEnd', 'disposed', 'dataWiped']);

const firstTexts = ({ cells }: TableColumn): string[] => {
  const texts: string[] = [];
  for (const cell of cells) {
    const text = cellText(cell);
    if (text !== '' && !texts.includes(text)) texts.push(text.slice(0, 80));
    if (texts.length === VALUES_SHOWN) break;
  }
  return texts;
};

const asTarget = (field: ColumnField): ImportTarget => IMPORT_TARGETS.find((target) => target === field) ?? 'vendorSupportEnd';

const UNREAD = { reading: null, sample: null, doubtful: 0, repeated: 0, unknown: [], spelledTwoWays: 0, fillsGaps: false } as const;

/** The columns of a file that cannot come in yet: what stands in them, and what they would be taken for. */
export function columnsLaidOut({ columns, chosen }: LaidOut): ExaminedColumn[] {
  const fields = new Map([...chosen?.sources ?? []].flatMap(([field, sources]) => sources.map(({ index }) => [index, field] as const)));
  const reasons = new Map((chosen?.leftOut ?? []).map(({ column, reason }) => [column, reason]));
  return columns.map((column) => {
    const field = fields.get(column.index);
    const isPrivate = chosen?.isPrivate.has(column.index) ?? false;
    return {
      ...UNREAD, index: column.index, letter: columnLetter(column.index), column: column.column, isPrivate,
      firstValues: isPrivate ? [] : firstTexts(column), goesTo: field === undefined ? null : asTarget(field),
      reason: reasons.get(column.column) ?? null, filled: column.filled, of: column.cells.length,
    };
  });
}

/** Each column of a file that was read: what it is taken for, how its cells are read, and how well that went. */
export function examinedColumns(run: DryRun): ExaminedColumn[] {
  const { findings, leftOut, rows } = run.reading;
  const used = new Map([...findings.sources].flatMap(([field, sources]) => sources.map((source, place) => [source.index, { field, source, place }] as const)));
  const reasons = new Map(leftOut.map(({ column, reason }) => [column, reason]));
  const rowByNumber = new Map(rows.map((row) => [row.row, row]));
  const of = findings.bodyRows.filter((row) => row !== null).length;
  return findings.tableColumns.map((column) => {
    const isPrivate = findings.isPrivate.has(column.index);
    const found = used.get(column.index);
    const base = {
      index: column.index, letter: columnLetter(column.index), column: column.column, isPrivate,
      firstValues: isPrivate ? [] : firstTexts(column), filled: isPrivate ? column.filled : filledOf(column, findings.bodyRows), of,
    };
    if (found === undefined) return { ...base, ...UNREAD, goesTo: null, reason: reasons.get(column.column) ?? null };
    return {
      ...base, goesTo: asTarget(found.field), reason: null, fillsGaps: found.place > 0,
      reading: readingOf(run, found.field, found.source), sample: sampleOf(run, found.field, found.source, rowByNumber),
      ...troublesOf(run, found.field, column.index, found.place),
    };
  });
}

function filledOf({ cells }: TableColumn, bodyRows: readonly (number | null)[]): number {
  let filled = 0;
  cells.forEach((cell, at) => {
    if (bodyRows[at] === null) return;
    const text = cellText(cell);
    if (text !== '' && !isPlaceholder(text)) filled += 1;
  });
  return filled;
}

type Troubles = Pick<ExaminedColumn, 'doubtful' | 'repeated' | 'unknown' | 'spelledTwoWays'>;

function troublesOf(run: DryRun, field: ColumnField, index: number, place: number): Troubles {
  const { findings } = run.reading;
  const about = NAMED_ABOUT.find((each) => each === field);
  const isFirst = place === 0;
  const words = field === 'category' ? findings.unknownKinds : field === 'status' ? findings.unknownStatuses : [];
  const settled = (word: string): boolean => run.choices.isSettled(`${field === 'category' ? 'kind' : 'status'}:${word.toLowerCase()}`);
  return {
    doubtful: new Set(findings.doubts.filter((doubt) => doubt.index === index && doubt.kind !== 'status').flatMap(({ rows }) => rows)).size,
    repeated: isFirst && run.choices.column(index)?.repeated !== 'blank' ? findings.repeated.filter((each) => each.field === field).length : 0,
    unknown: isFirst ? words.map(({ word }) => word).filter((word) => !settled(word)) : [],
    spelledTwoWays: about === undefined || !isFirst ? 0 : new Set(rowsSpelledOtherwise(spellingsOf(run, about).filter((group) => !group.settled))).size,
  };
}

function readingOf({ reading, choices }: DryRun, field: ColumnField, source: SourceColumn): ExaminedColumn['reading'] {
  const { findings } = reading;
  if (field === 'category') return { kind: 'kinds', count: findings.kinds };
  const named = NAMED_ABOUT.find((each) => each === field);
  if (named !== undefined) return { kind: 'names', about: named, count: findings.names.count(named) };
  const about = wordsAbout(field);
  if (about !== null) return { kind: 'names', about, count: distinctWords(source, findings.bodyRows).length };
  if (field === 'cost') return { kind: 'money', vat: source.money?.vat ?? 'net', per: source.money?.total === true ? 'line' : 'item' };
  const dates = findings.dates.columnOf(source.index);
  if (field === 'warranty') {
    const each = findings.dates.monthsEach(source.index);
    // A stray text among lengths is no date: what most cells are decides.
    const lengths = source.cells.filter((cell) => ['months', 'bare'].includes(readLength(cell).kind)).length;
    const areDates = choices.column(source.index)?.warranty === 'date' || (dates !== null && Math.round(dates.filled * dates.share) > lengths);
    // Where every length says its unit there is nothing to decide: all end up as months.
    const isBare = source.cells.some((cell) => readLength(cell).kind === 'bare');
    return { kind: 'warranty', reads: areDates || each === null ? 'date' : each === 12 && isBare ? 'years' : 'months' };
  }
  if (!DATES.has(field) || dates === null) return { kind: 'text' };
  return { kind: 'date', order: dates.order, matters: dates.either !== null || dates.only !== null };
}

/** The first value of a column as it was read. */
function sampleOf({ reading, snapshot, choices }: DryRun, field: ColumnField, { cells }: SourceColumn, rows: ReadonlyMap<number, RegisterRow>): string | null {
  const { bodyRows } = reading.findings;
  const goesTo = FIELD_WORDS[field].goesTo;
  for (const [at, cell] of cells.entries()) {
    const text = cellText(cell);
    const number = bodyRows[at] ?? null;
    if (number === null || text === '' || isPlaceholder(text)) continue;
    const row = rows.get(number);
    const value = row?.[field === 'warranty' && row.warrantyMonths !== null ? 'warrantyMonths' : goesTo];
    if (value === null || value === undefined) continue;
    return inWords(field, value, [...choices.ownKinds, ...snapshot.categories]);
  }
  return null;
}

function inWords(field: ColumnField, value: string | number, categories: readonly Category[]): string {
  if (field === 'category') return startUpper(categoryNamed(categories, String(value)).singular);
  if (field === 'cost' || field === 'vat') return formatExact(Number(value));
  if (field === 'memory' || field === 'storage') return `${formatCount(Number(value))} GB`;
  if (field === 'disposalRoute') return Object.entries(DISPOSAL_ROUTE_WORDS).find(([route]) => route === value)?.[1] ?? String(value);
  if (field === 'warranty' && typeof value === 'number') return `${value} months`;
  if (field === 'status') return STATUS_WORDS[Object.keys(STATUS_WORDS).find((status): status is keyof typeof STATUS_WORDS => status === value) ?? 'in_use'];
  if (typeof value === 'number') return formatCount(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value.slice(0, 80);
}
