import { financialYearOf } from '../../calendar.ts';
import { sumOf } from '../../money.ts';
import { placesOf } from '../../places.ts';
import type { Forecast, ForecastLine } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { Pence } from '../../vocabulary.ts';
import { countedOption, needState } from './need-state.ts';
import type { Need, OptionCost } from '../need-facts.ts';

/**
 * The lines of the forecast that a cost of standing `in_plan` points at: those of its running cost where it names one, else the
 * replacements and upgrades of kit of its kind, of its people and in its place, where it names them. It points at whole financial
 * years, from that of its day to that of its last day: the forecast says on which day of the year kit falls due, nobody else.
 */
export function linesInPlan(snapshot: PlanSnapshot, forecast: Forecast, cost: OptionCost): ForecastLine[] {
  const from = financialYearOf(cost.on, forecast.yearStartMonth);
  const to = cost.until === null ? Infinity : financialYearOf(cost.until, forecast.yearStartMonth);
  const isInYears = ({ yearIndex }: ForecastLine): boolean => {
    const year = forecast.years[yearIndex]?.year ?? 0;
    return year >= from && year <= to;
  };
  if (cost.recurringId !== null) return forecast.lines.filter((line) => line.recurringId === cost.recurringId && isInYears(line));
  const within = cost.locationId === null ? null : placesOf(snapshot.locations).descendantsOf(cost.locationId);
  const meant = new Set(snapshot.assets.filter(({ userGroup, locationId }) =>
    (cost.userGroup === null || userGroup === cost.userGroup) && (within === null || (locationId !== null && within.has(locationId)))).map(({ id }) => id));
  return forecast.lines.filter((line) => (line.kind === 'replace' || line.kind === 'upgrade') && line.categoryKey === cost.categoryKey
    && line.assetId !== null && meant.has(line.assetId) && isInYears(line));
}

/** A cost that points at something in the plan, of the option that counts for its need. */
export type Pointer = { readonly need: Need; readonly cost: OptionCost };

/** What is worth a look in what needs say is planned anyway. */
export type InPlanFindings = {
  /** Costs that point at something the plan does not hold. */
  readonly astray: readonly Pointer[];
  /** Needs that count on the same planned kit or running cost: it is shown in each of them and counted once. */
  readonly shared: readonly { readonly one: Pointer; readonly other: Pointer; readonly pence: Pence }[];
  /** What all needs count on together, each line of the forecast once. */
  readonly pence: Pence;
};

/** Looks at what the counted options of all needs that are still possible say is in the plan already. */
export function inPlanFindings(snapshot: PlanSnapshot, forecast: Forecast): InPlanFindings {
  const pointers = snapshot.analysis.needs.filter((need) => isPossible(snapshot, forecast, need)).flatMap((need) =>
    (countedOption(snapshot.analysis, need)?.costs ?? []).filter(({ standing }) => standing === 'in_plan')
      .map((cost) => ({ need, cost, lines: new Set(linesInPlan(snapshot, forecast, cost)) })));
  const shared = pointers.flatMap(({ lines, ...one }, index) => pointers.slice(index + 1).flatMap(({ lines: others, ...other }) => {
    const common = new Set([...lines].filter((line) => others.has(line)));
    return one.need.id === other.need.id || common.size === 0 ? [] : [{ one, other, pence: penceOf(common) }];
  }));
  return {
    astray: pointers.filter(({ lines }) => lines.size === 0).map(({ need, cost }) => ({ need, cost })), shared,
    pence: penceOf(new Set(pointers.flatMap(({ lines }) => [...lines]))),
  };
}

/** Whether a need may still be met: what was declined, withdrawn or merged counts on nothing. */
function isPossible({ analysis }: PlanSnapshot, { asOf }: Forecast, need: Need): boolean {
  const { kind } = needState(analysis, need, asOf);
  return kind !== 'declined' && kind !== 'withdrawn' && kind !== 'merged';
}

const penceOf = (lines: ReadonlySet<ForecastLine>): Pence => sumOf([...lines].map(({ netPence }) => netPence ?? 0));
