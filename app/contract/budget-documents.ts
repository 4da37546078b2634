import { z } from 'zod';
import { BUDGET_CALENDARS } from '../../planning/budget/period-budget.ts';
import { query } from './entry.ts';
import { generatedFile, id, isoDate, list } from './fields.ts';

/** The budget as files for the people and programs that work with it, and as figures for other programs. */

const view = {
  asOf: isoDate.optional(),
  /** The way forward; the plan itself when left out. */
  scenarioId: id.optional(),
  /** What things cost net or with VAT; budgets are as they were entered in both. As the school pays when left out: with VAT where that does not come back. */
  vat: z.enum(['net', 'gross']).optional(),
};

const amounts = list(z.int().nullable());
const figures = {
  allocatedPence: amounts, spentPence: list(z.int()), committedPence: list(z.int()), toComePence: list(z.int()), forecastPence: list(z.int()), leftPence: amounts,
};

export const budgetReport = z.object({
  asOf: isoDate, scenario: z.string().nullable(), by: z.enum(['code', 'fund']), vat: z.enum(['net', 'gross']),
  /** By which years: as budgets are entered, as the school accounts where it becomes an academy, from April, from September. */
  calendar: z.enum(BUDGET_CALENDARS),
  /** `part` where only some months of a year are in it. Budgets of other years than those they are entered in are shared evenly by the month, as `note` says. */
  years: list(z.object({ label: z.string(), start: isoDate, end: isoDate, part: z.string().nullable() })),
  note: z.string().nullable(),
  sentence: z.string(),
  rows: list(z.object({ codes: list(z.string()), fund: z.string().nullable(), name: z.string(), ...figures })),
  total: z.object(figures),
  /** "Educational ICT": six of the seven, without administration software and without capital. */
  benchmark: z.object(figures).nullable(),
  /** Capital that revenue pays for: shown once more as E30 with its mirror CI04, in no total. */
  revenueFinancedPence: list(z.int()).nullable(),
});
export type BudgetReport = z.infer<typeof budgetReport>;

export const budgetDocumentEntries = {
  'budget.report': query({
    about: 'The budget by code or by fund: what each year was given, what is spent, ordered and still to come, and what that leaves.',
    input: z.strictObject({ ...view, by: z.enum(['code', 'fund']).default('code'), calendar: z.enum(BUDGET_CALENDARS).default('entered') }), output: budgetReport, example: { asOf: '2026-11-21', by: 'fund' },
  }),
  'documents.budgetWorkbook': query({
    about: 'The budget as an Excel workbook: summary, codes and funds by year, flat lines for finance systems, allocations, virements and reasons.',
    input: z.strictObject(view), output: generatedFile, example: { asOf: '2026-11-21', vat: 'net' },
  }),
  'documents.budgetLines': query({
    about: 'The budget as one flat CSV table, a row for each line and year.',
    input: z.strictObject(view), output: generatedFile, example: { asOf: '2026-11-21' },
  }),
  'documents.clfp': query({
    about: 'The budget as XML in the shape of the CLFP import format, a record for each year and place.',
    input: z.strictObject(view), output: generatedFile, example: { asOf: '2026-11-21' },
  }),
};
