import { MOST_MONTHS_BEFORE, purchaseMonths } from '../refresh/window.ts';
import type { RefreshPolicy } from '../snapshot.ts';
import type { MonthIndex } from '../vocabulary.ts';
import type { Months, Stretch } from './months.ts';

/** How many months before its own a purchase is placed, by the calendar month (0 for January) in which it is due. */
export type Back = Uint8Array;

/** Of a policy that places purchases in certain months; null where any will do. */
export function backOf(policy: Pick<RefreshPolicy, 'purchaseMonths'>): Back | null {
  const months = purchaseMonths(policy);
  if (months.length === 0) return null;
  return Uint8Array.from({ length: 12 }, (_, due) => {
    let back = 0;
    while (!months.includes(((due - back + 12) % 12) + 1)) back += 1;
    return back;
  });
}

/** The month in which something due is bought: no earlier than `earliest`, else when it is due. */
export function placed(back: Back | null, due: MonthIndex, earliest: MonthIndex): MonthIndex {
  if (back === null) return due;
  const month = due - back[due % 12]!;
  return month < earliest ? due : month;
}

/** Months after the plan in which what is bought within it can fall due. */
export const reachOf = (back: Back | null): number => (back === null ? 0 : MOST_MONTHS_BEFORE);

/** The months in which purchases fall due, cut where the year that they are placed in changes: first ones, and those that follow. */
export type Placings = { readonly first: readonly Stretch[]; readonly later: readonly Stretch[] };

export function placingsOf(months: Months, back: Back | null, every: number): Placings {
  if (back === null) return { first: months.stretches, later: months.stretches };
  return { first: dueStretches(months, (due) => placed(back, due, months.asOf)), later: dueStretches(months, (due) => placed(back, due, due - every)) };
}

function dueStretches({ first, end, asOf, yearOf, priceYearOf }: Months, placedIn: (due: MonthIndex) => MonthIndex): Stretch[] {
  const stretches: { from: MonthIndex; to: MonthIndex; year: number; priceYear: number }[] = [];
  for (let due = asOf; due < end + MOST_MONTHS_BEFORE; due++) {
    const month = placedIn(due);
    if (month < Math.max(first, asOf) || month >= end) continue;
    const [year, priceYear] = [yearOf[month - first]!, priceYearOf[month - first]!];
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.to === due && last.year === year && last.priceYear === priceYear) last.to = due + 1;
    else stretches.push({ from: due, to: due + 1, year, priceYear });
  }
  return stretches;
}
