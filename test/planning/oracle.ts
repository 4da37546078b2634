import type { Asset, PlanSnapshot, RecurringCost, RefreshPolicy } from '../../planning/snapshot.ts';

/*
 * The forecast once more, by brute force and from nothing of the engine's: days are counted one by one, money is
 * BigInt fractions rounded by hand, nothing is indexed or chained cleverly. Slow and plain on purpose: where it
 * and the engine disagree, one of them has misread the rules.
 */

type Day = { readonly y: number; readonly m: number; readonly d: number };

/** Every day of 1890 to 2320, counted one by one. */
const DAYS: Day[] = [];
const NUMBER = new Map<string, number>();
const iso = ({ y, m, d }: Day): string => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
for (let y = 1890; y <= 2320; y++) {
  for (let m = 1; m <= 12; m++) {
    const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
    const last = m === 2 ? (leap ? 29 : 28) : m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31;
    for (let d = 1; d <= last; d++) {
      NUMBER.set(iso({ y, m, d }), DAYS.length);
      DAYS.push({ y, m, d });
    }
  }
}
const dayNumber = (date: string): number => NUMBER.get(date) ?? -1;
const dayAt = (number: number): Day => DAYS[number] as Day;

/** A day of the years 1900 to 2199, or null: anything else is not known. */
const real = (date: string | null): number | null => {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const found = dayNumber(date);
  const year = Number(date.slice(0, 4));
  return found < 0 || year < 1900 || year > 2199 ? null : found;
};

/** n months on: turn the pages of the calendar one month at a time, then go back to a day that exists. */
function monthsOn(start: number, n: number): number {
  let { y, m } = dayAt(start);
  for (let i = 0; i < Math.abs(n); i++) {
    m += n < 0 ? -1 : 1;
    if (m === 13) { m = 1; y += 1; }
    if (m === 0) { m = 12; y -= 1; }
  }
  for (let d = dayAt(start).d; ; d--) {
    const found = NUMBER.get(iso({ y, m, d }));
    if (found !== undefined) return found;
  }
}

const sameOrLaterMonth = (a: number, b: number): boolean => {
  const [one, other] = [dayAt(a), dayAt(b)];
  return one.y > other.y || (one.y === other.y && one.m >= other.m);
};

/** The financial year of a day: walk back to the first day of a year. */
function yearOf(day: number, startMonth: number): number {
  let at = day;
  while (!(dayAt(at).m === startMonth && dayAt(at).d === 1)) at -= 1;
  return dayAt(at).y;
}

/** Half up, for a fraction n ÷ d of whole numbers. */
const half = (n: bigint, d: bigint): bigint => {
  const twice = 2n * n + d;
  const by = 2n * d;
  return twice >= 0n ? twice / by : -((-twice + by - 1n) / by);
};

export type OracleOptions = { readonly asOf: string; readonly years: number; readonly yearStartMonth?: number; readonly firstYear?: number };

export type OracleResult = {
  readonly totalPence: bigint[];
  readonly alreadyPence: bigint[];
  readonly standStillPence: bigint[];
  /** `kind/category/code/group` by year. */
  readonly cells: Map<string, bigint[]>;
  readonly quantityByCategory: Map<string, bigint[]>;
  /** Every event in a short form, sorted. */
  readonly events: string[];
  readonly notInForecast: Map<string, number>;
  readonly noPrice: Map<string, number>;
  readonly overdueQuantity: number;
};

type Money = { readonly pence: bigint; readonly day: number; readonly flat: boolean } | null;
const CODE: Record<string, string> = {
  connectivity: 'E20A', onsite_servers: 'E20B', it_learning_resources: 'E20C', admin_software: 'E20D',
  laptops_desktops_tablets: 'E20E', other_hardware: 'E20F', it_support: 'E20G',
};
const IN_SERVICE = ['in_stock', 'in_use', 'on_loan', 'in_repair', 'spare', 'cascaded'];
const ORDER = ['policy_life', 'warranty_end', 'vendor_support_end', 'os_end', 'contract_end'] as const;

