import { itemsOf, priceYearOf, yearIndexOf, type PlanContext } from '../context.ts';
import { isLifeMonths, policyFor } from '../policies.ts';
import { upgradeBasis, type PriceBasis } from '../price.ts';
import { contextOf } from '../quality.ts';
import { ONE_IN_TEN } from '../range/spread.ts';
import { chainOf, courseOf, upgradeOf } from '../refresh/occurrences.ts';
import { replacementOf } from '../refresh/replacement.ts';
import type { Forecast } from '../result.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import type { MonthIndex, NotForecastReason, Pence, UserGroup } from '../vocabulary.ts';
import { estimatedBasis, meanPrices } from './today-price.ts';

/*
 * What kit that the forecast leaves out would probably cost.
 *
 * An item without a date has some age. Where kit is replaced on time, an item met at a random moment is equally
 * likely to be of any age below its life, so each of the L months of one life that ends with the as-at month is
 * taken as equally likely for its purchase: month A − L + 1 to A. Bought in month A − L + u, it is due in A + u,
 * again L later, and so on: for each u from 1 to L there is one sum X(u), worked out by the rules of the forecast
 * (its price with the year's rise, its mid-life upgrade, its successors, each by the policy of what is bought). Then
 *
 *   about            = the mean of X(u), Σ X(u) ÷ L
 *   variance         = Σ X(u)² ÷ L − mean²
 *
 * With a life of L and N months to come that is binomial: every item is replaced N ÷ L times (whole) for certain
 * and once more with the chance of the rest. The items of one row were bought together and share their u; rows
 * are taken as bought apart, so means and variances add up over them. The sum of several is close to normal:
 * 8 in 10 lie within 1.28 standard deviations, and never below the least or above the most that it can be. Rows
 * that were in truth bought together make the range wider than this says; the why says so.
 *
 * Nothing here is drawn at random: the same plan gives the same figures.
 */

/** Reasons that are gaps in the register, and not a decision such as "retired". */
export const GAP_REASONS = ['no_purchase_date', 'no_cover_date', 'unusable_value'] as const satisfies readonly NotForecastReason[];
export type GapReason = (typeof GAP_REASONS)[number];

export type Range = { readonly low: Pence; readonly high: Pence };

/** An amount that is only likely: its mean, how it spreads, and what it can be at the least and at the most. */
export type Likely = { readonly mean: number; readonly variance: number; readonly least: number; readonly most: number };

const NONE: Likely = { mean: 0, variance: 0, least: 0, most: 0 };

/** The sum of amounts that do not depend on each other. */
export const sumOfLikely = (parts: readonly Likely[]): Likely => parts.reduce((sum, part) => ({
  mean: sum.mean + part.mean, variance: sum.variance + part.variance, least: sum.least + part.least, most: sum.most + part.most,
}), NONE);

/** Where 8 in 10 lie. */
export function rangeOf({ mean, variance, least, most }: Likely): Range {
  const reach = ONE_IN_TEN * Math.sqrt(Math.max(0, variance));
  return { low: Math.round(Math.max(least, mean - reach)), high: Math.round(Math.min(most, mean + reach)) };
}

/** One row that is left out, with what it would probably cost: in all, and in each year shown. */
export type LeftOutRow = {
  readonly asset: Asset;
  readonly reason: GapReason;
  readonly items: number;
  /** Null where no price or no life is known to estimate with. */
  readonly cost: { readonly all: Likely; readonly byYear: readonly Likely[] } | null;
};

const isGap = (reason: NotForecastReason): reason is GapReason => (GAP_REASONS as readonly string[]).includes(reason);

/** Every row that is left out for a gap in the register, in the register's order. */
export function leftOutRows(snapshot: PlanSnapshot, forecast: Forecast): LeftOutRow[] {
  const context = contextOf(snapshot, forecast);
  let means: ReadonlyMap<string, Pence> | null = null;
  const known = new Map<string, LeftOutRow['cost']>();
  return snapshot.assets.flatMap((asset): LeftOutRow[] => {
    const course = courseOf(context, asset);
    if (course.standing !== 'out' || !isGap(course.reason)) return [];
    means ??= meanPrices(context, snapshot.assets);
    const basis = estimatedBasis(context, asset, means);
    // Rows alike come to the same for one item: thousands of them are worked out once.
    const key = JSON.stringify([asset.categoryKey, basis, policyFor(asset, snapshot.policies)?.id, asset.upgradeDoneOn !== null]);
    if (!known.has(key)) known.set(key, likelyCost(context, asset, basis));
    return [{ asset, reason: course.reason, items: itemsOf(asset), cost: forItems(known.get(key) ?? null, itemsOf(asset)) }];
  });
}

