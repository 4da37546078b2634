import { priceYearOf, type PlanContext } from '../../planning/context.ts';
import { lineBasis } from '../../planning/line-price.ts';
import { unitPriceAt, type Ppm, type PriceBasis, type RiseSeries } from '../../planning/price.ts';
import { paymentBasis, riseOf } from '../../planning/recurring.ts';
import { courseOf, policyOfGeneration, upgradeOf, type Course } from '../../planning/refresh/occurrences.ts';
import { needBasis, needRise } from '../../planning/needs.ts';
import type { ForecastLine } from '../../planning/result.ts';
import type { PlannedNeed } from '../../planning/scenarios/action.ts';
import type { Asset, RecurringCost } from '../../planning/snapshot.ts';

/** How the price of one in a line's year comes about: a dated price carried by an index. */
export type LinePrice = {
  readonly basis: PriceBasis;
  readonly series: RiseSeries;
  /** The school's financial year whose index counts: never before the price's own. */
  readonly year: number;
  readonly index: Ppm;
};

/** What a line is about, looked up once for the whole workbook. */
export type LineSubject = {
  readonly asset: Asset | null;
  readonly cost: RecurringCost | null;
  readonly need: PlannedNeed | null;
  /** What a mid-life upgrade fits; null for every other line. */
  readonly fitted: string | null;
  /** Null where the line's price is not simply a price carried by an index: orders, losses, parts of a year. */
  readonly price: LinePrice | null;
};

/** Looks up what each line of a forecast is about, in the context that the forecast was worked out in. */
export function lineSubjects(context: PlanContext, lines: readonly ForecastLine[]): readonly LineSubject[] {
  const { snapshot } = context;
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const costs = new Map(snapshot.recurring.map((cost) => [cost.id, cost]));
  const needs = new Map(snapshot.needs.map((need) => [need.id, need]));
  const courses = new Map<number, Course>();
  const courseFor = (asset: Asset): Course => {
    const found = courses.get(asset.id) ?? courseOf(context, asset);
    courses.set(asset.id, found);
    return found;
  };
  return lines.map((line): LineSubject => {
    const cost = line.recurringId === null ? null : costs.get(line.recurringId) ?? null;
    const asset = line.assetId === null ? null : assets.get(line.assetId) ?? null;
    if (cost !== null) {
      const basis = paymentBasis(context, cost, priceYearOf(context, line.month));
      return { asset, cost, need: null, fitted: null, price: carried(context, line, basis, riseOf(context, cost)) };
    }
    const need = line.needId === null ? null : needs.get(line.needId) ?? null;
    if (need !== null) {
      const basis = line.occurrence === 0 ? needBasis(context, need, need.unitPence) : null;
      return { asset, cost, need, fitted: null, price: carried(context, line, basis, needRise(context, need)) };
    }
    const course = asset === null ? null : courseFor(asset);
    if (asset === null || course === null) return { asset, cost, need, fitted: null, price: null };
    const policy = line.kind !== 'upgrade' || course.standing === 'out' ? null : policyOfGeneration(course, line.occurrence);
    return {
      asset, cost, need, fitted: policy === null ? null : upgradeOf(policy)?.what ?? null,
      price: carried(context, line, lineBasis(context, asset, course, line), context.prices.seriesFor(line.categoryKey)),
    };
  });
}

/** The price, where carrying it by the index gives the line's figure to the penny. */
function carried(context: PlanContext, line: ForecastLine, basis: PriceBasis | null, series: RiseSeries): LinePrice | null {
  if (basis === null || basis.fixed || line.unitPence === null) return null;
  const year = Math.max(priceYearOf(context, line.month), basis.priceYear);
  const index = context.prices.index(series, basis.priceYear, year);
  return index === null || unitPriceAt(basis.unitPence, index) !== line.unitPence ? null : { basis, series, year, index };
}
