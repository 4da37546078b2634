import { formatLongDate } from '../calendar.ts';
import { priceYearOf, type PlanContext } from '../context.ts';
import { leavingsOf, type Leaving } from '../disposal.ts';
import { isIncome, lineBasis } from '../line-price.ts';
import { formatCount, formatExact } from '../money.ts';
import { eventsOf, policyOfGeneration, type InService, type OnTheWay } from '../refresh/occurrences.ts';
import type { ForecastLine } from '../result.ts';
import type { Asset } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { spanOf } from '../words.ts';
import { policyName } from './date-steps.ts';
import { priceStep, timesStep } from './price-steps.ts';

type Forecast = InService | OnTheWay;

/** Kit that leaves: when and why, what that costs or brings in. */
export function disposalSteps(context: PlanContext, asset: Asset, course: Forecast, line: ForecastLine): string[] {
  const leaving = leavingsOf(context, asset, course, eventsOf(context, asset, course)).find((each) =>
    each.generation === line.occurrence && each.date === line.date && each.quantity === line.quantity);
  if (leaving === undefined) return [];
  const policy = policyOfGeneration(course, line.occurrence);
  const series = context.prices.seriesFor(line.categoryKey);
  const basis = lineBasis(context, asset, course, line);
  const times = (unitPence: Pence | null): string[] => (line.quantity > 1 && unitPence !== null ? [timesStep(line.quantity, unitPence)] : []);
  const when = [leavingStep(course, leaving), `${formatLongDate(line.date)} is in ${context.years[line.yearIndex]?.label ?? ''}.`];
  if (!isIncome(line)) return [...when, priceStep(context, line, basis, series, line.unitPence), ...times(line.unitPence)];
  const brings = -(line.unitPence ?? 0);
  const uncapped = basis === null ? null : context.prices.priceIn(basis, series, priceYearOf(context, line.month));
  return [
    ...when, priceStep(context, line, basis, series, uncapped),
    ...(uncapped !== null && uncapped > brings ? [`One cost ${formatExact(brings)} itself, and ${policyName(context, policy).replace(/^./, (first) => first.toLowerCase())} counts on no more than that.`] : []),
    ...times(brings), 'That is income, so it is taken off the costs.',
  ];
}

/** When some of the kit leaves, and because of what. */
function leavingStep(course: Forecast, { generation, date, quantity }: Leaving): string {
  const day = formatLongDate(date);
  const [it, leaves] = quantity === 1 ? ['It', 'leaves'] : [`${formatCount(quantity)} of them`, 'leave'];
  if (generation > 0) return `What was bought in ${quantity === 1 ? 'its' : 'their'} place leaves on ${day}, when it is replaced in its turn.`;
  const fate = course.standing === 'in_service' ? course.decision.fate : null;
  if (fate?.action === 'retire') return `${it} ${leaves} on ${day} without a replacement.`;
  if (fate?.action === 'pass_down' && fate.nextMonths !== null) return `${it} ${leaves} on ${day}, after ${spanOf(fate.nextMonths)} in another use.`;
  const order = course.standing === 'in_service' && course.successions.some((succession) => succession.date === date);
  return order ? `${it} ${leaves} on ${day}, when what is on order comes.` : `${it} ${leaves} on ${day}, when the replacement is bought.`;
}
