import type { ForecastOptions } from '../../planning/context.ts';
import { forecast } from '../../planning/forecast.ts';
import { needState, NEED_STATE_WORDS } from '../../planning/analysis/needs/need-state.ts';
import { optionFigures } from '../../planning/analysis/needs/option-figures.ts';
import { decisionRef, needRef, objectiveTitle, optionLetter } from '../../planning/analysis/needs/refs.ts';
import { LINK_STRENGTH_WORDS, MEETS_WORDS, MOSCOW_WORDS, NEED_REASON_WORDS } from '../../planning/analysis/vocabulary.ts';
import type { Need, NeedOption } from '../../planning/analysis/need-facts.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { TableColumn, TableDocument, TableValue } from './table-document.ts';

const COLUMNS: readonly TableColumn[] = [
  { heading: 'Need', kind: 'text', width: 8 },
  { heading: 'Name', kind: 'text', width: 30 },
  { heading: 'What people need', kind: 'text', width: 50 },
  { heading: 'Asked by', kind: 'text', width: 22 },
  { heading: 'Asked on', kind: 'date', width: 12 },
  { heading: 'Department', kind: 'text', width: 18 },
  { heading: 'Pupils', kind: 'count', width: 8 },
  { heading: 'Reason', kind: 'text', width: 18 },
  { heading: 'Needed by', kind: 'date', width: 12 },
  { heading: 'Impact if not met', kind: 'text', width: 40 },
  { heading: 'Priority', kind: 'text', width: 14 },
  { heading: 'Serves', kind: 'text', width: 40 },
  { heading: 'State', kind: 'text', width: 22 },
  { heading: 'Decision', kind: 'text', width: 9 },
  { heading: 'Option', kind: 'text', width: 8 },
  { heading: 'Option name', kind: 'text', width: 28 },
  { heading: 'Recommended', kind: 'text', width: 12 },
  { heading: 'Meets the need', kind: 'text', width: 20 },
  { heading: 'Kit', kind: 'money', width: 12 },
  { heading: 'Software', kind: 'money', width: 12 },
  { heading: 'Training', kind: 'money', width: 12 },
  { heading: 'Support', kind: 'money', width: 12 },
  { heading: 'All years', kind: 'money', width: 12 },
  { heading: 'New in the ICT plan', kind: 'money', width: 14 },
  { heading: 'In the plan already', kind: 'money', width: 14 },
  { heading: 'From another budget', kind: 'money', width: 14 },
  { heading: 'Costs without a price', kind: 'count', width: 10 },
  { heading: 'Support hours once', kind: 'count', width: 10 },
  { heading: 'Support hours a year', kind: 'count', width: 10 },
];

/** The needs, a row for each of their options; one without options has one row. Net, in the years of the plan. */
export function needsTable(snapshot: PlanSnapshot, options: ForecastOptions): TableDocument {
  const plan = forecast(snapshot, options);
  const ofOption = (need: Need, option: NeedOption, index: number): TableValue[] => {
    const { kitPence, softwarePence, trainingPence, supportPence, totalPence, addsPence, inPlanPence, elsewherePence, unpriced, hoursOnce, hoursYearly } =
      optionFigures(snapshot, plan, need, option);
    return [
      optionLetter(index), option.name, need.recommendedOptionId === option.id ? 'yes' : null, option.meetsWords ?? (option.meets === null ? null : MEETS_WORDS[option.meets]),
      kitPence, softwarePence, trainingPence, supportPence, totalPence, addsPence, inPlanPence, elsewherePence, unpriced, hoursOnce, hoursYearly,
    ];
  };
  return {
    title: 'Needs', sheet: 'Needs', school: snapshot.school.name, asOf: plan.asOf, columns: COLUMNS,
    rows: snapshot.analysis.needs.flatMap((need) => {
      const own = needCells(snapshot, need, plan.asOf);
      if (need.options.length === 0) return [[...own, ...Array.from({ length: COLUMNS.length - own.length }, () => null)]];
      return need.options.map((option, index) => [...own, ...ofOption(need, option, index)]);
    }),
  };
}

function needCells({ analysis, departments }: PlanSnapshot, need: Need, asOf: string): TableValue[] {
  const { kind, decision, waiting } = needState(analysis, need, asOf);
  const known = decision ?? waiting;
  const serves = need.links.flatMap(({ objectiveId, strength }) => {
    const objective = analysis.objectives.find(({ id }) => id === objectiveId);
    return objective === undefined ? [] : [`${objectiveTitle(objective)} (${LINK_STRENGTH_WORDS[strength].toLowerCase()})`];
  });
  return [
    needRef(need.number), need.name, need.statement, need.askedByRole, need.askedOn, departments.find(({ id }) => id === need.departmentId)?.name ?? null, need.pupils,
    NEED_REASON_WORDS[need.reason], need.neededBy, need.impact, MOSCOW_WORDS[need.moscow], serves.join('; ') || null, NEED_STATE_WORDS[kind],
    known === null ? null : decisionRef(known.number),
  ];
}
