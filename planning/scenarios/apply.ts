import type { PlanSnapshot } from '../snapshot.ts';
import { applyChange } from './change.ts';
import type { Scenario } from './scenario.ts';

/**
 * The scenarios from the base to one, the base first. A scenario that is not there, or starts in a circle (which
 * the plan file refuses), is read as far as its parents are known.
 */
export function lineageOf(scenarios: readonly Scenario[], id: number): readonly Scenario[] {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const lineage: Scenario[] = [];
  for (let at = byId.get(id); at !== undefined && !lineage.includes(at); at = at.parentId === null ? undefined : byId.get(at.parentId)) {
    lineage.unshift(at);
  }
  return lineage;
}

/**
 * The plan's facts as a scenario sees them: the differences of its parents, then its own, each in its order. One
 * without differences gives its parent's facts themselves, so that every figure is its parent's.
 */
export const applyScenario = (facts: PlanSnapshot, id: number): PlanSnapshot =>
  lineageOf(facts.scenarios, id).flatMap((scenario) => scenario.differences)
    .reduce((snapshot, { change, reason }) => applyChange(snapshot, change, reason), facts);
