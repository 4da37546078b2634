import { describe, expect, test } from 'vitest';
import { explainAsset, explainLine } from '../../planning/explain.ts';
import { unpricedExtensionsAlone } from '../../planning/extension.ts';
import { forecast } from '../../planning/forecast.ts';
import type { PlannedAction, PlannedNeed } from '../../planning/scenarios/action.ts';
import { overviewSentence } from '../../planning/sentences.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../../planning/snapshot.ts';
import { AS_OF, kit, model, planFor, policiesWith, schoolOf, toldAll } from './fixtures.ts';

// As at 21 November 2026, April years, five years, 3 % a year, prices of 1 April 2026 unless the case says otherwise.
// Index of 2026/27 to 2030/31: 1.000000, 1.030000, 1.060900, 1.092727, 1.125509.
const PRICED = '2026-04-01';
const decided = (assetId: number, action: PlannedAction['action'], terms: Partial<PlannedAction> = {}): PlannedAction => ({
  assetId, action, years: null, yearlyPence: null, priceDate: PRICED, nextUserGroup: null, nextMonths: null, reason: null, ...terms,
});
const laptop = (parts: Partial<Asset> = {}): Asset =>
  kit({ id: 1, purchaseDate: '2022-12-12', overridePence: 40_000, overridePriceDate: PRICED, ...parts });
const laptops = (change: Partial<RefreshPolicy>): Pick<PlanSnapshot, 'policies'> => ({ policies: policiesWith('laptop', { priceDate: PRICED, ...change }) });
const whyOf = (snapshot: PlanSnapshot, at: number): string[] => {
  const line = forecast(snapshot, { asOf: AS_OF }).lines[at];
  return line === undefined ? [] : explainLine(snapshot, { asOf: AS_OF }, line).map(({ text }) => text);
};

describe('kit that is not simply replaced', () => {
  test('kept in use, it is out of the forecast by decision, whatever its dates say', () => {
    for (const asset of [laptop({ quantity: 3 }), laptop({ quantity: 3, purchaseDate: null })]) {
      const plan = planFor([asset], { actions: [decided(1, 'keep')] });
      expect(plan.lines).toEqual([]);
      expect(plan.notInForecast).toEqual([{ reason: 'kept', quantity: 3 }]);
    }
  });

  test('kept in use with support paid for, it costs what that support costs', () => {
    const snapshot = schoolOf({
      assets: [laptop({ osEnd: '2027-10-14', osCanMove: false })],
      actions: [decided(1, 'keep', { reason: 'Runs the kiln' }), decided(1, 'extend_support', { years: 2, yearlyPence: 5_000 })],
    });
    // 50.00 × 1.03 = 51.50 in October 2027; 50.00 × 1.0609 = 53.045, half up 53.05, in October 2028.
    expect(toldAll(forecast(snapshot, { asOf: AS_OF }))).toEqual(['2027/28 extend 2027-10-14 1 × 5150', '2028/29 extend 2028-10-14 1 × 5305']);
    expect(explainAsset(snapshot, { asOf: AS_OF }, 1).steps.map(({ text }) => text).slice(-3)).toEqual([
      'It was decided to keep it in use until it fails, so it is not in the forecast.', 'The reason for that: Runs the kiln.',
      'Support that ends on 14 October 2027 is paid for 2 years longer, to 14 October 2029: no reason given.',
    ]);
  });

  test('not replaced, it leaves when it is due: counted until then, bought never again', () => {
    const plan = planFor([laptop({ quantity: 10, purchaseDate: '2024-09-01' })], { actions: [decided(1, 'retire')] });
    expect(plan.lines).toEqual([]);
    expect([plan.quantityForecast, plan.notInForecast]).toEqual([10, []]);
    // Ten at £400 × 12 ÷ 48 = £100 each in 2026/27; £103 in 2027/28; in 2028/29 five months to 1 September: 424.36 × 5 ÷ 48 = 44.204; then nothing.
    expect(plan.totals.standStillPence).toEqual([100_000, 103_000, 44_200, 0, 0]);
  });

  test('not replaced and overdue, it leaves this month, and is not lost after that', () => {
    const policies = policiesWith('laptop', { lossBp: 10_000 });
    const [retired, replaced] = [[decided(1, 'retire')], []].map((actions) => planFor([laptop({ quantity: 12, purchaseDate: '2019-09-01' })], { actions, policies }));
    expect([retired?.overdueQuantity, retired?.lines.length]).toEqual([12, 0]);
    expect(replaced?.lines.filter(({ kind }) => kind === 'loss')).toHaveLength(5);
  });

  test('passed down, its replacement is bought and its disposal waits until the next use ends', () => {
    const asset = laptop({ quantity: 2, unitPaidPence: 50_000 });
    const snapshot = schoolOf({ assets: [asset], actions: [decided(1, 'pass_down', { nextUserGroup: 'pupil', nextMonths: 24, reason: 'For the library' })], ...laptops({ disposalPence: 1_000 }) });
    // Bought Dec 2026 and Dec 2030. The old two go Dec 2028: 10.00 × 1.0609 = 10.61; the new two Dec 2030: 11.26.
    expect(toldAll(forecast(snapshot, { asOf: AS_OF }))).toEqual([
      '2026/27 replace 2026-12-12 2 × 40000', '2028/29 disposal 2028-12-12 2 × 1061', '2030/31 replace 2030-12-12 2 × 45020', '2030/31 disposal 2030-12-12 2 × 1126',
    ]);
    expect(whyOf(snapshot, 0)).toContain('They are passed down to pupils for 2 years then: For the library. Nothing is bought for that use.');
    expect(whyOf(snapshot, 1)).toContain('2 of them leave on 12 December 2028, after 2 years in another use.');
  });

  test('passed down until it fails, it is never disposed of in the plan', () => {
    const plan = planFor([laptop()], { actions: [decided(1, 'pass_down')], ...laptops({ disposalPence: 1_000 }) });
    expect(toldAll(plan).filter((line) => line.includes('disposal'))).toEqual(['2030/31 disposal 2030-12-12 1 × 1126']);
  });
});

