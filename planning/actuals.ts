import type { Actual, ActualsRun, Place } from './budget/finance.ts';
import { dayOfMonth, firstMonthOf, isIsoDate, monthOf } from './calendar.ts';
import { yearIndexOf, type PlanContext } from './context.ts';
import { vatOn } from './lines.ts';
import { divideHalfUp, sumOf } from './money.ts';
import { chargeIn } from './recurring.ts';
import type { UnplacedSpent } from './spent.ts';
import { consumablesBought, runRates } from './upkeep/run-rate.ts';
import { SPEND_NATURES, type ChartGroup, type CostCategory, type FundKey, type MonthIndex, type Pence, type SpendNature } from './vocabulary.ts';

/*
 * What the finance system says was spent. An export of a year covers its days from the first to the one it goes
 * through: on those days its figures stand, and neither the register's purchases nor its running costs are asked; on
 * the days after them the register is asked as if there were no export. So nothing counts twice and no day is left
 * out. A row without a day of its own is the year so far: it is spread evenly over the months covered, so that it can
 * be told by term and in another calendar's years.
 */

/** Under which group of the chart kit of a cost category stands. */
const KIT_GROUPS: Readonly<Record<CostCategory, ChartGroup>> = {
  connectivity: 'network', onsite_servers: 'servers', it_learning_resources: 'running', admin_software: 'running',
  laptops_desktops_tablets: 'devices', other_hardware: 'displays', it_support: 'running',
};

/** What was spent of one place, month by month from the first of the year. */
type PlaceMonths = {
  readonly costCategory: CostCategory; readonly nature: SpendNature; readonly fundKey: FundKey; readonly pence: Pence[];
};

/** What the finance system says was spent in the years shown, by month and place. */
export const actualSpent = (context: PlanContext): readonly UnplacedSpent[] => [...context.actualsOf.values()].flatMap((run) => {
  const first = firstMonthOf(run.year, context.schoolStartMonth);
  return [...Map.groupBy(placesOf(context, run, first), ({ costCategory }) => costCategory)].flatMap(([costCategory, places]) =>
    grouped(places, runningIn(context, run, costCategory)).map(({ place: { fundKey, nature: bookedAs }, at, chartGroup, pence }) =>
      spentIn(context, first + at, { costCategory, fundKey, bookedAs, chartGroup, pence })));
}).filter(({ month }) => month >= context.firstMonth && month < context.endMonth);

const spentIn = (context: PlanContext, month: MonthIndex, own: Pick<UnplacedSpent, 'costCategory' | 'fundKey' | 'bookedAs' | 'chartGroup' | 'pence'>): UnplacedSpent => ({
  ...own, source: 'actual', yearIndex: yearIndexOf(context, month), month, date: dayOfMonth(month), categoryKey: null, quantity: 0,
  vatPence: vatOn(context, own.pence) ?? 0, assetId: null, recurringId: null,
});

/** The actuals of a run by place, in the order of the file, revenue first. */
function placesOf(context: PlanContext, run: ActualsRun, first: MonthIndex): PlaceMonths[] {
  const found = new Map<string, { readonly months: PlaceMonths; undated: Pence }>();
  for (const actual of context.snapshot.finance.actuals) {
    if (actual.runId !== run.id || !Number.isSafeInteger(actual.pence)) continue;
    const { costCategory, nature, fundKey, on, pence } = actual;
    if (on !== null && !(isIsoDate(on) && on <= run.through && monthOf(on) >= first)) continue;
    const key = placeKeyOf(actual);
    const there = found.get(key) ?? { months: { costCategory, nature, fundKey, pence: Array.from({ length: monthOf(run.through) - first + 1 }, () => 0) }, undated: 0 };
    if (on === null) there.undated += pence;
    else there.months.pence[monthOf(on) - first]! += pence;
    found.set(key, there);
  }
  for (const { months, undated } of found.values()) spread(months.pence, undated);
  return [...found.values()].map(({ months }) => months).sort((a, b) => SPEND_NATURES.indexOf(a.nature) - SPEND_NATURES.indexOf(b.nature));
}

const placeKeyOf = ({ costCategory, nature, fundKey }: Pick<Actual, keyof Place>): string => `${costCategory}/${nature}/${fundKey}`;

/** Adds an amount to months evenly, by cumulative rounding: together they take it whole. */
function spread(months: Pence[], amount: Pence): void {
  const until = (count: number): Pence => divideHalfUp(amount * count, months.length);
  months.forEach((pence, at) => { months[at] = pence + until(at + 1) - until(at); });
}

/** What the plan's own running costs and consumables of a cost category come to in the days covered, month by month. */
export function runningIn(context: PlanContext, { year, through }: ActualsRun, costCategory: CostCategory): readonly Pence[] {
  const { snapshot, asOf, schoolStartMonth } = context;
  const first = firstMonthOf(year, schoolStartMonth);
  const months = Array.from({ length: monthOf(through) - first + 1 }, () => 0);
  for (const cost of snapshot.recurring.filter((each) => each.costCategory === costCategory)) {
    months.forEach((pence, at) => {
      const charge = chargeIn(context, cost, first + at);
      if (charge !== null && charge.day <= through) months[at] = pence + (charge.pence ?? 0);
    });
  }
  for (const { date, month, categoryKey, pence } of consumablesBought(snapshot, runRates(snapshot, asOf))) {
    if (month < first || date > through || context.category(categoryKey).costCategory !== costCategory) continue;
    months[month - first]! += pence;
  }
  return months;
}

type Part = { readonly place: PlaceMonths; readonly at: number; readonly chartGroup: ChartGroup; readonly pence: Pence };

/**
 * Months of a cost category's places by group of the chart: as much of the revenue spent as its running costs of those
 * months come to is running, in their own months first; the rest is its kit.
 */
function grouped(places: readonly PlaceMonths[], running: readonly Pence[]): Part[] {
  const revenue = places.filter(({ nature }) => nature === 'revenue');
  let left = Math.min(sumOf(running), Math.max(0, sumOf(revenue.flatMap(({ pence }) => pence))));
  const taken = new Map(places.map((place) => [place, running.map(() => 0)]));
  const take = (mostOf: (at: number) => Pence): void => running.forEach((_, at) => {
    let most = mostOf(at);
    for (const place of revenue) {
      const of = taken.get(place) ?? [];
      const pence = Math.min(left, most, Math.max(0, (place.pence[at] ?? 0) - (of[at] ?? 0)));
      of[at] = (of[at] ?? 0) + pence;
      most -= pence;
      left -= pence;
    }
  });
  take((at) => running[at] ?? 0);
  take(() => left);
  return places.flatMap((place) => place.pence.flatMap((pence, at): Part[] => {
    const part = taken.get(place)?.[at] ?? 0;
    const kit = KIT_GROUPS[place.costCategory];
    return [{ place, at, chartGroup: 'running' as const, pence: part }, { place, at, chartGroup: kit, pence: pence - part }].filter((each) => each.pence !== 0);
  }));
}
