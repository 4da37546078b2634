import { actualSpent } from './actuals.ts';
import {
  isToCome, itemsOf, planContext, yearIndexOf, type ForecastOptions, type PlanContext,
} from './context.ts';
import { disposalLines } from './disposal.ts';
import { courseBasis, eventCategory, unitPenceOf } from './event-price.ts';
import { extensionLines } from './extension.ts';
import { lineOf, lossLines, recurringLines, vatOn } from './lines.ts';
import { mayBeLost } from './loss-rate.ts';
import { exposuresOf, type Exposure } from './loss.ts';
import { needLines } from './needs.ts';
import { courseOf, eventsOf, policyOfGeneration, type Course } from './refresh/occurrences.ts';
import { fundOfPurchase } from './budget/capital.ts';
import { place } from './budget/placing.ts';
import type { Forecast, UnplacedLine } from './result.ts';
import type { Asset, PlanSnapshot } from './snapshot.ts';
import { purchaseOf, type UnplacedSpent } from './spent.ts';
import { addStandStill } from './standstill.ts';
import { byCodeOf, totalsOf } from './totals.ts';
import { NOT_FORECAST_REASONS, type NotForecastReason, type Pence } from './vocabulary.ts';

export type { ForecastOptions };

/**
 * What a school will have to buy, when, and what that comes to: every purchase of the plan's years as a line of
 * its own, in the order of the years and, within one, of the register; then recurring costs, losses and needs.
 * Pure: the same snapshot and options give the same answer to the byte, on any machine, on any day.
 */
export function forecast(snapshot: PlanSnapshot, options: ForecastOptions): Forecast {
  const context = planContext(snapshot, options);
  const work = newWork(context);
  for (const asset of snapshot.assets) addAsset(context, work, asset);
  addRecurring(context, work);
  work.spent.push(...actualSpent(context));
  addLosses(context, work);
  addNeeds(context, work);
  const { lines, spent } = place(context, work.linesByYear.flat(), work.spent);
  return {
    asOf: context.asOf, years: context.years, yearStartMonth: context.yearStartMonth, lines, spent,
    totals: { ...totalsOf(context, lines, spent, work.standStillPence), byCode: byCodeOf(context, lines) },
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
  readonly linesByYear: UnplacedLine[][];
  readonly spent: UnplacedSpent[];
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
  const lines = assetLines(context, asset, course);
  for (const line of lines) work.linesByYear[line.yearIndex]?.push(line);
  for (const [categoryKey, quantity] of unpricedItems(context, asset, course, lines)) raise(work.noPrice, categoryKey, quantity);
  if (course.standing === 'out') {
    raise(work.out, course.reason, itemsOf(asset));
    return;
  }
  work.quantityForecast += asset.quantity;
  if (course.standing === 'in_service' && course.overdue) work.overdueQuantity += asset.quantity;
  const basis = courseBasis(context, asset, course);
  addStandStill(context, work.standStillPence, course, basis, context.prices.seriesFor(course.replacement.categoryKey));
  if (mayBeLost(course.policy)) work.exposures.push(...exposuresOf(context, asset, course, basis));
}

/** Items of one row without a price, by what they count as: the most that any line of a chain is for, all its chains together. */
function unpricedItems(context: PlanContext, asset: Asset, course: Course, lines: readonly UnplacedLine[]): ReadonlyMap<string, number> {
  const items = new Map<string, number>();
  const unpriced = lines.filter(({ netPence }) => netPence === null);
  if (course.standing === 'out' || course.starts.length < 2 || unpriced.length === 0) {
    for (const { categoryKey, quantity } of unpriced) items.set(categoryKey, Math.max(items.get(categoryKey) ?? 0, quantity));
    return items;
  }
  for (const start of course.starts) {
    const alone = { ...course, starts: [start] };
    for (const [key, quantity] of unpricedItems(context, asset, alone, assetLines(context, asset, alone))) {
      items.set(key, Math.min(asset.quantity, (items.get(key) ?? 0) + quantity));
    }
  }
  return items;
}

const addTo = (row: number[], year: number, amount: number): void => {
  row[year] = (row[year] ?? 0) + amount;
};

function addPurchase(context: PlanContext, work: Work, asset: Asset): void {
  const purchase = purchaseOf(context, asset);
  if (purchase === null) return;
  if (purchase.pence === null) work.boughtWithoutPrice += purchase.quantity;
  else {
    const { chartGroup, costCategory } = context.category(asset.categoryKey);
    const { date, month, quantity, pence } = purchase;
    work.spent.push({
      source: 'purchase', yearIndex: yearIndexOf(context, month), date, month, categoryKey: asset.categoryKey, chartGroup, costCategory,
      fundKey: fundOfPurchase(context, asset), quantity, pence, vatPence: purchase.vatPence ?? vatOn(context, pence) ?? 0, bookedAs: null, assetId: asset.id, recurringId: null,
    });
  }
}

/**
 * The lines of one register row in the years shown: what is bought for it, what getting rid of it costs or brings in,
 * and what was decided to pay to keep it longer. Of a row that is not in the forecast the last alone.
 */
export function assetLines(context: PlanContext, asset: Asset, course: Course): UnplacedLine[] {
  const extensions = extensionLines(context, asset);
  if (course.standing === 'out') return extensions;
  const events = eventsOf(context, asset, course);
  const lines = events.filter(({ month }) => isToCome(context, month)).map((event) => {
    const { kind, date, due, overdue, occurrence, limitingFactor, quantity } = event;
    return lineOf(context, {
      kind, date, due, overdue, occurrence, limitingFactor, quantity, assetId: asset.id,
      categoryKey: eventCategory(course, asset, event), ...paidBy(context, asset, course, event),
      unitPence: unitPenceOf(context, asset, course, event),
    });
  });
  return [...lines, ...disposalLines(context, asset, course, events), ...extensions];
}

/** The fund named for an event: what is on its way has that of its row or its order, everything else that of its policy. */
function paidBy(context: PlanContext, asset: Asset, course: Course, { kind, occurrence }: Pick<UnplacedLine, 'kind' | 'occurrence'>): Pick<UnplacedLine, 'fundKey' | 'committed'> {
  const policyFund = course.standing === 'out' ? null : policyOfGeneration(course, occurrence).fundKey;
  if (course.standing !== 'on_the_way' || kind !== 'replace' || occurrence > 0) return { fundKey: policyFund, committed: false };
  return { fundKey: context.orderOf(asset.orderLineId)?.order.fundKey ?? asset.fundKey ?? policyFund, committed: asset.status === 'ordered' };
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

function addNeeds(context: PlanContext, work: Work): void {
  for (const line of needLines(context)) {
    work.linesByYear[line.yearIndex]?.push(line);
    if (line.netPence === null) raise(work.noPrice, line.categoryKey, line.quantity);
  }
}
