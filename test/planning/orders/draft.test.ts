import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planContext } from '../../../planning/context.ts';
import { isUnitPrice } from '../../../planning/money.ts';
import { forecast } from '../../../planning/forecast.ts';
import { draftOrder, plannedUnit, modelSuggester } from '../../../planning/orders/draft.ts';
import { withOrder } from '../../../planning/orders/place.ts';
import { NO_POLICY, policyFor } from '../../../planning/policies.ts';
import { replacementBasis } from '../../../planning/price.ts';
import { serviceDate } from '../../../planning/refresh/due.ts';
import { courseOf } from '../../../planning/refresh/occurrences.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { options, plan, SEED } from '../arbitraries.ts';
import { AS_OF, kit, model, planFor, policiesWith, schoolOf } from '../fixtures.ts';

const priced = policiesWith('laptop', { unitPence: 36_500, priceDate: '2026-09-02' });
const laptop = (parts: Partial<Asset> = {}): Asset => kit({ userGroup: 'pupil', purchaseDate: '2024-08-14', ...parts });

const draftOf = (snapshot: PlanSnapshot, ids: readonly number[]) => draftOrder(snapshot, forecast(snapshot, { asOf: AS_OF }), ids);

describe('an order for what falls due', () => {
  test('has one line for a kind and a price, at the forecast’s own price of the year it is due', () => {
    // Due 14 Aug 2028, in 2028/29: 36500 × 1.0609 = 38722.85.
    const assets = [laptop({ id: 1 }), laptop({ id: 2, quantity: 29 }), laptop({ id: 3, userGroup: 'staff' })];
    const draft = draftOf(schoolOf({ assets, policies: priced }), [1, 2, 3]);
    expect(draft.lines.map(({ description, quantity, plannedUnitPence, code, userGroup }) => [description, userGroup, quantity, plannedUnitPence, code])).toEqual([
      ['Pupil laptops', 'pupil', 30, 38_723, 'E20E'], ['Staff laptops', 'staff', 1, 38_723, 'E20E'],
    ]);
    expect(draft.neededBy).toBe('2028-08-14');
    expect(draft.lines[0]?.replaces).toEqual([{ assetId: 1, quantity: 1 }, { assetId: 2, quantity: 29 }]);
  });

  test('needs overdue kit and kit without a date by now', () => {
    const assets = [laptop({ id: 1, purchaseDate: '2019-09-01' }), laptop({ id: 2, purchaseDate: null, quantity: 2 })];
    const draft = draftOf(schoolOf({ assets, policies: priced }), [1, 2]);
    expect(draft.neededBy).toBe(AS_OF);
    expect(draft.lines.map(({ quantity, plannedUnitPence }) => [quantity, plannedUnitPence])).toEqual([[3, 36_500]]);
  });

  test('leaves out what is on order already and what has left, and orders the rest of a group', () => {
    const assets = [
      laptop({ id: 1, quantity: 30 }), laptop({ id: 2, status: 'ordered', quantity: 20, succeedsAssetId: 1 }),
      laptop({ id: 3 }), laptop({ id: 4, status: 'ordered', succeedsAssetId: 3 }), laptop({ id: 5, status: 'disposed' }),
    ];
    const draft = draftOf(schoolOf({ assets, policies: priced }), [1, 2, 3, 5]);
    expect(draft.lines.map(({ replaces }) => replaces)).toEqual([[{ assetId: 1, quantity: 10 }]]);
    expect(draft.leftOut).toEqual([{ assetId: 2, why: 'on_order' }, { assetId: 3, why: 'on_order' }, { assetId: 5, why: 'gone' }]);
  });

  test('suggests the model bought last for the same people, while its maker supports it', () => {
    const models = [
      model({ id: 1, name: '13', categoryKey: 'laptop', make: 'Tamar' }), model({ id: 2, name: '14', categoryKey: 'laptop', make: 'Tamar' }),
      model({ id: 3, name: '15', categoryKey: 'laptop', vendorSupportEnd: '2026-01-31' }),
    ];
    const assets = [
      laptop({ id: 1, modelId: 1, purchaseDate: '2022-08-14' }), laptop({ id: 2, modelId: 2, purchaseDate: '2025-08-14' }),
      laptop({ id: 3, modelId: 3, purchaseDate: '2026-08-14' }), laptop({ id: 4, modelId: 1, userGroup: 'staff', purchaseDate: '2026-09-01' }),
    ];
    const snapshot = schoolOf({ assets, models, policies: priced });
    expect(modelSuggester(snapshot, AS_OF)('laptop', 'pupil')?.id).toBe(2);
    expect(modelSuggester(snapshot, AS_OF)('laptop', 'shared')).toBeNull();
    expect(draftOf(snapshot, [1]).lines[0]).toMatchObject({ modelId: 2, description: 'Tamar 14' });
  });

  test('is planned at the mean where it replaces kit of several prices, and at none where one has none', () => {
    // (2 × 40000 + 1 × 50000) ÷ 3 = 43333.33
    const assets = [
      laptop({ id: 1, quantity: 2, overridePence: 40_000, overridePriceDate: '2028-08-01' }),
      laptop({ id: 2, overridePence: 50_000, overridePriceDate: '2028-08-01' }), laptop({ id: 3 }),
    ];
    const snapshot = schoolOf({ assets });
    const today = forecast(snapshot, { asOf: AS_OF });
    expect(plannedUnit(snapshot, today, [{ assetId: 1, quantity: 2 }, { assetId: 2, quantity: 1 }])).toBe(43_333);
    expect(plannedUnit(snapshot, today, [{ assetId: 1, quantity: 2 }, { assetId: 3, quantity: 1 }])).toBeNull();
    expect(plannedUnit(snapshot, today, [])).toBeNull();
  });
});

