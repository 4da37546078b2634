import type { FinancialYear } from '../result.ts';
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
 * What revenue pays towards capital in each year, once as spending of the revenue account and once as income of the
 * capital one, under the codes that the school accounts by when that year begins. Memo rows: the purchase itself stands
 * under its capital code. None where revenue pays for no capital. Source: DfE, CFR framework, capital expenditure.
 */
export function financedRows(
  snapshot: Pick<PlanSnapshot, 'school' | 'finance'>, { revenueFinanced, years }: { readonly revenueFinanced: readonly Pence[] | null; readonly years: readonly Pick<FinancialYear, 'start'>[] },
): readonly MemoRow[] {
  if (revenueFinanced === null) return [];
  const schemes = years.map(({ start }) => schemeOn(snapshot, start));
  return [...new Set(schemes)].flatMap((scheme) => FINANCING_CODES[scheme].map((code) =>
    ({ code, name: codeWithTitle(code), pence: revenueFinanced.map((pence, year) => (schemes[year] === scheme ? pence : 0)) })));
}
