import { NO_ANALYSIS, type AnalysisFacts, type Decision } from '../../../planning/analysis/facts.ts';
import type { Objective } from '../../../planning/analysis/development-facts.ts';
import type { Need, NeedOption, OptionCost } from '../../../planning/analysis/need-facts.ts';
import { plannedNeeds } from '../../../planning/analysis/planned.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { schoolOf } from '../fixtures.ts';

/** A cost that adds new kit on the first day of 2027/28, of which nothing else is known. */
export const optionCost = (parts: Partial<OptionCost> & Pick<OptionCost, 'id'>): OptionCost => ({
  position: parts.id, part: 'kit', name: `Cost ${parts.id}`, standing: 'adds', categoryKey: 'desktop', costCategory: 'laptops_desktops_tablets', fundKey: null,
  on: '2027-04-01', until: null, quantity: 1, unitPence: null, yearlyPence: 0, priceDate: '2026-11-21', riseBp: 0, modelId: null, locationId: null,
  userGroup: null, memoryGb: null, storageGb: null, recurringId: null, ...parts,
});

export const needOption = (parts: Partial<NeedOption> & Pick<NeedOption, 'id'>): NeedOption => ({
  position: parts.id, kind: 'other', name: `Option ${parts.id}`, meets: null, meetsWords: null, supportHoursOnce: null, supportHoursYearly: null,
  laterYears: null, costs: [], ...parts,
});

/** A need of the music department of which only what must be said is known. */
export const needFor = (parts: Partial<Need> & Pick<Need, 'id'>): Need => ({
  number: parts.id, name: `Need ${parts.id}`, statement: 'Students record, edit and mix on a workstation each', askedByRole: 'Music subject lead',
  askedOn: '2026-10-12', departmentId: null, pupils: null, reason: 'curriculum', neededBy: null, impact: 'The course cannot run.', moscow: 'must',
  standardId: null, recommendedOptionId: null, recommendedBecause: null, recommendedIfNot: null, software: null, links: [], evidence: [], options: [],
  needsSystem: null, needsMemoryGb: null, leastMemoryGb: null, needsCores: null, leastCores: null, needsStorageGb: null, ...parts,
});

/** A decision that waits for a choice. */
export const decisionOn = (parts: Partial<Decision> & Pick<Decision, 'id'>): Decision => ({
  number: parts.id, title: `Decision ${parts.id}`, needId: null, choice: null, optionId: null, mergedIntoNeedId: null, decider: 'Leadership team',
  decideBy: null, decidedOn: null, because: null, ifNot: null, conditions: null, workaround: null, whoNote: null, reviewOn: null, reviewQuestion: null,
  reviewedOn: null, outcome: null, pilotUntil: null, pilotMeasure: null, virementId: null, replacesId: null, weighed: [], tellings: [], ...parts,
});

export const objectiveFor = (parts: Partial<Objective> & Pick<Objective, 'id' | 'name'>): Objective => ({
  areaId: 1, priorityId: null, position: parts.id, number: null, statement: null, leadRole: null, state: 'open', closedOn: null, noIctBy: null, noIctOn: null,
  criteria: [], actions: [], progress: [], ...parts,
});

/** A school with these facts of its development plan, and what of its needs is in the plan. */
export const schoolWith = (analysis: Partial<AnalysisFacts>, parts: Partial<PlanSnapshot> = {}): PlanSnapshot => {
  const facts = { ...NO_ANALYSIS, ...analysis };
  return schoolOf({ ...parts, analysis: facts, needs: plannedNeeds(facts) });
};
