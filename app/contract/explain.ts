import { z } from 'zod';
import { LINE_KINDS, NOT_FORECAST_REASONS } from '../../planning/vocabulary.ts';
import { query } from './entry.ts';
import { horizonYears, id, isoDate, list, shortText } from './fields.ts';

/** Why a figure is what it is, asked for as people name it. */

const view = { asOf: isoDate.optional(), years: horizonYears.optional(), scenarioId: id.optional() };

/** Lines with the same reasons: their steps lead from the purchase date to what each of them costs. */
const part = z.object({
  year: z.string(), kind: z.enum(LINE_KINDS), rows: z.int(), tags: list(z.string()), quantity: z.int(),
  unitPence: z.int().nullable(), netPence: z.int().nullable(), steps: list(z.string()),
});
export type ExplainedPartReport = z.infer<typeof part>;

const item = z.object({
  id: z.int(), name: z.string(), tag: z.string().nullable(), notInForecast: z.enum(NOT_FORECAST_REASONS).nullable(),
  /** Why its next replacement is when it is, or why there is none. */
  steps: list(z.string()),
  parts: list(part),
});

export const explainEntries = {
  'explain.asset': query({
    about: 'Why everything that an asset will need comes when it does and costs what it does. It is named by its tag, its serial number or its number in the plan.',
    input: z.strictObject({ asset: shortText, ...view }),
    output: z.object({ asOf: isoDate, items: list(item) }), example: { asset: '1', asOf: '2026-11-21' },
  }),
  'explain.cell': query({
    about: 'Why a figure of a year is what it is: of a kind of kit, a chart group, a code, a room, a department, or the total.',
    input: z.strictObject({ year: shortText, of: shortText, ...view }),
    output: z.object({
      asOf: isoDate, name: z.string(), quantity: z.int(), netPence: z.int(), unpriced: z.int(), parts: list(part),
    }),
    example: { year: '2026/27', of: 'total', asOf: '2026-11-21' },
  }),
};
