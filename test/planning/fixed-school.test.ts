import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { AS_OF, told } from './fixtures.ts';
import { fixedSchool } from './fixed-school.ts';

describe('a small school, worked by hand', () => {
  const plan = forecast(fixedSchool(), { asOf: AS_OF });

  test('buys this, then, at these prices', () => {
    expect(plan.lines.map((line) => told(plan, line))).toEqual([
      // 2026/27. Desktops reach three years in December: memory. Pupil laptops of 2022 reach four.
      '2026/27 upgrade 2026-12-12 32 × 3800',
      '2026/27 replace 2026-12-12 30 × 36500',
      // Staff laptops were due in September 2023: overdue, bought now.
      '2026/27 replace 2026-11-21 4 × 56000',
      // Visualisers were due in September 2024 and have no price.
      '2026/27 replace 2026-11-21 9 × null',
      // Broadband: April to October gone (7 twelfths, 5,716.67), 4,083.33 to come. Software: paid in January, whole.
      '2026/27 recurring 2026-11-21 1 × 408333',
      '2026/27 recurring 2027-01-01 1 × 100000',
      // 2027/28. Access points: their life ends in June 2028, the maker's support in October 2027. 295.00 × 1.03 = 303.85.
      '2027/28 replace 2027-10-31 6 × 30385',
      '2027/28 recurring 2027-04-01 1 × 1009400', // 9,800 × 1.03
      '2027/28 recurring 2028-01-01 1 × 105000', // 1,000 × 1.05
      // 2028/29. Server: cover and life end together, 5,400 × 1.0609. Desktops: 415 × 1.0609 = 440.2735.
      '2028/29 replace 2028-08-14 1 × 572886',
      '2028/29 replace 2028-12-12 32 × 44027',
      // Pupil laptops paid 365.00 in September 2024 (2024/25): four rises, × 1.125509 = 410.810785.
      '2028/29 replace 2028-09-02 90 × 41081',
      '2028/29 recurring 2028-04-01 1 × 1039682', // 9,800 × 1.0609
      '2028/29 recurring 2029-01-01 1 × 110250', // 1,000 × 1.1025
      // 2029/30. Software has ended.
      '2029/30 recurring 2029-04-01 1 × 1070872', // 9,800 × 1.092727 = 10,708.7246
      // 2030/31. The laptops and visualisers bought in 2026/27 come round; the tablets of June 2026 reach four years.
      '2030/31 replace 2030-12-12 30 × 41081', // 365 × 1.125509
      '2030/31 replace 2030-11-21 4 × 63029', // 560 × 1.125509 = 630.28504
      '2030/31 replace 2030-11-21 9 × null',
      '2030/31 replace 2030-06-15 2 × 35904', // 319 × 1.125509 = 359.037371
      '2030/31 recurring 2030-04-01 1 × 1102999', // 9,800 × 1.125509 = 11,029.9882
    ]);
  });

  test('which comes to this', () => {
    // 2026/27: 32 × 38.00 = 1,216.00; 30 × 365.00 = 10,950.00; 4 × 560.00 = 2,240.00; 4,083.33; 1,000.00.
    // 2027/28: 6 × 303.85 = 1,823.10; 10,094.00; 1,050.00.
    // 2028/29: 5,728.86; 32 × 440.27 = 14,088.64; 90 × 410.81 = 36,972.90; 10,396.82; 1,102.50.
    // 2030/31: 30 × 410.81 = 12,324.30; 4 × 630.29 = 2,521.16; 2 × 359.04 = 718.08; 11,029.99.
    expect(plan.totals.totalPence).toEqual([
      121_600 + 1_095_000 + 224_000 + 408_333 + 100_000,
      182_310 + 1_009_400 + 105_000,
      572_886 + 1_408_864 + 3_697_290 + 1_039_682 + 110_250,
      1_070_872,
      1_232_430 + 252_116 + 71_808 + 1_102_999,
    ]);
    // Already spent: broadband's seven months, and two tablets at 319.00 in June.
    expect(plan.totals.alreadyPence).toEqual([571_667 + 63_800, 0, 0, 0, 0]);
    expect(plan.totals.differencePence).toEqual([
      3_000_000 - 1_948_933 - 635_467, 3_000_000 - 1_296_710, 5_000_000 - 6_828_972, 3_000_000 - 1_070_872, 3_000_000 - 2_659_353,
    ]);
    expect(plan.totals.byCode).toEqual({
      E20A: [408_333, 182_310 + 1_009_400, 1_039_682, 1_070_872, 1_102_999], E20B: [0, 0, 572_886, 0, 0],
      E20C: [100_000, 105_000, 110_250, 0, 0], E20E: [1_440_600, 0, 5_106_154, 0, 1_556_354], E20F: [0, 0, 0, 0, 0],
    });
    expect(plan.totals.quantityByCategory).toEqual({
      server: [0, 0, 1, 0, 0], desktop: [0, 0, 32, 0, 0], laptop: [34, 0, 90, 0, 34], tablet: [0, 0, 0, 0, 2],
      wireless_ap: [0, 6, 0, 0, 0], visualiser: [9, 0, 0, 0, 9],
    });
  });

  test('and leaves this out, by name and number', () => {
    expect(plan.notInForecast).toEqual([{ reason: 'no_purchase_date', quantity: 5 }, { reason: 'status_retired', quantity: 1 }]);
    expect(plan.noPrice).toEqual([{ categoryKey: 'visualiser', quantity: 9 }]);
    expect([plan.quantityRegister, plan.quantityForecast, plan.overdueQuantity]).toEqual([180, 174, 13]);
  });
});
