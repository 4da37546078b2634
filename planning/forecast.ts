import {
  isToCome, itemsOf, planContext, priceYearOf, yearIndexOf, type ForecastOptions, type PlanContext,
} from './context.ts';
import { lossLines, recurringLines, revenueCode, vatOn } from './lines.ts';
import { mayBeLost } from './loss-rate.ts';
import { exposuresOf, type Exposure } from './loss.ts';
import { basisOf, replacementBasis, upgradeBasis, type PriceBasis } from './price.ts';
import { courseOf, eventsOf, upgradeOf, type Course } from './refresh/occurrences.ts';
import type { Forecast, ForecastLine } from './result.ts';
import type { Asset, PlanSnapshot } from './snapshot.ts';
import { purchaseOf } from './spent.ts';
import { addStandStill } from './standstill.ts';
import { totalsOf, type Spent } from './totals.ts';
import { NOT_FORECAST_REASONS, type NotForecastReason, type Pence } from './vocabulary.ts';

export type { ForecastOptions };

/**
 * What a school will have to buy, when, and what that comes to: every purchase of the plan's years as a line of
 * its own, in the order of the years and, within one, of the register; then recurring costs, then losses.
 * Pure: the same snapshot and options give the same answer to the byte, on any machine, on any day.
 */
export function forecast(snapshot: PlanSnapshot, options: ForecastOptions): Forecast {
  const context = planContext(snapshot, options);
  const work = newWork(context);
  for (const asset of snapshot.assets) addAsset(context, work, asset);
  addRecurring(context, work);
  addLosses(context, work);
  const lines = work.linesByYear.flat();
  return {
    asOf: context.asOf, years: context.years, yearStartMonth: context.yearStartMonth, lines,
    totals: totalsOf(context, lines, work.spent, work.standStillPence),
    notInForecast: NOT_FORECAST_REASONS.flatMap((reason) => {
      const quantity = work.out.get(reason);
      return quantity === undefined ? [] : [{ reason, quantity }];
    }),
    noPrice: [...work.noPrice].map(([categoryKey, quantity]) => ({ categoryKey, quantity }))
      .sort((a, b) => (a.categoryKey < b.categoryKey ? -1 : 1)),
    quantityForecast: work.quantityForecast,
    quantityRegister: work.quantityForecast + [...work.out.values()].reduce((sum, quantity) => sum + quantity, 0),
    overdueQuantity: work.overdueQuantity,
    boughtWithoutPrice: work.boughtWithoutPrice,
  };
}

type Work = {
  readonly linesByYear: ForecastLine[][];
  readonly spent: Spent[];
  readonly standStillPence: Pence[];
  readonly exposures: Exposure[];
  readonly out: Map<NotForecastReason, number>;
  readonly noPrice: Map<string, number>;
  quantityForecast: number;
  overdueQuantity: number;
  boughtWithoutPrice: number;
};

const newWork = (context: PlanContext): Work => ({
  linesByYear: context.years.map(() => []), spent: [], standStillPence: context.years.map(() => 0), exposures: [],
  out: new Map(), noPrice: new Map(), quantityForecast: 0, overdueQuantity: 0, boughtWithoutPrice: 0,
});

