import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { policyTable } from '../../../planning/policies/rows.ts';
import { policiesSentence, policyEffectSentence } from '../../../planning/sentences/policies.ts';
import { applyChanges, type PlanChange } from '../../../planning/scenarios/change.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, budgetOf, cost, kit, policiesWith, schoolOf, shippedPolicies } from '../fixtures.ts';

const opening = (parts: Partial<PlanSnapshot>): string => {
  const plan = schoolOf(parts);
  return policiesSentence(policyTable(plan, forecast(plan, { asOf: AS_OF }))).text;
};
const own = (...keys: readonly string[]) => shippedPolicies().map((policy) => (keys.includes(policy.categoryKey) ? { ...policy, shipped: false } : policy));

describe('the page of policies opens with', () => {
  const assets = ['laptop', 'desktop', 'monitor'].map((categoryKey) => kit({ categoryKey }));

  test.each<[string, Partial<PlanSnapshot>, string]>([
    ['no kit', {}, 'There is no kit in the register yet, so no policy holds for anything.'],
    ['one kind', { assets: [kit()] }, 'Kit is kept 4 years. The one kind follows the usual life, none of them the school’s own yet.'],
    ['several kinds as shipped', { assets }, 'Kit is kept 4 to 8 years. All 3 kinds follow the usual lives, none of them the school’s own yet.'],
    ['some of the school’s own', { assets, policies: own('laptop', 'desktop') }, 'Kit is kept 4 to 8 years. 1 of 3 kinds still follows the usual lives, not yet the school’s own.'],
    ['all of the school’s own', { assets, policies: own('laptop', 'desktop', 'monitor') }, 'Kit is kept 4 to 8 years. Every life is the school’s own.'],
    ['lives that are not whole years', { assets: [kit(), kit({ categoryKey: 'monitor' })], policies: policiesWith('laptop', { lifeMonths: 50 }) }, 'Kit is kept 4 years 2 months to 8 years. All 2 kinds follow the usual lives, none of them the school’s own yet.'],
    ['nothing replaced by its age', { assets: [kit()], policies: policiesWith('laptop', { binding: [], shipped: false }) }, 'No kit is replaced by its age. Its life is the school’s own.'],
  ])('%s', (_, parts, sentence) => expect(opening(parts)).toBe(sentence));
});

