import { recurringLines } from './lines.ts';
import { contextOf } from './quality.ts';
import type { ByYear, Forecast } from './result.ts';
import type { PlanSnapshot } from './snapshot.ts';
import type { Pence } from './vocabulary.ts';

/** The ways to spread what kit costs over the years. As due is what the forecast says: nothing is spread. */
export const SPREADS = ['level', 'sinking_fund'] as const;
export type Spread = (typeof SPREADS)[number];

export const SPREAD_WORDS: Readonly<Record<Spread, string>> = { level: 'Level', sinking_fund: 'Sinking fund' };

/** The same money a year into a fund, and what is left in it at the end of each. */
export type SinkingFund = {
  /** What it holds before the first year. */
  readonly openingPence: Pence;
  readonly contributionPence: Pence;
  readonly balancePence: ByYear;
};

/**
 * What the plan costs in each of its years, paid in three ways that differ in the kit alone. Running costs are paid
 * as they come in all of them:
 *
 *   as due        running costs + what is bought in the year = planned cost
 *   level         running costs + Σ over the kit of quantity × that year's price ÷ life in years = stand-still cost
 *   sinking fund  running costs + the fund's contribution, the same in every year
 *
 * Level is what the kit wears out in a year, whenever it was bought and whenever it falls due: it takes no account of
 * the plan's end, of kit that is run until it fails, of losses, upgrades or disposals, so its sum over the years is
 * not that of the plan. The fund pays for exactly what the plan buys, no more than it needs.
 */
export type Smoothing = {
  readonly runningPence: ByYear;
  readonly kitDuePence: ByYear;
  readonly kitLevelPence: ByYear;
  readonly fund: SinkingFund;
  readonly asDuePence: ByYear;
  /** The stand-still cost. */
  readonly levelPence: ByYear;
  readonly sinkingFundPence: ByYear;
};

/** n ÷ d to the next whole number up. Whole numbers, d above 0: exact. */
function divideUp(n: number, d: number): number {
  const rest = ((n % d) + d) % d;
  return (n - rest) / d + (rest === 0 ? 0 : 1);
}

/**
 * The smallest equal contribution with which no year ends overdrawn: the dearest of the first years taken together,
 * shared equally over them, up to the next penny. `openingPence` is what the fund holds before the first year. Never
 * below nothing: what would be left over stays in the fund.
 */
export function sinkingFund(costs: ByYear, openingPence: Pence = 0): SinkingFund {
  let due = -openingPence;
  const contributionPence = costs.reduce((most, cost, index) => Math.max(most, divideUp(due += cost, index + 1)), 0);
  let balance = openingPence;
  return { openingPence, contributionPence, balancePence: costs.map((cost) => balance += contributionPence - cost) };
}

const plus = (a: ByYear, b: ByYear): ByYear => a.map((pence, year) => pence + (b[year] ?? 0));
const less = (a: ByYear, b: ByYear): ByYear => a.map((pence, year) => pence - (b[year] ?? 0));

/** What the school's reserve holds before the plan's first year; nothing where it keeps none yet, or begins one later. */
export const openingOf = ({ finance }: Pick<PlanSnapshot, 'finance'>, { years }: Pick<Forecast, 'years'>): Pence =>
  (finance.reserve !== null && finance.reserve.openingYear <= (years[0]?.year ?? 0) ? finance.reserve.openingPence : 0);

/** The plan paid in each of the three ways. Whole years: what the open year has already spent is in all of them. */
export function smoothingOf(snapshot: PlanSnapshot, forecast: Forecast, openingPence: Pence = 0): Smoothing {
  const { plannedPence, standStillPence } = forecast.totals;
  const runningPence = recurringLines(contextOf(snapshot, forecast)).standStillPence;
  const kitDuePence = less(plannedPence, runningPence);
  const fund = sinkingFund(kitDuePence, openingPence);
  return {
    runningPence, kitDuePence, kitLevelPence: less(standStillPence, runningPence), fund,
    asDuePence: plannedPence, levelPence: standStillPence, sinkingFundPence: plus(runningPence, plannedPence.map(() => fund.contributionPence)),
  };
}
