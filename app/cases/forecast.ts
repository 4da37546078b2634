import { explainAsset, explainLine } from '../../planning/explain.ts';
import { forecast, type ForecastOptions } from '../../planning/forecast.ts';
import type { Forecast, ForecastLine } from '../../planning/result.ts';
import { overviewSentence } from '../../planning/sentences.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { ForecastReport } from '../contract/forecast.ts';
import type { Handlers } from '../handlers.ts';
import { referenceFiles } from '../reference/facts.ts';
import { Refusal } from '../refusal.ts';
import { factsUnder, nameInFile, optionsOf, scenarioIn } from './forecast-view.ts';

const byYear = (values: readonly number[] | null): number[] | null => (values === null ? null : [...values]);
const byKey = (values: Readonly<Record<string, readonly number[]>>): Record<string, number[]> =>
  Object.fromEntries(Object.entries(values).map(([key, years]) => [key, [...years]]));

const reportLine = (
  snapshot: PlanSnapshot, options: ForecastOptions, result: Forecast, line: ForecastLine, tagOf: ReadonlyMap<number, string | null>,
): ForecastReport['lines'][number] => {
  const tag = line.assetId === null ? null : tagOf.get(line.assetId);
  return {
    year: result.years[line.yearIndex]?.label ?? '',
    date: line.date, kind: line.kind, category: line.categoryKey, quantity: line.quantity,
    unitPence: line.unitPence, netPence: line.netPence, code: line.code,
    limitingFactor: line.limitingFactor, due: line.due, overdue: line.overdue,
    assetTags: tag === null || tag === undefined ? [] : [tag],
    why: explainLine(snapshot, options, line).map(({ text }) => text),
  };
};

/** The forecast in the shape that other programs read: money in pence, years in order, one line per row and occurrence. */
export const forecastReport = (snapshot: PlanSnapshot, options: ForecastOptions, scenario: string | null = null): ForecastReport => {
  const result = forecast(snapshot, options);
  const { totals } = result;
  const tagOf = new Map(snapshot.assets.map(({ id, tag }) => [id, tag]));
  return {
    asOf: result.asOf, scenario,
    years: result.years.map(({ label, start, end }) => ({ label, start, end })),
    totalPence: [...totals.totalPence], alreadyPence: [...totals.alreadyPence],
    budgetPence: byYear(totals.budgetPence), differencePence: byYear(totals.differencePence),
    standStillPence: [...totals.standStillPence],
    sentence: overviewSentence(snapshot, result).text,
    byCategory: byKey(totals.byCategory), byCode: byKey(totals.byCode), byChartGroup: byKey(totals.byChartGroup),
    quantityByCategory: byKey(totals.quantityByCategory),
    lines: result.lines.map((line) => reportLine(snapshot, options, result, line, tagOf)),
    notInForecast: result.notInForecast.map(({ reason, quantity }) => ({ reason, quantity })),
    noPrice: result.noPrice.map(({ categoryKey, quantity }) => ({ category: categoryKey, quantity })),
  };
};

export const forecastHandlers = {
  'forecast.get': (session, view) =>
    forecastReport(factsUnder(session, view.scenarioId), optionsOf(session, view), scenarioIn(session, view.scenarioId)?.name),

  'forecast.explain': (session, { assetId, ...view }) => {
    const snapshot = factsUnder(session, view.scenarioId);
    if (!snapshot.assets.some(({ id }) => id === assetId)) throw new Refusal('not_found', `No asset has the number ${assetId}.`);
    const { steps } = explainAsset(snapshot, optionsOf(session, view), assetId);
    return { steps: steps.map(({ text }) => text) };
  },

  'documents.workbook': async (session, view) => {
    const snapshot = factsUnder(session, view.scenarioId);
    const options = optionsOf(session, view);
    // Loaded when asked for: the spreadsheet writer is a tenth of the program and most starts never need it.
    const { forecastWorkbook } = await import('../documents/forecast-workbook.ts');
    const scenario = scenarioIn(session, view.scenarioId);
    const bytes = await forecastWorkbook({ snapshot, options, scenario });
    return {
      fileName: `${snapshot.school.name || 'Kitplan'} refresh forecast${nameInFile(scenario)} ${options.asOf}.xlsx`,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: Buffer.from(bytes).toString('base64'),
    };
  },

  'documents.liveSheet': async (session, { scenarioId, ...view }) => {
    const snapshot = factsUnder(session, scenarioId);
    const options = optionsOf(session, { ...view, scenarioId });
    const { liveWorkbook } = await import('../documents/live/live-sheet.ts');
    const bytes = await liveWorkbook({ snapshot, options });
    return {
      fileName: `${snapshot.school.name || 'Kitplan'} live forecast${nameInFile(scenarioIn(session, scenarioId))} ${options.asOf}.xlsx`,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: Buffer.from(bytes).toString('base64'),
    };
  },

  'reference.facts': () => referenceFiles(),
} satisfies Pick<Handlers, 'forecast.get' | 'forecast.explain' | 'documents.workbook' | 'documents.liveSheet' | 'reference.facts'>;
