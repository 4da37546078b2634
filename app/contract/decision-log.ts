import { z } from 'zod';
import { REVIEW_KINDS } from '../../planning/analysis/decisions/review.ts';
import { DECISION_CHOICES } from '../../planning/analysis/vocabulary.ts';
import { query } from './entry.ts';
import { generatedFile, isoDate, list, year } from './fields.ts';

/** The log of decisions as figures and as a file: what waits and what was decided, by the same filters as on screen. */

const filter = {
  asOf: isoDate.optional(),
  /** Words, all of which stand somewhere in the decision. */
  text: z.string().max(200).default(''),
  choice: z.enum(DECISION_CHOICES).nullable().default(null),
  decider: z.string().max(200).nullable().default(null),
  /** The financial year in which it was decided, by its start. */
  year: year.nullable().default(null),
  review: z.enum(REVIEW_KINDS).nullable().default(null),
  told: z.enum(['all', 'not_all']).nullable().default(null),
};
const maybe = z.string().nullable();

export const decisionReport = z.object({
  asOf: isoDate, sentence: z.string(),
  waiting: list(z.object({ ref: z.string(), by: maybe, title: z.string(), decider: z.string(), pence: z.int().nullable(), isMost: z.boolean() })),
  decided: list(z.object({
    ref: z.string(), on: z.string(), title: z.string(), choice: z.enum(DECISION_CHOICES), choiceWords: z.string(), because: maybe, decider: z.string(),
    review: z.enum(REVIEW_KINDS), reviewWords: z.string(), reviewOn: maybe, told: z.int(), toBeTold: z.int(),
  })),
  /** Agreed moves of money of the financial year that is open, newest first, and what they come to. */
  moves: list(z.object({ on: z.string(), pence: z.int(), from: z.string(), to: z.string(), reason: z.string(), decision: maybe, how: z.string() })),
  movesSentence: z.string(),
});
export type DecisionReport = z.infer<typeof decisionReport>;

export const decisionLogEntries = {
  'decision.report': query({
    about: 'What waits to be decided, what was decided and why, and this year’s moves of money with what came of them.',
    input: z.strictObject(filter), output: decisionReport, example: { choice: 'decline' },
  }),
  'documents.decisions': query({
    about: 'The log of decisions as a file: filtered it holds what was decided alone, else what waits too.',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']), ...filter }), output: generatedFile, example: { format: 'csv', text: 'laptops' },
  }),
};
