import { describe, expect, it } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { completenessOf } from '../../../planning/quality/completeness.ts';
import { lookTwice } from '../../../planning/quality/duplicates.ts';
import { damageOf, isPlaceholder } from '../../../planning/quality/identifiers.ts';
import { oddValues } from '../../../planning/quality/odd-values.ts';
import { ownRise } from '../../../planning/quality/own-rise.ts';
import { unusableValues } from '../../../planning/quality/unusable.ts';
import { weakFigures } from '../../../planning/quality/weak-figures.ts';
import { NO_SCENARIO } from '../../../planning/scenarios/scenario.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, kit, model, place, policiesWith, schoolOf } from '../fixtures.ts';

const desktop = (parts: Partial<Asset> = {}): Asset => kit({ categoryKey: 'desktop', description: 'Kestrel 400', modelId: 1, purchaseDate: '2023-12-12', ...parts });
const KESTREL = model({ id: 1, name: '400', categoryKey: 'desktop' });
const school = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({ assets, models: [KESTREL], locations: [place(1, 'IT3')], ...parts });
const odd = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}) => {
  const snapshot = school(assets, parts);
  return oddValues(snapshot, forecast(snapshot, { asOf: AS_OF })).map(({ field, value, others, mend, assets: rows }) =>
    `${rows.map(({ tag }) => tag ?? '?').join('+')} ${field} ${value} (${others}) ${mend.kind === 'set' ? mend.words : mend.kind}`);
};

describe('things that are perhaps listed twice', () => {
  const twice = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}) =>
    lookTwice(school(assets, parts)).map(({ why, assets: rows }) => `${rows.map(({ tag }) => tag ?? '?').join(' ')}: ${why}`);

  it('have the same serial, the same tag, or both, however they are written', () => {
    expect(twice([desktop({ tag: 'A-1', serial: 'K4-88' }), desktop({ tag: 'A-2', serial: 'k4 88' })])).toEqual(['A-1 A-2: same serial']);
    expect(twice([desktop({ tag: 'A-1' }), desktop({ tag: 'a1' })])).toEqual(['A-1 a1: same tag']);
    expect(twice([desktop({ tag: 'A-1', serial: 'K4' }), desktop({ tag: 'A-1', serial: 'K4' })])).toEqual(['A-1 A-1: same serial and tag']);
  });

  it('are not told by a placeholder, a number that a spreadsheet shortened, or kit that has left', () => {
    for (const serial of ['N/A', '-', '0', '#N/A', '6.37702E+15', 'UnAssigned', '000000']) {
      expect(twice([desktop({ tag: 'A-1', serial }), desktop({ tag: 'A-2', serial })]), serial).toEqual([]);
    }
    expect(twice([desktop({ tag: 'A-1', status: 'disposed' }), desktop({ tag: 'A-1' })])).toEqual([]);
  });

  it('may be alike in model, room and day, unless their tags follow on, each has a serial, or one order brought both', () => {
    const alike = { locationId: 1 };
    expect(twice([desktop({ tag: 'A-1', ...alike, serial: 'X1' }), desktop({ tag: 'A-31', ...alike })])).toEqual(['A-1 A-31: same model, room and date, one without a serial']);
    expect(twice([desktop({ ...alike }), desktop({ ...alike })])).toEqual(['? ?: same model, room and date, no serial']);
    expect(twice([desktop({ tag: 'A-1', ...alike }), desktop({ tag: 'A-2', ...alike })])).toEqual([]);
    expect(twice([desktop({ tag: 'A-1', serial: 'X1', ...alike }), desktop({ tag: 'A-31', serial: 'X2', ...alike })])).toEqual([]);
    expect(twice([desktop({ tag: 'A-1', orderNumber: '4471', ...alike }), desktop({ tag: 'A-31', orderNumber: '4471', ...alike })])).toEqual([]);
    expect(twice(Array.from({ length: 30 }, () => desktop(alike)))).toEqual([]);
  });

  it('are not told again once the school has said that they are different', () => {
    const rows = [desktop({ tag: 'A-1', serial: 'K4' }), desktop({ tag: 'A-2', serial: 'K4' })];
    const key = rows.map(({ id }) => id).join(',');
    expect(twice(rows, { settled: [{ id: 1, finding: 'twice', key, reason: 'Label printed twice' }] })).toEqual([]);
  });
});

