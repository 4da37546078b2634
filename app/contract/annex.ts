import { z } from 'zod';
import { query } from './entry.ts';
import { generatedFile, id, isoDate } from './fields.ts';

/** What ICT does for the development plan, as a file. */

export const annexEntries = {
  'documents.annex': query({
    about: 'The annex to the development plan: for each objective what ICT does for it, what that costs in each year, what is at risk and how it stands.',
    input: z.strictObject({
      format: z.enum(['csv', 'xlsx']), asOf: isoDate.optional(),
      /** The way forward whose figures count; the plan itself when left out. */
      scenarioId: id.optional(),
      /** The development plan; the one of the day when left out. */
      planId: id.optional(),
    }),
    output: generatedFile, example: { format: 'csv', asOf: '2026-11-21' },
  }),
};
