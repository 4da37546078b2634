import type { PlannedAction } from '../../planning/scenarios/action.ts';
import type { Asset, AssetModel, PlanSnapshot, RefreshPolicy } from '../../planning/snapshot.ts';
import { dayAt, dayNumber, firstDayOf, half, monthsOn, real, sameOrLaterMonth, yearOf } from './oracle-days.ts';

/* The rules of a plan, read a second time for the oracle: policies, due dates, prices, orders. */

export type OracleOptions = { readonly asOf: string; readonly years: number; readonly yearStartMonth?: number; readonly firstYear?: number };

/** A price of a day; flat where it does not rise. Null: no price. */
export type Money = { readonly pence: bigint; readonly day: number; readonly flat: boolean } | null;
export type DueDay = { readonly day: number; readonly factor: string };

export const isPrice = (pence: number): boolean => Number.isInteger(pence) && pence >= 0 && pence <= 1_000_000_000;
export const isOnTheWay = (asset: Asset): boolean => asset.status === 'planned' || asset.status === 'ordered';
/** From which day the age of kit that is there counts: a first day of use in a month still to come does not count, but for kit in stock. */
export const service = (asset: Asset, asOf: number): number | null => {
  const used = real(asset.inServiceDate);
  return used !== null && (asset.status === 'in_stock' || sameOrLaterMonth(asOf, used)) ? used : real(asset.purchaseDate);
};
/** An end of the maker's support before the purchase does not count; the model's does then. */
export const supportOf = (asset: Asset, model: AssetModel | undefined): number | null => {
  const [own, bought] = [real(asset.vendorSupportEnd), real(asset.purchaseDate)];
  return own !== null && (bought === null || own >= bought) ? own : real(model?.vendorSupportEnd ?? null);
};

const ORDER = ['policy_life', 'warranty_end', 'vendor_support_end', 'os_end', 'contract_end'] as const;

/** Where nobody has set a policy, kit runs until it fails. */
const UNSET: RefreshPolicy = {
  id: 0, categoryKey: '', userGroup: null, modelId: null, assetId: null, lifeMonths: 60, binding: [], toleranceMonths: 0,
  unitPence: null, priceDate: null, upgrade: null, lossBp: 0, fromYear: null, lifeMonthsBefore: null, shipped: true, leastMonths: null, mostMonths: null,
  priceSource: null, replacementModelId: null, lossFrom: 'policy', purchaseMonths: [], fundKey: null, disposalPence: null, tradeInPence: null,
  bookLifeMonths: null, residualBp: null,
};

const isYears = (years: number | null): boolean => years !== null && Number.isInteger(years) && years > 0 && years < 11;

/** The days that each export covers; one of a month still to come, or whose last day lies in another year, is none. */
function exportsOf(plan: PlanSnapshot, asOf: number): { readonly id: number; readonly first: number; readonly last: number }[] {
  const { yearStartMonth } = plan.school;
  return plan.finance.actualsRuns.flatMap(({ id, year, through }) => {
    const last = real(through);
    return last === null || yearOf(last, yearStartMonth) !== year || (!sameOrLaterMonth(asOf, last)) ? [] : [{ id, first: firstDayOf(year, yearStartMonth), last }];
  });
}

export type Rules = ReturnType<typeof rulesOf>;

