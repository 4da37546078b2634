import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { AS_OF, told } from '../fixtures.ts';
import { infantSchool } from './infant.ts';

/*
 * Everything below was worked with a pocket calculator. As at 21 November 2026; years start in April; everything rises
 * 3 % a year. The index is a whole number of millionths, rounded half up each year:
 *   one year   1,000,000 × 1.03                     = 1,030,000
 *   two        1,030,000 × 1.03                     = 1,060,900
 *   three      1,060,900 × 1.03                     = 1,092,727
 *   four       1,092,727 × 1.03 = 1,125,508.81      → 1,125,509
 *   five       1,125,509 × 1.03 = 1,159,274.27      → 1,159,274
 *   six        1,159,274 × 1.03 = 1,194,052.22      → 1,194,052
 *   seven      1,194,052 × 1.03 = 1,229,873.56      → 1,229,874
 *   eight      1,229,874 × 1.03 = 1,266,770.22      → 1,266,770
 */
describe('Wren Infant School, worked by hand', () => {
  const plan = forecast(infantSchool(), { asOf: AS_OF });
  const ofAsset = (id: number): string[] => plan.lines.filter(({ assetId }) => assetId === id).map((line) => told(plan, line));

  test.each<[number, string, string[]]>([
    // Bought August 2023, kept four years, cover to the same day: August 2027. 2,400.00 × 1.03 = 2,472.00.
    // Its successor is due in August 2031, in 2031/32: after the plan.
    [1, 'the server', ['2027/28 replace 2027-08-20 1 × 247200']],
    // Bought September 2022, four years: September 2026, before this month, so bought on the as-at day. Paid 489.50 in
    // 2022/23. 2026/27 is four years on: 489.50 × 1.125509 = 550.9366555 → 550.94.
    // Again four years later: eight years on, 489.50 × 1.266770 = 620.083915 → 620.08.
    [2, 'six overdue laptops and their successors', ['2026/27 replace 2026-11-21 6 × 55094', '2030/31 replace 2030-11-21 6 × 62008']],
    // Bought January 2024, four years: January 2028, in 2027/28. 319.00 of June 2026 (2026/27) × 1.03 = 328.57.
    [3, 'fifteen tablets', ['2027/28 replace 2028-01-15 15 × 32857']],
    // Bought July 2021, eight years: July 2029. 1,450.00 × 1.092727 = 1,584.45415 → 1,584.45.
    [4, 'four panels', ['2029/30 replace 2029-07-20 4 × 158445']],
    // Bought February 2024. Memory at three years: February 2027, in 2026/27, 38.00 as it stands today.
    // Replaced at five: February 2029, in 2028/29. Paid 520.00 in 2023/24, five years on: × 1.159274 = 602.82248 → 602.82.
    [5, 'the office desktop and its memory', ['2026/27 upgrade 2027-02-10 1 × 3800', '2028/29 replace 2029-02-10 1 × 60282']],
    // Bought August 2019, eight years: August 2027. 310.00 × 1.03 = 319.30.
    [6, 'two switches', ['2027/28 replace 2027-08-01 2 × 31930']],
    // Bought April 2022, six years: April 2028. The maker's support ends first, in October 2027. 185.00 × 1.03 = 190.55.
    [7, 'five access points', ['2027/28 replace 2027-10-31 5 × 19055']],
    // Bought April 2024, five years: 1 April 2029, the first day of 2029/30. 1,180.00 × 1.092727 = 1,289.41786 → 1,289.42.
    [8, 'the copier', ['2029/30 replace 2029-04-01 1 × 128942']],
    // Bought September 2021, four years: September 2025, overdue; again four years on. Nobody knows a price.
    [9, 'three visualisers without a price', ['2026/27 replace 2026-11-21 3 × null', '2030/31 replace 2030-11-21 3 × null']],
    // Would be due in October 2028; moved by hand to May 2027. 640.00 × 1.03 = 659.20. Again in May 2032: after the plan.
    [10, 'the firewall that was moved', ['2027/28 replace 2027-05-15 1 × 65920']],
    // Bought May 2026, three years: May 2029. Paid 12.99 in 2026/27, three years on: × 1.092727 = 14.19452373 → 14.19.
    [11, 'ten headphones in one row', ['2029/30 replace 2029-05-20 10 × 1419']],
    [12, 'a retired projector: nothing', []],
  ])('row %i: %s', (id, _what, expected) => {
    expect(ofAsset(id)).toEqual(expected);
  });

  test('broadband, by twelfths in the open year', () => {
    // 1,140.00 a year is 95.00 a month. November to March: 5 × 95.00 = 475.00 to come; April to October: 665.00 gone.
    // Then 1,140 × 1.03 = 1,174.20; × 1.0609 = 1,209.426 → 1,209.43; × 1.092727 = 1,245.70878 → 1,245.71;
    // × 1.125509 = 1,283.08026 → 1,283.08.
    expect(plan.lines.filter(({ recurringId }) => recurringId === 1).map(({ netPence }) => netPence)).toEqual([47_500, 117_420, 120_943, 124_571, 128_308]);
  });

  test('each year', () => {
    // 2026/27   laptops 6 × 550.94 = 3,305.64; memory 38.00; broadband 475.00                            together  3,818.64
    // 2027/28   server 2,472.00; tablets 15 × 328.57 = 4,928.55; switches 2 × 319.30 = 638.60;
    //           access points 5 × 190.55 = 952.75; firewall 659.20; broadband 1,174.20                   together 10,825.30
    // 2028/29   desktop 602.82; broadband 1,209.43                                                       together  1,812.25
    // 2029/30   panels 4 × 1,584.45 = 6,337.80; copier 1,289.42; headphones 10 × 14.19 = 141.90;
    //           broadband 1,245.71                                                                       together  9,014.83
    // 2030/31   laptops 6 × 620.08 = 3,720.48; broadband 1,283.08                                        together  5,003.56
    expect(plan.totals.totalPence).toEqual([381_864, 1_082_530, 181_225, 901_483, 500_356]);
    // Broadband's seven months, 665.00, and the headphones bought in May: 10 × 12.99 = 129.90.
    expect(plan.totals.alreadyPence).toEqual([79_490, 0, 0, 0, 0]);
    // 6,000.00 − 3,818.64 − 794.90 = 1,386.46; 6,000.00 − 10,825.30 = −4,825.30; and so on.
    expect(plan.totals.differencePence).toEqual([138_646, -482_530, 418_775, -301_483, 99_644]);
  });

  test('each kind of kit', () => {
    expect(plan.totals.byCategory).toEqual({
      server: [0, 247_200, 0, 0, 0], laptop: [330_564, 0, 0, 0, 372_048], tablet: [0, 492_855, 0, 0, 0], desktop: [3_800, 0, 60_282, 0, 0],
      interactive_panel: [0, 0, 0, 633_780, 0], network_switch: [0, 63_860, 0, 0, 0], wireless_ap: [0, 95_275, 0, 0, 0], mfd: [0, 0, 0, 128_942, 0],
      visualiser: [0, 0, 0, 0, 0], firewall_router: [0, 65_920, 0, 0, 0], peripheral: [0, 0, 0, 14_190, 0],
      support_contract: [47_500, 117_420, 120_943, 124_571, 128_308],
    });
  });

  test('each code', () => {
    // E20A 2027/28: 638.60 + 952.75 + 659.20 + 1,174.20 = 3,424.75. E20E 2026/27: 3,305.64 + 38.00 = 3,343.64.
    // E20F 2029/30: 6,337.80 + 1,289.42 + 141.90 = 7,769.12.
    expect(plan.totals.byCode).toEqual({
      E20A: [47_500, 342_475, 120_943, 124_571, 128_308], E20B: [0, 247_200, 0, 0, 0],
      E20E: [334_364, 492_855, 60_282, 0, 372_048], E20F: [0, 0, 0, 776_912, 0],
    });
  });

  test('what it costs this year just to stand still', () => {
    // Price in 2026/27 × 12 ÷ life, to the penny for one item, times the items:
    // server 2,400.00 ÷ 4 = 600.00; laptops 550.94 ÷ 4 = 137.735 → 137.74 × 6 = 826.44; tablets 319.00 ÷ 4 = 79.75 × 15 = 1,196.25;
    // panels 1,450.00 ÷ 8 = 181.25 × 4 = 725.00; desktop 520.00 × 1.092727 = 568.21804 → 568.22 ÷ 5 = 113.644 → 113.64;
    // switches 310.00 ÷ 8 = 38.75 × 2 = 77.50; access points 185.00 ÷ 6 = 30.8333 → 30.83 × 5 = 154.15; copier 1,180.00 ÷ 5 = 236.00;
    // firewall 640.00 ÷ 5 = 128.00; headphones 12.99 ÷ 3 = 4.33 × 10 = 43.30; broadband 1,140.00.
    expect(plan.totals.standStillPence[0]).toBe(60_000 + 82_644 + 119_625 + 72_500 + 11_364 + 7_750 + 15_415 + 23_600 + 12_800 + 4_330 + 114_000);
  });

  test('what is counted, what is left out, and what has no price', () => {
    // 1 + 6 + 15 + 4 + 1 + 2 + 5 + 1 + 3 + 1 + 10 = 49, and one projector that is retired.
    expect([plan.quantityForecast, plan.quantityRegister, plan.overdueQuantity]).toEqual([49, 50, 9]);
    expect(plan.notInForecast).toEqual([{ reason: 'status_retired', quantity: 1 }]);
    expect(plan.noPrice).toEqual([{ categoryKey: 'visualiser', quantity: 3 }]);
  });
});
