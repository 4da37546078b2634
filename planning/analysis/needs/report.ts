import type { Forecast } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate, Pence } from '../../vocabulary.ts';
import type { Need } from '../need-facts.ts';
import { MEETS_WORDS, MOSCOW_WORDS } from '../vocabulary.ts';
import { needState, NEED_STATE_WORDS } from './need-state.ts';
import { optionFigures, type OptionFigures } from './option-figures.ts';
import { decisionRef, needRef, objectiveTitle, optionLetter } from './refs.ts';

/** A need with its options and figures, in words and pence, for a page of text. */
export type ReportedNeed = {
  readonly ref: string;
  readonly name: string;
  readonly statement: string;
  readonly askedBy: string;
  readonly neededBy: IsoDate | null;
  readonly impact: string;
  readonly moscow: string;
  readonly serves: readonly string[];
  readonly state: string;
  /** The decision that holds, else the one that is waited for: "D-27". */
  readonly decision: string | null;
  readonly options: readonly ReportedOption[];
};

export type ReportedOption = Pick<OptionFigures, 'kitPence' | 'softwarePence' | 'trainingPence' | 'supportPence' | 'totalPence' | 'addsPence' | 'inPlanPence' | 'elsewherePence' | 'unpricedNames' | 'hoursOnce' | 'hoursYearly'> & {
  readonly letter: string;
  readonly name: string;
  readonly recommended: boolean;
  /** Whether it meets the need; null where nobody has said. */
  readonly meets: string | null;
  readonly byYear: readonly Pence[];
};

/** Every need of a plan, in the order of their numbers. */
export const needsReport = (snapshot: PlanSnapshot, forecast: Forecast): ReportedNeed[] => snapshot.analysis.needs.map((need) => reported(snapshot, forecast, need));

function reported(snapshot: PlanSnapshot, forecast: Forecast, need: Need): ReportedNeed {
  const { kind, decision, waiting } = needState(snapshot.analysis, need, forecast.asOf);
  const known = decision ?? waiting;
  return {
    ref: needRef(need.number), name: need.name, statement: need.statement, askedBy: need.askedByRole, neededBy: need.neededBy, impact: need.impact,
    moscow: MOSCOW_WORDS[need.moscow], state: NEED_STATE_WORDS[kind], decision: known === null ? null : decisionRef(known.number),
    serves: need.links.flatMap(({ objectiveId }) => {
      const objective = snapshot.analysis.objectives.find(({ id }) => id === objectiveId);
      return objective === undefined ? [] : [objectiveTitle(objective)];
    }),
    options: need.options.map((option, index) => {
      const { unpriced: _unpriced, addsByYear: _adds, ...figures } = optionFigures(snapshot, forecast, need, option);
      return {
        ...figures, letter: optionLetter(index), name: option.name, recommended: option.id === need.recommendedOptionId,
        meets: option.meetsWords ?? (option.meets === null ? null : MEETS_WORDS[option.meets]),
      };
    }),
  };
}
