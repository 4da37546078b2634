import type { ForecastOptions } from '../context.ts';
import { compile, run } from '../kernel.ts';
import { kernelTotals } from '../kernel/totals.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { applyScenario } from './apply.ts';
import { applyChange } from './change.ts';
import { differenceWords, type DifferenceWords } from './difference-words.ts';
import type { Scenario, ScenarioDifference } from './scenario.ts';

/** A difference in words, with what the scenario costs more or less because of it, by year. */
export type DifferenceEffect = { readonly difference: ScenarioDifference; readonly words: DifferenceWords; readonly years: readonly Pence[] };

/** Totals alone, by the kernel: as many plans as there are differences are worked out. They are the forecast's own. */
function plannedIn(snapshot: PlanSnapshot, options: ForecastOptions): readonly Pence[] {
  const compiled = compile(snapshot, options);
  return kernelTotals(compiled, run(compiled)).plannedPence;
}

const laidOver = (snapshot: PlanSnapshot, differences: readonly ScenarioDifference[]): PlanSnapshot =>
  differences.reduce((changed, { change, reason }) => applyChange(changed, change, reason), snapshot);

/**
 * What each difference of a scenario does: the scenario as it is, less the scenario without that one difference. Two
 * differences about the same kit can each count what only both together bring about: the effects need not add up.
 */
export function differenceEffects(facts: PlanSnapshot, { parentId, differences }: Scenario, options: ForecastOptions): readonly DifferenceEffect[] {
  if (parentId === null || differences.length === 0) return [];
  const parent = applyScenario(facts, parentId);
  const all = plannedIn(laidOver(parent, differences), options);
  return differences.map((difference, at) => {
    const without = plannedIn(laidOver(parent, differences.toSpliced(at, 1)), options);
    return {
      difference, words: differenceWords(laidOver(parent, differences.slice(0, at)), options, difference.change),
      years: all.map((pence, year) => pence - (without[year] ?? 0)),
    };
  });
}

/** Whether the effects of a scenario come to what it differs by from the one it starts from, in every year. */
export function effectsAddUp(facts: PlanSnapshot, { id, parentId }: Scenario, options: ForecastOptions, effects: readonly DifferenceEffect[]): boolean {
  if (parentId === null) return true;
  const before = plannedIn(applyScenario(facts, parentId), options);
  return plannedIn(applyScenario(facts, id), options)
    .every((pence, year) => pence - (before[year] ?? 0) === effects.reduce((sum, { years }) => sum + (years[year] ?? 0), 0));
}
