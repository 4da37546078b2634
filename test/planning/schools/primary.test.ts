import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { AS_OF, told } from '../fixtures.ts';
import { primaryDecided, primarySchool } from './primary.ts';

/*
 * Worked row by row, as at 21 November 2026 in April years, and once more by sums.py:
 *   node --experimental-strip-types print-school.ts primary | python3 sums.py 2026-11-21 --lines
 * The index of what rises 3 % a year: 1.03, 1.0609, 1.092727, 1.125509, 1.159274, 1.194052. Desktops rise 3 % but 17 % in 2027/28
 * and fall 4 % in 2028/29: from 2025/26 to 2028/29 that is 1.03, 1.2051, 1.156896; from 2026/27 to 2029/30 1.17, 1.1232, 1.156896.
 * Tablets do not rise.
 */
describe('Ashgrove Primary, worked row by row', () => {
  const plan = forecast(primarySchool(), { asOf: AS_OF });

  test.each<[number, string, string[]]>([
    // Bought 2020-08-17, five years: due 2025-08-17, overdue. 420.00 × 1.030000 = 432.6 → 432.60.
    // 2026-11-21 + 36 months. 41.50 × 1.156896 = 48.011184 → 48.01.
    [1, 'ICT suite', ['2026/27 replace 2026-11-21 16 × 43260', '2029/30 upgrade 2029-11-21 16 × 4801']],
    // Memory at three years: 2024-03-31 + 36 months, the last day of 2026/27. 41.50.
    // Five years: 2029-03-31, the last day of 2028/29. 420.00 × 1.156896 = 485.89632 → 485.90.
    [2, 'Office desktops', ['2026/27 upgrade 2027-03-31 5 × 4150', '2028/29 replace 2029-03-31 5 × 48590']],
    // Its memory is done. Five years: 2028-10-09; the policy’s price comes before what was paid. 420.00 × 1.156896 = 485.89632 → 485.90.
    [3, 'Head’s desktop', ['2028/29 replace 2028-10-09 1 × 48590']],
    // 2025-01-31 + 36 months. 41.50 × 1.170000 = 48.555 → 48.56.
    // Five years: 2030-01-31. Its own price of 2024/25 × 1.03 × 1.03 × 1.17 × 0.96 × 1.03. 399.50 × 1.227351 = 490.3267245 → 490.33.
    [4, 'Library desktops', ['2027/28 upgrade 2028-01-31 3 × 4856', '2029/30 replace 2030-01-31 3 × 49033']],
    // Four years, before its cover ends in 2028. 3,899.00 × 1.030000 = 4,015.97.
    [5, 'Main server', ['2027/28 replace 2027-08-02 1 × 401597']],
    // Cover ends a year before its life does. 2,145.00 × 1.092727 = 2,343.899415 → 2,343.90.
    [6, 'Backup server', ['2027/28 replace 2028-02-09 1 × 234390']],
    // Cover ended 2025-12-31: overdue. 980.00.
    // 2026-11-21 + 1 × 48 months. 980.00 × 1.125509 = 1,102.99882 → 1,103.00.
    [7, 'Storage', ['2026/27 replace 2026-11-21 1 × 98000', '2030/31 replace 2030-11-21 1 × 110300']],
    // Five years: 2026-09-01, overdue; the end of its updates comes later. 224.50 × 1.030000 = 231.235 → 231.24.
    [8, 'Year 6 trolley', ['2026/27 replace 2026-11-21 30 × 23124']],
    // The model’s updates end 2029-06-30, before five years are up. 224.50 × 1.125509 = 252.6767705 → 252.68.
    [9, 'Year 5 trolley', ['2029/30 replace 2029-06-30 30 × 25268']],
    // Spares are forecast as well. Five years; without a model the policy’s price of 2025/26. 219.00 × 1.060900 = 232.3371 → 232.34.
    [10, 'Spares', ['2027/28 replace 2027-05-05 4 × 23234']],
    // Four years under the earlier policy, before 2027/28: overdue. 555.00.
    [11, 'Teachers, first half', ['2026/27 replace 2026-11-21 9 × 55500']],
    // Four years: 2027-03-20, before 2027/28, so the earlier policy still holds. 555.00.
    [12, 'Teachers, second half', ['2026/27 replace 2027-03-20 8 × 55500']],
    // Four years would end 2028-04-15, after the change: five years. 555.00 × 1.092727 = 606.463485 → 606.46.
    [13, 'Assistants', ['2029/30 replace 2029-04-15 6 × 60646']],
    // Its system loses support, and it cannot move on. 555.00 × 1.060900 = 588.7995 → 588.80.
    [14, 'SENCo’s laptop', ['2028/29 replace 2028-10-10 1 × 58880']],
    // Due in July 2026, moved by hand a year on. The model’s price of 2025/26. 1,620.00 × 1.060900 = 1,718.658 → 1,718.66.
    [15, 'Panels, infants', ['2027/28 replace 2027-07-23 6 × 171866']],
    // Eight years. 1,620.00 × 1.125509 = 1,823.32458 → 1,823.32.
    [16, 'Panels, juniors', ['2029/30 replace 2029-07-22 8 × 182332']],
    // Four years from when they were put to use. Tablets do not rise. 319.00.
    [17, 'Reception tablets', ['2028/29 replace 2029-01-06 12 × 31900']],
    // Five years; the policy does not go by the lease. Leased: the next ones cost nothing to buy.
    [18, 'Leased copiers', ['2028/29 replace 2029-01-02 2 × 0']],
    // Eight years. 625.00.
    [19, 'Switches', ['2026/27 replace 2027-02-18 5 × 62500']],
    // Six years. Paid in 2022/23, six rises. 234.00 × 1.194052 = 279.408168 → 279.41.
    [20, 'Access points', ['2028/29 replace 2028-08-08 14 × 27941']],
    // Five years, before the maker’s support ends. 1,150.00 × 1.092727 = 1,256.63605 → 1,256.64.
    [21, 'Firewall', ['2029/30 replace 2029-08-31 1 × 125664']],
    // Five years, this month: not overdue. Paid in 2021/22, five rises. 412.00 × 1.159274 = 477.620888 → 477.62.
    [22, 'Battery backup', ['2026/27 replace 2026-11-30 1 × 47762']],
    // Four years. Nobody knows a price.
    [23, 'Visualisers', ['2028/29 replace 2028-10-01 14 × null']],
    [24, 'Hall sound', []],
    [25, 'Old trolley', []],
  ])('row %i: %s', (id, _what, expected) => {
    expect(plan.lines.filter(({ assetId }) => assetId === id).map((line) => told(plan, line))).toEqual(expected);
  });

  test('what it pays again and again', () => {
    const paid = (id: number): (number | null)[] => plan.lines.filter(({ recurringId }) => recurringId === id).map(({ netPence }) => netPence);
    // Broadband is paid whole on 1 August: this year's is gone. 3,120.00 × 1.03 = 3,213.60; × 1.0609 = 3,310.008; and so on.
    expect(paid(1)).toEqual([321_360, 331_001, 340_931, 351_159]);
    // Filtering: 3.45 × 418 = 1,442.10 a year, in twelfths; five of them, November to March, are 600.87 or 600.88: the first seven
    // twelfths round to 841.23 (1,442.10 × 7 ÷ 12 = 841.225), so 1,442.10 − 841.23 = 600.87 are to come. From 2027/28 5 % more each
    // year: 1,514.205 → 1,514.21. In 2028/29 only 401 pupils: 3.45 × 401 = 1,383.45 × 1.1025 = 1,525.253625. 2029/30: 418 again,
    // × 1.157625 = 1,669.411; 2030/31: × 1.215506 = 1,752.881.
    expect(paid(2)).toEqual([60_087, 151_421, 152_525, 166_941, 175_288]);
    // Technician: 412.50 on the first of each month to August 2028, a price of 2026/27. November to March: 5 × 412.50. 2027/28:
    // 412.50 × 1.03 = 424.875 → 424.88 × 12. 2028/29: 412.50 × 1.0609 = 437.62125 → 437.62 × 5, April to August.
    expect(paid(3)).toEqual([206_250, 509_856, 218_810]);
    // Gone in 2026/27: broadband's 3,120.00 of August, filtering's seven twelfths 841.23, the technician's April to October 7 × 412.50.
    expect(plan.totals.alreadyPence).toEqual([312_000 + 84_123 + 288_750, 0, 0, 0, 0]);
  });

  test('each year, kind and code', () => {
    expect(plan.totals.totalPence).toEqual([3_074_729, 2_757_324, 1_826_730, 3_438_023, 636_747]);
    expect(plan.totals.byCategory).toEqual({
      chromebook: [693_720, 92_936, 0, 758_040, 0], cloud_service: [60_087, 151_421, 152_525, 166_941, 175_288],
      desktop: [712_910, 14_568, 291_540, 223_915, 0], firewall_router: [0, 0, 0, 125_664, 0], interactive_panel: [0, 1_031_196, 0, 1_458_656, 0],
      laptop: [943_500, 0, 58_880, 363_876, 0], mfd: [0, 0, 0, 0, 0], network_switch: [312_500, 0, 0, 0, 0], server: [0, 635_987, 0, 0, 0],
      storage: [98_000, 0, 0, 0, 110_300], support_contract: [206_250, 831_216, 549_811, 340_931, 351_159], tablet: [0, 0, 382_800, 0, 0],
      ups: [47_762, 0, 0, 0, 0], visualiser: [0, 0, 0, 0, 0], wireless_ap: [0, 0, 391_174, 0, 0],
    });
    expect(plan.totals.byCode).toEqual({
      E20A: [372_587, 472_781, 874_700, 633_536, 526_447], E20B: [145_762, 635_987, 0, 0, 110_300],
      E20E: [2_350_130, 107_504, 733_220, 1_345_831, 0], E20F: [0, 1_031_196, 0, 1_458_656, 0], E20G: [206_250, 509_856, 218_810, 0, 0],
    });
    expect(plan.totals.quantityByCategory).toEqual({
      chromebook: [30, 4, 0, 30, 0], desktop: [16, 0, 6, 3, 0], firewall_router: [0, 0, 0, 1, 0], interactive_panel: [0, 6, 0, 8, 0],
      laptop: [17, 0, 1, 6, 0], mfd: [0, 0, 2, 0, 0], network_switch: [5, 0, 0, 0, 0], server: [0, 2, 0, 0, 0], storage: [1, 0, 0, 0, 1],
      tablet: [0, 0, 12, 0, 0], ups: [1, 0, 0, 0, 0], visualiser: [0, 0, 14, 0, 0], wireless_ap: [0, 0, 14, 0, 0],
    });
  });

  test('who is counted, and who is not', () => {
    expect([plan.quantityRegister, plan.quantityForecast, plan.overdueQuantity]).toEqual([195, 179, 16 + 1 + 30 + 9]);
    expect(plan.notInForecast).toEqual([{ reason: 'no_purchase_date', quantity: 1 }, { reason: 'status_disposed', quantity: 15 }]);
    expect(plan.noPrice).toEqual([{ categoryKey: 'visualiser', quantity: 14 }]);
  });
});

