import type { Area, Criterion, DevelopmentPlan, Objective, ObjectiveAction, Priority } from '../../planning/analysis/development-facts.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';

/** What a request names is there, or the request is refused with `not_found` at the field that names it. */

const gone = (what: string, id: number, field: string): Refusal => new Refusal('not_found', `No ${what} has the number ${id}. It may have been removed.`, { field });

export function requirePlan(session: Session, id: number, field = 'id'): DevelopmentPlan {
  const found = session.snapshot().analysis.plans.find((each) => each.id === id);
  if (found === undefined) throw gone('development plan', id, field);
  return found;
}

export function requireArea(session: Session, id: number, field = 'id'): Area {
  const found = session.snapshot().analysis.areas.find((each) => each.id === id);
  if (found === undefined) throw gone('area of a development plan', id, field);
  return found;
}

export function requirePriority(session: Session, id: number, field = 'id'): Priority {
  const found = session.snapshot().analysis.priorities.find((each) => each.id === id);
  if (found === undefined) throw gone('priority', id, field);
  return found;
}

export function requireObjective(session: Session, id: number, field = 'id'): Objective {
  const found = session.snapshot().analysis.objectives.find((each) => each.id === id);
  if (found === undefined) throw gone('objective', id, field);
  return found;
}

export function requireCriterion(session: Session, id: number): { readonly objective: Objective; readonly criterion: Criterion } {
  for (const objective of session.snapshot().analysis.objectives) {
    const criterion = objective.criteria.find((each) => each.id === id);
    if (criterion !== undefined) return { objective, criterion };
  }
  throw gone('success criterion', id, 'id');
}

export function requireAction(session: Session, id: number): { readonly objective: Objective; readonly action: ObjectiveAction } {
  for (const objective of session.snapshot().analysis.objectives) {
    const action = objective.actions.find((each) => each.id === id);
    if (action !== undefined) return { objective, action };
  }
  throw gone('action', id, 'id');
}
