import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { moveEffect, stuckWords, yearsOfKit, type MoveEffect, type MoveTo } from '../../planning/refresh/move-effect.ts';
import { riskOfWaiting } from '../../planning/refresh/risk.ts';
import { applyChange } from '../../planning/scenarios/change.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { AS_OF, kit, policiesWith, schoolOf } from './fixtures.ts';

const options = { asOf: AS_OF };
const effectOf = (assets: readonly Asset[], to: MoveTo, parts: Partial<PlanSnapshot> = {}): MoveEffect => {
  const snapshot = schoolOf({ assets, ...parts });
  return moveEffect(snapshot, options, forecast(snapshot, options), assets, to);
};
/** 32 desktops of IT3 at £415 of 1 April 2026, due on 12 December 2028. */
const desktops = (parts: Partial<Asset> = {}): Asset => kit({
  categoryKey: 'desktop', quantity: 32, purchaseDate: '2023-12-12', overridePence: 41_500, overridePriceDate: '2026-04-01', ...parts,
});

describe('moving 32 desktops a year later', () => {
  // £415 × 1.03² = £440.27 and × 1.03³ = £453.48; × 32 = £14,088.64 and £14,511.36.
  const effect = effectOf([desktops()], { by: 1 });

  test('says from which year to which, and what one costs then and now', () => {
    expect(effect).toMatchObject({ quantity: 32, from: '2028/29', to: '2029/30', stuck: [] });
    expect(effect.price).toBe('One costs £440.27 in 2028/29 and £453.48 in 2029/30, 3% more.');
    expect(effect.moves).toEqual([{ assetId: effect.assets[0]?.id, date: '2029-12-12' }]);
  });

  test('takes the cost out of one year and puts it, with its rise, into the other', () => {
    expect(effect.years).toEqual([{ label: '2028/29', before: 1_408_864, after: 0 }, { label: '2029/30', before: 0, after: 1_451_136 }]);
  });

  test('to 2029/30 by name is the same move', () => {
    expect(effectOf(effect.assets, { year: 2029 })).toEqual(effect);
  });

  test('that are replaced a second time in the plan moves that time too', () => {
    // Kept three years: due 12 Dec 2026 and 12 Dec 2029; a year later 2027 and 2030.
    const twice = effectOf([desktops({ quantity: 1 })], { by: 1 }, {
      policies: policiesWith('desktop', { lifeMonths: 36, upgrade: null }), inflation: { defaultBp: 0, shipped: false, series: [] },
    });
    expect(twice.years.map(({ label, before, after }) => [label, after - before])).toEqual([
      ['2026/27', -41_500], ['2027/28', 41_500], ['2029/30', -41_500], ['2030/31', 41_500],
    ]);
  });

  test('beyond the last year of the plan takes the cost out of it, and says so', () => {
    expect(effectOf([desktops()], { year: 2031 })).toMatchObject({ from: '2028/29', to: 'after 2030/31', years: [{ label: '2028/29', after: 0 }], price: null });
  });
});

describe('kit that is moved', () => {
  test('is put back to its own year by taking the date off, also by moving it there', () => {
    const moved = desktops({ movedTo: '2029-12-12' });
    for (const to of ['own', { by: -1 }, { year: 2028 }] as const) expect(effectOf([moved], to)).toMatchObject({ moves: [{ date: null }], from: '2029/30', to: '2028/29' });
  });

  test('stands in its year, overdue kit in the first', () => {
    const assets = [desktops(), kit({ purchaseDate: '2019-09-01' }), kit({ status: 'ordered' }), kit()];
    expect(yearsOfKit(schoolOf({ assets }), options, assets)).toEqual([2026, 2028]);
  });

  test.each<[string, Asset, MoveTo, string]>([
    ['to the past', kit({ tag: 'L1', purchaseDate: '2022-12-12' }), { by: -1 }, 'L1 stays: it would fall before Nov 2026, and the past cannot be planned.'],
    ['where it is', desktops(), { year: 2028 }, '32 items stay: each is due in 2028/29 already.'],
    ['while it is on order', kit({ tag: 'L2', status: 'ordered' }), { by: 1 }, 'L2 stays: it is on order and comes when the order does.'],
    ['without a date', kit({ tag: 'L3' }), { by: 1 }, 'L3 stays: it has no date to move.'],
    ['back when it was never moved', kit({ tag: 'L4', purchaseDate: '2024-12-12' }), 'own', 'L4 stays: it stands in its own year.'],
  ])('cannot be moved %s, and it is said why', (_, asset, to, words) => {
    const effect = effectOf([asset], to);
    expect(effect).toMatchObject({ moves: [], quantity: 0, years: [] });
    expect(effect.stuck.map(stuckWords)).toEqual([words]);
  });

  test('in part moves what can be moved and names the rest', () => {
    const effect = effectOf([desktops(), kit({ tag: 'L1', purchaseDate: '2022-12-12' })], { by: -1 });
    expect(effect.quantity).toBe(32);
    expect(effect.stuck.map(stuckWords)).toEqual(['L1 stays: it would fall before Nov 2026, and the past cannot be planned.']);
  });
});