describe('Ashgrove Primary after a term of decisions, worked row by row', () => {
  const before = forecast(primarySchool(), { asOf: AS_OF });
  const plan = forecast(primaryDecided(), { asOf: AS_OF });
  const changed: [number, string, string[]][] = [
    // Sixteen overdue over two years: eight now, eight on 1 April 2027 at 420.00 × 1.2051 = 506.142. Their memory three years on:
    // 41.50 × 1.156896 = 48.011184, and in April 2030 41.50 × 1.191603 = 49.4515245.
    [1, 'the suite, in two halves', [
      '2026/27 replace 2026-11-21 8 × 43260', '2027/28 replace 2027-04-01 8 × 50614', '2029/30 upgrade 2029-11-21 8 × 4801', '2030/31 upgrade 2030-04-01 8 × 4945',
    ]],
    // Two more years of cover from 9 February 2028: 240.00 × 1.03 = 247.20, × 1.0609 = 254.616. Now its four years end first, on
    // 10 February 2029. Paid in 2024/25, four rises: 2,145.00 × 1.125509 = 2,414.216805.
    [6, 'the backup server, whose cover is extended', ['2027/28 extend 2028-02-09 1 × 24720', '2028/29 replace 2029-02-10 1 × 241422', '2028/29 extend 2029-02-09 1 × 25462']],
    // Fifteen now and fifteen in April: 224.50 × 1.0609 = 238.17205. Getting rid of one cost 2.50 in 2025/26: 2.575 → 2.58, then 2.65225.
    [8, 'the Year 6 trolley, in two halves, and what getting rid of it costs', [
      '2026/27 replace 2026-11-21 15 × 23124', '2026/27 disposal 2026-11-21 15 × 258', '2027/28 replace 2027-04-01 15 × 23817', '2027/28 disposal 2027-04-01 15 × 265',
    ]],
    // 2.50 × 1.125509 = 2.8137725.
    [9, 'the Year 5 trolley', ['2029/30 replace 2029-06-30 30 × 25268', '2029/30 disposal 2029-06-30 30 × 281']],
    [10, 'the spares, which are not replaced', ['2027/28 disposal 2027-05-05 4 × 265']],
    // Nine in two parts, 4.5 half up: five now, four in April at 555.00 × 1.03 = 571.65.
    [11, 'teachers’ laptops, in two parts', ['2026/27 replace 2026-11-21 5 × 55500', '2027/28 replace 2027-04-01 4 × 57165']],
    // 40.00 each comes back; tablets do not rise.
    [17, 'tablets that are traded in', ['2028/29 replace 2029-01-06 12 × 31900', '2028/29 disposal 2029-01-06 12 × -4000']],
    // Switches would be bought in July or August, but the last August before February 2027 has gone: unchanged.
    [19, 'switches, whose months have gone by', ['2026/27 replace 2027-02-18 5 × 62500']],
    // Due in August 2028, bought in March: the year before, with five rises and not six. 234.00 × 1.159274 = 271.270116.
    [20, 'access points, bought in March', ['2027/28 replace 2028-03-08 14 × 27127']],
    [22, 'the battery that is kept', []],
  ];

  test.each(changed)('row %i: %s', (id, _what, expected) => {
    expect(plan.lines.filter(({ assetId }) => assetId === id).map((line) => told(plan, line))).toEqual(expected);
  });

  test('and everything else stays as it was', () => {
    const others = ({ lines }: typeof plan): string[] => lines.filter(({ assetId, needId }) => needId === null && !changed.some(([id]) => id === assetId)).map((line) => told(plan, line));
    expect(others(plan)).toEqual(others(before));
    expect(plan.notInForecast).toContainEqual({ reason: 'kept', quantity: 1 });
  });

  test('a need is bought in its year and costs something from then on', () => {
    // 120.00 × 1.03 = 123.60 each. 24.00 a year: 24.72 in 2027/28, of which ten twelfths from June: 24.72 less two twelfths of 4.12.
    // Then 24.00 × 1.0609 = 25.4616, × 1.092727 = 26.225448, × 1.125509 = 27.012216.
    expect(plan.lines.filter(({ needId }) => needId === 1).map((line) => told(plan, line))).toEqual([
      '2027/28 need 2027-06-01 3 × 12360', '2027/28 need 2027-06-01 1 × 2060', '2028/29 need 2028-04-01 1 × 2546', '2029/30 need 2029-04-01 1 × 2623',
      '2030/31 need 2030-04-01 1 × 2701',
    ]);
  });

  test('comes to this in each year', () => {
    // 2026/27: 30,747.29, less 8 × 432.60, 15 × 231.24, 4 × 555.00 and the battery’s 477.62; and 15 × 2.58.
    // 2027/28: 27,573.24, and 8 × 506.14, 15 × 238.17, 4 × 571.65, 14 × 271.27, 247.20, 19 × 2.65, 3 × 123.60, 20.60; less the server’s
    //          2,343.90 and the spares’ 4 × 232.34.
    // 2028/29: 18,267.30, and 2,414.22, 254.62, 25.46; less 14 × 279.41 and 12 × 40.00.
    // 2029/30: 34,380.23, less 8 × 48.01; and 30 × 2.81, 26.23. 2030/31: 6,367.47, and 8 × 49.45, 27.01.
    expect(plan.totals.totalPence).toEqual([
      3_074_729 - 346_080 - 346_860 - 222_000 - 47_762 + 3_870,
      2_757_324 + 404_912 + 357_255 + 228_660 + 379_778 + 24_720 + 5_035 + 37_080 + 2_060 - 234_390 - 92_936,
      1_826_730 + 241_422 + 25_462 + 2_546 - 391_174 - 48_000,
      3_438_023 - 38_408 + 8_430 + 2_623,
      636_747 + 39_560 + 2_701,
    ]);
  });
});