const raise = <Key>(counts: Map<Key, number>, key: Key, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

function addAsset(context: PlanContext, work: Work, asset: Asset): void {
  addPurchase(context, work, asset);
  const course = courseOf(context, asset);
  if (course.standing === 'out') {
    raise(work.out, course.reason, itemsOf(asset));
    return;
  }
  work.quantityForecast += asset.quantity;
  if (course.standing === 'in_service' && course.overdue) work.overdueQuantity += asset.quantity;
  const basis = replacementBasis(asset, course.model, course.policy, context.asOf, context.schoolStartMonth);
  const lines = assetLines(context, asset, course);
  for (const line of lines) work.linesByYear[line.yearIndex]?.push(line);
  const unpriced = lines.reduce((most, line) => (line.netPence === null ? Math.max(most, line.quantity) : most), 0);
  if (unpriced > 0) raise(work.noPrice, asset.categoryKey, unpriced);
  const series = context.prices.seriesFor(asset.categoryKey);
  addStandStill(context, work.standStillPence, course, basis, series);
  if (mayBeLost(course.policy)) work.exposures.push(...exposuresOf(context, asset, course, basis));
}

const addTo = (row: number[], year: number, amount: number): void => {
  row[year] = (row[year] ?? 0) + amount;
};

function addPurchase(context: PlanContext, work: Work, asset: Asset): void {
  const purchase = purchaseOf(context, asset);
  if (purchase === null) return;
  if (purchase.pence === null) work.boughtWithoutPrice += purchase.quantity;
  else {
    const { chartGroup } = context.category(asset.categoryKey);
    work.spent.push({ yearIndex: yearIndexOf(context, purchase.month), chartGroup, pence: purchase.pence });
  }
}

/** The lines of one register row in the years shown. */
export function assetLines(context: PlanContext, asset: Asset, course: Exclude<Course, { standing: 'out' }>): ForecastLine[] {
  const { costCategory, chartGroup } = context.category(asset.categoryKey);
  const series = context.prices.seriesFor(asset.categoryKey);
  const lines: ForecastLine[] = [];
  for (const event of eventsOf(context, asset, course)) {
    if (!isToCome(context, event.month)) continue;
    const basis = eventBasis(context, asset, course, event);
    const unitPence = basis === null ? null : context.prices.priceIn(basis, series, priceYearOf(context, event.month));
    const netPence = unitPence === null ? null : event.quantity * unitPence;
    lines.push({
      yearIndex: yearIndexOf(context, event.month), date: event.date, month: event.month, kind: event.kind,
      categoryKey: asset.categoryKey, costCategory, chartGroup, code: revenueCode(costCategory), fundKey: course.policy.fundKey,
      quantity: event.quantity, unitPence, netPence, vatPence: vatOn(context, netPence),
      limitingFactor: event.limitingFactor, due: event.due, overdue: event.overdue, occurrence: event.occurrence,
      assetId: asset.id, recurringId: null, needId: null,
    });
  }
  return lines;
}

/** The price that an event is worked out from. An order is paid at what it was placed at, where it says so. */
export function eventBasis(
  context: PlanContext, asset: Asset, course: Exclude<Course, { standing: 'out' }>, event: Pick<ForecastLine, 'kind' | 'occurrence'>,
): PriceBasis | null {
  const { asOf, schoolStartMonth } = context;
  if (event.kind === 'upgrade') {
    const upgrade = upgradeOf(course.policy);
    return upgrade === null ? null : upgradeBasis(upgrade, course.policy, asOf, schoolStartMonth);
  }
  if (course.standing === 'on_the_way' && event.occurrence === 0 && asset.unitPaidPence !== null && asset.unitPaidPence > 0) {
    return basisOf('order', asset.unitPaidPence, asset.purchaseDate, asOf, schoolStartMonth);
  }
  return replacementBasis(asset, course.model, course.policy, asOf, schoolStartMonth);
}

function addRecurring(context: PlanContext, work: Work): void {
  const { lines, spent, standStillPence, unpriced } = recurringLines(context);
  for (const line of lines) work.linesByYear[line.yearIndex]?.push(line);
  work.spent.push(...spent);
  standStillPence.forEach((pence, year) => addTo(work.standStillPence, year, pence));
  for (const categoryKey of unpriced) raise(work.noPrice, categoryKey, 1);
}

function addLosses(context: PlanContext, work: Work): void {
  for (const line of lossLines(context, work.exposures)) {
    work.linesByYear[line.yearIndex]?.push(line);
    if (line.netPence === null) raise(work.noPrice, line.categoryKey, line.quantity);
  }
}
