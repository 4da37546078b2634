import { nonsense, spoil } from './bad-values.ts';
import { plain } from './compare.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainAsset, explainLine } from '../../planning/explain.ts';
import { forecast } from '../../planning/forecast.ts';
import { compile, run } from '../../planning/kernel.ts';
import { kernelTotals } from '../../planning/kernel/totals.ts';
import { ledgerRows } from '../../planning/ledger.ts';
import { overdueKit, warrantiesEnding } from '../../planning/overview.ts';
import { dataNotices } from '../../planning/quality.ts';
import { overviewSentence, refreshSentence, registerSentence } from '../../planning/sentences.ts';
import { plan, SEED } from './arbitraries.ts';
import { AS_OF, cost, kit, model, planFor, policiesWith, schoolOf } from './fixtures.ts';

describe('a figure that no sum can use', () => {
  test('in a quantity keeps the row out, counted as one item', () => {
    for (const quantity of [0, -1, 1.5, Number.NaN, Infinity, 1_000_001]) {
      const school = planFor([kit({ purchaseDate: '2022-12-12', quantity }), kit({ purchaseDate: '2022-12-12' })]);
      expect(school.notInForecast, String(quantity)).toEqual([{ reason: 'unusable_value', quantity: 1 }]);
      expect([school.quantityForecast, school.quantityRegister]).toEqual([1, 2]);
    }
  });

  test('in a life or a tolerance keeps the kit of that policy out', () => {
    for (const change of [{ lifeMonths: 0 }, { lifeMonths: 601 }, { lifeMonths: 48.5 }, { lifeMonths: Number.NaN }, { toleranceMonths: 1e9 }]) {
      expect(planFor([kit({ purchaseDate: '2022-12-12', quantity: 4 })], { policies: policiesWith('laptop', change) }).notInForecast)
        .toEqual([{ reason: 'unusable_value', quantity: 4 }]);
    }
  });

  test('in what a policy goes by keeps its kit out, in the kernel as in the forecast', () => {
    // A plan file made elsewhere can name a limit that there is none of. The other laptop, bought for the staff, follows a sound policy.
    const policies = policiesWith('laptop', { unitPence: 40_000 }).map((policy) => (policy.categoryKey === 'laptop' && policy.userGroup === null ? { ...policy, binding: ['moon' as 'policy_life'] } : policy));
    const plan = schoolOf({ policies, assets: [kit({ purchaseDate: '2022-12-12', quantity: 4 }), kit({ purchaseDate: '2022-12-12', userGroup: 'staff' })] });
    const figures = forecast(plan, { asOf: AS_OF });
    expect(figures.notInForecast).toEqual([{ reason: 'unusable_value', quantity: 4 }]);
    expect(figures.totals.quantityByCategory).toEqual({ laptop: [1, 0, 0, 0, 1] });
    const compiled = compile(plan, { asOf: AS_OF });
    expect(kernelTotals(compiled, run(compiled))).toEqual(plain(figures.totals));
  });

  test('in a date makes the date unknown', () => {
    for (const purchaseDate of ['', '2026-02-30', 'NaN-NaN-NaN', '1899-12-30', '9999-12-31']) {
      expect(planFor([kit({ purchaseDate })]).notInForecast).toEqual([{ reason: 'no_purchase_date', quantity: 1 }]);
    }
  });

  test('in an end of the maker’s support that lies before the purchase leaves it to the model, and says so', () => {
    // Bought 12 Dec 2022, kept 48 months: due Dec 2026. Support written down as over in 2021 would make it overdue.
    const slip = kit({ purchaseDate: '2022-12-12', vendorSupportEnd: '2021-06-30', modelId: 1 });
    const models = [model({ id: 1, name: 'Tamar 14', categoryKey: 'laptop', vendorSupportEnd: '2026-11-30' })];
    expect(planFor([{ ...slip, modelId: null }]).lines[0]).toMatchObject({ date: '2026-12-12', limitingFactor: 'policy_life', overdue: false });
    expect(planFor([slip], { models }).lines[0]).toMatchObject({ date: '2026-11-30', limitingFactor: 'vendor_support_end' });
    const why = explainAsset(schoolOf({ assets: [slip], models }), { asOf: AS_OF }, slip.id).steps.map(({ text }) => text);
    expect(why).toContain('The end of maker’s support written down, 30 June 2021, is before the purchase and is not counted with.');
    // On the day it was bought it is no slip.
    expect(planFor([kit({ purchaseDate: '2022-12-12', vendorSupportEnd: '2022-12-12' })]).overdueQuantity).toBe(1);
  });

  test('in a first day of use in a month still to come leaves it to the purchase, and says so', () => {
    // Bought 12 Dec 2022: due Dec 2026. A first day of use in May 2027 would put that off to May 2031.
    const slip = kit({ purchaseDate: '2022-12-12', inServiceDate: '2027-05-03' });
    expect(planFor([slip]).lines[0]).toMatchObject({ date: '2026-12-12', limitingFactor: 'policy_life' });
    expect(planFor([kit({ inServiceDate: '2027-05-03' })]).notInForecast).toEqual([{ reason: 'no_purchase_date', quantity: 1 }]);
    const why = explainAsset(schoolOf({ assets: [slip] }), { asOf: AS_OF }, slip.id).steps.map(({ text }) => text);
    expect(why).toContain('The first day of use written down, 3 May 2027, is still to come and is not counted with.');
    // Kit in stock may wait for its first day, and kit on order is to come. The as-at month itself is not to come.
    expect(planFor([kit({ status: 'in_stock', purchaseDate: '2026-10-01', inServiceDate: '2027-05-03' })], {}, { years: 6 }).lines[0]).toMatchObject({ date: '2031-05-03' });
    expect(planFor([kit({ status: 'ordered', inServiceDate: '2027-05-03' })]).lines[0]).toMatchObject({ date: '2027-05-03' });
    expect(planFor([kit({ purchaseDate: '2022-12-12', inServiceDate: '2026-11-30' })]).lines[0]).toMatchObject({ date: '2030-11-30' });
  });

  test('in a price makes the price unknown, whatever other price there is, and counts the items', () => {
    for (const overridePence of [-1, 0.5, Number.NaN, Infinity, 1_000_000_001]) {
      const school = planFor([kit({ purchaseDate: '2022-12-12', quantity: 5, overridePence, unitPaidPence: 100 })]);
      expect(school.lines[0]).toMatchObject({ unitPence: null, netPence: null });
      expect(school.noPrice).toEqual([{ categoryKey: 'laptop', quantity: 5 }]);
      expect(school.totals.totalPence).toEqual([0, 0, 0, 0, 0]);
    }
  });

  test('in a rise makes the prices of the years from there on unknown', () => {
    const school = planFor([kit({ purchaseDate: '2022-12-12', overridePence: 100, overridePriceDate: '2026-04-01' })], {
      inflation: { defaultBp: 300, shipped: false, series: [{ categoryKey: 'laptop', bp: null, steps: [{ year: 2029, bp: Number.NaN }] }] },
    });
    expect(school.lines.map((line) => line.netPence)).toEqual([100, null]);
  });

  test('in a running cost makes its amount unknown, and the totals say so', () => {
    for (const amountPence of [-1, Number.NaN, 1e12]) {
      const school = planFor([], { recurring: [cost({ amountPence })] });
      expect(school.lines).toHaveLength(5);
      expect(school.lines[0]?.netPence).toBeNull();
      expect(school.noPrice).toEqual([{ categoryKey: 'support_contract', quantity: 1 }]);
    }
  });

  test('in the age of an upgrade leaves the upgrade out', () => {
    for (const atMonths of [0, -5, Number.NaN, 601]) {
      const upgrade = { atMonths, unitPence: 100, priceDate: null, what: 'memory' };
      expect(planFor([kit({ purchaseDate: '2023-12-12' })], { policies: policiesWith('laptop', { upgrade }) }).lines.map((line) => line.kind)).toEqual(['replace']);
    }
  });

  test('in the school’s own settings is read as April and five years', () => {
    const school = { ...schoolOf().school, yearStartMonth: 13, horizonYears: Number.NaN };
    const result = forecast(schoolOf({ school }), { asOf: AS_OF });
    expect(result.years.map((year) => year.start)).toEqual(['2026-04-01', '2027-04-01', '2028-04-01', '2029-04-01', '2030-04-01']);
  });

  test('in what was asked is refused in words', () => {
    expect(() => forecast(schoolOf(), { asOf: 'today' })).toThrow('not a day written as yyyy-mm-dd');
    expect(() => forecast(schoolOf(), { asOf: AS_OF, years: 0 })).toThrow('1 to 30 years');
    expect(() => forecast(schoolOf(), { asOf: AS_OF, yearStartMonth: 0 })).toThrow('months 1 to 12');
  });
});

