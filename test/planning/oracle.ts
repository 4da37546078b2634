import type { PlannedNeed } from '../../planning/scenarios/action.ts';
import type { Asset, PlanSnapshot, RecurringCost } from '../../planning/snapshot.ts';
import { actualsTold } from './oracle-actuals.ts';
import { chargeOn, usedUp } from './oracle-costs.ts';
import { dayAt, firstDayOf, firstOfMonth, half, iso, monthsOn, real, sameOrLaterMonth, yearOf } from './oracle-days.ts';
import { boughtFor, isInService, leftOf, rowsOf, type Row } from './oracle-kit.ts';
import { lossRate } from './oracle-record.ts';
import { isOnTheWay, isPrice, rulesOf, service, supportOf, type Money, type OracleOptions, type Rules } from './oracle-rules.ts';

/*
 * The forecast once more, by brute force and from nothing of the engine's: days are counted one by one, money is
 * BigInt fractions rounded by hand, nothing is indexed or chained cleverly. Slow and plain on purpose: where it
 * and the engine disagree, one of them has misread the rules.
 */

export type OracleResult = {
  readonly totalPence: bigint[];
  readonly alreadyPence: bigint[];
  readonly standStillPence: bigint[];
  /** `kind/category/cost category/group` by year. */
  readonly cells: Map<string, bigint[]>;
  /** Items and pence by `category/department/location/cost category/fund/year/kind`. */
  readonly leaves: Map<string, { quantity: bigint; pence: bigint }>;
  readonly quantityByCategory: Map<string, bigint[]>;
  /** Every event but losses in a short form, sorted. */
  readonly events: string[];
  readonly notInForecast: Map<string, number>;
  readonly noPrice: Map<string, number>;
  overdueQuantity: number;
};

/** Items at risk of loss from one day until another. */
type Risk = { readonly category: string; readonly quantity: number; readonly bp: number; readonly from: number; readonly until: number; readonly price: Money; readonly pricedAs: string };
type Sums = { readonly plan: PlanSnapshot; readonly rules: Rules; readonly years: number; readonly result: OracleResult; readonly risks: Risk[] };

const zeros = (years: number): bigint[] => Array.from({ length: years }, () => 0n);
const count = (map: Map<string, number>, key: string, by: number): void => { map.set(key, (map.get(key) ?? 0) + by); };
const raise = (row: bigint[], year: number, by: bigint): void => { row[year] = (row[year] ?? 0n) + by; };
const plus = (sums: Sums, map: Map<string, bigint[]>, key: string, year: number, amount: bigint): void => {
  const row = map.get(key) ?? zeros(sums.years);
  raise(row, year, amount);
  map.set(key, row);
};
/** Where an amount belongs: what has no department, place or fund has none. */
type Leaf = { readonly kind: string; readonly category: string; readonly cost: string; readonly fund: string | null; readonly asset?: Asset };
function addLeaf({ result }: Sums, { kind, category, cost, fund, asset }: Leaf, index: number, quantity: number, pence: bigint): void {
  const key = [category, asset?.departmentId, asset?.locationId, cost, fund, index, kind].join('/');
  const leaf = result.leaves.get(key) ?? { quantity: 0n, pence: 0n };
  result.leaves.set(key, { quantity: leaf.quantity + BigInt(quantity), pence: leaf.pence + pence });
}
const costOf = (plan: PlanSnapshot, categoryKey: string): string => costAndGroup(plan, categoryKey).split('/')[0] ?? '';
const costAndGroup = (plan: PlanSnapshot, categoryKey: string): string => {
  const category = plan.categories.find((each) => each.key === categoryKey);
  return `${category?.costCategory ?? 'other_hardware'}/${category?.chartGroup ?? 'devices'}`;
};

export function oracle(plan: PlanSnapshot, options: OracleOptions): OracleResult {
  const { years } = options;
  const result: OracleResult = {
    totalPence: zeros(years), alreadyPence: zeros(years), standStillPence: zeros(years), cells: new Map(), leaves: new Map(),
    quantityByCategory: new Map(), events: [], notInForecast: new Map(), noPrice: new Map(), overdueQuantity: 0,
  };
  const sums: Sums = { plan, rules: rulesOf(plan, options), years, result, risks: [] };
  const rows = rowsOf(plan, sums.rules);
  plan.assets.forEach((asset, index) => addAsset(sums, asset, rows[index] ?? 'none'));
  for (const need of plan.needs) addNeed(sums, need);
  for (const cost of plan.recurring) addCost(sums, cost, 'recurring');
  for (const { cost, bought } of usedUp(plan, rulesOf(plan, options))) addUsedUp(sums, cost, bought);
  for (const { day, pence } of actualsTold(plan, sums.rules)) {
    const index = sums.rules.shownIn(day);
    if (index !== null) raise(result.alreadyPence, index, pence);
  }
  for (const category of new Set(sums.risks.map((risk) => risk.category))) addLosses(sums, category);
  result.events.sort();
  return result;
}

