import type { Area, Criterion, DevelopmentPlan, ObjectiveAction, Priority } from '../../../../planning/analysis/development-facts.ts';
import { NO_ANALYSIS, type AnalysisFacts } from '../../../../planning/analysis/facts.ts';
import type { CriterionStatus } from '../../../../planning/analysis/vocabulary.ts';

/** A plan of three school years, with the usual words for what is in it. */
export const developmentPlan = (parts: Partial<DevelopmentPlan> = {}): DevelopmentPlan => ({
  id: 1, name: 'School development plan', startsOn: '2026-09-01', endsOn: '2029-08-31', ownerRole: null, areaHeading: 'Area', priorityHeading: 'Priority',
  objectiveHeading: 'Objective', ...parts,
});

export const area = (id: number, name = `Area ${id}`, planId = 1): Area => ({ id, planId, position: id, name });

export const priority = (id: number, parts: Partial<Priority> = {}): Priority => ({
  id, areaId: 1, position: id, number: null, name: `Priority ${id}`, rationale: null, ownerRole: null, ...parts,
});

let nextId = 1;
/** The next part of a plan has the number 1 again. */
export const countPartsAnew = (): void => { nextId = 1; };
export const criteria = (...statuses: CriterionStatus[]): Criterion[] =>
  statuses.map((status, index) => ({ id: nextId++, position: index + 1, text: `Criterion ${index + 1}`, status }));

export const action = (parts: Partial<ObjectiveAction> = {}): ObjectiveAction => ({
  id: nextId++, position: 1, text: 'Train form tutors', leadRole: null, startsOn: null, dueOn: null, doneOn: null, costPence: null, ...parts,
});

/** That plan with one area and what else is said. */
export const factsOf = (parts: Partial<AnalysisFacts> = {}): AnalysisFacts => ({ ...NO_ANALYSIS, plans: [developmentPlan()], areas: [area(1)], ...parts });
