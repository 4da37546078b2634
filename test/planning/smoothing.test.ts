import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainBalance, explainLevel, explainSinkingFund } from '../../planning/explain-smoothing.ts';
import { forecast } from '../../planning/forecast.ts';
import { sinkingFund, smoothingOf } from '../../planning/smoothing.ts';
import { anyOptions, plan, SEED } from './arbitraries.ts';
import { AS_OF, cost, kit, model, policiesWith, schoolOf } from './fixtures.ts';

describe('a sinking fund', () => {
  test.each([
    // Nothing to buy, nothing to save.
    ['nothing', [0, 0, 0], 0, 0, [0, 0, 0]],
    ['the same every year is paid as it is', [100, 100, 100], 0, 100, [0, 0, 0]],
    // All of it in the third year: 900 ÷ 3.
    ['a dear last year is saved for from the first', [0, 0, 900], 0, 300, [300, 600, 0]],
    // A dear first year cannot be saved for: 900 at once, and what is paid in later stays in the fund.
    ['a dear first year is paid at once', [900, 0, 0], 0, 900, [0, 900, 1_800]],
    // 100; 700 in two years is 350; 800 in three is 266.67: the second year decides.
    ['the dearest stretch from the start decides', [100, 600, 100], 0, 350, [250, 0, 250]],
    // 100 ÷ 3 = 33.33…, up to the next penny.
    ['a fraction goes up to the next penny', [0, 0, 100], 0, 34, [34, 68, 2]],
    // 300 there already: (900 − 300) ÷ 3.
    ['what is in it already is used', [0, 0, 900], 300, 200, [500, 700, 0]],
    ['more than enough in it wants nothing', [10, 20, 30], 100, 0, [90, 70, 40]],
    ['what kit brings in stays in it', [100, -50, 0], 0, 100, [0, 150, 250]],
    ['no years', [], 0, 0, []],
  ] as const)('%s', (_, costs, opening, contributionPence, balancePence) => {
    expect(sinkingFund(costs, opening)).toEqual({ openingPence: opening, contributionPence, balancePence });
  });

  const costs = fc.array(fc.integer({ min: 0, max: 900_000_000_000 }), { minLength: 1, maxLength: 30 });

  test('never overdraws, and with a penny less a year would', () => {
    fc.assert(fc.property(costs, fc.integer({ min: 0, max: 1_000_000 }), (years, opening) => {
      const { contributionPence, balancePence } = sinkingFund(years, opening);
      expect(Math.min(...balancePence)).toBeGreaterThanOrEqual(0);
      let [paid, spent] = [BigInt(opening), 0n];
      let enoughWithLess = true;
      years.forEach((pence, index) => {
        paid += BigInt(contributionPence);
        spent += BigInt(pence);
        expect(balancePence[index]).toBe(Number(paid - spent));
        enoughWithLess &&= paid - BigInt(index + 1) >= spent;
      });
      if (contributionPence > 0) expect(enoughWithLess).toBe(false);
    }), { seed: SEED, numRuns: 2_000 });
  });

  test('of equal costs is that cost, and of costs in any order pays no less than their mean', () => {
    fc.assert(fc.property(costs, fc.integer({ min: 0, max: 1_000_000_000 }), (years, each) => {
      expect(sinkingFund(years.map(() => each)).contributionPence).toBe(each);
      const mean = years.reduce((sum, pence) => sum + pence, 0) / years.length;
      expect(sinkingFund(years).contributionPence).toBeGreaterThanOrEqual(Math.floor(mean));
    }), { seed: SEED, numRuns: 500 });
  });
});

