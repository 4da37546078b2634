import { budgetMatrix, type BudgetMatrix } from '../../../planning/budget/matrix.ts';
import { formatLongDate } from '../../../planning/calendar.ts';
import { planContext, type ForecastOptions } from '../../../planning/context.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { Forecast } from '../../../planning/result.ts';
import { NO_SCENARIO, type Scenario } from '../../../planning/scenarios/scenario.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { SCENARIO_STATE_WORDS, type IsoDate } from '../../../planning/vocabulary.ts';
import { budgetRows, type BudgetRow } from './budget-rows.ts';
import { partEntries } from './part-entries.ts';

export type BudgetInput = {
  readonly snapshot: PlanSnapshot;
  readonly options: ForecastOptions;
  /** The way forward that the figures are of; null for the plan itself. */
  readonly scenario: Scenario | null;
  /** What things cost: without VAT, or with it. */
  readonly vat: 'net' | 'gross';
};

/** Everything that the documents about a budget are made from, worked out once. */
export type BudgetFacts = Omit<BudgetInput, 'scenario'> & {
  readonly scenario: Scenario;
  /** `Working copy`, `Published, figures as at 12 June 2026`. */
  readonly version: string;
  readonly asOf: IsoDate;
  readonly result: Forecast;
  readonly rows: readonly BudgetRow[];
  readonly byCode: BudgetMatrix;
  readonly byFund: BudgetMatrix;
};

export function budgetFacts({ snapshot, options, scenario: asked, vat }: BudgetInput): BudgetFacts {
  const result = forecast(snapshot, options);
  const scenario = asked ?? snapshot.scenarios.find(({ parentId }) => parentId === null) ?? NO_SCENARIO;
  const version = `${SCENARIO_STATE_WORDS[scenario.state]}${scenario.published === null ? '' : `, figures as at ${formatLongDate(scenario.published.asOf)}`}`;
  return {
    snapshot, options, scenario, version, vat, asOf: result.asOf, result,
    rows: budgetRows(snapshot, planContext(snapshot, options), result, partEntries(snapshot, result)),
    byCode: budgetMatrix(snapshot, result, { nature: 'all', vat, by: 'code' }),
    byFund: budgetMatrix(snapshot, result, { nature: 'all', vat, by: 'fund' }),
  };
}
