import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { sampleSnapshot } from '../../support/sample-snapshot.ts';
import { AS_OF } from '../fixtures.ts';

/*
 * The made-up school that Kitplan ships, worked out by another program from the written rules:
 *   node --experimental-strip-types print-school.ts hillcrest | python3 sums.py 2026-11-21
 */
describe('Hillcrest, worked out by another program', () => {
  const plan = forecast(sampleSnapshot(), { asOf: AS_OF });

  test('comes to the same in each year', () => {
    expect(plan.totals.totalPence).toEqual([7_177_155, 11_451_827, 14_189_341, 11_646_834, 12_008_876]);
    expect(plan.totals.alreadyPence).toEqual([4_576_908, 0, 0, 0, 0]);
  });

  test('in each kind and year', () => {
    expect(plan.totals.byCategory).toEqual({
      av_audio: [71_700, 66_379, 29_261, 71_952, 58_716], camera: [0, 0, 32_190, 0, 0],
      cloud_service: [0, 1_009_400, 1_039_682, 1_070_872, 1_102_999], desktop: [2_694_600, 2_689_948, 1_562_042, 1_708_560, 2_031_562],
      interactive_panel: [256_000, 527_360, 271_590, 139_869, 144_065], laptop: [2_633_454, 1_438_816, 5_085_862, 2_845_386, 3_010_390],
      network_switch: [288_000, 589_984, 0, 0, 0], printer: [73_432, 113_304, 136_157, 140_238, 103_175], server: [0, 0, 1_079_996, 0, 0],
      software: [559_092, 2_884_000, 2_970_520, 3_059_635, 3_151_425], storage: [0, 0, 589_966, 0, 0],
      support_contract: [0, 1_266_900, 1_304_907, 1_344_054, 1_384_376], tablet: [510_400, 558_569, 33_843, 592_586, 610_368],
      ups: [0, 245_037, 0, 0, 309_965], visualiser: [90_477, 62_130, 53_325, 43_940, 101_835], wireless_ap: [0, 0, 0, 629_742, 0],
    });
  });

  test('in each cost category and year', () => {
    expect(plan.totals.byCostCategory).toEqual({
      connectivity: [288_000, 1_599_384, 1_039_682, 1_700_614, 1_102_999], onsite_servers: [0, 512_837, 1_945_796, 284_109, 602_597],
      it_learning_resources: [396_960, 1_380_200, 1_421_606, 1_464_254, 1_508_182], admin_software: [162_132, 1_503_800, 1_548_914, 1_595_381, 1_643_243],
      laptops_desktops_tablets: [5_838_454, 4_687_333, 6_681_747, 5_146_532, 5_652_320], other_hardware: [491_609, 1_345_973, 1_116_627, 1_007_926, 1_038_076],
      it_support: [0, 422_300, 434_969, 448_018, 461_459],
    });
  });

  test('under capital what devolved formula capital can pay of the staff laptops: whole laptops for £14,000 a year', () => {
    // 26 at £560.00, 22 at £576.80, 24 at £594.10, 24 at £611.93 and 26 at £630.29 are due.
    expect(plan.totals.byCode['CE04D']).toEqual([25 * 56_000, 22 * 57_680, 23 * 59_410, 22 * 61_193, 22 * 63_029]);
  });

  test('and counts the same items', () => {
    expect(plan.totals.quantityByCategory).toEqual({
      av_audio: [6, 9, 5, 8, 7], camera: [0, 0, 2, 0, 0], desktop: [62, 60, 32, 32, 38], interactive_panel: [2, 4, 2, 1, 1],
      laptop: [56, 22, 114, 54, 56], network_switch: [3, 2, 0, 0, 0], printer: [4, 6, 7, 7, 5], server: [0, 0, 2, 0, 0], storage: [0, 0, 1, 0, 0],
      tablet: [16, 16, 0, 16, 16], ups: [0, 1, 0, 0, 1], visualiser: [9, 6, 5, 4, 9], wireless_ap: [0, 0, 0, 6, 0],
    });
    expect([plan.lines.length, plan.quantityRegister, plan.overdueQuantity]).toEqual([1_061, 1_063, 35]);
    expect(Object.fromEntries(plan.notInForecast.map(({ reason, quantity }) => [reason, quantity])))
      .toEqual({ no_purchase_date: 41, run_to_fail: 153, status_disposed: 4, status_retired: 9 });
  });
});