describe('what is paid to keep kit longer', () => {
  const server = kit({ id: 1, categoryKey: 'server', purchaseDate: '2020-08-14', coverEnd: '2027-08-14', overridePence: 540_000, overridePriceDate: PRICED });
  const serverPolicies = policiesWith('server', { lifeMonths: 120 });
  const actions = [decided(1, 'extend_cover', { years: 2, yearlyPence: 39_000, reason: 'The trust moves to the cloud in 2029' })];

  test('a server whose cover is extended two years at £390 a year falls due two years later', () => {
    // 390 × 1.03 = 401.70 from August 2027; 390 × 1.0609 = 413.751, half up 413.75, from August 2028; replaced August 2029: 5,400 × 1.092727 = 5,900.7258.
    const plan = planFor([server], { actions, policies: serverPolicies });
    expect(toldAll(plan)).toEqual([
      '2027/28 extend 2027-08-14 1 × 40170', '2028/29 extend 2028-08-14 1 × 41375', '2029/30 replace 2029-08-14 1 × 590073',
    ]);
    expect(plan.lines.map(({ limitingFactor }) => limitingFactor)).toEqual(['warranty_end', 'warranty_end', 'warranty_end']);
  });

  test('says which year of how many, from when, and at which price', () => {
    expect(whyOf(schoolOf({ assets: [server], actions, policies: serverPolicies }), 1)).toEqual([
      'Bought on 14 August 2020.', 'Hardware cover to 14 August 2027 is extended by 2 years, to 14 August 2029: The trust moves to the cloud in 2029.',
      'Year 2 of 2 begins on 14 August 2028, in 2028/29.',
      '£390 on 1 April 2026 (the price of a year of it), rising 3% a year from 2027/28 to 2028/29, is £413.75.',
      'Paid from delegated budget, the usual fund: none is named for it.', 'Code E20B: servers count as onsite servers. Revenue, because cover and support buy no kit.',
    ]);
  });

  test('nothing of it changes a life: a server of that age is replaced by its policy', () => {
    // The shipped server life of four years ended in August 2024: overdue, whatever the cover.
    expect(toldAll(planFor([server], { actions }))[0]).toBe('2026/27 replace 2026-11-21 1 × 540000');
  });

  test('longer cover without a price is said to be that, and not kit without a price', () => {
    const server = kit({ id: 1, categoryKey: 'server', purchaseDate: '2024-08-14', coverEnd: '2027-08-14', overridePence: 500_000, overridePriceDate: PRICED });
    const unpriced = forecast(schoolOf({ assets: [server], actions: [decided(1, 'extend_cover', { years: 1 })] }), { asOf: AS_OF });
    expect(unpricedExtensionsAlone(unpriced)).toBe(1);
    expect(overviewSentence(schoolOf({ assets: [server] }), unpriced).text).toContain('What it costs to keep 1 item in cover or support for longer is not known and not in these figures.');
    const both = forecast(schoolOf({ assets: [{ ...server, overridePence: null, unitPaidPence: null }], actions: [decided(1, 'extend_cover', { years: 1 })] }), { asOf: AS_OF });
    expect([unpricedExtensionsAlone(both), unpricedExtensionsAlone(planFor([server]))]).toEqual([0, 0]);
  });

  test('years that began before this month are past, and cover that nobody knows cannot be extended', () => {
    const [past, unknown] = ['2026-10-31', null].map((coverEnd) => planFor([{ ...server, coverEnd }], { actions, policies: serverPolicies }));
    expect(toldAll(past ?? planFor([])).filter((line) => line.includes('extend'))).toEqual(['2027/28 extend 2027-10-31 1 × 40170']);
    expect(toldAll(unknown ?? planFor([])).filter((line) => line.includes('extend'))).toEqual([]);
  });

  test('says of the years that are past that nothing more is counted for them', () => {
    // Two years from the end of the cover: of 31 October 2026 one has begun, of 14 August 2023 both have, of 30 November 2026 none.
    const told = ['2026-10-31', '2023-08-14', '2026-11-30'].map((coverEnd) =>
      explainAsset(schoolOf({ assets: [{ ...server, coverEnd }], actions, policies: serverPolicies }), { asOf: AS_OF }, 1).steps.map(({ text }) => text).join(' '));
    expect(told[0]).toContain('to 31 October 2028: The trust moves to the cloud in 2029. The first of them began before November 2026: nothing more is counted for it.');
    expect(told[1]).toContain('to 14 August 2025: The trust moves to the cloud in 2029. All of them began before November 2026: nothing more is counted for them.');
    expect(told[2]).not.toContain('nothing more is counted');
  });

  test('paid support for Windows at £25 a year keeps 30 desktops that cannot move until it ends', () => {
    const desktops = kit({
      id: 1, categoryKey: 'desktop', quantity: 30, purchaseDate: '2024-09-01', osEnd: '2027-10-14', osCanMove: false, overridePence: 41_500, overridePriceDate: PRICED,
    });
    const bought = (parts: Partial<PlanSnapshot>): string[] => toldAll(planFor([desktops], parts)).filter((line) => !line.includes('upgrade'));
    const support = [decided(1, 'extend_support', { years: 1, yearlyPence: 2_500 })];
    // Due October 2027 with the system: 415 × 1.03 = 427.45. With a year bought at 25 × 1.03 = 25.75, October 2028: 415 × 1.0609 = 440.2735.
    expect(bought({})).toEqual(['2027/28 replace 2027-10-14 30 × 42745']);
    expect(bought({ actions: support })).toEqual(['2027/28 extend 2027-10-14 30 × 2575', '2028/29 replace 2028-10-14 30 × 44027']);
    // Three years would be October 2030, but the policy keeps desktops five years: September 2029, 415 × 1.092727 = 453.481705.
    const three = [decided(1, 'extend_support', { years: 3, yearlyPence: 2_500 })];
    const last = planFor([desktops], { actions: three }).lines.findLastIndex(({ kind }) => kind === 'extend');
    expect(whyOf(schoolOf({ assets: [desktops], actions: three }), last)).toContain('They are due on 1 September 2029, before this year of it begins: it may not be needed.');
    expect(bought({ actions: three })).toContain('2029/30 replace 2029-09-01 30 × 45348');
  });

  test('paid support puts off the end that comes first of those the policy goes by, and both on the same day', () => {
    const dates = { purchaseDate: '2026-01-01', osCanMove: false };
    const dueWith = (parts: Partial<Asset>): string | undefined =>
      planFor([laptop({ ...dates, ...parts })], { actions: [decided(1, 'extend_support', { years: 1, yearlyPence: 100 })] }).lines.find(({ kind }) => kind === 'replace')?.date;
    expect(dueWith({ osEnd: '2027-10-14', vendorSupportEnd: '2028-01-31' })).toBe('2028-01-31');
    expect(dueWith({ osEnd: '2027-10-14', vendorSupportEnd: '2029-01-31' })).toBe('2028-10-14');
    expect(dueWith({ osEnd: '2027-10-14', vendorSupportEnd: '2027-10-14' })).toBe('2028-10-14');
  });
});

