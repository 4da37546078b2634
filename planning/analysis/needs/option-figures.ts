import { sumOf } from '../../money.ts';
import { needLines } from '../../needs.ts';
import { contextOf } from '../../quality.ts';
import type { Forecast, UnplacedLine } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { Pence } from '../../vocabulary.ts';
import type { Need, NeedOption, OptionCost } from '../need-facts.ts';
import { pilotEnd, plannedCost, standingDecision } from '../planned.ts';
import type { CostPart, CostStanding } from '../vocabulary.ts';
import { linesInPlan } from './in-plan.ts';

/** What one cost of an option comes to in the plan's years. */
export type CostFigures = {
  readonly cost: OptionCost;
  /** One figure for each year of the plan, net. */
  readonly byYear: readonly Pence[];
  readonly totalPence: Pence;
  /** Whether some of it has no price: the figures are then too low by it. */
  readonly unpriced: boolean;
  /** The lines that it adds, or would if another budget did not pay; of what is in the plan already, those of the forecast. */
  readonly lines: readonly UnplacedLine[];
};

/** What an option costs in the plan's years, net, whoever pays for it and whether it is new or planned anyway. */
export type OptionFigures = {
  readonly byYear: readonly Pence[];
  /** The sum of the years: of kit, software, training and support. */
  readonly totalPence: Pence;
  readonly kitPence: Pence;
  readonly softwarePence: Pence;
  /** Training of staff, pupils and the support team. */
  readonly trainingPence: Pence;
  readonly supportPence: Pence;
  /** What it adds to the ICT plan: what the forecast rises by once the option is approved. */
  readonly addsPence: Pence;
  readonly addsByYear: readonly Pence[];
  /** What is planned anyway and adds nothing. */
  readonly inPlanPence: Pence;
  /** What another budget pays: in no total of the ICT plan. */
  readonly elsewherePence: Pence;
  /** How many of its costs have no price, and what they are called: the figures are too low by these. */
  readonly unpriced: number;
  readonly unpricedNames: readonly string[];
  /** Hours of the support team: time, not money. */
  readonly hoursOnce: number;
  readonly hoursYearly: number;
};

/**
 * Each cost of an option in the plan's years. What adds to the plan, and what another budget pays, is priced by the engine
 * itself with the rises of its kind; what is in the plan already is read from the forecast.
 */
export function costFigures(snapshot: PlanSnapshot, forecast: Forecast, need: Pick<Need, 'id' | 'name'>, option: NeedOption): CostFigures[] {
  const until = pilotEnd(standingDecision(snapshot.analysis.decisions, need.id), option.id);
  // Needs are priced without a look at the register: a large one would be read for nothing.
  const context = contextOf({ ...snapshot, assets: [], orders: [], orderLines: [], actions: [], needs: [] }, forecast);
  const priced = (cost: OptionCost): UnplacedLine[] =>
    needLines({ ...context, snapshot: { ...context.snapshot, needs: [plannedCost(need, cost, true, until)] } });
  const pointedAt = new Set<UnplacedLine>();
  /** What no cost before it in the option points at already. */
  const planned = (cost: OptionCost): UnplacedLine[] => {
    const found = linesInPlan(snapshot, forecast, cost).filter((line) => !pointedAt.has(line));
    for (const line of found) pointedAt.add(line);
    return found;
  };
  return option.costs.map((cost) => {
    const lines = cost.standing === 'in_plan' ? planned(cost) : priced(cost);
    const byYear = forecast.years.map((_, year) => sumOf(lines.filter(({ yearIndex }) => yearIndex === year).map(({ netPence }) => netPence ?? 0)));
    return { cost, byYear, totalPence: sumOf(byYear), unpriced: lines.some(({ netPence }) => netPence === null), lines };
  });
}

/** What an option comes to in the years of the forecast. */
export const optionFigures = (snapshot: PlanSnapshot, forecast: Forecast, need: Pick<Need, 'id' | 'name'>, option: NeedOption): OptionFigures =>
  figuresOf(forecast, option, costFigures(snapshot, forecast, need, option));

/** The costs of an option added up. */
export function figuresOf(forecast: Pick<Forecast, 'years'>, option: NeedOption, costs: readonly CostFigures[]): OptionFigures {
  const byYearOf = (of: readonly CostFigures[]): Pence[] => forecast.years.map((_, year) => sumOf(of.map(({ byYear }) => byYear[year] ?? 0)));
  const total = (wanted: (cost: OptionCost) => boolean): Pence => sumOf(costs.filter(({ cost }) => wanted(cost)).map(({ totalPence }) => totalPence));
  const ofPart = (...parts: readonly CostPart[]): Pence => total(({ part }) => parts.includes(part));
  const ofStanding = (standing: CostStanding): Pence => total((cost) => cost.standing === standing);
  const unpricedNames = costs.filter(({ unpriced }) => unpriced).map(({ cost }) => cost.name);
  return {
    byYear: byYearOf(costs), totalPence: total(() => true),
    kitPence: ofPart('kit'), softwarePence: ofPart('software'),
    trainingPence: ofPart('training_staff', 'training_pupils', 'training_support'), supportPence: ofPart('support'),
    addsPence: ofStanding('adds'), addsByYear: byYearOf(costs.filter(({ cost }) => cost.standing === 'adds')),
    inPlanPence: ofStanding('in_plan'), elsewherePence: ofStanding('elsewhere'),
    unpriced: unpricedNames.length, unpricedNames, hoursOnce: option.supportHoursOnce ?? 0, hoursYearly: option.supportHoursYearly ?? 0,
  };
}
