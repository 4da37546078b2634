import type { Kitplan } from '../app/kitplan.ts';
import { ask } from './open-kitplan.ts';
import { Refused } from './terminal.ts';

const folded = (name: string): string => name.trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/**
 * The number of the way forward that an option names; nothing where none is named, which is the plan itself.
 * @throws Refused where the plan has none of that name, with those it has
 */
export async function scenarioNamed(kitplan: Kitplan, name: string | undefined): Promise<{ readonly scenarioId?: number }> {
  if (name === undefined) return {};
  const { snapshot: { scenarios } } = await ask(kitplan, 'plan.snapshot', {});
  const found = scenarios.find((scenario) => folded(scenario.name) === folded(name));
  if (found !== undefined) return { scenarioId: found.id };
  throw new Refused(`The plan has no scenario called “${name}”. It has ${scenarios.map((scenario) => scenario.name).join(', ')}.`);
}
