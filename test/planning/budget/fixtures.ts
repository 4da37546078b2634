import { NO_FINANCE, USUAL_PROFILE, type CapitalRule, type FinanceFacts } from '../../../planning/budget/finance.ts';
import { SHIPPED_FUNDS, type Fund } from '../../../planning/budget/fund.ts';
import { explainLine } from '../../../planning/explain.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { Asset, BudgetLine, PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, kit, policiesWith, schoolOf } from '../fixtures.ts';

export const financeOf = (parts: Partial<Omit<FinanceFacts, 'profile'>> & { readonly profile?: Partial<FinanceFacts['profile']> } = {}): FinanceFacts =>
  ({ ...NO_FINANCE, ...parts, profile: { ...USUAL_PROFILE, ...parts.profile } });

export const ruleOf = (parts: Partial<CapitalRule> = {}): CapitalRule =>
  ({ id: 1, fromYear: 2026, thresholdPence: 200_000, basis: 'order', source: null, ...parts });

/** The shipped funds, one of them changed. */
export const fundsWith = (key: string, change: Partial<Fund>): Fund[] =>
  SHIPPED_FUNDS.map((fund) => (fund.key === key ? { ...fund, ...change } : fund));

/** Money of one fund in 2027/28, not divided. */
export const moneyIn = (fundKey: string, pence: number, year = 2027): BudgetLine => ({ year, fundKey, costCategory: null, nature: null, pence });

/** Laptops bought on 12 December 2023 and due on 12 December 2027, at £400 in whatever year. */
export const laptops = (quantity: number, parts: Partial<Asset> = {}): Asset =>
  kit({ purchaseDate: '2023-12-12', quantity, overridePence: 40_000, overridePriceDate: '2026-04-01', ...parts });

/** A school whose prices do not rise and whose policy for laptops names a fund. */
export const schoolWith = (parts: Partial<PlanSnapshot>, laptopFund: string | null = null): PlanSnapshot => schoolOf({
  inflation: { defaultBp: 0, shipped: false, series: [] }, policies: policiesWith('laptop', { fundKey: laptopFund, lifeMonths: 48 }), ...parts,
});

/** The last two reasons of each line of the years shown: its fund, and its code. */
export function placesTold(snapshot: PlanSnapshot, asked = { asOf: AS_OF, years: 2 }): string[][] {
  return forecast(snapshot, asked).lines.map((line) => explainLine(snapshot, asked, line).slice(-2).map(({ text }) => text));
}

/** Each line in short: items, fund, code. */
export const placed = (snapshot: PlanSnapshot, asked = { asOf: AS_OF, years: 2 }): string[] =>
  forecast(snapshot, asked).lines.map(({ quantity, paidFrom, code, netPence }) => `${quantity} ${paidFrom} ${code} ${netPence}`);
