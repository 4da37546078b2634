import { readVersion } from '../../db/repositories/scenarios.ts';
import { planYears } from '../../planning/calendar.ts';
import type { ForecastOptions } from '../../planning/context.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import type { BudgetLine, PlanSnapshot } from '../../planning/snapshot.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import type { Parsed } from '../contract/contract.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { thaw } from './published.ts';
import { requireScenario } from './scenario-state.ts';

/** What a question asks of the forecast. */
export type View = Omit<Parsed<'forecast.get'>, 'budgetPence'> & { readonly budgetPence?: readonly Pence[] | undefined };

/**
 * The way forward that a question names; null where it names none, which is the plan itself.
 * @throws Refusal `not_found` where there is no such way forward
 */
export const scenarioIn = (session: Session, scenarioId: number | undefined): Scenario | null =>
  (scenarioId === undefined ? null : requireScenario(session, scenarioId, 'scenarioId'));

/** @throws Refusal `invalid_input` where a budget has not one figure for each year */
export const optionsOf = (session: Session, { asOf, years, yearStartMonth, budgetPence, scenarioId }: View): ForecastOptions => {
  const options = {
    // What was published is read as at its own day, unless another one is asked for.
    asOf: asOf ?? scenarioIn(session, scenarioId)?.published?.asOf ?? session.today(),
    ...(years !== undefined && { years }),
    ...(yearStartMonth !== undefined && { yearStartMonth }),
  };
  return budgetPence === undefined ? options : { ...options, budgets: budgetsFor(session, options, budgetPence) };
};

/**
 * The plan's facts, as a way forward sees them where one is named; of a published one, those it was published with.
 * @throws Refusal `not_found` where there is no such way forward
 */
export const factsUnder = (session: Session, scenarioId: number | undefined): PlanSnapshot => {
  const facts = session.snapshot();
  const scenario = scenarioIn(session, scenarioId);
  if (scenario === null) return facts;
  const version = scenario.published === null ? undefined : readVersion(session.plan().reader, scenario.id);
  return version === undefined ? applyScenario(facts, scenario.id) : thaw(version, scenario.name).snapshot;
};

/** A missing figure would read as no money at all, so there is one for each year or none. */
const budgetsFor = (session: Session, options: ForecastOptions, figures: readonly Pence[]): BudgetLine[] => {
  const { school } = session.snapshot();
  const years = planYears(options.asOf, options.yearStartMonth ?? school.yearStartMonth, options.years ?? school.horizonYears);
  if (figures.length !== years.length) {
    throw new Refusal('invalid_input', `A budget takes one figure for each of the ${years.length} years; there ${figures.length === 1 ? 'is' : 'are'} ${figures.length}.`, { field: 'budgetPence' });
  }
  return years.map(({ year }, index) => ({ year, fundKey: 'delegated', costCategory: null, nature: null, pence: figures[index] ?? 0 }));
};

/** A file says which way forward it is of, where that is not the plan itself. Characters that file systems refuse become spaces. */
export const nameInFile = (scenario: Scenario | null): string =>
  (scenario === null || scenario.parentId === null ? '' : `, ${scenario.name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()},`);
