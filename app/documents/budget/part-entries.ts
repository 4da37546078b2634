import { budgetEntries, type BudgetEntry } from '../../../planning/budget/entries.ts';
import { monthlyEntries } from '../../../planning/budget/periods.ts';
import type { FinancialYear, Forecast } from '../../../planning/result.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';

export type ReturnPart = 'P1' | 'P2' | 'Full';

/** September to March; the five months after them are the second part. */
const FIRST_PART_MONTHS = 7;

/** Only a year from September has the parts of the budget forecast return. */
export const partOf = ({ start, firstMonth }: Pick<FinancialYear, 'start' | 'firstMonth'>, month: number): ReturnPart =>
  (!start.endsWith('-09-01') ? 'Full' : month - firstMonth < FIRST_PART_MONTHS ? 'P1' : 'P2');

/** The entries of a budget, each in one part of its year: what is charged through both parts of a September year is two. */
export function partEntries(snapshot: PlanSnapshot, result: Forecast): readonly BudgetEntry[] {
  if (result.years[0] === undefined || partOf(result.years[0], result.years[0].firstMonth) === 'Full') return budgetEntries(snapshot, result);
  const entryPart = ({ yearIndex, month }: BudgetEntry): ReturnPart => {
    const year = result.years[yearIndex];
    return year === undefined ? 'Full' : partOf(year, month);
  };
  const byLine = Map.groupBy(monthlyEntries(snapshot, result), ({ line, spent }) => line ?? spent);
  return [...byLine.values()].flatMap((months) => [...Map.groupBy(months, entryPart).values()].map(together));
}

function together(months: readonly BudgetEntry[]): BudgetEntry {
  const [first] = months as [BudgetEntry];
  if (months.length === 1) return first;
  const sum = (amount: (entry: BudgetEntry) => number | null): number | null =>
    months.reduce<number | null>((all, entry) => (all === null ? amount(entry) : all + (amount(entry) ?? 0)), null);
  const quantity = first.line?.kind === 'loss' ? months.reduce((all, entry) => all + entry.quantity, 0) : first.quantity;
  return { ...first, quantity, netPence: sum(({ netPence }) => netPence), vatPence: sum(({ vatPence }) => vatPence) };
}