/** What one item comes to, for as many that share its fate. */
function forItems(cost: LeftOutRow['cost'], items: number): LeftOutRow['cost'] {
  if (cost === null || items === 1) return cost;
  const times = ({ mean, variance, least, most }: Likely): Likely =>
    ({ mean: mean * items, variance: variance * items * items, least: least * items, most: most * items });
  return { all: times(cost.all), byYear: cost.byYear.map(times) };
}

type Sums = { sum: number; squares: number; least: number; most: number };
const newSums = (): Sums => ({ sum: 0, squares: 0, least: Number.POSITIVE_INFINITY, most: 0 });

function add(sums: Sums, amount: number): void {
  sums.sum += amount;
  sums.squares += amount * amount;
  sums.least = Math.min(sums.least, amount);
  sums.most = Math.max(sums.most, amount);
}

const likelyOf = ({ sum, squares, least, most }: Sums, outcomes: number): Likely =>
  ({ mean: sum / outcomes, variance: squares / outcomes - (sum / outcomes) ** 2, least, most });

/** What one item would probably cost: its first replacement when its own policy says, what follows by that of its replacement. */
function likelyCost(context: PlanContext, asset: Asset, basis: PriceBasis | null): LeftOutRow['cost'] {
  const policy = policyFor(asset, context.snapshot.policies);
  if (basis === null || policy === null || !isLifeMonths(policy.lifeMonths)) return null;
  const by = replacementOf(context, asset, policy);
  const price = monthlyPrices(context, by.categoryKey, basis);
  if (price === null) return null;
  const life = policy.lifeMonths;
  const every = chainOf(by.policy);
  const ownUpgrade = asset.upgradeDoneOn === null ? upgradesWithin(context, policy, asset.categoryKey, life) : null;
  const upgrades = upgradesWithin(context, by.policy, by.categoryKey, every);
  const all = newSums();
  const years = context.years.map(newSums);
  for (let u = 1; u <= life; u++) {
    const inYear = context.years.map(() => 0);
    const due = context.asOfMonth + u;
    addEvents(context, inYear, due, every, price);
    // The kit that is there now reaches the age of its upgrade so long before it is due.
    const upgraded = ownUpgrade === null ? due : due - life + ownUpgrade.atMonths;
    if (ownUpgrade !== null && upgraded >= context.asOfMonth) addEvents(context, inYear, upgraded, null, ownUpgrade.price);
    if (upgrades !== null) addEvents(context, inYear, due + upgrades.atMonths, every, upgrades.price);
    inYear.forEach((pence, year) => add(years[year] ?? newSums(), pence));
    add(all, inYear.reduce((sum, pence) => sum + pence, 0));
  }
  return { all: likelyOf(all, life), byYear: years.map((sums) => likelyOf(sums, life)) };
}

/** The upgrade of kit under a policy with its price in each month; null where none comes before the kit is replaced, or it has no price. */
function upgradesWithin(
  context: PlanContext, policy: RefreshPolicy, categoryKey: string, every: number | null,
): { readonly atMonths: number; readonly price: readonly number[] } | null {
  const upgrade = upgradeOf(policy);
  if (upgrade === null || every === null || upgrade.atMonths >= every) return null;
  const price = monthlyPrices(context, categoryKey, upgradeBasis(upgrade, policy, context.asOf, context.schoolStartMonth));
  return price === null ? null : { atMonths: upgrade.atMonths, price };
}

/** @param every months from one to the next; null where it comes once */
function addEvents(context: PlanContext, inYear: number[], first: MonthIndex, every: number | null, price: readonly number[]): void {
  for (let month = first; month < context.endMonth; month += every ?? context.endMonth) {
    if (month < context.firstMonth) continue;
    const year = yearIndexOf(context, month);
    inYear[year] = (inYear[year] ?? 0) + (price[month - context.firstMonth] ?? 0);
  }
}

