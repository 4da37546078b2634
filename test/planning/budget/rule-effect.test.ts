import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturesOf, ownOrders, ruleEffect, ruleToStartFrom, withRule, type DraftRule } from '../../../planning/budget/rule-effect.ts';
import { draftNote, draftTitle, exampleOf, exampleWords, neverChanges, ruleEffectSentence } from '../../../planning/budget/rule-words.ts';
import { fundNamed, SHIPPED_FUNDS } from '../../../planning/budget/fund.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { THRESHOLD_BASES } from '../../../planning/vocabulary.ts';
import { AS_OF, policiesWith } from '../fixtures.ts';
import { moneyPlan } from './arbitraries.ts';
import { financeOf, laptops, ruleOf, schoolWith } from './fixtures.ts';

const options = { asOf: AS_OF };
const effectOf = (snapshot: PlanSnapshot, rule: DraftRule) => ruleEffect(snapshot, forecast(snapshot, options), options, rule);
const draft = (parts: Partial<DraftRule> = {}): DraftRule => ({ fromYear: 2027, thresholdPence: 1_000_000, basis: 'order', source: null, ...parts });
const byItem = ruleOf({ thresholdPence: 1_000_000, basis: 'item' });

/** 30 laptops of £400 fall due in December 2027: £12,000 of 2027/28. */
const thirty = (parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolWith({ assets: [laptops(30)], finance: financeOf({ capitalRules: [byItem] }), ...parts });

describe('another rule for capital', () => {
  it('moves an order that reaches the threshold together, from the year it holds', () => {
    const effect = effectOf(thirty(), draft());
    // 30 × £400 = £12,000, and £400 alone is below £10,000.
    expect(effect.before.revenue.slice(0, 3)).toEqual([0, 1_200_000, 0]);
    expect(effect.before.capital).toEqual([0, 0, 0, 0, 0]);
    expect(effect.after.capital.slice(0, 3)).toEqual([0, 1_200_000, 0]);
    expect(effect).toMatchObject({ toCapitalPence: 1_200_000, toRevenuePence: 0 });
    // Held from the year after, the same order stays what it is.
    expect(effectOf(thirty(), draft({ fromYear: 2028 }))).toMatchObject({ toCapitalPence: 0, toRevenuePence: 0 });
  });

  it('takes money back to revenue where the threshold rises', () => {
    const now = thirty({ finance: financeOf({ capitalRules: [ruleOf({ thresholdPence: 1_000_000 })] }) });
    expect(effectOf(now, draft({ thresholdPence: 1_200_001 }))).toMatchObject({ toCapitalPence: 0, toRevenuePence: 1_200_000 });
    // £12,000 is £12,000 or more.
    expect(effectOf(now, draft({ thresholdPence: 1_200_000 }))).toMatchObject({ toCapitalPence: 0, toRevenuePence: 0 });
  });

  it('gives way to a rule of a later year', () => {
    const later = ruleOf({ id: 2, fromYear: 2027, thresholdPence: 1_000_000, basis: 'item' });
    const now = thirty({ finance: financeOf({ capitalRules: [byItem, later] }) });
    expect(effectOf(now, draft({ fromYear: 2026 }))).toMatchObject({ toCapitalPence: 0 });
    expect(withRule(now, draft()).finance.capitalRules.map(({ fromYear, basis }) => [fromYear, basis])).toEqual([[2026, 'item'], [2027, 'order']]);
  });

  it('leaves kit of a capital fund and kit of a revenue fund what they are', () => {
    const paid = (fundKey: string, snapshot = thirty()): PlanSnapshot => ({ ...snapshot, policies: policiesWith('laptop', { fundKey, lifeMonths: 48 }) });
    const capital = effectOf(paid('dfc'), draft());
    expect([capital.before.capital[1], capital.after.capital[1], capital.toCapitalPence]).toEqual([1_200_000, 1_200_000, 0]);
    const revenueOnly = { ...paid('grant'), funds: SHIPPED_FUNDS.map((fund) => (fund.key === 'grant' ? { ...fund, paysFor: 'revenue' as const } : fund)) };
    expect(effectOf(revenueOnly, draft()).toCapitalPence).toBe(0);
  });

  it('costs the same under any rule, in every year, of any plan', () => {
    const anyRule: fc.Arbitrary<DraftRule> = fc.record({
      fromYear: fc.integer({ min: 2024, max: 2032 }), thresholdPence: fc.constantFrom(1, 36_500, 200_000, 1_000_000, 1_000_000_000),
      basis: fc.constantFrom(...THRESHOLD_BASES), source: fc.constant(null),
    });
    fc.assert(fc.property(moneyPlan({ consumables: true }), anyRule, (snapshot, rule) => {
      const plan = forecast(snapshot, options);
      const { before, after, plannedPence, toCapitalPence, toRevenuePence } = ruleEffect(snapshot, plan, options, rule);
      const sum = (row: readonly number[]): number => row.reduce((all, pence) => all + pence, 0);
      const all = (natures: typeof before): number[] => natures.revenue.map((pence, at) => pence + (natures.capital[at] ?? 0));
      expect(all(before)).toEqual(plan.totals.plannedPence);
      expect(all(after)).toEqual(plan.totals.plannedPence);
      expect(plannedPence).toEqual(plan.totals.plannedPence);
      // What goes to capital less what goes back is what capital has more.
      expect(sum(after.capital) - sum(before.capital)).toBe(toCapitalPence - toRevenuePence);
      // Years before the rule stay as they are.
      plan.years.forEach(({ year }, at) => { if (year < rule.fromYear) expect(after.capital[at]).toBe(before.capital[at]); });
    }), { numRuns: 60 });
  });

  it('that is kept has the effect that was shown', () => {
    fc.assert(fc.property(moneyPlan(), fc.constantFrom(...THRESHOLD_BASES), (snapshot, basis) => {
      const rule = draft({ basis, thresholdPence: 50_000 });
      const kept = withRule(snapshot, rule);
      expect(naturesOf(kept, forecast(kept, options))).toEqual(effectOf(snapshot, rule).after);
      expect(effectOf(kept, rule)).toMatchObject({ toCapitalPence: 0, toRevenuePence: 0 });
    }), { numRuns: 30 });
  });

  it('counts at least as much as capital by the order as by the item', () => {
    fc.assert(fc.property(moneyPlan(), (snapshot) => {
      const capital = (basis: 'item' | 'order'): readonly number[] => effectOf({ ...snapshot, finance: { ...snapshot.finance, capitalRules: [] } }, draft({ fromYear: 2020, thresholdPence: 200_000, basis })).after.capital;
      const item = capital('item');
      capital('order').forEach((pence, at) => expect(pence).toBeGreaterThanOrEqual(item[at] ?? 0));
    }), { numRuns: 30 });
  });
});

describe('the school’s own orders under a rule', () => {
  it('are named by kind and year with their codes either way', () => {
    const snapshot = thirty({ assets: [laptops(20, { userGroup: 'pupil' }), laptops(10, { userGroup: 'staff', overridePence: 60_000 })] });
    // 20 × £400 + 10 × £600 = £14,000, bought together.
    const told = ownOrders(snapshot, options, draft()).filter(({ yearIndex }) => yearIndex === 1)
      .map(({ name, netPence, unitPence, togetherPence, byItem: item, byOrder }) => [name, netPence, unitPence, togetherPence, item.join(), byOrder.join()]);
    expect(told).toEqual([
      ['20 pupil laptops', 800_000, 40_000, 1_400_000, 'E20E', 'CE04D'], ['10 staff laptops', 600_000, 60_000, 1_400_000, 'E20E', 'CE04D'],
    ]);
  });

  it('begin with the year of the rule, and are none without kit', () => {
    expect(ownOrders(thirty(), options, draft({ fromYear: 2028 }))).toEqual([]);
    expect(ownOrders(schoolWith({}), options, draft())).toEqual([]);
  });

  it('say by an example what each way of counting does', () => {
    const alone = exampleWords(exampleOf(ownOrders(thirty(), options, draft())));
    expect(alone).toMatchObject({ item: 'A laptop is £400, so it is revenue', order: '30 laptops together are £12,000, so they are capital' });
    const among = thirty({ assets: [laptops(30), laptops(10, { userGroup: 'staff' })] });
    expect(exampleWords(exampleOf(ownOrders(among, options, draft()))).order).toBe('30 laptops are part of £16,000 bought together, so they are capital');
    expect(exampleWords(null).order).toContain('held against it');
  });
});

describe('the sentences about a rule', () => {
  const none = { toCapitalPence: 0, toRevenuePence: 0 };
  const up = { toCapitalPence: 14_979_000, toRevenuePence: 0 };
  const effect = (moved: typeof none) => ({ ...effectOf(thirty(), draft()), ...moved });
  it.each([
    [byItem, draft(), up, 'Counting each order instead of each item moves £149,790 to capital. The plan costs the same.'],
    [byItem, draft({ basis: 'ask' }), up, 'Asking each time instead of counting each item moves £149,790 to capital. The plan costs the same.'],
    [ruleOf({ thresholdPence: 1_000_000, basis: 'ask' }), draft(), none, 'Counting each order instead of asking each time moves nothing. The plan costs the same.'],
    [byItem, draft({ basis: 'item', thresholdPence: 50_050 }), { toCapitalPence: 100, toRevenuePence: 200 }, 'Counting from £500.50 instead of £10,000 moves £1 to capital and £2 back to revenue. The plan costs the same.'],
    [byItem, draft({ thresholdPence: 200_000 }), up, 'Counting each order from £2,000 instead of each item from £10,000 moves £149,790 to capital. The plan costs the same.'],
    [ruleOf({ thresholdPence: 100 }), draft({ thresholdPence: 200, basis: 'ask' }), none, 'Asking each time from £2 instead of counting each order from £1 moves nothing. The plan costs the same.'],
    [null, draft(), { toCapitalPence: 0, toRevenuePence: 500 }, 'Counting £10,000 or more for one order as capital moves £5 back to revenue. The plan costs the same.'],
    [byItem, draft({ basis: 'item', source: 'Governors' }), none, 'The same rule moves nothing. The plan costs the same.'],
  ])('say what is tried and what it moves', (before, rule, moved, sentence) => {
    expect(ruleEffectSentence(before, rule, effect(moved)).text).toBe(sentence);
  });

  it('name what is not kept and who has to agree', () => {
    expect(draftTitle(byItem, draft())).toBe('each order instead of each item');
    expect(draftTitle(byItem, draft({ basis: 'item', source: 'Governors' }))).toBe('another source for the same rule');
    expect(draftNote(effect(up), '2027/28', 'cfr')).toBe('From 2027/28, £149,790 moves from E20 to CE04. The plan costs the same. Revenue can pay for it through E30, if governors agree.');
    expect(draftNote(effect(up), '2027/28', 'academy')).toBe('From 2027/28, £149,790 moves from revenue to capital. The plan costs the same.');
    expect(draftNote(effect(none), '2027/28', 'cfr')).toContain('nothing moves');
    // Only what goes up is paid by revenue.
    expect(draftNote(effect({ toCapitalPence: 0, toRevenuePence: 200 }), '2027/28', 'cfr')).toBe('From 2027/28, £2 moves from CE04 to E20. The plan costs the same.');
  });

  it('say what no rule changes, by the funds that pay for something', () => {
    const funds = SHIPPED_FUNDS;
    expect(neverChanges(funds, [fundNamed(funds, 'delegated'), fundNamed(funds, 'dfc')], 'cfr')).toBe(
      'Kit paid from devolved formula capital is CE04 whatever it costs. Devolved formula capital does not pay for software, training, operating leases, consumables or repairs. '
      + 'Software for learning and IT support are always revenue. An order keeps the code it was placed under.',
    );
    expect(neverChanges(funds, [], 'cfr')).not.toContain('CE04');
  });

  it('begin a draft from the rule of the year, or from DfE’s illustration where there is none', () => {
    expect(ruleToStartFrom(thirty(), 2029)).toEqual({ fromYear: 2029, thresholdPence: 1_000_000, basis: 'item', source: null });
    expect(ruleToStartFrom(schoolWith({}), 2026)).toMatchObject({ thresholdPence: 200_000, basis: 'order' });
  });
});
