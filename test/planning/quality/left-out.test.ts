import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfMonth, monthOf } from '../../../planning/calendar.ts';
import { forecast } from '../../../planning/forecast.ts';
import { leftOutOf, leftOutRows, rangeOf } from '../../../planning/quality/left-out.ts';
import { qualitySentence } from '../../../planning/quality/sentence.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { SEED } from '../arbitraries.ts';
import { AS_OF, budgetOf, kit, model, policiesWith, schoolOf } from '../fixtures.ts';

/** No price rises, so that the sums can be done in the head. */
const STILL = { defaultBp: 0, shipped: false, series: [] } as const;
/** Cameras kept four years at £100. */
const cameras = policiesWith('camera', { lifeMonths: 48, unitPence: 10_000, priceDate: AS_OF });
const camera = (parts: Partial<Asset> = {}): Asset => kit({ categoryKey: 'camera', description: 'Field camera', ...parts });

const school = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}): PlanSnapshot =>
  schoolOf({ assets, policies: cameras, inflation: STILL, ...parts });
const leftOut = (snapshot: PlanSnapshot) => leftOutOf(snapshot, forecast(snapshot, { asOf: AS_OF }));

describe('what is left out of the forecast', () => {
  it('counts a four-year camera of unknown age as one replacement and a twelfth over five years', () => {
    // The plan runs to March 2031: 52 months after November 2026. 52 = 48 + 4, so once for certain and once more
    // with 4 chances in 48: 100 × (1 + 4 ÷ 48) = £108.33, shown as £110.
    const out = leftOut(school([camera()]));
    expect(out.kinds).toMatchObject([{ reason: 'no_purchase_date', categoryKey: 'camera', items: 1, about: 11_000, unpriced: 0 }]);
    // Variance 100² × 4/48 × 44/48 = 763.9, sd £27.64; 108.33 ± 35.42, and never below the £100 that are certain.
    expect(out.range).toEqual({ low: 10_000, high: 14_000 });
  });

  it('spreads rows that were bought apart less than one row of as many items', () => {
    const apart = leftOutRows(school(Array.from({ length: 10 }, () => camera())), forecast(school([]), { asOf: AS_OF }));
    const together = leftOutRows(school([camera({ quantity: 10 })]), forecast(school([]), { asOf: AS_OF }));
    const [one] = together;
    // Ten rows: variance 10 × 763.9 (in £²); one row of ten: 10² × 763.9.
    expect(one?.cost?.all.mean).toBeCloseTo(10 * 10_833.333, 1);
    expect(apart.reduce((sum, row) => sum + (row.cost?.all.mean ?? 0), 0)).toBeCloseTo(10 * 10_833.333, 1);
    expect(apart.reduce((sum, row) => sum + (row.cost?.all.variance ?? 0), 0)).toBeCloseTo(10 * 763.889e4, -2);
    expect(one?.cost?.all.variance).toBeCloseTo(100 * 763.8889e4, -3);
  });

  it('takes the mean of its kind where it has no price of its own, and says where there is none at all', () => {
    const policies = policiesWith('camera', { lifeMonths: 48 });
    const known = camera({ purchaseDate: '2025-09-01', unitPaidPence: 20_000 });
    expect(leftOut(school([known, camera()], { policies })).kinds[0]).toMatchObject({ unpriced: 0, about: 22_000 });
    expect(leftOut(school([camera()], { policies })).kinds[0]).toMatchObject({ unpriced: 1, about: null, range: null });
    expect(leftOut(school([camera()], { policies })).about).toBeNull();
  });

  it('leaves kit alone that is run until it fails, retired, or due by its cover', () => {
    const server = kit({ categoryKey: 'server', coverEnd: '2028-08-14' });
    const snapshot = school([camera({ status: 'retired' }), server], { policies: [...policiesWith('projector', { binding: [] })] });
    expect(leftOut({ ...snapshot, assets: [...snapshot.assets, kit({ categoryKey: 'projector' })] }).items).toBe(0);
  });

  it('names the kinds by what they cost, and shows a total that is the sum of what they show', () => {
    const policies = [...cameras.filter(({ categoryKey }) => categoryKey !== 'printer'), ...policiesWith('printer', { unitPence: 17_800, priceDate: AS_OF }).filter(({ categoryKey }) => categoryKey === 'printer')];
    const out = leftOut(school([camera(), camera(), kit({ categoryKey: 'printer' }), kit({ categoryKey: 'printer' })], { policies }));
    expect(out.kinds.map(({ categoryKey }) => categoryKey)).toEqual(['printer', 'camera']);
    expect(out.about).toBe(out.kinds.reduce((sum, { about }) => sum + (about ?? 0), 0));
    expect(out).toMatchObject({ items: 4, register: 4 });
  });

  it('is, for each row, the mean of what the forecast says for every month in which it can have been bought', () => {
    fc.assert(fc.property(
      fc.integer({ min: 6, max: 96 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 100, max: 900_000 }),
      fc.constantFrom(null, 6, 24, 40), fc.constantFrom(0, 300, -200, 1_500),
      (lifeMonths, quantity, unitPence, upgradeAt, bp) => {
        const policies = policiesWith('camera', {
          lifeMonths, unitPence, priceDate: '2025-04-01',
          upgrade: upgradeAt === null ? null : { atMonths: upgradeAt, unitPence: 3_800, priceDate: AS_OF, what: 'memory' },
        });
        const snapshot = school([camera({ quantity })], { policies, inflation: { ...STILL, defaultBp: bp } });
        const [row] = leftOutRows(snapshot, forecast(snapshot, { asOf: AS_OF }));
        const sums = Array.from({ length: lifeMonths }, (_, age) => {
          const purchaseDate = dayOfMonth(monthOf(AS_OF) - age);
          const dated = school([camera({ quantity, purchaseDate })], { policies, inflation: { ...STILL, defaultBp: bp } });
          return forecast(dated, { asOf: AS_OF }).totals.totalPence.reduce((sum, pence) => sum + pence, 0);
        });
        const mean = sums.reduce((sum, pence) => sum + pence, 0) / lifeMonths;
        const variance = sums.reduce((sum, pence) => sum + (pence - mean) ** 2, 0) / lifeMonths;
        expect(row?.cost?.all.mean).toBeCloseTo(mean, 2);
        expect(Math.sqrt(Math.max(0, row?.cost?.all.variance ?? 0))).toBeCloseTo(Math.sqrt(variance), -1);
        expect([row?.cost?.all.least, row?.cost?.all.most]).toEqual([Math.min(...sums), Math.max(...sums)]);
        expect(row?.cost?.byYear.reduce((sum, year) => sum + year.mean, 0)).toBeCloseTo(mean, 2);
      },
    ), { seed: SEED, numRuns: 40 });
  });

  it('follows the model that its policy names, with that model’s price, life, upgrade and rise', () => {
    const tablet = model({ id: 9, name: 'Field tablet', categoryKey: 'tablet', unitPence: 30_000, priceDate: '2025-04-01' });
    const [base] = cameras.filter(({ categoryKey }) => categoryKey === 'camera');
    if (base === undefined) throw new Error('Cameras have a policy.');
    const upgrade = (atMonths: number, unitPence: number) => ({ atMonths, unitPence, priceDate: AS_OF, what: 'memory' });
    fc.assert(fc.property(
      fc.integer({ min: 6, max: 60 }), fc.integer({ min: 3, max: 40 }), fc.constantFrom(null, 5, 20), fc.constantFrom(null, 2, 12), fc.boolean(),
      (life, laterLife, ownAt, laterAt, runs) => {
        const policies = [
          { ...base, lifeMonths: life, replacementModelId: 9, upgrade: ownAt === null ? null : upgrade(ownAt, 3_800) },
          { ...base, id: base.id + 1_000, categoryKey: 'tablet', modelId: 9, unitPence: null, lifeMonths: laterLife, upgrade: laterAt === null ? null : upgrade(laterAt, 5_500), binding: runs ? [] : base.binding },
        ];
        const inflation = { defaultBp: 300, shipped: false, series: [{ categoryKey: 'tablet', bp: -400, steps: [] }] };
        const of = (asset: Asset) => school([asset], { policies, inflation, models: [tablet] });
        const [row] = leftOutRows(of(camera()), forecast(of(camera()), { asOf: AS_OF }));
        const sums = Array.from({ length: life }, (_, age) =>
          forecast(of(camera({ purchaseDate: dayOfMonth(monthOf(AS_OF) - age) })), { asOf: AS_OF }).totals.totalPence.reduce((sum, pence) => sum + pence, 0));
        expect(row?.cost?.all.mean).toBeCloseTo(sums.reduce((sum, pence) => sum + pence, 0) / life, 2);
      },
    ), { seed: SEED, numRuns: 60 });
  });

  it('holds about 8 in 10 of what can happen where twelve rows are left out', () => {
    const { cost } = leftOutRows(school([camera()]), forecast(school([]), { asOf: AS_OF }))[0] ?? { cost: null };
    const { low, high } = rangeOf({ mean: 12 * (cost?.all.mean ?? 0), variance: 12 * (cost?.all.variance ?? 0), least: 0, most: 1e9 });
    // Twelve cameras, each replaced a second time with p = 1/12: binomial. Sum the chances that lie in the range.
    const choose = (n: number, k: number): number => Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, each) => product * each, 1);
    const within = Array.from({ length: 13 }, (_, k) => ({ pence: (12 + k) * 10_000, chance: choose(12, k) * (1 / 12) ** k * (11 / 12) ** (12 - k) }))
      .reduce((sum, { pence, chance }) => sum + (pence >= low && pence <= high ? chance : 0), 0);
    expect(within).toBeGreaterThan(0.7);
    expect(within).toBeLessThan(0.96);
  });
});