/** The price of one of a kind in each month of the plan; null where it cannot be worked out. */
function monthlyPrices(context: PlanContext, categoryKey: string, basis: PriceBasis | null): readonly number[] | null {
  if (basis === null) return null;
  const series = context.prices.seriesFor(categoryKey);
  const prices: number[] = [];
  for (let month = context.firstMonth; month < context.endMonth; month++) {
    const pence = context.prices.priceIn(basis, series, priceYearOf(context, month));
    if (pence === null) return null;
    prices.push(pence);
  }
  return prices;
}

/** Rows of one kind that are left out for one reason. */
export type LeftOutKind = {
  readonly reason: GapReason;
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  readonly items: number;
  /** Items that nothing can be estimated for. */
  readonly unpriced: number;
  /** Rounded to show; null where nothing of the kind can be estimated. */
  readonly about: Pence | null;
  readonly range: Range | null;
  readonly assetIds: readonly number[];
};

export type LeftOut = {
  readonly kinds: readonly LeftOutKind[];
  readonly items: number;
  readonly register: number;
  readonly unpriced: number;
  /** The sum of what the kinds show; null where nothing can be estimated. */
  readonly about: Pence | null;
  readonly range: Range | null;
  /** What each year shown would probably cost more. */
  readonly byYear: readonly Likely[];
  readonly assetIds: readonly number[];
};

/** An estimate should not look exact: to £10, £100 or £1,000, by what all of it comes to. */
const stepFor = (pence: number): Pence => (pence >= 10_000_000 ? 100_000 : pence >= 1_000_000 ? 10_000 : 1_000);
const roundTo = (pence: number, step: Pence): Pence => Math.round(pence / step) * step;

/** What is left out by reason and kind, the dearest kind first, with what it would probably cost over the plan's years. */
export function leftOutOf(snapshot: PlanSnapshot, forecast: Forecast): LeftOut {
  const rows = leftOutRows(snapshot, forecast);
  const costs = rows.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  const all = sumOfLikely(costs.map((cost) => cost.all));
  const step = stepFor(all.mean);
  const grouped = Map.groupBy(rows, ({ reason, asset }) => `${reason}/${asset.categoryKey}/${asset.userGroup ?? ''}`);
  const kinds = [...grouped.values()].map((group) => kindOf(group, step))
    .sort((a, b) => GAP_REASONS.indexOf(a.reason) - GAP_REASONS.indexOf(b.reason) || (b.about ?? 0) - (a.about ?? 0) || b.items - a.items);
  const range = rangeOf(all);
  return {
    kinds, items: kinds.reduce((sum, kind) => sum + kind.items, 0), register: forecast.quantityRegister,
    unpriced: kinds.reduce((sum, kind) => sum + kind.unpriced, 0),
    about: costs.length === 0 ? null : kinds.reduce((sum, kind) => sum + (kind.about ?? 0), 0),
    range: costs.length === 0 ? null : { low: roundTo(range.low, step), high: roundTo(range.high, step) },
    byYear: forecast.years.map((_, year) => sumOfLikely(costs.map((cost) => cost.byYear[year] ?? NONE))),
    assetIds: rows.map(({ asset }) => asset.id),
  };
}

function kindOf(rows: readonly LeftOutRow[], step: Pence): LeftOutKind {
  const costs = rows.flatMap(({ cost }) => (cost === null ? [] : [cost.all]));
  const sum = sumOfLikely(costs);
  const { low, high } = rangeOf(sum);
  const [first] = rows;
  return {
    reason: first?.reason ?? 'no_purchase_date', categoryKey: first?.asset.categoryKey ?? '', userGroup: first?.asset.userGroup ?? null,
    items: rows.reduce((items, row) => items + row.items, 0),
    unpriced: rows.reduce((items, row) => items + (row.cost === null ? row.items : 0), 0),
    about: costs.length === 0 ? null : roundTo(sum.mean, step),
    range: costs.length === 0 ? null : { low: roundTo(low, step), high: roundTo(high, step) },
    assetIds: rows.map(({ asset }) => asset.id),
  };
}
