import { sumOf } from '../money.ts';
import type { BudgetLine, PlanSnapshot } from '../snapshot.ts';
import type { FundKey, Pence } from '../vocabulary.ts';
import type { Place, Virement } from './finance.ts';

/** Money of one year in one place, after the virements that were agreed. */
export type Allocation = Place & { readonly year: number; readonly pence: Pence };

/** One text for each place. */
export const placeKey = ({ fundKey, costCategory, nature }: Place): string => `${fundKey}/${costCategory ?? ''}/${nature ?? ''}`;

/** Virements that count. */
export const agreed = (virements: readonly Virement[]): readonly Virement[] => virements.filter(({ agreedOn }) => agreedOn !== null);

/** What agreed virements brought a place in a year, less what they took. */
export function movedInto(snapshot: Pick<PlanSnapshot, 'finance'>, place: Place, year: number): Pence {
  const key = placeKey(place);
  return sumOf(agreed(snapshot.finance.virements).filter((one) => one.year === year)
    .map(({ from, to, pence }) => (placeKey(to) === key ? pence : 0) - (placeKey(from) === key ? pence : 0)));
}

/**
 * What each place holds in each year: the budget as it was entered, and what agreed virements took away and brought.
 * A virement takes from one place what it brings to another, so a year's sum is that of its budget.
 */
export function allocations(snapshot: Pick<PlanSnapshot, 'budgets' | 'finance'>): readonly Allocation[] {
  const found = new Map<string, { place: BudgetLine; pence: Pence }>();
  const add = (place: BudgetLine, pence: Pence): void => {
    const key = `${place.year}/${placeKey(place)}`;
    const there = found.get(key);
    if (there === undefined) found.set(key, { place, pence });
    else there.pence += pence;
  };
  for (const line of snapshot.budgets) if (Number.isSafeInteger(line.pence)) add(line, line.pence);
  for (const { year, from, to, pence } of agreed(snapshot.finance.virements)) {
    add({ ...from, year, pence: 0 }, -pence);
    add({ ...to, year, pence: 0 }, pence);
  }
  return [...found.values()].map(({ place: { year, fundKey, costCategory, nature }, pence }) => ({ year, fundKey, costCategory, nature, pence }));
}

/** What a fund has in a year, in all its places; null where nobody has entered anything for it. */
export const allocatedTo = (snapshot: Pick<PlanSnapshot, 'budgets' | 'finance'>, year: number, fundKey: FundKey): Pence | null => fundMoney(snapshot)(year, fundKey);

/** The same for many funds and years, worked out once. */
export function fundMoney(snapshot: Pick<PlanSnapshot, 'budgets' | 'finance'>): (year: number, fundKey: FundKey) => Pence | null {
  const sums = new Map<string, Pence>();
  for (const { year, fundKey, pence } of allocations(snapshot)) sums.set(`${year} ${fundKey}`, (sums.get(`${year} ${fundKey}`) ?? 0) + pence);
  return (year, fundKey) => sums.get(`${year} ${fundKey}`) ?? null;
}
