import { BASE_SCENARIO_ID, NO_SCENARIO, type Scenario } from '../../planning/scenarios/scenario.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';

/** @throws Refusal `not_found` where the plan has no such scenario. */
export function requireScenario(session: Session, id: number, field = 'id'): Scenario {
  const found = session.snapshot().scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Refusal('not_found', `No scenario has the number ${id}. It may have been removed.`, { field });
  return found;
}

/** @throws Refusal `conflict` where it is locked or published. */
export function requireWorking({ name, state }: Scenario): void {
  if (state !== 'working') throw new Refusal('conflict', `${name} is ${state}. Copy it to change it.`);
}

/**
 * The base is the plan's own decisions: its policies, price rises, budgets, dates set by hand and what is to become of
 * kit. What kit there is can be said at any time.
 * @throws Refusal `conflict` where the base is locked.
 */
export const requireBaseWorking = ({ scenarios }: PlanSnapshot): void =>
  requireWorking(scenarios.find(({ id }) => id === BASE_SCENARIO_ID) ?? NO_SCENARIO);
