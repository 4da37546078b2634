import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { applyScenario } from '../../../planning/scenarios/apply.ts';
import { applyChanges, type PlanChange } from '../../../planning/scenarios/change.ts';
import { compareScenarios, type Side } from '../../../planning/scenarios/compare.ts';
import { differenceEffects } from '../../../planning/scenarios/difference-effects.ts';
import { differenceParts, yearsOfPairs, type DifferencePart } from '../../../planning/scenarios/difference-tree.ts';
import { differenceWords } from '../../../planning/scenarios/difference-words.ts';
import { keepDifferences } from '../../../planning/scenarios/keep.ts';
import { noticedIn } from '../../../planning/scenarios/noticed.ts';
import { pairWords } from '../../../planning/scenarios/pair-words.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { options, plan, SEED } from '../arbitraries.ts';
import { anyChange, differencesOf, scenarioOf, withScenarios } from './changes.ts';

const hold = <T extends unknown[]>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, law: (...values: T) => void, numRuns = 200): void =>
  fc.assert(fc.property(fc.tuple(...arbitraries) as unknown as fc.Arbitrary<T>, (values) => law(...values)), { seed: SEED, numRuns });

const anyChanges = fc.array(anyChange, { minLength: 1, maxLength: 5 });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const less = (after: readonly number[], before: readonly number[]): number[] => after.map((value, index) => value - (before[index] ?? 0));

describe('a scenario without differences', () => {
  test('equals the one it starts from in every figure, however deep it lies', () => {
    hold([plan(), options, anyChanges], (facts, asked, changes) => {
      const all = withScenarios(facts, scenarioOf(2, 1), scenarioOf(3, 2, changes), scenarioOf(4, 3), scenarioOf(5, 4));
      expect(applyScenario(all, 2)).toBe(all);
      expect(forecast(applyScenario(all, 2), asked)).toEqual(forecast(facts, asked));
      expect(forecast(applyScenario(all, 5), asked)).toEqual(forecast(applyScenario(all, 3), asked));
    });
  });
});

describe('differences', () => {
  test('come to the same in the scenario itself, in one that starts from it with the rest of them, and as a what-if', () => {
    hold([plan(), options, anyChanges, anyChanges], (facts, asked, first, second) => {
      const all = withScenarios(facts, scenarioOf(2, 1, first), scenarioOf(3, 2, second), scenarioOf(4, 1, [...first, ...second]));
      const inOne = forecast(applyScenario(all, 4), asked);
      expect(forecast(applyScenario(all, 3), asked)).toEqual(inOne);
      expect(forecast(applyChanges(facts, [...first, ...second]), asked).totals).toEqual(inOne.totals);
    });
  });

  test('that are about different things may come in any order', () => {
    /** What a change touches; two changes with nothing in common are independent. */
    const touches = (change: PlanChange): readonly string[] => {
      switch (change.kind) {
        case 'life': case 'policy': case 'loss_rate': return [`policies of ${change.categoryKey ?? ''}`];
        case 'price_rise': return ['rises'];
        case 'move': return change.moves.map(({ assetId }) => `day of ${assetId}`);
        case 'action': return change.assetIds.map((id) => `course of ${id}`);
        case 'need': return ['needs'];
        case 'budget': return [`budget ${change.year} ${change.fundKey}`];
        case 'backlog': return ['backlog'];
      }
    };
    let met = 0;
    hold([plan(), options, anyChange, anyChange], (facts, asked, one, other) => {
      if (touches(one).some((each) => touches(other).includes(each))) return;
      met += 1;
      expect(forecast(applyChanges(facts, [one, other]), asked).totals).toEqual(forecast(applyChanges(facts, [other, one]), asked).totals);
    }, 400);
    expect(met).toBeGreaterThan(200);
  });
});

/** What a scenario says after changes were kept in it one after the other. */
const keptIn = (parent: PlanSnapshot, changes: readonly PlanChange[]): PlanChange[] =>
  changes.reduce<PlanChange[]>((own, change) => {
    const { dropped, narrowed, added } = keepDifferences(parent, differencesOf(own), [{ change, reason: null }]);
    const left = new Map(narrowed.map(({ id, change: narrow }) => [id, narrow]));
    return [...differencesOf(own).filter(({ id }) => !dropped.includes(id)).map(({ id, change: before }) => left.get(id) ?? before), ...added.map((each) => each.change)];
  }, []);

