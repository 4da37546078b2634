import { formatCount } from '../../planning/money.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';

/** "No differences yet", "1 difference from Keep to policy". */
export function differencesWords({ differences, parentId }: Scenario, scenarios: readonly Scenario[]): string {
  const parent = scenarios.find(({ id }) => id === parentId);
  if (parent === undefined) return 'The plan itself';
  if (differences.length === 0) return `The same as ${parent.name}`;
  return `${formatCount(differences.length)} difference${differences.length === 1 ? '' : 's'} from ${parent.name}`;
}
