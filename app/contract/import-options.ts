import { z } from 'zod';
import { ASSET_STATUSES, CHART_GROUPS, DISPOSAL_ROUTES, USER_GROUPS } from '../../planning/vocabulary.ts';
import { costCategory, lifeMonths, list, plainText, shortText } from './fields.ts';

/*
 * How a person wants a file to be read and brought in. Everything is optional: what is left out is decided by
 * Kitplan, and said. The same options travel with every question about one file and with its commit.
 */

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const;
export type TextEncoding = (typeof ENCODINGS)[number];

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What a column of a register can be taken for. */
export const IMPORT_TARGETS = [
  'tag', 'serial', 'description', 'category', 'userGroup', 'yearGroup', 'make', 'model', 'site', 'building', 'room', 'department', 'supplier',
  'quantity', 'status', 'purchaseDate', 'inServiceDate', 'cost', 'vat', 'warranty', 'warrantyStart', 'vendorSupportEnd', 'leaseEnd', 'orderNumber',
  'system', 'memory', 'processor', 'storage', 'notes', 'disposed', 'disposalRoute', 'disposalCertificate', 'dataWiped', 'ownership', 'returned', 'deleted',
] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** What a list is of: kit, titles of software, models for the library, things bought and used up, or places. */
export const LIST_KINDS = ['kit', 'software', 'models', 'ledger', 'places'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export const DATE_ORDERS = ['day_first', 'month_first', 'year_first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A column by its place in the file, and what a person said of it. */
const columnOptions = z.strictObject({
  index: z.int().min(0).max(16_383),
  /** A private column comes in only where it is named here. */
  goesTo: z.enum([...IMPORT_TARGETS, 'leave_out']).optional(),
  dateOrder: z.enum(DATE_ORDERS).optional(),
  vat: z.enum(['net', 'gross']).optional(),
  per: z.enum(['item', 'line']).optional(),
  /** What a bare number in a warranty column counts, or that the column holds days. */
  warranty: z.enum(['months', 'years', 'date']).optional(),
  /** What becomes of a cell that cannot be read; `blank` keeps the row without it. */
  doubtful: z.enum(['blank', 'refuse']).optional(),
  /** What becomes of a tag or serial that several rows have. */
  repeated: z.enum(['keep', 'blank']).optional(),
});
export type ColumnOptions = z.infer<typeof columnOptions>;

export const MAPPED_VALUES = ['kind', 'room', 'make', 'department', 'supplier', 'status', 'userGroup', 'yearGroup', 'site', 'building', 'disposalRoute'] as const;
export type MappedAbout = (typeof MAPPED_VALUES)[number];

/** What a word can stand for where Kitplan has a list of its own for it. */
const CLOSED: Readonly<Partial<Record<MappedAbout, readonly string[]>>> = { status: ASSET_STATUSES, userGroup: USER_GROUPS, disposalRoute: DISPOSAL_ROUTES };

/** A word of the file and what it stands for: a kind, a status or a user group by its key, else a name. */
const valueOptions = z.strictObject({ about: z.enum(MAPPED_VALUES), from: z.string().min(1).max(200), to: shortText })
  .refine(({ about, to }) => CLOSED[about]?.includes(to) ?? true, 'A status is one of Kitplan’s own, such as in_use; a user group is staff, pupil or shared; a way of disposal one such as resale.');

/** A kind of kit of the school's own, made with the import. */
const newKind = z.strictObject({
  key: z.string().regex(/^own_[a-z0-9_]{1,36}$/, 'The key of a kind of the school’s own starts with own_.'),
  singular: shortText, plural: shortText, costCategory, chartGroup: z.enum(CHART_GROUPS), lifeMonths,
});
export type NewKind = z.infer<typeof newKind>;

/** Five years, as for other items. */
const FIRST_LIFE = 60;

/** A kind of the school's own for a word: kept and charged as other items are, until somebody says otherwise. */
export function newKindNamed(word: string): NewKind {
  const name = word.length > 1 && /^[A-Z][a-z]/.test(word) ? `${word.charAt(0).toLowerCase()}${word.slice(1)}` : word;
  const key = `own_${word.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '').slice(0, 34) || 'kind'}`;
  return { key, singular: name, plural: /(s|x|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`, costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: FIRST_LIFE };
}

const rowNumber = z.int().min(1).max(1_048_576);

export const importOptions = z.strictObject({
  sheet: z.string().max(100).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
  /** The row with the headings; null where the file has none. */
  headerRow: rowNumber.nullable().optional(),
  firstRow: rowNumber.optional(),
  lastRow: rowNumber.optional(),
  leaveOutRows: list(rowNumber).optional(),
  /** Rows in which any cell holds one of these texts. */
  leaveOutContaining: z.array(plainText.min(1).max(100)).max(20).readonly().optional(),
  columns: z.array(columnOptions).max(200).readonly().optional(),
  list: z.enum(LIST_KINDS).optional(),
  /** What tells which asset a row is about. */
  match: z.enum(['both', 'serial', 'tag', 'none']).optional(),
  write: z.enum(['create_and_update', 'only_create', 'only_update']).optional(),
  values: z.array(valueOptions).max(5_000).readonly().optional(),
  newKinds: z.array(newKind).max(50).readonly().optional(),
  /** What becomes of cells that cannot be read, where their column does not say. */
  doubtful: z.enum(['blank', 'refuse']).optional(),
  /** Nothing comes in while a row is refused that is neither a total nor the headings again. */
  allOrNothing: z.boolean().optional(),
  /** Questions that a person has answered with "leave it so". */
  settled: z.array(z.string().max(300)).max(500).readonly().optional(),
});
export type ImportOptions = z.infer<typeof importOptions>;

const grown = <Item>(
  before: readonly Item[] | undefined, added: readonly Item[] | undefined, keyOf: (item: Item) => string | number, join: (one: Item, other: Item) => Item,
): readonly Item[] => {
  const items = new Map((before ?? []).map((item) => [keyOf(item), item]));
  for (const item of added ?? []) {
    const old = items.get(keyOf(item));
    items.set(keyOf(item), old === undefined ? item : join(old, item));
  }
  return [...items.values()];
};

const newest = <Item>(_old: Item, item: Item): Item => item;

/** Options with an answer put to them: lists grow by what is new, a column keeps what the answer does not speak of. */
export function withAnswer(options: ImportOptions, answer: ImportOptions): ImportOptions {
  return {
    ...options, ...answer,
    ...(answer.columns && { columns: grown(options.columns, answer.columns, ({ index }) => index, (old, item) => ({ ...old, ...item })) }),
    ...(answer.values && { values: grown(options.values, answer.values, ({ about, from }) => `${about} ${from.toLowerCase()}`, newest) }),
    ...(answer.newKinds && { newKinds: grown(options.newKinds, answer.newKinds, ({ key }) => key, newest) }),
    ...(answer.settled && { settled: grown(options.settled, answer.settled, (id) => id, newest) }),
    ...(answer.leaveOutRows && { leaveOutRows: grown(options.leaveOutRows, answer.leaveOutRows, (row) => row, newest) }),
  };
}

/** What is worth remembering for the next file with the same headings: not which sheet or rows of this one. */
export function matchingOf(options: ImportOptions): ImportOptions {
  const { sheet: _sheet, headerRow: _header, firstRow: _first, lastRow: _last, leaveOutRows: _rows, settled: _settled, ...matching } = options;
  return matching;
}
