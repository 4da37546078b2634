import { coverage, type Coverage } from '../../../../planning/analysis/coverage/coverage.ts';
import type { DevelopmentPlan, Objective } from '../../../../planning/analysis/development-facts.ts';
import type { AnalysisFacts, Decision } from '../../../../planning/analysis/facts.ts';
import type { Need, OptionCost } from '../../../../planning/analysis/need-facts.ts';
import { forecast } from '../../../../planning/forecast.ts';
import type { Forecast } from '../../../../planning/result.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { decisionOn, needFor, needOption, objectiveFor, optionCost, schoolWith } from '../analysis-fixtures.ts';
import { AS_OF } from '../../fixtures.ts';

export const planOf = (parts: Partial<DevelopmentPlan> = {}): DevelopmentPlan => ({
  id: 1, name: 'School development plan', startsOn: '2026-09-01', endsOn: '2029-08-31', ownerRole: null, areaHeading: 'Area', priorityHeading: 'Priority',
  objectiveHeading: 'Objective', ...parts,
});

/** Objectives by their numbers and names, under one area of one plan. */
export const objectives = (...titles: readonly string[]): Objective[] => titles.map((title, at) => {
  const [number = '', ...words] = title.split(' ');
  return objectiveFor({ id: at + 1, number, name: words.join(' ') });
});

/** What has become of a need, in one word. */
export type Fate = 'new' | 'waiting' | 'undated' | 'late' | 'agreed' | 'unfunded' | 'pilot' | 'deferred' | 'merged' | 'declined' | 'withdrawn';

/** Objectives it is tied to: 2 is essential to the second, -2 only helps it. */
export type Wanted = { readonly name: string; readonly ties?: readonly number[]; readonly fate?: Fate; readonly pounds?: number; readonly costs?: readonly OptionCost[] };

const DECIDED: Readonly<Partial<Record<Fate, Partial<Decision>>>> = {
  agreed: { choice: 'approve' }, unfunded: { choice: 'approve' }, pilot: { choice: 'approve_pilot', pilotUntil: '2027-07-31' }, deferred: { choice: 'defer', optionId: null },
  merged: { choice: 'merge', optionId: null, mergedIntoNeedId: 1 }, declined: { choice: 'decline', optionId: null }, withdrawn: { choice: 'withdraw', optionId: null },
};

function decisionsFor(id: number, fate: Fate): Decision[] {
  const settled = DECIDED[fate];
  if (settled !== undefined) return [decisionOn({ id, needId: id, optionId: id, decidedOn: '2026-11-04', ...settled })];
  if (fate === 'new') return [];
  return [decisionOn({ id, needId: id, decideBy: fate === 'waiting' ? '2026-11-27' : fate === 'late' ? '2026-11-12' : null })];
}

/** Needs with one option each, which costs so many pounds once in 2027/28 from the delegated budget; unfunded ones name no fund. */
export function analysisOf(titles: readonly string[], wanted: readonly Wanted[]): Partial<AnalysisFacts> {
  const needs = wanted.map(({ name, ties = [], fate = 'new', pounds = 100, costs }, at): Need => {
    const id = at + 1;
    const own = [optionCost({ id, name, unitPence: pounds * 100, fundKey: fate === 'unfunded' ? null : 'delegated' })];
    return needFor({
      id, name, recommendedOptionId: id, options: [needOption({ id, name: 'Buy it', costs: costs ?? own })],
      links: ties.map((tie) => ({ objectiveId: Math.abs(tie), strength: tie > 0 ? 'essential' : 'helps' })),
    });
  });
  return {
    plans: [planOf()], areas: [{ id: 1, planId: 1, position: 1, name: 'Quality of education' }], objectives: objectives(...titles), needs,
    decisions: wanted.flatMap(({ fate = 'new' }, at) => decisionsFor(at + 1, fate)),
  };
}

export type Covering = { readonly snapshot: PlanSnapshot; readonly forecast: Forecast; readonly coverage: Coverage };

export function coverageIn(snapshot: PlanSnapshot, asOf = AS_OF): Covering {
  const result = forecast(snapshot, { asOf });
  return { snapshot, forecast: result, coverage: coverage(snapshot, result, asOf) };
}

export const coverageOf = (titles: readonly string[], wanted: readonly Wanted[], parts: Partial<PlanSnapshot> = {}, analysis: Partial<AnalysisFacts> = {}): Covering =>
  coverageIn(schoolWith({ ...analysisOf(titles, wanted), ...analysis }, parts));
