import type { PlanContext } from '../context.ts';
import { lossRateOf, mayBeLost, type LossRate } from '../loss-rate.ts';
import { formatCount, formatExact, formatRate } from '../money.ts';
import { courseOf } from '../refresh/occurrences.ts';
import type { ForecastLine } from '../result.ts';
import type { UserGroup } from '../vocabulary.ts';
import { itemCount, kitName, startUpper } from '../words.ts';
import { policyName } from './date-steps.ts';
import { timesStep } from './price-steps.ts';

/** More different rates than this in a category are not told one by one. */
const MOST_RATES = 6;

/** What is expected to be lost of a category in a year: the rates and where they are from, the items, their price. */
export function lossSteps(context: PlanContext, line: ForecastLine): string[] {
  const { plural } = context.category(line.categoryKey);
  const year = context.years[line.yearIndex]?.label ?? '';
  const rates = rateSteps(context, line.categoryKey);
  const told = rates.length > MOST_RATES ? [`The loss rates of ${plural} differ between ${formatCount(rates.length)} kinds and policies.`] : rates;
  const expected = `${rates.length > 1 ? 'Together they expect' : 'That comes to'} ${formatCount(line.quantity)} lost or broken in ${year}; parts of an item are carried to the next year.`;
  const price = line.unitPence === null ? ['No price is known, so the cost is left out of the totals, and they say so.'] : [
    `The kit at risk costs ${formatExact(line.unitPence)} each in that year, on average.`, timesStep(line.quantity, line.unitPence),
  ];
  return [...told, expected, ...price];
}

/** One sentence for each rate that counts in a category, with the kit that it counts for. */
function rateSteps(context: PlanContext, categoryKey: string): string[] {
  const found = new Set<string>();
  for (const asset of context.snapshot.assets) {
    if (asset.categoryKey !== categoryKey) continue;
    const course = courseOf(context, asset);
    if (course.standing === 'out' || !mayBeLost(course.policy)) continue;
    const rate = lossRateOf(context, asset, course.policy);
    if (rate.bp > 0) found.add(rateStep(context, categoryKey, policyName(context, course.policy), rate));
  }
  return [...found];
}

function rateStep(context: PlanContext, categoryKey: string, policy: string, { bp, record }: LossRate): string {
  if (record === null) return `${policy} expects ${formatRate(bp)} lost or broken a year.`;
  const kit = (userGroup: UserGroup | null): string => startUpper(kitName(context.category(categoryKey), userGroup, 2));
  const events = `${formatCount(record.events)} ${record.events === 1 ? 'event' : 'events'}`;
  if (record.lossBp === null) {
    return `${kit(record.userGroup)} go by the school’s record, which holds ${events}: too few to say, so the policy’s ${formatRate(bp)} a year counts.`;
  }
  const years = `${formatCount(Math.floor(record.itemMonths / 12))} item-years`;
  return `${kit(record.userGroup)} go by the school’s record: ${itemCount(record.items)} lost or broken in ${events} over ${years} in service is ${formatRate(bp)} a year.`;
}
