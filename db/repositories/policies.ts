import { and, asc, eq, isNull } from 'drizzle-orm';
import type { RefreshPolicy } from '../../planning/snapshot.ts';
import type { Reader, Writer } from '../connection.ts';
import { refreshPolicies } from '../schema/money.ts';

/** A policy of the school's own. What it stands for (category, user group, model or asset) says which one it is. */
export type NewPolicy = Omit<RefreshPolicy, 'id' | 'shipped'> & {
  /** True while its life is still the shipped convention, though the school has set a price, say. */
  readonly shipped?: boolean;
};

type PolicyRow = typeof refreshPolicies.$inferSelect;

export function policyRow(policy: Omit<RefreshPolicy, 'id'>): Omit<PolicyRow, 'id'> {
  const { upgrade, lossFrom, purchaseMonths, ...rest } = policy;
  return {
    ...rest,
    lossFrom: lossFrom === 'policy' ? null : lossFrom,
    purchaseMonths: purchaseMonths.length === 0 ? null : purchaseMonths,
    upgradeAtMonths: upgrade?.atMonths ?? null,
    upgradeUnitPence: upgrade?.unitPence ?? null,
    upgradePriceDate: upgrade?.priceDate ?? null,
    upgradeWhat: upgrade?.what ?? null,
  };
}

function toPolicy(row: PolicyRow): RefreshPolicy {
  const { upgradeAtMonths, upgradeUnitPence, upgradePriceDate, upgradeWhat, lossFrom, purchaseMonths, ...rest } = row;
  return {
    ...rest, lossFrom: lossFrom ?? 'policy', purchaseMonths: purchaseMonths ?? [],
    upgrade: upgradeAtMonths === null || upgradeWhat === null ? null
      : { atMonths: upgradeAtMonths, unitPence: upgradeUnitPence, priceDate: upgradePriceDate, what: upgradeWhat },
  };
}

export function listPolicies(reader: Reader): readonly RefreshPolicy[] {
  return reader.select().from(refreshPolicies).orderBy(asc(refreshPolicies.id)).all().map(toPolicy);
}

/**
 * Sets the policy of a category, or of a user group, model or asset within it. From now on it is the school's
 * own and no longer a shipped convention. Answers its id.
 */
export function setPolicy(writer: Writer, policy: NewPolicy): number {
  const row = policyRow({ ...policy, shipped: policy.shipped ?? false });
  const existing = writer.select({ id: refreshPolicies.id }).from(refreshPolicies).where(and(
    eq(refreshPolicies.categoryKey, policy.categoryKey),
    policy.userGroup === null ? isNull(refreshPolicies.userGroup) : eq(refreshPolicies.userGroup, policy.userGroup),
    policy.modelId === null ? isNull(refreshPolicies.modelId) : eq(refreshPolicies.modelId, policy.modelId),
    policy.assetId === null ? isNull(refreshPolicies.assetId) : eq(refreshPolicies.assetId, policy.assetId),
  )).get();
  if (existing === undefined) return writer.insert(refreshPolicies).values(row).returning({ id: refreshPolicies.id }).get().id;
  writer.update(refreshPolicies).set(row).where(eq(refreshPolicies.id, existing.id)).run();
  return existing.id;
}

/** Takes a policy away, so that the less specific one holds again. */
export function deletePolicy(writer: Writer, id: number): void {
  writer.delete(refreshPolicies).where(eq(refreshPolicies.id, id)).run();
}
