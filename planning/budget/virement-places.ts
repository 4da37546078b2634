import type { PlanSnapshot } from '../snapshot.ts';
import { COST_CATEGORIES, SPEND_NATURES, type Pence } from '../vocabulary.ts';
import { allocations, placeKey } from './allocation.ts';
import type { Place } from './finance.ts';
import { fundNamed, fundOrder } from './fund.ts';
import { hasOwnPurpose, mayHold } from './may-hold.ts';

/** A place money can be moved from or to, with what it holds. */
export type HeldPlace = { readonly place: Place; readonly heldPence: Pence };

/** Codes in the order of lists, revenue before capital, what is not divided last; of each the funds in their order. */
function inOrder({ funds }: Pick<PlanSnapshot, 'funds'>): (a: HeldPlace, b: HeldPlace) => number {
  const order = fundOrder(funds);
  const rank = ({ place: { fundKey, costCategory, nature } }: HeldPlace): number => {
    const code = costCategory === null ? 2 * COST_CATEGORIES.length : COST_CATEGORIES.indexOf(costCategory) + (nature === 'capital' ? COST_CATEGORIES.length : 0);
    return code * 1_000 + order.indexOf(fundKey);
  };
  return (a, b) => rank(a) - rank(b);
}

/** The places of a year that have money to give. */
export const sourcesOf = (snapshot: PlanSnapshot, year: number): readonly HeldPlace[] => allocations(snapshot)
  .filter((each) => each.year === year && each.pence > 0)
  .map(({ fundKey, costCategory, nature, pence }) => ({ place: { fundKey, costCategory, nature }, heldPence: pence })).toSorted(inOrder(snapshot));

/** The places that money from one may go to: those that hold some already, and every code that its own fund may pay for. */
export function targetsOf(snapshot: PlanSnapshot, year: number, from: Place): readonly HeldPlace[] {
  const held = allocations(snapshot).filter((each) => each.year === year);
  const own = fundNamed(snapshot.funds, from.fundKey);
  const codes = COST_CATEGORIES.flatMap((costCategory) => SPEND_NATURES.map((nature): Place => ({ fundKey: from.fundKey, costCategory, nature })));
  const places = new Map([...held, ...codes].map(({ fundKey, costCategory, nature }) => [placeKey({ fundKey, costCategory, nature }), { fundKey, costCategory, nature }]));
  places.delete(placeKey(from));
  return [...places.values()].filter(({ fundKey, costCategory, nature }) => {
    const fund = fundNamed(snapshot.funds, fundKey);
    return mayHold(fund, costCategory, nature) && (fundKey === from.fundKey || !(hasOwnPurpose(fund) || hasOwnPurpose(own)));
  }).map((place) => ({ place, heldPence: held.find((each) => placeKey(each) === placeKey(place))?.pence ?? 0 })).toSorted(inOrder(snapshot));
}