describe('keeping changes in a scenario', () => {
  /** A life or a setting of a kind without a policy of its own starts from the policy as it is then: the order may tell. */
  const inOrder = anyChange.filter(({ kind }) => kind !== 'life' && kind !== 'policy');

  test('comes to what the changes come to one after the other', () => {
    hold([plan(), options, fc.array(inOrder, { minLength: 1, maxLength: 8 })], (facts, asked, changes) => {
      expect(forecast(applyChanges(facts, keptIn(facts, changes)), asked)).toEqual(forecast(applyChanges(facts, changes), asked));
    });
  });

  test('keeps one about the same thing: the same change twice is the change once, and one that says what is so anyway is not kept', () => {
    hold([plan(), anyChanges], (facts, changes) => {
      const once = keptIn(facts, changes);
      const [last] = changes.slice(-1);
      if (last === undefined) return;
      expect(keptIn(facts, [...changes, last])).toEqual(once);
      // In a parent that says all of it, nothing of it is a difference any more.
      expect(keptIn(applyChanges(facts, [last]), [last])).toEqual([]);
    });
  });
});

/** Every level of a difference: its parts add up to it, and the lines of a thing to the thing. */
const checkParts = (parts: readonly DifferencePart[], years: readonly number[]): void => {
  if (parts.length > 0 || years.some((pence) => pence !== 0)) expect(years.map((_, year) => sum(parts.map((part) => part.years[year] ?? 0)))).toEqual(years);
  for (const part of parts) {
    expect(part.total).toBe(sum(part.years));
    if (part.parts.length > 0) checkParts(part.parts, part.years);
    else if (part.pairs.length > 0) expect(yearsOfPairs(part.pairs, years.length)).toEqual(part.years);
  }
};

describe('what one difference does', () => {
  test('is the scenario as it is, less the scenario without it, in every year', () => {
    hold([plan(), options, anyChanges], (facts, asked, changes) => {
      const scenario = scenarioOf(2, 1, changes);
      const all = withScenarios(facts, scenario);
      const { plannedPence } = forecast(applyScenario(all, 2), asked).totals;
      for (const [at, { years }] of differenceEffects(all, scenario, asked).entries()) {
        const without = forecast(applyChanges(facts, changes.toSpliced(at, 1)), asked).totals.plannedPence;
        expect(years).toEqual(less(plannedPence, without));
      }
    }, 100);
  });
});

describe('the difference of two scenarios', () => {
  test('opens down to lines that add up to it to the penny, in every year, whatever was changed', () => {
    hold([plan(), options, anyChanges], (facts, asked, changes) => {
      const before: Side = { snapshot: facts, forecast: forecast(facts, asked) };
      const changed = applyChanges(facts, changes);
      const after: Side = { snapshot: changed, forecast: forecast(changed, asked) };
      const comparison = compareScenarios(before, after);
      const { plannedPence, budgetPence } = after.forecast.totals;
      const parts = differenceParts(comparison);
      checkParts(parts, less(plannedPence, before.forecast.totals.plannedPence));
      const budgets = before.forecast.years.map((_, year) => sum(comparison.budgets.filter(({ yearIndex }) => yearIndex === year).map((pair) => (pair.after ?? 0) - (pair.before ?? 0))));
      expect(budgets).toEqual(less(budgetPence ?? plannedPence.map(() => 0), before.forecast.totals.budgetPence ?? plannedPence.map(() => 0)));
      for (const pair of comparison.pairs) expect(pairWords(pair, before.forecast.years)).not.toMatch(/undefined|NaN|^$/u);
      for (const change of changes) {
        const words = differenceWords(facts, asked, change);
        expect(`${words.what} ${words.from ?? ''} ${words.to}`).not.toMatch(/undefined|NaN/u);
      }
      for (const { text } of noticedIn(withScenarios(facts, scenarioOf(2, 1, changes)), 2, asked)) expect(text).toMatch(/^[^a-z].*\.$/u);
    });
  });

  test('adds up also between schools that have nothing to do with each other, and backwards is the same with the signs changed', () => {
    hold([plan(), plan(), options], (one, other, asked) => {
      const same = { ...other, school: one.school };
      const [before, after]: [Side, Side] = [{ snapshot: one, forecast: forecast(one, asked) }, { snapshot: same, forecast: forecast(same, asked) }];
      const there = differenceParts(compareScenarios(before, after));
      checkParts(there, less(after.forecast.totals.plannedPence, before.forecast.totals.plannedPence));
      const back = differenceParts(compareScenarios(after, before));
      checkParts(back, less(before.forecast.totals.plannedPence, after.forecast.totals.plannedPence));
      expect(sum(back.map(({ total }) => total)) + sum(there.map(({ total }) => total))).toBe(0);
    });
  });

  test('between a scenario and itself is nothing at all', () => {
    hold([plan(), options], (facts, asked) => {
      const side: Side = { snapshot: facts, forecast: forecast(facts, asked) };
      expect(differenceParts(compareScenarios(side, { ...side, forecast: forecast(facts, asked) }))).toEqual([]);
    });
  });
});
