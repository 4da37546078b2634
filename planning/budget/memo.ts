import type { PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { codeWithTitle } from './code-titles.ts';
import { schemeOn } from './codes.ts';
import type { BudgetEntry } from './entries.ts';
import { fundNamed, type Fund } from './fund.ts';

/** Money that stands once more beside the totals, and in none of them. */
export type MemoRow = {
  readonly code: string;
  /** `E30 Direct revenue financing`. */
  readonly name: string;
  readonly pence: readonly Pence[];
};

/** Codes under which revenue is passed to capital, and of which account it is income; an academy has one for both. */
export const FINANCING_CODES = { cfr: ['E30', 'CI04'], academy: ['BAE290'] } as const;

/** Whether what an entry pays for is capital that revenue pays. A lease that counts as capital is its own source. */
export function isRevenueFinanced(funds: readonly Fund[], { nature, paidFrom }: Pick<BudgetEntry, 'nature' | 'paidFrom'>): boolean {
  const { paysFor, kind } = fundNamed(funds, paidFrom);
  return nature === 'capital' && kind !== 'lease' && (paysFor !== 'capital' || kind === 'direct_revenue_financing');
}

/**
 * What revenue pays towards capital in each year: once as spending of the revenue account, once as income of the capital
 * one. Memo rows: the purchase itself stands under its capital code. None where revenue pays for no capital.
 * Source: DfE, CFR framework, capital expenditure.
 */
export function memoRows(snapshot: PlanSnapshot, years: number, entries: readonly BudgetEntry[]): readonly MemoRow[] {
  const sums = new Map<string, Pence[]>();
  for (const entry of entries) {
    if (!isRevenueFinanced(snapshot.funds, entry)) continue;
    for (const code of FINANCING_CODES[schemeOn(snapshot, (entry.line ?? entry.spent).date)]) {
      const row = sums.get(code) ?? Array.from({ length: years }, () => 0);
      row[entry.yearIndex] = (row[entry.yearIndex] ?? 0) + (entry.netPence ?? 0);
      sums.set(code, row);
    }
  }
  return Object.values(FINANCING_CODES).flat().flatMap((code) => {
    const pence = sums.get(code);
    return pence === undefined ? [] : [{ code, name: codeWithTitle(code), pence }];
  });
}
