import type { Asset, PlanSnapshot, RefreshPolicy } from '../../planning/snapshot.ts';
import { dayNumber, firstOfMonth, half, monthsOn, real, sameOrLaterMonth } from './oracle-days.ts';
import { service } from './oracle-rules.ts';

/* The school's own loss rates, read a second time for the oracle: item by item, month by month. */

const IN_SERVICE = ['in_stock', 'in_use', 'on_loan', 'in_repair', 'spare', 'cascaded'];

/** Which group's policy kit counts with; its category's where that group has none. */
const kindOf = (plan: PlanSnapshot, category: string, group: Asset['userGroup']): string => {
  const own = plan.policies.some((policy) => policy.assetId === null && policy.modelId === null && policy.categoryKey === category && policy.userGroup === group);
  return `${category} ${own ? group : null}`;
};

/** Whether a row was in service at the end of the month that begins on a day. */
function wasThere(plan: PlanSnapshot, asOf: number, asset: Asset, month: number): boolean {
  if (asset.status === 'planned' || asset.status === 'ordered') return false;
  const since = service(asset, asOf);
  if (since !== null && firstOfMonth(since) > month) return false;
  const about = plan.ledger.filter((entry) => entry.assetId === asset.id);
  const written = about.length === 0 ? null : dayNumber(about[about.length - 1]?.happenedOn ?? '');
  const left = real(asset.disposedOn) ?? (IN_SERVICE.includes(asset.status) ? null : written);
  if (left !== null) return !sameOrLaterMonth(month, left);
  return IN_SERVICE.includes(asset.status);
}

/** The rate that a policy counts with for a row. */
export function lossRate(plan: PlanSnapshot, asOf: number, asset: Asset, policy: RefreshPolicy): number {
  if (policy.lossFrom !== 'record') return policy.lossBp;
  const past = plan.ledger.filter((entry) => dayNumber(entry.happenedOn) <= asOf);
  if (past.length === 0) return policy.lossBp;
  const kind = kindOf(plan, asset.categoryKey, asset.userGroup);
  let [events, items, months] = [0, 0n, 0n];
  for (const entry of past) {
    const group = entry.userGroup ?? plan.assets.find((each) => each.id === entry.assetId)?.userGroup ?? null;
    if ((entry.kind !== 'lost' && entry.kind !== 'broken') || kindOf(plan, entry.categoryKey, group) !== kind) continue;
    events += 1;
    items += BigInt(entry.quantity);
  }
  if (events < 5) return policy.lossBp;
  const first = Math.min(...past.map((entry) => dayNumber(entry.happenedOn)));
  for (let month = firstOfMonth(first); month <= asOf; month = monthsOn(month, 1)) {
    for (const each of plan.assets) {
      if (kindOf(plan, each.categoryKey, each.userGroup) === kind && wasThere(plan, asOf, each, month)) months += BigInt(each.quantity);
    }
  }
  if (months === 0n) return policy.lossBp;
  return Math.min(10_000, Number(half(items * 12_000n, months)) * 10);
}
