import { compareDays } from '../calendar.ts';
import type { PlannedNeed } from '../scenarios/action.ts';
import type { IsoDate } from '../vocabulary.ts';
import type { AnalysisFacts, Decision } from './facts.ts';
import type { Need, NeedOption, OptionCost } from './need-facts.ts';

/**
 * The decision of a need that holds: the last that was made, by its day and then its number. Null while none was made; one
 * that waits for a choice does not count, nor one whose place another has taken.
 */
export function standingDecision(decisions: readonly Decision[], needId: number): Decision | null {
  let standing: Decision | null = null;
  const made = decisions.filter((each) => each.needId === needId && each.choice !== null);
  const replaced = new Set(made.map(({ replacesId }) => replacesId));
  for (const decision of made) {
    if (decision.decidedOn === null || replaced.has(decision.id)) continue;
    const later = standing === null || decision.decidedOn > (standing.decidedOn ?? '')
      || (decision.decidedOn === standing.decidedOn && decision.number > standing.number);
    if (later) standing = decision;
  }
  return standing;
}

/** The decision of a need that is still to be made: the one due soonest; null where none is asked for. */
export const waitingDecision = (decisions: readonly Decision[], needId: number): Decision | null => decisions.filter((each) => each.needId === needId && each.choice === null)
  .toSorted((a, b) => compareDays(a.decideBy, b.decideBy) || a.number - b.number)[0] ?? null;

/** Whether something is approved, for good or to be tried out. */
export const isApproval = ({ choice }: Pick<Decision, 'choice'>): boolean => choice === 'approve' || choice === 'approve_pilot';

/** Whether a decision puts its option into the plan. */
export const isAgreed = (decision: Pick<Decision, 'choice' | 'optionId'> | null): boolean =>
  decision !== null && decision.optionId !== null && isApproval(decision);

/**
 * What the options of needs put into the plan: each cost that adds something, of the option that was approved, counted in;
 * else of the option that is recommended, left out until somebody decides, so that a what-if can count it in. Each need is
 * there with one option only: money is never counted twice. What a pilot costs ends with the pilot.
 */
export function plannedNeeds({ needs, decisions }: Pick<AnalysisFacts, 'needs' | 'decisions'>): PlannedNeed[] {
  return needs.flatMap((need) => {
    const decision = standingDecision(decisions, need.id);
    const agreed = isAgreed(decision);
    // What was declined, withdrawn or merged into another need is no possible part of the plan any more.
    if (!agreed && decision !== null && decision.choice !== 'defer') return [];
    const optionId = agreed ? decision?.optionId : need.recommendedOptionId;
    const option = need.options.find(({ id }) => id === optionId);
    return option === undefined ? [] : costsThatAdd(option).map((cost) => plannedCost(need, cost, agreed, pilotEnd(decision, option.id)));
  });
}

/** The costs of an option that add lines to the plan. */
export const costsThatAdd = ({ costs }: NeedOption): OptionCost[] => costs.filter(({ standing }) => standing === 'adds');

/** The last day of the pilot of an option, after which nothing of it is paid; null where it was approved for good, or not at all. */
export const pilotEnd = (decision: Decision | null, optionId: number): IsoDate | null =>
  (decision?.choice === 'approve_pilot' && decision.optionId === optionId ? decision.pilotUntil : null);

const earlier = (one: IsoDate | null, other: IsoDate | null): IsoDate | null =>
  (one === null ? other : other === null || one <= other ? one : other);

/** A cost of an option as the engine prices it. */
export function plannedCost(need: Pick<Need, 'id' | 'name'>, cost: OptionCost, included: boolean, pilotUntil: IsoDate | null): PlannedNeed {
  const { categoryKey, costCategory, fundKey, on, quantity, unitPence, priceDate, yearlyPence, riseBp } = cost;
  return {
    id: need.id, costId: cost.id, name: need.name, costName: cost.name === need.name ? null : cost.name,
    categoryKey, costCategory, fundKey, on, quantity, unitPence, priceDate, yearlyPence, until: earlier(cost.until, pilotUntil), riseBp, included,
  };
}