describe('odd values', () => {
  const likes = Array.from({ length: 5 }, (_, at) => desktop({ tag: `D-${at}`, unitPaidPence: 39_800 }));

  it('are prices ten, a hundred times or a tenth of those of their model, with what was meant', () => {
    expect(odd([...likes, desktop({ tag: 'X', unitPaidPence: 398_000 })])).toEqual(['X paid £3,980 (£398, 5 desktops) Make it £398']);
    expect(odd([...likes, desktop({ tag: 'X', unitPaidPence: 3_980_000 })])).toEqual(['X paid £39,800 (£398, 5 desktops) Make it £398']);
    expect(odd([...likes, desktop({ tag: 'X', unitPaidPence: 3_980 })])).toEqual(['X paid £39.80 (£398, 5 desktops) Make it £398']);
    expect(odd([...likes, desktop({ tag: 'X', unitPaidPence: 1_850_000 })])).toEqual(['X paid £18,500 (£398, 5 desktops) edit']);
  });

  it('are the price of a whole row given for one', () => {
    expect(odd([...likes, desktop({ tag: 'X', quantity: 30, unitPaidPence: 30 * 39_800 })])).toEqual(['X paid £11,940 (£398, 5 desktops) Make it £398']);
  });

  it('are not a dearer model of the same kind, nor what too few others say', () => {
    const rack = desktop({ tag: 'R', modelId: null, description: 'Workstation', unitPaidPence: 390_000 });
    expect(odd([...likes, ...likes.map((row) => ({ ...row, id: row.id + 900, tag: `${row.tag}b` })), rack])).toEqual([]);
    expect(odd([likes[0] ?? desktop(), desktop({ tag: 'X', unitPaidPence: 398_000 })])).toEqual([]);
    expect(odd([desktop({ tag: 'X', unitPaidPence: 4_000_000 })], { models: [{ ...KESTREL, unitPence: 40_000 }] })).toEqual(['X paid £40,000 (£400, its model’s price) Make it £400']);
  });

  it('are days that cannot be', () => {
    expect(odd([desktop({ tag: 'A', purchaseDate: '2062-03-04' })])).toEqual(['A bought 4 Mar 2062 (after today) Clear it']);
    expect(odd([desktop({ tag: 'B', purchaseDate: '1992-01-01' })])).toEqual(['B bought 1 Jan 1992 (before 1995) Clear it']);
    expect(odd([desktop({ tag: 'C', coverEnd: '2022-01-01' })])).toEqual(['C warranty end 1 Jan 2022 (bought 12 Dec 2023) Clear it']);
    expect(odd([desktop({ tag: 'D', vendorSupportEnd: '2020-01-01' })])).toEqual(['D maker’s support 1 Jan 2020 (bought 12 Dec 2023) Clear it']);
    expect(odd([desktop({ tag: 'E', inServiceDate: '2021-01-01' })])).toEqual(['E in use from 1 Jan 2021 (bought 12 Dec 2023) Clear it']);
    expect(odd([desktop({ tag: 'F', status: 'ordered', purchaseDate: '2027-03-04' })])).toEqual([]);
  });

  it('are warranties longer than ten years, grouped where rows are alike', () => {
    const laptop = (tag: string, coverEnd: string): Asset => kit({ tag, locationId: 1, userGroup: 'pupil', purchaseDate: '2025-08-20', coverEnd });
    const usual = ['L1', 'L2', 'L3'].map((tag) => laptop(tag, '2028-08-20'));
    expect(odd([...usual, laptop('L4', '2035-09-20'), laptop('L5', '2035-09-20')])).toEqual(['L4+L5 warranty 121 months (36 months, 3 pupil laptops) Make it 36']);
    expect(odd([laptop('L4', '2035-08-20')])).toEqual([]);
  });

  it('are kit in use for twice its life, until somebody has seen it', () => {
    const old = desktop({ tag: 'OLD', purchaseDate: '2012-07-16' });
    expect(odd([old])).toEqual(['OLD in use 14 years (kept 5 years) still_there']);
    expect(odd([old], { settled: [{ id: 1, finding: 'odd_value', key: `${old.id}/in use/2012-07-16`, reason: 'Seen' }] })).toEqual([]);
    expect(odd([desktop({ purchaseDate: '2016-12-01' })])).toEqual([]);
  });

  it('are numbers that a spreadsheet has ruined, and placeholders', () => {
    expect(odd([desktop({ tag: 'A', serial: '6.37702E+15' })])).toEqual(['A serial 6.37702E+15 (shortened by a spreadsheet: its last digits are lost) Clear it']);
    expect(odd([desktop({ tag: 'A', serial: '88213.0' })])).toEqual(['A serial 88213.0 (a spreadsheet has added .0 to it) Make it 88213']);
    expect(odd([desktop({ tag: 'A', serial: '1-Mar' })])).toEqual(['A serial 1-Mar (a spreadsheet has turned it into a date) Clear it']);
    expect(odd([desktop({ tag: 'A', serial: 'N/A' })])).toEqual(['A serial N/A (stands for “not known”) Clear it']);
    for (const serial of ['K4-88213-H', '5CD1234E56', '1E05AB', '00123', 'C02X1234JHD2', '353012345678901']) expect(isPlaceholder(serial) || damageOf(serial) !== null, serial).toBe(false);
  });

  it('are quantities out of all proportion', () => {
    expect(odd([desktop({ tag: 'A', quantity: 3_000 }), desktop({ tag: 'B', quantity: 30 })])).toEqual(['A how many 3,000 (30 in the next largest row) edit']);
    expect(odd([desktop({ tag: 'A', quantity: 250 }), desktop({ tag: 'B', quantity: 30 })])).toEqual([]);
    expect(odd([desktop({ tag: 'A', quantity: 4_000 })])).toEqual(['A how many 4,000 (1,140 pupils) edit']);
  });
});

