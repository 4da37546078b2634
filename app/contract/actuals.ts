import { z } from 'zod';
import { actualsLayout } from './actuals-layout.ts';
import { command, query } from './entry.ts';
import { base64, costCategory, fileName, fundKey, id, isoDate, list, spendNature, year } from './fields.ts';

/*
 * Bringing in what the finance system says was spent: a dry run that changes nothing, then one change that can be
 * undone. As with a register, a file is sent once and asked about by its fingerprint afterwards.
 */

const file = { fileName, base64: base64.optional(), fingerprint: z.string().regex(/^[0-9a-f]{64}$/).optional() };
const job = z.string().min(1).max(60).optional();
/** The way forward whose year is told before and after; the plan itself when left out. What was spent is the same in all of them. */
const scenarioId = id.optional();
/** `Ledger Code,Actuals`, one row. */
const example = { fileName: 'ledger.csv', base64: 'TGVkZ2VyIENvZGUsQWN0dWFscwpFMjBFLDM0MTAwLjAwCg==', year: 2026, through: '2026-10-31', asOf: '2026-11-21' };

const money = z.object({ rows: z.int(), pence: z.int() });
const yearMoney = z.object({ alreadyPence: z.int(), toComePence: z.int(), plannedPence: z.int(), budgetPence: z.int().nullable() });

/** What an export would bring. read = matched + left out + refused, in rows and in pence. */
export const actualsReport = z.object({
  fingerprint: z.string(), fileName: z.string(),
  sheet: z.string().nullable(), sheets: list(z.object({ name: z.string(), rows: z.int(), hidden: z.boolean() })),
  /** The layout it was read by, and where that came from: what was said, the last export like it, its headings. */
  layout: actualsLayout, layoutFrom: z.enum(['said', 'last_time', 'headings']),
  year: z.int(), yearLabel: z.string(), through: isoDate,
  /** The letters of all its columns, and its first rows under them. */
  columns: list(z.string()), firstRows: list(z.object({ row: z.int(), cells: list(z.string()), outcome: z.enum(['above', 'matched', 'left_out', 'refused']) })),
  read: money, matched: money, leftOut: money, refused: money,
  leftOutBy: list(money.extend({ reason: z.enum(['ignored_text', 'no_money', 'not_ict', 'cost_centre']), codes: list(z.string()) })),
  /** The first of them, each as a sentence with its row. */
  refusedRows: list(z.object({ row: z.int(), sentence: z.string() })),
  /** Codes that the plan does not know, the dearest first. */
  unknown: list(money.extend({ what: z.enum(['ledger', 'fund']), code: z.string(), description: z.string().nullable(), firstRow: z.int() })),
  /** By code and fund: what the export holds, and what the plan counts as spent of the same days now. */
  places: list(z.object({
    costCategory, nature: spendNature, fundKey, code: z.string(), pence: z.int(), committedPence: z.int().nullable(), nowPence: z.int(),
  })),
  /** The export of the year that it would take the place of. */
  replaces: z.object({ fileName: z.string(), through: isoDate }).nullable(),
  /** Whether the plan has exactly this already. */
  unchanged: z.boolean(),
  /** The year before and after, as the plan counts it. */
  before: yearMoney, after: yearMoney,
  /** What the figures would say, in one sentence. */
  sentence: z.string(),
});
export type ActualsReport = z.infer<typeof actualsReport>;

export const actualsEntries = {
  'actuals.look': query({
    about: 'Read an export of the finance system and say what it would bring. Nothing changes.',
    input: z.strictObject({
      ...file, layout: actualsLayout.optional(), year: year.optional(), through: isoDate.optional(), asOf: isoDate.optional(), scenarioId, job,
    }),
    output: actualsReport, largeBody: true, example,
  }),
  'actuals.take': command({
    about: 'Bring in what a financial year has spent, in place of an earlier export of it, as one change that can be undone.',
    input: { ...file, layout: actualsLayout, year, through: isoDate, asOf: isoDate.optional(), scenarioId, job },
    value: actualsReport, largeBody: true,
    example: { ...example, layout: { startRow: 2, ledgerCode: 'A', actual: ['B'] } },
  }),
  'actuals.remove': command({
    about: 'Take a year’s export of the finance system away: the register says again what was spent.',
    input: { year }, value: z.null(), example: { year: 2026 },
  }),
};
