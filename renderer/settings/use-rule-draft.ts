import { useMemo, useState } from 'react';
import { capitalRuleOf } from '../../planning/budget/capital.ts';
import type { CapitalRule } from '../../planning/budget/finance.ts';
import {
  naturesOf, ownOrders, ruleEffect, ruleToStartFrom, type DraftRule, type Natures, type OwnOrder, type RuleEffect,
} from '../../planning/budget/rule-effect.ts';
import { sameRule } from '../../planning/budget/rule-words.ts';
import { useSavedPlan } from '../lib/plan.tsx';

/** A rule for capital that is tried out: nothing of it is kept until somebody says so. */
export type RuleDraft = {
  /** The rule on screen. */
  readonly rule: DraftRule;
  /** The rule that the plan has in that year; null where it has none. */
  readonly kept: CapitalRule | null;
  /** Whether the two differ. */
  readonly trying: boolean;
  readonly change: (part: Partial<DraftRule>) => void;
  readonly discard: () => void;
  /** What the draft would do; null while nothing is tried. */
  readonly effect: RuleEffect | null;
  readonly natures: Natures;
  readonly orders: readonly OwnOrder[];
};

/** What each change to the rule would do, worked out in the page from the plan as it is kept. */
export function useRuleDraft(): RuleDraft {
  const { savedSnapshot: snapshot, savedForecast: forecast, options } = useSavedPlan();
  const [typed, setTyped] = useState<Partial<DraftRule>>({});
  const { capitalRules } = snapshot.finance;
  const [open, next] = forecast.years;
  // A first rule says what is so; a later one begins with the next year, whose orders are not placed yet.
  const usualYear = (capitalRules.length === 0 ? open : next ?? open)?.year ?? 0;
  const fromYear = typed.fromYear ?? usualYear;
  const kept = capitalRuleOf(capitalRules, fromYear);
  const rule = useMemo((): DraftRule => ({ ...ruleToStartFrom(snapshot, fromYear), ...typed, fromYear }), [snapshot, fromYear, typed]);
  const said = Object.keys(typed).some((key) => key !== 'fromYear');
  const trying = said && (kept === null || !sameRule(rule, kept));
  const effect = useMemo(() => (trying ? ruleEffect(snapshot, forecast, options, rule) : null), [trying, snapshot, forecast, options, rule]);
  const natures = useMemo(() => naturesOf(snapshot, forecast), [snapshot, forecast]);
  const orders = useMemo(() => ownOrders(snapshot, options, rule), [snapshot, options, rule]);
  return {
    rule, kept, trying, effect, natures, orders, change: (part) => setTyped((before) => ({ ...before, ...part })), discard: () => setTyped({}),
  };
}