/** Where nobody has set a policy, kit runs until it fails. */
const UNSET: RefreshPolicy = {
  id: 0, categoryKey: '', userGroup: null, modelId: null, assetId: null, lifeMonths: 60, binding: [], toleranceMonths: 0,
  unitPence: null, priceDate: null, upgrade: null, lossBp: 0, fromYear: null, lifeMonthsBefore: null, shipped: true,
};

export function oracle(plan: PlanSnapshot, options: OracleOptions): OracleResult {
  const school = plan.school.yearStartMonth;
  const view = options.yearStartMonth ?? school;
  const asOf = dayNumber(options.asOf);
  const firstYear = options.firstYear ?? yearOf(asOf, view);
  const zeros = (): bigint[] => Array.from({ length: options.years }, () => 0n);
  const result: OracleResult = {
    totalPence: zeros(), alreadyPence: zeros(), standStillPence: zeros(), cells: new Map(), quantityByCategory: new Map(),
    events: [], notInForecast: new Map(), noPrice: new Map(), overdueQuantity: 0,
  };
  let overdueQuantity = 0;
  const plus = (map: Map<string, bigint[]>, key: string, year: number, amount: bigint): void => {
    const row = map.get(key) ?? zeros();
    row[year] = (row[year] ?? 0n) + amount;
    map.set(key, row);
  };
  const count = (map: Map<string, number>, key: string, by: number): void => { map.set(key, (map.get(key) ?? 0) + by); };
  const placed = (day: number): number | null => {
    if (!sameOrLaterMonth(day, asOf)) return null;
    const index = yearOf(day, view) - firstYear;
    return index >= 0 && index < options.years ? index : null;
  };
  const lastDay = dayNumber(`${firstYear + options.years}-${String(view).padStart(2, '0')}-01`) - 1;

  const rate = (category: string, year: number): number => {
    const own = plan.inflation.series.find((series) => series.categoryKey === category);
    return own?.steps.find((step) => step.year === year)?.bp ?? own?.bp ?? plan.inflation.defaultBp;
  };
  /** That day's price of one: the index goes up once a year of the school. */
  const priced = (money: Money, day: number, bpOf: (year: number) => number): bigint | null => {
    if (money === null) return null;
    if (money.flat) return money.pence;
    let index = 1_000_000n;
    for (let year = yearOf(money.day, school) + 1; year <= yearOf(day, school); year++) {
      index = half(index * (10_000n + BigInt(bpOf(year))), 10_000n);
      if (index > 9_000_000n) return null;
    }
    return half(money.pence * index, 1_000_000n);
  };
  const isPrice = (pence: number): boolean => Number.isInteger(pence) && pence >= 0 && pence <= 1_000_000_000;
  const money = (pence: number, date: string | null): Money =>
    isPrice(pence) ? { pence: BigInt(pence), day: real(date) ?? asOf, flat: false } : null;

  const policyOf = (asset: Asset): RefreshPolicy | undefined => {
    const newest = (found: RefreshPolicy[]): RefreshPolicy | undefined => found.sort((a, b) => b.id - a.id)[0];
    const general = plan.policies.filter((policy) => policy.assetId === null && policy.modelId === null && policy.categoryKey === asset.categoryKey);
    return newest(plan.policies.filter((policy) => policy.assetId === asset.id))
      ?? newest(plan.policies.filter((policy) => policy.assetId === null && policy.modelId !== null && policy.modelId === asset.modelId))
      ?? (asset.userGroup === null ? undefined : newest(general.filter((policy) => policy.userGroup === asset.userGroup)))
      ?? newest(general.filter((policy) => policy.userGroup === null));
  };
  const replacementPrice = (asset: Asset, policy: RefreshPolicy): Money => {
    const model = plan.models.find((each) => each.id === asset.modelId);
    if (asset.overridePence !== null) return money(asset.overridePence, asset.overridePriceDate);
    if (model !== undefined && model.unitPence !== null) return money(model.unitPence, model.priceDate);
    if (policy.unitPence !== null) return money(policy.unitPence, policy.priceDate);
    if (asset.unitPaidPence !== null && asset.unitPaidPence > 0) return money(asset.unitPaidPence, asset.purchaseDate);
    return null;
  };
  const service = (asset: Asset): number | null => real(asset.inServiceDate) ?? real(asset.purchaseDate);
  const delivery = (order: Asset): number => {
    const day = service(order);
    return day === null || !sameOrLaterMonth(day, asOf) ? asOf : day;
  };
  const dueUnder = (asset: Asset, policy: RefreshPolicy, life: number): { day: number; factor: string } | null => {
    const moved = real(asset.movedTo);
    if (moved !== null) return { day: moved, factor: 'manual' };
    const since = service(asset);
    const cover = real(asset.coverEnd);
    const dates = {
      policy_life: since === null ? null : monthsOn(since, life),
      warranty_end: cover === null ? null : monthsOn(cover, policy.toleranceMonths),
      vendor_support_end: real(asset.vendorSupportEnd) ?? real(plan.models.find((each) => each.id === asset.modelId)?.vendorSupportEnd ?? null),
      os_end: asset.osCanMove ? null : real(asset.osEnd),
      contract_end: real(asset.leaseEnd),
    };
    let found: { day: number; factor: string } | null = null;
    for (const factor of ORDER) {
      const day = policy.binding.includes(factor) ? dates[factor] : null;
      if (day !== null && (found === null || day < found.day)) found = { day, factor };
    }
    return found;
  };

  /** Items × months × rate at risk, by category: month by month, one first-of-month at a time. */
  const risks: { category: string; quantity: number; bp: number; from: number; until: number; price: Money }[] = [];

  for (const asset of plan.assets) {
    const rising = (year: number): number => rate(asset.categoryKey, year);
    const category = plan.categories.find((each) => each.key === asset.categoryKey);
    const code = CODE[category?.costCategory ?? 'other_hardware'] ?? '';
    const group = category?.chartGroup ?? 'devices';
    const onTheWay = asset.status === 'planned' || asset.status === 'ordered';
    const bought = real(asset.purchaseDate);
    if (bought !== null && !onTheWay && !sameOrLaterMonth(bought, asOf) && asset.unitPaidPence !== null && isPrice(asset.unitPaidPence)) {
      const index = yearOf(bought, view) - firstYear;
      if (index >= 0 && index < options.years) result.alreadyPence[index]! += BigInt(asset.unitPaidPence) * BigInt(asset.quantity);
    }
    if (!onTheWay && !IN_SERVICE.includes(asset.status)) { count(result.notInForecast, `status_${asset.status}`, asset.quantity); continue; }
    const policy = policyOf(asset) ?? UNSET;
    const life = policy.lifeMonths;
    const chained = policy.binding.length > 0;
    const price = replacementPrice(asset, policy);
    let own = asset.quantity;
    let first: number;
    let due: { day: number; factor: string } | null = null;
    const successors: { day: number; quantity: number }[] = [];
    if (onTheWay) first = delivery(asset);
    else {
      due = dueUnder(asset, policy, life);
      if (policy.fromYear !== null && policy.lifeMonthsBefore !== null && due?.factor !== 'manual') {
        const before = dueUnder(asset, policy, policy.lifeMonthsBefore);
        const start = dayNumber(`${policy.fromYear}-${String(school).padStart(2, '0')}-01`);
        if (before !== null && !sameOrLaterMonth(before.day, start)) due = before;
      }
      if (due === null) {
        count(result.notInForecast, !chained ? 'run_to_fail' : policy.binding.includes('policy_life') ? 'no_purchase_date' : 'no_cover_date', asset.quantity);
        continue;
      }
      const overdue = !sameOrLaterMonth(due.day, asOf);
      if (overdue) overdueQuantity += asset.quantity;
      first = overdue ? asOf : due.day;
      const orders = plan.assets.filter((each) => each.succeedsAssetId === asset.id && (each.status === 'planned' || each.status === 'ordered'));
      orders.sort((a, b) => delivery(a) - delivery(b) || a.quantity - b.quantity);
      for (const order of orders) {
        const quantity = Math.min(own, order.quantity);
        own -= quantity;
        successors.push({ day: delivery(order), quantity });
      }
    }
    let unpriced = 0;
    const event = (kind: string, day: number, quantity: number, n: number, cost: Money, factor: string, dueDay: number): void => {
      const index = placed(day);
      if (index === null || quantity === 0) return;
      const unit = priced(cost, day, rising);
      if (unit === null) unpriced = Math.max(unpriced, quantity);
      const pence = (unit ?? 0n) * BigInt(quantity);
      result.totalPence[index]! += pence;
      plus(result.cells, `${kind}/${asset.categoryKey}/${code}/${group}`, index, pence);
      if (kind === 'replace') plus(result.quantityByCategory, asset.categoryKey, index, BigInt(quantity));
      const late = kind === 'replace' && n === 0 && due !== null && !sameOrLaterMonth(due.day, asOf);
      result.events.push([index, kind, iso(dayAt(day)), asset.id, quantity, unit, factor, iso(dayAt(dueDay)), late, n].join(' '));
    };
    const { upgrade } = policy;
    const upgradePrice = upgrade === null || upgrade.unitPence === null ? null : money(upgrade.unitPence, upgrade.priceDate ?? policy.priceDate);
    const since = service(asset);
    if (!onTheWay && upgrade !== null && since !== null && due !== null && asset.upgradeDoneOn === null) {
      const day = monthsOn(since, upgrade.atMonths);
      const there = own + successors.reduce((sum, order) => (sameOrLaterMonth(day, order.day) ? sum : sum + order.quantity), 0);
      if (sameOrLaterMonth(day, asOf) && !sameOrLaterMonth(day, due.day)) event('upgrade', day, there, 0, upgradePrice, 'none', day);
    }
    for (let n = 0; ; n++) {
      const day = monthsOn(first, n * life);
      if (day > lastDay) break;
      const agreed: Money = onTheWay && n === 0 && asset.unitPaidPence !== null && asset.unitPaidPence > 0
        ? isPrice(asset.unitPaidPence) ? { pence: BigInt(asset.unitPaidPence), day: asOf, flat: true } : null
        : price;
      const isFirst = n === 0 && due !== null;
      event('replace', day, own, n, agreed, isFirst && due !== null ? due.factor : n === 0 ? 'none' : 'policy_life', isFirst && due !== null ? due.day : day);
      if (!chained) break;
      if (upgrade !== null && upgrade.atMonths < life) {
        const later = monthsOn(first, n * life + upgrade.atMonths);
        event('upgrade', later, own, n + 1, upgradePrice, 'none', later);
      }
    }
    if (unpriced > 0) count(result.noPrice, asset.categoryKey, unpriced);
    for (let index = 0; index < options.years; index++) {
      const day = dayNumber(`${firstYear + index}-${String(view).padStart(2, '0')}-01`);
      const unit = priced(price, day, rising);
      if (unit !== null && chained) result.standStillPence[index]! += BigInt(own) * half(unit * 12n, BigInt(life));
    }
    const from = onTheWay ? first : since ?? asOf;
    if (own > 0) risks.push({ category: asset.categoryKey, quantity: own, bp: policy.lossBp, from, until: lastDay + 1, price });
    for (const order of successors) risks.push({ category: asset.categoryKey, quantity: order.quantity, bp: policy.lossBp, from, until: order.day, price });
  }

  for (const cost of plan.recurring) addCost(cost);
  for (const category of new Set(risks.map((risk) => risk.category))) addLosses(category);
  result.events.sort();
  return { ...result, overdueQuantity };

  function firstOfMonth(day: number): number {
    return day - dayAt(day).d + 1;
  }

  function addCost(cost: RecurringCost): void {
    const [start, end] = [real(cost.start), real(cost.end)];
    const amount = money(cost.yearlyPence, cost.priceDate);
    let unpriced = false;
    for (let index = 0; index < options.years; index++) {
      // A stretch with a month that cannot be worked out is unknown as a whole: the months gone, or those to come.
      let pence: bigint | null = 0n;
      let gone: bigint | null = 0n;
      let first: number | null = null;
      for (let k = 0; k < 12; k++) {
        const day = monthsOn(dayNumber(`${firstYear + index}-${String(view).padStart(2, '0')}-01`), k);
        if (start !== null && !sameOrLaterMonth(day, start)) continue;
        if (end !== null && !sameOrLaterMonth(end, day)) continue;
        const yearly = priced(amount, day, cost.riseBp === null ? (year) => rate(cost.categoryKey, year) : () => cost.riseBp as number);
        let place = 1n;
        for (let at = day; dayAt(at).m !== school; at = monthsOn(at, -1)) place += 1n;
        const charge = yearly === null ? null : half(yearly * place, 12n) - half(yearly * (place - 1n), 12n);
        if (sameOrLaterMonth(day, asOf)) {
          first ??= [day, start ?? day, asOf].filter((each) => firstOfMonth(each) === day).sort((a, b) => b - a)[0] ?? day;
          pence = pence === null || charge === null ? null : pence + charge;
        } else gone = gone === null || charge === null ? null : gone + charge;
      }
      result.alreadyPence[index]! += gone ?? 0n;
      result.standStillPence[index]! += (gone ?? 0n) + (pence ?? 0n);
      if (first === null) continue;
      if (pence === null) unpriced = true;
      result.totalPence[index]! += pence ?? 0n;
      plus(result.cells, `recurring/${cost.categoryKey}/${CODE[cost.costCategory]}/running`, index, pence ?? 0n);
      result.events.push([index, 'recurring', iso(dayAt(first)), cost.id, 1, pence, 'none', iso(dayAt(first)), false, 0].join(' '));
    }
    if (unpriced) count(result.noPrice, cost.categoryKey, 1);
  }

  /** Month by month; the running total is made whole, and a month's losses are the steps of it. */
  function addLosses(categoryKey: string): void {
    const category = plan.categories.find((each) => each.key === categoryKey);
    const key = `loss/${categoryKey}/${CODE[category?.costCategory ?? 'other_hardware']}/${category?.chartGroup ?? 'devices'}`;
    let expected = 0n;
    let whole = 0n;
    let stretch: { index: number; priceYear: number; items: bigint; weights: bigint; weighted: bigint } | null = null;
    const close = (): void => {
      if (stretch !== null && stretch.items > 0n) {
        const unit = stretch.weights === 0n ? null : half(stretch.weighted, stretch.weights);
        const pence = (unit ?? 0n) * stretch.items;
        result.totalPence[stretch.index]! += pence;
        plus(result.cells, key, stretch.index, pence);
        if (unit === null) count(result.noPrice, categoryKey, Number(stretch.items));
      }
    };
    for (let month = firstOfMonth(asOf); month <= lastDay; month = monthsOn(month, 1)) {
      const index = placed(month);
      const priceYear = yearOf(month, school);
      if (stretch === null || stretch.index !== index || stretch.priceYear !== priceYear) {
        close();
        stretch = index === null ? null : { index, priceYear, items: 0n, weights: 0n, weighted: 0n };
      }
      for (const risk of risks) {
        if (risk.category !== categoryKey || !sameOrLaterMonth(month, risk.from) || sameOrLaterMonth(month, risk.until)) continue;
        const weight = BigInt(risk.quantity) * BigInt(risk.bp);
        expected += weight;
        const unit = priced(risk.price, month, (year) => rate(categoryKey, year));
        if (stretch !== null && unit !== null) {
          stretch.weights += weight;
          stretch.weighted += weight * unit;
        }
      }
      const now = half(expected, 120_000n);
      if (stretch !== null) stretch.items += now - whole;
      whole = now;
    }
    close();
  }
}
