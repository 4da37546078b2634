import { describe, expect, test } from 'vitest';
import { describeWhatIf, whatIfSubject } from '../../../planning/whatif.ts';
import type { PlanChange } from '../../../planning/scenarios/change.ts';
import type { PolicySettings } from '../../../planning/scenarios/policy-change.ts';
import { purchaseMonthsWords } from '../../../planning/policies/words.ts';
import { usualSource } from '../../../planning/policies/usual.ts';
import { kit, model, schoolOf, shippedPolicies } from '../fixtures.ts';

const saved = schoolOf({
  assets: [kit({ id: 5_001, tag: 'HC-LT-0412' })],
  models: [model({ id: 7, name: '14', make: 'Tamar', categoryKey: 'laptop', unitPence: 40_000 })],
  policies: shippedPolicies().map((policy) => (policy.categoryKey === 'laptop' && policy.userGroup === 'pupil'
    ? { ...policy, unitPence: 36_500, priceDate: '2025-03-01', priceSource: 'price list', lossBp: 200 } : policy)),
});
const change = (set: PolicySettings, of: Partial<Extract<PlanChange, { kind: 'policy' }>> = {}): PlanChange =>
  ({ kind: 'policy', categoryKey: 'laptop', userGroup: 'pupil', set, ...of });
const words = (each: PlanChange): string | undefined => describeWhatIf(saved, [each])[0];

describe('a change of a policy is told', () => {
  test.each<[PolicySettings, string]>([
    [{ unitPence: 38_000, priceDate: '2026-09-02', priceSource: 'quote' }, 'pupil laptops: price £380 instead of £365, quote of 2 Sep 2026'],
    [{ unitPence: 38_000, priceDate: '2026-09-02', priceSource: null }, 'pupil laptops: price £380 instead of £365, as of 2 Sep 2026'],
    [{ unitPence: null, priceDate: null, priceSource: null }, 'pupil laptops: no price of its own instead of £365'],
    [{ priceSource: 'order 5077' }, 'pupil laptops: price order 5077 of 1 Mar 2025'],
    [{ lossBp: 500 }, 'pupil laptops: loss rate 5% instead of 2%'],
    [{ lossFrom: 'record' }, 'pupil laptops: loss rate from the school’s record instead of the policy'],
    [{ binding: ['policy_life', 'warranty_end'] }, 'pupil laptops: due by policy and warranty end instead of policy, end of maker’s support and end of system support'],
    [{ binding: [] }, 'pupil laptops: used until it fails instead of policy, end of maker’s support and end of system support'],
    [{ upgrade: { atMonths: 30, unitPence: 3_800, priceDate: null, what: 'memory' } }, 'pupil laptops: mid-life upgrade memory after 2½ years, £38 instead of none'],
    [{ leastMonths: 36, mostMonths: 60 }, 'pupil laptops: least life 3 years instead of not said, most life 5 years instead of not said'],
    [{ purchaseMonths: [7, 8] }, 'pupil laptops: months of purchase July and August instead of any month'],
    [{ fundKey: 'dfc' }, 'pupil laptops: fund devolved formula capital instead of not said'],
    [{ replacementModelId: 7 }, 'pupil laptops: replacement Tamar 14 instead of like for like'],
    [{ disposalPence: 500, tradeInPence: 2_000 }, 'pupil laptops: cost of disposal £5 instead of none, trade-in £20 instead of none'],
    [{ toleranceMonths: 6 }, 'pupil laptops: time past cover 6 months instead of none'],
    [{}, 'a policy of its own for pupil laptops'],
  ])('%j as “%s”', (set, told) => expect(words(change(set))).toBe(told));

  test('of the model or the item it is for', () => {
    expect(words(change({ lossBp: 500 }, { modelId: 7 }))).toBe('Tamar 14: loss rate 5% instead of 2%');
    expect(words(change({ lossBp: 500 }, { assetId: 5_001 }))).toBe('HC-LT-0412: loss rate 5% instead of 2%');
    expect(words({ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', modelId: 7, lifeMonths: 60 })).toBe('Tamar 14 kept 5 years instead of 4');
    expect(words(change({}, { modelId: 70 }))).toBe('a policy of its own for a model that is gone');
  });

  test.each<[PolicySettings, string]>([
    [{ unitPence: 38_000, priceDate: '2026-09-02' }, 'A price of £380 for pupil laptops'],
    [{ lossBp: 500 }, 'Losing 5% of pupil laptops a year'],
    [{ upgrade: null }, 'Pupil laptops without the mid-life upgrade'],
    [{ binding: [], lossBp: 500 }, 'Changing the policy for pupil laptops'],
  ])('at the start of a sentence, %j as “%s”', (set, told) => expect(whatIfSubject(saved, [change(set)]).text).toBe(told));

  test('of one year’s rise without “a year”', () => {
    const of = (parts: Partial<Extract<PlanChange, { kind: 'price_rise' }>>): string => whatIfSubject(saved, [{ kind: 'price_rise', bp: 1_700, ...parts }]).text;
    expect([of({}), of({ year: 2028 }), of({ year: 2028, categoryKey: 'laptop' }), of({ year: 2028, bp: 0 }), of({ bp: -200, year: 2027 })]).toEqual([
      'A price rise of 17% a year', 'A price rise of 17% in 2028/29', 'A price rise of 17% for laptops in 2028/29', 'A price that stays as it is in 2028/29', 'A price fall of 2% in 2027/28',
    ]);
  });

  test('with the rise that held where it is: of the kind, and in that year', () => {
    const plan = { ...saved, inflation: { defaultBp: 300, shipped: false, steps: [{ year: 2028, bp: 600 }], series: [{ categoryKey: 'laptop', bp: 100, steps: [{ year: 2027, bp: 1_700 }] }] } };
    const rise = (parts: Partial<Extract<PlanChange, { kind: 'price_rise' }>>): string | undefined => describeWhatIf(plan, [{ kind: 'price_rise', bp: 0, ...parts }])[0];
    expect(rise({ categoryKey: 'laptop' })).toBe('prices that stay as they are for laptops instead of prices rising 1% a year');
    expect(rise({ categoryKey: 'laptop', year: 2027 })).toBe('prices that stay as they are for laptops in 2027/28 instead of prices rising 17%');
    expect(rise({ year: 2028 })).toBe('prices that stay as they are in 2028/29 instead of prices rising 6%');
    expect(rise({ year: 2028, bp: 400 })).toBe('prices rising 4% in 2028/29 instead of 6%');
  });
});

describe('words of a policy', () => {
  test('for months of purchase', () => {
    expect([[], [7], [8, 7], [4, 5, 6, 7, 8], [1, 12]].map(purchaseMonthsWords)).toEqual(['any month', 'July', 'July and August', 'April to August', 'January and December']);
  });

  test('for what a usual life rests on never call it a fact', () => {
    for (const { categoryKey } of shippedPolicies()) expect(usualSource(categoryKey)).toMatch(/^Usual in schools, as network managers describe it; not a fact\./);
    expect(usualSource('laptop')).toContain('DfE’s standard asks for 3 years of warranty');
  });
});