function addAsset(sums: Sums, asset: Asset, row: Row | string): void {
  addPurchase(sums, asset);
  const unpriced: Unpriced[] = [];
  const line = lineAdder(sums, asset, unpriced);
  if (typeof row === 'string') count(sums.result.notInForecast, row, asset.quantity);
  else addRow(sums, row, line);
  if (isInService(asset)) addExtensions(sums, asset, line);
  const chains = typeof row === 'string' || row.starts.length === 0 ? [null] : row.starts.map(({ day }) => day);
  for (const category of new Set(unpriced.map((each) => each.category))) {
    // What concerns the whole row concerns each of its chains.
    const most = chains.map((chain) => Math.max(0, ...unpriced.filter((each) => each.category === category && (each.chain ?? chain) === chain).map((each) => each.quantity)));
    count(sums.result.noPrice, category, Math.min(most.length > 1 ? asset.quantity : Infinity, most.reduce((sum, quantity) => sum + quantity, 0)));
  }
}

function addPurchase({ rules, result }: Sums, asset: Asset): void {
  const bought = real(asset.purchaseDate);
  if (bought === null || isOnTheWay(asset) || bought > rules.asOf || asset.unitPaidPence === null || !isPrice(asset.unitPaidPence) || rules.isTold(bought)) return;
  const index = rules.shownIn(bought);
  if (index !== null) raise(result.alreadyPence, index, BigInt(asset.unitPaidPence) * BigInt(asset.quantity));
}

/** Everything a row will need, what leaves, what it costs to stand still, what may be lost. */
function addRow({ plan, rules, years, result, risks }: Sums, row: Row, line: AddLine): void {
  const { asset, policy, next, price, due, overdue, own, life, leaves, successors } = row;
  if (overdue) result.overdueQuantity += asset.quantity;
  const chains = boughtFor(rules, row);
  for (const { kind, day, quantity, n, cost, factor, due: dueDay, chain } of chains.flat()) {
    const category = kind === 'upgrade' && n === 0 ? asset.categoryKey : next.category;
    line({ kind, fund: (n === 0 ? policy : next.policy).fundKey, chain, day, quantity, n, category, factor, dueDay, late: overdue && kind === 'replace' && n === 0, unit: rules.priced(cost, day, rules.rate(category)) });
  }
  for (const { day, quantity, n, paid, chain } of leftOf(rules, row, chains)) {
    const of = n === 0 ? policy : next.policy;
    const category = n === 0 ? asset.categoryKey : next.category;
    const then = (pence: number): bigint | null => rules.priced(rules.money(pence, of.priceDate), day, rules.rate(category));
    const event = { kind: 'disposal', fund: of.fundKey, chain, day, quantity, n, category, factor: 'none', dueDay: day, late: false };
    if ((of.disposalPence ?? 0) !== 0 && isPrice(of.disposalPence ?? 0)) line({ ...event, unit: then(of.disposalPence ?? 0) });
    if ((of.tradeInPence ?? 0) === 0 || !isPrice(of.tradeInPence ?? 0) || paid === null || paid === 0n) continue;
    const income = then(of.tradeInPence ?? 0);
    line({ ...event, unit: income === null ? null : income < paid ? -income : -paid });
  }
  for (let index = 0; index < years; index++) {
    let months = 0n;
    for (let k = 0; k < 12; k++) {
      if (leaves === null || !sameOrLaterMonth(monthsOn(firstDayOf(rules.firstYear + index, rules.view), k), leaves)) months += 1n;
    }
    const unit = rules.priced(price, firstDayOf(rules.firstYear + index, rules.view), rules.rate(next.category));
    if (unit !== null && life !== null) raise(result.standStillPence, index, BigInt(own) * half(unit * months, BigInt(life)));
  }
  const bp = lossRate(plan, rules.asOf, asset, policy);
  const risk = (quantity: number, until: number): Risk =>
    ({ category: asset.categoryKey, quantity, bp, from: due === null ? rules.delivery(asset) : service(asset, rules.asOf) ?? rules.asOf, until, price, pricedAs: next.category });
  risks.push(risk(own, leaves ?? rules.lastDay + 1), ...successors.map((order) => risk(order.quantity, order.day)));
}

