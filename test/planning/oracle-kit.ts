import type { Asset, PlanSnapshot, RefreshPolicy } from '../../planning/snapshot.ts';
import { firstDayOf, half, monthsOn, sameOrLaterMonth, yearOf } from './oracle-days.ts';
import { isOnTheWay, isPrice, service, type DueDay, type Money, type Rules } from './oracle-rules.ts';

/* What becomes of each row of the register, read a second time for the oracle: item by item, page by page of the calendar. */

export type Start = { readonly day: number; readonly quantity: number };
export type Row = {
  readonly asset: Asset;
  readonly policy: RefreshPolicy;
  /** What follows it: its kind, the policy that follows, its price. */
  readonly next: { readonly category: string; readonly policy: RefreshPolicy };
  readonly price: Money;
  /** Null for kit on its way. */
  readonly due: DueDay | null;
  readonly overdue: boolean;
  readonly successors: readonly Start[];
  readonly own: number;
  readonly life: number | null;
  readonly starts: readonly Start[];
  /** The day it goes without a replacement. */
  readonly leaves: number | null;
};
/** Something bought or fitted; n as in a line's occurrence. */
export type Bought = { readonly kind: 'replace' | 'upgrade'; readonly day: number; readonly due: number; readonly quantity: number; readonly n: number; readonly cost: Money; readonly factor: string; readonly chain: number | null };

const IN_SERVICE = ['in_stock', 'in_use', 'on_loan', 'in_repair', 'spare', 'cascaded'];

export const isInService = (asset: Asset): boolean => IN_SERVICE.includes(asset.status);

/** Every row: what becomes of it, or why it is not in the forecast. */
export function rowsOf(plan: PlanSnapshot, rules: Rules): (Row | string)[] {
  const rows = plan.assets.map((asset) => rowOf(plan, rules, asset));
  const years = plan.school.backlogYears;
  if (years < 2) return rows;
  const waiting = rows.filter((row) => typeof row !== 'string' && row.overdue && row.leaves === null && row.own > 0) as Row[];
  const starts = new Map<Row, Start[]>();
  for (const category of new Set(waiting.map((row) => row.asset.categoryKey))) {
    const items = waiting.filter((row) => row.asset.categoryKey === category).sort((a, b) => before(rules, a, b)).flatMap((row) => Array.from({ length: row.own }, () => row));
    items.forEach((row, place) => {
      let year = 0;
      while (BigInt(place) >= half(BigInt(items.length) * BigInt(year + 1), BigInt(years))) year += 1;
      const day = year === 0 ? rules.asOf : firstDayOf(yearOf(rules.asOf, rules.school) + year, rules.school);
      const known = starts.get(row) ?? [];
      const last = known.at(-1);
      starts.set(row, last?.day === day ? [...known.slice(0, -1), { day, quantity: last.quantity + 1 }] : [...known, { day, quantity: 1 }]);
    });
  }
  return rows.map((row) => (typeof row === 'string' ? row : { ...row, starts: starts.get(row) ?? row.starts }));
}

/** The longest overdue first, then the dearer, the longer priced, the older policy, the dearer when bought, the sooner gone; then by number. */
function before(rules: Rules, a: Row, b: Row): number {
  const months = (row: Row): number => {
    const fate = rules.decided(row.asset, 'keep', 'retire', 'pass_down');
    return fate?.nextMonths ?? -1;
  };
  return (a.due?.day ?? 0) - (b.due?.day ?? 0) || Number((b.price?.pence ?? -1n) - (a.price?.pence ?? -1n)) || (a.price?.day ?? -1) - (b.price?.day ?? -1)
    || a.policy.id - b.policy.id || (b.asset.unitPaidPence ?? -1) - (a.asset.unitPaidPence ?? -1) || months(a) - months(b) || a.asset.id - b.asset.id;
}

function rowOf(plan: PlanSnapshot, rules: Rules, asset: Asset): Row | string {
  const onTheWay = isOnTheWay(asset);
  if (!onTheWay && !isInService(asset)) return `status_${asset.status}`;
  const policy = rules.policyOf(asset);
  const named = plan.models.find((model) => model.id === policy.replacementModelId);
  const price = rules.replacementPrice(asset, policy, named ?? rules.modelOf(asset));
  const chained = (of: RefreshPolicy): number | null => (of.binding.length === 0 ? null : of.lifeMonths);
  if (onTheWay) {
    const starts = [{ day: rules.delivery(asset), quantity: asset.quantity }];
    return {
      asset, policy, next: { category: asset.categoryKey, policy }, price, due: null, overdue: false, successors: [], own: asset.quantity,
      life: chained(policy), starts, leaves: null,
    };
  }
  const fate = rules.decided(asset, 'keep', 'retire', 'pass_down')?.action;
  if (fate === 'keep') return 'kept';
  const due = rules.dueOf(asset, policy);
  if (due === null) return policy.binding.length === 0 ? 'run_to_fail' : policy.binding.includes('policy_life') ? 'no_purchase_date' : 'no_cover_date';
  const itsOwn = named === undefined ? [] : plan.policies.filter((each) => each.assetId === null && each.modelId === named.id).sort((a, b) => b.id - a.id);
  const next = { category: named?.categoryKey ?? asset.categoryKey, policy: itsOwn[0] ?? policy };
  const successors = rules.successorsOf(asset);
  const own = asset.quantity - successors.reduce((sum, order) => sum + order.quantity, 0);
  const overdue = rules.isOverdue(due.day);
  const day = overdue ? rules.asOf : due.day;
  const leaves = fate === 'retire' ? day : null;
  return { asset, policy, next, price, due, overdue, successors, own, life: chained(next.policy), starts: leaves === null ? [{ day, quantity: own }] : [], leaves };
}

