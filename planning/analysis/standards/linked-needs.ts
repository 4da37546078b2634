import type { Forecast } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { Need } from '../need-facts.ts';
import { countedOption, needState, type NeedState } from '../needs/need-state.ts';
import { optionFigures, type OptionFigures } from '../needs/option-figures.ts';

/** A need that is to close the gap of a requirement. */
export type LinkedNeed = {
  readonly need: Need;
  readonly state: NeedState;
  /** What its option costs: the one that was approved, else the one that is recommended; null where there is neither. */
  readonly figures: OptionFigures | null;
  /** The day by which it closes the gap, and how far; null where it is not agreed for good, or its option does not meet it. */
  readonly closes: { readonly on: IsoDate; readonly whole: boolean } | null;
};

/** Whether money of a need is in the plan, or may yet be. */
export const isAgreedKind = ({ kind }: NeedState): boolean => kind === 'agreed' || kind === 'pilot';
export const isOpenKind = ({ kind }: NeedState): boolean => kind === 'new' || kind === 'waiting' || kind === 'deferred';

/** The needs of each requirement, by its number, in the order of their own. */
export function linkedNeeds(snapshot: PlanSnapshot, forecast: Forecast): ReadonlyMap<number, readonly LinkedNeed[]> {
  const linked = new Map<number, LinkedNeed[]>();
  for (const need of snapshot.analysis.needs) {
    if (need.standardId === null) continue;
    const found = linked.get(need.standardId) ?? [];
    linked.set(need.standardId, [...found, linkOf(snapshot, forecast, need)]);
  }
  return linked;
}

function linkOf(snapshot: PlanSnapshot, forecast: Forecast, need: Need): LinkedNeed {
  const state = needState(snapshot.analysis, need, forecast.asOf);
  const option = countedOption(snapshot.analysis, need);
  const figures = option === null ? null : optionFigures(snapshot, forecast, need, option);
  // A pilot is to find out whether it would: it closes nothing by itself.
  if (state.kind !== 'agreed' || option === null || option.meets === 'no') return { need, state, figures, closes: null };
  // Done once the last thing has been bought; where nothing is, by the day it is needed.
  const last = option.costs.map(({ on }) => on).sort().at(-1);
  const on = last ?? need.neededBy ?? state.decision?.decidedOn ?? forecast.asOf;
  return { need, state, figures, closes: { on, whole: option.meets !== 'partly' } };
}
