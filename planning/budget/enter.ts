import { divideHalfUp, formatExact, sumOf } from '../money.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { movedInto, placeKey } from './allocation.ts';
import type { Place } from './finance.ts';
import { fundNamed, usualFund } from './fund.ts';
import type { BudgetMatrix, BudgetRow } from './matrix.ts';

/**
 * Where money typed into a row of the budget goes: into its own place; of a row that goes over several funds into the
 * one that already has money there, else the one that pays there, else the usual one. Null where several have, and
 * each has a row of its own inside.
 */
export function placeToEnter(snapshot: PlanSnapshot, row: BudgetRow, year: number): Place | null {
  const { fundKey, costCategory, nature, kind, children } = row;
  if (fundKey !== null && (kind === 'undivided' || costCategory !== null)) return { fundKey, costCategory, nature };
  if (kind === 'fund') return null;
  const given = children.filter(({ cells }) => (cells[year]?.allocated ?? null) !== null);
  const paying = children.filter(({ cells }) => (cells[year]?.forecast ?? 0) !== 0);
  const [one, other] = given.length > 0 ? given : paying;
  if (other !== undefined) return null;
  return { fundKey: one?.fundKey ?? usualFor(snapshot, nature), costCategory, nature };
}

/** The usual fund, or for capital that it may not pay for the first that may. */
function usualFor({ funds }: PlanSnapshot, nature: Place['nature']): string {
  const usual = usualFund(funds);
  if (nature !== 'capital' || fundNamed(funds, usual.key).paysFor !== 'revenue') return usual.key;
  return funds.find(({ paysFor }) => paysFor !== 'revenue')?.key ?? usual.key;
}

/** What is to be entered so that a place shows an amount, or why it cannot. */
export type Entered = { readonly pence: Pence | null } | { readonly problem: string };

/** A person types what a place is to have; what was moved there or away stays moved. */
export function entryFor(snapshot: Pick<PlanSnapshot, 'finance'>, place: Place, year: number, shown: Pence | null): Entered {
  if (shown === null) return { pence: null };
  const moved = movedInto(snapshot, place, year);
  if (shown >= moved) return { pence: shown - moved };
  return { problem: `${formatExact(moved)} of it was moved here, so it has at least that. Take the move back to have less.` };
}

/** What has been entered for a place in a year, before any virement; null where nothing has. */
export const enteredIn = ({ budgets }: Pick<PlanSnapshot, 'budgets'>, place: Place, year: number): Pence | null =>
  budgets.find((line) => line.year === year && placeKey(line) === placeKey(place))?.pence ?? null;

/** An amount of one place. */
export type Share = { readonly place: Place; readonly pence: Pence };

/**
 * An amount shared among the codes of one fund as the plan spends it there, in whole pounds that add up to it exactly
 * (the last has the pence); empty where the fund pays for nothing in that year.
 * @param matrix by fund, with all spending
 */
export function dividedAsPlanned(matrix: BudgetMatrix, fundKey: string, year: number, pence: Pence): readonly Share[] {
  const row = matrix.rows.find((each) => each.fundKey === fundKey);
  const codes = (row?.children ?? []).filter(({ kind, cells }) => kind === 'code' && (cells[year]?.allocated ?? null) === null && (cells[year]?.forecast ?? 0) > 0);
  const all = sumOf(codes.map(({ cells }) => cells[year]?.forecast ?? 0));
  let cost = 0;
  let given = 0;
  return codes.map(({ costCategory, nature, cells }, at) => {
    cost += cells[year]?.forecast ?? 0;
    // By cumulative rounding: in pounds, so that no product leaves exact numbers.
    const until = at === codes.length - 1 ? pence : divideHalfUp(Math.floor(pence / 100) * Math.round(cost / 100), Math.round(all / 100)) * 100;
    const share = until - given;
    given = until;
    return { place: { fundKey, costCategory, nature }, pence: share };
  });
}
