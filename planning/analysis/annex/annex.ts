import type { Forecast, FinancialYear, UnplacedLine } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { Pence } from '../../vocabulary.ts';
import { fundingBook, fundingOf, type FundingBook } from '../coverage/funding.ts';
import type { Area, DevelopmentPlan, Objective, Priority } from '../development-facts.ts';
import { outlineOf } from '../development/outline.ts';
import type { Decision } from '../facts.ts';
import type { Need, NeedOption } from '../need-facts.ts';
import { countedOption, needState, type NeedStateKind } from '../needs/need-state.ts';
import { costFigures, type CostFigures } from '../needs/option-figures.ts';
import type { LinkStrength } from '../vocabulary.ts';

/*
 * What goes back into the development plan: for each objective what ICT does for it, what that costs in each year, what
 * follows where it is not paid for, and how it stands. A need that serves two objectives stands under both; wherever figures
 * are added up it is in them once, and so is every line of the forecast that several needs count on.
 */

/** What needs come to in the plan's years, net. */
export type AnnexMoney = {
  readonly byYear: readonly Pence[];
  readonly totalPence: Pence;
  /** Of it: new money in the ICT plan, what is planned anyway, what another budget pays. */
  readonly addsPence: Pence;
  readonly inPlanPence: Pence;
  readonly elsewherePence: Pence;
};

/** Whether what a need costs is agreed, asked for, or neither: declined, merged, withdrawn. */
export type AnnexStanding = 'agreed' | 'asked' | 'gone';

export type AnnexNeed = {
  readonly need: Need;
  readonly strength: LinkStrength;
  readonly state: NeedStateKind;
  readonly standing: AnnexStanding;
  readonly decision: Decision | null;
  readonly waiting: Decision | null;
  /** The option whose figures stand here: the one agreed, else the one recommended; null where there is neither, or the need is gone. */
  readonly option: NeedOption | null;
  readonly costs: readonly CostFigures[];
  readonly money: AnnexMoney;
  readonly unpriced: readonly string[];
  /** Why its money is not safe, in whole sentences; empty where it is agreed and paid for, or gone. */
  readonly unpaid: readonly string[];
  /** The other objectives of the annex that it serves. */
  readonly also: readonly Objective[];
};

export type AnnexObjective = {
  readonly objective: Objective;
  readonly area: Area;
  readonly priority: Priority | null;
  /** Those it cannot be met without first, then by number. */
  readonly needs: readonly AnnexNeed[];
  readonly agreed: AnnexMoney;
  readonly asked: AnnexMoney;
};

export type Annex = {
  readonly plan: DevelopmentPlan | null;
  readonly years: readonly FinancialYear[];
  readonly objectives: readonly AnnexObjective[];
  /** Each need once. */
  readonly needs: readonly AnnexNeed[];
  readonly agreed: AnnexMoney;
  readonly asked: AnnexMoney;
  /** Needs that stand under several objectives. */
  readonly shared: readonly AnnexNeed[];
  /** Objectives that were dropped, which the annex leaves out. */
  readonly dropped: number;
};

/** The annex to a development plan; empty where there is none. */
export function annexOf(snapshot: PlanSnapshot, forecast: Forecast, plan: DevelopmentPlan | null): Annex {
  const placed = plan === null ? [] : outlineOf(snapshot.analysis, plan).areas.flatMap(({ area, objectives, priorities }) => [
    ...objectives.map((objective) => ({ objective, area, priority: null })),
    ...priorities.flatMap(({ priority, objectives: below }) => below.map((objective) => ({ objective, area, priority }))),
  ]);
  const kept = placed.filter(({ objective }) => objective.state !== 'dropped');
  const inAnnex = new Map(kept.map(({ objective }) => [objective.id, objective]));
  const book = fundingBook(snapshot, forecast);
  const worked = new Map(snapshot.analysis.needs.filter(({ links }) => links.some(({ objectiveId }) => inAnnex.has(objectiveId))).map((need) => [need.id, workedNeed(book, need)]));
  const objectives = kept.map((each): AnnexObjective => {
    const needs = needsOf(each.objective, snapshot.analysis.needs, worked, inAnnex);
    return { ...each, needs, ...sums(forecast, needs) };
  });
  const needs = [...new Map(objectives.flatMap((each) => each.needs).map((each) => [each.need.id, each])).values()].toSorted((a, b) => a.need.number - b.need.number);
  return { plan, years: forecast.years, objectives, needs, ...sums(forecast, needs), shared: needs.filter(({ also }) => also.length > 0), dropped: placed.length - kept.length };
}

