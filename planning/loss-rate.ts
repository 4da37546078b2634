import type { PlanContext } from './context.ts';
import { isPolicyOf } from './scenarios/policy-change.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from './snapshot.ts';
import { everyKind, kindKey, recordTogether, type LossRecord } from './upkeep/record.ts';
import type { BasisPoints, IsoDate, UserGroup } from './vocabulary.ts';

type Kind = Pick<Asset, 'categoryKey' | 'userGroup'>;

/** What the ledger says was lost or broken of one kind of kit: no rate under five events. */
export type KindRecord = ReturnType<typeof recordTogether> & {
  /** The group whose policy the kind follows; null where that is its category's. */
  readonly userGroup: UserGroup | null;
};

/** A loss rate that counts, and where it is from. */
export type LossRate = {
  readonly bp: BasisPoints;
  /** The school's record, where the policy goes by it, whether or not it says enough; null where it does not. */
  readonly record: KindRecord | null;
};

export const isLossRate = (bp: number): boolean => Number.isInteger(bp) && bp > 0 && bp <= 10_000;

/** Whether kit of a policy can be expected to be lost at all: asked first, because most of a register is not. */
export const mayBeLost = ({ lossBp, lossFrom }: RefreshPolicy): boolean => isLossRate(lossBp) || lossFrom === 'record';

/**
 * Losses and breakages a year expected of a row. Where its policy goes by the record, the rate is that of all kit of
 * the same kind (its user group where that has a policy of its own, else its category), once the ledger holds five
 * events of it; before that, and where it does not go by the record, the policy's own. 0 where that is no rate.
 */
export function lossRateOf({ snapshot, asOf }: PlanContext, asset: Kind, policy: RefreshPolicy): LossRate {
  const record = policy.lossFrom === 'record' ? recordOfKind(snapshot, asOf, asset) : null;
  const bp = record?.lossBp ?? policy.lossBp;
  return { bp: isLossRate(bp) ? bp : 0, record };
}

/** The kind that kit counts with: its user group's where that has a policy of its own, else its category's. */
function groupOfKind({ categoryKey, userGroup }: Kind, policies: readonly RefreshPolicy[]): UserGroup | null {
  return policies.some((policy) => isPolicyOf(policy, { categoryKey, userGroup, modelId: null, assetId: null })) ? userGroup : null;
}

/** One key for each kind that kit counts with: of `kindKey`, its group's or its category's. */
export const kindCountedWith = (kit: Kind, policies: readonly RefreshPolicy[]): string => kindKey({ ...kit, userGroup: groupOfKind(kit, policies) });

type Reading = Pick<PlanSnapshot, 'assets' | 'policies'> & {
  readonly asOf: IsoDate;
  readonly kinds: readonly LossRecord[];
  readonly byKind: Map<string, KindRecord>;
};

/** The last reading of each ledger: a register asks it for every row. */
const readings = new WeakMap<PlanSnapshot['ledger'], Reading>();

function readingOf(snapshot: PlanSnapshot, asOf: IsoDate): Reading {
  const last = readings.get(snapshot.ledger);
  const { assets, policies } = snapshot;
  const same = last?.asOf === asOf && last.assets === assets ? last : null;
  if (same !== null && same.policies === policies) return same;
  const reading: Reading = { asOf, assets, policies, kinds: same?.kinds ?? everyKind(snapshot, asOf).kinds, byKind: new Map() };
  readings.set(snapshot.ledger, reading);
  return reading;
}

function recordOfKind(snapshot: PlanSnapshot, asOf: IsoDate, asset: Kind): KindRecord {
  const { kinds, byKind } = readingOf(snapshot, asOf);
  const key = kindKey(asset);
  let record = byKind.get(key);
  if (record === undefined) {
    const userGroup = groupOfKind(asset, snapshot.policies);
    const counted = kinds.filter((kind) => kind.categoryKey === asset.categoryKey && groupOfKind(kind, snapshot.policies) === userGroup);
    byKind.set(key, record = { ...recordTogether(counted), userGroup });
  }
  return record;
}
