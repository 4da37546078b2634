import { z } from 'zod';
import { NOT_FORECAST_REASONS, LINE_KINDS, LIMITING_FACTORS } from '../../planning/vocabulary.ts';
import { query } from './entry.ts';
import { budgetPence, generatedFile, horizonYears, id, isoDate, list, nothing, startMonth } from './fields.ts';

/** The refresh forecast as other programs read it, its reasons, and the files made from it. */

const byYear = list(z.int());
const view = {
  asOf: isoDate.optional(), years: horizonYears.optional(), yearStartMonth: startMonth.optional(),
  /** The way forward; the plan itself when left out. */
  scenarioId: id.optional(),
  /** Delegated money for each year shown, in order, in place of the plan's own budgets. */
  budgetPence: z.array(budgetPence).min(1).max(10).optional(),
};

export const forecastReport = z.object({
  asOf: isoDate,
  /** The way forward; null where none was asked for, which is the plan itself. */
  scenario: z.string().nullable(),
  years: list(z.object({ label: z.string(), start: isoDate, end: isoDate })),
  totalPence: byYear, alreadyPence: byYear, budgetPence: byYear.nullable(), differencePence: byYear.nullable(),
  standStillPence: byYear,
  sentence: z.string(),
  byCategory: z.record(z.string(), byYear), byCode: z.record(z.string(), byYear), byChartGroup: z.record(z.string(), byYear),
  quantityByCategory: z.record(z.string(), byYear),
  lines: list(z.object({
    year: z.string(), date: isoDate, kind: z.enum(LINE_KINDS), category: z.string(), quantity: z.int(),
    unitPence: z.int().nullable(), netPence: z.int().nullable(), code: z.string(),
    limitingFactor: z.enum(LIMITING_FACTORS).nullable(), due: isoDate, overdue: z.boolean(),
    assetTags: list(z.string()), why: list(z.string()),
  })),
  notInForecast: list(z.object({ reason: z.enum(NOT_FORECAST_REASONS), quantity: z.int() })),
  noPrice: list(z.object({ category: z.string(), quantity: z.int() })),
});
export type ForecastReport = z.infer<typeof forecastReport>;

export const forecastEntries = {
  'forecast.get': query({
    about: 'The refresh forecast: totals, lines and the reasons behind each.',
    input: z.strictObject(view), output: forecastReport, example: { asOf: '2026-11-21' },
  }),
  'forecast.explain': query({
    about: 'Why one asset falls due when it does, and what it costs.',
    input: z.strictObject({ assetId: id, asOf: isoDate.optional(), scenarioId: id.optional() }),
    output: z.object({ steps: list(z.string()) }), example: { assetId: 1, asOf: '2026-11-21' },
  }),
  'documents.workbook': query({
    about: 'The forecast as an Excel workbook with live formulas.',
    input: z.strictObject(view), output: generatedFile, example: { asOf: '2026-11-21' },
  }),
  'documents.liveSheet': query({
    about: 'The forecast as a spreadsheet that works it out by itself: one row for each row of the register, formulas only.',
    input: z.strictObject({ asOf: isoDate.optional(), years: horizonYears.optional(), scenarioId: id.optional() }),
    output: generatedFile, example: { asOf: '2026-11-21' },
  }),
  'reference.facts': query({
    about: 'The shipped facts (codes, standards, support dates …) with source and as-of date.',
    input: nothing,
    output: list(z.object({
      file: z.string(), source: z.string(), licence: z.string(), asOf: z.string(), rows: z.int(),
    })),
    example: {},
  }),
};
