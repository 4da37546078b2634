import { z } from 'zod';
import { ENCODINGS, SEPARATORS } from './import-options.ts';

/** What a column of a sheet with codes can hold. */
export const CHART_FIELDS = ['code', 'description', 'cfrCode', 'ledgerType', 'fundCode', 'fundName', 'costCentre', 'costCentreName'] as const;
export type ChartField = (typeof CHART_FIELDS)[number];

/** How a person wants a sheet with codes to be read; what is left out is decided by Kitplan. */
export const chartOptions = z.strictObject({
  sheet: z.string().max(255).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
  headerRow: z.int().min(1).max(1_048_576).optional(),
  /** Columns by their place, and what they hold; null is nothing that is wanted. */
  columns: z.array(z.strictObject({ index: z.int().min(0).max(16_383), is: z.enum(CHART_FIELDS).nullable() })).max(200).optional(),
});
export type ChartOptions = z.infer<typeof chartOptions>;