/** A year of cover or support after another, from the end of what there is. */
function addExtensions({ rules }: Sums, asset: Asset, line: AddLine): void {
  for (const kind of ['extend_cover', 'extend_support'] as const) {
    const action = rules.decided(asset, kind);
    const support = rules.supportEnd(asset, rules.policyOf(asset));
    const from = kind === 'extend_cover' ? real(asset.coverEnd) : support;
    if (action === undefined || from === null) continue;
    const maker = supportOf(asset, rules.modelOf(asset));
    const factor = kind === 'extend_cover' ? 'warranty_end' : maker === from ? 'vendor_support_end' : 'os_end';
    for (let n = 0; n < (action.years ?? 0); n++) {
      const day = monthsOn(from, 12 * n);
      const unit = action.yearlyPence === null ? null : rules.priced(rules.money(action.yearlyPence, action.priceDate), day, rules.rate(asset.categoryKey));
      line({ kind: 'extend', fund: rules.policyOf(asset).fundKey, chain: null, day, quantity: asset.quantity, n, category: asset.categoryKey, factor, dueDay: day, late: false, unit });
    }
  }
}

/** Items of a line without a price; of one of the row's chains, or of the whole row. */
type Unpriced = { readonly category: string; readonly quantity: number; readonly chain: number | null };
type Line = {
  readonly kind: string; readonly fund: string | null; readonly chain: number | null; readonly day: number; readonly quantity: number; readonly n: number; readonly category: string;
  readonly factor: string; readonly dueDay: number; readonly late: boolean; readonly unit: bigint | null;
};
type AddLine = (line: Line) => void;

function lineAdder(sums: Sums, asset: Asset, unpriced: Unpriced[]): AddLine {
  const { plan, rules, result } = sums;
  return ({ kind, fund, chain, day, quantity, n, category, factor, dueDay, late, unit }) => {
    const index = rules.shownIn(day);
    if (index === null || quantity === 0 || rules.isOverdue(day)) return;
    if (unit === null) unpriced.push({ category, quantity, chain });
    const pence = (unit ?? 0n) * BigInt(quantity);
    raise(result.totalPence, index, pence);
    plus(sums, result.cells, `${kind}/${category}/${costAndGroup(plan, category)}`, index, pence);
    addLeaf(sums, { kind, category, cost: costOf(plan, category), fund, asset }, index, quantity, pence);
    if (kind === 'replace') plus(sums, result.quantityByCategory, category, index, BigInt(quantity));
    result.events.push([index, kind, iso(dayAt(day)), asset.id, quantity, unit, factor, iso(dayAt(dueDay)), late, n].join(' '));
  };
}

/** A need is bought on its day, or today where that has gone by; its yearly cost begins with it. */
function addNeed(sums: Sums, need: PlannedNeed): void {
  const { plan, rules, years, result } = sums;
  const on = real(need.on);
  const until = real(need.until);
  if (!need.included || on === null) return;
  const day = rules.isOverdue(on) ? rules.asOf : on;
  if (until !== null && day > until) return;
  const { riseBp } = need;
  const bp = riseBp === null ? rules.rate(need.categoryKey) : () => riseBp;
  const add = (at: number, quantity: number, unit: bigint | null, n: number, group: string): void => {
    const index = rules.shownIn(at);
    if (index === null || rules.isOverdue(at)) return;
    if (unit === null) count(result.noPrice, need.categoryKey, quantity);
    raise(result.totalPence, index, (unit ?? 0n) * BigInt(quantity));
    plus(sums, result.cells, `need/${need.categoryKey}/${need.costCategory}/${group}`, index, (unit ?? 0n) * BigInt(quantity));
    addLeaf(sums, { kind: 'need', category: need.categoryKey, cost: need.costCategory, fund: need.fundKey }, index, quantity, (unit ?? 0n) * BigInt(quantity));
    result.events.push([index, 'need', iso(dayAt(at)), need.id, quantity, unit, 'none', iso(dayAt(at)), false, n].join(' '));
  };
  const group = plan.categories.find((each) => each.key === need.categoryKey)?.chartGroup ?? 'devices';
  add(day, need.quantity, rules.priced(need.unitPence === null ? null : rules.money(need.unitPence, need.priceDate), day, bp), 0, group);
  for (let index = 0; index < years && need.yearlyPence !== 0; index++) {
    const twelfth = (month: number): bigint | null => {
      const yearly = rules.priced(rules.money(need.yearlyPence, need.priceDate), month, bp);
      let place = 1n;
      for (let at = month; dayAt(at).m !== rules.school; at = monthsOn(at, -1)) place += 1n;
      return yearly === null ? null : half(yearly * place, 12n) - half(yearly * (place - 1n), 12n);
    };
    const charged = Array.from({ length: 12 }, (_, k) => monthsOn(firstDayOf(rules.firstYear + index, rules.view), k)).filter((month) => sameOrLaterMonth(month, day) && (until === null || sameOrLaterMonth(until, month)));
    const [first] = charged;
    if (first === undefined) continue;
    const pence = charged.map(twelfth).reduce<bigint | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0n);
    add(firstOfMonth(day) === first ? day : first, 1, pence, 1, 'running');
  }
}

