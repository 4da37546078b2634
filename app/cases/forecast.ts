import { planYears } from '../../planning/calendar.ts';
import { explainAsset, explainLine } from '../../planning/explain.ts';
import { forecast, type ForecastOptions } from '../../planning/forecast.ts';
import type { Forecast, ForecastLine } from '../../planning/result.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import { BASE_SCENARIO_ID } from '../../planning/scenarios/scenario.ts';
import { overviewSentence } from '../../planning/sentences.ts';
import type { BudgetLine, PlanSnapshot } from '../../planning/snapshot.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import type { Parsed } from '../contract/contract.ts';
import type { ForecastReport } from '../contract/forecast.ts';
import type { Handlers } from '../handlers.ts';
import { referenceFiles } from '../reference/facts.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';

type View = Omit<Parsed<'forecast.get'>, 'budgetPence'> & { readonly budgetPence?: readonly Pence[] | undefined };

const optionsOf = (session: Session, { asOf, years, yearStartMonth, budgetPence }: View): ForecastOptions => {
  const options = {
    asOf: asOf ?? session.today(),
    ...(years !== undefined && { years }),
    ...(yearStartMonth !== undefined && { yearStartMonth }),
  };
  return budgetPence === undefined ? options : { ...options, budgets: budgetsFor(session, options, budgetPence) };
};

/**
 * The plan's facts, as a way forward sees them where one is named.
 * @throws Refusal `not_found` where there is no such way forward
 */
const factsUnder = (session: Session, scenarioId: number | undefined): PlanSnapshot => {
  const facts = session.snapshot();
  if (scenarioId === undefined || scenarioId === BASE_SCENARIO_ID) return facts;
  if (!facts.scenarios.some(({ id }) => id === scenarioId)) throw new Refusal('not_found', `No scenario has the number ${scenarioId}.`, { field: 'scenarioId' });
  return applyScenario(facts, scenarioId);
};

/** A missing figure would read as no money at all, so there is one for each year or none. */
const budgetsFor = (session: Session, options: ForecastOptions, figures: readonly Pence[]): BudgetLine[] => {
  const { school } = session.snapshot();
  const years = planYears(options.asOf, options.yearStartMonth ?? school.yearStartMonth, options.years ?? school.horizonYears);
  if (figures.length !== years.length) {
    throw new Refusal('invalid_input', `A budget takes one figure for each of the ${years.length} years; there ${figures.length === 1 ? 'is' : 'are'} ${figures.length}.`, { field: 'budgetPence' });
  }
  return years.map(({ year }, index) => ({ year, fundKey: 'delegated', pence: figures[index] ?? 0 }));
};

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
export const forecastReport = (snapshot: PlanSnapshot, options: ForecastOptions): ForecastReport => {
  const result = forecast(snapshot, options);
  const { totals } = result;
  const tagOf = new Map(snapshot.assets.map(({ id, tag }) => [id, tag]));
  return {
    asOf: result.asOf,
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
  'forecast.get': (session, view) => forecastReport(factsUnder(session, view.scenarioId), optionsOf(session, view)),

  'forecast.explain': (session, { assetId, asOf }) => {
    const snapshot = session.snapshot();
    if (!snapshot.assets.some(({ id }) => id === assetId)) throw new Refusal('not_found', `No asset has the number ${assetId}.`);
    const { steps } = explainAsset(snapshot, optionsOf(session, { asOf }), assetId);
    return { steps: steps.map(({ text }) => text) };
  },

  'documents.workbook': async (session, view) => {
    const snapshot = factsUnder(session, view.scenarioId);
    const options = optionsOf(session, view);
    // Loaded when asked for: the spreadsheet writer is a tenth of the program and most starts never need it.
    const { forecastWorkbook } = await import('../documents/forecast-workbook.ts');
    const bytes = await forecastWorkbook({ snapshot, options });
    return {
      fileName: `${snapshot.school.name || 'Kitplan'} refresh forecast ${options.asOf}.xlsx`,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: Buffer.from(bytes).toString('base64'),
    };
  },

  'documents.liveSheet': async (session, { scenarioId, ...view }) => {
    const snapshot = factsUnder(session, scenarioId);
    const options = optionsOf(session, view);
    const { liveWorkbook } = await import('../documents/live/live-sheet.ts');
    const bytes = await liveWorkbook({ snapshot, options });
    return {
      fileName: `${snapshot.school.name || 'Kitplan'} live forecast ${options.asOf}.xlsx`,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: Buffer.from(bytes).toString('base64'),
    };
  },

  'reference.facts': () => referenceFiles(),
} satisfies Pick<Handlers, 'forecast.get' | 'forecast.explain' | 'documents.workbook' | 'documents.liveSheet' | 'reference.facts'>;
