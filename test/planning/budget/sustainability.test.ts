import { describe, expect, it } from 'vitest';
import { NO_FINANCE } from '../../../planning/budget/finance.ts';
import { SHIPPED_FUNDS, shippedFund } from '../../../planning/budget/fund.ts';
import { unfundedCosts, unfundedSentence, unfundedWhy, type Unfunded } from '../../../planning/budget/sustainability.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { PlannedAction, PlannedNeed } from '../../../planning/scenarios/action.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, cost, kit, policiesWith, schoolOf } from '../fixtures.ts';

const GRANT = { ...shippedFund('grant'), key: 'wifi', name: 'Wi-Fi grant', endsOn: '2028-03-31', stopsAtAllocation: false };
const NEED: PlannedNeed = {
  id: 1, costId: 1, costName: null, until: null, name: 'Microphones for the music rooms', categoryKey: 'audio', costCategory: 'other_hardware', fundKey: null, on: '2027-06-10', quantity: 4,
  unitPence: 10_000, priceDate: null, yearlyPence: 12_000, riseBp: 0, included: true,
};
const school = (parts: Partial<PlanSnapshot>): PlanSnapshot => schoolOf({
  inflation: { defaultBp: 0, shipped: false, series: [] }, funds: [...SHIPPED_FUNDS, GRANT], finance: NO_FINANCE, ...parts,
});
const listed = (parts: Partial<PlanSnapshot>): readonly Unfunded[] => {
  const snapshot = school(parts);
  return unfundedCosts(snapshot, forecast(snapshot, { asOf: AS_OF }));
};
const told = (parts: Partial<PlanSnapshot>) => listed(parts).map((each) => [each.what, each.boughtIn, each.pence, unfundedWhy(school(parts), each)]);

describe('what a need costs from then on', () => {
  it('is named where nobody has said who pays, in the years after the one it is bought in', () => {
    // Bought in June 2027: 2027/28 is its first year, £120 in each after that.
    expect(told({ needs: [NEED] })).toEqual([['Microphones for the music rooms', 1, [0, 0, 12_000, 12_000, 12_000], 'No fund named']]);
  });

  it('is named from the year in which its fund has ended', () => {
    // The grant ends on 31 March 2028: 2027/28 is paid, the rest is not.
    expect(told({ needs: [{ ...NEED, fundKey: 'wifi', on: '2026-12-01' }] })).toEqual([['Microphones for the music rooms', 0, [0, 0, 12_000, 12_000, 12_000], 'Wi-Fi grant has ended by then']]);
  });

  it('is named where its fund may not pay for it', () => {
    expect(told({ needs: [{ ...NEED, fundKey: 'dfc' }] })).toEqual([['Microphones for the music rooms', 1, [0, 0, 12_000, 12_000, 12_000], 'Devolved formula capital may not pay for it']]);
  });

  it.each<[string, Partial<PlannedNeed>]>([
    ['a fund pays', { fundKey: 'delegated' }], ['it costs nothing more', { yearlyPence: 0 }], ['it does not count', { included: false }], ['it is bought in the last year', { on: '2030-06-01' }],
  ])('is not named where %s', (_why, parts) => {
    expect(listed({ needs: [{ ...NEED, ...parts }] })).toEqual([]);
  });
});

describe('what an agreement costs', () => {
  it('is named where it starts in the plan without a fund, and not where it has always been paid', () => {
    const filter = cost({ id: 7, name: 'Filtering', amountPence: 100_000, start: '2027-09-01', riseBp: 0 });
    expect(told({ recurring: [filter, cost({ name: 'Broadband', start: '2020-09-01' }), cost({ name: 'No start' })] }))
      .toEqual([['Filtering', 1, [0, 0, 100_000, 100_000, 100_000], 'No fund named']]);
    expect(listed({ recurring: [{ ...filter, fundKey: 'delegated' }] })).toEqual([]);
  });

  it('is named where it is older than the plan and the fund that paid has ended', () => {
    expect(told({ recurring: [cost({ name: 'Wi-Fi care', amountPence: 50_000, start: '2024-05-01', riseBp: 0, fundKey: 'wifi' })] }))
      .toEqual([['Wi-Fi care', null, [0, 0, 50_000, 50_000, 50_000], 'Wi-Fi grant has ended by then']]);
  });
});

