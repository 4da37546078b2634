import { planYears } from '../../planning/calendar.ts';
import type { ForecastOptions } from '../../planning/context.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import { BASE_SCENARIO_ID } from '../../planning/scenarios/scenario.ts';
import type { BudgetLine, PlanSnapshot } from '../../planning/snapshot.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import type { Parsed } from '../contract/contract.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';

/** What a question asks of the forecast. */
export type View = Omit<Parsed<'forecast.get'>, 'budgetPence'> & { readonly budgetPence?: readonly Pence[] | undefined };

/** @throws Refusal `invalid_input` where a budget has not one figure for each year */
export const optionsOf = (session: Session, { asOf, years, yearStartMonth, budgetPence }: View): ForecastOptions => {
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
export const factsUnder = (session: Session, scenarioId: number | undefined): PlanSnapshot => {
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
