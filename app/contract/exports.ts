import { z } from 'zod';
import { REGISTER_COLUMNS } from '../../planning/exports/register-columns.ts';
import { action, query } from './entry.ts';
import { planState } from './application.ts';
import { generatedFile, horizonYears, id, isoDate, nothing, shortText } from './fields.ts';

/** What leaves Kitplan: the register and lists made from it as files, and the whole plan as JSON. */

const tableFormat = z.enum(['csv', 'xlsx']);
const asOf = isoDate.optional();

/** A plan as JSON that still fits a request of 64 MB, in which each of its quotation marks takes two characters. */
export const LARGEST_PLAN_JSON = 48 * 1024 * 1024;

export const exportEntries = {
  'exports.register': query({
    about: 'The register as CSV or Excel, or in the import headings of Snipe-IT: all of it, or the rows and columns asked for.',
    input: z.strictObject({
      format: z.enum(['csv', 'xlsx', 'snipe-it']), asOf,
      ids: z.array(id).min(1, 'At least one row.').max(100_000, 'At most 100,000 rows at a time.').optional(),
      columns: z.array(z.enum(REGISTER_COLUMNS)).min(1, 'At least one column.').max(REGISTER_COLUMNS.length).optional(),
    }),
    output: generatedFile, largeBody: true, example: { format: 'csv', columns: ['tag', 'description', 'bought'] },
  }),
  'exports.due': query({
    about: 'What falls due, by year, with what sets the date, the price, the code and why.',
    input: z.strictObject({ format: tableFormat, asOf, years: horizonYears.optional(), scenarioId: id.optional() }),
    output: generatedFile, example: { format: 'csv', years: 3 },
  }),
  'exports.disposals': query({
    about: 'What has left the school: when, which way, under which certificate, and whether its data was wiped.',
    input: z.strictObject({ format: tableFormat, asOf }),
    output: generatedFile, example: { format: 'csv' },
  }),
  'exports.plan': query({
    about: 'The whole plan with its history as documented JSON, from which the same plan can be made again.',
    input: nothing, output: generatedFile, example: {},
  }),
  'plan.fromJson': action({
    about: 'Make a plan from JSON that exports.plan wrote, as a new file in Documents/Kitplan, and open it.',
    input: z.strictObject({ json: z.string().min(2).max(LARGEST_PLAN_JSON, 'A plan as JSON is at most 48 MB.'), name: shortText.optional() }),
    output: planState, largeBody: true, example: { json: '{}' },
  }),
};
