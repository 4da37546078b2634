import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { CostCategory, FundKey, Pence, SpendNature } from '../vocabulary.ts';
import { capitalRuleOf } from './capital.ts';

/** What is bought of one category from one fund in one year, where the school's rule asks whether that is capital. */
export type CapitalQuestion = {
  readonly year: number;
  readonly costCategory: CostCategory;
  readonly fundKey: FundKey;
  readonly quantity: number;
  readonly netPence: Pence;
  /** What the threshold says; both where part of it reaches the threshold and part does not. */
  readonly suggested: readonly SpendNature[];
  /** What was answered; null while it is as suggested. */
  readonly chosen: SpendNature | null;
  readonly reason: string | null;
};

const ASKED = new Set(['below', 'reaches', 'chosen']);

/** Everything to come that the rule of its year asks about, by year and then by cost. Only in the school's own calendar. */
export function capitalQuestions({ finance }: PlanSnapshot, { lines, years }: Pick<Forecast, 'lines' | 'years'>): readonly CapitalQuestion[] {
  const found = new Map<string, CapitalQuestion>();
  for (const line of lines) {
    const year = years[line.yearIndex]?.year ?? 0;
    const rule = capitalRuleOf(finance.capitalRules, year);
    if (rule?.basis !== 'ask' || !ASKED.has(line.natureReason)) continue;
    const { costCategory, paidFrom: fundKey, quantity } = line;
    const key = [year, costCategory, fundKey].join(' ');
    const choice = finance.capitalChoices.find((each) => each.year === year && each.costCategory === costCategory && each.fundKey === fundKey);
    const before = found.get(key) ?? { year, costCategory, fundKey, quantity: 0, netPence: 0, suggested: [], chosen: choice?.nature ?? null, reason: choice?.reason ?? null };
    const suggestion: SpendNature = (line.comparedPence ?? 0) >= rule.thresholdPence ? 'capital' : 'revenue';
    found.set(key, {
      ...before, quantity: before.quantity + quantity, netPence: before.netPence + (line.netPence ?? 0),
      suggested: before.suggested.includes(suggestion) ? before.suggested : [...before.suggested, suggestion],
    });
  }
  return [...found.values()].toSorted((a, b) => a.year - b.year || b.netPence - a.netPence);
}
