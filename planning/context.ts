import { categoryNamed, type Category } from './categories.ts';
import type { ActualsRun } from './budget/finance.ts';
import { financialYearOf, financialYearOfMonth, isIsoDate, monthOf, planYears } from './calendar.ts';
import { priceBook, type PriceBook } from './price.ts';
import { decisionsOf, UNDECIDED, type Decision } from './refresh/decision.ts';
import { known, standingOf } from './refresh/due.ts';
import type { Order, OrderLine } from './orders/order.ts';
import type { FinancialYear } from './result.ts';
import type { Asset, AssetModel, BudgetLine, PlanSnapshot } from './snapshot.ts';
import type { IsoDate, MonthIndex } from './vocabulary.ts';

export type ForecastOptions = {
  /** The day the figures are as at. Months before its month are past; its own month is still to come. */
  readonly asOf: IsoDate;
  /** Years in the plan, 1 to 30; the school's horizon when left out. */
  readonly years?: number;
  /** First month of the years to show, 1 to 12. Another calendar than the school's shows the same priced events. */
  readonly yearStartMonth?: number;
  /** First year of the plan by its start; the one that holds `asOf` when left out. */
  readonly firstYear?: number;
  /** Budgets for the years shown, in place of the plan's own. Needed where another calendar is shown. */
  readonly budgets?: readonly BudgetLine[];
};

/** An order that takes the place of an asset's first replacement. */
export type Succession = { readonly month: MonthIndex; readonly date: IsoDate; readonly quantity: number };

/** A line of an order, with the order. */
export type Ordered = { readonly order: Order; readonly line: OrderLine };

/** What every part of one forecast shares: the years, the prices, and quick ways to look things up. */
export type PlanContext = {
  readonly snapshot: PlanSnapshot;
  readonly asOf: IsoDate;
  readonly asOfMonth: MonthIndex;
  readonly years: readonly FinancialYear[];
  readonly yearStartMonth: number;
  /** The school's own calendar: prices step with this one, whatever is shown. */
  readonly schoolStartMonth: number;
  readonly firstMonth: MonthIndex;
  /** First month after the plan. */
  readonly endMonth: MonthIndex;
  readonly prices: PriceBook;
  readonly category: (key: string) => Category;
  readonly model: (id: number | null) => AssetModel | null;
  /** The line of an order and the order that it stands on; null where there is none. */
  readonly orderOf: (orderLineId: number | null) => Ordered | null;
  readonly successions: ReadonlyMap<number, readonly Succession[]>;
  /** What was decided about a row of the register, by its id. */
  readonly decisionOf: (assetId: number) => Decision;
  /** Years over which overdue kit is bought; 1 is at once. */
  readonly backlogYears: number;
  readonly budgets: readonly BudgetLine[] | null;
  /** The finance system's own figures of a year of the school, where they were brought in. */
  readonly actualsOf: ReadonlyMap<number, ActualsRun>;
};

const isStartMonth = (month: number | undefined): month is number =>
  month !== undefined && Number.isInteger(month) && month >= 1 && month <= 12;

/**
 * Reads the snapshot once. Throws a RangeError for an as-at date that is not a day or for an impossible number
 * of years: those are the caller's, not the school's. What the school's file holds never throws: an impossible
 * start month is read as April, an impossible horizon as five years, and see `isSaneQuantity`.
 */
export function planContext(snapshot: PlanSnapshot, options: ForecastOptions): PlanContext {
  const { asOf } = options;
  if (!isIsoDate(asOf)) throw new RangeError('The as-at date is not a day written as yyyy-mm-dd.');
  const horizon = options.years ?? sane(snapshot.school.horizonYears, 3, 10, 5);
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > 30) throw new RangeError('A plan has 1 to 30 years.');
  const schoolStartMonth = isStartMonth(snapshot.school.yearStartMonth) ? snapshot.school.yearStartMonth : 4;
  const yearStartMonth = options.yearStartMonth ?? schoolStartMonth;
  if (!isStartMonth(yearStartMonth)) throw new RangeError('A financial year starts in one of the months 1 to 12.');
  const years = planYears(asOf, yearStartMonth, horizon, options.firstYear);
  const firstMonth = years[0]?.firstMonth ?? 0;
  const categories = new Map<string, Category>();
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const orders = orderedLines(snapshot);
  const decisions = decisionsOf(snapshot.actions);
  return {
    snapshot, asOf, asOfMonth: monthOf(asOf), years, yearStartMonth, schoolStartMonth, firstMonth,
    endMonth: firstMonth + horizon * 12,
    prices: priceBook(snapshot.inflation),
    category: (key) => {
      const seen = categories.get(key);
      if (seen !== undefined) return seen;
      const found = categoryNamed(snapshot.categories, key);
      categories.set(key, found);
      return found;
    },
    model: (id) => (id === null ? null : models.get(id) ?? null),
    orderOf: (orderLineId) => (orderLineId === null ? null : orders.get(orderLineId) ?? null),
    successions: successionsOf(snapshot.assets, asOf),
    decisionOf: (assetId) => decisions.get(assetId) ?? UNDECIDED,
    backlogYears: sane(snapshot.school.backlogYears, 1, 10, 1),
    budgets: options.budgets ?? (yearStartMonth === schoolStartMonth ? snapshot.budgets : null),
    actualsOf: actualsInForce(snapshot.finance.actualsRuns, asOf, schoolStartMonth),
  };
}