describe('what an edit does, in a sentence', () => {
  // 100 laptops of September 2024 at £400, kept 4 years: £40,000 in 2028/29, £0 in the other years; prices do not rise.
  const plan = (budgets: PlanSnapshot['budgets'], parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({
    assets: [kit({ userGroup: 'pupil', purchaseDate: '2024-09-02', quantity: 100 })], inflation: { defaultBp: 0, shipped: false, series: [] },
    policies: policiesWith('laptop', { lifeMonths: 48, binding: ['policy_life'], unitPence: 40_000, priceDate: '2026-09-02' }), budgets, ...parts,
  });
  const life = (lifeMonths: number): PlanChange => ({ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths });
  const told = (saved: PlanSnapshot, ...changes: readonly PlanChange[]): string =>
    policyEffectSentence(saved, changes, forecast(saved, { asOf: AS_OF }), forecast(applyChanges(saved, changes), { asOf: AS_OF })).text;

  test('without a budget says what it saves or costs, and nothing of years over', () => {
    expect(told(plan([]), life(84))).toBe('Keeping pupil laptops for 7 years saves £40,000 by 2031.');
    expect(told(plan([]), life(24))).toBe('Keeping pupil laptops for 2 years costs £80,000 more by 2031.');
    expect(told(plan([]), life(60))).toBe('Keeping pupil laptops for 5 years moves costs between years.');
  });

  test('names the years it puts over, though the sum is smaller or fits', () => {
    // The sum of five years is the same and well within £90,000; 2029/30 alone does not hold it.
    expect(told(plan(budgetOf(10_000, 10_000, 50_000, 10_000, 10_000)), life(60)))
      .toBe('Keeping pupil laptops for 5 years moves costs between years and puts 2029/30 £30,000 over.');
    expect(told(plan(budgetOf(10_000, 10_000, 50_000, 10_000, 10_000)), life(36)))
      .toBe('Keeping pupil laptops for 3 years costs £40,000 more by 2031 and puts 2027/28 £30,000 and 2030/31 £30,000 over.');
  });

  test('says “but” where it saves and puts a year over all the same', () => {
    const two = plan(budgetOf(10_000, 10_000, 50_000, 10_000, 39_000), { assets: [
      kit({ userGroup: 'pupil', purchaseDate: '2024-09-02', quantity: 100 }), kit({ userGroup: 'pupil', purchaseDate: '2022-10-02', quantity: 10 }),
    ] });
    // Four years: £4,000 in 2026/27 (overdue) and 2030/31, £40,000 in 2028/29. Five: £4,000 in 2027/28, £40,000 in 2029/30.
    expect(told(two, life(60))).toBe('Keeping pupil laptops for 5 years saves £4,000 by 2031 but puts 2029/30 £30,000 over.');
  });

  test('tells of a year that was over before: worse, better, or within budget again', () => {
    const tight = budgetOf(10_000, 10_000, 30_000, 50_000, 10_000);
    expect(told(plan(tight), life(60))).toBe('Keeping pupil laptops for 5 years moves costs between years and takes 2028/29 back within budget.');
    expect(told(plan(tight), { kind: 'policy', categoryKey: 'laptop', userGroup: 'pupil', set: { unitPence: 35_000 } }))
      .toBe('A price of £350 for pupil laptops saves £5,000 by 2031 and brings 2028/29 £5,000 over instead of £10,000.');
    expect(told(plan(tight), { kind: 'policy', categoryKey: 'laptop', userGroup: 'pupil', set: { unitPence: 45_000 } }))
      .toBe('A price of £450 for pupil laptops costs £5,000 more by 2031 and leaves 2028/29 £15,000 over instead of £10,000.');
  });

  test('where every year fits, names the smallest margin and not the sum that is left', () => {
    expect(told(plan(budgetOf(60_000, 60_000, 60_000, 40_319, 60_000)), life(60)))
      .toBe('Keeping pupil laptops for 5 years moves costs between years; every year fits, 2029/30 with £319 left the least.');
    // Years without a budget are not said to fit.
    expect(told(plan(budgetOf(60_000, 60_000)), life(60)))
      .toBe('Keeping pupil laptops for 5 years moves costs between years; every year with a budget fits, 2026/27 with £60,000 left the least.');
    expect(told(plan(budgetOf(60_000)), life(60))).toBe('Keeping pupil laptops for 5 years moves costs between years; 2026/27 has £60,000 left.');
  });

  test('that changes no year over its budget says that it does not', () => {
    const over = plan(budgetOf(1_000, 60_000, 60_000, 60_000, 60_000), { recurring: [cost({ amountPence: 1_200_000 })] });
    expect(told(over, life(60))).toBe('Keeping pupil laptops for 5 years moves costs between years and changes no year that is over its budget.');
  });

  test('that changes no cost says so, of one change and of several', () => {
    expect(told(plan([]), { kind: 'policy', categoryKey: 'laptop', userGroup: 'pupil', set: { fundKey: 'dfc' } })).toBe('Changing the policy for pupil laptops changes no cost in these five years.');
    expect(told(plan([]), { kind: 'price_rise', bp: 0 }, life(48))).toBe('These two changes change no cost in these five years.');
    expect(told(plan(budgetOf(10_000, 10_000, 50_000, 10_000, 10_000)), life(60), { kind: 'price_rise', bp: 0 }))
      .toBe('These two changes move costs between years and put 2029/30 £30,000 over.');
  });
});