type WorkedNeed = Omit<AnnexNeed, 'strength' | 'also'>;

function needsOf(
  objective: Objective, needs: readonly Need[], worked: ReadonlyMap<number, WorkedNeed>, inAnnex: ReadonlyMap<number, Objective>,
): AnnexNeed[] {
  const linked = needs.flatMap((need): AnnexNeed[] => {
    const link = need.links.find(({ objectiveId }) => objectiveId === objective.id);
    const found = worked.get(need.id);
    if (link === undefined || found === undefined) return [];
    const also = need.links.flatMap(({ objectiveId }) => (objectiveId === objective.id ? [] : inAnnex.get(objectiveId) ?? []));
    return [{ ...found, strength: link.strength, also }];
  });
  return linked.toSorted((a, b) => Number(b.strength === 'essential') - Number(a.strength === 'essential') || a.need.number - b.need.number);
}

const STANDINGS: Readonly<Record<NeedStateKind, AnnexStanding>> = {
  new: 'asked', waiting: 'asked', deferred: 'asked', agreed: 'agreed', pilot: 'agreed', merged: 'gone', declined: 'gone', withdrawn: 'gone',
};

function workedNeed(book: FundingBook, need: Need): WorkedNeed {
  const { snapshot, forecast } = book;
  const { kind, decision, waiting } = needState(snapshot.analysis, need, forecast.asOf);
  const standing = STANDINGS[kind];
  const counted = standing === 'gone' ? null : countedOption(snapshot.analysis, need);
  // An approval that names no option agrees to no costs, whatever is recommended.
  const option = standing === 'agreed' && (decision?.optionId ?? null) === null ? null : counted;
  const costs = option === null ? [] : costFigures(snapshot, forecast, need, option);
  return {
    need, state: kind, standing, decision, waiting, option, costs, money: moneyOf(forecast, costs), unpriced: costs.filter(({ unpriced }) => unpriced).map(({ cost }) => cost.name),
    unpaid: standing === 'agreed' ? fundingOf(book, need, option).problems.map(({ text }) => text) : [],
  };
}

function sums(forecast: Forecast, needs: readonly AnnexNeed[]): Pick<AnnexObjective, 'agreed' | 'asked'> {
  const of = (wanted: AnnexStanding): AnnexMoney => moneyOf(forecast, needs.filter(({ standing }) => standing === wanted).flatMap(({ costs }) => costs));
  return { agreed: of('agreed'), asked: of('asked') };
}

/** Costs added up by the year; a line of the forecast that several of them point at is in it once. */
function moneyOf({ years }: Pick<Forecast, 'years'>, costs: readonly CostFigures[]): AnnexMoney {
  const sum = (standing: CostFigures['cost']['standing'], year: number | null): Pence => {
    const lines = costs.filter(({ cost }) => cost.standing === standing).flatMap((cost) => cost.lines);
    const once: Iterable<UnplacedLine> = standing === 'in_plan' ? new Set(lines) : lines;
    return [...once].reduce((total, { netPence, yearIndex }) => (year === null || yearIndex === year ? total + (netPence ?? 0) : total), 0);
  };
  const byYear = years.map((_, year) => sum('adds', year) + sum('in_plan', year) + sum('elsewhere', year));
  const [addsPence, inPlanPence, elsewherePence] = [sum('adds', null), sum('in_plan', null), sum('elsewhere', null)];
  return { byYear, totalPence: addsPence + inPlanPence + elsewherePence, addsPence, inPlanPence, elsewherePence };
}
