import { asc, eq, inArray } from 'drizzle-orm';
import type { ActionTerms, PlannedAction } from '../../planning/scenarios/action.ts';
import type { Move, PlanChange } from '../../planning/scenarios/change.ts';
import type { PublishedVersion, Scenario, ScenarioDifference } from '../../planning/scenarios/scenario.ts';
import type { Reader, Writer } from '../connection.ts';
import { insertMany } from '../insert-many.ts';
import { plannedActions, planVersions, scenarioDifferenceAssets, scenarioDifferences, scenarios } from '../schema/scenarios.ts';

/** What the plan's own facts say is to become of kit, in the order of the register. */
export function listActions(reader: Reader): readonly PlannedAction[] {
  const { assetId, action, years, yearlyPence, priceDate, nextUserGroup, nextMonths, reason } = plannedActions;
  return reader.select({ assetId, action, years, yearlyPence, priceDate, nextUserGroup, nextMonths, reason })
    .from(plannedActions).orderBy(asc(assetId), asc(plannedActions.id)).all();
}

/** Says what is to become of kit. Of one asset each kind is said once: an older one of that kind gives way. */
export function insertActions(writer: Writer, actions: readonly PlannedAction[]): void {
  insertMany(writer, plannedActions, actions);
}

/** Takes back what was said of these assets, each kind named or all. */
export function deleteActions(writer: Writer, assetIds: readonly number[], kinds: readonly PlannedAction['action'][] | null = null): void {
  const meant = writer.select({ id: plannedActions.id, assetId: plannedActions.assetId, action: plannedActions.action }).from(plannedActions).all()
    .filter(({ assetId, action }) => assetIds.includes(assetId) && (kinds === null || kinds.includes(action)));
  for (const { id } of meant) writer.delete(plannedActions).where(eq(plannedActions.id, id)).run();
}

type DifferenceRow = typeof scenarioDifferences.$inferSelect;
type DifferenceAsset = typeof scenarioDifferenceAssets.$inferSelect;

/** A change as it was written: its terms, with the kit that is still there. Written by `insertDifference` alone. */
function toChange({ kind, terms }: DifferenceRow, kit: readonly DifferenceAsset[]): PlanChange {
  if (kind === 'move') return { kind, moves: kit.map(({ assetId, movedTo }): Move => ({ assetId, date: movedTo })) };
  if (kind === 'action') return { kind, ...terms as ActionTerms, assetIds: kit.map(({ assetId }) => assetId) };
  return { kind, ...terms } as PlanChange;
}

/** The ways forward with their differences, the base first. */
export function listScenarios(reader: Reader): readonly Scenario[] {
  const kit = Map.groupBy(reader.select().from(scenarioDifferenceAssets).orderBy(asc(scenarioDifferenceAssets.assetId)).all(), (row) => row.differenceId);
  const differences = Map.groupBy(reader.select().from(scenarioDifferences).orderBy(asc(scenarioDifferences.id)).all(), (row) => row.scenarioId);
  const published = new Map(reader.select({
    id: planVersions.id, scenarioId: planVersions.scenarioId, publishedAt: planVersions.publishedAt, asOf: planVersions.asOf,
  }).from(planVersions).all().map(({ scenarioId, ...version }): [number, PublishedVersion] => [scenarioId, version]));
  return reader.select().from(scenarios).orderBy(asc(scenarios.id)).all().map((row): Scenario => ({
    ...row, published: published.get(row.id) ?? null,
    differences: (differences.get(row.id) ?? []).map((difference): ScenarioDifference =>
      ({ id: difference.id, change: toChange(difference, kit.get(difference.id) ?? []), reason: difference.reason })),
  }));
}

/** Adds what a scenario says differently, after what it says already. Answers its id. */
export function insertDifference(writer: Writer, scenarioId: number, change: PlanChange, reason: string | null): number {
  const { kind, ...rest } = change;
  const { moves, assetIds, ...terms }: { moves?: readonly Move[]; assetIds?: readonly number[] } & Readonly<Record<string, unknown>> = rest;
  const { id } = writer.insert(scenarioDifferences).values({ scenarioId, kind, terms, reason }).returning({ id: scenarioDifferences.id }).get();
  insertMany(writer, scenarioDifferenceAssets, [
    ...(moves ?? []).map(({ assetId, date }) => ({ differenceId: id, assetId, movedTo: date })),
    ...(assetIds ?? []).map((assetId) => ({ differenceId: id, assetId, movedTo: null })),
  ]);
  return id;
}

/** Takes differences out of their scenario, so that it says the same as its parent there. */
export function deleteDifferences(writer: Writer, ids: readonly number[]): void {
  writer.delete(scenarioDifferences).where(inArray(scenarioDifferences.id, [...ids])).run();
}