/** A whole number of the school's where it lies in its range, else what is usual. */
export const sane = (value: number, least: number, most: number, otherwise: number): number =>
  Number.isInteger(value) && value >= least && value <= most ? value : otherwise;

/** Position of a month's year in the years shown. */
export const yearIndexOf = (context: PlanContext, month: MonthIndex): number =>
  Math.floor((month - context.firstMonth) / 12);

/** The school's own financial year of a month: the one that prices step with. */
export const priceYearOf = (context: PlanContext, month: MonthIndex): number =>
  financialYearOfMonth(month, context.schoolStartMonth);

/**
 * Exports of the finance system that count as at a day, by year of the school. One that covers a month still to come
 * then did not exist yet; one whose last day lies in another year (the school has changed its calendar) says nothing.
 */
export const actualsInForce = (runs: readonly ActualsRun[], asOf: IsoDate, startMonth: number): ReadonlyMap<number, ActualsRun> => new Map(runs
  .filter(({ year, through }) => isIsoDate(through) && financialYearOf(through, startMonth) === year && monthOf(through) <= monthOf(asOf))
  .map((run) => [run.year, run]));

/** Whether the finance system's own figures say what was spent on a day, so that the register is not asked. */
export function isCovered(context: PlanContext, day: IsoDate): boolean {
  if (context.actualsOf.size === 0) return false;
  const run = context.actualsOf.get(priceYearOf(context, monthOf(day)));
  return run !== undefined && day <= run.through;
}

/** Whether a month lies in the plan and is not past. */
export const isToCome = (context: PlanContext, month: MonthIndex): boolean =>
  month >= context.asOfMonth && month >= context.firstMonth && month < context.endMonth;

/** A row that stands for 1 to a million whole items. Any other counts as one item, kept out as `unusable_value`. */
export const isSaneQuantity = (quantity: number): boolean =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= 1_000_000;

/** How many items a row stands for. */
export const itemsOf = (asset: Pick<Asset, 'quantity'>): number => (isSaneQuantity(asset.quantity) ? asset.quantity : 1);

/** Items that rows of the register stand for together. */
export const itemsIn = (assets: readonly Pick<Asset, 'quantity'>[]): number => assets.reduce((sum, asset) => sum + itemsOf(asset), 0);

/** The day planned or ordered kit is to come: its own date, or the as-at date where that is missing or gone by. */
export function deliveryDate(asset: Asset, asOf: IsoDate): IsoDate {
  const date = known(asset.inServiceDate) ?? known(asset.purchaseDate);
  return date === null || monthOf(date) < monthOf(asOf) ? asOf : date;
}

/** The lines of orders by their ids. */
function orderedLines({ orders, orderLines }: Pick<PlanSnapshot, 'orders' | 'orderLines'>): Map<number, Ordered> {
  const byId = new Map(orders.map((order) => [order.id, order]));
  return new Map(orderLines.flatMap((line) => {
    const order = byId.get(line.orderId);
    return order === undefined ? [] : [[line.id, { order, line }] as const];
  }));
}

/** Orders by the asset they succeed, soonest first. Only kit in service has its first replacement taken over. */
export function successionsOf(assets: readonly Asset[], asOf: IsoDate): Map<number, Succession[]> {
  const found = new Map<number, Succession[]>();
  for (const asset of assets) {
    if (asset.succeedsAssetId === null || standingOf(asset.status) !== 'on_the_way' || !isSaneQuantity(asset.quantity)) continue;
    const date = deliveryDate(asset, asOf);
    const list = found.get(asset.succeedsAssetId) ?? [];
    list.push({ month: monthOf(date), date, quantity: asset.quantity });
    found.set(asset.succeedsAssetId, list);
  }
  for (const list of found.values()) list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.quantity - b.quantity));
  return found;
}