describe('how complete the register is', () => {
  const cell = (snapshot: PlanSnapshot, field: string, at = 0) => completenessOf(snapshot).rows.find((row) => row.field === field)?.cells[at];

  it('counts items, 99% at most while one is missing, and colours what is under 95 and 80', () => {
    const rows = (known: number, lacking: number) => school([desktop({ quantity: known, locationId: 1 }), ...(lacking > 0 ? [desktop({ quantity: lacking })] : [])]);
    expect(cell(rows(10, 0), 'room')).toMatchObject({ percent: 100, tone: 'full', lacking: 0 });
    expect(cell(rows(999, 1), 'room')).toMatchObject({ percent: 99, tone: 'plain', lacking: 1 });
    expect(cell(rows(95, 5), 'room')).toMatchObject({ percent: 95, tone: 'plain' });
    expect(cell(rows(94, 6), 'room')).toMatchObject({ percent: 94, tone: 'warn' });
    expect(cell(rows(79, 21), 'room')).toMatchObject({ percent: 79, tone: 'over' });
  });

  it('asks of each kind only what it needs: no memory of a projector, no serial of a row of thirty, nobody for a server', () => {
    const projector = school([kit({ categoryKey: 'projector' })]);
    expect(cell(projector, 'memoryProcessor')).toMatchObject({ percent: null, tone: 'none' });
    expect(cell(projector, 'serial')).toMatchObject({ percent: 0, lacking: 1 });
    expect(cell(school([desktop({ quantity: 30 })]), 'serial')).toMatchObject({ needed: 0, tone: 'none' });
    expect(cell(school([kit({ categoryKey: 'server' })]), 'serves')).toMatchObject({ needed: 0 });
    expect(cell(school([kit({ categoryKey: 'cabling' })]), 'warrantyEnd')).toMatchObject({ needed: 0 });
    expect(cell(school([kit({ categoryKey: 'software' })]), 'purchaseDate')).toMatchObject({ needed: 0 });
  });

  it('keeps staff, pupil and other laptops apart, and leaves out what has left or is to come', () => {
    const table = completenessOf(school([
      kit({ userGroup: 'staff' }), kit({ userGroup: 'pupil' }), kit({ userGroup: null }), kit({ status: 'disposed' }), kit({ status: 'ordered' }), kit({ categoryKey: 'other' }),
    ]));
    expect(table.groups.map(({ heading, items }) => `${heading} ${items}`)).toEqual(['Staff laptops 1', 'Pupil laptops 1', 'Laptops 1', 'Everything else 1']);
    expect(table.items).toBe(4);
  });

  it('opens exactly the rows that lack a field', () => {
    const [there, gone] = [desktop({ locationId: 1 }), desktop()];
    expect(cell(school([there, gone]), 'room')?.lackingIds).toEqual([gone.id]);
  });
});

