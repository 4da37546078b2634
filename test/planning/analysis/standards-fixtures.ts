import { NO_ANALYSIS, type AnalysisFacts, type StandardRequirement } from '../../../planning/analysis/facts.ts';
import type { Need, NeedOption, OptionCost } from '../../../planning/analysis/need-facts.ts';
import { registerAnswer } from '../../../planning/analysis/standards/from-register.ts';
import { kitAhead, kitOn } from '../../../planning/analysis/standards/kit-on-day.ts';
import type { ListRecord } from '../../../planning/analysis/standards/records.ts';
import type { RegisterAnswer } from '../../../planning/analysis/standards/register-answer.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, schoolOf } from '../fixtures.ts';

/** A core requirement that nobody has answered. */
export const requirement = (ref: string, parts: Partial<StandardRequirement> = {}): StandardRequirement => ({
  id: 1, position: 1, ref, standard: 'Network switching', tier: 'core', target: '2030', requirement: 'Switches are replaced in time.', measure: null,
  threshold: null, cadence: null, source: null, asOf: null, status: null, evidence: null, ownerRole: null, answeredOn: null, nextReview: null, ...parts,
});

/** A school with that in its register and its half of needs and standards. */
export const schoolWith = (parts: Partial<PlanSnapshot>, analysis: Partial<AnalysisFacts> = {}): PlanSnapshot =>
  schoolOf({ ...parts, analysis: { ...NO_ANALYSIS, ...analysis } });

/** What the register of a school says of a requirement on the as-at day. */
export function askedOf(ref: string, parts: Partial<PlanSnapshot>, { threshold = null, records = [] }: { threshold?: string | null; records?: readonly ListRecord[] } = {}): RegisterAnswer | null {
  const snapshot = schoolOf(parts);
  const onDay = kitOn(kitAhead(snapshot, forecast(snapshot, { asOf: AS_OF })), AS_OF);
  return registerAnswer({ snapshot, onDay, records, requirement: { ref, threshold } });
}

/** A cost of new kit that is bought once. */
export const optionCost = (parts: Partial<OptionCost> = {}): OptionCost => ({
  id: 1, position: 1, part: 'kit', name: 'Core switches', standing: 'adds', categoryKey: 'network_switch', costCategory: 'connectivity', fundKey: null,
  on: '2027-08-01', until: null, quantity: 2, unitPence: 150_000, yearlyPence: 0, priceDate: AS_OF, riseBp: 0, modelId: null, locationId: null, userGroup: null,
  memoryGb: null, storageGb: null, recurringId: null, ...parts,
});

export const option = (parts: Partial<NeedOption> = {}): NeedOption => ({
  id: 1, position: 1, kind: 'other', name: 'Buy two', meets: 'yes', meetsWords: null, supportHoursOnce: null, supportHoursYearly: null, laterYears: null,
  costs: [optionCost()], ...parts,
});

/** A need with one option, which is recommended. */
export const need = (parts: Partial<Need> = {}): Need => ({
  id: 1, number: 2, name: 'Core switches', statement: 'The network goes on when a switch fails.', askedByRole: 'Network manager', askedOn: AS_OF, departmentId: null,
  pupils: null, reason: 'standard_gap', neededBy: null, impact: 'Lessons stop', moscow: 'must', standardId: 1, recommendedOptionId: 1, recommendedBecause: null,
  recommendedIfNot: null, software: null, links: [], evidence: [], options: [option()], needsSystem: null, needsMemoryGb: null, leastMemoryGb: null, needsCores: null,
  leastCores: null, needsStorageGb: null, ...parts,
});
