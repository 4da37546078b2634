import { priceYearOf, type PlanContext } from './context.ts';
import { basisOf, replacementBasis, upgradeBasis, type PriceBasis } from './price.ts';
import { categoryOfGeneration, policyOfGeneration, upgradeOf, type Course, type Event } from './refresh/occurrences.ts';
import type { ForecastLine } from './result.ts';
import type { Asset } from './snapshot.ts';
import type { Pence } from './vocabulary.ts';

type Forecast = Exclude<Course, { standing: 'out' }>;
type Happening = Pick<ForecastLine, 'kind' | 'occurrence'>;

/** What the replacements of a row are worked out from; null where no price is known. */
export const courseBasis = (context: PlanContext, asset: Asset, course: Forecast): PriceBasis | null =>
  replacementBasis(asset, course.replacement.model, course.policy, context.asOf, context.schoolStartMonth);

/** The price that an event is worked out from. An order is paid at what it was placed at, where it says so. */
export function eventBasis(context: PlanContext, asset: Asset, course: Forecast, event: Happening): PriceBasis | null {
  const { asOf, schoolStartMonth } = context;
  if (event.kind === 'upgrade') {
    const policy = policyOfGeneration(course, event.occurrence);
    const upgrade = upgradeOf(policy);
    return upgrade === null ? null : upgradeBasis(upgrade, policy, asOf, schoolStartMonth);
  }
  if (course.standing === 'on_the_way' && event.occurrence === 0) {
    return asset.unitPaidPence !== null && asset.unitPaidPence > 0
      ? basisOf('order', asset.unitPaidPence, asset.purchaseDate, asOf, schoolStartMonth)
      : replacementBasis(asset, course.model, course.policy, asOf, schoolStartMonth);
  }
  return courseBasis(context, asset, course);
}

/** What the kit bought, or fitted with an upgrade, counts as. */
export const eventCategory = (course: Forecast, asset: Asset, { kind, occurrence }: Happening): string =>
  (kind === 'upgrade' ? categoryOfGeneration(course, asset, occurrence) : course.replacement.categoryKey);

/** What one costs in the year of an event; null where no price is known. */
export function unitPenceOf(
  context: PlanContext, asset: Asset, course: Forecast, event: Pick<Event, 'kind' | 'occurrence' | 'month'>,
): Pence | null {
  const basis = eventBasis(context, asset, course, event);
  const series = context.prices.seriesFor(eventCategory(course, asset, event));
  return basis === null ? null : context.prices.priceIn(basis, series, priceYearOf(context, event.month));
}