describe('months in which purchases are placed', () => {
  const summer = laptops({ purchaseMonths: [7, 8] });
  const placed = (purchaseDate: string, parts: Partial<Asset> = {}): string[] => toldAll(planFor([laptop({ purchaseDate, ...parts })], summer)).map((line) => line.split(' × ')[0] ?? '');

  test('are the last ones at or before the month it is due in, before the year is told', () => {
    // Due 12 May 2027 (2027/28): the last August before is past (2026), so it stays; its successor, due May 2031, comes in August 2030.
    expect(placed('2023-05-12')).toEqual(['2027/28 replace 2027-05-12 1', '2030/31 replace 2030-08-12 1']);
    // Due 2 May 2028: bought August 2027, a financial year earlier at that year's price.
    expect(toldAll(planFor([laptop({ purchaseDate: '2024-05-02' })], summer))).toEqual(['2027/28 replace 2027-08-02 1 × 41200']);
    expect(placed('2024-07-31')).toEqual(['2028/29 replace 2028-07-31 1']);
    expect(placed('2024-08-31')).toEqual(['2028/29 replace 2028-08-31 1']);
  });

  test('do not make repeats drift: each is counted from the due day', () => {
    const yearly = laptops({ lifeMonths: 12, purchaseMonths: [7] });
    expect(planFor([laptop({ purchaseDate: '2026-09-01' })], yearly).lines.map(({ date, due }) => `${date} ${due}`)).toEqual([
      '2027-07-01 2027-09-01', '2028-07-01 2028-09-01', '2029-07-01 2029-09-01', '2030-07-01 2030-09-01',
    ]);
  });

  test('bring into the plan what is due just after it', () => {
    // Due 12 May 2031, after the last year; August 2030 lies in it.
    expect(placed('2027-05-12')).toEqual(['2030/31 replace 2030-08-12 1']);
  });

  test('leave overdue kit, a day set by hand and an order where they are', () => {
    expect(placed('2019-09-01')[0]).toBe('2026/27 replace 2026-11-21 1');
    expect(placed('2024-05-02', { movedTo: '2028-05-02' })[0]).toBe('2028/29 replace 2028-05-02 1');
    expect(placed('2028-05-02', { status: 'ordered' })[0]).toBe('2028/29 replace 2028-05-02 1');
  });

  test('hold for upgrades, but not with the replacement', () => {
    const upgrade = { atMonths: 36, unitPence: 3_800, priceDate: PRICED, what: 'memory' };
    const plan = (purchaseMonths: readonly number[], purchaseDate: string): string[] => planFor([laptop({ purchaseDate, overridePence: null })], laptops({ purchaseMonths, upgrade })).lines
      .filter(({ occurrence }) => occurrence === 0).map(({ kind, date }) => `${kind} ${date}`);
    // Due Oct 2028, upgrade Oct 2027: both in July.
    expect(plan([7], '2024-10-01')).toEqual(['upgrade 2027-07-01', 'replace 2028-07-01']);
    // Upgrade Sept 2027, replacement Sept 2028, placed in September: as they fall.
    expect(plan([9], '2024-09-30')).toEqual(['upgrade 2027-09-30', 'replace 2028-09-30']);
    // A life of 40 months ends in Jan 2028; the upgrade of Sept 2027 and the replacement would both be placed in July 2027: no memory for kit that goes.
    const both = planFor([laptop({ purchaseDate: '2024-09-01' })], laptops({ purchaseMonths: [7], upgrade, lifeMonths: 40 }));
    expect(both.lines[0]).toMatchObject({ kind: 'replace', date: '2027-07-01', due: '2028-01-01' });
  });

  test('are named in the why, also where they cannot be kept', () => {
    const [moved, stays] = ['2024-05-02', '2023-05-12'].map((purchaseDate) => whyOf(schoolOf({ assets: [laptop({ purchaseDate })], ...summer }), 0));
    expect(moved).toContain('The laptop policy places purchases in July and August: the last of these before May 2028 is August 2027, so it is bought on 2 August 2027.');
    expect(stays).toContain('The laptop policy places purchases in July and August, but the last of these before May 2027 has gone by, so it is bought when it is due.');
  });
});