describe('the risk of waiting', () => {
  test('counts cover that is to be extended, and of decisions what was decided', () => {
    // Covered to 12 December 2026 and two years more: to the day it is replaced.
    const snapshot = schoolOf({ assets: [desktops({ quantity: 1, coverEnd: '2026-12-12' })] });
    const extended = applyChange(snapshot, {
      kind: 'action', assetIds: snapshot.assets.map(({ id }) => id), action: 'extend_cover', years: 2, yearlyPence: 4_000, priceDate: null, nextUserGroup: null, nextMonths: null,
    }, null);
    expect(riskOfWaiting(snapshot, options, snapshot.assets)).toEqual(['It is out of cover for 2 years before that.']);
    expect(riskOfWaiting(extended, options, extended.assets)).toEqual(['Nothing: in cover, supported and within its policy until then.']);
  });

  const risk = (...assets: readonly Asset[]): readonly string[] => riskOfWaiting(schoolOf({ assets }), options, assets);
  const later = { quantity: 1, movedTo: '2029-12-12' };

  test.each<[string, readonly Asset[], readonly string[]]>([
    ['nothing', [desktops({ quantity: 1, coverEnd: '2029-01-01' })], ['Nothing: in cover, supported and within its policy until then.']],
    ['nothing known', [desktops({ quantity: 1 })], ['Nothing that the register knows of. It has no end of cover for it.']],
    ['nothing known of some', [desktops({ quantity: 2, coverEnd: '2029-01-01' }), desktops({ quantity: 3 })], ['Nothing that the register knows of. It has no end of cover for 3.']],
    ['out of cover', [desktops({ quantity: 1, coverEnd: '2026-12-12' })], ['It is out of cover for 2 years before that.']],
    ['older than the policy', [desktops(later)], ['It is then 1 year older than the policy says.']],
    ['past the maker’s support', [desktops({ quantity: 1, vendorSupportEnd: '2028-12-11', movedTo: '2028-12-12' })], ['It is past the maker’s support, which ends on 11 December 2028.']],
    ['not past it on the day it ends', [desktops({ quantity: 1, vendorSupportEnd: '2028-12-12', coverEnd: '2028-12-12' })], ['Nothing: in cover, supported and within its policy until then.']],
    ['past the system’s, where it cannot move on', [desktops({ quantity: 1, osEnd: '2025-10-14', osCanMove: false, movedTo: '2027-01-01' })],
      ['It is past the support of the system, which ends on 14 October 2025.']],
    ['all of it, of some and of all', [
      desktops({ movedTo: '2029-12-12', quantity: 30, coverEnd: '2028-12-12' }), desktops({ movedTo: '2030-06-12', quantity: 2, coverEnd: '2028-12-12', vendorSupportEnd: '2029-01-31' }),
    ], [
      'All 32 are out of cover for up to 1½ years before that.', '2 of 32 are past the maker’s support, which ends on 31 January 2029.',
      'All 32 are then up to 1½ years older than the policy says.',
    ]],
  ])('is said in words: %s', (_, assets, words) => {
    expect(risk(...assets)).toEqual(words);
  });
});
