import { monthOf } from '../calendar.ts';
import { itemsOf } from '../context.ts';
import { isLifeMonths, policyFor } from '../policies.ts';
import { serviceDate, standingOf } from '../refresh/due.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { MonthIndex } from '../vocabulary.ts';

/** A number of items that go into service in a month and are replaced in another; null: not within the plan. */
type Stay = { readonly from: MonthIndex; readonly until: MonthIndex | null; readonly quantity: number };

/**
 * The stays of a row's items, one after the other: those of each replacement begin where the ones before it end, the
 * earliest first, also where a row is replaced in parts.
 */
function staysOf(from: MonthIndex, quantity: number, replacements: readonly ForecastLine[]): readonly Stay[] {
  const stays: Stay[] = [];
  const here: { from: MonthIndex; left: number }[] = [{ from, left: quantity }];
  for (const line of replacements.toSorted((a, b) => a.occurrence - b.occurrence || a.month - b.month)) {
    let wanted = line.quantity;
    while (wanted > 0) {
      const oldest = here[0];
      if (oldest === undefined) break;
      const taken = Math.min(wanted, oldest.left);
      stays.push({ from: oldest.from, until: line.month, quantity: taken });
      oldest.left -= taken;
      wanted -= taken;
      if (oldest.left === 0) here.shift();
    }
    here.push({ from: line.month, left: line.quantity });
  }
  return [...stays, ...here.map(({ from: since, left }) => ({ from: since, until: null, quantity: left }))];
}

/**
 * The most items that are past their policy life at one time from the as-at month to the end of the plan, by the
 * policies of `measure` (the plan before an edit) in the course of `forecast`. Kit in service with a date, whose policy
 * names a life; what is not to be replaced at all goes on getting older. `isMeant` says which kit is looked at.
 */
export function mostPastLife(
  snapshot: PlanSnapshot, measure: PlanSnapshot, forecast: Forecast, isMeant: (asset: Asset) => boolean,
): number {
  const asOf = monthOf(forecast.asOf);
  const last = forecast.years[forecast.years.length - 1];
  const end = (last?.firstMonth ?? asOf) + 12;
  const replacements = Map.groupBy(forecast.lines.filter(({ kind }) => kind === 'replace'), ({ assetId }) => assetId);
  const leaving = new Set(snapshot.actions.filter(({ action }) => action === 'retire').map(({ assetId }) => assetId));
  const steps = new Map<MonthIndex, number>();
  const step = (month: MonthIndex, by: number): void => void steps.set(month, (steps.get(month) ?? 0) + by);
  for (const asset of snapshot.assets) {
    const start = serviceDate(asset, asOf);
    const policy = policyFor(asset, measure.policies);
    if (!isMeant(asset) || start === null || policy === null || leaving.has(asset.id) || standingOf(asset.status) !== 'in_service') continue;
    if (!policy.binding.includes('policy_life') || !isLifeMonths(policy.lifeMonths)) continue;
    for (const { from, until, quantity } of staysOf(monthOf(start), itemsOf(asset), replacements.get(asset.id) ?? [])) {
      const [past, gone] = [Math.max(from + policy.lifeMonths, asOf), Math.min(until ?? end, end)];
      if (past >= gone) continue;
      step(past, quantity);
      step(gone, -quantity);
    }
  }
  let [here, most] = [0, 0];
  for (const [, by] of [...steps].sort(([a], [b]) => a - b)) {
    here += by;
    most = Math.max(most, here);
  }
  return most;
}