describe('overdue kit bought over several years', () => {
  const spread = (years: number): Pick<PlanSnapshot, 'school'> => ({ school: { ...schoolOf().school, backlogYears: years } });
  const old = (id: number, quantity: number, purchaseDate = '2019-09-01'): Asset => laptop({ id, quantity, purchaseDate });
  const firsts = (assets: readonly Asset[], years: number): string[] =>
    planFor(assets, spread(years)).lines.filter(({ occurrence, kind }) => kind === 'replace' && occurrence === 0).map(({ date, quantity, assetId }) => `${date} ${assetId} ${quantity}`);

  test('30 over three years are ten this month and ten on each first day of the next two, still overdue', () => {
    const plan = planFor([old(1, 30)], spread(3));
    // £400, then 412.00, 424.36; each chain comes again four years after its own first purchase: November and April 2030 at 450.20.
    expect(toldAll(plan)).toEqual([
      '2026/27 replace 2026-11-21 10 × 40000', '2027/28 replace 2027-04-01 10 × 41200', '2028/29 replace 2028-04-01 10 × 42436', '2030/31 replace 2030-11-21 10 × 45020',
    ]);
    expect(plan.overdueQuantity).toBe(30);
    expect(plan.lines.slice(0, 3).every(({ overdue, due }) => overdue && due === '2023-09-01')).toBe(true);
  });

  test('thirty single rows come to the same totals as one row of 30', () => {
    const ones = Array.from({ length: 30 }, (_, index) => old(index + 1, 1));
    expect(planFor(ones, spread(3)).totals).toEqual(planFor([old(1, 30)], spread(3)).totals);
  });

  test('the longest overdue come first, and no year is more than an item from its even share', () => {
    // 7 over 3: 7 ÷ 3 = 2.33 → 2; 4.67 → 5; 7. So 2, 3 and 2; the four of 2018 before the three of 2019, wherever they stand.
    expect(firsts([old(1, 3), old(2, 4, '2018-09-01')], 3)).toEqual(['2026-11-21 2 2', '2027-04-01 1 1', '2027-04-01 2 2', '2028-04-01 1 2']);
  });

  test('each kind has its own even parts, and what is due later or not replaced has no part in it', () => {
    const monitors = kit({ id: 9, categoryKey: 'monitor', quantity: 2, purchaseDate: '2015-01-01' });
    const plan = planFor([old(1, 2), monitors, laptop({ id: 5 }), old(6, 50)], { ...spread(2), actions: [decided(6, 'retire')] });
    expect(plan.lines.filter(({ occurrence }) => occurrence === 0).map(({ date, assetId, quantity }) => `${date} ${assetId} ${quantity}`)).toEqual([
      '2026-11-21 1 1', '2026-11-21 9 1', '2026-12-12 5 1', '2027-04-01 1 1', '2027-04-01 9 1',
    ]);
  });

  test('a school with September years waits for September', () => {
    const { school } = spread(2);
    const plan = planFor([old(1, 2)], { school: { ...school, yearStartMonth: 9 } });
    expect(plan.lines.slice(0, 2).map(({ date }) => date)).toEqual(['2026-11-21', '2027-09-01']);
  });

  test('is told in the why, with how many of a group come when', () => {
    expect(whyOf(schoolOf({ assets: [old(1, 30)], ...spread(3) }), 1)).toContain(
      'They are overdue. Overdue laptops are bought in even parts over 3 years, the longest overdue first: 10 of these 30 come on 1 April 2027.');
  });
});