describe('the sentence of the data quality page', () => {
  const say = (snapshot: PlanSnapshot, others = { twice: 0, odd: 0 }) => {
    const result = forecast(snapshot, { asOf: AS_OF });
    return qualitySentence(result, leftOutOf(snapshot, result), others).text;
  };
  const ten = Array.from({ length: 10 }, () => camera());

  it('has nothing to say without kit', () => {
    expect(say(school([]))).toBe('There is no kit in the register yet, so there is nothing to look over.');
  });

  it('says that nothing is left out, and what else was found', () => {
    const dated = school([camera({ purchaseDate: '2025-09-01' })]);
    expect(say(dated)).toBe('Nothing is left out of the forecast for want of a date. Nothing in the register looks wrong.');
    expect(say(dated, { twice: 1, odd: 3 })).toBe('Nothing is left out of the forecast for want of a date. One thing is perhaps listed twice and three values look odd.');
  });

  it('says how much is left out and makes no claim about years without a budget', () => {
    expect(say(school([camera(), camera({ purchaseDate: '2025-09-01' })]))).toBe('1 of 2 assets is left out of the forecast, probably £110 over five years.');
    expect(say(school([camera()], { policies: policiesWith('camera', { lifeMonths: 48 }) }))).toBe('The one asset is left out of the forecast, and it has no price to go by.');
  });

  it('checks the smallest margin of the years and not the total', () => {
    // Ten cameras cost £1,083 in five years, £25 a month or £300 in a whole year at the likely most. £10,000 are
    // left in four years, and £20 in the last: that one tips.
    expect(say(school(ten, { budgets: budgetOf(10_000, 10_000, 10_000, 10_000, 20) })))
      .toBe('10 of 10 assets are left out of the forecast, probably £1,080 over five years. 2030/31 has £20 left, so it could tip over.');
    expect(say(school(ten, { budgets: budgetOf(10_000, 10_000, 10_000, 10_000, 9_000) })))
      .toBe('10 of 10 assets are left out of the forecast, probably £1,080 over five years. The closest year, 2030/31, has £9,000 left and would still fit.');
    expect(say(school(ten, { budgets: budgetOf(10_000, 10, 10_000, 10_000, 20) }))).toContain('2027/28 has £10 left and 2030/31 has £20 left, so both could tip over.');
    expect(say(school(ten, { budgets: budgetOf(10, 10, 10, 0, 20) }))).toContain('2029/30 has nothing left, so it and four other years could tip over.');
  });

  it('does not speak of a year that is over its budget already', () => {
    const dear = camera({ purchaseDate: '2022-12-01', overridePence: 900_000, overridePriceDate: AS_OF });
    expect(say(school([...ten, dear], { budgets: budgetOf(100) }))).toBe('10 of 11 assets are left out of the forecast, probably £1,080 over five years.');
  });
});
