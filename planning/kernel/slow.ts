import type { PlanContext } from '../context.ts';
import { courseBasis } from '../event-price.ts';
import { assetLines } from '../forecast.ts';
import { mayBeLost } from '../loss-rate.ts';
import { exposuresOf, type Exposure } from '../loss.ts';
import { courseOf } from '../refresh/occurrences.ts';
import type { UnplacedLine } from '../result.ts';
import type { Asset } from '../snapshot.ts';
import { addStandStill } from '../standstill.ts';
import type { Pence } from '../vocabulary.ts';

/** What the rows that columns cannot hold come to: those on order or whose successor is, and those with a course of their own. */
export type SlowSums = {
  readonly lines: readonly UnplacedLine[];
  readonly exposures: readonly Exposure[];
  readonly standStillPence: readonly Pence[];
};

/** Asks the forecast itself, row by row, under the policies of the context: lives may change here too. */
export function slowSums(context: PlanContext, assets: Iterable<Asset>): SlowSums {
  const lines: UnplacedLine[] = [];
  const exposures: Exposure[] = [];
  const standStillPence = context.years.map(() => 0);
  for (const asset of assets) {
    const course = courseOf(context, asset);
    lines.push(...assetLines(context, asset, course));
    if (course.standing === 'out') continue;
    const basis = courseBasis(context, asset, course);
    addStandStill(context, standStillPence, course, basis, context.prices.seriesFor(course.replacement.categoryKey));
    if (mayBeLost(course.policy)) exposures.push(...exposuresOf(context, asset, course, basis));
  }
  return { lines, exposures, standStillPence };
}
