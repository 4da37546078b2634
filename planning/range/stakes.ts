import { monthOf } from '../calendar.ts';
import { planContext, priceYearOf, type PlanContext } from '../context.ts';
import { courseBasis } from '../event-price.ts';
import { lineBasis } from '../line-price.ts';
import { exposuresOf, type Exposure } from '../loss.ts';
import type { PriceBasis } from '../price.ts';
import { paymentBasis } from '../recurring.ts';
import { serviceDate } from '../refresh/due.ts';
import { courseOf, eventsOf, type InService, type OnTheWay } from '../refresh/occurrences.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import type { Asset, PlanSnapshot, RecurringCost } from '../snapshot.ts';
import type { MonthIndex, Pence } from '../vocabulary.ts';
import { kindKeys, type OwnFailures } from './own-failures.ts';
import type { Ageing } from './ageing.ts';

/** Money of one year that moves with prices, from the month its price is of to the month in which it is paid. */
export type PricedMoney = { readonly yearIndex: number; readonly pence: Pence; readonly pricedIn: MonthIndex; readonly paidIn: MonthIndex };

/** How equal items fail: at one rate per item and month, or by their age in months. */
export type Law = { readonly perMonth: number } | { readonly ageing: Ageing };

/** Equal items over a stretch in which nothing is renewed by plan. Each failure costs that year's price of one. */
export type AtRisk = {
  /** Of `kindCountedWith`. */
  readonly kind: string;
  readonly assetId: number;
  readonly quantity: number;
  /** First month, and the first one after. */
  readonly from: MonthIndex;
  readonly until: MonthIndex;
  /** Months old at the start of `from`. */
  readonly age: number;
  readonly law: Law;
  /** By year of the plan; 0 where no price is known. */
  readonly unitPence: readonly Pence[];
  readonly pricedIn: MonthIndex;
};

/** What the years of a plan are made of, sorted by what may still move them. */
export type Stakes = {
  readonly asOfMonth: MonthIndex;
  readonly firstMonth: MonthIndex;
  readonly endMonth: MonthIndex;
  /** The planned cost of each year, as the forecast has it. */
  readonly plannedPence: readonly Pence[];
  /** Spent already, or agreed: moved by nothing. With `priced`, the planned cost less its losses. */
  readonly certainPence: readonly Pence[];
  readonly priced: readonly PricedMoney[];
  readonly atRisk: readonly AtRisk[];
};

/** The years of a plan without their planned losses, and the kit whose losses take that place. */
export function stakesOf(snapshot: PlanSnapshot, forecast: Forecast, own: ReadonlyMap<string, OwnFailures>): Stakes {
  const context = planContext(snapshot, { asOf: forecast.asOf, years: forecast.years.length, firstYear: forecast.years[0]?.year ?? 0 });
  const courses = new Map<number, { readonly asset: Asset; readonly course: InService | OnTheWay }>();
  for (const asset of snapshot.assets) {
    const course = courseOf(context, asset);
    if (course.standing !== 'out') courses.set(asset.id, { asset, course });
  }
  const keyOf = kindKeys(snapshot);
  const costs = new Map(snapshot.recurring.map((cost) => [cost.id, cost]));
  const certainPence = [...forecast.totals.plannedPence];
  const priced = new Map<number, PricedMoney & { pence: Pence }>();
  for (const line of forecast.lines) {
    if (line.netPence === null) continue;
    const pricedIn = line.kind === 'loss' ? null : pricedInOf(context, line, line.assetId === null ? undefined : courses.get(line.assetId), costs);
    if (pricedIn === null && line.kind !== 'loss') continue;
    certainPence[line.yearIndex] = (certainPence[line.yearIndex] ?? 0) - line.netPence;
    if (pricedIn !== null) addMoney(priced, line, line.netPence, pricedIn);
  }
  const atRisk: AtRisk[] = [];
  const pricesOf = pricesByYear(context);
  for (const { asset, course } of courses.values()) addAtRisk(atRisk, context, asset, course, keyOf(asset), own, pricesOf);
  return {
    asOfMonth: context.asOfMonth, firstMonth: context.firstMonth, endMonth: context.endMonth, plannedPence: forecast.totals.plannedPence,
    certainPence, priced: [...priced.values()], atRisk,
  };
}

/** More months than lie between any two days of a school: a pair of them as one number. */
const MONTHS = 100_000;

/** Lines with the same two months are one amount. */
function addMoney(sums: Map<number, PricedMoney & { pence: Pence }>, { yearIndex, month }: ForecastLine, pence: Pence, pricedIn: MonthIndex): void {
  const key = pricedIn * MONTHS + month;
  const before = sums.get(key);
  if (before === undefined) sums.set(key, { yearIndex, pence, pricedIn, paidIn: month });
  else before.pence += pence;
}

