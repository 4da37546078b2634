import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { policyFor } from '../../planning/policies.ts';
import { describeWhatIf } from '../../planning/whatif.ts';
import { applyChanges, type PlanChange } from '../../planning/scenarios/change.ts';
import { AS_OF, kit, schoolOf, shippedPolicies } from './fixtures.ts';

const pupils = kit({ userGroup: 'pupil', purchaseDate: '2024-09-02', quantity: 90 });
const staff = kit({ userGroup: 'staff', purchaseDate: '2024-09-02', quantity: 20 });
const saved = schoolOf({ assets: [pupils, staff] });
const years = (changes: readonly PlanChange[]): Record<string, string[]> => {
  const { lines } = forecast(applyChanges(saved, changes), { asOf: AS_OF });
  const of = (id: number): string[] => lines.filter((line) => line.assetId === id).map((line) => line.date);
  return { pupils: of(pupils.id), staff: of(staff.id) };
};

describe('a what-if', () => {
  test('keeps one user group’s kit longer and leaves the others', () => {
    expect(years([])).toEqual({ pupils: ['2028-09-02'], staff: ['2028-09-02'] });
    expect(years([{ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60 }])).toEqual({ pupils: ['2029-09-02'], staff: ['2028-09-02'] });
  });

  test('that applies from a year leaves kit due before it', () => {
    expect(years([{ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 72, fromYear: 2029 }]).pupils).toEqual(['2028-09-02']);
    expect(years([{ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 72, fromYear: 2028 }]).pupils).toEqual(['2030-09-02']);
  });

  test('for a group without a policy of its own gives it one, like its category’s', () => {
    const changed = applyChanges(saved, [{ kind: 'life', categoryKey: 'tablet', userGroup: 'pupil', lifeMonths: 60 }]);
    const [pupil, general] = (['pupil', 'staff'] as const).map((userGroup) => policyFor(kit({ categoryKey: 'tablet', userGroup }), changed.policies));
    expect(pupil).toMatchObject({ lifeMonths: 60, userGroup: 'pupil', shipped: false, binding: general?.binding });
    expect(general).toMatchObject({ lifeMonths: 48, userGroup: null, shipped: true });
    expect(new Set(changed.policies.map((policy) => policy.id)).size).toBe(changed.policies.length);
  });

  test('of a category leaves the groups that have their own policy', () => {
    expect(years([{ kind: 'life', categoryKey: 'laptop', userGroup: null, lifeMonths: 60 }])).toEqual(years([]));
  });

  test('of a category that has no policy changes nothing', () => {
    expect(applyChanges(saved, [{ kind: 'life', categoryKey: 'robot', userGroup: null, lifeMonths: 60 }]).policies).toEqual(saved.policies);
  });

  test('changes the usual price rise, and leaves a category’s own', () => {
    const own = { ...saved, inflation: { defaultBp: 300, shipped: true, series: [{ categoryKey: 'laptop', bp: 100, steps: [] }] } };
    expect(applyChanges(own, [{ kind: 'price_rise', bp: 500 }]).inflation).toEqual({ defaultBp: 500, shipped: false, series: own.inflation.series });
  });

  test('changes losses of all kit or of one category', () => {
    const rates = (changes: readonly PlanChange[]): number[] => [...new Set(applyChanges(saved, changes).policies.map((policy) => policy.lossBp))].sort((a, b) => a - b);
    expect(rates([{ kind: 'loss_rate', bp: 250 }])).toEqual([250]);
    expect(rates([{ kind: 'loss_rate', bp: 250, categoryKey: 'tablet' }])).toEqual([0, 250]);
  });

  test('leaves the plan it was made from as it was', () => {
    const before = JSON.stringify(saved);
    applyChanges(saved, [{ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60 }, { kind: 'price_rise', bp: 0 }, { kind: 'loss_rate', bp: 100 }]);
    expect(JSON.stringify(saved)).toBe(before);
    expect(applyChanges(saved, [])).toBe(saved);
  });

  test('is told with what it was before', () => {
    expect(describeWhatIf(saved, [
      { kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60 },
      { kind: 'life', categoryKey: 'chromebook', userGroup: null, lifeMonths: 54, fromYear: 2027 },
      { kind: 'price_rise', bp: 450 }, { kind: 'price_rise', bp: 0 }, { kind: 'price_rise', bp: -100 },
      { kind: 'loss_rate', bp: 250 }, { kind: 'loss_rate', bp: 250, categoryKey: 'tablet' },
    ])).toEqual([
      'pupil laptops kept 5 years instead of 4', 'Chromebooks kept 4½ years instead of 5 years, from 2027/28 on',
      'prices rising 4.5% a year instead of 3%', 'prices that stay as they are instead of prices rising 3% a year',
      'prices falling 1% a year instead of prices rising 3% a year',
      '2.5% of all kit lost or broken a year instead of none', '2.5% of tablets lost or broken a year instead of none',
    ]);
    const mixed = { ...saved, policies: shippedPolicies().map((policy) => (policy.categoryKey === 'tablet' ? { ...policy, lossBp: 100 } : policy)) };
    expect(describeWhatIf(mixed, [{ kind: 'loss_rate', bp: 250 }])).toEqual(['2.5% of all kit lost or broken a year instead of rates that differ']);
    expect(describeWhatIf(mixed, [{ kind: 'loss_rate', bp: 250, categoryKey: 'tablet' }])).toEqual(['2.5% of tablets lost or broken a year instead of 1%']);
  });
});
