import type { Asset, PlanSnapshot, RecurringCost, RefreshPolicy } from '../../planning/snapshot.ts';
import { chargeOn } from './oracle-costs.ts';
import { dayAt, firstDayOf, firstOfMonth, half, iso, monthsOn, real, sameOrLaterMonth, yearOf } from './oracle-days.ts';
import { lossRate } from './oracle-record.ts';
import { isOnTheWay, isPrice, rulesOf, service, type DueDay, type Money, type OracleOptions, type Rules } from './oracle-rules.ts';

/*
 * The forecast once more, by brute force and from nothing of the engine's: days are counted one by one, money is
 * BigInt fractions rounded by hand, nothing is indexed or chained cleverly. Slow and plain on purpose: where it
 * and the engine disagree, one of them has misread the rules.
 */

export type OracleResult = {
  readonly totalPence: bigint[];
  readonly alreadyPence: bigint[];
  readonly standStillPence: bigint[];
  /** `kind/category/code/group` by year. */
  readonly cells: Map<string, bigint[]>;
  readonly quantityByCategory: Map<string, bigint[]>;
  /** Every event but losses in a short form, sorted. */
  readonly events: string[];
  readonly notInForecast: Map<string, number>;
  readonly noPrice: Map<string, number>;
  overdueQuantity: number;
};

/** Items at risk of loss from one day until another. */
type Risk = { readonly category: string; readonly quantity: number; readonly bp: number; readonly from: number; readonly until: number; readonly price: Money };
type Sums = { readonly plan: PlanSnapshot; readonly rules: Rules; readonly years: number; readonly result: OracleResult; readonly risks: Risk[] };

const CODE: Record<string, string> = {
  connectivity: 'E20A', onsite_servers: 'E20B', it_learning_resources: 'E20C', admin_software: 'E20D',
  laptops_desktops_tablets: 'E20E', other_hardware: 'E20F', it_support: 'E20G',
};
const IN_SERVICE = ['in_stock', 'in_use', 'on_loan', 'in_repair', 'spare', 'cascaded'];

const zeros = (years: number): bigint[] => Array.from({ length: years }, () => 0n);
const count = (map: Map<string, number>, key: string, by: number): void => { map.set(key, (map.get(key) ?? 0) + by); };
const raise = (row: bigint[], year: number, by: bigint): void => { row[year] = (row[year] ?? 0n) + by; };
const plus = (sums: Sums, map: Map<string, bigint[]>, key: string, year: number, amount: bigint): void => {
  const row = map.get(key) ?? zeros(sums.years);
  raise(row, year, amount);
  map.set(key, row);
};
const codeOf = (plan: PlanSnapshot, categoryKey: string): string => {
  const category = plan.categories.find((each) => each.key === categoryKey);
  return `${CODE[category?.costCategory ?? 'other_hardware']}/${category?.chartGroup ?? 'devices'}`;
};

export function oracle(plan: PlanSnapshot, options: OracleOptions): OracleResult {
  const { years } = options;
  const result: OracleResult = {
    totalPence: zeros(years), alreadyPence: zeros(years), standStillPence: zeros(years), cells: new Map(),
    quantityByCategory: new Map(), events: [], notInForecast: new Map(), noPrice: new Map(), overdueQuantity: 0,
  };
  const sums: Sums = { plan, rules: rulesOf(plan, options), years, result, risks: [] };
  for (const asset of plan.assets) addAsset(sums, asset);
  for (const cost of plan.recurring) addCost(sums, cost);
  for (const category of new Set(sums.risks.map((risk) => risk.category))) addLosses(sums, category);
  result.events.sort();
  return result;
}

function addAsset(sums: Sums, asset: Asset): void {
  const { rules, result } = sums;
  addPurchase(sums, asset);
  const out = (reason: string): void => count(result.notInForecast, reason, asset.quantity);
  if (!isOnTheWay(asset) && !IN_SERVICE.includes(asset.status)) return out(`status_${asset.status}`);
  const policy = rules.policyOf(asset);
  if (isOnTheWay(asset)) return addChain(sums, asset, policy, null);
  const due = rules.dueOf(asset, policy);
  if (due !== null) return addChain(sums, asset, policy, due);
  return out(policy.binding.length === 0 ? 'run_to_fail' : policy.binding.includes('policy_life') ? 'no_purchase_date' : 'no_cover_date');
}

