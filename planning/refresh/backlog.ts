import { dayOfMonth, financialYearOf, firstMonthOf } from '../calendar.ts';
import type { PlanContext } from '../context.ts';
import { divideHalfUp } from '../money.ts';
import type { Asset } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { priceOfReplacement } from './replacement.ts';
import { stateOf, type State } from './state.ts';

/** Items of one row whose chain begins on the same day. */
export type Start = { readonly date: IsoDate; readonly quantity: number };

/*
 * Kit that is overdue today, bought in even parts over several years.
 *
 * The overdue items of one kind (category) stand in a queue, the longest overdue first; the year of an item is its
 * place in the queue, cut into as many parts as there are years by cumulative rounding, so that no year is more than
 * an item away from its even share. The first part is bought in the as-at month, every later one in the first month
 * of a financial year of the school. A group of 30 is 30 places, and items due on the same day stand in the order of
 * whatever else changes a figure (the dearer first), so that neither the order of the register nor whether a group is
 * one row or many makes a difference to the totals of a kind.
 *
 * An item more in the queue moves others back: only with a backlog spread over years can the plan for two halves of a
 * register differ, by a few items a kind, from the plan for the whole. Kit that is not replaced is not in the queue.
 */

const queues = new WeakMap<PlanContext, ReadonlyMap<number, readonly Start[]>>();

/** When the overdue items of a row are bought, the first of them first. */
export function backlogStarts(context: PlanContext, assetId: number): readonly Start[] {
  let starts = queues.get(context);
  if (starts === undefined) queues.set(context, starts = startsByAsset(context));
  return starts.get(assetId) ?? [];
}

type Waiting = { readonly asset: Asset; readonly state: Extract<State, { standing: 'in_service' }> };

function startsByAsset(context: PlanContext): Map<number, Start[]> {
  const waiting = context.snapshot.assets.flatMap((asset): Waiting[] => {
    const state = stateOf(context, asset);
    return state.standing === 'in_service' && state.overdue && state.quantity > 0 && state.decision.fate?.action !== 'retire'
      ? [{ asset, state }] : [];
  });
  const starts = new Map<number, Start[]>();
  for (const queue of Map.groupBy(waiting, ({ asset }) => asset.categoryKey).values()) {
    const ends = yearEnds(queue.reduce((sum, { state }) => sum + state.quantity, 0), context.backlogYears);
    let place = 0;
    for (const { asset, state } of inTurn(context, queue)) {
      const until = place + state.quantity;
      starts.set(asset.id, ends.flatMap((end, year): Start[] => {
        const quantity = Math.min(until, end) - Math.max(place, ends[year - 1] ?? 0);
        return quantity > 0 ? [{ date: dayInYear(context, year), quantity }] : [];
      }));
      place = until;
    }
  }
  return starts;
}

/** How many items are bought by the end of each year. */
const yearEnds = (items: number, years: number): readonly number[] =>
  Array.from({ length: years }, (_, year) => divideHalfUp(items * (year + 1), years));

/** The as-at date, then the first day of each financial year of the school. */
const dayInYear = ({ asOf, schoolStartMonth }: PlanContext, year: number): IsoDate =>
  year === 0 ? asOf : dayOfMonth(firstMonthOf(financialYearOf(asOf, schoolStartMonth) + year, schoolStartMonth));

/** The longest overdue first; of the same day in the order of all that changes a figure, and then of their numbers. */
function inTurn(context: PlanContext, queue: readonly Waiting[]): readonly Waiting[] {
  const keyed = queue.map((waiting) => {
    const { asset, state } = waiting;
    const price = priceOfReplacement(context, asset, state.policy);
    return {
      waiting,
      key: [
        state.due.date, -(price?.unitPence ?? -1), price?.priceDate ?? '', state.policy.id, -(asset.unitPaidPence ?? -1),
        state.decision.fate?.nextMonths ?? -1, asset.id,
      ] as const,
    };
  });
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ waiting }) => waiting);
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  const [one, other] = [a[at], b[at]];
  return one === undefined || other === undefined ? 0 : one < other ? -1 : 1;
}
