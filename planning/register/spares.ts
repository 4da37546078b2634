import { itemsOf } from '../context.ts';
import { policyFor } from '../policies.ts';
import { standingOf } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { BasisPoints, UserGroup } from '../vocabulary.ts';
import { USER_GROUPS } from '../vocabulary.ts';

/** The spares of one kind of kit beside what its policy expects to lose. */
export type SpareCount = {
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  /** Items that are in service, spares among them. */
  readonly fleet: number;
  readonly spares: number;
  /** Spares as a share of the fleet, in hundredths of a per cent, to the nearest. */
  readonly shareBp: BasisPoints;
  /** What the policy expects to be lost or broken in a year, made up to whole items; null where it expects nothing. */
  readonly needed: number | null;
};

/** Losses are counted in items × basis points: this many make one item. */
const WHOLE = 10_000;

/**
 * How many spares there are of each kind, and how many a year's expected losses would take. A rate is the policy's of
 * each asset, and the sum of a kind is rounded up once: half a laptop cannot lie in a cupboard. Kinds with neither
 * a spare nor a rate are left out. In the order of the plan's kinds.
 */
export function spareCounts(snapshot: PlanSnapshot): readonly SpareCount[] {
  const here = snapshot.assets.filter(({ status }) => standingOf(status) === 'in_service');
  const byKind = Map.groupBy(here, ({ categoryKey, userGroup }) => `${categoryKey} ${userGroup ?? ''}`);
  const groups: readonly (UserGroup | null)[] = [null, ...USER_GROUPS];
  return snapshot.categories.flatMap(({ key }) => groups.flatMap((userGroup) => {
    const counted = countOf(snapshot, byKind.get(`${key} ${userGroup ?? ''}`) ?? []);
    return counted.spares === 0 && counted.needed === null ? [] : [{ categoryKey: key, userGroup, ...counted }];
  }));
}

function countOf(snapshot: PlanSnapshot, assets: readonly Asset[]): Omit<SpareCount, 'categoryKey' | 'userGroup'> {
  let [fleet, spares, losses] = [0, 0, 0];
  for (const asset of assets) {
    const items = itemsOf(asset);
    fleet += items;
    if (asset.status === 'spare') spares += items;
    losses += items * (policyFor(asset, snapshot.policies)?.lossBp ?? 0);
  }
  return { fleet, spares, shareBp: fleet === 0 ? 0 : Math.round((spares * WHOLE) / fleet), needed: losses > 0 ? Math.ceil(losses / WHOLE) : null };
}
