import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { AssetModel } from '../../planning/snapshot.ts';
import type { Writer } from '../connection.ts';
import { refreshPolicies } from '../schema/money.ts';
import { optionCosts } from '../schema/needs.ts';
import { orderLines } from '../schema/orders.ts';
import { assetModels, assets } from '../schema/register.ts';
import { pointDifferencesAtModel } from './scenarios.ts';

export type ModelFields = Omit<AssetModel, 'id'>;

/** Adds a model. Answers its id. */
export const insertModel = (writer: Writer, model: ModelFields): number =>
  writer.insert(assetModels).values(model).returning({ id: assetModels.id }).get().id;

/** Kit and order lines of a model are of its kind: they follow it to another one. */
export function moveModelToCategory(writer: Writer, id: number, categoryKey: string): void {
  writer.update(assets).set({ categoryKey }).where(eq(assets.modelId, id)).run();
  writer.update(orderLines).set({ categoryKey }).where(eq(orderLines.modelId, id)).run();
  writer.update(refreshPolicies).set({ categoryKey }).where(and(eq(refreshPolicies.modelId, id), isNull(refreshPolicies.assetId))).run();
}

/** Makes models one: their kit and their orders go to the one that is kept, and a policy where that has none. */
export function mergeModels(writer: Writer, keepId: number, goIds: readonly number[]): void {
  const going = [...goIds];
  writer.update(assets).set({ modelId: keepId }).where(inArray(assets.modelId, going)).run();
  writer.update(orderLines).set({ modelId: keepId }).where(inArray(orderLines.modelId, going)).run();
  writer.update(optionCosts).set({ modelId: keepId }).where(inArray(optionCosts.modelId, going)).run();
  const policyOf = (ids: readonly number[]) => writer.select({ id: refreshPolicies.id }).from(refreshPolicies)
    .where(and(inArray(refreshPolicies.modelId, [...ids]), isNull(refreshPolicies.assetId))).get();
  const orphan = policyOf(going);
  if (orphan !== undefined && policyOf([keepId]) === undefined) {
    writer.update(refreshPolicies).set({ modelId: keepId }).where(eq(refreshPolicies.id, orphan.id)).run();
  }
  writer.update(refreshPolicies).set({ replacementModelId: keepId }).where(inArray(refreshPolicies.replacementModelId, going)).run();
  pointDifferencesAtModel(writer, keepId, going);
  deleteModels(writer, going);
}

/** Takes models out of the library, with the policies that are theirs. */
export function deleteModels(writer: Writer, ids: readonly number[]): void {
  writer.delete(assetModels).where(inArray(assetModels.id, [...ids])).run();
}