/** Consumables are charged like a running cost from this month on; what the months before it cost is what was bought. */
function addUsedUp(sums: Sums, cost: RecurringCost, bought: readonly { readonly day: number; readonly pence: bigint }[]): void {
  const { rules, result } = sums;
  addCost(sums, cost, 'consumable');
  for (const { day, pence } of bought) {
    const index = rules.shownIn(day);
    if (index !== null && rules.isOverdue(day) && !rules.isTold(day)) raise(result.alreadyPence, index, pence);
  }
}

function addCost(sums: Sums, cost: RecurringCost, kind: 'recurring' | 'consumable'): void {
  const { rules, years, result } = sums;
  let unpriced = false;
  for (let index = 0; index < years; index++) {
    // A stretch with a month that cannot be worked out is unknown as a whole: the months gone, those told of, or those to come.
    let pence: bigint | null = 0n;
    let gone: bigint | null = 0n;
    let told: bigint | null = 0n;
    let first: number | null = null;
    for (let k = 0; k < 12; k++) {
      const day = monthsOn(firstDayOf(rules.firstYear + index, rules.view), k);
      const charge = chargeOn(sums.plan, rules, cost, day);
      if (charge === null) continue;
      if (rules.isTold(charge.day)) told = told === null || charge.pence === null ? null : told + charge.pence;
      else if (sameOrLaterMonth(day, rules.asOf)) {
        first ??= Math.max(charge.day, rules.asOf);
        pence = pence === null || charge.pence === null ? null : pence + charge.pence;
      } else gone = gone === null || charge.pence === null ? null : gone + charge.pence;
    }
    if (kind === 'recurring') raise(result.alreadyPence, index, gone ?? 0n);
    raise(result.standStillPence, index, (gone ?? 0n) + (told ?? 0n) + (pence ?? 0n));
    if (first === null) continue;
    if (pence === null) unpriced = true;
    raise(result.totalPence, index, pence ?? 0n);
    plus(sums, result.cells, `${kind}/${cost.categoryKey}/${cost.costCategory}/running`, index, pence ?? 0n);
    addLeaf(sums, { kind, category: cost.categoryKey, cost: cost.costCategory, fund: null }, index, 1, pence ?? 0n);
    result.events.push([index, kind, iso(dayAt(first)), kind === 'recurring' ? cost.id : null, 1, pence, 'none', iso(dayAt(first)), false, 0].join(' '));
  }
  if (unpriced) count(result.noPrice, cost.categoryKey, 1);
}

/** Month by month; the running total is made whole, and a stretch's losses are the steps of it. */
function addLosses(sums: Sums, categoryKey: string): void {
  const { plan, rules, risks, result } = sums;
  const here = risks.filter((risk) => risk.category === categoryKey && risk.bp > 0);
  let expected = 0n;
  let whole = 0n;
  let stretch: { index: number; priceYear: number; items: bigint; weights: bigint; weighted: bigint } | null = null;
  const close = (): void => {
    if (stretch === null || stretch.items === 0n) return;
    const unit = stretch.weights === 0n ? null : half(stretch.weighted, stretch.weights);
    raise(result.totalPence, stretch.index, (unit ?? 0n) * stretch.items);
    plus(sums, result.cells, `loss/${categoryKey}/${costAndGroup(plan, categoryKey)}`, stretch.index, (unit ?? 0n) * stretch.items);
    addLeaf(sums, { kind: 'loss', category: categoryKey, cost: costOf(plan, categoryKey), fund: null }, stretch.index, Number(stretch.items), (unit ?? 0n) * stretch.items);
    if (unit === null) count(result.noPrice, categoryKey, Number(stretch.items));
  };
  for (let month = firstOfMonth(rules.asOf); month <= rules.lastDay; month = monthsOn(month, 1)) {
    const index = rules.shownIn(month);
    const priceYear = yearOf(month, rules.school);
    if (stretch === null || stretch.index !== index || stretch.priceYear !== priceYear) {
      close();
      stretch = index === null ? null : { index, priceYear, items: 0n, weights: 0n, weighted: 0n };
    }
    for (const risk of here) {
      if (!sameOrLaterMonth(month, risk.from) || sameOrLaterMonth(month, risk.until)) continue;
      const weight = BigInt(risk.quantity) * BigInt(risk.bp);
      expected += weight;
      const unit = rules.priced(risk.price, month, rules.rate(risk.pricedAs));
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