function addPurchase({ rules, result }: Sums, asset: Asset): void {
  const bought = real(asset.purchaseDate);
  if (bought === null || isOnTheWay(asset) || bought > rules.asOf || asset.unitPaidPence === null || !isPrice(asset.unitPaidPence)) return;
  const index = rules.shownIn(bought);
  if (index !== null) raise(result.alreadyPence, index, BigInt(asset.unitPaidPence) * BigInt(asset.quantity));
}

/** Everything a row will need, one event after another until the plan ends. */
function addChain(sums: Sums, asset: Asset, policy: RefreshPolicy, due: DueDay | null): void {
  const { rules, result, risks } = sums;
  const chained = policy.binding.length > 0;
  const life = policy.lifeMonths;
  const price = rules.replacementPrice(asset, policy);
  const successors = due === null ? [] : rules.successorsOf(asset);
  const own = asset.quantity - successors.reduce((sum, order) => sum + order.quantity, 0);
  const overdue = due !== null && rules.isOverdue(due.day);
  if (overdue) result.overdueQuantity += asset.quantity;
  const first = due === null ? rules.delivery(asset) : overdue ? rules.asOf : due.day;
  const event = eventAdder(sums, asset, overdue);
  const { upgrade } = policy;
  const upgradePrice = upgrade === null || upgrade.unitPence === null ? null : rules.money(upgrade.unitPence, upgrade.priceDate ?? policy.priceDate);
  const since = service(asset);
  if (upgrade !== null && since !== null && due !== null && asset.upgradeDoneOn === null) {
    const day = monthsOn(since, upgrade.atMonths);
    const there = own + successors.reduce((sum, order) => (sameOrLaterMonth(day, order.day) ? sum : sum + order.quantity), 0);
    if (!sameOrLaterMonth(day, due.day)) event('upgrade', day, there, 0, upgradePrice, 'none', day);
  }
  const agreed: Money = asset.unitPaidPence === null || asset.unitPaidPence <= 0 ? price
    : isPrice(asset.unitPaidPence) ? { pence: BigInt(asset.unitPaidPence), day: rules.asOf, flat: true } : null;
  for (let n = 0; ; n++) {
    const day = monthsOn(first, n * life);
    if (day > rules.lastDay) break;
    if (n > 0) event('replace', day, own, n, price, 'policy_life', day);
    else if (due === null) event('replace', day, own, n, agreed, 'none', day);
    else event('replace', day, own, n, price, due.factor, due.day);
    if (!chained) break;
    const later = upgrade !== null && upgrade.atMonths < life ? monthsOn(first, n * life + upgrade.atMonths) : null;
    if (later !== null) event('upgrade', later, own, n + 1, upgradePrice, 'none', later);
  }
  addStandStill(sums, asset, own, price, chained ? life : null);
  const bp = lossRate(sums.plan, rules.asOf, asset, policy);
  const risk = (quantity: number, until: number): Risk =>
    ({ category: asset.categoryKey, quantity, bp, from: due === null ? first : since ?? rules.asOf, until, price });
  risks.push(risk(own, rules.lastDay + 1), ...successors.map((order) => risk(order.quantity, order.day)));
}

type AddEvent = (kind: string, day: number, quantity: number, n: number, cost: Money, factor: string, dueDay: number) => void;

function eventAdder(sums: Sums, asset: Asset, overdue: boolean): AddEvent {
  const { plan, rules, result } = sums;
  let unpriced = 0;
  return (kind, day, quantity, n, cost, factor, dueDay) => {
    const index = rules.shownIn(day);
    if (index === null || quantity === 0 || rules.isOverdue(day)) return;
    const unit = rules.priced(cost, day, rules.rate(asset.categoryKey));
    if (unit === null && quantity > unpriced) {
      count(result.noPrice, asset.categoryKey, quantity - unpriced);
      unpriced = quantity;
    }
    const pence = (unit ?? 0n) * BigInt(quantity);
    raise(result.totalPence, index, pence);
    plus(sums, result.cells, `${kind}/${asset.categoryKey}/${codeOf(plan, asset.categoryKey)}`, index, pence);
    if (kind === 'replace') plus(sums, result.quantityByCategory, asset.categoryKey, index, BigInt(quantity));
    const late = kind === 'replace' && n === 0 && overdue;
    result.events.push([index, kind, iso(dayAt(day)), asset.id, quantity, unit, factor, iso(dayAt(dueDay)), late, n].join(' '));
  };
}