describe('what becomes of kit', () => {
  const laptops = kit({ quantity: 12, purchaseDate: '2022-12-01', overridePence: 40_000, overridePriceDate: '2026-04-01' });
  const upgraded = (fundKey: string | null) => policiesWith('laptop', {
    lifeMonths: 48, binding: ['policy_life'], fundKey, upgrade: { atMonths: 24, unitPence: 5_000, priceDate: '2026-04-01', what: 'memory' },
  });

  it('is named where the upgrade of what the plan buys has no fund', () => {
    // Bought again in December 2026, upgraded two years later: 12 × £50.
    expect(told({ assets: [laptops], policies: upgraded(null) })).toEqual([['Upgrade of 12 laptops', 0, [0, 0, 60_000, 0, 0], 'No fund named']]);
    expect(listed({ assets: [laptops], policies: upgraded('delegated') })).toEqual([]);
  });

  it('is named where a grant has ended by the upgrade and by the next replacement', () => {
    // 12 × £50 in December 2028, 12 × £400 in December 2030; the grant paid in December 2026.
    expect(told({ assets: [laptops], policies: upgraded('wifi') })).toEqual([
      ['Replacement of 12 laptops', 0, [0, 0, 0, 0, 480_000], 'Wi-Fi grant has ended by then'], ['Upgrade of 12 laptops', 0, [0, 0, 60_000, 0, 0], 'Wi-Fi grant has ended by then'],
    ]);
  });

  it('is not named where kit is replaced as it always was, or upgraded that was bought before', () => {
    expect(listed({ assets: [laptops] })).toEqual([]);
    expect(listed({ assets: [{ ...laptops, purchaseDate: '2025-12-01' }], policies: upgraded(null) })).toEqual([]);
  });

  it('is named for the years of cover after the first that nobody pays', () => {
    const extend: PlannedAction = {
      assetId: laptops.id, action: 'extend_cover', years: 3, yearlyPence: 2_000, priceDate: '2026-04-01', nextUserGroup: null, nextMonths: null, reason: null,
    };
    const covered = { ...laptops, purchaseDate: '2024-01-10', coverEnd: '2027-01-09' };
    // 12 × £20 in January 2027, 2028 and 2029: the first year was agreed with it.
    const policies = policiesWith('laptop', { lifeMonths: 120, binding: ['policy_life'] });
    expect(told({ assets: [covered], actions: [extend], policies })).toEqual([['Longer cover or support of 12 laptops', 0, [0, 24_000, 24_000, 0, 0], 'No fund named']]);
  });
});

describe('the sentence', () => {
  const sentenceOf = (parts: Partial<PlanSnapshot>): string => {
    const snapshot = school(parts);
    const plan = forecast(snapshot, { asOf: AS_OF });
    return unfundedSentence(plan, unfundedCosts(snapshot, plan));
  };
  it('says that all is well, or names what is not', () => {
    expect(sentenceOf({})).toBe('Everything bought has a fund for its later years.');
    expect(sentenceOf({ needs: [NEED] })).toBe('One thing has costs from 2027/28 on that nobody pays: Microphones for the music rooms (£360).');
    expect(sentenceOf({ needs: [1, 2, 3, 4].map((id) => ({ ...NEED, id, name: `Need ${id}`, yearlyPence: 10_000 * id })) }))
      .toBe('Four things have costs from 2027/28 on that nobody pays: Need 4 (£1,200), Need 3 (£900), Need 2 (£600) and one more.');
  });
});