describe('what else weakens the figures', () => {
  const weak = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}) => {
    const snapshot = school(assets, parts);
    return weakFigures(snapshot, forecast(snapshot, { asOf: AS_OF }));
  };
  const told = (figures: ReturnType<typeof weak>) => figures.map(({ what, effect }) => `${what} ${effect}`);
  const known = { coverEnd: '2026-12-12', unitPaidPence: 39_800, locationId: 1 } as const;

  it('is nothing where all is known and every price is new', () => {
    expect(weak([desktop(known)], { policies: policiesWith('desktop', { unitPence: 41_500, priceDate: '2026-06-12', upgrade: null }) })).toEqual([]);
  });

  it('is a price over two years old, and what the plan is out by had it moved as the school’s own orders did', () => {
    // Six purchases of one model, 10% dearer each year: the school's own rise is 1,000 bp. The price of £400 is of
    // 2024/25, two years back: 400 × 1.1² = 484 now, and 400 × 1.03² = 424.36 in the plan. One desktop, due December
    // 2028, costs 424.36 × 1.03² = £450.20 in the plan; × 484 ÷ 424.36 that is £513.47, so £63.27 too low.
    const bought = [2020, 2021, 2022, 2023, 2024, 2025].map((year, at) => desktop({
      purchaseDate: `${year}-09-01`, unitPaidPence: Math.round(30_000 * 1.1 ** at), coverEnd: '2026-12-12', status: 'disposed',
    }));
    const [old] = weak([desktop({ ...known, modelId: null }), ...bought], { policies: policiesWith('desktop', { unitPence: 40_000, priceDate: '2024-06-01', upgrade: null }) });
    expect(old).toMatchObject({ what: '1 price is over two years old.', effect: 'If they moved as your orders did (10% a year), the plan is £63 too low.' });
    expect(old?.how?.join(' ')).toContain('6 purchases of 1 model that');
  });

  it('says what each per cent would add where the school’s own orders tell nothing', () => {
    const [old] = weak([desktop(known)], { policies: policiesWith('desktop', { unitPence: 40_000, priceDate: '2024-06-01', upgrade: null }) });
    // £450.20 × (1.04² ÷ 1.03²) = £458.99: £9 more for a rise of 4% in place of 3%.
    expect(old?.effect).toBe('They are raised by the plan’s own rate since. Each 1% a year that they rose faster adds £9 to the plan.');
  });

  it('is a price paid that nobody wrote down, missing ends of warranty, and dates that are assumed', () => {
    const policies = policiesWith('desktop', { unitPence: 41_500, priceDate: '2026-06-12', upgrade: null });
    expect(told(weak([desktop({ locationId: 1 }), desktop({ ...known, purchaseDateAssumed: true })], { policies }))).toEqual([
      '1 desktop has no price paid. Today’s price is used, so nothing changes in the forecast.',
      '1 warranty end is missing. Warranty dates are not shown for it.',
      '1 purchase date is assumed. It falls due by that date until the day is known.',
    ]);
  });

  it('is kit that falls due without a price, and kit that should fall due with its cover and has none', () => {
    expect(told(weak([desktop({ locationId: 1, coverEnd: '2026-12-12' })], { policies: policiesWith('desktop', { upgrade: null }) }))).toEqual([
      '1 item that falls due has no price. The totals are too low by what it costs.',
      '1 desktop has no price paid. No other price is known for it either.',
    ]);
    const server = kit({ categoryKey: 'server', purchaseDate: '2024-08-14', unitPaidPence: 500_000 });
    expect(told(weak([server])).at(-1)).toBe('1 warranty end is missing. 1 of them should fall due with its cover and goes by age instead.');
  });

  it('tells how its own prices moved as if nobody had slipped: a price with its point in the wrong place says nothing', () => {
    // 2% a year; of one purchase 2 desktops are down at ten times their price.
    const bought = [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year, at) => desktop({ purchaseDate: `${year}-09-01`, unitPaidPence: Math.round(300_000 * 1.02 ** at) }));
    const slipped = desktop({ purchaseDate: '2025-09-01', unitPaidPence: 3_378_487, quantity: 2 });
    expect(ownRise([...bought, slipped])).toEqual({ bp: 200, purchases: 7, models: 1 });
    // Two of another model, one of them ten times the other: which is right nobody knows.
    const two = [desktop({ modelId: 2, purchaseDate: '2022-09-01', unitPaidPence: 40_000 }), desktop({ modelId: 2, purchaseDate: '2024-09-01', unitPaidPence: 400_000 })];
    expect(ownRise([...bought, ...two])).toEqual({ bp: 200, purchases: 7, models: 1 });
  });

  it('tells no rise of its own from too few purchases, or from dates that are assumed', () => {
    const bought = [2022, 2023, 2024].map((year) => desktop({ purchaseDate: `${year}-09-01`, unitPaidPence: 30_000 }));
    expect(ownRise(bought)).toBeNull();
    expect(ownRise([2020, 2021, 2022, 2023, 2024, 2025].map((year) => desktop({ purchaseDate: `${year}-09-01`, unitPaidPence: 30_000, purchaseDateAssumed: true })))).toBeNull();
  });
});

