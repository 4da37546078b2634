import { formatLongDate } from '../../planning/calendar.ts';
import { planContext, type ForecastOptions } from '../../planning/context.ts';
import { explainLine } from '../../planning/explain.ts';
import { forecast } from '../../planning/forecast.ts';
import type { ForecastLine } from '../../planning/result.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { aboutForecast, assumptionsSheet } from './assumptions-sheet.ts';
import { codeSheet } from './code-sheet.ts';
import { writeHucreWorkbook } from './hucre-workbook.ts';
import { lineSubjects } from './line-prices.ts';
import { linesSheet } from './lines-sheet.ts';
import { priceIndex } from './price-index-sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import type { WorkbookDocument, WorkbookWriter } from './workbook-writer.ts';

export type ForecastWorkbookInput = {
  readonly snapshot: PlanSnapshot;
  readonly options: ForecastOptions;
  /** The way forward that the figures are of; null or left out for the plan itself. */
  readonly scenario?: Scenario | null;
  /** The day the file says it was made; the as-at date when left out. The same day gives the same bytes. */
  readonly created?: IsoDate;
};

/**
 * The forecast as a workbook: a summary by category and year, the codes, every line with its reasons, the price
 * index and the assumptions. Every total is a formula over the lines, and every price one over the index.
 */
export function forecastDocument({ snapshot, options, scenario = null, created = options.asOf }: ForecastWorkbookInput): WorkbookDocument {
  const result = forecast(snapshot, options);
  const context = planContext(snapshot, options);
  const subjects = lineSubjects(context, result.lines);
  const index = priceIndex(snapshot, subjects.flatMap(({ price }) => price ?? []), context.schoolStartMonth);
  const why = (line: ForecastLine): string => explainLine(snapshot, options, line).map(({ text }) => text).join(' ');
  const lines = linesSheet(snapshot, result, subjects, index, why);
  return {
    title: `${snapshot.school.name}: ICT refresh forecast`, description: aboutForecast(result), school: snapshot.school.name,
    created, footer: `ICT refresh forecast${scenario === null ? '' : `, ${scenario.name}`}, figures as at ${formatLongDate(result.asOf)}, net of VAT`,
    sheets: [summarySheet(snapshot, result, scenario), codeSheet(snapshot, result), lines.sheet, index.sheet, assumptionsSheet(snapshot, options, result, scenario)],
    names: lines.names,
  };
}

/** The forecast as the bytes of an .xlsx file. */
export const forecastWorkbook = (input: ForecastWorkbookInput, write: WorkbookWriter = writeHucreWorkbook): Promise<Uint8Array> =>
  write(forecastDocument(input));
