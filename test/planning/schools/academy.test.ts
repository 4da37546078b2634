import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { AS_OF, told } from '../fixtures.ts';
import { academy, academyDecided } from './academy.ts';

/*
 * September years, in which 2026/27 begins on 1 September 2026. Totals worked out by another program from the written rules:
 *   node --experimental-strip-types print-school.ts academy | python3 sums.py 2026-11-21 --lines
 */
describe('Northgate Academy, in September years, worked out by another program', () => {
  const plan = forecast(academy(), { asOf: AS_OF });
  const of = (id: number): string[] => plan.lines.filter(({ assetId }) => assetId === id).map((line) => told(plan, line));

  test('comes to the same in each year', () => {
    expect(plan.years.map(({ label, start, end }) => `${label} ${start} ${end}`)[0]).toBe('2026/27 2026-09-01 2027-08-31');
    expect(plan.totals.totalPence).toEqual([17_969_334, 7_341_097, 9_416_718, 11_437_160, 10_785_318]);
    // September and October: broadband 785.00 × 1.025 = 804.63 twice, 1,609.26; the learning platform's 2.75 × 961 = 2,642.75 × 1.06 =
    // 2,801.32; two twelfths of 60 × 4.10 = 246.00, 41.00; six cameras of 30 September at 380.00, 2,280.00.
    expect(plan.totals.alreadyPence).toEqual([673_158, 0, 0, 0, 0]);
  });

  test('in each kind and year', () => {
    expect(plan.totals.byCategory).toEqual({
      camera: [0, 0, 0, 0, 251_670], cloud_service: [20_500, 25_215, 25_845, 26_492, 27_154], desktop: [5_775_000, 0, 240_372, 204_502, 7_022_652],
      laptop: [9_105_174, 4_420_508, 2_541_199, 9_684_024, 677_888], monitor: [451_100, 0, 0, 0, 0], printer_3d: [169_000, 0, 0, 0, 0],
      server: [610_000, 0, 640_881, 0, 673_326], software: [970_904, 1_324_176, 1_354_908, 1_454_268, 1_471_620],
      support_contract: [804_630, 1_506_596, 929_896, 0, 556_653], tablet: [63_026, 64_602, 2_085_867, 67_874, 104_355],
      wireless_ap: [0, 0, 1_597_750, 0, 0],
    });
  });

  test('in each cost category and year', () => {
    expect(plan.totals.byCostCategory).toEqual({
      connectivity: [804_630, 989_688, 2_527_646, 0, 0], onsite_servers: [610_000, 0, 640_881, 0, 673_326], it_learning_resources: [560_264, 906_576, 944_268, 1_043_628, 1_060_980],
      admin_software: [410_640, 417_600, 410_640, 410_640, 410_640], laptops_desktops_tablets: [15_394_300, 4_485_110, 4_867_438, 9_956_400, 7_804_895],
      other_hardware: [169_000, 0, 0, 0, 251_670], it_support: [20_500, 542_123, 25_845, 26_492, 583_807],
    });
    expect(plan.totals.quantityByCategory).toEqual({
      camera: [0, 0, 0, 0, 6], desktop: [62, 0, 0, 1, 82], laptop: [220, 65, 45, 220, 0], monitor: [40, 0, 0, 0, 0], printer_3d: [2, 0, 0, 0, 0],
      server: [1, 0, 1, 0, 1], tablet: [0, 0, 60, 0, 0], wireless_ap: [0, 0, 55, 0, 0],
    });
    expect([plan.lines.length, plan.quantityRegister, plan.overdueQuantity]).toEqual([68, 637, 183]);
  });

  test('buys on either side of 31 August in the year it belongs to', () => {
    // Bought 31 August 2024 and kept three years: 31 August 2027, the last day of 2026/27; a day later is the next year.
    expect(of(27)[0]).toMatch(/^2026\/27 replace 2027-08-31 24 × /u);
    expect(of(28)[0]).toMatch(/^2028\/29 replace 2028-09-01 23 × /u);
  });

  test('takes what is on order for the first replacement of what it succeeds, at the price agreed', () => {
    // 25 of 40 monitors were due in January 2027; 15 come in February at 109.90, which does not rise.
    expect(of(11)).toEqual(['2026/27 replace 2027-01-31 25 × 11450']);
    expect(of(12)).toEqual(['2026/27 replace 2027-02-15 15 × 10990']);
  });

  test('follows the policy of a model, and of one machine', () => {
    // Model 2, four years: July 2027. Machine 9, seven years: July 2030, × 1.025 four times in September years from 2026/27.
    expect(of(8)[0]).toBe('2026/27 replace 2027-07-01 18 × 189900');
    expect(of(9)).toEqual(['2029/30 replace 2030-07-01 1 × 204502']);
  });

  test('expects pupil laptops and tablets to be lost, whole ones', () => {
    // 60 tablets at 4 % a year: 2.4 a year, of which the months from November count; 10, 12, 12, 12 and 12 of them: 2, 2.4, 2.4 …
    // Running totals 2.0, 4.4, 6.8, 9.2, 11.6 round to 2, 4, 7, 9, 12.
    const lost = (key: string): number[] => plan.lines.filter(({ kind, categoryKey }) => kind === 'loss' && categoryKey === key).map(({ quantity }) => quantity);
    expect(lost('tablet')).toEqual([2, 2, 3, 2, 3]);
  });
});

describe('Northgate Academy after decisions, worked by hand', () => {
  const plan = forecast(academyDecided(), { asOf: AS_OF });
  const of = (id: number): string[] => plan.lines.filter(({ assetId }) => assetId === id).map((line) => told(plan, line));

  test('laptops due on 1 September are bought in August, a financial year earlier at that year’s price', () => {
    // The laptops' index from 2025/26: 1.17; × 1.0325 = 1.208025; × 1.0325 = 1.247286 (1.24728581…); × 0.985 = 1.228577
    // (1.22857671); × 1.0325 = 1.268506 (1.26850575…). 334.00 × 1.208025 = 403.48035; 334.00 × 1.268506 = 423.681004.
    // The successor is counted from 1 September 2028: due on 1 September 2031, after the plan, but bought in August 2031, within it.
    expect(of(28)).toEqual(['2027/28 replace 2028-08-01 23 × 40348', '2030/31 replace 2031-08-01 23 × 42368']);
    // Due on 31 August: in its months already.
    expect(of(27)[0]).toMatch(/^2026\/27 replace 2027-08-31 24 × /u);
  });

  test('longer support puts the replacement off to the end of its life, and is paid for by the year', () => {
    // The maker's support ended in May 2028; two years more end after the four years of its life, on 31 August 2029.
    // 20.00 × 1.0325 = 20.65; × 1.066056 = 21.32112; the model's 480.75 of 2025/26 × 1.247286 = 599.6327445.
    expect(of(2)).toEqual(['2027/28 extend 2028-05-31 25 × 2065', '2028/29 replace 2029-08-31 25 × 59963', '2028/29 extend 2029-05-31 25 × 2132']);
  });
});