test('nonsense in any figure or date of a school never stops the sums nor comes out as a figure', () => {
  fc.assert(fc.property(plan({ assets: 6 }), fc.integer({ min: 1, max: 1_000_000 }), (snapshot, seed) => {
    const spoilt = spoil(snapshot, seed);
    const result = forecast(spoilt, { asOf: AS_OF });
    expect(nonsense(result)).toEqual([]);
    const compiled = compile(spoilt, { asOf: AS_OF });
    expect(kernelTotals(compiled, run(compiled))).toEqual(plain(result.totals));
    expect(nonsense(ledgerRows(spoilt, result))).toEqual([]);
    const words = [
      overviewSentence(spoilt, result), refreshSentence(spoilt, result), registerSentence(spoilt, result), warrantiesEnding(spoilt, result),
      overdueKit(spoilt, result), dataNotices(spoilt, result), result.lines.map((line) => explainLine(spoilt, { asOf: AS_OF }, line)),
      spoilt.assets.map((asset) => explainAsset(spoilt, { asOf: AS_OF }, asset.id)),
    ];
    expect(nonsense(words)).toEqual([]);
    expect(result.quantityForecast + result.notInForecast.reduce((sum, each) => sum + each.quantity, 0)).toBe(result.quantityRegister);
  }), { seed: SEED, numRuns: 400 });
});
