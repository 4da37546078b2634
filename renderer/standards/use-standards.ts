import { useMemo } from 'react';
import type { Answer } from '../../app/contract/contract.ts';
import { answersOf, byStandard, type Answered, type StandardResult } from '../../planning/analysis/standards/answers.ts';
import { kitAhead } from '../../planning/analysis/standards/kit-on-day.ts';
import { linkedNeeds, type LinkedNeed } from '../../planning/analysis/standards/linked-needs.ts';
import type { ListRecord } from '../../planning/analysis/standards/records.ts';
import { roadAhead, type Road } from '../../planning/analysis/standards/road.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { usePlan } from '../lib/plan.tsx';

export type Standards = {
  readonly answers: readonly Answered[];
  readonly results: readonly StandardResult[];
  readonly road: Road;
  readonly needs: ReadonlyMap<number, readonly LinkedNeed[]>;
  /** What comes with Kitplan and is not in the plan. */
  readonly more: Answer<'standard.shipped'>;
};

const NO_RECORDS: readonly ListRecord[] = [];

/** The standards with their answers and what becomes of them; null until the plan's history has been asked. */
export function useStandards(): Standards | null {
  const { snapshot, forecast } = usePlan();
  const { data: records } = usePlanQuery('standard.records', {});
  const { data: shipped } = usePlanQuery('standard.shipped', {});
  const known = records ?? NO_RECORDS;
  const ahead = useMemo(() => kitAhead(snapshot, forecast), [snapshot, forecast]);
  const answers = useMemo(() => answersOf(snapshot, forecast, known, ahead), [snapshot, forecast, known, ahead]);
  const results = useMemo(() => byStandard(answers), [answers]);
  const road = useMemo(() => roadAhead(snapshot, forecast, known, ahead), [snapshot, forecast, known, ahead]);
  const needs = useMemo(() => linkedNeeds(snapshot, forecast), [snapshot, forecast]);
  return useMemo(() => (records === undefined || shipped === undefined ? null : { answers, results, road, needs, more: shipped.filter(({ taken }) => !taken) }), [records, shipped, answers, results, road, needs]);
}
