import type { Writer } from '../../db/connection.ts';
import { insertAction, insertArea, insertCriterion, insertObjective, insertPlan, insertPriority, setProgress } from '../../db/repositories/development.ts';
import { DEVELOPMENT_PLAN, OBJECTIVES } from './development.ts';

/** Hillcrest's development plan. Answers the number of each objective by how the school numbers it. */
export function writeDevelopment(writer: Writer): ReadonlyMap<string, number> {
  const planId = insertPlan(writer, DEVELOPMENT_PLAN);
  const areas = new Map<string, number>();
  const priorities = new Map<string, number>();
  return new Map(OBJECTIVES.map(({ area, priority, number, name, statement, leadRole, criteria, actions, progress }) => {
    const areaId = areas.get(area) ?? insertArea(writer, planId, area);
    areas.set(area, areaId);
    const priorityId = priorities.get(priority) ?? insertPriority(writer, { areaId, number: null, name: priority, rationale: null, ownerRole: null });
    priorities.set(priority, priorityId);
    const id = insertObjective(writer, { areaId, priorityId, number, name, statement, leadRole });
    for (const [text, status] of criteria) insertCriterion(writer, id, { text, status });
    for (const action of actions) insertAction(writer, id, action);
    for (const note of progress) setProgress(writer, id, note);
    return [number, id] as const;
  }));
}
