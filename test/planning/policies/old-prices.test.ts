import { describe, expect, test } from 'vitest';
import { oldPrices, priceAgeWords } from '../../../planning/policies/old-prices.ts';
import { SCHOOL_DEFAULTS } from '../../../planning/school-defaults.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, kit, model, policiesWith, schoolOf } from '../fixtures.ts';

const schoolWith = (parts: Partial<PlanSnapshot>, priceAgeMonths: number = SCHOOL_DEFAULTS.priceAgeMonths): PlanSnapshot => {
  const plan = schoolOf(parts);
  return { ...plan, school: { ...plan.school, priceAgeMonths } };
};
const told = (plan: PlanSnapshot): readonly string[] =>
  oldPrices(plan, AS_OF).map(({ name, unitPence, priceDate, items, of }) => `${name}: ${unitPence} of ${priceDate} for ${items}, ${of.kind}`);

describe('old prices', () => {
  const projectors = kit({ categoryKey: 'projector', purchaseDate: '2023-09-01', quantity: 24 });
  const priced = (priceDate: string) => policiesWith('projector', { unitPence: 74_000, priceDate, priceSource: 'price list' });

  test('are those older than the school chose, to the day', () => {
    // Two years before 21 November 2026 is 21 November 2024: the day before is older.
    expect(told(schoolWith({ assets: [projectors], policies: priced('2024-11-20') }))).toEqual(['Projectors: 74000 of 2024-11-20 for 24, policies']);
    expect(told(schoolWith({ assets: [projectors], policies: priced('2024-11-21') }))).toEqual([]);
    expect(told(schoolWith({ assets: [projectors], policies: priced('2024-11-20') }, 36))).toEqual([]);
    expect(told(schoolWith({ assets: [projectors], policies: priced('2026-05-20') }, 6))).toEqual(['Projectors: 74000 of 2026-05-20 for 24, policies']);
  });

  test('are not those of kit that nobody replaces, nor those without a day', () => {
    expect(told(schoolWith({ assets: [projectors], policies: policiesWith('projector', { unitPence: 74_000, priceDate: '2020-01-01', binding: [] }) }))).toEqual([]);
    expect(told(schoolWith({ assets: [projectors], policies: policiesWith('projector', { unitPence: 74_000, priceDate: null }) }))).toEqual([]);
    expect(told(schoolWith({ assets: [], policies: priced('2020-01-01') }))).toEqual([]);
  });

  test('name what a new price is entered for: a policy, a model, or kit by what was paid', () => {
    const plan = schoolWith({
      models: [model({ id: 4, name: '75 panel', make: 'Marlow', categoryKey: 'interactive_panel', unitPence: 128_000, priceDate: '2023-04-20' })],
      assets: [
        projectors, kit({ categoryKey: 'interactive_panel', modelId: 4, purchaseDate: '2022-09-01', quantity: 3 }),
        ...[1, 2].map(() => kit({ categoryKey: 'av_audio', description: 'Stage microphone', purchaseDate: '2019-02-11', unitPaidPence: 16_500 })),
      ],
      policies: priced('2024-03-14'),
    });
    expect(told(plan)).toEqual([
      'Stage microphone, as bought: 16500 of 2019-02-11 for 2, items', 'Marlow 75 panel: 128000 of 2023-04-20 for 3, models', 'Projectors: 74000 of 2024-03-14 for 24, policies',
    ]);
  });

  test('are as old as the school says, in words', () => expect([12, 18, 24, 132].map(priceAgeWords)).toEqual(['one year', '1½ years', 'two years', '11 years']));
});
