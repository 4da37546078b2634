import { financialYearLabel } from '../calendar.ts';
import { formatExact, formatPounds, sumOf } from '../money.ts';
import type { Forecast, WhyStep } from '../result.ts';
import { sinkingFund, smoothingOf, type Spread } from '../smoothing.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { FundKey, Pence } from '../vocabulary.ts';
import { allocations, type Allocation } from './allocation.ts';
import { budgetEntries, type BudgetEntry } from './entries.ts';
import type { Reserve } from './finance.ts';
import { fundNamed, fundOrder } from './fund.ts';
import { ownCost } from './own-cost.ts';

/*
 * What the ICT reserve holds, year by year:
 *
 *   at the start    what it held at the end of the year before; in its first year what was entered for it
 *   in or out       as due: what is left of the budgets of funds whose rest is kept (less than 0: over), and less what is paid
 *                   from a fund that is a reserve itself; level and sinking fund: what is set aside for kit less what kit costs;
 *                   in all three and what is paid in or taken out by hand
 *                   As due counts VAT where that does not come back; what kit wears out is net, as on Refresh plan
 *   at the end      at the start + in or out
 *
 * A year without any budget brings nothing and takes nothing as due: nobody has said what there is to spend.
 */

/** What a fund leaves of its money in a year, or is over by. */
export type FundLeft = { readonly fundKey: FundKey; readonly allocatedPence: Pence; readonly plannedPence: Pence; readonly leftPence: Pence };

export type ReserveYear = {
  readonly yearIndex: number;
  readonly startPence: Pence;
  /** As due: each fund whose rest comes to the reserve or is met from it. Empty in the other ways, and without a budget. */
  readonly funds: readonly FundLeft[];
  /** As due: whether any budget was entered for the year. */
  readonly budgetEntered: boolean;
  /** Level and sinking fund: what is set aside, and what kit costs as it falls due; 0 as due. */
  readonly asidePence: Pence;
  readonly kitPence: Pence;
  /** Paid in by hand; less than 0 for what is taken out. */
  readonly contributionPence: Pence;
  readonly changePence: Pence;
  readonly endPence: Pence;
};

export type ReserveCourse = {
  readonly reserve: Reserve;
  /** One for each year of the plan from the reserve's first on. */
  readonly years: readonly ReserveYear[];
  /** The first year at whose end it is overdrawn, and the first below its floor; null where there is none. */
  readonly runsOut: ReserveYear | null;
  readonly belowFloor: ReserveYear | null;
  /** True where it was entered for a year before the plan's first: what came and went since is not known. */
  readonly entered: 'in_plan' | 'before_plan';
};

/** What each fund whose rest is kept leaves of a year's money. */
function fundsLeft(snapshot: PlanSnapshot, held: readonly Allocation[], entries: readonly BudgetEntry[]): readonly FundLeft[] {
  if (held.length === 0) return [];
  const { funds } = snapshot;
  const planned = new Map<FundKey, Pence>();
  for (const entry of entries) planned.set(entry.paidFrom, (planned.get(entry.paidFrom) ?? 0) + (ownCost(snapshot, entry) ?? 0));
  const named = new Set([...held.map(({ fundKey }) => fundKey), ...planned.keys()]);
  return [...new Set([...fundOrder(funds), ...named])].filter((key) => named.has(key)).flatMap((fundKey) => {
    const fund = fundNamed(funds, fundKey);
    if (fund.leftOver !== 'kept') return [];
    // Money given to a fund that is a reserve is in the reserve already: only what is paid from it counts, and it leaves.
    const allocatedPence = fund.kind === 'reserve' ? 0 : sumOf(held.filter((each) => each.fundKey === fundKey).map(({ pence }) => pence));
    const plannedPence = planned.get(fundKey) ?? 0;
    return [{ fundKey, allocatedPence, plannedPence, leftPence: allocatedPence - plannedPence }];
  });
}

type Moved = Pick<ReserveYear, 'funds' | 'budgetEntered' | 'asidePence' | 'kitPence'>;

/** What the reserve does over the plan's years; null where the school keeps none, or begins one after the plan. */
export function reserveCourse(snapshot: PlanSnapshot, forecast: Forecast): ReserveCourse | null {
  const { reserve } = snapshot.finance;
  if (reserve === null) return null;
  const first = forecast.years.findIndex(({ year }) => year >= reserve.openingYear);
  if (first < 0) return null;
  const move = reserve.spread === null ? asDue(snapshot, forecast) : spreadOut(snapshot, forecast, reserve, first);
  const years: ReserveYear[] = [];
  let startPence = reserve.openingPence;
  for (const [yearIndex, year] of forecast.years.entries()) {
    if (yearIndex < first) continue;
    const moved = move(yearIndex);
    const contributionPence = contributionIn(reserve, year.year);
    const changePence = sumOf(moved.funds.map(({ leftPence }) => leftPence)) + moved.asidePence - moved.kitPence + contributionPence;
    const endPence = startPence + changePence;
    years.push({ yearIndex, startPence, ...moved, contributionPence, changePence, endPence });
    startPence = endPence;
  }
  return {
    reserve, years,
    runsOut: years.find(({ endPence }) => endPence < 0) ?? null,
    belowFloor: years.find(({ endPence }) => endPence < reserve.floorPence) ?? null,
    entered: (forecast.years[0]?.year ?? 0) > reserve.openingYear ? 'before_plan' : 'in_plan',
  };
}

const contributionIn = ({ contributions }: Reserve, year: number): Pence => contributions.find((each) => each.year === year)?.pence ?? 0;