describe('a plan paid in three ways', () => {
  // Flat prices. 10 laptops at £400 kept 4 years, bought December 2024: due December 2028. Broadband £1,200 each April.
  const snapshot = schoolOf({
    assets: [kit({ quantity: 10, purchaseDate: '2024-12-12', overridePence: 40_000, overridePriceDate: '2026-04-01' })],
    recurring: [cost({ amountPence: 120_000, riseBp: 0, start: '2024-04-01' })], inflation: { defaultBp: 0, shipped: false, series: [] },
  });
  const result = forecast(snapshot, { asOf: AS_OF });
  const smoothing = smoothingOf(snapshot, result);
  const told = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text);

  test('costs as due, level or by a fund', () => {
    expect(smoothing.asDuePence).toEqual([120_000, 120_000, 520_000, 120_000, 120_000]);
    // 10 × £400 ÷ 4 years = £1,000 a year, and the £1,200.
    expect(smoothing.levelPence).toEqual([220_000, 220_000, 220_000, 220_000, 220_000]);
    // £4,000 by the third year: £1,333.33…, so £1,333.34 a year; 2 pence too many then.
    expect(smoothing.fund).toEqual({ openingPence: 0, contributionPence: 133_334, balancePence: [133_334, 266_668, 2, 133_336, 266_670] });
    expect(smoothing.sinkingFundPence).toEqual([253_334, 253_334, 253_334, 253_334, 253_334]);
  });

  test('says why, in figures that lead to each', () => {
    expect(told(explainLevel(snapshot, result, smoothing, 2))).toEqual([
      'What each item costs to replace that year, divided by the years it is kept: what the kit wears out in a year.',
      '10 laptops: £1,000.', 'Running costs of the whole year: £1,200.',
      'Together £2,200: what it costs just to stay where the school is.',
      'Kit without a price, and kit that is run until it fails, is not in this sum.',
    ]);
    expect(told(explainSinkingFund(result, smoothing, 0))).toEqual([
      'From 2026/27 to 2028/29, 3 years, kit costs £4,000 as it falls due: the dearest stretch from the start for each of its years.',
      '£4,000 ÷ 3, up to the next penny, is £1,333.34 a year into the fund, the same every year.',
      'A penny less a year would leave the fund overdrawn at the end of 2028/29.',
      'Running costs of the whole year: £1,200.', 'Together £2,533.34.',
    ]);
    expect(told(explainBalance(result, smoothing, 2))).toEqual([
      'Paid in by the end of 2028/29: 3 × £1,333.34 = £4,000.02.', 'Kit bought by then, as it falls due: £4,000.', '£4,000.02 − £4,000 = £0.02 left in the fund.',
    ]);
  });

  test('counts what is in the fund already, and says so', () => {
    // £1,000 there: £3,000 by the third year is £1,000 a year.
    const helped = smoothingOf(snapshot, result, 100_000);
    expect(helped.fund).toEqual({ openingPence: 100_000, contributionPence: 100_000, balancePence: [200_000, 300_000, 0, 100_000, 200_000] });
    expect(told(explainSinkingFund(result, helped, 0)).slice(1, 3)).toEqual([
      '£4,000 − £1,000 in the fund already = £3,000.', '£3,000 ÷ 3 is £1,000 a year into the fund, the same every year.',
    ]);
    expect(told(explainBalance(result, helped, 2))).toEqual([
      'In the fund before the first year: £1,000.', 'Paid in by the end of 2028/29: 3 × £1,000 = £3,000.', 'Kit bought by then, as it falls due: £4,000.',
      '£1,000 + £3,000 − £4,000 = £0 left in the fund.',
    ]);
    expect(told(explainSinkingFund(result, smoothingOf(snapshot, result, 500_000), 0))[0]).toBe('The £5,000 in the fund already pay for all the kit that the plan buys.');
  });

  test('says why in the kit that is bought, where a policy names another model of another kind', () => {
    // Ten cameras at £100 kept 4 years, replaced by tablets at £300 that rise 10% a year from 2026/27: 10 × £330 ÷ 4 in 2027/28.
    const tablet = model({ id: 9, name: 'Field tablet', categoryKey: 'tablet', unitPence: 30_000, priceDate: '2026-04-01' });
    const school = schoolOf({
      assets: [kit({ categoryKey: 'camera', quantity: 10, purchaseDate: '2024-12-12', overridePence: null })], models: [tablet],
      policies: policiesWith('camera', { lifeMonths: 48, unitPence: 10_000, priceDate: '2026-04-01', replacementModelId: 9 }),
      inflation: { defaultBp: 0, shipped: false, series: [{ categoryKey: 'tablet', bp: 1_000, steps: [] }] },
    });
    const made = forecast(school, { asOf: AS_OF });
    expect(smoothingOf(school, made).levelPence[1]).toBe(82_500);
    expect(told(explainLevel(school, made, smoothingOf(school, made), 1)).slice(1, 3)).toEqual(['10 cameras: £825.', 'Together £825: what it costs just to stay where the school is.']);
  });

  test('of a school without kit costs its running costs in each of them', () => {
    const empty = { ...snapshot, assets: [] };
    const plain = forecast(empty, { asOf: AS_OF });
    const ways = smoothingOf(empty, plain);
    expect([ways.asDuePence, ways.levelPence, ways.sinkingFundPence]).toEqual(Array.from({ length: 3 }, () => [120_000, 120_000, 120_000, 120_000, 120_000]));
    expect(told(explainSinkingFund(plain, ways, 0))[0]).toBe('The plan buys no kit that a fund would have to pay for.');
  });

  test('has the planned cost as due, the stand-still cost level, and never less in the fund than kit has cost', () => {
    fc.assert(fc.property(plan({ consumables: true }), anyOptions(), (school, asked) => {
      const made = forecast(school, asked);
      const ways = smoothingOf(school, made);
      const added = (a: readonly number[], b: readonly number[]) => a.map((pence, year) => pence + (b[year] ?? 0));
      expect(added(ways.runningPence, ways.kitDuePence)).toEqual(made.totals.plannedPence);
      expect(added(ways.runningPence, ways.kitLevelPence)).toEqual(made.totals.standStillPence);
      expect(Math.min(...ways.fund.balancePence)).toBeGreaterThanOrEqual(0);
      const [why = '', sum = ''] = told(explainSinkingFund(made, ways, 0));
      if (ways.fund.contributionPence === 0) return;
      // What is due by the year that decides, over its years, is the contribution to the penny.
      const [, years = '1'] = / (\d+) years?,/.exec(why) ?? [];
      const [due = 0n] = [...why.matchAll(/£([\d,]+)(?:\.(\d\d))?/g)].map(([, pounds = '0', pence = '00']) => BigInt(pounds.replaceAll(',', '') + pence));
      expect((due + BigInt(years) - 1n) / BigInt(years), `${why} ${sum}`).toBe(BigInt(ways.fund.contributionPence));
    }), { seed: SEED, numRuns: 200 });
  });
});
