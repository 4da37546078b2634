import type { FitReport } from '../../../../planning/analysis/fit/check.ts';
import { fitCheck } from '../../../../planning/analysis/fit/check.ts';
import { plannedKit } from '../../../../planning/analysis/fit/planned-kit.ts';
import type { FitSubject } from '../../../../planning/analysis/fit/subject.ts';
import type { Need, NeedOption, OptionCost, Requirements } from '../../../../planning/analysis/need-facts.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { AS_OF } from '../../fixtures.ts';

export const NOTHING: Requirements = { needsSystem: null, needsMemoryGb: null, leastMemoryGb: null, needsCores: null, leastCores: null, needsStorageGb: null };

/** What is to run, for the whole school. */
export const subject = (asks: Partial<Requirements>, parts: Partial<FitSubject> = {}): FitSubject =>
  ({ name: 'Sound stage', requirements: { ...NOTHING, ...asks }, departmentIds: [], locationIds: [], needId: null, ...parts });

export const checked = (snapshot: PlanSnapshot, asks: FitSubject, chosen: Parameters<typeof plannedKit>[2] = null): FitReport => {
  const report = fitCheck(snapshot, plannedKit(snapshot, { asOf: AS_OF }, chosen), asks);
  if (report === null) throw new Error('It asks for nothing.');
  return report;
};

/** Each room's years in short: `MU1, 16 desktops: No 8 GB | Runs | Runs | Runs | Runs`. */
export const shown = (report: FitReport): string[] => report.rows.map(({ name, cells }) =>
  `${name}: ${cells.map(({ words, beside }) => [words, beside].filter(Boolean).join(' ')).join(' | ')}`);

export const cost = (parts: Partial<OptionCost> & Pick<OptionCost, 'id'>): OptionCost => ({
  position: parts.id, part: 'kit', name: 'Kit', standing: 'adds', categoryKey: 'desktop', costCategory: 'laptops_desktops_tablets', fundKey: null,
  on: '2027-08-02', until: null, quantity: 1, unitPence: null, yearlyPence: 0, priceDate: null, riseBp: null, modelId: null, locationId: null,
  userGroup: null, memoryGb: null, storageGb: null, recurringId: null, ...parts,
});

export const option = (id: number, name: string, costs: readonly OptionCost[]): NeedOption =>
  ({ id, position: id, kind: 'other', name, meets: null, meetsWords: null, supportHoursOnce: null, supportHoursYearly: null, laterYears: null, costs });

export const need = (parts: Partial<Need> & Pick<Need, 'id'>): Need => ({
  ...NOTHING, number: parts.id, name: 'Music Technology suite', statement: '16 students record, edit and mix', askedByRole: 'Head of Music', askedOn: '2026-10-12',
  departmentId: null, pupils: 16, reason: 'curriculum', neededBy: '2027-09-01', impact: 'The course cannot run.', moscow: 'must', standardId: null,
  recommendedOptionId: null, recommendedBecause: null, recommendedIfNot: null, software: null, links: [], evidence: [], options: [], ...parts,
});