describe('an order in the forecast', () => {
  const order = { number: '4502', supplierId: null, orderedOn: '2026-11-20', expectedOn: '2028-08-14', fundKey: null };
  const ordered = (snapshot: PlanSnapshot, old: Asset, unitPence: number, expectedOn: string | null, quantity = old.quantity): PlanSnapshot =>
    withOrder(snapshot, { ...order, expectedOn }, [{
      description: 'New', categoryKey: old.categoryKey, userGroup: old.userGroup, modelId: old.modelId, quantity, unitPence,
      replaces: [{ assetId: old.id, quantity }],
    }]);

  test('stands in place of the first replacement at the price agreed, and moves nothing after it', () => {
    // Planned 2028/29 at 38723; agreed 37000. The next is due Aug 2032, after the plan.
    const old = laptop({ id: 1, quantity: 30 });
    const before = planFor([old], { policies: priced });
    const after = forecast(ordered(schoolOf({ assets: [old], policies: priced }), old, 37_000, '2028-08-14'), { asOf: AS_OF });
    expect(before.totals.totalPence).toEqual([0, 0, 30 * 38_723, 0, 0]);
    expect(after.totals.totalPence).toEqual([0, 0, 30 * 37_000, 0, 0]);
  });

  test('moves the purchase to the month it is to come, and a part of a group leaves the rest where it was', () => {
    const old = laptop({ id: 1, quantity: 30 });
    const after = forecast(ordered(schoolOf({ assets: [old], policies: priced }), old, 37_000, '2027-01-15', 10), { asOf: AS_OF });
    // 10 come in Jan 2027 (2026/27) and again in Jan 2031 (2030/31): 36500 × 1.12550881 = 41081.07; 20 stay in 2028/29.
    expect(after.totals.totalPence).toEqual([10 * 37_000, 0, 20 * 38_723, 0, 10 * 41_081]);
  });

  test('placed at the planned price for the planned month leaves every yearly total as it was', () => {
    let orders = 0;
    fc.assert(fc.property(plan({ assets: 8, decided: false, backlog: false }), options, fc.nat(7), (snapshot, asked, at) => {
      const old = snapshot.assets[at % Math.max(1, snapshot.assets.length)];
      if (old === undefined) return;
      const before = forecast(snapshot, asked);
      const context = planContext(snapshot, asked);
      const course = courseOf(context, old);
      const policy = policyFor(old, snapshot.policies) ?? NO_POLICY;
      const basis = replacementBasis(old, context.model(old.modelId), policy, asked.asOf, context.schoolStartMonth);
      // What was paid for the old kit prices its successors until there is an order, which then says what the next one costs.
      if (course.standing !== 'in_service' || course.quantity === 0 || policy.assetId !== null || basis === null || basis.source === 'paid') return;
      // Kit that is here was bought by now: nobody loses what is not there.
      if ((serviceDate(old, context.asOfMonth) ?? asked.asOf) > asked.asOf) return;
      const unit = plannedUnit(snapshot, before, [{ assetId: old.id, quantity: course.quantity }]);
      // Nobody can agree a price of nothing, or one above £10 million.
      if (unit === 0 || !isUnitPrice(unit)) return;
      orders += 1;
      const after = forecast(ordered(snapshot, old, unit, course.firstDate, course.quantity), asked);
      expect(after.totals).toEqual(before.totals);
      // An upgrade without a price is one of the old kit's, and one more of each item on order: a row of its own.
      expect(after.noPrice.map(({ categoryKey }) => categoryKey)).toEqual(before.noPrice.map(({ categoryKey }) => categoryKey));
      after.noPrice.forEach(({ categoryKey, quantity }, index) => {
        const more = quantity - (before.noPrice[index]?.quantity ?? 0);
        expect(more >= 0 && more <= (categoryKey === old.categoryKey ? course.quantity : 0), `${more} more ${categoryKey}`).toBe(true);
      });
    }), { seed: SEED, numRuns: 2_000 });
    expect(orders).toBeGreaterThan(200);
  });
});
