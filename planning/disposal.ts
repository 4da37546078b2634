import { addMonths, monthOf } from './calendar.ts';
import { isToCome, priceYearOf, type PlanContext } from './context.ts';
import { unitPenceOf } from './event-price.ts';
import { lineOf } from './lines.ts';
import { isUnitPrice } from './money.ts';
import { basisOf, type PriceBasis } from './price.ts';
import { categoryOfGeneration, policyOfGeneration, type Course, type Event } from './refresh/occurrences.ts';
import type { UnplacedLine } from './result.ts';
import type { Asset, RefreshPolicy } from './snapshot.ts';
import type { IsoDate, Pence } from './vocabulary.ts';

type Forecast = Exclude<Course, { standing: 'out' }>;

/** Items of a row that leave the school on a day. Generation 0 is the kit that is there today. */
export type Leaving = {
  readonly generation: number;
  readonly date: IsoDate;
  readonly quantity: number;
  /** What one of them cost; null where nobody knows. */
  readonly paidPence: Pence | null;
};

/** What getting rid of one costs today, and what one brings in: of the policy's own price date. */
export const disposalBasis = (context: PlanContext, policy: RefreshPolicy): PriceBasis | null => basisFor(context, policy, 'disposal', policy.disposalPence);
export const tradeInBasis = (context: PlanContext, policy: RefreshPolicy): PriceBasis | null => basisFor(context, policy, 'trade_in', policy.tradeInPence);

const basisFor = (context: PlanContext, policy: RefreshPolicy, source: 'disposal' | 'trade_in', pence: Pence | null): PriceBasis | null =>
  (pence === null || pence === 0 ? null : basisOf(source, pence, policy.priceDate, context.asOf, context.schoolStartMonth));

/** When kit that is passed down leaves in the end; null for kit that goes on until it fails. */
function afterNextUse(course: Forecast, date: IsoDate): IsoDate | null {
  const fate = course.standing === 'in_service' ? course.decision.fate : null;
  if (fate?.action !== 'pass_down') return date;
  return fate.nextMonths !== null ? addMonths(date, fate.nextMonths) : null;
}

/**
 * Everything of a row that leaves: today's kit when it is replaced (by its own chain or by an order), when it goes
 * without a replacement, or at the end of its next use where it is passed down; and each successor when it is replaced
 * in its turn.
 */
export function leavingsOf(context: PlanContext, asset: Asset, course: Forecast, events: readonly Event[]): Leaving[] {
  const leavings: Leaving[] = [];
  const paid = isUnitPrice(asset.unitPaidPence) ? asset.unitPaidPence : null;
  const today = (date: IsoDate | null, quantity: number): void => {
    if (date !== null && quantity > 0) leavings.push({ generation: 0, date, quantity, paidPence: paid });
  };
  if (course.standing === 'in_service') {
    let left = asset.quantity;
    for (const succession of course.successions) {
      const quantity = Math.min(left, succession.quantity);
      left -= quantity;
      today(afterNextUse(course, succession.date), quantity);
    }
    today(course.leavesOn, course.quantity);
  }
  const bought = events.filter(({ kind }) => kind === 'replace');
  bought.forEach((event, at) => {
    if (event.occurrence > 0) {
      const before = bought[at - 1];
      const paidPence = before === undefined ? null : unitPenceOf(context, asset, course, before);
      leavings.push({ generation: event.occurrence, date: event.date, quantity: event.quantity, paidPence });
    } else if (course.standing === 'in_service') today(afterNextUse(course, event.date), event.quantity);
  });
  return leavings;
}

/**
 * A line for what getting rid of kit costs and one for what it brings in, each time some of it leaves. One item brings
 * in what the policy says, at that year's price, but never more than it cost itself; where nobody knows what it cost,
 * nothing is counted on.
 */
export function disposalLines(context: PlanContext, asset: Asset, course: Forecast, events: readonly Event[]): UnplacedLine[] {
  const speaks = [course.policy, course.replacement.policy].some(({ disposalPence, tradeInPence }) => disposalPence !== null || tradeInPence !== null);
  if (!speaks) return [];
  return leavingsOf(context, asset, course, events).flatMap((leaving) => {
    const { generation, date, quantity } = leaving;
    if (!isToCome(context, monthOf(date))) return [];
    const policy = policyOfGeneration(course, generation);
    const categoryKey = categoryOfGeneration(course, asset, generation);
    const line = (unitPence: Pence | null): UnplacedLine => lineOf(context, {
      kind: 'disposal', date, occurrence: generation, categoryKey, fundKey: policy.fundKey, quantity, unitPence, assetId: asset.id,
    });
    const priceThen = (basis: PriceBasis): Pence | null =>
      context.prices.priceIn(basis, context.prices.seriesFor(categoryKey), priceYearOf(context, monthOf(date)));
    const cost = disposalBasis(context, policy);
    const income = tradeInBasis(context, policy);
    return [
      ...(cost === null ? [] : [line(priceThen(cost))]),
      ...(income === null ? [] : incomeOf(priceThen(income), leaving.paidPence).map(line)),
    ];
  });
}

/** What one brings in, as minus pence: at most what it cost; nothing where that is not known or is nothing. */
function incomeOf(pence: Pence | null, paidPence: Pence | null): (Pence | null)[] {
  if (paidPence === null || paidPence === 0) return [];
  return [pence === null ? null : -Math.min(pence, paidPence)];
}
