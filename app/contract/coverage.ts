import { z } from 'zod';
import { COVERED } from '../../planning/analysis/coverage/covered.ts';
import { COVERAGE_STATES } from '../../planning/analysis/coverage/states.ts';
import { LINK_STRENGTHS } from '../../planning/analysis/vocabulary.ts';
import { query } from './entry.ts';
import { generatedFile, id, isoDate, list } from './fields.ts';

/** Which needs serve which objectives of the development plan, and the gaps on both sides. */

const view = {
  asOf: isoDate.optional(),
  /** The way forward; the plan itself when left out. */
  scenarioId: id.optional(),
};

const spending = z.object({ name: z.string(), pence: z.int(), byYear: list(z.int()), lines: z.int(), unpriced: z.int() });

export const coverageReport = z.object({
  asOf: isoDate, scenario: z.string().nullable(), plan: z.string().nullable(), years: list(z.string()),
  sentence: z.string(),
  objectives: list(z.object({
    id, title: z.string(), covered: z.enum(COVERED), withoutNeed: z.boolean(), why: list(z.string()),
  })),
  /** Declined, withdrawn and merged needs last: they are in no sum. */
  needs: list(z.object({
    id, ref: z.string(), name: z.string(), state: z.enum(COVERAGE_STATES), words: z.string(), why: list(z.string()),
    /** How it serves each of the objectives, in their order. */
    cells: list(z.enum(LINK_STRENGTHS).nullable()),
    /** In the plan's years, net; null where no option is agreed or recommended. */
    pence: z.int().nullable(), unpriced: z.int(), serves: z.boolean(),
  })),
  totalPence: z.int(),
  byState: list(z.object({ state: z.enum(COVERAGE_STATES), needs: z.int() })),
  spend: z.object({ totalPence: z.int(), servesPence: z.int(), nonePence: z.int(), serves: list(spending), none: list(spending) }),
});
export type CoverageReport = z.infer<typeof coverageReport>;

export const coverageEntries = {
  'coverage.report': query({
    about: 'Which needs serve which objectives of the development plan: the matrix, who pays, and the gaps on both sides with their reasons.',
    input: z.strictObject(view), output: coverageReport, example: { asOf: '2026-11-21' },
  }),
  'documents.coverage': query({
    about: 'The same matrix as CSV or Excel: a row for each need, a column for each objective, what it costs, its state and why.',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']), ...view }), output: generatedFile, example: { format: 'csv', asOf: '2026-11-21' },
  }),
};
