import fc from 'fast-check';
import type { PlanChange } from '../../../planning/scenarios/change.ts';
import type { Scenario, ScenarioDifference } from '../../../planning/scenarios/scenario.ts';
import { NO_SCENARIO } from '../../../planning/scenarios/scenario.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { day } from '../arbitraries.ts';

/** Changes at random, about the kit and the kinds that `plan()` makes. */

const kind = fc.constantFrom('laptop', 'desktop', 'server', 'monitor');
const group = fc.constantFrom(null, null, 'staff' as const, 'pupil' as const);
const assetIds = fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 5 });
const toCome = day('2026-11-01', '2033-12-31');

export const anyChange: fc.Arbitrary<PlanChange> = fc.oneof(
  fc.record({ kind: fc.constant('life' as const), categoryKey: kind, userGroup: group, lifeMonths: fc.integer({ min: 12, max: 120 }) }),
  fc.record({
    kind: fc.constant('policy' as const), categoryKey: kind, userGroup: group,
    set: fc.record({ unitPence: fc.integer({ min: 1, max: 90_000 }), lossBp: fc.integer({ min: 0, max: 900 }) }, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constant('price_rise' as const), bp: fc.integer({ min: -300, max: 900 }), categoryKey: kind, year: fc.integer({ min: 2026, max: 2031 }) }),
  fc.record({ kind: fc.constant('price_rise' as const), bp: fc.integer({ min: -300, max: 900 }) }),
  fc.record({ kind: fc.constant('loss_rate' as const), bp: fc.integer({ min: 0, max: 900 }), categoryKey: kind }),
  assetIds.chain((ids) => fc.tuple(...ids.map((assetId) => fc.oneof(toCome, fc.constant(null)).map((date) => ({ assetId, date })))))
    .map((moves): PlanChange => ({ kind: 'move', moves })),
  fc.record({
    kind: fc.constant('action' as const), assetIds, action: fc.constantFrom('replace' as const, 'keep' as const, 'retire' as const, 'pass_down' as const, 'extend_cover' as const, 'extend_support' as const),
    years: fc.integer({ min: 1, max: 3 }), yearlyPence: fc.constantFrom(null, 78_000), priceDate: fc.constant(null), nextUserGroup: fc.constant(null), nextMonths: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('budget' as const), year: fc.integer({ min: 2026, max: 2031 }), fundKey: fc.constantFrom('delegated' as const, 'dfc' as const), pence: fc.oneof(fc.integer({ min: 0, max: 20_000_000 }), fc.constant(null)) }),
  fc.record({ kind: fc.constant('backlog' as const), years: fc.integer({ min: 1, max: 5 }) }),
);

export const differencesOf = (changes: readonly PlanChange[], firstId = 1): ScenarioDifference[] =>
  changes.map((change, index) => ({ id: firstId + index, change, reason: index % 2 === 0 ? 'Agreed' : null }));

/** A way forward that starts from another one. */
export const scenarioOf = (id: number, parentId: number | null, changes: readonly PlanChange[] = []): Scenario =>
  ({ ...NO_SCENARIO, id, parentId, name: `Scenario ${id}`, differences: differencesOf(changes, id * 1_000) });

export const withScenarios = (facts: PlanSnapshot, ...scenarios: readonly Scenario[]): PlanSnapshot => ({ ...facts, scenarios: [scenarioOf(1, null), ...scenarios] });