function addStandStill({ rules, years, result }: Sums, asset: Asset, own: number, price: Money, life: number | null): void {
  if (life === null) return;
  for (let index = 0; index < years; index++) {
    const unit = rules.priced(price, firstDayOf(rules.firstYear + index, rules.view), rules.rate(asset.categoryKey));
    if (unit !== null) raise(result.standStillPence, index, BigInt(own) * half(unit * 12n, BigInt(life)));
  }
}

function addCost(sums: Sums, cost: RecurringCost): void {
  const { rules, years, result } = sums;
  let unpriced = false;
  for (let index = 0; index < years; index++) {
    // A stretch with a month that cannot be worked out is unknown as a whole: the months gone, or those to come.
    let pence: bigint | null = 0n;
    let gone: bigint | null = 0n;
    let first: number | null = null;
    for (let k = 0; k < 12; k++) {
      const day = monthsOn(firstDayOf(rules.firstYear + index, rules.view), k);
      const charge = chargeOn(sums.plan, rules, cost, day);
      if (charge === null) continue;
      if (sameOrLaterMonth(day, rules.asOf)) {
        first ??= Math.max(charge.day, rules.asOf);
        pence = pence === null || charge.pence === null ? null : pence + charge.pence;
      } else gone = gone === null || charge.pence === null ? null : gone + charge.pence;
    }
    raise(result.alreadyPence, index, gone ?? 0n);
    raise(result.standStillPence, index, (gone ?? 0n) + (pence ?? 0n));
    if (first === null) continue;
    if (pence === null) unpriced = true;
    raise(result.totalPence, index, pence ?? 0n);
    plus(sums, result.cells, `recurring/${cost.categoryKey}/${CODE[cost.costCategory]}/running`, index, pence ?? 0n);
    result.events.push([index, 'recurring', iso(dayAt(first)), cost.id, 1, pence, 'none', iso(dayAt(first)), false, 0].join(' '));
  }
  if (unpriced) count(result.noPrice, cost.categoryKey, 1);
}

/** Month by month; the running total is made whole, and a stretch's losses are the steps of it. */
function addLosses(sums: Sums, categoryKey: string): void {
  const { plan, rules, risks, result } = sums;
  let expected = 0n;
  let whole = 0n;
  let stretch: { index: number; priceYear: number; items: bigint; weights: bigint; weighted: bigint } | null = null;
  const close = (): void => {
    if (stretch === null || stretch.items === 0n) return;
    const unit = stretch.weights === 0n ? null : half(stretch.weighted, stretch.weights);
    raise(result.totalPence, stretch.index, (unit ?? 0n) * stretch.items);
    plus(sums, result.cells, `loss/${categoryKey}/${codeOf(plan, categoryKey)}`, stretch.index, (unit ?? 0n) * stretch.items);
    if (unit === null) count(result.noPrice, categoryKey, Number(stretch.items));
  };
  for (let month = firstOfMonth(rules.asOf); month <= rules.lastDay; month = monthsOn(month, 1)) {
    const index = rules.shownIn(month);
    const priceYear = yearOf(month, rules.school);
    if (stretch === null || stretch.index !== index || stretch.priceYear !== priceYear) {
      close();
      stretch = index === null ? null : { index, priceYear, items: 0n, weights: 0n, weighted: 0n };
    }
    for (const risk of risks) {
      if (risk.category !== categoryKey || !sameOrLaterMonth(month, risk.from) || sameOrLaterMonth(month, risk.until)) continue;
      const weight = BigInt(risk.quantity) * BigInt(risk.bp);
      expected += weight;
      const unit = rules.priced(risk.price, month, rules.rate(categoryKey));
      if (stretch === null || unit === null) continue;
      stretch.weights += weight;
      stretch.weighted += weight * unit;
    }
    const now = half(expected, 120_000n);
    if (stretch !== null) stretch.items += now - whole;
    whole = now;
  }
  close();
}
