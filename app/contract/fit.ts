import { z } from 'zod';
import { FIT_ANSWERS } from '../../planning/analysis/fit/judge.ts';
import { query } from './entry.ts';
import { id, isoDate, list } from './fields.ts';
import { planChange } from './plan-change.ts';

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
  'fit.ways': query({
    about: 'What it would take to make it run in a room by the end of a year: the cheapest over the plan’s years first, each with its reasons and, where the plan has such a change, the changes to try it.',
    input: z.strictObject({
      ...subject,
      /** The key of a room, as `fit.check` names it, and a year by its label: "2027/28". */
      room: z.string(), year: z.string(),
    }),
    output: z.object({
      ways: list(z.object({
        kind: z.enum(['memory', 'swap', 'support', 'forward', 'model']), words: z.string(), makes: z.enum(['runs', 'slow']),
        /** More over the plan’s years, minus for less; null where no price is known. */
        costPence: z.int().nullable(), why: list(z.string()), changes: list(planChange),
      })),
    }),
    example: { softwareId: 3, room: ':1', year: '2026/27' },
  }),
};
