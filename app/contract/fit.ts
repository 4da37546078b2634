import { z } from 'zod';
import { FIT_ANSWERS } from '../../planning/analysis/fit/judge.ts';
import { query } from './entry.ts';
import { id, isoDate, list } from './fields.ts';

/** Whether what a need or a title of software asks for runs on the planned kit, room by room and year by year. */

const subject = {
  /** One of the two. */
  needId: id.optional(), softwareId: id.optional(),
  /** An option of the need, tried in the place of what the plan holds of it. */
  optionId: id.optional(),
  scenarioId: id.optional(), asOf: isoDate.optional(), years: z.int().min(1).max(30).optional(),
};

const counts = z.object({ runs: z.int(), slow: z.int(), no: z.int(), unknown: z.int() });

export const fitEntries = {
  'fit.check': query({
    about: 'Whether what a need or a title of software asks for runs on the kit of each room in each year of the plan, with reasons and counts.',
    input: z.strictObject(subject),
    output: z.object({
      name: z.string(),
      /** "16 GB and 6 cores (slow on 4)"; null where it asks for nothing that can be compared. */
      needs: z.string().nullable(),
      option: z.string().nullable(), scenario: z.string().nullable(),
      sentence: z.string(), years: list(z.string()),
      rooms: list(z.object({
        key: z.string(), locationId: z.int().nullable(), name: z.string(),
        /** Whether it is the kit of those who use it, or in a place that an option is about. */
        meant: z.boolean(),
        years: list(z.object({
          answer: z.enum(FIT_ANSWERS), words: z.string(), beside: z.string(), reason: z.string(), items: z.int(), counts, why: list(z.string()),
        })),
      })),
    }),
    example: { softwareId: 3 },
  }),
};
