import { useQueries } from '@tanstack/react-query';
import { forecast as workOut } from '../../planning/forecast.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import { scenarioRisk, type ScenarioRisk } from '../../planning/scenarios/risk.ts';
import type { Side } from '../../planning/scenarios/compare.ts';
import { noticedIn } from '../../planning/scenarios/noticed.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import type { Sentence } from '../../planning/sentences/say.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { usePlan } from '../lib/plan.tsx';
import { versionQuery } from '../lib/published.ts';

/** One column of the comparison. */
export type Column = Side & {
  readonly scenario: Scenario;
  readonly options: { readonly asOf: IsoDate };
  readonly risk: ScenarioRisk;
  readonly noticed: readonly Sentence[];
};

function columnOf(scenario: Scenario, facts: PlanSnapshot, asOf: IsoDate, frozen: PlanSnapshot | undefined): Column {
  const options = { asOf: scenario.published?.asOf ?? asOf };
  const snapshot = frozen ?? applyScenario(facts, scenario.id);
  const side = { snapshot, forecast: workOut(snapshot, options) };
  return { ...side, scenario, options, risk: scenarioRisk(side, options, facts.policies), noticed: noticedIn(facts, scenario.id, options) };
}

const columns = new WeakMap<PlanSnapshot, Map<string, Column>>();

/** A scenario is worked out once for the same facts and day: facts never change, they are read anew. */
function keptColumn(scenario: Scenario, facts: PlanSnapshot, asOf: IsoDate, frozen: PlanSnapshot | undefined): Column {
  const ofFacts = columns.get(facts) ?? new Map<string, Column>();
  columns.set(facts, ofFacts);
  const key = `${scenario.id} ${asOf} ${frozen === undefined ? 'live' : 'frozen'}`;
  const column = ofFacts.get(key) ?? columnOf(scenario, facts, asOf, frozen);
  ofFacts.set(key, column);
  return column;
}

/** The scenarios side by side; a published one as it was published. */
export function useColumns(scenarios: readonly Scenario[]): readonly Column[] {
  const { plan, facts, scenario: open, asOf, application: { today } } = usePlan();
  const versions = useQueries({ queries: scenarios.map((scenario) => versionQuery(plan.id, scenario)) });
  // A published scenario that is open shows its own day; the others are as at today.
  const day = open.published === null ? asOf : today;
  return scenarios.map((scenario, index) => keptColumn(scenario, facts, day, scenario.published === null ? undefined : versions[index]?.data?.snapshot));
}