describe('what kit costs or brings in when it leaves', () => {
  const leaving = (parts: Partial<Asset>, change: Partial<RefreshPolicy>): string[] =>
    toldAll(planFor([laptop(parts)], laptops(change))).filter((line) => line.includes('disposal'));

  test('stands on lines of its own, at the price of the year in which the replacement comes', () => {
    // £12 each now; 12 × 1.125509 = 13.506108 in 2030/31.
    expect(leaving({ quantity: 5 }, { disposalPence: 1_200 })).toEqual(['2026/27 disposal 2026-12-12 5 × 1200', '2030/31 disposal 2030-12-12 5 × 1351']);
  });

  test('a trade-in is income, and never more than the kit itself cost', () => {
    // £60 each; the old one was a bargain at £45, its successor cost £400 and brings 60 × 1.125509 = 67.53054.
    expect(leaving({ unitPaidPence: 4_500 }, { tradeInPence: 6_000 })).toEqual(['2026/27 disposal 2026-12-12 1 × -4500', '2030/31 disposal 2030-12-12 1 × -6753']);
  });

  test('nothing is counted on where nobody knows what was paid, or it was a gift', () => {
    for (const unitPaidPence of [null, 0]) {
      expect(leaving({ unitPaidPence }, { tradeInPence: 6_000 })).toEqual(['2030/31 disposal 2030-12-12 1 × -6753']);
    }
  });

  test('says that it is income, and that what was paid limits it', () => {
    const snapshot = schoolOf({ assets: [laptop({ quantity: 3, unitPaidPence: 4_500 })], ...laptops({ tradeInPence: 6_000 }) });
    expect(whyOf(snapshot, 1).slice(1)).toEqual([
      '3 of them leave on 12 December 2026, when the replacement is bought.', '12 December 2026 is in 2026/27.',
      '£60 on 1 April 2026 (the trade-in value in its policy) is the price of each in 2026/27.',
      'One cost £45 itself, and the laptop policy counts on no more than that.', '3 × £45 = £135.',
      'That is income, so it is taken off the costs.', 'Paid from delegated budget, the usual fund: none is named for it.',
      'Code E20E: laptops count as laptops, desktops and tablets. Revenue, because nothing is bought.',
    ]);
  });
});