function asDue(snapshot: PlanSnapshot, forecast: Forecast): (yearIndex: number) => Moved {
  const held = allocations(snapshot);
  const entries = Map.groupBy(budgetEntries(snapshot, forecast), ({ yearIndex }) => yearIndex);
  return (yearIndex) => {
    const ofYear = held.filter(({ year }) => year === forecast.years[yearIndex]?.year);
    return { funds: fundsLeft(snapshot, ofYear, entries.get(yearIndex) ?? []), budgetEntered: ofYear.length > 0, asidePence: 0, kitPence: 0 };
  };
}

function spreadOut(snapshot: PlanSnapshot, forecast: Forecast, { spread, openingPence }: Reserve, first: number): (yearIndex: number) => Moved {
  const { kitDuePence, kitLevelPence } = smoothingOf(snapshot, forecast);
  const { contributionPence } = sinkingFund(kitDuePence.slice(first), openingPence);
  return (yearIndex) => ({
    funds: [], budgetEntered: true, kitPence: kitDuePence[yearIndex] ?? 0,
    asidePence: spread === 'level' ? kitLevelPence[yearIndex] ?? 0 : contributionPence,
  });
}

/** What the reserve comes to in one line: when it runs out, when it falls below its floor, or what is in it at the end. */
export function reserveSentence(snapshot: PlanSnapshot, forecast: Forecast, course: ReserveCourse | null): string {
  const { reserve } = snapshot.finance;
  if (reserve === null) return 'None is kept yet.';
  if (course === null) return `It begins in ${financialYearLabel(reserve.openingYear, snapshot.school.yearStartMonth)}, after the years of the plan.`;
  const label = ({ yearIndex }: ReserveYear): string => forecast.years[yearIndex]?.label ?? '';
  const { runsOut, belowFloor, years } = course;
  if (runsOut !== null) return `Runs out in ${label(runsOut)} if nothing changes`;
  if (belowFloor !== null) return `Falls below ${formatPounds(reserve.floorPence)} in ${label(belowFloor)} if nothing changes`;
  const last = years[years.length - 1];
  if (last === undefined) return '';
  if (years.every(({ budgetEntered }) => !budgetEntered)) return 'No year has a budget yet, so nothing comes in or goes out.';
  return `Lasts: ${formatPounds(last.endPence)} at the end of ${label(last)}`;
}

/** How a school pays for kit, in the middle of a sentence. */
export const PAYING_WORDS: Readonly<Record<Spread | 'as_due', string>> = { as_due: 'As it falls due', level: 'Level', sinking_fund: 'Sinking fund' };

const steps = (texts: readonly string[]): WhyStep[] => texts.map((text) => ({ text }));

/** What a year brings the reserve or takes from it. */
export function explainReserveChange(snapshot: PlanSnapshot, { reserve }: ReserveCourse, year: ReserveYear): WhyStep[] {
  const { funds, budgetEntered, asidePence, kitPence, contributionPence, changePence } = year;
  const vat = snapshot.finance.profile.vatRecoverable ? '' : ' with VAT';
  const kept = funds.map(({ fundKey, allocatedPence, plannedPence, leftPence }) => {
    const { kind, name } = fundNamed(snapshot.funds, fundKey);
    if (kind === 'reserve') return `${name}: ${formatExact(plannedPence)}${vat} is paid from it.`;
    return `${name}: ${formatExact(allocatedPence)} allocated − ${formatExact(plannedPence)} planned${vat} = ${formatExact(leftPence)} ${leftPence < 0 ? 'over' : 'left'}.`;
  });
  const net = vat === '' ? '' : ', net of VAT';
  const spread = reserve.spread === 'level' ? 'what the kit wears out in a year' : 'the same every year, the least with which it is never overdrawn';
  return steps([
    ...reserve.spread === null ? [
      budgetEntered ? 'What is left of each fund whose rest is kept goes in; what a fund is over by comes out.' : 'No budget has been entered for this year, so nothing is left or over.', ...kept,
    ] : [`Set aside for kit, ${spread}${net}: ${formatExact(asidePence)}.`, `Kit, in the year it falls due${net}: ${formatExact(kitPence)}.`],
    ...(contributionPence === 0 ? [] : [contributionPence > 0 ? `Paid in beside that: ${formatExact(contributionPence)}.` : `Taken out beside that: ${formatExact(-contributionPence)}.`]),
    `Together ${formatExact(changePence)}${changePence < 0 ? ', out of the reserve' : ''}.`,
  ]);
}

/** What the reserve holds at the end of a year. */
export function explainReserveEnd({ reserve }: ReserveCourse, { startPence, changePence, endPence }: ReserveYear): WhyStep[] {
  const floor = reserve.floorPence === 0 ? [] : [`It is not to go below ${formatExact(reserve.floorPence)}.`];
  return steps([
    `At the start: ${formatExact(startPence)}.`, `${changePence < 0 ? 'Out of it' : 'Into it'}: ${formatExact(Math.abs(changePence))}.`,
    `${formatExact(startPence)} ${changePence < 0 ? '−' : '+'} ${formatExact(Math.abs(changePence))} = ${formatExact(endPence)}.`, ...floor,
  ]);
}

/** Where the reserve's first figure is from. */
export function explainReserveStart(snapshot: PlanSnapshot, course: ReserveCourse, year: ReserveYear): WhyStep[] {
  const label = financialYearLabel(course.reserve.openingYear, snapshot.school.yearStartMonth);
  if (year.yearIndex !== course.years[0]?.yearIndex) return steps([`What it held at the end of the year before: ${formatExact(year.startPence)}.`]);
  const since = course.entered === 'in_plan' ? [] : [`That year is over. What has come and gone since is not in it: enter what it holds at the start of the plan.`];
  return steps([`Entered for the start of ${label}: ${formatExact(year.startPence)}.`, ...since]);
}
