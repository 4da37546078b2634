import { z } from 'zod';
import { COST_PARTS } from '../../planning/value/whole-life.ts';
import { OUT_OF_BOOKS } from '../../planning/value/entries.ts';
import { command, query } from './entry.ts';
import { categoryKey, generatedFile, id, isoDate, list } from './fields.ts';

/** What kit stands at in the books, and what it costs over its whole life. */

const amounts = {
  quantity: z.int(), openingPence: z.int(), additionsPence: z.int(), chargePence: z.int(), disposalsPence: z.int(), closingPence: z.int(),
  costPence: z.int(), chargedPence: z.int(),
};
const movement = z.object(amounts);
/** What is there, and the difference that the plan makes to it. */
const group = z.object({ key: z.string().nullable(), name: z.string(), there: movement, planned: movement });

export const bookReport = z.object({
  asOf: isoDate, year: z.string(), sentence: z.string(), rules: list(z.string()),
  total: group, byFund: list(group), byKind: list(group),
  years: list(z.object({ label: z.string(), end: isoDate, there: movement, planned: movement })),
  leftOut: list(z.object({ reason: z.enum(OUT_OF_BOOKS), quantity: z.int(), words: z.string() })),
});
export type BookReport = z.infer<typeof bookReport>;

const cost = z.object({ part: z.enum(COST_PARTS), pence: z.int().nullable(), words: z.string() });
const life = z.object({
  name: z.string(), categoryKey: z.string(), modelId: z.int().nullable(), quantity: z.int(), lifeMonths: z.int().nullable(),
  parts: list(cost), yearlyPence: z.int(), evenPence: z.int().nullable(), kwhTenths: z.int().nullable(),
  allPence: z.int(), perPupilPence: z.int().nullable(), missing: z.string().nullable(), shares: z.string().nullable(), bestAge: z.string(),
});
export type LifeReport = z.infer<typeof life>;

/** Numbers that a person enters of a kind; null takes one back. */
const upTo = (most: number, message: string) => z.int(message).min(0, message).max(most, message).nullable();

export const valueEntries = {
  'value.book': query({
    about: 'What the school’s ICT stands at in the books on any day, past or to come: by fund, by kind and by year, and what is left out.',
    input: z.strictObject({ asOf: isoDate.optional() }), output: bookReport, example: { asOf: '2027-03-31' },
  }),
  'value.wholeLife': query({
    about: 'What a device of each kind costs a year over its whole life, part by part; and models beside each other where they are named.',
    input: z.strictObject({ asOf: isoDate.optional(), models: z.array(id).max(10, 'At most ten models beside each other.').optional() }),
    output: z.object({ asOf: isoDate, sentence: z.string(), kinds: list(life), models: list(life), comparison: z.string().nullable() }),
    example: { asOf: '2026-11-21' },
  }),
  'upkeep.set': command({
    about: 'Say what a kind of kit takes while it is used: watts, hours and days it is on, minutes of support and of its users’ own time for one. Nothing said takes it back.',
    input: {
      categoryKey,
      watts: upTo(20_000, 'What one draws is 0 to 20,000 watts.'),
      hoursPerDayTenths: upTo(240, 'A day has 0 to 24 hours.'),
      daysPerYear: upTo(366, 'A year has 0 to 366 days.'),
      supportMinutes: upTo(60_000, 'Support for one is 0 to 60,000 minutes a year.'),
      selfSupportMinutes: upTo(60_000, 'The time of its users is 0 to 60,000 minutes a year.'),
    },
    value: z.null(),
    example: { categoryKey: 'laptop', watts: 45, hoursPerDayTenths: 65, daysPerYear: 190, supportMinutes: 40, selfSupportMinutes: null },
  }),
  'documents.bookValues': query({
    about: 'What every row of the register stands at in the books on a day, as CSV or Excel: fund, bought, cost, life, charged, net book value.',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']), asOf: isoDate.optional() }),
    output: generatedFile, example: { format: 'csv', asOf: '2027-03-31' },
  }),
};
