import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FINANCE, USUAL_PROFILE, type KindUpkeep } from '../../../planning/budget/finance.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { LedgerEntry } from '../../../planning/upkeep/ledger-entry.ts';
import { wholeLifeOfModel, wholeLives, type CostPart, type WholeLifeCost } from '../../../planning/value/whole-life.ts';
import {
  compareWords, economicWords, explainEven, explainPerPupil, explainYearly, missingWords, penceOfPound, shareWords, wholeLifeSentence,
} from '../../../planning/value/whole-life-words.ts';
import { AS_OF, kit, model, policiesWith, schoolOf } from '../fixtures.ts';

const UPKEEP: KindUpkeep = { categoryKey: 'laptop', watts: 45, hoursPerDayTenths: 65, daysPerYear: 190, supportMinutes: 40, selfSupportMinutes: 90 };
/** 24.5p for a kilowatt-hour; £22 for an hour of the support team, £30 for one of a teacher. */
const PROFILE = { ...USUAL_PROFILE, energyRate: 2_450, supportHourPence: 2_200, selfSupportHourPence: 3_000 };
const KNOWN = { ...NO_FINANCE, profile: PROFILE, upkeep: [UPKEEP] };

/** Ten laptops of £365 today, kept four years, 2% of them lost a year; getting rid of one costs £8 and brings in £20. */
const school = (parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({
  assets: [kit({ id: 1, quantity: 10, purchaseDate: '2025-09-01', overridePence: 36_500, overridePriceDate: AS_OF })],
  policies: policiesWith('laptop', { lifeMonths: 48, lossBp: 200, disposalPence: 800, tradeInPence: 2_000, priceDate: AS_OF }),
  finance: KNOWN, ...parts,
});

const only = (snapshot: PlanSnapshot): WholeLifeCost => {
  const lives = wholeLives(snapshot, AS_OF);
  expect(lives).toHaveLength(1);
  return lives[0] as WholeLifeCost;
};
const partsOf = ({ parts }: WholeLifeCost): Partial<Record<CostPart, number | string>> =>
  Object.fromEntries(parts.map(({ part, cost }) => [part, cost.known ? cost.pence : 'missing' in cost ? `not known: ${cost.missing}` : 'none']));
const texts = (steps: readonly { readonly text: string }[]): string[] => steps.map(({ text }) => text);

describe('what one device costs over its life', () => {
  it('adds up its parts a year, each by a sum that anyone can do again', () => {
    const life = only(school());
    expect(partsOf(life)).toEqual({
      // 36,500 × 12 ÷ 48 = 9,125.
      purchase: 9_125, cover: 'not known: what cover costs', upgrade: 'none',
      // 45 W × 6.5 h × 190 days ÷ 1,000 = 55.575 kWh × 24.5p = 1,361.6p.
      energy: 1_362,
      // 40 minutes × £22 ÷ 60 = 1,466.7p; 90 minutes × £30 ÷ 60 = £45.
      support: 1_467, self_support: 4_500,
      consumables: 'not known: what it uses up',
      // 2% of £365 = £7.30.
      losses: 730,
      // (£8 − £20) × 12 ÷ 48 = −£3.
      disposal: -300,
    });
    expect(life.yearlyPence).toBe(9_125 + 1_362 + 1_467 + 4_500 + 730 - 300);
    expect(life.kwhTenths).toBe(556);
  });

  it('multiplies by what is in service and divides by the pupils', () => {
    const life = only(school());
    expect(life.allPence).toBe(10 * 16_884);
    // £1,688.40 ÷ 1,140 pupils = 148.1p.
    expect(life.perPupilPence).toBe(148);
    expect(texts(explainPerPupil(life))).toEqual([
      '£168.84 a year for one × 10 in service = £1,688.40.', '£1,688.40 ÷ 1,140 pupils = £1.48.',
    ]);
    expect(texts(explainPerPupil(only(school({ school: { ...school().school, pupils: null } }))))).toEqual(['Nobody has entered how many pupils the school has.']);
  });

  it('names what nobody has entered and leaves it out, never as nothing', () => {
    const life = only(school({ finance: NO_FINANCE }));
    expect(life.yearlyPence).toBe(9_125 + 730 - 300);
    expect(missingWords(life)).toBe('Left out because nobody has entered it: what cover costs, what one draws in watts, the minutes of the support team, the minutes of those who use it and what it uses up.');
    // The minutes are there, what an hour costs is not.
    const rates = only(school({ finance: { ...KNOWN, profile: USUAL_PROFILE } }));
    expect(missingWords(rates)).toBe('Left out because nobody has entered it: what cover costs, what a kilowatt-hour costs, what an hour of support costs, what an hour of a user’s time costs and what it uses up.');
  });

  it('takes 0 hours as said, and no hours as not known', () => {
    expect(partsOf(only(school({ finance: { ...KNOWN, upkeep: [{ ...UPKEEP, hoursPerDayTenths: 0, supportMinutes: 0 }] } })))).toMatchObject({ energy: 0, support: 0 });
    expect(partsOf(only(school({ finance: { ...KNOWN, upkeep: [{ ...UPKEEP, hoursPerDayTenths: null }] } })))).toMatchObject({ energy: 'not known: the hours a day it is on' });
  });

  it('draws the watts of each model, else those of its kind', () => {
    const assets = [
      kit({ id: 1, quantity: 3, modelId: 7, purchaseDate: '2025-09-01', overridePence: 36_500 }), kit({ id: 2, quantity: 1, purchaseDate: '2025-09-01', overridePence: 36_500 }),
    ];
    // (3 × 65 + 1 × 45) ÷ 4 = 60 W.
    expect(only(school({ assets, models: [model({ id: 7, name: 'Tamar 14', categoryKey: 'laptop', watts: 65 })] })).watts).toBe(60);
    expect(only(school({ assets, models: [model({ id: 7, name: 'Tamar 14', categoryKey: 'laptop', watts: 65 })], finance: { ...KNOWN, upkeep: [] } })).watts).toBe(65);
  });

  it('counts cover that was paid for, was decided on, and comes by contract', () => {
    const warranties = [{ id: 1, assetId: 1, startsOn: null, endsOn: '2028-08-31', supplierId: null, reference: null, kind: 'extension' as const, costPence: 4_500 }];
    // £45 for one × 12 ÷ 48 = £11.25.
    expect(partsOf(only(school({ warranties })))).toMatchObject({ cover: 1_125 });
    const actions = [{ assetId: 1, action: 'extend_cover' as const, years: 2, yearlyPence: 1_500, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null }];
    // £45 + 2 × £15 = £75 × 12 ÷ 48 = £18.75.
    expect(partsOf(only(school({ warranties, actions })))).toMatchObject({ cover: 1_875 });
  });

  it('has an upgrade where the policy has one, and says where its price is missing', () => {
    const with38 = { atMonths: 36, unitPence: 3_800, priceDate: AS_OF, what: 'memory' };
    // £38 × 12 ÷ 48 = £9.50.
    expect(partsOf(only(school({ policies: policiesWith('laptop', { upgrade: with38 }) })))).toMatchObject({ upgrade: 950 });
    expect(partsOf(only(school({ policies: policiesWith('laptop', { upgrade: { ...with38, unitPence: null } }) })))).toMatchObject({ upgrade: 'not known: what its upgrade (memory) costs' });
  });

  it('shares what a kind uses up and has mended over what is in service', () => {
    const entry = (parts: Partial<LedgerEntry>): LedgerEntry => ({
      id: 1, kind: 'bought', happenedOn: '2025-12-01', categoryKey: 'laptop', userGroup: null, assetId: null, item: 'Charger', quantity: 1, pence: 2_000, notes: null, ...parts,
    });
    const ledger = [
      entry({ id: 1, happenedOn: '2025-12-01' }), entry({ id: 2, happenedOn: '2026-03-01' }), entry({ id: 3, happenedOn: '2026-09-01' }),
      entry({ id: 4, kind: 'repaired', item: null, happenedOn: '2026-05-01', pence: 12_000, assetId: 1 }),
    ];
    // £60 in 12 months, ÷ 10 = £6; repairs £120 × 12 ÷ 12 months ÷ 10 = £12, beside the £7.30 lost.
    expect(partsOf(only(school({ ledger })))).toMatchObject({ consumables: 600, losses: 1_930 });
  });

  it('spreads nothing over a life that kit does not have', () => {
    const life = only(school({ policies: policiesWith('laptop', { binding: [] }) }));
    expect(partsOf(life)).toMatchObject({ purchase: 'not known: a life in use (it is used until it fails)', energy: 1_362 });
    expect(life.even).toBeNull();
    expect(texts(explainEven(life))).toEqual(['It is used until it fails: it has no life to spread its price over.']);
  });

  it('is the same for a group and for its items one by one', () => {
    const single = school({ assets: Array.from({ length: 10 }, (_, at) => kit({ id: at + 1, purchaseDate: '2025-09-01', overridePence: 36_500, overridePriceDate: AS_OF })) });
    const { assetIds: _ids, ...alone } = only(single);
    const { assetIds: _id, ...group } = only(school());
    expect(alone).toEqual(group);
  });
});

describe('the even payment', () => {
  it('is worth what the price, the yearly costs and what comes back at the end are worth at 3.5%', () => {
    // £365 + £80.59 a year for four years, less £12 at the end: a(3.5%, 4) = 3.67307921,
    // 36,500 ÷ 3.67307921 + 8,059 − 1,200 × .87144223 ÷ 3.67307921 = 9,937.16 + 8,059 − 284.70 = 17,711.5.
    expect(only(school()).even).toEqual({ years: 4, pence: 17_711 });
  });

  it('counts a life of four and a half years as five', () => {
    const life = only(school({ policies: policiesWith('laptop', { lifeMonths: 54 }) }));
    expect(life.even?.years).toBe(5);
    expect(texts(explainEven(life))[1]).toContain('5 years (4½ years, counted in whole years)');
  });

  it('names where its rate is from, and when', () => {
    expect(texts(explainEven(only(school()))).at(-1)).toBe('The rate is that of HM Treasury, The Green Book, above price rises, as known on 21 November 2026.');
  });
});

describe('the words about it', () => {
  it('say how each pound is shared, and the shares are a hundred pence', () => {
    // Kit 9,125 + 730 − 300 = 9,555 of 16,884; support 1,467; users 4,500; power 1,362.
    expect(shareWords(only(school()))).toBe('Of every £1, 56p is the kit itself, 27p the time of those who use it, 9p the support team and 8p power.');
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 6 }), (amounts) => {
      const sum = amounts.reduce((a, b) => a + b, 0);
      const shares = penceOfPound(amounts);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(sum === 0 ? 0 : 100);
      shares.forEach((share, at) => expect(Math.abs(share - (sum === 0 ? 0 : ((amounts[at] ?? 0) * 100) / sum))).toBeLessThan(1));
    }));
  });

  it('open with what all kinds cost together', () => {
    expect(wholeLifeSentence(wholeLives(school(), AS_OF)).text).toBe(
      'Over their whole lives the kinds in service cost £1,688 a year, £1 for each of 1,140 pupils, as far as it is known. Most of it is for laptops: £1,688. Of every kind something has not been entered.');
    expect(wholeLifeSentence([]).text).toBe('What kit costs over its whole life can be said once kinds have a price.');
  });

  it('explain a yearly cost down to the sum of its parts', () => {
    expect(texts(explainYearly(only(school()))).slice(-2, -1)).toEqual(['£91.25 + £13.62 + £14.67 + £45 + £7.30 − £3 = £168.84 a year for one.']);
  });

  it('say at what age kit costs least, where the school’s own failures grow with age', () => {
    // Ten laptops of each of eight years, watched for two; nearly all that fail are old.
    const assets = Array.from({ length: 8 }, (_, at) => kit({ id: at + 1, quantity: 10, purchaseDate: `${2018 + at}-09-01`, overridePence: 36_500, overridePriceDate: AS_OF }));
    const ledger = [6, 6, 8, 10, 12, 12].map((quantity, at): LedgerEntry => ({
      id: at + 1, kind: 'broken', happenedOn: `${2025 + Math.floor(at / 3)}-0${1 + (at % 3) * 3}-15`, categoryKey: 'laptop', userGroup: null, assetId: 1 + (at % 2), item: null, quantity, pence: null, notes: null,
    }));
    const life = only(school({ assets, ledger }));
    if (life.economic === null) throw new Error('The record says how failures grow with age.');
    const { years, seenYears, pence } = life.economic;
    expect(seenYears).toBe(8);
    expect(years).toBeGreaterThan(1);
    expect(years).toBeLessThan(8);
    expect(economicWords(life)).toBe(`By the school’s own failures it costs least when it is kept ${years} years: £${(pence / 100).toFixed(2)} a year. It is kept 4 years.`);
  });

  it('say that the record is silent where it is', () => {
    expect(economicWords(only(school()))).toBe('The record does not say how failures grow with age, so the best age to replace it is not known.');
  });

  it('hold two models against each other, and say where only one has a figure', () => {
    const models = [
      model({ id: 1, name: 'Tamar 14', categoryKey: 'laptop', unitPence: 36_500, priceDate: AS_OF, watts: 45 }),
      model({ id: 2, name: 'Kestrel 13', categoryKey: 'laptop', unitPence: 40_100, priceDate: AS_OF }),
    ];
    const plan = school({ models, finance: { ...KNOWN, upkeep: [{ ...UPKEEP, watts: null }] } });
    const [tamar, kestrel] = [1, 2].map((id) => wholeLifeOfModel(plan, AS_OF, id));
    if (tamar === null || tamar === undefined || kestrel === null || kestrel === undefined) throw new Error('Both are models of the plan.');
    // 40,100 × 12 ÷ 48 = 10,025, 2% lost = 802: 972 more than 9,125 + 730; but 1,362 of power is known of one alone.
    expect(compareWords(tamar, kestrel).text).toBe('Kestrel 13 costs £3.90 a year less than Tamar 14 over its life: £164.94 against £168.84. Only one of them has a figure for energy.');
    expect(wholeLifeOfModel(plan, AS_OF, 9)).toBeNull();
  });
});
