import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { mostPastLife } from '../../../planning/policies/past-life.ts';
import { applyChange, type PlanChange } from '../../../planning/scenarios/change.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, kit, policiesWith, schoolOf } from '../fixtures.ts';

const all = (): boolean => true;
const laptopsKept = (lifeMonths: number): Partial<PlanSnapshot> => ({ policies: policiesWith('laptop', { lifeMonths, binding: ['policy_life'] }) });
/** Past the saved life at one time, in the plan with the changes. */
function past(saved: PlanSnapshot, changes: readonly PlanChange[]): number {
  const plan = changes.reduce((snapshot, change) => applyChange(snapshot, change, null), saved);
  return mostPastLife(plan, saved, forecast(plan, { asOf: AS_OF }), all);
}

describe('kit past its policy life', () => {
  // 90 bought in September 2024 and 60 in September 2025, kept 4 years: due September 2028 and 2029.
  const saved = schoolOf({
    assets: [kit({ userGroup: 'pupil', purchaseDate: '2024-09-02', quantity: 90 }), kit({ userGroup: 'pupil', purchaseDate: '2025-09-02', quantity: 60 })],
    ...laptopsKept(48),
  });

  test('is none where all of it is replaced when its policy says', () => expect(past(saved, [])).toBe(0));

  test('is what a longer life keeps in use at one time, not one batch after another', () => {
    const life = (lifeMonths: number): PlanChange => ({ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths });
    // Five years: 90 are past four from September 2028 to September 2029, the 60 from then on: 90 at most.
    expect(past(saved, [life(60)])).toBe(90);
    // Six years: in September 2029 both are past four.
    expect(past(saved, [life(72)])).toBe(150);
    expect(past(saved, [life(36)])).toBe(0);
  });

  test('counts successors from the day that they take over', () => {
    // Bought in June 2026 and kept two years instead of one: past from June 2027 to June 2028, their successors from
    // June 2029 on. Never both at a time.
    const yearly = schoolOf({ assets: [kit({ purchaseDate: '2026-06-01', quantity: 10 })], ...laptopsKept(12) });
    expect(past(yearly, [{ kind: 'life', categoryKey: 'laptop', userGroup: null, lifeMonths: 24 }])).toBe(10);
  });

  test('is not what is overdue today and bought at once', () => {
    expect(past(schoolOf({ assets: [kit({ purchaseDate: '2019-09-02', quantity: 12 })], ...laptopsKept(48) }), [])).toBe(0);
  });

  test('is not counted of kit without a date, that runs until it fails, or that has left', () => {
    const policies = policiesWith('projector', { lifeMonths: 24, binding: [] });
    expect(past(schoolOf({ assets: [
      kit({ purchaseDate: null, quantity: 5 }), kit({ categoryKey: 'projector', purchaseDate: '2015-01-01', quantity: 6 }), kit({ purchaseDate: '2015-01-01', status: 'disposed', quantity: 7 }),
    ], policies }), [])).toBe(0);
  });

  test('never shrinks as kit is kept longer, and is never more than there is', () => {
    const batch = fc.record({ month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 2021, max: 2026 }), quantity: fc.integer({ min: 1, max: 40 }) });
    fc.assert(fc.property(fc.array(batch, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 36 }), fc.integer({ min: 0, max: 24 }), (batches, more, again) => {
      const plan = schoolOf({
        assets: batches.map(({ month, year, quantity }) => kit({ purchaseDate: `${year}-${String(month).padStart(2, '0')}-01`, quantity })), ...laptopsKept(60),
      });
      const kept = (lifeMonths: number): number => past(plan, [{ kind: 'life', categoryKey: 'laptop', userGroup: null, lifeMonths }]);
      const [longer, longest] = [kept(60 + more), kept(60 + more + again)];
      expect(longest).toBeGreaterThanOrEqual(longer);
      expect(longest).toBeLessThanOrEqual(batches.reduce((sum, { quantity }) => sum + quantity, 0));
    }), { numRuns: 100 });
  });
});
