import { and, asc, eq, inArray, notExists, or, sql } from 'drizzle-orm';
import type { ActionTerms, PlannedAction } from '../../planning/scenarios/action.ts';
import type { Move, PlanChange } from '../../planning/scenarios/change.ts';
import type { PublishedVersion, Scenario, ScenarioDifference } from '../../planning/scenarios/scenario.ts';
import type { Reader, Writer } from '../connection.ts';
import { insertMany } from '../insert-many.ts';
import { assets } from '../schema/register.ts';
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
  const kit = new Set(assetIds);
  const meant = writer.select({ id: plannedActions.id, assetId: plannedActions.assetId, action: plannedActions.action }).from(plannedActions).all()
    .filter(({ assetId, action }) => kit.has(assetId) && (kinds === null || kinds.includes(action)));
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

/** The columns of a change: its kind, its terms, and the kit it is about. */
function columnsOf(change: PlanChange): { readonly kind: PlanChange['kind']; readonly terms: Readonly<Record<string, unknown>>; readonly kit: readonly Omit<DifferenceAsset, 'id' | 'differenceId'>[] } {
  const { kind, ...rest } = change;
  const { moves, assetIds, ...terms }: { moves?: readonly Move[]; assetIds?: readonly number[] } & Readonly<Record<string, unknown>> = rest;
  return { kind, terms, kit: [
    ...(moves ?? []).map(({ assetId, date }) => ({ assetId, movedTo: date })), ...(assetIds ?? []).map((assetId) => ({ assetId, movedTo: null })),
  ] };
}

/** Adds what a scenario says differently, after what it says already. Answers its id. */
export function insertDifference(writer: Writer, scenarioId: number, change: PlanChange, reason: string | null): number {
  const { kind, terms, kit } = columnsOf(change);
  const { id } = writer.insert(scenarioDifferences).values({ scenarioId, kind, terms, reason }).returning({ id: scenarioDifferences.id }).get();
  insertMany(writer, scenarioDifferenceAssets, kit.map((each) => ({ differenceId: id, ...each })));
  return id;
}

/** Leaves of a difference only what `change` says: fewer settings, or less kit. */
export function narrowDifference(writer: Writer, id: number, change: PlanChange): void {
  const { terms, kit } = columnsOf(change);
  const stays = new Set(kit.map(({ assetId }) => assetId));
  writer.update(scenarioDifferences).set({ terms }).where(eq(scenarioDifferences.id, id)).run();
  for (const row of writer.select().from(scenarioDifferenceAssets).where(eq(scenarioDifferenceAssets.differenceId, id)).all()) {
    if (!stays.has(row.assetId)) writer.delete(scenarioDifferenceAssets).where(eq(scenarioDifferenceAssets.id, row.id)).run();
  }
}

export function setDifferenceReason(writer: Writer, id: number, reason: string | null): void {
  writer.update(scenarioDifferences).set({ reason }).where(eq(scenarioDifferences.id, id)).run();
}

/** Takes differences out of their scenario, so that it says the same as its parent there. */
export function deleteDifferences(writer: Writer, ids: readonly number[]): void {
  writer.delete(scenarioDifferences).where(inArray(scenarioDifferences.id, [...ids])).run();
}

/** What a scenario says of the policy of one row, it says of each of the rows that the row becomes. */
export function copyPolicyDifferences(writer: Writer, from: number, to: readonly number[]): void {
  const own = writer.select().from(scenarioDifferences).where(inArray(scenarioDifferences.kind, ['life', 'policy'])).all()
    .filter(({ terms }) => terms.assetId === from);
  insertMany(writer, scenarioDifferences, own.flatMap((row) => to.map((assetId) => ({ ...row, terms: { ...row.terms, assetId } }))));
}

/** What scenarios say of models that go into another one, they say of that one. */
export function pointDifferencesAtModel(writer: Writer, keepId: number, goIds: readonly number[]): void {
  const kept = (modelId: unknown): unknown => (typeof modelId === 'number' && goIds.includes(modelId) ? keepId : modelId);
  for (const { id, terms } of writer.select().from(scenarioDifferences).where(inArray(scenarioDifferences.kind, ['life', 'policy'])).all()) {
    const set = terms.set as Readonly<Record<string, unknown>> | undefined;
    const now = {
      ...terms, ...('modelId' in terms && { modelId: kept(terms.modelId) }),
      ...(set !== undefined && { set: { ...set, ...('replacementModelId' in set && { replacementModelId: kept(set.replacementModelId) }) } }),
    };
    if (JSON.stringify(now) !== JSON.stringify(terms)) writer.update(scenarioDifferences).set({ terms: now }).where(eq(scenarioDifferences.id, id)).run();
  }
}

/** A difference about kit goes with the last of its kit, and one about the policy of a row with the row. */
export function deleteEmptyDifferences(writer: Writer): void {
  writer.delete(scenarioDifferences).where(or(
    and(
      inArray(scenarioDifferences.kind, ['move', 'action']),
      notExists(writer.select({ id: scenarioDifferenceAssets.id }).from(scenarioDifferenceAssets).where(eq(scenarioDifferenceAssets.differenceId, scenarioDifferences.id))),
    ),
    and(
      sql`${scenarioDifferences.terms} ->> 'assetId' IS NOT NULL`,
      notExists(writer.select({ id: assets.id }).from(assets).where(sql`${assets.id} = ${scenarioDifferences.terms} ->> 'assetId'`)),
    ),
  )).run();
}

export type ScenarioFields = Pick<Scenario, 'name' | 'parentId' | 'state' | 'recommended' | 'note'>;

/** Adds a way forward that says nothing of its own yet. Answers its id. */
export const insertScenario = (writer: Writer, fields: ScenarioFields): number =>
  writer.insert(scenarios).values(fields).returning({ id: scenarios.id }).get().id;

export function updateScenario(writer: Writer, id: number, fields: Partial<ScenarioFields>): void {
  if (Object.keys(fields).length > 0) writer.update(scenarios).set(fields).where(eq(scenarios.id, id)).run();
}

/** Takes a way forward out of the plan with its differences and its published figures. */
export function deleteScenario(writer: Writer, id: number): void {
  writer.delete(scenarios).where(eq(scenarios.id, id)).run();
}

export type VersionRow = typeof planVersions.$inferSelect;

export function insertVersion(writer: Writer, version: Omit<VersionRow, 'id'>): void {
  writer.insert(planVersions).values(version).run();
}

/** What was published of a scenario, as it was frozen. */
export const readVersion = (reader: Reader, scenarioId: number): VersionRow | undefined =>
  reader.select().from(planVersions).where(eq(planVersions.scenarioId, scenarioId)).get();
