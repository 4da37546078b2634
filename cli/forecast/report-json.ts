import type { ForecastReport } from '../../app/contract/forecast.ts';
import type { Source } from './source.ts';

/** The forecast in the shape that other programs read: money in whole pence, years in order. */
export const forecastJson = (report: ForecastReport, source: Source) => ({
  asOf: report.asOf,
  // Named only where one was asked for.
  ...(report.scenario !== null && { scenario: report.scenario }),
  years: report.years,
  rows: source.rows,
  totalPence: report.totalPence,
  alreadyPence: report.alreadyPence,
  budgetPence: report.budgetPence,
  differencePence: report.differencePence,
  byCategory: report.byCategory,
  byCode: report.byCode,
  quantityByCategory: report.quantityByCategory,
  lines: report.lines,
  notInForecast: report.notInForecast,
  noPrice: report.noPrice,
  decisions: source.report?.decisions.map(({ column, readAs }) => ({ column, readAs })) ?? [],
});
