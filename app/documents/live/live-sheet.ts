import { formatLongDate } from '../../../planning/calendar.ts';
import { writeHucreWorkbook } from '../hucre-workbook.ts';
import { aboutForecast } from '../assumptions-sheet.ts';
import type { ForecastWorkbookInput } from '../forecast-workbook.ts';
import type { WorkbookDocument, WorkbookWriter } from '../workbook-writer.ts';
import { indexSheet } from './index-sheet.ts';
import { kitSheet } from './kit-sheet.ts';
import { livePlan } from './live-plan.ts';
import { modelsSheet, policiesSheet } from './policies-sheets.ts';
import { restSheet } from './rest-sheet.ts';
import { totalsSheet } from './totals-sheet.ts';

/**
 * The forecast once more, as a spreadsheet that works it out by itself: one row for each row of the register, and every
 * date, price and cost of it a formula over the policies, prices and rises beside it. In the school's own calendar.
 */
export function liveDocument({ snapshot, options, created = options.asOf }: ForecastWorkbookInput): WorkbookDocument {
  const { asOf, years } = options;
  const live = livePlan(snapshot, { asOf, ...(years !== undefined && { years }) });
  const parts = [totalsSheet(live), kitSheet(live), policiesSheet(live), modelsSheet(live), indexSheet(live), restSheet(live)];
  return {
    title: `${snapshot.school.name}: live forecast`, description: aboutForecast(live.forecast), school: snapshot.school.name, created,
    footer: `Live forecast, figures as at ${formatLongDate(asOf)}, net of VAT`,
    sheets: parts.map(({ sheet }) => sheet), names: parts.flatMap(({ names }) => names),
  };
}

/** The live spreadsheet as the bytes of an .xlsx file. */
export const liveWorkbook = (input: ForecastWorkbookInput, write: WorkbookWriter = writeHucreWorkbook): Promise<Uint8Array> =>
  write(liveDocument(input));
