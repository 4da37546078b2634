import { z } from 'zod';
import { COST_CATEGORIES, SPEND_NATURES } from '../../planning/vocabulary.ts';
import { query } from './entry.ts';
import { id, isoDate, list } from './fields.ts';

/** What the plan has for the returns that schools make. */

const byColumn = list(z.int());

const returnTable = z.object({
  name: z.string(), sentence: z.string(), note: z.string(),
  columns: list(z.object({ label: z.string(), start: isoDate, end: isoDate })),
  rows: list(z.object({ costCategory: z.enum(COST_CATEGORIES), nature: z.enum(SPEND_NATURES), name: z.string(), number: z.string().nullable(), pence: byColumn })),
  totalPence: byColumn,
  /** Revenue that pays for capital, shown once more: E30 with its mirror CI04, or BAE290. In no total. */
  memo: list(z.object({ code: z.string(), name: z.string(), pence: byColumn })),
  /** Items in no column for want of a price. */
  unpriced: list(z.object({ name: z.string(), quantity: z.int() })),
  /** What was budgeted, evenly by the month; `allocatedNote` says so. */
  allocatedPence: byColumn, allocatedNote: z.string(),
});
export const returnsReport = z.object({
  asOf: isoDate, scenario: z.string().nullable(), vat: z.enum(['net', 'gross']),
  /** Which of the two the school makes on that day. */
  own: z.enum(['bfr', 'cfr']),
  bfr: returnTable, cfr: returnTable,
});
export type ReturnsReport = z.infer<typeof returnsReport>;

export const returnEntries = {
  'budget.returns': query({
    about: 'ICT in the periods that returns ask for: the budget forecast return of an academy by September years and their parts, and a maintained school’s codes by financial year. Either is made of any plan.',
    input: z.strictObject({ asOf: isoDate.optional(), scenarioId: id.optional(), vat: z.enum(['net', 'gross']).optional() }),
    output: returnsReport, example: { asOf: '2026-11-21' },
  }),
};