describe('another model in its place', () => {
  const tablet = model({ id: 7, name: 'Slate 11', categoryKey: 'tablet', unitPence: 30_000, priceDate: PRICED });
  const swapped = (policies: readonly RefreshPolicy[] = policiesWith('laptop', { replacementModelId: 7, unitPence: 99_900 })): PlanSnapshot =>
    schoolOf({ assets: [laptop({ quantity: 4, overridePence: null })], models: [tablet], policies });

  test('brings its price, its kind, and where it has one its own policy', () => {
    // Bought Dec 2026 as tablets at £300; by the laptop policy again in four years: 300 × 1.125509 = 337.6527.
    const plan = forecast(swapped(), { asOf: AS_OF });
    expect(toldAll(plan)).toEqual(['2026/27 replace 2026-12-12 4 × 30000', '2030/31 replace 2030-12-12 4 × 33765']);
    expect(plan.totals.quantityByCategory).toEqual({ tablet: [4, 0, 0, 0, 4] });
    // A policy for that model keeps each two years: Dec 2028 (318.27) and Dec 2030.
    const [first] = policiesWith('tablet', {}).filter(({ categoryKey }) => categoryKey === 'tablet');
    const own = [...swapped().policies, { ...first as RefreshPolicy, id: 900, modelId: 7, lifeMonths: 24 }];
    expect(toldAll(forecast(swapped(own), { asOf: AS_OF }))).toEqual(['2026/27 replace 2026-12-12 4 × 30000', '2028/29 replace 2028-12-12 4 × 31827', '2030/31 replace 2030-12-12 4 × 33765']);
  });

  test('is named in the why; the asset’s own price still comes first, and a model that is gone is none', () => {
    expect(whyOf(swapped(), 0)).toContain('The laptop policy replaces kit by the Slate 11 (tablets).');
    expect(planFor([laptop()], { models: [tablet], ...laptops({ replacementModelId: 7 }) }).lines[0]?.unitPence).toBe(40_000);
    expect(planFor([laptop()], laptops({ replacementModelId: 99 })).lines[0]).toMatchObject({ unitPence: 40_000, categoryKey: 'laptop' });
  });
});