export function rulesOf(plan: PlanSnapshot, options: OracleOptions) {
  const school = plan.school.yearStartMonth;
  const view = options.yearStartMonth ?? school;
  const asOf = dayNumber(options.asOf);
  const firstYear = options.firstYear ?? yearOf(asOf, view);
  const modelOf = (asset: Asset) => plan.models.find((each) => each.id === asset.modelId);

  const rate = (category: string) => (year: number): number => {
    const own = plan.inflation.series.find((series) => series.categoryKey === category);
    return own?.steps.find((step) => step.year === year)?.bp ?? own?.bp
      ?? plan.inflation.steps?.find((step) => step.year === year)?.bp ?? plan.inflation.defaultBp;
  };
  const money = (pence: number, date: string | null): Money =>
    isPrice(pence) ? { pence: BigInt(pence), day: real(date) ?? asOf, flat: false } : null;
  /** That day's price of one: the index goes up once a year of the school. */
  const priced = (price: Money, day: number, bpOf: (year: number) => number): bigint | null => {
    if (price === null || price.flat) return price?.pence ?? null;
    let index = 1_000_000n;
    const last = yearOf(day, school);
    for (let year = yearOf(price.day, school) + 1; year <= last; year++) {
      index = half(index * (10_000n + BigInt(bpOf(year))), 10_000n);
      if (index > 9_000_000n) return null;
    }
    return half(price.pence * index, 1_000_000n);
  };
  const policyOf = (asset: Asset): RefreshPolicy => {
    const newest = (found: RefreshPolicy[]): RefreshPolicy | undefined => found.sort((a, b) => b.id - a.id)[0];
    const general = plan.policies.filter((policy) => policy.assetId === null && policy.modelId === null && policy.categoryKey === asset.categoryKey);
    return newest(plan.policies.filter((policy) => policy.assetId === asset.id))
      ?? newest(plan.policies.filter((policy) => policy.assetId === null && policy.modelId !== null && policy.modelId === asset.modelId))
      ?? (asset.userGroup === null ? undefined : newest(general.filter((policy) => policy.userGroup === asset.userGroup)))
      ?? newest(general.filter((policy) => policy.userGroup === null)) ?? UNSET;
  };
  const replacementPrice = (asset: Asset, policy: RefreshPolicy, model = modelOf(asset)): Money => {
    if (asset.overridePence !== null) return money(asset.overridePence, asset.overridePriceDate);
    if (model !== undefined && model.unitPence !== null) return money(model.unitPence, model.priceDate);
    if (policy.unitPence !== null) return money(policy.unitPence, policy.priceDate);
    if (asset.unitPaidPence !== null && asset.unitPaidPence > 0) return money(asset.unitPaidPence, asset.purchaseDate);
    return null;
  };
  /** The last month of the policy's at or before a day's own: turn the calendar back page by page. Not before `earliest`. */
  const placed = (policy: RefreshPolicy, day: number, earliest: number): number => {
    for (let back = 0; back < 12; back++) {
      const at = monthsOn(day, -back);
      if (policy.purchaseMonths.includes(dayAt(at).m)) return sameOrLaterMonth(at, earliest) ? at : day;
    }
    return day;
  };
  const delivery = (order: Asset): number => {
    const day = real(order.inServiceDate) ?? real(order.purchaseDate);
    return day === null || !sameOrLaterMonth(day, asOf) ? asOf : day;
  };
  /** What was decided: of the fates the last one, of each extension the last of 1 to 10 years. */
  const decided = (asset: Asset, ...kinds: string[]): PlannedAction | undefined => plan.actions.filter((action) =>
    action.assetId === asset.id && kinds.includes(action.action) && (!action.action.startsWith('extend') || isYears(action.years))).at(-1);
  /** Of the ends of support that the policy goes by, else of all that are known, the first: the one that can be put off. */
  const supportEnd = (asset: Asset, policy: RefreshPolicy): number | null => {
    const maker = supportOf(asset, modelOf(asset));
    const system = real(asset.osEnd);
    const ends = [policy.binding.includes('vendor_support_end') ? maker : null, policy.binding.includes('os_end') && !asset.osCanMove ? system : null];
    const [first] = (ends.some((day) => day !== null) ? ends : [maker, system]).filter((day) => day !== null).sort((a, b) => a - b);
    return first ?? null;
  };
  const dueUnder = (asset: Asset, policy: RefreshPolicy, life: number): DueDay | null => {
    const moved = real(asset.movedTo);
    if (moved !== null) return { day: moved, factor: 'manual' };
    const since = service(asset, asOf);
    const cover = real(asset.coverEnd);
    const longer = 12 * (decided(asset, 'extend_cover')?.years ?? 0);
    const supported = (day: number | null): number | null =>
      (day !== null && day === supportEnd(asset, policy) ? monthsOn(day, 12 * (decided(asset, 'extend_support')?.years ?? 0)) : day);
    const dates = {
      policy_life: since === null ? null : monthsOn(since, life),
      warranty_end: cover === null ? null : monthsOn(cover, policy.toleranceMonths + longer),
      vendor_support_end: supported(supportOf(asset, modelOf(asset))),
      os_end: asset.osCanMove ? null : supported(real(asset.osEnd)),
      contract_end: real(asset.leaseEnd),
    };
    let found: DueDay | null = null;
    for (const factor of ORDER) {
      const day = policy.binding.includes(factor) ? dates[factor] : null;
      if (day !== null && (found === null || day < found.day)) found = { day, factor };
    }
    return found;
  };
  /** A policy change with a first year leaves kit that was due before it. */
  const dueOf = (asset: Asset, policy: RefreshPolicy): DueDay | null => {
    const due = dueUnder(asset, policy, policy.lifeMonths);
    if (policy.fromYear === null || policy.lifeMonthsBefore === null || due?.factor === 'manual') return due;
    const before = dueUnder(asset, policy, policy.lifeMonthsBefore);
    return before !== null && !sameOrLaterMonth(before.day, firstDayOf(policy.fromYear, school)) ? before : due;
  };
  const onTheirWay = plan.assets.filter((each) => each.succeedsAssetId !== null && isOnTheWay(each));
  /** Orders that take the place of an asset's first replacement, soonest first, as far as its items go. */
  const successorsOf = (asset: Asset): { day: number; quantity: number }[] => {
    let left = asset.quantity;
    const orders = onTheirWay.filter((each) => each.succeedsAssetId === asset.id);
    orders.sort((a, b) => delivery(a) - delivery(b) || a.quantity - b.quantity);
    return orders.map((order) => {
      const quantity = Math.min(left, order.quantity);
      left -= quantity;
      return { day: delivery(order), quantity };
    });
  };
  return {
    school, view, asOf, firstYear, rate, money, priced, policyOf, replacementPrice, delivery, dueOf, successorsOf, decided, supportEnd, modelOf, placed,
    lastDay: firstDayOf(firstYear + options.years, view) - 1,
    isOverdue: (day: number): boolean => !sameOrLaterMonth(day, asOf),
    exports: exportsOf(plan, asOf),
    /** Whether the finance system has told of a day: of each from the first of the export's year to the last it covers. */
    isTold: (day: number): boolean => exportsOf(plan, asOf).some(({ first, last }) => day >= first && day <= last),
    /** Position of a day's year in the years shown; null outside them. */
    shownIn: (day: number): number | null => {
      const index = yearOf(day, view) - firstYear;
      return index >= 0 && index < options.years ? index : null;
    },
  };
}
