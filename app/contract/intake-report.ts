import { z } from 'zod';
import { isoDate, list } from './fields.ts';
import { DATE_ORDERS, ENCODINGS, IMPORT_TARGETS, importOptions, LIST_KINDS, MAPPED_VALUES, SEPARATORS } from './import-options.ts';

/** What Kitplan says about a file that is being brought in. */

const rowReason = z.object({ row: z.int(), column: z.string().nullable(), reason: z.string() });
const cellChange = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

const rowCounts = z.object({
  /** Rows under the header that are not blank: always new + changed + unchanged + refused. */
  read: z.int(), new: z.int(), changed: z.int(), unchanged: z.int(), refused: list(rowReason),
});

export const importReport = z.object({
  fileName: z.string(),
  sheet: z.string().nullable(),
  headerRow: z.int().nullable(),
  list: z.enum(LIST_KINDS),
  rows: rowCounts,
  /** Columns that do not come in, and why. */
  leftOut: list(z.object({ column: z.string(), reason: z.string() })),
  /** How each doubtful thing was read. */
  decisions: list(z.object({ column: z.string(), readAs: z.string() })),
});
export type ImportReport = z.infer<typeof importReport>;

/** A row of the file as the register would show it. */
export const importedRow = z.object({
  row: z.int(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
  tag: z.string().nullable(), serial: z.string().nullable(), description: z.string(), categoryKey: z.string(),
  room: z.string().nullable(), quantity: z.int(), purchaseDate: isoDate.nullable(), inServiceDate: isoDate.nullable(),
  unitPaidPence: z.int().nullable(), warrantyMonths: z.int().nullable(), warrantyEnd: isoDate.nullable(),
  changes: list(cellChange),
  /** Cells worth a look: what stands in the file, where that is not what comes in. */
  marks: list(z.object({ field: z.string(), tone: z.enum(['warn', 'over']), inFile: z.string().nullable() })),
  /** Why it does not come in, and the column to blame. */
  reason: z.string().nullable(), column: z.string().nullable(),
});
export type ImportedRow = z.infer<typeof importedRow>;

/** How the cells of a column are read, as far as there is a choice. */
const columnReading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text') }),
  z.object({ kind: z.literal('kinds'), count: z.int() }),
  z.object({ kind: z.literal('names'), about: z.enum(MAPPED_VALUES), count: z.int() }),
  z.object({ kind: z.literal('date'), order: z.enum(DATE_ORDERS), matters: z.boolean() }),
  z.object({ kind: z.literal('money'), vat: z.enum(['net', 'gross']), per: z.enum(['item', 'line']) }),
  z.object({ kind: z.literal('warranty'), reads: z.enum(['months', 'years', 'date']) }),
]);

export const examinedColumn = z.object({
  index: z.int(), letter: z.string(), column: z.string(),
  /** Its first values as they stand in the file; empty for a private column. */
  firstValues: list(z.string()),
  goesTo: z.enum(IMPORT_TARGETS).nullable(),
  /** Whether it only fills the gaps of an earlier column. */
  fillsGaps: z.boolean(),
  /** Why it stays out. */
  reason: z.string().nullable(),
  isPrivate: z.boolean(),
  reading: columnReading.nullable(),
  /** Its first value as it was read. */
  sample: z.string().nullable(),
  /** Rows that it says something for, of all rows that are read. */
  filled: z.int(), of: z.int(),
  /** Rows whose cell cannot be read, whose identity is used twice, whose word is not known, whose name is spelled in several ways. */
  doubtful: z.int(), repeated: z.int(), unknown: list(z.string()), spelledTwoWays: z.int(),
});
export type ExaminedColumn = z.infer<typeof examinedColumn>;

/** One word of a column, with the rows in which it stands and what becomes of it. */
const columnWord = z.object({
  word: z.string(), rows: z.int(),
  /** What it becomes as things are said now: a key, or a name; null where Kitplan does not know it. */
  becomes: z.string().nullable(),
  /** What it would become if nobody had said anything. */
  unsaid: z.string().nullable(),
  said: z.boolean(),
  /** Whether a person should look: an unknown word, or a spelling that nobody has settled. */
  unsure: z.boolean(),
  /** The spellings that look like one thing have one of these. */
  spelling: z.int().nullable(),
});
export type ColumnWord = z.infer<typeof columnWord>;

export const columnWords = z.object({
  column: z.string(), about: z.enum(MAPPED_VALUES).nullable(),
  /** Those with the most rows first, spellings of one thing together. */
  words: list(columnWord),
  /** What spellings that look like one would be joined under. */
  spellings: list(z.object({ name: z.string(), words: z.int(), settled: z.boolean() })),
  /** The plan's own names, to choose from. */
  names: list(z.string()),
});
export type ColumnWords = z.infer<typeof columnWords>;

const answer = z.object({ label: z.string(), options: importOptions });

/** Something that a person should settle before the rows come in. Each has an answer that holds until they do. */
export const problem = z.object({
  id: z.string(), tone: z.enum(['over', 'warn']), title: z.string(), detail: z.string(),
  /** How many rows it is about. */
  rows: z.int(),
  answers: list(answer),
  /** A word to be matched with a kind or a status of the person's choice. */
  pick: z.object({ about: z.enum(['kind', 'status']), from: z.string() }).nullable(),
});
export type Problem = z.infer<typeof problem>;

/** How the columns were matched at another time, with when that was. */
const keptMatching = z.object({ at: z.string(), options: importOptions });

export const examination = importReport.extend({
  fingerprint: z.string(),
  /** Names the kind of file: the same for files with the same headings in the same order. */
  signature: z.string(),
  /** Why it cannot come in as it is read now; null where it can. */
  stuck: z.string().nullable(),
  sheets: list(z.object({ name: z.string(), rows: z.int(), columns: z.int(), hidden: z.boolean() })),
  text: z.object({ encoding: z.enum(ENCODINGS), separator: z.enum(SEPARATORS) }).nullable(),
  /** The first rows as they stand in the file; what is private is not shown. */
  firstRows: list(z.object({ row: z.int(), cells: list(z.string()) })),
  /** The last filled row of the sheet. */
  lastRow: z.int().nullable(),
  columns: list(examinedColumn),
  problems: list(problem),
  /** A few rows: those that change, and the first with each problem. */
  sample: list(importedRow),
  /** Why the dates of a column are read as they are: "03/04/2021 is read as 3 April: 24/09/2021 in the same column fits only day first". */
  dateReason: z.string().nullable(),
  /** The matching of the last file with these headings that came in, and the one that was put by on this computer. */
  lastTime: keptMatching.nullable(),
  putBy: keptMatching.nullable(),
  /** When a file with exactly these contents came in before. */
  cameInBefore: z.string().nullable(),
});
export type Examination = z.infer<typeof examination>;