describe('needs in the plan', () => {
  const need = (parts: Partial<PlannedNeed> = {}): PlannedNeed => ({
    id: 3, costId: 31, costName: null, until: null, name: 'Microphones for the music rooms', categoryKey: 'av_audio', costCategory: 'other_hardware', fundKey: 'donation_pta', on: '2027-07-10',
    quantity: 6, unitPence: 12_000, priceDate: PRICED, yearlyPence: 0, riseBp: null, included: true, ...parts,
  });
  const needs = (parts: Partial<PlannedNeed>): string[] => toldAll(planFor([], { needs: [need(parts)] }));

  test('are bought in their month at that year’s price, from their fund, for their need', () => {
    // 120 × 1.03 = 123.60
    expect(needs({})).toEqual(['2027/28 need 2027-07-10 6 × 12360']);
    expect(planFor([], { needs: [need()] }).lines[0]).toMatchObject({ needId: 3, assetId: null, fundKey: 'donation_pta', code: 'E20F', netPence: 74_160, vatPence: 14_832 });
    expect(needs({ included: false })).toEqual([]);
    expect(needs({ on: '2026-09-01' })).toEqual(['2026/27 need 2026-11-21 6 × 12000']);
    expect(needs({ unitPence: null })).toEqual(['2027/28 need 2027-07-10 6 × null']);
  });

  test('cost something from then on, in twelfths', () => {
    // £120 a year: nine months of 2027/28 from July at 123.60: 12 × 10.30, 9 × 10.30 = 92.70; then 127.31 (127.308) and 131.13 (131.12724), 135.06 (135.06108).
    expect(needs({ unitPence: 0, yearlyPence: 12_000 })).toEqual([
      '2027/28 need 2027-07-10 6 × 0', '2027/28 need 2027-07-10 1 × 9270', '2028/29 need 2028-04-01 1 × 12731', '2029/30 need 2029-04-01 1 × 13113', '2030/31 need 2030-04-01 1 × 13506',
    ]);
    expect(whyOf(schoolOf({ needs: [need({ unitPence: 0, yearlyPence: 12_000 })] }), 1)).toEqual([
      'A need: Microphones for the music rooms, to be bought on 10 July 2027.', 'From then on it costs something in each year.',
      '£120 on 1 April 2026 (the price of the need), rising 3% in 2027/28, is £123.60 a year.',
      'Charged in equal twelfths, months 4 to 12 of 12 (Jul 2027 to Mar 2028) come to £92.70.',
      'Paid from donations and PTA, the fund that the need names.', 'Code E20F: Microphones for the music rooms counts as other hardware. Revenue, because it is paid again and again.',
    ]);
  });
});
