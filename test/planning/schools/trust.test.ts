import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { AS_OF } from '../fixtures.ts';
import { trust } from './trust.ts';

/* Made and worked out by trust.py, which shares nothing with the engine: `python3 trust.py`. */
describe('a trust of ten schools with 20,000 rows, made and worked out by another program', () => {
  const facts = trust();
  const plan = forecast(facts, { asOf: AS_OF });

  test('comes to the same in each year', () => {
    expect(plan.totals.totalPence).toEqual([479_391_300, 215_917_246, 236_099_153, 228_470_958, 455_742_533]);
    expect(plan.totals.alreadyPence).toEqual([8_814_611, 0, 0, 0, 0]);
  });

  test('in each kind and year', () => {
    expect(plan.totals.byCategory).toEqual({
      chromebook: [61_016_453, 16_187_610, 18_086_033, 16_645_305, 16_786_204],
      desktop: [97_254_156, 27_879_435, 28_577_692, 35_011_084, 28_174_805],
      interactive_panel: [44_626_610, 67_463_225, 81_148_961, 71_597_059, 75_421_694],
      laptop: [134_495_372, 29_969_911, 33_898_996, 30_188_529, 168_740_334], monitor: [10_449_646, 17_230_741, 16_620_771, 17_020_839, 17_081_459],
      network_switch: [34_569_107, 36_530_378, 36_294_678, 37_785_700, 36_972_838], server: [722_129, 114_307, 130_249, 102_823, 812_762],
      tablet: [96_257_827, 20_541_639, 21_341_773, 20_119_619, 111_752_437],
    });
  });

  test('in each cost category and year', () => {
    expect(plan.totals.byCostCategory).toEqual({
      connectivity: [34_569_107, 36_530_378, 36_294_678, 37_785_700, 36_972_838], onsite_servers: [722_129, 114_307, 130_249, 102_823, 812_762],
      laptops_desktops_tablets: [399_473_454, 111_809_336, 118_525_265, 118_985_376, 342_535_239], other_hardware: [44_626_610, 67_463_225, 81_148_961, 71_597_059, 75_421_694],
    });
  });

  test('in each school and year', () => {
    const schoolOf = new Map(facts.assets.map(({ id, departmentId }) => [id, (departmentId ?? 1) - 1]));
    const schools = Array.from({ length: 10 }, () => plan.years.map(() => 0));
    for (const { assetId, yearIndex, netPence } of plan.lines) {
      const school = schools[schoolOf.get(assetId ?? 0) ?? 0];
      if (school !== undefined) school[yearIndex] = (school[yearIndex] ?? 0) + (netPence ?? 0);
    }
    expect(schools).toEqual([
      [123_825_237, 53_252_945, 59_271_649, 52_345_391, 108_242_292],
      [29_296_840, 16_291_069, 14_690_977, 14_599_483, 28_692_699],
      [29_103_602, 14_298_369, 16_239_441, 14_624_798, 28_913_983],
      [29_003_022, 14_236_095, 15_259_996, 16_368_900, 28_579_980],
      [29_228_965, 14_085_638, 15_326_347, 15_205_753, 29_839_359],
      [122_313_930, 44_753_420, 54_246_579, 54_552_602, 115_301_971],
      [29_083_592, 16_629_101, 14_475_603, 14_807_084, 28_670_325],
      [29_319_790, 14_117_739, 16_548_004, 14_555_654, 28_859_742],
      [29_158_027, 14_183_528, 15_221_073, 16_172_139, 28_504_183],
      [29_058_295, 14_069_342, 14_819_484, 15_239_154, 30_137_999],
    ]);
  });

  test('and counts the same items', () => {
    expect(plan.totals.quantityByCategory).toEqual({
      chromebook: [2109, 582, 568, 515, 548], desktop: [2147, 569, 571, 531, 519], interactive_panel: [364, 556, 596, 553, 554],
      laptop: [2694, 519, 569, 528, 2777], monitor: [380, 570, 563, 542, 541], network_switch: [531, 566, 554, 549, 546], server: [25, 5, 5, 4, 25],
      tablet: [2686, 565, 559, 512, 2770],
    });
    expect([plan.lines.length, plan.quantityRegister, plan.overdueQuantity]).toEqual([22_464, 31_200, 7_500]);
    expect(plan.notInForecast).toEqual([{ reason: 'status_retired', quantity: 333 }]);
  });
});
