import { z } from 'zod';
import { PLAN_TARGETS } from '../../planning/analysis/development/plan-headings.ts';
import { CRITERION_STATUSES } from '../../planning/analysis/vocabulary.ts';
import { command, query } from './entry.ts';
import { base64, fileName, id, isoDate, list, shortText } from './fields.ts';
import { DATE_ORDERS } from './import-options.ts';

/*
 * Bringing a school development plan in from a table: a dry run that changes nothing, then one change that can be undone. As
 * with a register, a file is sent once and asked about by its fingerprint afterwards. What is pasted travels as a file too.
 */

const rowNumber = z.int().min(1).max(1_048_576);
const columnIndex = z.int().min(0).max(16_383);

export const planImportOptions = z.strictObject({
  /** The sheet of a workbook, or the table of a Word document. */
  sheet: z.string().max(200).optional(),
  /** The row with the headings; null where the table has none. */
  headerRow: rowNumber.nullable().optional(),
  columns: z.array(z.strictObject({ index: columnIndex, goesTo: z.enum([...PLAN_TARGETS, 'leave_out']) })).max(200).readonly().optional(),
  dateOrder: z.enum(DATE_ORDERS).optional(),
  /** What a word of the status column stands for. */
  words: z.array(z.strictObject({ from: z.string().min(1).max(200), to: z.enum(CRITERION_STATUSES) })).max(200).readonly().optional(),
  /** What a cell is to say in place of what it says in the file. */
  cells: z.array(z.strictObject({ row: rowNumber, index: columnIndex, text: z.string().max(10_000) })).max(2_000).readonly().optional(),
});
export type PlanImportOptions = z.infer<typeof planImportOptions>;

const file = {
  fileName, base64: base64.optional(), fingerprint: z.string().regex(/^[0-9a-f]{64}$/).optional(), options: planImportOptions.optional(), asOf: isoDate.optional(),
  /** The development plan that it goes into: the one of today when left out; null starts a new one. */
  planId: id.nullable().optional(),
  /** What a new plan is called and which days it covers; from the file and today when left out. */
  newPlan: z.strictObject({ name: shortText, startsOn: isoDate, endsOn: isoDate }).optional(),
};
const job = z.string().min(1).max(60).optional();
/** `Theme,No,Objective,Action,By whom` and one row. */
const example = { fileName: 'plan.csv', base64: 'VGhlbWUsTm8sT2JqZWN0aXZlLEFjdGlvbixCeSB3aG9tClJlYWRpbmcsMS4xLEZsdWVuY3ksVHJhaW4gc3RhZmYsTGl0ZXJhY3kgbGVhZAo=' };

const outcome = z.enum(['new', 'added_to', 'unchanged']);

/** What a table would bring to the development plan. read = new + added to + unchanged + refused, in rows. */
export const planImportReport = z.object({
  fingerprint: z.string(), fileName: z.string(),
  sheet: z.string().nullable(), sheets: list(z.object({ name: z.string(), rows: z.int(), hidden: z.boolean() })),
  headerRow: z.int().nullable(),
  columns: list(z.object({
    index: z.int(), letter: z.string(), heading: z.string(), goesTo: z.enum(PLAN_TARGETS).nullable(),
    /** Why it stays out; null where it comes in. */
    leftOut: z.string().nullable(),
    samples: list(z.string()),
  })),
  plan: z.object({ id: id.nullable(), name: z.string(), startsOn: isoDate, endsOn: isoDate }),
  rows: z.object({ read: z.int(), new: z.int(), addedTo: z.int(), unchanged: z.int(), refused: z.int() }),
  /** What comes out, as the plan will show it: each node with the depth at which it stands. */
  tree: list(z.object({
    kind: z.enum(['area', 'priority', 'objective', 'criterion', 'action', 'note']), depth: z.int(), row: z.int(), number: z.string().nullable(), text: z.string(),
    detail: z.string().nullable(), outcome,
  })),
  /** `refused`: the row does not come in; `left_empty`: the row comes in without that cell; `check`: how something was read. */
  problems: list(z.object({
    row: z.int().nullable(), index: z.int().nullable(), column: z.string().nullable(), target: z.enum(PLAN_TARGETS).nullable(), text: z.string().nullable(),
    weight: z.enum(['refused', 'left_empty', 'check']), sentence: z.string(),
  })),
  /** Words of the status column with what they were taken for; null is not known. */
  words: list(z.object({ from: z.string(), to: z.enum(CRITERION_STATUSES).nullable(), rows: z.int() })),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  /** Why nothing can come in as it is read now, with what would help; null where something can. */
  stuck: z.string().nullable(),
  unchanged: z.boolean(),
  sentence: z.string(),
});
export type PlanImportReport = z.infer<typeof planImportReport>;

export const developmentImportEntries = {
  'development.look': query({
    about: 'Read a development plan from a table of a spreadsheet, a Word document or a text, and say what would come in. Nothing changes.',
    input: z.strictObject({ ...file, job }), output: planImportReport, largeBody: true, example,
  }),
  'development.take': command({
    about: 'Bring a development plan in from a table as one change that can be undone. What the plan has already stays as it is and is added to.',
    input: { ...file, job }, value: planImportReport, largeBody: true, example,
  }),
};