/**
 * The month from which the price of a line may wander; null where it is agreed: an order placed at a price, a
 * running cost with a rise of its own. What has no price date was priced as at today.
 */
function pricedInOf(
  context: PlanContext, line: ForecastLine, row: { readonly asset: Asset; readonly course: InService | OnTheWay } | undefined,
  costs: ReadonlyMap<number, RecurringCost>,
): MonthIndex | null {
  const cost = line.recurringId === null ? undefined : costs.get(line.recurringId);
  if (cost !== undefined && cost.riseBp !== null) return null;
  const basis = cost !== undefined ? paymentBasis(context, cost, priceYearOf(context, line.month))
    : row === undefined ? null : lineBasis(context, row.asset, row.course, line);
  if (basis === null) return context.asOfMonth;
  return basis.fixed ? null : monthOf(basis.priceDate);
}

type PricesByYear = (categoryKey: string, basis: PriceBasis | null) => readonly Pence[];

/** Adds what a row has at risk: its own items and those that go when their order comes, each cut where the plan renews it. */
function addAtRisk(
  atRisk: AtRisk[], context: PlanContext, asset: Asset, course: InService | OnTheWay, kind: string, own: ReadonlyMap<string, OwnFailures>, pricesOf: PricesByYear,
): void {
  const failures = own.get(kind);
  const basis = courseBasis(context, asset, course);
  // The record's own kinds are at risk whatever rate their policy counts with: any rate finds the months.
  const exposures = exposuresOf(context, asset, failures === undefined ? course : { ...course, policy: { ...course.policy, lossBp: 1 } }, basis);
  if (exposures.length === 0) return;
  const since = course.standing === 'on_the_way' ? course.firstDate : serviceDate(asset, context.asOfMonth);
  const ageing = since === null ? null : failures?.ageing ?? null;
  exposures.forEach((exposure, index) => {
    const { from, until } = exposure;
    const unitPence = pricesOf(exposure.pricedAs, exposure.basis);
    const pricedIn = exposure.basis === null ? context.asOfMonth : monthOf(exposure.basis.priceDate);
    const add = (law: Law, quantity: number, start: MonthIndex, end: MonthIndex, age: number): void => {
      atRisk.push({ kind, assetId: asset.id, quantity, from: start, until: end, age, law, unitPence, pricedIn });
    };
    if (ageing === null || since === null) {
      add({ perMonth: failures?.perMonth ?? exposure.lossBp / 10_000 / 12 }, exposure.quantity, from, until, 0);
      return;
    }
    const law = { ageing };
    const chains = index === 0 && course.quantity > 0 ? chainsOf(context, asset, course) : [];
    for (const { quantity, renewed } of chains.length > 0 ? chains : [{ quantity: exposure.quantity, renewed: [] }]) {
      for (const stretch of stretchesOf(exposure, monthOf(since), renewed)) add(law, quantity, stretch.from, stretch.until, stretch.age);
    }
  });
}

/** The months in which the plan puts new kit in the place of a row's items: of one chain, or of each where its backlog is spread. */
function chainsOf(context: PlanContext, asset: Asset, course: InService | OnTheWay): { readonly quantity: number; readonly renewed: readonly MonthIndex[] }[] {
  const replaced = eventsOf(context, asset, course).filter((event) => event.kind === 'replace');
  return course.starts.map(({ date, quantity }) =>
    ({ quantity, renewed: replaced.filter(({ start }) => start === date).map(({ month }) => month).toSorted((a, b) => a - b) }));
}

/** A time at risk, cut where the plan puts new kit in the place of old: from there on it is new again. */
function stretchesOf({ from, until }: Exposure, since: MonthIndex, renewed: readonly MonthIndex[]): Pick<AtRisk, 'from' | 'until' | 'age'>[] {
  const born = renewed.findLast((month) => month <= from) ?? since;
  const cuts = [from, ...renewed.filter((month) => month > from && month < until)];
  return cuts.map((start, index) => ({ from: start, until: cuts[index + 1] ?? until, age: index === 0 ? Math.max(0, start - born) : 0 }));
}

/** The price of one in each year of the plan, worked out once for each price: most kit shares a few. */
function pricesByYear(context: PlanContext): PricesByYear {
  const none = context.years.map(() => 0);
  const known = new Map<string, Map<number, readonly Pence[]>>();
  return (categoryKey, basis) => {
    if (basis === null) return none;
    let prices = known.get(categoryKey);
    if (prices === undefined) known.set(categoryKey, prices = new Map());
    const key = basis.unitPence * MONTHS + basis.priceYear;
    let found = prices.get(key);
    if (found === undefined) {
      const series = context.prices.seriesFor(categoryKey);
      prices.set(key, found = context.years.map(({ year }) => context.prices.priceIn(basis, series, year) ?? 0));
    }
    return found;
  };
}