describe('figures that a file brought and no sum can use', () => {
  it('are named where a policy goes by what nobody knows, or buys in a thirteenth month, a roll is of fewer than none, and a scenario starts from itself', () => {
    const policies = policiesWith('printer', { binding: ['moon' as 'policy_life'], purchaseMonths: [7, 13] });
    const scenarios = [NO_SCENARIO, { ...NO_SCENARIO, id: 2, name: 'Essentials only', parentId: 2 }];
    const values = unusableValues(school([desktop()], { policies, rolls: [{ year: 2027, pupils: -9, staff: 60 }], scenarios }));
    expect(values.map(({ what, works }) => `${what} ${works}`)).toEqual([
      'The roll of 2027/28 is −9 pupils; the school’s own number is used. A roll is 0 to 20,000 pupils.',
      'The printer policy goes by “moon”, which Kitplan does not know; its kit is left out. A policy goes by age, cover, the maker’s support, the system’s support or the lease.',
      'The printer policy places purchases in month 13, which is passed over. A month is 1 to 12.',
      '“Essentials only” does not lead back to the plan itself; it counts from where its parents are no longer known. A scenario starts from another one that leads back to the plan itself.',
    ]);
  });

  it('are named with what works: a life of 0 months, a row for −1 items, a price below nothing', () => {
    const bad = desktop({ tag: 'A', quantity: -1 });
    const cheap = desktop({ tag: 'B', unitPaidPence: -500 });
    const values = unusableValues(school([bad, cheap], { policies: policiesWith('printer', { lifeMonths: 0 }) }));
    expect(values.map(({ what, works }) => `${what} ${works}`)).toEqual([
      'The printer policy has a life of 0 months and a tolerance of 0; its kit is left out. A life is 1 to 600 months, a tolerance at most 600 either way.',
      'A stands for −1 items and is left out. A row stands for 1 to 1,000,000 items.',
      'B was paid for with −500 pence; that price is passed over. A price is £0 to £10 million.',
    ]);
    expect(values.map(({ where }) => where)).toEqual([{ kind: 'policy', categoryKey: 'printer' }, { kind: 'asset', id: bad.id }, { kind: 'asset', id: cheap.id }]);
    expect(unusableValues(school([desktop()]))).toEqual([]);
  });

  it('are named in policies, models, rises, decisions and the school’s own settings too, and change nothing else', () => {
    const asset = desktop({ tag: 'A', overridePence: 2_000_000_000 });
    const laptops = policiesWith('laptop', { lossBp: 15_000, bookLifeMonths: 0, residualBp: 12_000, unitPence: 2_000_000_000, upgrade: { atMonths: -3, unitPence: 100, priceDate: null, what: 'memory' } })
      .filter(({ userGroup, categoryKey }) => categoryKey === 'laptop' && userGroup === null);
    const plan = school([asset], {
      policies: laptops, inflation: { defaultBp: 300, shipped: false, series: [{ categoryKey: 'laptop', bp: null, steps: [{ year: 2027, bp: 90_000 }] }] },
      actions: [
        { assetId: asset.id, action: 'extend_cover', years: 0, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null },
        { assetId: asset.id, action: 'pass_down', years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: -3, reason: null },
      ],
    });
    const values = unusableValues({ ...plan, school: { ...plan.school, backlogYears: 40, vatBp: -1 } });
    expect(values.map(({ what, works }) => `${what} ${works}`)).toEqual([
      'Overdue kit is bought over 40 years; it is bought at once. A backlog is bought over 1 to 10 years.',
      'VAT is −1 hundredths of a per cent; 20% is used. VAT is 0 to 50%.',
      'The laptop policy loses 150% a year; no losses are counted. A loss rate is 0 to 100%.',
      'The laptop policy writes its kit off over 0 months; the next policy’s life in the books, or the school’s own, is used. A life in the books is 1 to 600 months.',
      'The laptop policy leaves its kit in the books at 120% of its price; that is passed over. What it stands at in the end is 0 to 100% of its price.',
      'The laptop policy fits memory after −3 months; the upgrade is left out. An upgrade comes after 1 to 600 months.',
      'The laptop policy: its price is £20,000,000 and counts as not known. A price is £0 to £10 million.',
      'Prices of laptops are to rise 900% in 2027/28; from then on no price is known. A rise is −50 to 50% a year.',
      'The price of a replacement of A is £20,000,000 and counts as not known. A price is £0 to £10 million.',
      'The cover of A is extended by 0 years; nothing is counted for it. An extension is 1 to 10 years.',
      'A is passed down for −3 months; it is used until it fails. A next use is 1 month to 50 years.',
    ]);
  });
});
