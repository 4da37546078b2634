import { z } from 'zod';
import { COST_CATEGORIES, SPEND_NATURES } from '../../planning/vocabulary.ts';
import { query } from './entry.ts';
import { isoDate, list } from './fields.ts';

/** What the plan has for the returns that schools make. */

const byColumn = list(z.int());
const column = z.object({ label: z.string(), start: isoDate, end: isoDate });

export const returnEntries = {
  'budget.returns': query({
    about: 'ICT in the periods that returns ask for: the budget forecast return by September years and their parts, and the codes of each period that the school accounts by.',
    input: z.strictObject({ asOf: isoDate.optional() }),
    output: z.object({
      asOf: isoDate,
      budgetForecast: z.object({
        columns: list(column), unpriced: z.int(),
        rows: list(z.object({ costCategory: z.enum(COST_CATEGORIES), nature: z.enum(SPEND_NATURES), name: z.string(), lineNumber: z.string().nullable(), pence: byColumn })),
        /** What was budgeted, evenly by the month, and that it is so. */
        allocated: byColumn, allocatedNote: z.string(),
      }),
      accounts: z.object({ columns: list(column), unpriced: z.int(), rows: list(z.object({ code: z.string(), name: z.string(), pence: byColumn })) }),
      /** E30 and its mirror CI04, by the school's own years: in no total. */
      memo: list(z.object({ code: z.string(), name: z.string(), pence: byColumn })),
    }),
    example: { asOf: '2026-11-21' },
  }),
};
