import { sumOf } from '../../money.ts';
import type { Forecast } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate, Pence } from '../../vocabulary.ts';
import type { DevelopmentPlan, Objective } from '../development-facts.ts';
import type { Decision } from '../facts.ts';
import type { Need, NeedOption } from '../need-facts.ts';
import { countedOption, needState } from '../needs/need-state.ts';
import { optionFigures } from '../needs/option-figures.ts';
import { isAgreed } from '../planned.ts';
import type { LinkStrength } from '../vocabulary.ts';
import { planOfDay } from '../development/standing.ts';
import { openObjectives } from './columns.ts';
import { answerOf, type Answer, type Tied } from './covered.ts';
import { fundingBook, fundingOf, type Funding, type FundingBook } from './funding.ts';
import { spendServed, type SpendServed } from './spend.ts';
import { COVERAGE_STATES, coverageState, isAgreedState, isLeftOut, type CoverageState } from './states.ts';

/*
 * Which needs serve which objectives of the development plan, and the gaps on both sides. Every count here is the length of
 * a list of what it counts, so that no figure can differ from the rows behind it.
 */

/** An objective with the answer whether it has the ICT that it needs. */
export type ObjectiveColumn = Answer & {
  readonly objective: Objective;
  /** Whether no need with a row is tied to it, and nobody has said that it needs no ICT. */
  readonly withoutNeed: boolean;
};

export type NeedRow = {
  readonly need: Need;
  /** One for each column: how the need serves that objective; null where it does not. */
  readonly cells: readonly (LinkStrength | null)[];
  readonly state: CoverageState;
  readonly decision: Decision | null;
  readonly waiting: Decision | null;
  /** Whether it should have been decided by now. */
  readonly late: boolean;
  /** The option whose cost is shown: the one agreed, else the one recommended. */
  readonly option: NeedOption | null;
  /** What that comes to in the plan's years, net; null where no option has been agreed or recommended. */
  readonly pence: Pence | null;
  /** Costs of that option without a price. */
  readonly unpriced: number;
  /** Null while it is not agreed. */
  readonly funding: Funding | null;
  /** Whether it serves an open objective of the plan. */
  readonly serves: boolean;
};

export type Coverage = {
  readonly asOf: IsoDate;
  /** How many years the costs are of. */
  readonly years: number;
  readonly plan: DevelopmentPlan | null;
  readonly columns: readonly ObjectiveColumn[];
  /** Needs that were not declined, withdrawn or merged, by number. */
  readonly rows: readonly NeedRow[];
  /** The others. */
  readonly leftOut: readonly NeedRow[];
  /** Every state that some need is in, with those needs: together, each need once. */
  readonly byState: readonly { readonly state: CoverageState; readonly rows: readonly NeedRow[] }[];
  /** What the rows come to, as far as it is known. */
  readonly totalPence: Pence;
  /** Gaps both ways. */
  readonly objectivesWithoutNeed: readonly ObjectiveColumn[];
  readonly needsWithoutObjective: readonly NeedRow[];
  readonly unfunded: readonly NeedRow[];
  readonly spend: SpendServed;
};

/** What the rows of a list come to, as far as it is known. */
export const penceOf = (rows: readonly Pick<NeedRow, 'pence'>[]): Pence => sumOf(rows.map(({ pence }) => pence ?? 0));

/** Objectives and needs of a plan on a day, with what they cost in the years of the forecast. */
export function coverage(snapshot: PlanSnapshot, forecast: Forecast, asOf: IsoDate): Coverage {
  const { analysis } = snapshot;
  const plan = planOfDay(analysis.plans, asOf);
  const objectives = plan === null ? [] : openObjectives(analysis, plan.id);
  const book = fundingBook(snapshot, forecast);
  const all = analysis.needs.toSorted((a, b) => a.number - b.number).map((need) => rowOf(book, need, objectives, asOf));
  const rows = all.filter(({ state }) => !isLeftOut(state));
  const columns = objectives.map((objective, at) => columnOf(objective, tiesOf(all, at)));
  // An option that is only recommended is nothing that anybody has agreed to.
  const serving = rows.flatMap(({ need, state, serves, option, decision }) => (serves && option !== null && isAgreedState(state) && isAgreed(decision) ? [{ need, option }] : []));
  return {
    asOf, years: forecast.years.length, plan, columns, rows, leftOut: all.filter(({ state }) => isLeftOut(state)),
    byState: COVERAGE_STATES.map((state) => ({ state, rows: all.filter((row) => row.state === state) })).filter((each) => each.rows.length > 0),
    totalPence: penceOf(rows),
    objectivesWithoutNeed: columns.filter(({ withoutNeed }) => withoutNeed),
    needsWithoutObjective: columns.length === 0 ? [] : rows.filter(({ serves }) => !serves),
    unfunded: rows.filter(({ state }) => state === 'unfunded'),
    spend: spendServed(snapshot, forecast, serving),
  };
}

function rowOf(book: FundingBook, need: Need, objectives: readonly Objective[], asOf: IsoDate): NeedRow {
  const { snapshot, forecast } = book;
  const { kind, decision, waiting, late } = needState(snapshot.analysis, need, asOf);
  const cells = objectives.map(({ id }) => need.links.find(({ objectiveId }) => objectiveId === id)?.strength ?? null);
  const serves = cells.some((cell) => cell !== null);
  const agreed = kind === 'agreed' || kind === 'pilot';
  const option = countedOption(snapshot.analysis, need);
  const funding = agreed ? fundingOf(book, need, isAgreed(decision) ? option : null) : null;
  const figures = option === null ? null : optionFigures(snapshot, forecast, need, option);
  return {
    // Where there is no objective to serve, that a need serves none says nothing about it.
    need, cells, state: coverageState({ kind, serves: serves || objectives.length === 0, unpaid: (funding?.problems.length ?? 0) > 0 }),
    decision, waiting, late, option, pence: figures?.totalPence ?? null, unpriced: figures?.unpriced ?? 0, funding, serves,
  };
}

const tiesOf = (all: readonly NeedRow[], column: number): Tied[] => all.flatMap(({ need, cells, state }) => {
  const strength = cells[column] ?? null;
  return strength === null ? [] : [{ need, strength, state }];
});

function columnOf(objective: Objective, ties: readonly Tied[]): ObjectiveColumn {
  const answer = answerOf(objective, ties);
  return { objective, ...answer, withoutNeed: answer.covered !== 'no_ict' && ties.every(({ state }) => isLeftOut(state)) };
}