/** Everything bought or fitted for a row until a year after the plan, one after another, chain by chain. */
export function boughtFor(rules: Rules, row: Row): Bought[][] {
  const own = ownUpgrade(rules, row);
  return [...own === null ? [] : [[own]], ...row.starts.map((start) => chain(rules, row, start))];
}

function upgradeCost(rules: Rules, { upgrade, priceDate }: RefreshPolicy): Money {
  return upgrade === null || upgrade.unitPence === null ? null : rules.money(upgrade.unitPence, upgrade.priceDate ?? priceDate);
}

function chain(rules: Rules, row: Row, start: Start): Bought[] {
  const { asset, policy, next, price, due, life, overdue } = row;
  const at = (n: number): number => monthsOn(start.day, n * (life ?? 0));
  const purchase = (n: number): number => {
    if (n > 0) return rules.placed(next.policy, at(n), at(n - 1));
    return due === null || overdue || due.factor === 'manual' ? start.day : rules.placed(policy, start.day, rules.asOf);
  };
  const agreed: Money = asset.unitPaidPence === null || asset.unitPaidPence <= 0 ? rules.replacementPrice(asset, policy)
    : isPrice(asset.unitPaidPence) ? { pence: BigInt(asset.unitPaidPence), day: rules.asOf, flat: true } : null;
  const made: Bought[] = [];
  for (let n = 0; at(n) <= monthsOn(rules.lastDay, 12); n++) {
    const first = n === 0 ? { factor: due?.factor ?? 'none', due: due?.day ?? at(0), cost: due === null ? agreed : price } : { factor: 'policy_life', due: at(n), cost: price };
    made.push({ kind: 'replace', day: purchase(n), quantity: start.quantity, n, chain: start.day, ...first });
    if (life === null) break;
    const { upgrade } = next.policy;
    if (upgrade === null || upgrade.atMonths >= life) continue;
    const fitted = monthsOn(start.day, n * life + upgrade.atMonths);
    const day = rules.placed(next.policy, fitted, purchase(n));
    if (!sameOrLaterMonth(day, purchase(n + 1))) {
      made.push({ kind: 'upgrade', day, due: fitted, quantity: start.quantity, n: n + 1, cost: upgradeCost(rules, next.policy), factor: 'none', chain: start.day });
    }
  }
  return made;
}

/** The upgrade of what is there today, if that comes before its replacement. */
function ownUpgrade(rules: Rules, row: Row): Bought | null {
  const { asset, policy, due, successors, own } = row;
  const since = service(asset, rules.asOf);
  if (policy.upgrade === null || since === null || due === null || asset.upgradeDoneOn !== null) return null;
  const fitted = monthsOn(since, policy.upgrade.atMonths);
  if (rules.isOverdue(fitted) || sameOrLaterMonth(fitted, due.day)) return null;
  const day = rules.placed(policy, fitted, sameOrLaterMonth(since, rules.asOf) ? since : rules.asOf);
  const [first] = row.starts;
  const replaced = first === undefined || first.quantity === 0 || row.overdue || due.factor === 'manual' ? due.day : rules.placed(policy, first.day, rules.asOf);
  if (sameOrLaterMonth(day, replaced)) return null;
  const there = own + successors.reduce((sum, order) => (sameOrLaterMonth(fitted, order.day) ? sum : sum + order.quantity), 0);
  return { kind: 'upgrade', day, due: fitted, quantity: there, n: 0, cost: upgradeCost(rules, policy), factor: 'none', chain: null };
}

/** Items that leave, and what one of them cost: pence, or the price of a day. */
export type Left = { readonly day: number; readonly quantity: number; readonly n: number; readonly paid: bigint | null; readonly chain: number | null };

export function leftOf(rules: Rules, row: Row, chains: readonly (readonly Bought[])[]): Left[] {
  const { asset, next, successors, due } = row;
  const paid = asset.unitPaidPence !== null && isPrice(asset.unitPaidPence) ? BigInt(asset.unitPaidPence) : null;
  const fate = rules.decided(asset, 'keep', 'retire', 'pass_down');
  const gone = (day: number): number | null => {
    if (due === null || fate?.action !== 'pass_down') return day;
    const { nextMonths } = fate;
    return nextMonths === null || nextMonths < 1 || nextMonths > 600 ? null : monthsOn(day, nextMonths);
  };
  const today = (day: number | null, quantity: number, chain: number | null): Left[] =>
    (day === null || quantity === 0 ? [] : [{ day, quantity, n: 0, paid, chain }]);
  return [
    ...successors.flatMap((order) => today(gone(order.day), order.quantity, null)), ...today(row.leaves, row.own, null),
    ...chains.flatMap((made) => {
      const purchases = made.filter((each) => each.kind === 'replace');
      return purchases.flatMap(({ day, quantity, n, chain }) => {
        if (n === 0) return due === null ? [] : today(gone(day), quantity, chain);
        const last = purchases[n - 1];
        return last === undefined ? [] : [{ day, quantity, n, chain, paid: rules.priced(last.cost, last.day, rules.rate(next.category)) }];
      });
    }),
  ];
}
